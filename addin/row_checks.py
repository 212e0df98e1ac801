"""What the checks find in the rows of one export, before they are sums."""

import re
from collections import Counter
from collections.abc import Iterator
from math import fsum, isclose

from addin.exports.doubt import Doubtful
from addin.exports.missing import is_missing
from addin.exports.numbers import read_numbers
from addin.exports.platform import Field, plain
from addin.exports.reading import Reading
from addin.found import finding
from addin.ledger_keys import LEVELS, level_of, value_is_foreign
from cpc_functions.cells import CellError
from workbook_templates.report.findings import Check
from workbook_templates.report.tables import Finding

CAMPAIGN_LEVEL = 1 + LEVELS.index(Field.CAMPAIGN)
RATIO = re.compile(
    r"(cost|kostnad|kosten|custo|koste?)\.? ?(/|per|por|pro|pr\.?) ?"
    r"(conv|konv|result|ergebnis|purchase|kjøp|lead)|cpa\b|kpk\b"
)


def findings(reading: Reading) -> list[Finding]:
    """Return what is found in the rows and lines of totals of an export."""
    return [
        *_totals(reading),
        *_averages(reading),
        *_duplicates(reading),
        *_mixed_dates(reading),
        *_asides(reading),
    ]


def place(reading: Reading) -> str:
    """Return the file of an export, and the sheet where it has more than one."""
    grid = reading.export.grid
    return f"{grid.path}, sheet {grid.sheet}" if grid.sheet else grid.path


def _totals(reading: Reading) -> Iterator[Finding]:
    """Tell of totals that the rows do not make up: of a part of the account, that is usual."""
    part = level_of(reading.export.columns) > CAMPAIGN_LEVEL
    for each in reading.differences:
        if part and each.total > each.rows:
            yield finding(
                Check.NOT_COVERED,
                place(reading),
                each.line,
                share=each.rows / each.total,
                field=str(each.field),
            )
        else:
            yield finding(
                Check.TOTALS_DISAGREE,
                place(reading),
                each.line,
                field=str(each.field),
                total=each.total,
                rows=each.rows,
            )


def _averages(reading: Reading) -> Iterator[Finding]:
    """Tell of a cost per conversion in a line of totals that is the average of the rows."""
    export = reading.export
    if not (Field.COST in reading.numbers and Field.CONVERSIONS in reading.numbers):
        return
    cost, won = reading.total(Field.COST), reading.total(Field.CONVERSIONS)
    locale = reading.numbers[Field.COST].locale
    for at, title in enumerate(export.header.cells):
        if not RATIO.search(plain(title)) or not export.totals or won <= 0:
            continue
        try:
            ratios = read_numbers(export.at(at), locale=locale).values
            totals = read_numbers(export.at(at, export.totals), locale=locale).values
        except (Doubtful, CellError):
            continue
        known = [ratio for ratio in ratios if ratio is not None]
        for line, said in zip(export.totals, totals, strict=True):
            if said is None or len(known) < 2:
                continue
            average = fsum(known) / len(known)
            if isclose(said, average, abs_tol=0.005) and not isclose(
                said, cost / won, rel_tol=0.01
            ):
                yield finding(
                    Check.AVERAGED_RATIO,
                    place(reading),
                    line.number,
                    column=str(title),
                    average=said,
                    cpc=cost / won,
                )


def _duplicates(reading: Reading) -> Iterator[Finding]:
    """Tell of rows that stand twice, where they have a cost and so do not differ unseen."""
    export = reading.export
    costs = reading.values(Field.COST)
    if not costs:
        return
    seen: Counter[tuple[object, ...]] = Counter()
    count, cost = 0, 0.0
    for line, spent in zip(export.rows, costs, strict=True):
        if spent:
            cells = tuple(line.cells)
            seen[cells] += 1
            if seen[cells] > 1:
                count, cost = count + 1, cost + spent
    if count:
        yield finding(Check.DUPLICATES, place(reading), count=count, cost=cost)


def _mixed_dates(reading: Reading) -> Iterator[Finding]:
    export = reading.export
    if Field.DATE not in export.columns:
        return
    cells = [cell for cell in export.cells(Field.DATE) if not is_missing(cell)]
    texts = sum(isinstance(cell, str) for cell in cells)
    if 0 < texts < len(cells):
        yield finding(Check.MIXED_DATES, place(reading), count=texts, rows=len(cells))


def _asides(reading: Reading) -> Iterator[Finding]:
    export = reading.export
    if reading.of_any_kind:
        yield finding(Check.RESULTS_NOT_NAMED, place(reading))
    if value_is_foreign(export):
        yield finding(Check.VALUE_IN_OTHER_CURRENCY, place(reading))
    if masked := sum(column.bucketed for column in reading.numbers.values()):
        yield finding(Check.MASKED, place(reading), count=masked)
    if export.remarks:
        yield finding(Check.REMARKS, place(reading), count=len(export.remarks))
    if export.more:
        yield Finding(Check.MORE_TABLES, place(reading), export.more, {"line": export.more})
