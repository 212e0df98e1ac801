"""What is refused although every cell could be read: figures that would be silently wrong."""

from collections.abc import Collection, Sequence

from addin.exports.doubt import Doubtful
from addin.exports.grid import Line
from addin.exports.numbers import Numbers
from addin.exports.platform import Field, folded, plain
from addin.exports.recognise import Export
from addin.exports.text_file import Unreadable

FEWEST_WITH_TOTAL = 3  # of two equal rows, other things tell which is a total
TELLING = 2  # figures: one alone may be equal by chance
MOST_OFF = 0.05  # of a sum, however many rows were rounded


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


def adds_up(equal: Collection[Field], known: Collection[Field]) -> bool:
    """Return whether figures tell of a sum: those in `equal` are equal to it, of all `known`.

    Conversions may be credited twice or left blank; a cost that is equal together with
    impressions or clicks is no chance.
    """
    if Field.COST in equal and (Field.IMPRESSIONS in equal or Field.CLICKS in equal):
        return True
    return len(equal) >= TELLING and len(equal) == len(known)


def slack(export: Export) -> float:
    """Return how far a total may be off: half a hundredth for each rounded row."""
    return 0.005 * (1 + len(export.rows))


def slack_of(export: Export, whole: float) -> float:
    """Return how far a row may be off from a sum; less for a sum that is small beside the rows."""
    return min(slack(export), MOST_OFF * abs(whole))
