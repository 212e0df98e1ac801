"""What tells a row of a table from others: its day and its names, as they are compared."""

from collections.abc import Sequence
from datetime import date
from unicodedata import normalize

from addin.exports.grid import Cell
from addin.exports.line_kinds import filled
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.values import ERRORS, Block, serial

Key = tuple[int | str, ...]


def keys_of(session: Session, name: str, rows: Block, width: int) -> list[Key | None]:
    """Return the key of each row of a table, None for a blank one.

    Raises Refused for an error cell, which could not be written back, and for a row whose day is
    no date: the same day would be added again.
    """
    _ = session.say
    keys: list[Key | None] = []
    for number, row in enumerate(rows, 1):
        if any(isinstance(cell, str) and cell in ERRORS.values() for cell in row):
            raise Refused(
                _("Row {row} of the table {name} holds an error; correct it first.").format(
                    row=number, name=name
                )
            )
        if any(map(filled, row)) and day_of(row[0]) is None:
            raise Refused(
                _(
                    "Row {row} of the table {name} has no date, or a text in its place; write the "
                    "date first."
                ).format(row=number, name=name)
            )
        keys.append(key_of(row, width) if any(map(filled, row)) else None)
    return keys


def key_of(row: Sequence[Cell], width: int) -> Key:
    """Return the first cells of a row, a day and names, as they are compared."""
    return (day_of(row[0]) or 0, *map(name_of, row[1:width]))


def day_of(cell: Cell) -> int | None:
    """Return a day as cells count days, without the time of the day; None for what is none."""
    number = serial(cell) if isinstance(cell, date) else cell
    return int(number) if isinstance(number, float) else None


def name_of(cell: Cell) -> str:
    """Return a name without capitals and doubled spaces; 2026 as a number is as the text."""
    if isinstance(cell, float) and cell.is_integer():
        cell = str(int(cell))
    text = "" if cell is None else str(cell)
    return " ".join(normalize("NFC", text).casefold().split())
