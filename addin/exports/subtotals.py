"""Lines within a table that sum up others, as a report with breakdowns may hold them."""

from collections.abc import Mapping, Sequence
from math import fsum

from addin.exports.missing import is_missing
from addin.exports.numbers import Numbers
from addin.exports.platform import NUMBERS, Field, folded
from addin.exports.recognise import Export
from addin.exports.refusals import FEWEST_WITH_TOTAL, TELLING, adds_up, slack_of
from addin.exports.text_file import Unreadable

__all__ = ["MOST_LEVELS", "OF_ALL", "TELLING", "refuse_subtotals"]

OF_ALL = ("all", "alle", "total", "totalt", "gesamt", "summe", "sum")
MOST_LEVELS = 3  # breakdowns within one another: each level has the whole sum once


def refuse_subtotals(export: Export, numbers: dict[Field, Numbers]) -> None:
    """Refuse lines that name nothing in a column, or all, and add up to the other rows."""
    if len(export.rows) < FEWEST_WITH_TOTAL:
        return
    summed: dict[Field, Sequence[float | None]] = {
        field: column.values for field, column in numbers.items() if field is not Field.QUALITY
    }
    naming = set(range(len(export.header.cells))) - {
        export.columns[field] for field in (*NUMBERS, Field.NOTE) if field in export.columns
    }
    for place in sorted(naming):
        cells = export.at(place)
        if not any(map(_is_all, set(cells))):
            continue
        marked = [_is_all(cell) for cell in cells]
        if not all(marked) and _are_sums(export, summed, marked):
            line = export.rows[marked.index(True)].number
            raise Unreadable(
                f"{export.grid.path}, line {line}, column {export.header.cells[place]}: the "
                f"{sum(marked)} rows that name nothing here, or all, add up to the other rows, as "
                "subtotals do; remove them or export without them."
            )


def _is_all(cell: object) -> bool:
    return is_missing(cell) or (isinstance(cell, str) and folded(cell) in OF_ALL)


def _are_sums(
    export: Export, summed: Mapping[Field, Sequence[float | None]], marked: Sequence[bool]
) -> bool:
    """Return whether the marked rows hold the sum of the others, once for each level.

    A figure that the marked rows, or the others, leave blank says nothing.
    """
    parts = dict[Field, tuple[float, float]]()
    for field, values in summed.items():
        pairs = [*zip(values, marked, strict=True)]
        ours = [value for value, is_part in pairs if is_part and value is not None]
        others = [value for value, is_part in pairs if not is_part and value is not None]
        if ours and others and (whole := fsum(ours) + fsum(others)):
            parts[field] = fsum(ours), whole
    for level in range(1, MOST_LEVELS + 1):
        equal = [
            field
            for field, (part, whole) in parts.items()
            if abs((level + 1) * part - level * whole) <= (level + 1) * slack_of(export, whole)
        ]
        if adds_up(equal, parts):
            return True
    return False
