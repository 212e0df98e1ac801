"""Cells as they cross between Excel and Python, said apart from the program that is tested."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from cpc_functions.cells import CellError, ErrorCode

ERRORS = {
    ErrorCode.NULL: 2000,
    ErrorCode.DIV0: 2007,
    ErrorCode.VALUE: 2015,
    ErrorCode.REF: 2023,
    ErrorCode.NAME: 2029,
    ErrorCode.NUM: 2036,
    ErrorCode.NA: 2042,
    ErrorCode.GETTING_DATA: 2043,
    ErrorCode.SPILL: 2045,
    ErrorCode.CONNECT: 2046,
    ErrorCode.BLOCKED: 2047,
    ErrorCode.UNKNOWN: 2048,
    ErrorCode.FIELD: 2049,
    ErrorCode.CALC: 2050,
    ErrorCode.BUSY: 2051,
}
"""What CVErr takes: learn.microsoft.com, Excel VBA, XlCVError; there, BUSY is yet missing."""

FIRST_ERROR = -0x80000000 + 0xA0000
"""An error cell is the HRESULT 0x800A0000 and the number of its error."""


def hresult(code: ErrorCode) -> int:
    """Return the int that an error cell is on its way."""
    return FIRST_ERROR + ERRORS[code]


def sent(cells: Any) -> Any:
    """Return an argument as the add-in sends it: Value2 of a cell or of a range."""
    if isinstance(cells, (list, tuple)):
        rows = [row if isinstance(row, (list, tuple)) else [row] for row in cells]
        return tuple(tuple(map(sent, row)) for row in rows)
    if isinstance(cells, CellError):
        return hresult(cells.code)
    return float(cells) if isinstance(cells, int) and not isinstance(cells, bool) else cells


def received(answer: Any) -> Any:
    """Return what Excel gets for an answer of the door: a single row comes as a flat array."""
    if isinstance(answer, list):
        rows = tuple(tuple(map(received, row)) for row in answer)
        if len(rows) > 1:
            return rows
        return rows[0] if len(rows[0]) > 1 else rows[0][0]
    return hresult(answer.code) if isinstance(answer, CellError) else answer


def carried(answer: Any) -> Any:
    """Return what COM carries of a method's answer: a list as an array.

    Of a tuple, pywin32 sends the first element alone (seen by `make excel-e2e`).
    """
    if isinstance(answer, tuple):
        return answer[0]
    if isinstance(answer, list):
        return tuple(tuple(part) if isinstance(part, list) else part for part in answer)
    return answer


def each_cell(cells: Any, turned: Any) -> Any:
    """Return an argument with each cell turned into something else."""
    if isinstance(cells, tuple):
        return tuple(each_cell(part, turned) for part in cells)
    return turned(cells)


def as_currency(cell: Any) -> Any:
    """Return a number as a cell with a currency format gives it by Value."""
    return Decimal(repr(cell)) if isinstance(cell, float) else cell


def as_date(cell: Any) -> Any:
    """Return a number as a cell with a date format gives it by Value, in pywin32's UTC."""
    if not isinstance(cell, float) or not 61 <= cell < 2958466:
        return cell
    return datetime(1899, 12, 30, tzinfo=UTC) + timedelta(days=cell)


def leaves(answer: Any) -> list[Any]:
    """Return the cells of what Excel gets."""
    return [c for part in answer for c in leaves(part)] if isinstance(answer, tuple) else [answer]


def turned_over(cells: Any) -> Any:
    """Return a range with rows for columns; a cell stays as it is."""
    if not isinstance(cells, (list, tuple)):
        return cells
    rows = [row if isinstance(row, (list, tuple)) else [row] for row in cells]
    return [list(column) for column in zip(*rows, strict=True)]
