"""Rows of an import among the rows of a table: replaced by key, added, or the same."""

from collections.abc import KeysView, Sequence
from typing import NamedTuple

from addin.exports.grid import Cell
from addin.exports.line_kinds import filled
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.row_keys import Key, keys_of
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.summing import Row, summed
from addin.ribbon_commands.twice import refuse_twice
from addin.ribbon_commands.values import Block, alike


class Overwritten(NamedTuple):
    """A figure of a table that an import replaces by another one, and the names of its row."""

    names: str
    before: Cell
    after: Cell


class Merged(NamedTuple):
    """All rows of a table, and what became of those that were imported."""

    rows: Block
    added: int
    changed: int
    same: int
    overwritten: Sequence[Overwritten] = ()


def merged(
    session: Session, name: str, before: Block, imported: Sequence[Row], *, width: int
) -> Merged:
    """Return a table's rows with those imported; the first `width` cells are the key of a row.

    What an export does not say stays as it is. Raises Refused where a key stands twice among the
    rows it meets, and for a row of traffic that the table has by other names.
    """
    rows = [list(row) for row in before]
    wanted = summed(imported, width)
    places = _places(session, name, keys_of(session, name, rows, width), wanted.keys())
    new = {key: row for key, row in wanted.items() if key not in places}
    changed: dict[Key, Row] = {}
    overwritten: list[Overwritten] = []
    for key, row in wanted.items():
        if key not in places:
            continue
        old = rows[places[key]]
        now = [*old[:width], *completed(old[width:], row[width:])]
        pairs = [pair for pair in zip(old, now, strict=True) if not alike(*pair)]
        if pairs:
            changed[key] = row
        names = ", ".join(str(cell) for cell in row[:width] if filled(cell))
        overwritten += [Overwritten(names, *pair) for pair in pairs if filled(pair[0])][:1]
        rows[places[key]] = now
    others = {key: at for key, at in places.items() if key not in wanted}
    refuse_twice(session, name, new | changed, others, width)
    same = len(wanted) - len(new) - len(changed)
    return Merged(with_added(rows, [*new.values()]), len(new), len(changed), same, overwritten)


def completed(old: Sequence[Cell], new: Sequence[Cell]) -> list[Cell]:
    """Return new cells, and the old ones where the new are blank."""
    return [after if filled(after) else before for before, after in zip(old, new, strict=True)]


def with_added(rows: Block, new: Sequence[Sequence[Cell]]) -> Block:
    """Return the rows of a table with new ones below the last in which something stands."""
    end = max((at for at, row in enumerate(rows, 1) if any(map(filled, row))), default=0)
    return [*rows[:end], *map(list, new), *rows[end + len(new) :]]


def _places(
    session: Session, name: str, keys: Sequence[Key | None], wanted: KeysView[Key]
) -> dict[Key, int]:
    """Return where each key stands; one that is imported must stand there once."""
    _ = session.say
    places: dict[Key, int] = {}
    for at, key in enumerate(keys):
        if key is None:
            continue
        if key in places and key in wanted:
            raise Refused(
                _(
                    "Rows {first} and {second} of the table {name} are of the same day and name."
                ).format(first=places[key] + 1, second=at + 1, name=name)
            )
        places.setdefault(key, at)
    return places
