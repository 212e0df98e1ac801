"""Cells as Excel hands them over, and as it takes them: dates, currency, errors, texts."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from addin.exports.grid import Cell
from cpc_functions.cells import CellError, ErrorCode

if TYPE_CHECKING:
    from xlwings import Range

ERRORS = {
    -2146826281: "#DIV/0!",
    -2146826246: "#N/A",
    -2146826259: "#NAME?",
    -2146826288: "#NULL!",
    -2146826252: "#NUM!",
    -2146826265: "#REF!",
    -2146826273: "#VALUE!",
}
NEWER_ERROR = "#VALUE!"  # #SPILL!, #CALC! and their kind: no cell can be given them
ERROR_NUMBERS = range(-2146826288, -2146826200)
DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - cells know no time zones

Block = list[list[Cell]]


def block_of(area: "Range") -> Block:
    """Return the cells of a range, read in one step.

    Currency is a float, a day without a time a date, an error its text.
    """
    return rows_of(area.raw_value)


def rows_of(raw: Any) -> Block:
    """Return what Excel hands over as rows of cells: a single cell comes without rows."""
    rows = raw if isinstance(raw, tuple | list) else ((raw,),)
    return [[cell(value) for value in row] for row in rows]


def cell(value: Any) -> Cell:
    """Return one cell. Excel's numbers are floats: an int is the number of an error."""
    if isinstance(value, bool | float):
        return value
    if value is None or value == "":
        return None
    if isinstance(value, int):
        return _error(value) if value in ERROR_NUMBERS else float(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime):
        return _moment(value)
    return str(value)


def argument(value: Cell) -> Any:
    """Return a cell as the functions take it: errors as errors, dates as serial numbers."""
    if isinstance(value, str) and value in ERRORS.values():
        return CellError(ErrorCode(value))
    return serial(value) if isinstance(value, date) else value


def written(rows: Sequence[Sequence[Cell]]) -> list[list[Any]]:
    """Return rows as Excel is given them.

    A text has an apostrophe before it, which Excel takes away: without it =1+1 would become a
    formula and 3-4 a date. An error stands as its text, which Excel reads as the error.
    """
    return [[_given(value) for value in row] for row in rows]


def serial(day: date) -> float:
    """Return a day or a moment as the number that cells hold."""
    moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)  # noqa: DTZ001 - as above
    return (moment.replace(tzinfo=None) - DAY_ZERO) / timedelta(days=1)


def _given(value: Cell) -> Any:
    if isinstance(value, date):
        return serial(value)
    if isinstance(value, str) and value not in ERRORS.values():
        return f"'{value}"
    return value


def _error(number: int) -> str:
    return ERRORS.get(number, NEWER_ERROR)


def _moment(value: datetime) -> date:
    parts = (value.year, value.month, value.day, value.hour, value.minute, value.second)
    moment = datetime(*parts)  # noqa: DTZ001 - as above
    return moment if any(parts[3:]) else moment.date()
