"""Recalculate: formulas that Excel wrote are read as ours, and everything is calculated anew."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from addin.hosts.calc.names import stored
from cpc_functions import CATALOGUE

if TYPE_CHECKING:
    from addin.hosts.calc.office.commands import Session

FORMULAS = 16  # com.sun.star.sheet.CellFlags.FORMULA
NAMES = "|".join(sorted((function.name for function in CATALOGUE), key=len, reverse=True))
FOREIGN = re.compile(
    rf"""("[^"]*")                              # a text stays as it is
    | (?<![\w.'!\]])                            # nothing that could be a longer name
      (?:\[\d+\]! | '[^']*\.xlam'! | \w+\.xlam!)?  # the add-in's file, as Excel writes it
      ({NAMES})(?=\()""",
    re.IGNORECASE | re.VERBOSE,
)


def recalculate(session: "Session") -> str:
    """Calculate everything, after calls of our functions by other names have been read anew.

    Excel saves a call of its add-in as [1]!CPC(…), and LibreOffice before 24.2 does not know a
    bare CPC(…) in its files.
    """
    _ = session.say
    workbook = session.workbook
    count = 0
    with _one_step(workbook, _("Recalculate")):
        for sheet in workbook.Sheets:
            count += sum(_renamed(sheet, place) for place in _foreign(sheet))
    workbook.calculateAll()
    if not count:
        return _("Everything was calculated anew.")
    return _(
        "Everything was calculated anew; formulas of Excel that are read now: {count}."
    ).format(count=count)


def own(formula: str) -> str:
    """Return a formula in which each call of our functions has the name that LibreOffice knows."""
    return FOREIGN.sub(lambda found: found[1] or stored(found[2].upper()), formula)


def _foreign(sheet: Any) -> Iterator[tuple[int, int]]:
    """Yield the places of cells whose formula has other names, by column and row."""
    for area in sheet.queryContentCells(FORMULAS).RangeAddresses:
        place = (area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
        rows = sheet.getCellRangeByPosition(*place).getFormulaArray()
        for down, row in enumerate(rows):
            for right, formula in enumerate(row):
                if own(formula) != formula:
                    yield area.StartColumn + right, area.StartRow + down


def _renamed(sheet: Any, place: tuple[int, int]) -> int:
    """Give one formula its names and return 1; 0 for a cell of an array that has them already."""
    cell = sheet.getCellByPosition(*place)
    if not cell.getArrayFormula():
        cell.Formula = own(cell.Formula)
        return 1
    array = sheet.createCursorByRange(cell)
    array.collapseToCurrentArray()
    first = array.RangeAddress.StartColumn, array.RangeAddress.StartRow
    formula = sheet.getCellByPosition(*first).Formula.strip("{}")
    if own(formula) == formula:
        return 0
    array.setArrayFormula(own(formula))
    return 1


@contextmanager
def _one_step(workbook: Any, title: str) -> Iterator[None]:
    """Make one step of Undo of what happens inside."""
    undo = workbook.getUndoManager()
    undo.enterUndoContext(title)
    workbook.lockControllers()
    try:
        yield
    finally:
        workbook.unlockControllers()
        undo.leaveUndoContext()
