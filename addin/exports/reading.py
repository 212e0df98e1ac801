"""The columns of a recognised export as numbers and dates, each proved or refused."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from addin.exports.dates import Dates
from addin.exports.doubt import Doubtful
from addin.exports.grid import Cell, Line
from addin.exports.line_kinds import texts_of
from addin.exports.missing import is_missing, refused
from addin.exports.numbers import Numbers, prove, read_numbers
from addin.exports.periods import Period
from addin.exports.platform import NUMBERS, Field
from addin.exports.recognise import Export
from addin.exports.refusals import (
    refuse_hidden_total,
    refuse_percentages,
    refuse_twins,
    slack,
    unreadable,
)
from addin.exports.row_dates import dates_of, period_of
from addin.exports.subtotals import refuse_subtotals
from addin.exports.text_file import Unreadable

MICRO = 1_000_000
LARGEST = 9 * 10**12


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
    period: Period | None
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
    refuse_subtotals(export, numbers)
    dates = dates_of(export, declared.dates) if Field.DATE in export.columns else None
    reading = Reading(
        export,
        numbers,
        dates,
        period_of(export, dates, declared.dates),
        _currencies(export, numbers, declared.currency),
        [],
    )
    return reading._replace(differences=_differences(reading, fields, locale))


def _proved(export: Export, fields: Sequence[Field], lines: Sequence[Line]) -> str | None:
    try:
        return prove([export.cells(field, lines) for field in fields])
    except Doubtful as doubt:
        place = doubt.column or 0
        raise unreadable(export, fields[place], lines, doubt) from None


def _numbers(export: Export, field: Field, lines: Sequence[Line], locale: str | None) -> Numbers:
    cells = export.cells(field, lines)
    try:
        numbers = read_numbers(cells, locale=locale)
        _refuse_too_large(cells, numbers.values, MICRO if field in export.platform.micros else 1)
    except Doubtful as doubt:
        raise unreadable(export, field, lines, doubt) from None
    return numbers


def _refuse_too_large(cells: Sequence[Cell], values: Sequence[float | None], unit: int) -> None:
    """Refuse figures whose sum has no room among 64 bits of millionths: nobody has such."""
    sizes = [abs(value or 0) for value in values]
    if sum(sizes) > LARGEST * unit:
        largest = sizes.index(max(sizes))
        raise refused(largest, cells[largest], f"makes a sum beyond {LARGEST:,}")


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
