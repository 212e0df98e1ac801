"""The ledger: every export as rows of the same columns, whatever platform wrote it.

A row is of a day (or of the days from `day` to `end`), an account, a platform, its channel,
campaign, ad group, keyword and ad, an event and a currency. Amounts are whole millionths, None
where the platform gave none.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from addin.engines import Frame, from_memory
from addin.exports.dates import Dates
from addin.exports.grid import Cell
from addin.exports.missing import is_missing
from addin.exports.platform import Field, Platform
from addin.exports.reading import Reading
from addin.exports.text_file import Unreadable
from addin.ledger_keys import (
    DAYS,
    FIGURES,
    SINGLE_DAYS,
    TEXTS,
    fixed_keys,
    level_of,
    mapped_titles,
    names_of,
    single_currency,
    span_of,
    title_of,
    value_is_foreign,
)
from addin.options import Options
from addin.summary import MICRO, Sums, summarise
from workbook_templates.report.tables import CostRow, Finding, Span


class Table(NamedTuple):
    """One table of a file: `row_count` rows of the ledger, and their sums by day.

    `level` counts how fine its rows are: 0 for a whole channel, 1 by campaign, more below it.
    `names` are the keys that it has for its traffic, and an `undated` table is of the days that
    were asked for. `view` is the title of the column that its channels stand in. `costs` are the
    rows of a Costs sheet, which has no others. `fixed` are the keys that are the same in every
    row, and `mapped` the titles where --map says what they are.
    """

    file: str
    sheet: str
    platform: Platform
    rows: Frame | None
    fixed: Mapping[str, str]
    days: list[Sums]
    span: Span | None
    undated: bool
    level: int
    names: frozenset[str]
    view: str
    row_count: int
    total_lines: int
    converts: bool
    has_cost: bool
    currency: str
    costs: Sequence[CostRow]
    findings: Sequence[Finding]
    mapped: Sequence[object]

    @property
    def place(self) -> str:
        """The file, and the sheet where it has more than one."""
        return f"{self.file}, sheet {self.sheet}" if self.sheet else self.file


def entered(reading: Reading, options: Options, findings: Sequence[Finding]) -> Table:
    """Return what was read as rows of the ledger; undated, it is of the days that are asked for.

    Raises Unreadable for a currency that may be more than one, and for a row without a date
    where others have one.
    """
    export = reading.export
    span = span_of(reading, options)
    texts = {} if reading.dates is None else _days(reading)
    for name, field in TEXTS.items():
        if field in export.columns:
            texts[name] = _texts(export.cells(field))
    fixed = fixed_keys(export, span)
    if currency := single_currency(reading):
        if "currency" in texts:
            texts["currency"] = [cell or currency for cell in texts["currency"]]
        else:
            fixed["currency"] = currency
    numbers = {
        name: _millionths(reading, field)
        for name, field in FIGURES.items()
        if field in reading.numbers and not (name == "value" and value_is_foreign(export))
    }
    costs = _costs(reading) if Field.CATEGORY in export.columns else []
    rows = None if Field.CATEGORY in export.columns else from_memory(options.engine, texts, numbers)
    return Table(
        file=export.grid.path,
        sheet=export.grid.sheet,
        platform=export.platform,
        rows=rows,
        fixed=fixed,
        days=summarise(rows, DAYS, fixed, months=False)[0] if rows else [],
        span=span,
        undated=reading.period is None,
        level=level_of(export.columns),
        names=names_of(export, fixed),
        view=title_of(export, Field.CHANNEL),
        row_count=len(export.rows),
        total_lines=len(export.totals),
        converts=Field.CONVERSIONS in export.columns,
        has_cost=Field.COST in export.columns,
        currency="/".join(sorted(reading.currencies)),
        costs=costs,
        findings=findings,
        mapped=mapped_titles(export),
    )


def _days(reading: Reading) -> dict[str, list[str]]:
    """Return the first day of each row, and the last one where it is another."""
    export, dates = reading.export, _dates(reading)
    if None in dates.values:
        line = export.rows[dates.values.index(None)]
        raise Unreadable(
            f"{export.grid.path}, line {line.number}: the row has no date, while others have "
            "one; fill it in, or delete the row if it is a total."
        )
    days = [day for day in dates.values if day]
    ends = _ends(reading, days, dates)
    return {"day": _iso(days)} if ends == days else {"day": _iso(days), "end": _iso(ends)}


def _dates(reading: Reading) -> Dates:
    if reading.dates is None:
        raise Unreadable(f"{reading.export.grid.path}: a column of dates is needed here.")
    return reading.dates


def _ends(reading: Reading, days: Sequence[date], dates: Dates) -> list[date]:
    if reading.ends and title_of(reading.export, Field.DATE) not in SINGLE_DAYS:
        return [max(day, end or day) for day, end in zip(days, reading.ends, strict=True)]
    last = {day: dates.grain.last(day) for day in set(days)}
    return [last[day] for day in days]


def _iso(days: Sequence[date]) -> list[str]:
    texts = {day: day.isoformat() for day in set(days)}
    return [texts[day] for day in days]


def _texts(cells: Sequence[Cell]) -> list[str]:
    known = {cell: "" if is_missing(cell) else str(cell).strip() for cell in set(cells)}
    return [known[cell] for cell in cells]


def _millionths(reading: Reading, field: Field) -> list[int | None]:
    whole = 1 if field in reading.export.platform.micros else MICRO
    values = reading.numbers[field].values
    return [None if value is None else round(value * whole) for value in values]


def _costs(reading: Reading) -> list[CostRow]:
    export, days = reading.export, _dates(reading).values
    whats, notes = (
        _texts(export.cells(field)) if field in export.columns else [""] * len(export.rows)
        for field in (Field.WHAT, Field.NOTE)
    )
    categories = _texts(export.cells(Field.CATEGORY))
    return [
        CostRow(day, what, category, cost, note)
        for day, what, category, cost, note in zip(
            *(days, whats, categories, reading.values(Field.COST), notes), strict=True
        )
        if day and cost is not None
    ]
