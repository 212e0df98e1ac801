"""The columns of a recognised export as numbers and dates, each proved or refused."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from math import fsum
from typing import NamedTuple

from addin.exports.dates import Dates, read_dates
from addin.exports.doubt import Doubtful
from addin.exports.grid import Line
from addin.exports.missing import is_missing
from addin.exports.numbers import Numbers, prove, read_numbers
from addin.exports.periods import read_period
from addin.exports.platform import NUMBERS, Field
from addin.exports.recognise import Export
from addin.exports.refusals import refuse_hidden_total, refuse_percentages, refuse_twins, slack
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
    refuse_twins(export, fields)
    refuse_percentages(export, numbers)
    refuse_hidden_total(export, numbers)
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
    start = _stated(export, "start date") if title == COUNTED_DAYS else None
    try:
        return read_dates(export.cells(Field.DATE), order=order or None, start=start)
    except Doubtful as doubt:
        raise _unreadable(export, Field.DATE, export.rows, doubt) from None


def _period(export: Export, dates: Dates | None, order: str) -> tuple[date, date] | None:
    """Return the days of the rows, else what the lines above the header say."""
    days = [day for day in dates.values if day] if dates else []
    if days and dates:
        last = dates.grain.last(max(days))
        if Field.END in export.columns:
            ends = _ends(export, order)
            last = max([last, *ends])
        return min(days), last
    first, last_day = _stated(export, "start date"), _stated(export, "end date")
    if first and last_day:
        return first, last_day
    for line in export.before:
        for text in texts_of(line):
            with suppress(Doubtful):
                if period := read_period(text, order=order or None):
                    return period
    return None


def _ends(export: Export, order: str) -> list[date]:
    try:
        read_ends = read_dates(export.cells(Field.END), order=order or None)
    except Doubtful as doubt:
        raise _unreadable(export, Field.END, export.rows, doubt) from None
    return [day for day in read_ends.values if day]


def _stated(export: Export, what: str) -> date | None:
    """Return the day of a line such as "# Start date: 20231001", the nearest above the header."""
    for line in reversed(export.before):
        for text in texts_of(line):
            before, _, said = text.casefold().partition(":")
            if before.strip("# ") == what:
                with suppress(Doubtful):
                    return read_dates([said.strip()]).values[0]
    return None


def _currencies(export: Export, numbers: dict[Field, Numbers], declared: str) -> frozenset[str]:
    """Return what the currency may be: a column of its own, a title, the cells, or as declared.

    Raises Unreadable where what is declared is not what the file says.
    """
    cost = numbers.get(Field.COST)
    said = export.currencies or (cost.currencies if cost else frozenset())
    if Field.CURRENCY in export.columns:
        cells = export.cells(Field.CURRENCY)
        said = frozenset(str(cell).strip() for cell in cells if not is_missing(cell)) or said
    if not declared:
        return said
    mixed = Field.CURRENCY in export.columns and len(said) > 1
    if said and (mixed or declared not in said):
        raise Unreadable(
            f"{export.grid.path}: --currency {declared} is not what the file says, which is "
            f"{' and '.join(sorted(said))}."
        )
    return frozenset((declared,))


def _differences(reading: Reading, fields: Sequence[Field], locale: str | None) -> list[Difference]:
    """Return where lines of totals differ from the rows.

    Where one line agrees in every figure, a smaller one is the total of a part, and no doubt.
    """
    export = reading.export
    summed = [field for field in fields if field is not Field.QUALITY]
    totals = {
        field: _whole(export, field, _numbers(export, field, export.totals, locale).values)
        for field in summed
    }
    found = [
        Difference(line.number, next(iter(texts_of(line)), ""), field, total, reading.total(field))
        for place, line in enumerate(export.totals)
        for field in summed
        if (total := totals[field][place]) is not None
        and abs(total - reading.total(field)) > slack(export)
    ]
    complete = len({difference.line for difference in found}) < len(export.totals)
    return [
        difference for difference in found if not complete or difference.total > difference.rows
    ]


def _whole(export: Export, field: Field, values: list[float | None]) -> list[float | None]:
    if field not in export.platform.micros:
        return values
    return [None if value is None else value / MICRO for value in values]


def texts_of(line: Line) -> list[str]:
    """Return what stands in the cells of a line, in which something stands."""
    return [str(cell).strip() for cell in line.cells if cell is not None and str(cell).strip()]


def _unreadable(export: Export, field: Field, lines: Sequence[Line], doubt: Doubtful) -> Unreadable:
    title = str(export.header.cells[export.columns[field]])
    place = f"line {lines[doubt.index].number}, column {title}"
    return Unreadable(f"{export.grid.path}, {place}: {doubt}")
