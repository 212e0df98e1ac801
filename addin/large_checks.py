"""What is refused or told of a large file although every cell could be read.

As in smaller files, but with the sums of all rows: a line of totals stands at an end of the file,
which the sample holds.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import narwhals as nw

from addin import row_checks
from addin.engines import Frame, rows_of
from addin.exports.grid import Cell
from addin.exports.header import Header
from addin.exports.hidden_totals import COARSER
from addin.exports.line_kinds import labels_of_totals, naming_places, texts_of
from addin.exports.missing import is_missing
from addin.exports.numbers import read_numbers
from addin.exports.platform import NUMBERS, Field, folded, plain
from addin.exports.reading import Difference, Reading
from addin.exports.recognise import Export
from addin.exports.subtotals import MOST_LEVELS, OF_ALL, TELLING
from addin.exports.text_file import Unreadable
from addin.large_cells import MISSING
from addin.summary import MICRO
from cpc_functions.totals import TELLING as TOTALS
from workbook_templates.report.tables import Finding

WORDS = rf"(?i)(?:^|\W)(?:{'|'.join(sorted(map(re.escape, TOTALS)))})(?:\W|$)"
SUMMED_BY = (Field.ACCOUNT, Field.CHANNEL)  # the names of the sums by day
Amounts = Mapping[Field, float]
"""The sum of each figure over some rows, in whole units."""


def findings(reading: Reading, amounts: Amounts, count: int) -> list[Finding]:
    """Return what the lines that are no rows tell, against the sums of all `count` rows."""
    export = reading.export._replace(rows=[])
    differences = _differences(reading, amounts, count)
    return row_checks.findings(Reading(export, {}, None, None, frozenset(), differences))


def refuse_twins(export: Export) -> None:
    """Refuse a figure whose title stands over more columns than one."""
    compared = folded if export.platform.exact else plain
    titles = [*map(compared, export.header.cells)]
    for field in NUMBERS:
        if field in export.columns and titles.count(titles[export.columns[field]]) > 1:
            title = export.header.cells[export.columns[field]]
            raise Unreadable(
                f"column {title}: another one has this title; remove the one not meant"
            )


def refuse_hidden_total(reading: Reading, amounts: Amounts, count: int) -> None:
    """Refuse a row that is the sum of all others in every figure: a total of an unknown name."""
    columns = [(reading.values(field), whole) for field, whole in amounts.items()]
    for place, line in enumerate(reading.export.rows):
        values = [(values[place] or 0.0, whole) for values, whole in columns]
        telling = sum(bool(value) for value, _ in values)
        if telling >= TELLING and all(
            abs(2 * value - whole) <= _slack(count, whole) for value, whole in values
        ):
            raise Unreadable(
                f"line {line.number}: its figures are the sums of all other rows, so that it "
                "looks like a line of totals of an unknown name; remove it"
            )


def may_name_a_total(export: Export) -> nw.Expr:
    """Return whether a word that totals are called stands in a name that days are not summed by."""
    found = (
        nw.col(f"c{place}").cast(nw.String).str.contains(WORDS).fill_null(value=False)
        for place in _naming(export)
        if place not in _summed(export)
    )
    return nw.any_horizontal(nw.lit(value=False), *found, ignore_nulls=True)


def refuse_totals_within(export: Export, file: Frame) -> None:
    """Refuse a label of a total among the rows, but for a keyword: people search for totals."""
    places = _naming(export)
    coarser = [places.index(export.columns[field]) for field in COARSER if field in export.columns]
    named = file.filter(may_name_a_total(export)).select(*(f"c{place}" for place in places))
    rows = rows_of(named.unique())
    for at, place in enumerate(places):
        cells = {row[at] for row in rows}
        if place == export.columns.get(Field.KEYWORD):
            cells = {row[at] for row in rows if all(is_missing(row[each]) for each in coarser)}
        refuse_labels(export, place, cells)


def refuse_labels(export: Export, place: int, cells: AbstractSet[Cell]) -> None:
    """Refuse a label of a total among the cells of a column."""
    for label in labels_of_totals(cells, export.platform):
        raise Unreadable(
            f"column {export.header.cells[place]}: '{label}' names a total, and stands among the "
            "rows, where it would be counted twice; remove it, or move it below all rows"
        )


def _naming(export: Export) -> list[int]:
    """Return the columns that say what a row is: its names, and the first one."""
    named = naming_places(Header(export.header, export.platform, export.columns))
    others = {export.columns[field] for field in (*NUMBERS, Field.DATE) if field in export.columns}
    return sorted({0, *named} - others)


def _summed(export: Export) -> set[int]:
    return {export.columns[field] for field in SUMMED_BY if field in export.columns}


def partly_named(export: Export) -> list[int]:
    """Return the columns in which some rows name nothing, or all, as subtotals do."""
    figures = {export.columns[field] for field in NUMBERS if field in export.columns}
    places = [place for place in range(len(export.header.cells)) if place not in figures]
    return [place for place in places if len({_is_all(cell) for cell in set(export.at(place))}) > 1]


def names_all(name: str) -> nw.Expr:
    """Return whether a cell of a column names nothing, or all."""
    column = nw.col(name)
    return column.is_null() | column.str.to_lowercase().is_in((*MISSING, *OF_ALL))


def refuse_subtotals(title: object, parts: Amounts, amounts: Amounts, count: int) -> None:
    """Refuse rows that name nothing in a column, or all, and add up to the other rows."""
    pairs = [(parts[field], whole, _slack(count, whole)) for field, whole in amounts.items()]
    if sum(bool(whole) for _, whole, _ in pairs) >= TELLING and any(
        all(abs((level + 1) * part - level * whole) <= off for part, whole, off in pairs)
        for level in range(1, MOST_LEVELS + 1)
    ):
        raise Unreadable(
            f"column {title}: the rows that name nothing here, or all, add up to the other rows, "
            "as subtotals do; remove them or export without them"
        )


def _differences(reading: Reading, amounts: Amounts, count: int) -> list[Difference]:
    """Return where lines of totals differ from the rows.

    Where one line agrees in every figure, a smaller one is the total of a part, and no doubt.
    """
    export = reading.export
    found = [
        Difference(line.number, next(iter(texts_of(line)), ""), field, total, rows)
        for field, rows in amounts.items()
        for line, total in zip(export.totals, _totals(reading, field), strict=True)
        if total is not None and abs(total - rows) > 0.005 * (1 + count)
    ]
    found.sort(key=lambda each: each.line)
    complete = len({each.line for each in found}) < len(export.totals)
    return [each for each in found if not complete or each.total > each.rows]


def _totals(reading: Reading, field: Field) -> Sequence[float | None]:
    export = reading.export
    cells = export.cells(field, export.totals)
    values = read_numbers(cells, locale=reading.numbers[field].locale).values
    whole = MICRO if field in export.platform.micros else 1
    return [None if value is None else value / whole for value in values]


def _slack(count: int, whole: float) -> float:
    """Return how far a sum of rounded rows may be off."""
    return min(0.005 * (1 + count), abs(whole) / 1000)


def _is_all(cell: object) -> bool:
    return is_missing(cell) or (isinstance(cell, str) and folded(cell) in OF_ALL)
