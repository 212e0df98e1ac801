"""Undo: what the last command changed is as it was before, but for what was edited since."""

from addin.ribbon_commands.session import Session


def undo(session: Session) -> str:
    """Take the way back of the command before this one."""
    _ = session.say
    if session.earlier is None:
        return _("There is nothing to undo.")
    if session.earlier.undo():
        return _("Undone: {command}.").format(command=session.earlier.text(session.language))
    return _("Undone, but for what was edited since or is no longer there.")
