"""A workbook's visible sheets, with the cells as the workbook types them."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from addin.exports.lost_cells import lost_cells
from addin.exports.text_file import Unreadable
from addin.exports.workbook_parts import sheet_parts

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

    from addin.exports.grid import Cell
    from addin.exports.limits import Archive


def sheets(content: bytes, archive: "Archive") -> Iterator[tuple[str, list[list["Cell"]]]]:
    """Yield the name and the rows of every visible sheet; blank cells at a row's end are cut.

    Numbers are floats and errors are their text (#N/A). Hidden rows are read as others are.
    """
    from python_calamine import (  # quick to import, but a text needs none of it
        CalamineError,
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    parts = sheet_parts(archive)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        visible = (SheetVisibleEnum.Visible, SheetTypeEnum.WorkSheet)
        names = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if (sheet.visible, sheet.typ) == visible
        ]
        lost = {name: [*lost_cells(parts[name], f"{archive.path}, {name}")] for name in names}
        del parts  # as large as all that is read from it
        for name in names:
            rows = _rows(workbook.get_sheet_by_name(name))
            for row, column, text in lost[name]:
                _put(rows, row, column, text)
            yield name, [_cut(row) if row and row[-1] is None else row for row in rows]
    except (CalamineError, KeyError, OSError, ValueError) as fault:
        raise Unreadable(
            f"{archive.path}: the workbook cannot be read ({fault}); open it in the spreadsheet "
            "program and save it as XLSX again."
        ) from None


def _rows(sheet: "CalamineSheet") -> list[list["Cell"]]:
    """Return a sheet's cells from A1 on; equal texts are one object, for most occur many times."""
    if sheet.start is None:
        return []
    known = _Texts({"": None})
    rows: list[list[Cell]] = [
        [
            value
            if value.__class__ is float
            else known[value]
            if value.__class__ is str
            else _cell(value)
            for value in row
        ]
        for row in sheet.iter_rows()
    ]
    first = sheet.start[1]  # the rows begin with the first column that holds something
    return [[None] * first + row for row in rows] if first else rows


class _Texts(dict[str, str | None]):
    """Each text of a sheet once; the empty one is a blank cell."""

    def __missing__(self, text: str) -> str:
        self[text] = text
        return text


def _cell(value: Any) -> "Cell":
    """Return a cell that is neither a float nor a text."""
    if isinstance(value, bool | float | date | datetime):
        return value
    if isinstance(value, int):
        return float(value)
    return _duration(value)


def _duration(value: time | timedelta) -> str:
    """Return hours, minutes and seconds as text: a duration is no number to be added to a cost."""
    if isinstance(value, time):
        return value.isoformat("seconds")
    seconds = round(value.total_seconds())
    sign = "-" if seconds < 0 else ""
    minutes, seconds = divmod(abs(seconds), 60)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def _put(rows: list[list["Cell"]], row: int, column: int, text: str) -> None:
    """Set a cell, which may lie beyond all cells that hold a value."""
    rows.extend([] for _ in range(row + 1 - len(rows)))
    rows[row].extend([None] * (column + 1 - len(rows[row])))
    rows[row][column] = text


def _cut(row: list["Cell"]) -> list["Cell"]:
    while row and row[-1] is None:
        row.pop()
    return row
