"""Freeze to values: what our functions answered stays, and the formulas go."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session, undone_on_failure
from addin.ribbon_commands.values import block_of, rows_of, written
from cpc_functions import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable

    from xlwings import Range

TEXTS = re.compile(r'"(?:[^"]|"")*"')
CALL = re.compile(r"(?<![\w.])(" + "|".join(f.name for f in CATALOGUE) + r")\(", re.IGNORECASE)


class Area(NamedTuple):
    """Cells below one another in a column, counted from 0 within the block that was read."""

    column: int
    first: int
    last: int


def freeze_to_values(session: Session) -> str:
    """Put the values of our functions in the place of their formulas, and say how many.

    Of one selected cell, the whole sheet is meant. A formula that only uses one of our functions
    is frozen as well: without the add-in it would be an error. An answer that spills over more
    cells is written into all of them, also beyond the selection: it would vanish otherwise.
    """
    _ = session.say
    selection = session.app.selection
    if selection is None:
        raise Refused(_("Select cells first: what is selected is no range of cells."))
    sheet = selection.sheet
    block = sheet.used_range if selection.size == 1 else selection
    formulas = _rows(block.formula)
    areas = [*_areas(formulas)]
    if not areas:
        return _("No cell here holds one of our functions.")
    values = block_of(block)
    row, column = block.row, block.column
    if _spills(block):
        areas = [*_apart(areas)]
    with undone_on_failure() as back:
        for area in areas:
            top, left = row + area.first, column + area.column
            cells = sheet.range((top, left), (row + area.last, left))
            before = [[formulas[at][area.column]] for at in range(area.first, area.last + 1)]
            rows = [[line[area.column]] for line in values[area.first : area.last + 1]]
            if area.first == area.last and _spills(cells):
                rows = rows_of(cells.api.SpillingToRange.Value)
                cells = sheet.range((top, left), (top + len(rows) - 1, left + len(rows[0]) - 1))
                before = [["" for _cell in line] for line in rows]
                before[0][0] = formulas[area.first][area.column]
            back.append(_writer(cells, before))
            cells.raw_value = written(rows)
    count = sum(area.last - area.first + 1 for area in areas)
    return _("{count} cells now hold values in the place of formulas.").format(count=count)


def uses_ours(formula: str) -> bool:
    """Return whether a formula calls one of our functions, outside of its texts."""
    return formula.startswith("=") and CALL.search(TEXTS.sub("", formula)) is not None


def _areas(formulas: Sequence[Sequence[str]]) -> Iterator[Area]:
    """Yield the cells of our functions, those below one another together."""
    for column in range(len(formulas[0])):
        first = None
        for at in range(len(formulas) + 1):
            ours = at < len(formulas) and uses_ours(formulas[at][column])
            if ours and first is None:
                first = at
            elif not ours and first is not None:
                yield Area(column, first, at - 1)
                first = None


def _apart(areas: Sequence[Area]) -> Iterator[Area]:
    """Yield the cells of areas one by one."""
    for area in areas:
        yield from (Area(area.column, at, at) for at in range(area.first, area.last + 1))


def _spills(cells: "Range") -> bool:
    """Return whether an answer spills from these cells; before Excel 365 none did."""
    with suppress(Exception):
        return cells.api.HasSpill is not False
    return False


def _rows(formulas: object) -> list[list[str]]:
    """Return formulas as rows, however many cells they are of."""
    if not isinstance(formulas, tuple | list):
        return [[str(formulas or "")]]
    return [
        [str(cell or "") for cell in (row if isinstance(row, tuple | list) else [row])]
        for row in formulas
    ]


def _writer(cells: "Range", formulas: Sequence[Sequence[str]]) -> "Callable[[], None]":
    def write() -> None:
        cells.formula2 = formulas

    return write
