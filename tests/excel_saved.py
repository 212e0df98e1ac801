"""The double's workbooks as files, for LibreOffice to calculate."""

import re
from datetime import timedelta
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from tests.excel_obstacles import Area
from tests.excel_state import DAY_ZERO, ERRORS, BookState, CellState, SheetState

CELL = r"(\[@\[[^\[\]]+\]\]|[^(),]+)"
CPC = re.compile(rf"\bCPC\({CELL},{CELL}\)")
LIMIT = re.compile(rf"INDEX\(CPC_CI\({CELL},{CELL}\),1,([12])\)")
THIS_ROW = re.compile(r"(?<!\w)\[@\[?([^\[\]]+)\]{1,2}")


def saved(book: BookState, path: Path) -> Path:
    """Write a workbook to a file: cells, tables and names, without the looks."""
    file = Workbook()
    file.remove(file.active)
    for state in book.sheets:
        sheet = file.create_sheet(state.name)
        for (row, column), cell in state.cells.items():
            _write(sheet, row, column, cell, state)
        for table in state.tables:
            sheet.add_table(Table(displayName=table.name, ref=_address(table.area)))
    for name, place in book.names.items():
        file.defined_names[name] = DefinedName(name, attr_text=place.removeprefix("="))
    file.save(path)
    return path


def _write(sheet: Worksheet, row: int, column: int, state: CellState, of: SheetState) -> None:
    cell = sheet.cell(row, column)
    if state.formula:
        cell.value = _native(state.formula, of)
    elif state.is_date and isinstance(state.value, float):
        cell.value = DAY_ZERO + timedelta(days=state.value)
    else:
        cell.value = state.value
        if isinstance(state.value, str):
            cell.data_type = "e" if state.value in ERRORS else "s"


def _native(formula: str, sheet: SheetState) -> str:
    """Return a formula without our functions: a quotient, and the exact limits of a count.

    Garwood's limits by the chi-squared distribution, which every spreadsheet has: Garwood,
    Biometrika 28 (1936) 437, as in NIST's handbook, 7.1.4 and its Poisson limits.
    """

    def limit(found: re.Match[str]) -> str:
        cost, count, which = found.groups()
        if which == "1":
            return f"{cost}/(CHIINV(0.025,2*({count}+1))/2)"
        return f"{cost}/(CHIINV(0.975,2*{count})/2)"

    native = CPC.sub(r"\1/\2", LIMIT.sub(limit, formula))
    if sheet.tables:
        native = THIS_ROW.sub(rf"{sheet.tables[0].name}[[#This Row],[\1]]", native)
    return native


def _address(area: Area) -> str:
    top, left, bottom, right = area
    return f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"
