"""The days of a large file, held to the form that a sample of it proved."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import narwhals as nw
from narwhals.dtypes import DType

from addin.exports.date_order import DECIDES, ORDERS
from addin.exports.platform import Field
from addin.exports.reading import Reading
from addin.exports.text_file import Unreadable
from addin.exports.written_date import FIRST_YEAR, LAST_YEAR, Grain
from addin.large_cells import Cells
from addin.ledger_keys import SINGLE_DAYS, title_of

ISO = "%Y-%m-%d"
LENGTH = len("2026-01-31")
WITH_TIME = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?$"
FORMS = {
    "%d.%m.%Y": "dmy",
    "%d/%m/%Y": "dmy",
    "%d-%m-%Y": "dmy",
    "%m/%d/%Y": "mdy",
    "%m-%d-%Y": "mdy",
    "%Y/%m/%d": "",
    "%Y%m%d": "",
}


def day_cells(reading: Reading, name: str, dtype: DType, declared: str) -> Cells:
    """Return a column of days, as texts such as 2026-01-31; a row without one is bad.

    `declared` is the order of day and month where the sample of the file needs none.

    Raises Unreadable for days that are read in smaller files only.
    """
    export, column, day = reading.export, nw.col(name), nw.col("day")
    ends = Field.END in export.columns and title_of(export, Field.DATE) not in SINGLE_DAYS
    if ends or (reading.dates and reading.dates.grain is not Grain.DAY):
        raise Unreadable("a file of this size is read by day; export it so")
    if dtype == nw.String:
        order = (reading.dates.order if reading.dates else "") or declared
        read, value = _said(column, _known(reading), order)
        return Cells(read, value, day.is_null())
    if dtype == nw.Date or (isinstance(dtype, nw.Datetime) and not dtype.time_zone):
        return Cells(column.cast(nw.Date).cast(nw.String), day, day.is_null())
    raise Unreadable(f"a column of type {dtype} holds no days; store each as a date")


def calendar_days(texts: set[str]) -> list[date]:
    """Return the days that texts such as 2026-01-31 name, in order; raises Unreadable for others.

    Years are those that an export can have.
    """
    days = []
    for text in sorted(texts):
        day = _as(text, ISO)
        if not day or day.isoformat() != text or not FIRST_YEAR <= day.year < LAST_YEAR:
            raise Unreadable(f"'{text}' is no day from {FIRST_YEAR} to {LAST_YEAR - 1}")
        days.append(day)
    return days


def _known(reading: Reading) -> dict[str, date]:
    """Return the days of the sample by their texts."""
    days = reading.dates.values if reading.dates else []
    cells = reading.export.cells(Field.DATE)
    return {str(cell).strip(): day for cell, day in zip(cells, days, strict=True) if day}


def _said(column: nw.Expr, known: Mapping[str, date], order: str) -> tuple[nw.Expr, nw.Expr]:
    """Return what is read of texts, and the days that it means."""
    day = nw.col("day")
    if all(_as(said[:LENGTH], ISO) == each for said, each in known.items()):
        if all(len(said) == LENGTH for said in known):
            return column, day  # looked at once for each day, not for each row
        return nw.when(column.str.contains(WITH_TIME)).then(column.str.slice(0, LENGTH)), day
    for form, its_order in FORMS.items():
        if all(_as(said, form) == each for said, each in known.items()):
            if form[2] in "/-" and its_order in ORDERS and its_order != order:
                continue
            fits = column.str.contains(_shape(form, [*known]))
            return nw.when(fits).then(column), day.str.to_date(form).cast(nw.String)
    raise Unreadable(
        f"dates such as {next(iter(known))} are read in files of up to 32 MB only; export fewer "
        f"days, or with dates such as 2026-01-31; if they may be two days each, say {DECIDES}"
    )


def _shape(form: str, seen: Sequence[str]) -> str:
    """Return the pattern of dates as a sample writes them, with or without a zero in front.

    Where an office has changed part of the dates, the two parts differ in that.
    """
    if form == "%Y%m%d":
        return "^[0-9]{8}$"
    mark = form[2]
    parts = zip(*(said.split(mark) for said in seen), strict=True)
    return rf"^{f'[{mark}]'.join(map(_part, parts))}$"


def _part(seen: Sequence[str]) -> str:
    lengths = {len(part) for part in seen}
    if 1 not in lengths:
        return f"[0-9]{{{lengths.pop()}}}"
    return "[0-9]{1,2}" if any(part.startswith("0") for part in seen) else "[1-9][0-9]?"


def _as(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None
