"""What is asked before figures of a table are replaced: a table does not know its accounts.

The export of another account has the same days and names, and would take the place of the first.
"""

from collections.abc import Sequence

from addin.exports.grid import Cell
from addin.ribbon_commands.merging import Overwritten
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session


def confirm(session: Session, name: str, overwritten: Sequence[Overwritten]) -> None:
    """Ask whether figures may be replaced; raise Refused where the answer is not yes."""
    if not overwritten:
        return
    _ = session.say
    first, yes = overwritten[0], _("replace")
    question = _(
        "Rows of the table {name} that change: {count}, such as {what}: {before} becomes {after}. "
        "Do the files hold all that these rows count, of every account? Then answer: {word}"
    ).format(
        what=first.names,
        before=_shown(first.before),
        after=_shown(first.after),
        count=len(overwritten),
        name=name,
        word=yes,
    )
    if session.ask.text(question, yes).casefold() != yes:
        raise Refused(
            _(
                "Nothing was imported; if the files are of other accounts, choose the exports of "
                "all accounts at once."
            )
        )


def _shown(cell: Cell) -> str:
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)
