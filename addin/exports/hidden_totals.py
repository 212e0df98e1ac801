"""Totals among the rows: told by their label, by naming nothing, or by their figures alone."""

from collections.abc import Mapping, Sequence
from math import fsum

from addin.exports.grid import Cell, Line
from addin.exports.header import Header
from addin.exports.line_kinds import cell_at, labels_of_totals, naming_places
from addin.exports.missing import is_missing
from addin.exports.numbers import Numbers
from addin.exports.platform import NUMBERS, Field
from addin.exports.recognise import Export
from addin.exports.refusals import FEWEST_WITH_TOTAL, adds_up, slack_of
from addin.exports.text_file import Unreadable

VIEWS = frozenset((Field.IMPRESSIONS, Field.CLICKS))
COARSER = (Field.CHANNEL, Field.CAMPAIGN, Field.AD_GROUP)  # than a keyword


def refuse_totals_within(export: Export) -> None:
    """Refuse a line that names a total, or nothing, elsewhere than where totals stand.

    Those below all rows are set aside. A spreadsheet program that sorts the lines moves them.
    """
    named = naming_places(Header(export.header, export.platform, export.columns))
    said = _said(export, named)
    for place, cells in said.items():
        labels = labels_of_totals(cells, export.platform)
        for line in export.rows if labels else ():
            cell = cell_at(line, place)
            if cell in labels and not _is_searched_for(export, place, line):
                raise _within(export, line, f"'{cell}' names a total")
    if not (export.platform.total_without_name and named):
        return
    if all(any(map(is_missing, said[place])) for place in named):
        for line in export.rows:
            if all(is_missing(cell_at(line, place)) for place in named):
                raise _within(export, line, "it names nothing, as a total does")


def refuse_hidden_total(export: Export, numbers: dict[Field, Numbers]) -> None:
    """Refuse a row whose figures are the sums of all other rows: a total of an unknown name."""
    summed: dict[Field, Sequence[float | None]] = {
        field: column.values for field, column in numbers.items() if field is not Field.QUALITY
    }
    if len(export.rows) < FEWEST_WITH_TOTAL:
        _refuse_twin(export, summed)
        return
    equal = dict[int, set[Field]]()
    telling = set[Field]()
    for field, values in summed.items():
        if whole := fsum(filter(None, values)):
            telling.add(field)
            off = slack_of(export, whole)
            low, high = (whole - off) / 2, (whole + off) / 2
            fitting = [at for at, value in enumerate(values) if value and low <= value <= high]
            for place in fitting:
                equal.setdefault(place, set()).add(field)
    for place in sorted(equal):
        known = {field for field in telling if summed[field][place] is not None}
        if adds_up(equal[place], known):
            why = "its figures are the sums of all other rows"
            raise _looks_like_a_total(export, export.rows[place], why)


def _refuse_twin(export: Export, summed: Mapping[Field, Sequence[float | None]]) -> None:
    """Refuse one of two rows with equal figures: it is the total of the only campaign.

    A row that stands twice is told elsewhere; rows of two days, or that differ in more than what
    would be the label of a total, are none.
    """
    if len(export.rows) < FEWEST_WITH_TOTAL - 1:
        return
    one, two = export.rows
    equal = {field for field, (first, second) in summed.items() if first and first == second}
    known = {field for field, pair in summed.items() if None not in pair and any(pair)}
    seen = Field.COST in equal and not VIEWS.isdisjoint(equal)
    if not seen or equal != known or one.cells == two.cells or _are_apart(export, one, two):
        return
    day = export.columns.get(Field.DATE)
    undated = [] if day is None else [each for each in (one, two) if is_missing(cell_at(each, day))]
    if len(undated) == 1:
        raise _looks_like_a_total(export, undated[0], "the row has no date and the other's figures")
    raise _looks_like_a_total(export, two, "its figures are those of the other row")


def _are_apart(export: Export, one: Line, two: Line) -> bool:
    """Return whether two rows differ in their day, their currency, or two other things."""
    differing = [
        field
        for field, place in export.columns.items()
        for cells in [(cell_at(one, place), cell_at(two, place))]
        if field not in NUMBERS and cells[0] != cells[1] and not any(map(is_missing, cells))
    ]
    return len(differing) > 1 or not {Field.DATE, Field.CURRENCY}.isdisjoint(differing)


def _said(export: Export, named: Sequence[int]) -> dict[int, set[Cell]]:
    """Return the cells in which rows say what they are: their names, and the first one filled."""
    said = {place: set(export.at(place)) for place in named}
    for place in range(len(export.header.cells)):
        if place not in said:
            said[place] = set(export.at(place))
        if not any(map(is_missing, said[place])):
            break
    return said


def _is_searched_for(export: Export, place: int, line: Line) -> bool:
    """Return whether a label is a keyword: people search for totals, in a campaign with a name."""
    if place != export.columns.get(Field.KEYWORD):
        return False
    coarser = [export.columns[field] for field in COARSER if field in export.columns]
    return any(not is_missing(cell_at(line, each)) for each in coarser)


def _within(export: Export, line: Line, why: str) -> Unreadable:
    return Unreadable(
        f"{export.grid.path}, line {line.number}: {why}, and stands among the rows, where it would "
        "be counted twice; remove it, or move it below all rows."
    )


def _looks_like_a_total(export: Export, line: Line, why: str) -> Unreadable:
    return Unreadable(
        f"{export.grid.path}, line {line.number}: {why}, so that it looks like a line of totals of "
        "an unknown name; remove it."
    )
