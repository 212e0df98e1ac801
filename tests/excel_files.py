"""Workbook files, as the double of Excel opens them."""

import re
from datetime import datetime, timedelta
from functools import cache
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from tests.excel_obstacles import Place
from tests.excel_state import DAY_ZERO, BookState, CellState, SheetState, TableState


def opened(content: bytes, name: str) -> BookState:
    """Return the state of a workbook file, as we write them, as Excel opens it."""
    with ZipFile(BytesIO(content)) as file:
        parts = {part: file.read(part).decode() for part in file.namelist() if "theme" not in part}
    listed = parts["xl/workbook.xml"]
    titles = [unescape(title) for title in re.findall(r'<sheet\b[^>]*\bname="([^"]*)"', listed)]
    book = BookState(name, [SheetState(title, content, _cells_of) for title in titles])
    for title, scope, place in re.findall(
        r'<definedName name="([^"]+)"([^>]*)>([^<]*)</definedName>', listed
    ):
        own = re.search(r'localSheetId="(\d+)"', scope)
        names = book.sheets[int(own[1])].names if own else book.names
        names[title] = unescape(place)
    for number, sheet in enumerate(book.sheets, 1):
        rels = parts.get(f"xl/worksheets/_rels/sheet{number}.xml.rels", "")
        for target in re.findall(r'Target="/(xl/tables/[^"]+)"', rels):
            ref = re.findall(r'\bref="([^"]+)"', parts[target])[0]
            table = re.findall(r'\bdisplayName="([^"]+)"', parts[target])[0]
            left, top, right, bottom = range_boundaries(ref)
            sheet.tables.append(TableState(table, (top, left, bottom, right)))
    return book


@cache
def _cells_of(content: bytes) -> dict[str, dict[Place, CellState]]:
    source = load_workbook(BytesIO(content))
    return {
        sheet.title: {
            (cell.row, cell.column): _cell(cell)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None or getattr(cell, "is_date", False)
        }
        for sheet in source.worksheets
    }


def _cell(cell: Any) -> CellState:
    value, is_date = cell.value, bool(cell.is_date)
    if cell.data_type == "f":
        literal = re.fullmatch(r'="([^"]*)"', str(value))
        return CellState(literal[1] if literal else None, str(value), is_date)
    if isinstance(value, datetime):
        return CellState((value - DAY_ZERO) / timedelta(days=1), "", is_date=True)
    if isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    return CellState(value, "", is_date)
