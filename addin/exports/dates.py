"""Columns of dates, read strictly: the order of day and month is proved by the column.

What one cell may mean stands in written_date.py, and what the column proves in date_order.py.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from math import isfinite
from typing import NamedTuple

from addin.exports.date_order import DECIDES, ORDERS, Place, prove_order
from addin.exports.grid import Cell
from addin.exports.missing import is_missing, quoted, refused
from addin.exports.written_date import FIRST_YEAR, LAST_YEAR, Grain, Written, written
from cpc_functions.cells import EPOCH

_NTH = re.compile(r"[01]\d{3}", re.ASCII)
_OUT_OF_TIME = f"is no day from {FIRST_YEAR} to {LAST_YEAR - 1}"
_TWO_DIGITS = re.compile(r"\d{1,2}([-./])\d{1,2}\1\d{2}", re.ASCII)


class Dates(NamedTuple):
    """A column of dates; None stands where the cell was empty.

    `order` is "dmy", "mdy" or "ymd" as the texts have it, "" where they need none. A `grain` of
    week or month means that the dates are first days. `has_time`: a time of day was cut off,
    which leaves the date of the clock that wrote it.
    """

    values: list[date | None]
    order: str
    has_time: bool
    grain: Grain


def read_dates(
    cells: Sequence[Cell],
    *,
    order: str | None = None,
    start: date | None = None,
    serials: bool = False,
) -> Dates:
    """Return the dates of a column; raises Doubtful at a cell that is not certain.

    `order` is declared by the user, `start` by the file: the day that its "Nth day" counts from.
    `serials` says that numbers are days as a spreadsheet counts them.
    """
    if order not in (None, "ymd", *ORDERS):
        raise ValueError(order)
    first: dict[Cell, int] = {}  # a column of a hundred thousand rows holds few different days
    for index, cell in enumerate(cells):
        first.setdefault(cell, index)
    read = {cell: _read(index, cell, start, serials=serials) for cell, index in first.items()}
    known = [(first[cell], day) for cell, day in read.items() if day]
    proved = order or prove_order(cells, known)
    values = {
        cell: _dated(first[cell], cell, day, proved) if day else None for cell, day in read.items()
    }
    return Dates(
        [values[cell] for cell in cells],
        _order(known, proved),
        any(day.timed for _, day in known),
        _grain(cells, known),
    )


def _read(index: int, cell: Cell, start: date | None, *, serials: bool) -> Written | None:
    """Return what a cell may mean; None when it is empty."""
    if is_missing(cell):
        return None
    if isinstance(cell, str):
        return _said(index, cell, start)
    if isinstance(cell, date):
        return _typed(index, cell)
    if isinstance(cell, bool) or cell is None:
        raise refused(index, cell, "is TRUE or FALSE in a column of dates")
    if float(cell).is_integer() and (day := written(f"{cell:.0f}")):
        return day
    if serials and isfinite(cell) and FIRST_YEAR <= _serial(cell).year < LAST_YEAR:
        return Written({"": _serial(cell)}, timed=not float(cell).is_integer())
    raise refused(index, cell, "is a number in a column of dates")


def _typed(index: int, cell: date) -> Written:
    if not FIRST_YEAR <= cell.year < LAST_YEAR:
        raise refused(index, cell, _OUT_OF_TIME)
    if isinstance(cell, datetime):
        at_midnight = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return Written({"": cell.date()}, timed=not at_midnight)
    return Written({"": cell})


def _serial(cell: float) -> date:
    return date.fromordinal(min(max(int(cell) + EPOCH, 1), date.max.toordinal()))


def _said(index: int, text: str, start: date | None) -> Written:
    if _NTH.fullmatch(text) and start:
        return Written({"": start + timedelta(days=int(text))})
    if day := written(text):
        if not day.days:
            raise refused(index, text, _OUT_OF_TIME)
        return day
    if _NTH.fullmatch(text):
        raise refused(index, text, "counts days from a first day that the file does not name")
    if _TWO_DIGITS.fullmatch(text):
        raise refused(index, text, "has a year of two digits")
    raise refused(index, text, "is no date")


def _dated(index: int, cell: Cell, day: Written, order: str) -> date:
    """Return the day in the order of the column."""
    if not order or "" in day.days or "ymd" in day.days:
        return next(iter(day.days.values()))
    found = day.days.get(order)
    if found is None:
        raise refused(index, cell, f"is no date when its order is {order}", DECIDES)
    return found


def _order(known: Sequence[Place], proved: str) -> str:
    if any(day.mark for _, day in known):
        return proved
    return "ymd" if any("ymd" in day.days for _, day in known) else ""


def _grain(cells: Sequence[Cell], known: Sequence[Place]) -> Grain:
    grains = {day.grain: index for index, day in reversed(known)}
    if len(grains) > 1:
        first, second = sorted(grains.values())[:2]
        raise refused(
            second, cells[second], f"and {quoted(cells, first)} are times of different length"
        )
    return next(iter(grains), Grain.DAY)
