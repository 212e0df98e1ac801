"""What Excel does with the cells of a sheet, for its double: reading, typing, filling, finding."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

from tests.excel_obstacles import Area, Place
from tests.excel_state import DAY_ZERO, ERRORS, CellState, ExcelError, SheetState

FOUR = Decimal("0.0001")


class NoModel:
    """What stands behind `.api` on a Mac: none of the names of Excel for Windows."""

    def __getattr__(self, name: str) -> Any:
        """Refuse every name, as appscript does with those that it does not know."""
        raise AttributeError(f"Unknown property, element or command: {name!r}")

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse them for writing as well."""
        raise AttributeError(f"Unknown property, element or command: {name!r}")


NO_MODEL = NoModel()


def used_area(sheet: SheetState) -> Area:
    places = [
        place for place, cell in sheet.cells.items() if cell.value is not None or cell.formula
    ]
    if not places:
        return (1, 1, 1, 1)
    rows, columns = zip(*places, strict=True)
    return (min(rows), min(columns), max(rows), max(columns))


def region_of(sheet: SheetState, area: Area) -> Area:
    """Return the cells around an area, up to blank rows and columns."""
    top, left, bottom, right = area
    while True:
        grown = [
            (row, column)
            for row, column in places_of((max(1, top - 1), max(1, left - 1), bottom + 1, right + 1))
            if (cell := sheet.cells.get((row, column))) and (cell.value is not None or cell.formula)
        ]
        rows = [row for row, _ in grown] + [top, bottom]
        columns = [column for _, column in grown] + [left, right]
        new = (min(rows), min(columns), max(rows), max(columns))
        if new == (top, left, bottom, right):
            return new
        top, left, bottom, right = new


def places_of(area: Area) -> Iterator[Place]:
    top, left, bottom, right = area
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            yield row, column


def values_of(sheet: SheetState, area: Area) -> Any:
    """Return values as COM does: errors as ints, dates as datetimes, one cell without rows."""
    return turned(sheet, area, as_read)


def turned(sheet: SheetState, area: Area, read: Callable[[CellState], Any]) -> Any:
    top, left, bottom, right = area
    blank, cells = CellState(), sheet.cells
    rows = tuple(
        tuple(read(cells.get((row, column), blank)) for column in range(left, right + 1))
        for row in range(top, bottom + 1)
    )
    return rows[0][0] if len(rows) == len(rows[0]) == 1 else rows


def as_read(cell: CellState) -> Any:
    """Return a cell as Range.Value does: currency with four decimals."""
    if cell.is_date and isinstance(cell.value, float):
        return DAY_ZERO + timedelta(days=cell.value)
    if cell.is_currency and isinstance(cell.value, float):
        return Decimal(repr(cell.value)).quantize(FOUR)
    return as_stored(cell)


def as_stored(cell: CellState) -> Any:
    """Return a cell as Range.Value2 does: numbers as they are."""
    if isinstance(cell.value, str) and cell.value in ERRORS:
        return ERRORS[cell.value]
    return cell.value


def formula_in(cell: CellState) -> str:
    return cell.formula or as_text(cell.value)


def as_text(value: Any) -> str:
    return "" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)


def fill_area(
    sheet: SheetState, area: Area, data: Any, typed: Callable[[CellState, Any], None]
) -> None:
    """Write a value into every cell, or rows of the same shape as the cells.

    Where a filter hides some, Excel writes the first value of rows into every cell that shows.
    """
    refuse_locked(sheet, area)
    top, left, bottom, right = area
    whole = isinstance(data, list | tuple)
    if whole:
        assert len(data) == bottom - top + 1, "as many rows as the range has"
        assert {len(row) for row in data} == {right - left + 1}, "as many cells as the range has"
    give_up(sheet, area)
    filtered = whole and sheet.obstacles.all_hidden(area) is not False
    for row, column in places_of(area):
        if filtered and row in sheet.obstacles.hidden:
            continue
        cell = sheet.cells.setdefault((row, column), CellState())
        at = (0, 0) if filtered else (row - top, column - left)
        typed(cell, data[at[0]][at[1]] if whole else data)
        if cell == CellState() and not cell.is_date:
            del sheet.cells[row, column]


def refuse_locked(sheet: SheetState, area: Area) -> None:
    if sheet.obstacles.protected and sheet.obstacles.locked(area) is not False:
        raise ExcelError("the cell is on a protected sheet")


def give_up(sheet: SheetState, area: Area) -> None:
    """Let go of the answers that fill several cells: an array only as a whole."""
    written = set(places_of(area))
    for place, filled in [*sheet.arrays.items()]:
        if hit := written & set(places_of(filled)):
            if len(hit) < len([*places_of(filled)]):
                raise ExcelError("you cannot change part of an array")
            del sheet.arrays[place]
    for place in written & set(sheet.spills):
        spill = sheet.spills.pop(place)
        others = {each: sheet.cells.pop(each, None) for each in places_of(spill) if each != place}
        sheet.spilled[place, sheet.cells[place].formula] = (spill, others)


def spill_again(sheet: SheetState, area: Area) -> None:
    """Let formulas spill that did before, where the cells are blank."""
    for place in places_of(area):
        cell = sheet.cells.get(place)
        spill, others = sheet.spilled.get((place, cell.formula if cell else ""), (area, {}))
        if others and not any(each in sheet.cells for each in others):
            sheet.spills[place] = spill
            sheet.cells.update({each: state for each, state in others.items() if state})


def entered(cell: CellState, value: Any) -> None:
    """Put into a cell what is given to Range.Value, where Norwegian says #I/T for #N/A."""
    if isinstance(value, str) and value in ERRORS:
        raise ExcelError(f"{value} would be a text in another language: give it as a formula")
    typed_in(cell, value)


def typed_in(cell: CellState, value: Any) -> None:
    """Put into a cell what a person would have typed."""
    assert not isinstance(value, int) or isinstance(value, bool), "no ints: they stand for errors"
    cell.formula = ""
    if isinstance(value, str) and value.startswith("'"):
        cell.value = value[1:]
    elif isinstance(value, str) and value.startswith("="):
        cell.formula, cell.value = value, None
    elif isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?(e\d+)?", value):
        cell.value = float(value)
    else:
        cell.value = None if value == "" else value
