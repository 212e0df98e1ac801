"""Rows of a week or a month, which a tracker has no place for.

A row of its tables has one date. What a file says of the end of its rows would be lost, and the
days of that week, imported later, would count beside it.
"""

from collections.abc import Sequence
from pathlib import Path

from addin.ledger import Table
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session


def refuse_longer(session: Session, tables: Sequence[Table]) -> None:
    """Raise Refused for rows of more days than one."""
    _ = session.say
    for table in tables:
        for part in table.days:
            if part.end not in {"", part.day}:
                raise Refused(
                    _(
                        "{file} has rows of more days than one, such as {first} to {last}, and a "
                        "row of a tracker is of one day: export it by day."
                    ).format(file=Path(table.file).name, first=part.day, last=part.end)
                )
