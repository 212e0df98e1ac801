"""Cells as Excel hands them over, and as it takes them: dates, currency, errors, texts."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from math import isclose
from typing import TYPE_CHECKING, Any

from addin.exports.grid import Cell
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.writable import refuse_unwritable
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
    """Return the cells of a range: a day without a time is a date, an error its text.

    Excel hands currency over with four decimals; where there is some, it is read again, exactly.
    """
    return rows_of(area.raw_value, lambda: area.api.Value2)


def exact(session: Session, area: "Range") -> Block:
    """Return the cells of a range as they are stored, to be written back: days are numbers.

    Raises Refused where Excel would not write them back.
    """
    refuse_unwritable(area)
    return rows_of(area.raw_value if session.on_mac else area.api.Value2)


def rows_of(raw: Any, again: Callable[[], Any] = lambda: None) -> Block:
    """Return what Excel hands over as rows of cells: a single cell comes without rows.

    `again` reads the same cells with currency as plain numbers.
    """
    rows = _rows(raw)
    if not any(isinstance(value, Decimal) for row in rows for value in row):
        return [[cell(value) for value in row] for row in rows]
    return [
        [
            cell(plain if isinstance(value, Decimal) else value)
            for value, plain in zip(*both, strict=True)
        ]
        for both in zip(rows, _rows(again()), strict=True)
    ]


def put(area: "Range", rows: Sequence[Sequence[Cell]]) -> None:
    """Write rows into a range of their shape, in one step.

    Errors go in as formulas, which are in English in every Excel: as a value, a Norwegian Excel
    would take #N/A for a text. Raises Refused where Excel would write them into other cells.
    """
    refuse_unwritable(area)
    given = written(rows)
    if any(isinstance(value, str) and value in ERRORS.values() for row in rows for value in row):
        area.formula = given
    else:
        area.raw_value = given


def alike(one: Cell, other: Cell) -> bool:
    """Return whether two cells hold the same, but for what a number loses on its way.

    A blank cell is like an empty text and not like 0.
    """
    first, second = (serial(value) if isinstance(value, date) else value for value in (one, other))
    if isinstance(first, int | float) and isinstance(second, int | float):
        return isclose(first, second, rel_tol=1e-9, abs_tol=1e-9)
    return first == second or {first, second} <= {None, ""}


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
    formula and 3-4 a date. An error stands as its text.
    """
    return [[_given(value) for value in row] for row in rows]


def serial(day: date) -> float:
    """Return a day or a moment as the number that cells hold."""
    moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)  # noqa: DTZ001 - as above
    return (moment.replace(tzinfo=None) - DAY_ZERO) / timedelta(days=1)


def _rows(raw: Any) -> Sequence[Sequence[Any]]:
    return raw if isinstance(raw, tuple | list) else ((raw,),)


def _given(value: Cell) -> Any:
    if isinstance(value, date):
        return serial(value)
    if isinstance(value, str) and value not in ERRORS.values():
        return f"'{value}" if value else None
    return value


def _error(number: int) -> str:
    return ERRORS.get(number, NEWER_ERROR)


def _moment(value: datetime) -> date:
    parts = (value.year, value.month, value.day, value.hour, value.minute, value.second)
    moment = datetime(*parts)  # noqa: DTZ001 - as above
    return moment if any(parts[3:]) else moment.date()
