"""Undo: what the last command changed is as it was before, but for what was edited since."""

from contextlib import suppress

from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session, forget
from addin.ribbon_commands.way_back import Done
from addin.ribbon_commands.writable import obstacle


def undo(session: Session) -> str:
    """Take the way back of the command before this one."""
    _ = session.say
    if session.earlier is None:
        return _("There is nothing to undo.")
    _refuse_unwritable(session.earlier)
    forget()
    if session.earlier.undo():
        return _("Undone: {command}.").format(command=session.earlier.text(session.language))
    return _("Undone, but for what was edited since or is no longer there.")


def _refuse_unwritable(done: Done) -> None:
    """Raise Refused, before any step, where one of them cannot be taken as the cells are now."""
    for step, _state in done.steps:
        reason = ""
        with suppress(Exception):  # what is gone, as a closed workbook, is left
            reason = obstacle(step.cells) if step.cells is not None else ""
        if reason:
            raise Refused(reason)
