"""The columns of a recognised export as numbers and dates, each proved or refused."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from math import fsum
from typing import NamedTuple

from addin.exports.dates import Dates, read_dates
from addin.exports.doubt import Doubtful
from addin.exports.grid import Line
from addin.exports.numbers import Numbers, prove, read_numbers
from addin.exports.periods import read_period
from addin.exports.platform import NUMBERS, Field
from addin.exports.recognise import Export
from addin.exports.text_file import Unreadable

MICRO = 1_000_000
COUNTED_DAYS = "nth day"


class Declared(NamedTuple):
    """What the user says of a file; empty where the file is to prove it."""

    locale: str = ""
    dates: str = ""
    currency: str = ""


class Difference(NamedTuple):
    """A line of totals whose figure is not the sum of the rows."""

    line: int
    label: str
    field: Field
    total: float
    rows: float


class Reading(NamedTuple):
    """An export that was read: figures by field, dates, period, currencies, totals that differ."""

    export: Export
    numbers: dict[Field, Numbers]
    dates: Dates | None
    period: tuple[date, date] | None
    currencies: frozenset[str]
    differences: list[Difference]

    def values(self, field: Field) -> list[float | None]:
        """Return the figures of a field, in whole units; none where it has no column."""
        if field not in self.numbers:
            return []
        return _whole(self.export, field, self.numbers[field].values)

    def total(self, field: Field) -> float:
        """Return the sum of the rows of a field."""
        return fsum(value for value in self.values(field) if value is not None)


def read(export: Export, declared: Declared) -> Reading:
    """Return what an export says; raises Unreadable that names line, column and option."""
    fields = [field for field in NUMBERS if field in export.columns]
    lines = [*export.rows, *export.totals]
    locale = declared.locale or _proved(export, fields, lines) or None
    numbers = {field: _numbers(export, field, export.rows, locale) for field in fields}
    dates = _dates(export, declared.dates) if Field.DATE in export.columns else None
    reading = Reading(
        export,
        numbers,
        dates,
        _period(export, dates, declared.dates),
        _currencies(export, numbers, declared.currency),
        [],
    )
    return reading._replace(differences=_differences(reading, fields, locale))


def _proved(export: Export, fields: Sequence[Field], lines: Sequence[Line]) -> str | None:
    try:
        return prove([export.cells(field, lines) for field in fields])
    except Doubtful as doubt:
        place = doubt.column or 0
        raise _unreadable(export, fields[place], lines, doubt) from None


def _numbers(export: Export, field: Field, lines: Sequence[Line], locale: str | None) -> Numbers:
    try:
        return read_numbers(export.cells(field, lines), locale=locale)
    except Doubtful as doubt:
        raise _unreadable(export, field, lines, doubt) from None


def _dates(export: Export, order: str) -> Dates:
    title = str(export.header.cells[export.columns[Field.DATE]]).casefold()
    start = _start(export) if title == COUNTED_DAYS else None
    try:
        return read_dates(export.cells(Field.DATE), order=order or None, start=start)
    except Doubtful as doubt:
        raise _unreadable(export, Field.DATE, export.rows, doubt) from None


def _period(export: Export, dates: Dates | None, order: str) -> tuple[date, date] | None:
    """Return the days of the rows, else what a line above the header says."""
    days = [day for day in dates.values if day] if dates else []
    if days and dates:
        return min(days), dates.grain.last(max(days))
    for line in export.before:
        for text in _texts(line):
            with suppress(Doubtful):
                if period := read_period(text, order=order or None):
                    return period
    return None


def _start(export: Export) -> date | None:
    """Return the day that "Nth day" counts from: # Start date: 20231001."""
    for line in export.before:
        for text in _texts(line):
            if "start date" in text.casefold():
                digits = text.rpartition(":")[2].strip()
                return datetime.strptime(f"{digits}+0000", "%Y%m%d%z").date()
    return None


def _currencies(export: Export, numbers: dict[Field, Numbers], declared: str) -> frozenset[str]:
    """Return what the currency may be: declared, in a column of its own, a title, or the cells."""
    if declared:
        return frozenset((declared,))
    if Field.CURRENCY in export.columns:
        return frozenset(str(cell).strip() for cell in export.cells(Field.CURRENCY) if cell)
    cost = numbers.get(Field.COST)
    return export.currencies or (cost.currencies if cost else frozenset())


def _differences(reading: Reading, fields: Sequence[Field], locale: str | None) -> list[Difference]:
    export = reading.export
    found = []
    for field in fields:
        if field is Field.QUALITY:
            continue
        read_totals = _numbers(export, field, export.totals, locale).values
        totals = _whole(export, field, read_totals)
        rows = reading.total(field)
        for line, total in zip(export.totals, totals, strict=True):
            if total is not None and abs(total - rows) > 0.005 * (1 + len(export.rows)) / 2:
                label = next(iter(_texts(line)), "")
                found.append(Difference(line.number, label, field, total, rows))
    return found


def _whole(export: Export, field: Field, values: list[float | None]) -> list[float | None]:
    if field not in export.platform.micros:
        return values
    return [None if value is None else value / MICRO for value in values]


def _texts(line: Line) -> list[str]:
    return [str(cell).strip() for cell in line.cells if cell is not None and str(cell).strip()]


def _unreadable(export: Export, field: Field, lines: Sequence[Line], doubt: Doubtful) -> Unreadable:
    title = str(export.header.cells[export.columns[field]])
    place = f"line {lines[doubt.index].number}, column {title}"
    return Unreadable(f"{export.grid.path}, {place}: {doubt}")
