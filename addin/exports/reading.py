"""The columns of a recognised export as numbers and dates, each proved or refused."""

from collections.abc import Sequence
from datetime import date
from math import fsum
from typing import NamedTuple

from addin.exports.dates import Dates
from addin.exports.declared import DATES, LOCALE, Declared
from addin.exports.hidden_totals import refuse_hidden_total, refuse_totals_within
from addin.exports.line_kinds import texts_of
from addin.exports.missing import is_missing
from addin.exports.numbers import Numbers
from addin.exports.periods import Period
from addin.exports.platform import Field, plain
from addin.exports.recognise import Export
from addin.exports.refusals import refuse_percentages, refuse_twins, slack
from addin.exports.row_dates import days_of
from addin.exports.row_numbers import LARGEST, MICRO, column_of, figures_of
from addin.exports.subtotals import refuse_subtotals
from addin.exports.text_file import Unreadable

__all__ = ["LARGEST", "MICRO", "Declared", "Difference", "Reading", "read"]


class Difference(NamedTuple):
    """A line of totals whose figure is not the sum of the rows."""

    line: int
    label: str
    field: Field
    total: float
    rows: float


class Reading(NamedTuple):
    """An export that was read: figures by field, dates, period, currencies, totals that differ.

    `ends` are the last days of the rows where a column has them. `decided` are the options
    without which the file could not be read for certain. `unplaced` is the sentence that says
    why a table without a period is not of the days that are asked for either; "" for any other.
    """

    export: Export
    numbers: dict[Field, Numbers]
    dates: Dates | None
    period: Period | None
    currencies: frozenset[str]
    differences: list[Difference]
    ends: list[date | None] | None = None
    decided: frozenset[str] = frozenset()
    unplaced: str = ""

    @property
    def of_any_kind(self) -> bool:
        """Whether the conversions may be of several kinds, and no column names them."""
        columns, titles = self.export.columns, self.export.header.cells
        return (
            Field.CONVERSIONS in columns
            and Field.EVENT not in columns
            and plain(titles[columns[Field.CONVERSIONS]]) in self.export.platform.any_kind
        )

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
    said = declared.for_file(export.grid.path)
    refuse_totals_within(export)
    numbers, locale, by_locale = figures_of(export, said)
    refuse_twins(export, [*numbers])
    refuse_percentages(export, numbers)
    refuse_hidden_total(export, numbers)
    refuse_subtotals(export, numbers)
    days = days_of(export, said)
    needed = {LOCALE: by_locale, DATES: days.decided}
    reading = Reading(
        export,
        numbers,
        days.dates,
        days.period,
        _currencies(export, numbers, said.currency),
        [],
        days.ends,
        frozenset(option for option, was_needed in needed.items() if was_needed),
        days.unplaced,
    )
    return reading._replace(differences=_differences(reading, [*numbers], locale))


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
        field: _whole(export, field, column_of(export, field, export.totals, locale).values)
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
