"""What `cpc inspect` doubts in an export that could be read."""

from collections.abc import Iterator
from itertools import groupby

from addin.exports.line_kinds import texts_of
from addin.exports.missing import is_missing
from addin.exports.platform import Field
from addin.exports.reading import Reading


def mixed(reading: Reading) -> bool:
    """Return whether a column of currencies names more than one."""
    return Field.CURRENCY in reading.export.columns and len(reading.currencies) > 1


def events(reading: Reading) -> set[str]:
    """Return the kinds of results that have a figure; "" for one that is not named."""
    if Field.EVENT not in reading.export.columns:
        return set()
    found = zip(reading.export.cells(Field.EVENT), reading.values(Field.CONVERSIONS), strict=False)
    return {"" if is_missing(event) else str(event) for event, count in found if count}


def doubts(reading: Reading) -> Iterator[str]:
    """Yield a sentence for everything that a person should look at."""
    export = reading.export
    if not export.rows:
        yield "the export holds no rows"
    if reading.unplaced:
        yield reading.unplaced
    for title in export.repeated:
        yield f'more than one column is called "{title}"; the first is used'
    for line in export.remarks:
        yield f'line {line.number} is no row and was set aside: "{texts_of(line)[0]}"'
    if export.more:
        yield f"another table begins on line {export.more} and is not read"
    yield from _disagreements(reading)
    if len(reading.currencies) > 1:
        yield "more than one currency is possible; amounts of different ones are never added"
    if len(kinds := events(reading)) > 1:
        named = ", ".join(sorted(kind or "(not named)" for kind in kinds))
        yield f"results of different kinds, never to be summed: {named}"
    if reading.of_any_kind:
        of_any = export.header.cells[export.columns[Field.CONVERSIONS]]
        yield f'"{of_any}" may hold results of different kinds, and no column names them'


def _disagreements(reading: Reading) -> Iterator[str]:
    """Return one sentence for each line of totals that the rows do not make up."""
    for line, differences in groupby(reading.differences, key=lambda found: found.line):
        parts = [
            f"{each.field} {each.total:,.2f} against {each.rows:,.2f} of the rows, "
            f"a difference of {each.total - each.rows:,.2f}"
            for each in differences
        ]
        yield f"line {line} is a total that the rows do not make up: {'; '.join(parts)}"
