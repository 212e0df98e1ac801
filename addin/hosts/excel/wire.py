"""Cells as Excel sends them over COM, and as the functions take and give them."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import chain
from typing import Any

from cpc_functions.cells import EPOCH, CellError, ErrorCode, shown
from cpc_functions.shapes import is_range

Wire = float | str | bool | int
"""What goes back: a number is a float, and an int is an error cell and nothing else."""

MISSING = "\x1fmissing"
"""Stands for an argument left out between others; those at the end are not sent."""

FIRST_ERROR = -2146828288
"""An error cell is an HRESULT: 0x800A0000 and the number that CVErr takes."""

NUMBERS = {
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
"""XlCVError of Excel's object model. Those from GETTING_DATA on only ever come from a cell."""

_CODES = {number: code for code, number in NUMBERS.items()}
_ERRORS = range(FIRST_ERROR, FIRST_ERROR + 0x10000)
_RANGES = {list, tuple}
_AS_THEY_ARE = {float, str, bool, type(None)}
_DAY_ZERO = datetime.fromordinal(EPOCH)


def read(sent: Any) -> Any:
    """Return what a function takes for one argument: a cell, or the rows of a range.

    A flat array is a row, as Excel sends {1,2,3}. Ragged rows are left to the function, which
    refuses them. Of what no cell holds, #VALUE! or #NUM! is made, never an exception.
    """
    if not is_range(sent):
        return None if sent == MISSING else _cell(sent)
    parts = set(map(type, sent))
    if parts.isdisjoint(_RANGES):
        return [list(map(_cell, sent))] if sent else sent
    rows = sent if parts <= _RANGES else [part if is_range(part) else (part,) for part in sent]
    if set(map(type, chain.from_iterable(rows))) <= _AS_THEY_ARE:
        return rows
    return [list(map(_cell, row)) for row in rows]


def written(answer: Any) -> list[list[Wire]]:
    """Return an answer as rows of what COM carries; one cell is one row of one.

    The server of xlwings measures every answer with `len`, and takes one cell out of its row.
    Lists, because pywin32 takes a tuple for a result with out-parameters, and sends its first
    element alone.
    """
    if not is_range(answer):
        return [[_sent(answer)]]
    if CellError in set(map(type, chain.from_iterable(answer))):
        return [list(map(_sent, row)) for row in answer]
    return list(map(list, answer))


def _cell(sent: Any) -> Any:
    if sent.__class__ in _AS_THEY_ARE:
        return sent
    if isinstance(sent, int) and sent in _ERRORS:
        return CellError(_CODES.get(sent - FIRST_ERROR, ErrorCode.UNKNOWN))
    if isinstance(sent, (int, Decimal)):
        try:
            return float(sent)
        except (OverflowError, ValueError):
            return CellError(ErrorCode.NUM, "The number is too large for a cell.")
    if isinstance(sent, date):
        return _serial(sent)
    return CellError(ErrorCode.VALUE, f"Expected what a cell holds, found {shown(sent)}.")


def _serial(day: date) -> float:
    """Return the number of a date, with its time of day as the fraction."""
    moment = day if isinstance(day, datetime) else datetime.fromordinal(day.toordinal())
    return (moment.replace(tzinfo=None) - _DAY_ZERO) / timedelta(days=1)


def _sent(cell: Any) -> Wire:
    if cell.__class__ is CellError:
        return FIRST_ERROR + NUMBERS[cell.code]
    answer: Wire = cell
    return answer
