"""Rows of an import among the rows of a table: replaced by key, added, or the same."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from addin.exports.grid import Cell
from addin.exports.line_kinds import filled
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.values import ERRORS, Block, alike, serial


class Merged(NamedTuple):
    """All rows of a table, and what became of those that were imported."""

    rows: Block
    added: int
    changed: int
    same: int


def merged(
    session: Session, name: str, before: Block, imported: Sequence[Sequence[Cell]], width: int
) -> Merged:
    """Return a table's rows with those imported; the first `width` cells are the key of a row.

    What an export does not say stays as it is. Raises Refused where a key stands twice among the
    rows it meets, and for an error cell, which could not be written back.
    """
    _ = session.say
    rows = [list(row) for row in before]
    places = _places(session, name, rows, width, {key_of(row, width) for row in imported})
    last = max((at for at, row in enumerate(rows) if any(map(filled, row))), default=-1)
    added = changed = same = 0
    for row in imported:
        at = places.get(key_of(row, width))
        if at is None:
            last += 1
            rows[last : last + 1] = [list(row)]
            places[key_of(row, width)] = last
            added += 1
            continue
        new = [
            old if value in {None, ""} else value for old, value in zip(rows[at], row, strict=True)
        ]
        if all(map(alike, new, rows[at])):
            same += 1
        else:
            rows[at] = new
            changed += 1
    return Merged(rows, added, changed, same)


def _places(
    session: Session, name: str, rows: Block, width: int, wanted: set[tuple[Cell, ...]]
) -> dict[tuple[Cell, ...], int]:
    """Return where each key stands; one that is imported must stand there once."""
    _ = session.say
    places: dict[tuple[Cell, ...], int] = {}
    for at, row in enumerate(rows):
        if any(isinstance(cell, str) and cell in ERRORS.values() for cell in row):
            raise Refused(
                _("Row {row} of the table {name} holds an error; correct it first.").format(
                    row=at + 1, name=name
                )
            )
        key = key_of(row, width)
        if key in places and key in wanted:
            raise Refused(
                _(
                    "Rows {first} and {second} of the table {name} are of the same day and name."
                ).format(first=places[key] + 1, second=at + 1, name=name)
            )
        places.setdefault(key, at)
    return places


def key_of(row: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    """Return what tells a row from others: a day as its number, texts without capitals."""
    return tuple(
        serial(cell)
        if isinstance(cell, date)
        else str(cell or "").strip().casefold()
        if not isinstance(cell, float)
        else cell
        for cell in row[:width]
    )
