"""Explain this cell: what is in the formula of the active cell, and what follows from it."""

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from addin.explaining import UNREAD, explained, function_called, named_inputs
from addin.hosts.calc.office.cells import error_named
from addin.hosts.calc.office.formula import call_in, own
from addin.hosts.calc.office.refusal import Refused
from addin.hosts.calc.office.words import translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from addin.hosts.calc.office.commands import Session

TEXT = 2  # com.sun.star.sheet.FormulaResult, a constant group: VALUE 1, STRING 2, ERROR 4
CIRCULAR, NO_NAME = 522, 525  # Calc's own numbers of errors
COLUMN = re.compile(r"(\w+)\[([^\[\]#@]+)\]")


def explain_cell(session: "Session") -> str:
    """Return what the figure in the active cell is made of."""
    _ = session.say
    workbook = session.workbook
    cell = _active(session)
    call = call_in(own(cell.Formula))
    function = function_called(call[0]) if call else None
    if call is None or function is None:
        raise Refused(_("The formula of this cell does not begin with one of our functions."))
    values = [_value(workbook, cell, text) for text in call[1]]
    inputs = named_inputs(function, call[1], values)
    lines = explained(
        _,
        function,
        cell.FormulaLocal,
        _content(cell),
        inputs,
        summary=translator(session.language, "functions")(function.summary),
        shown=str(cell.String) if cell.getError() else "",
    )
    if cell.getError() == NO_NAME:
        lines.append(_("Excel wrote this formula: Recalculate in the menu CPC reads it."))
    return "\n".join(lines)


def _active(session: "Session") -> Any:
    """Return the first cell of the selection."""
    _ = session.say
    selected = session.workbook.CurrentController.getSelection()
    if not hasattr(selected, "getCellByPosition"):
        raise Refused(_("Select cells first: what is selected is no range of cells."))
    return selected.getCellByPosition(0, 0)


def _value(workbook: Any, cell: Any, text: str) -> Any:
    """Return what an argument is worth, as the functions take it."""
    if not text.strip():
        return None
    area = _area(workbook, cell.Spreadsheet, text.strip())
    if area is None:
        return _computed(workbook, cell, text)
    address = area.RangeAddress
    if (address.StartColumn, address.StartRow) == (address.EndColumn, address.EndRow):
        return _content(area.getCellByPosition(0, 0))
    return _rows(area)


def _area(workbook: Any, sheet: Any, text: str) -> Any | None:
    """Return the range that a text refers to: cells, a name, or a column of a table."""
    from com.sun.star.lang import IllegalArgumentException
    from com.sun.star.uno import RuntimeException

    column = COLUMN.fullmatch(text)
    if column and workbook.DatabaseRanges.hasByName(column[1]):
        return _column(workbook, workbook.DatabaseRanges.getByName(column[1]).DataArea, column[2])
    try:
        return sheet.getCellRangeByName(text)
    except RuntimeException:
        pass
    try:
        found = workbook.Sheets.getCellRangesByName(text)
    except IllegalArgumentException:
        return None
    return found[0] if len(found) == 1 else None


def _column(workbook: Any, table: Any, title: str) -> Any | None:
    """Return the cells below a title of a table."""
    sheet = workbook.Sheets.getByIndex(table.Sheet)
    place = (table.StartColumn, table.StartRow, table.EndColumn, table.StartRow)
    titles = sheet.getCellRangeByPosition(*place).getDataArray()[0]
    if title not in titles:
        return None
    at = table.StartColumn + titles.index(title)
    return sheet.getCellRangeByPosition(at, table.StartRow + 1, at, table.EndRow)


def _rows(area: Any) -> list[list[Any]]:
    """Return the cells of a range, as far down and right as any is filled."""
    sheet = area.Spreadsheet
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end, address = cursor.RangeAddress, area.RangeAddress
    used = sheet.getCellRangeByPosition(
        address.StartColumn,
        address.StartRow,
        max(address.StartColumn, min(address.EndColumn, end.EndColumn)),
        max(address.StartRow, min(address.EndRow, end.EndRow)),
    )
    rows = [list(row) for row in used.getDataArray()]
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            if value is None:  # so an error arrives
                row[right] = error_named(used.getCellByPosition(right, down).getError())
            elif value == "":
                row[right] = None
    return rows


def _content(cell: Any) -> Any:
    """Return what a cell holds, as the functions take it."""
    if cell.getError():
        return error_named(cell.getError())
    kind = cell.Type.value
    if kind == "EMPTY":
        return None
    text = kind == "TEXT" or (kind == "FORMULA" and cell.FormulaResultType2 == TEXT)
    return cell.String if text else cell.Value


def _computed(workbook: Any, cell: Any, text: str) -> Any:
    """Return what an expression is worth in the row of its formula, UNREAD where it is many cells.

    It is calculated in an empty cell at the end of that row, which is left as it was.
    """
    sheet = cell.Spreadsheet
    spare = sheet.getCellByPosition(sheet.Columns.Count - 1, cell.CellAddress.Row)
    if spare.Type.value != "EMPTY" or sheet.isProtected() or workbook.isReadonly():
        return UNREAD
    changed = workbook.isModified()
    try:
        if _calculated(workbook, spare, f"=IFERROR(ROWS({text})*COLUMNS({text});1)") != 1:
            return UNREAD
        value = _calculated(workbook, spare, f"={text}")
        return UNREAD if spare.getError() == CIRCULAR else value
    finally:
        with _unrecorded(workbook):
            spare.Formula = ""
        workbook.setModified(changed)


def _calculated(workbook: Any, spare: Any, formula: str) -> Any:
    with _unrecorded(workbook):
        spare.Formula = formula
    return _content(spare)


@contextmanager
def _unrecorded(workbook: Any) -> "Iterator[None]":
    """Leave one change out of Undo: LibreOffice records a second one, locked or not."""
    undo = workbook.getUndoManager()
    undo.lock()
    try:
        yield
    finally:
        undo.unlock()
