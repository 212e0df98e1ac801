"""Costs of an import among those of a table: two invoices of one day and name are two costs."""

from collections.abc import Sequence

from addin.exports.grid import Cell
from addin.exports.line_kinds import filled
from addin.ribbon_commands.merging import Merged, completed, with_added
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.row_keys import Key, key_of, keys_of, name_of
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.values import Block, alike
from workbook_templates.report.tables import CostRow

NAMES = 3  # day, what and category; then come the cost and the note


def with_invoices(
    session: Session, name: str, before: Block, imported: Sequence[CostRow]
) -> Merged:
    """Return a table's costs with those imported; each row of the table is met at most once.

    A blank cost or note is filled in. Raises Refused where a further invoice cannot be told from
    a correction of one that the table has.
    """
    rows = [list(row) for row in before]
    free: dict[Key, list[int]] = {}
    for at, key in enumerate(keys_of(session, name, rows, NAMES)):
        if key is not None:
            free.setdefault(key, []).append(at)
    same, others = _met(rows, free, imported, blanks=False)
    filled_in, new = _met(rows, free, others, blanks=True)
    changed = 0
    for at, row in filled_in:
        now = [*rows[at][:NAMES], *completed(rows[at][NAMES:], row[NAMES:])]
        changed += not all(map(alike, now, rows[at]))
        rows[at] = now
    _refuse_doubt(session, name, free, new)
    known = len(same) + len(filled_in)
    return Merged(with_added(rows, new), len(new), changed, known - changed)


def _met(
    rows: Block, free: dict[Key, list[int]], imported: Sequence[CostRow], *, blanks: bool
) -> tuple[list[tuple[int, CostRow]], list[CostRow]]:
    """Return the imported costs with the places of their rows, no longer free, and the others."""
    met: list[tuple[int, CostRow]] = []
    others: list[CostRow] = []
    for row in imported:
        places = free.get(key_of(row, NAMES), [])
        at = next((at for at in places if _is_same(rows[at], row, blanks=blanks)), None)
        if at is None:
            others.append(row)
        else:
            places.remove(at)
            met.append((at, row))
    return met, others


def _is_same(known: Sequence[Cell], row: CostRow, *, blanks: bool) -> bool:
    """Return whether cost and note are the same; with `blanks`, where neither is blank."""
    cost, note = known[NAMES:]
    return (alike(cost, row.cost) or (blanks and not filled(cost))) and (
        name_of(note) == name_of(row.note) or (blanks and not (filled(note) and filled(row.note)))
    )


def _refuse_doubt(
    session: Session, name: str, free: dict[Key, list[int]], new: Sequence[CostRow]
) -> None:
    _ = session.say
    for row in new:
        if places := free.get(key_of(row, NAMES)):
            raise Refused(
                _(
                    "Row {row} of the table {name} and the files have {what} of {day} with "
                    "different costs or notes: delete that row if the files correct it; if both "
                    "count, choose the files of both at once, or type the new one in."
                ).format(row=places[0] + 1, name=name, what=row.what or row.category, day=row.day)
            )
