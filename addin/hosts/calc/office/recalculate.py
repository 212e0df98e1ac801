"""Recalculate: formulas that Excel wrote are read as ours, and everything is calculated anew."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from addin.hosts.calc.office.documents import one_step, progress
from addin.hosts.calc.office.formula import own
from addin.hosts.calc.office.open_sheets import check_open

if TYPE_CHECKING:
    from addin.hosts.calc.office.commands import Session

FORMULAS = 16  # com.sun.star.sheet.CellFlags.FORMULA
TO_BOTTOM = 0  # com.sun.star.sheet.FillDirection
LONG = 50
"""Formulas below one another; each that is entered alone takes LibreOffice longer than the last."""


class Cell(NamedTuple):
    """A cell by column and row, and the formula that it should have."""

    column: int
    row: int
    formula: str


def recalculate(session: "Session") -> str:
    """Calculate everything, after calls of our functions by other names have been read anew.

    Excel saves a call of its add-in as [1]!CPC(…), and LibreOffice before 24.2 does not know a
    bare CPC(…) in its files.
    """
    _ = session.say
    workbook = session.workbook
    found = {sheet.Name: _foreign(sheet) for sheet in workbook.Sheets}
    for name in filter(found.get, found):
        check_open(session, workbook.Sheets.getByName(name))
    with progress(workbook, _("Recalculate")), one_step(workbook, _("Recalculate")):
        for name, cells in found.items():
            for run in _runs(cells):
                _rename(workbook.Sheets.getByName(name), run)
    workbook.calculateAll()
    count = sum(map(len, found.values()))
    if not count:
        return _("Everything was calculated anew.")
    told = _("Everything was calculated anew; cells of Excel that are read now: {count}.")
    return told.format(count=count)


def _foreign(sheet: Any) -> list[Cell]:
    """Return the cells whose formula has other names, column by column."""
    cells = []
    for area in sheet.queryContentCells(FORMULAS).RangeAddresses:
        place = (area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
        rows = sheet.getCellRangeByPosition(*place).getFormulaArray()
        for row, formulas in enumerate(rows, area.StartRow):
            for column, formula in enumerate(formulas, area.StartColumn):
                if (ours := own(formula)) != formula:
                    cells.append(Cell(column, row, ours))
    return sorted(cells)


def _runs(cells: list[Cell]) -> Iterator[list[Cell]]:
    """Yield cells that stand below one another."""
    together = groupby(enumerate(cells), lambda each: (each[1].column, each[1].row - each[0]))
    for _, run in together:
        yield [cell for _, cell in run]


def _rename(sheet: Any, run: list[Cell]) -> None:
    """Give the formulas of a run their names.

    A long one is filled down from its first, as a person would do it, where the formats are alike;
    what that does not make as it should be is entered by itself.
    """
    area = sheet.getCellRangeByPosition(run[0].column, run[0].row, run[0].column, run[-1].row)
    left = run
    is_array = any(cell.formula.startswith("{") for cell in run)
    if len(run) > LONG and not is_array and area.getUniqueCellFormatRanges().Count == 1:
        _enter(sheet, run[0])
        area.fillAuto(TO_BOTTOM, 1)
        filled = [row[0] for row in area.getFormulaArray()]
        left = [cell for cell, formula in zip(run, filled, strict=True) if formula != cell.formula]
    for cell in left:
        _enter(sheet, cell)


def _enter(sheet: Any, place: Cell) -> None:
    """Enter a formula in its cell; an array of cells has one formula, entered once."""
    cell = sheet.getCellByPosition(place.column, place.row)
    if not cell.getArrayFormula():
        cell.Formula = place.formula
        return
    array = sheet.createCursorByRange(cell)
    array.collapseToCurrentArray()
    first = array.RangeAddress.StartColumn, array.RangeAddress.StartRow
    formula = sheet.getCellByPosition(*first).Formula.strip("{}")
    if own(formula) != formula:
        array.setArrayFormula(own(formula))
