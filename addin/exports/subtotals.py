"""Lines within a table that sum up others, as a report with breakdowns may hold them."""

from math import fsum

from addin.exports.missing import is_missing
from addin.exports.numbers import Numbers
from addin.exports.platform import NUMBERS, Field, folded
from addin.exports.recognise import Export
from addin.exports.refusals import FEWEST_WITH_TOTAL, slack
from addin.exports.text_file import Unreadable

OF_ALL = ("all", "alle")
MOST_LEVELS = 3  # breakdowns within one another: each level has the whole sum once
TELLING = 2  # figures: one alone may be equal by chance


def refuse_subtotals(export: Export, numbers: dict[Field, Numbers]) -> None:
    """Refuse lines that name nothing in a column, or all, and add up to the other rows."""
    if len(export.rows) < FEWEST_WITH_TOTAL:
        return
    summed = [column.values for field, column in numbers.items() if field is not Field.QUALITY]
    figures = {export.columns[field] for field in NUMBERS if field in export.columns}
    for place in range(len(export.header.cells)):
        cells = [] if place in figures else export.at(place)
        if not any(map(_is_all, set(cells))):
            continue
        marked = [_is_all(cell) for cell in cells]
        if not all(marked) and _are_sums(summed, marked, slack(export)):
            line = export.rows[marked.index(True)].number
            raise Unreadable(
                f"{export.grid.path}, line {line}, column {export.header.cells[place]}: the "
                f"{sum(marked)} rows that name nothing here, or all, add up to the other rows, as "
                "subtotals do; remove them or export without them."
            )


def _is_all(cell: object) -> bool:
    return is_missing(cell) or (isinstance(cell, str) and folded(cell) in OF_ALL)


def _are_sums(summed: list[list[float | None]], marked: list[bool], off: float) -> bool:
    """Return whether the marked rows hold the sum of the others, once for each level."""
    parts = [
        (
            fsum(value or 0 for value, is_part in zip(values, marked, strict=True) if is_part),
            fsum(value or 0 for value in values),
        )
        for values in summed
    ]
    telling = sum(whole != 0 for _, whole in parts)
    return telling >= TELLING and any(
        all(abs((level + 1) * part - level * whole) <= (level + 1) * off for part, whole in parts)
        for level in range(1, MOST_LEVELS + 1)
    )
