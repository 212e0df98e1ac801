"""What is refused although every cell could be read: figures that would be silently wrong."""

from collections.abc import Iterable, Sequence
from math import fsum

from addin.exports.doubt import Doubtful
from addin.exports.grid import Line
from addin.exports.numbers import Numbers
from addin.exports.platform import Field, folded, plain
from addin.exports.recognise import Export
from addin.exports.text_file import Unreadable

FEWEST_WITH_TOTAL = 3  # of two equal rows neither is a total


def unreadable(export: Export, field: Field, lines: Sequence[Line], doubt: Doubtful) -> Unreadable:
    """Return the refusal of a cell, with its line and its column."""
    title = str(export.header.cells[export.columns[field]])
    place = f"line {lines[doubt.index].number}, column {title}"
    return Unreadable(f"{export.grid.path}, {place}: {doubt}")


def refuse_twins(export: Export, fields: Sequence[Field]) -> None:
    """Refuse a figure whose title stands over two columns that differ."""
    for field in fields:
        compared = folded if field in export.platform.exact else plain
        title = compared(export.header.cells[export.columns[field]])
        places = [at for at, cell in enumerate(export.header.cells) if compared(cell) == title]
        if len(places) > 1 and len({tuple(export.at(place)) for place in places}) > 1:
            raise Unreadable(
                f"{export.grid.path}, line {export.header.number}: {len(places)} columns are "
                f"called {export.header.cells[places[0]]} and differ; remove those not meant."
            )


def refuse_percentages(export: Export, numbers: dict[Field, Numbers]) -> None:
    """Refuse percentages where amounts or counts belong."""
    for field, column in numbers.items():
        if column.percent:
            raise Unreadable(
                f"{export.grid.path}, column {export.header.cells[export.columns[field]]}: "
                f"percentages are no {field}; is it the right column?"
            )


def refuse_hidden_total(export: Export, numbers: dict[Field, Numbers]) -> None:
    """Refuse a row that is the sum of all others in every figure: a total of an unknown name."""
    summed = [column.values for field, column in numbers.items() if field is not Field.QUALITY]
    if len(export.rows) < FEWEST_WITH_TOTAL or not summed:
        return
    most = slack(export)
    places: Iterable[int] = range(len(export.rows))
    for values in summed:
        whole = fsum(value for value in values if value)
        places = [place for place in places if abs(2 * (values[place] or 0) - whole) <= most]
    for place in places:
        if sum(bool(values[place]) for values in summed) > 1:
            raise Unreadable(
                f"{export.grid.path}, line {export.rows[place].number}: its figures are the sums "
                "of all other rows, so that it looks like a line of totals of an unknown name; "
                "remove it."
            )


def slack(export: Export) -> float:
    """Return how far a total may be off: half a hundredth for each rounded row."""
    return 0.005 * (1 + len(export.rows))
