"""The tables of the open workbook, as the pipeline takes tables of files."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from addin.exports.grid import Grid, Line
from addin.exports.header import Unrecognised
from addin.exports.line_kinds import filled
from addin.exports.platforms.tracker import TRACKER
from addin.exports.recognise import recognise
from addin.exports.text_file import Unreadable
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.selection import area_of
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.tracker_facts import NAMES, USUAL, facts, until
from addin.ribbon_commands.values import Block, block_of, rows_of
from addin.ribbon_commands.writable import refuse_days_of_1904

if TYPE_CHECKING:
    from xlwings import Book, Range


class Found(NamedTuple):
    """The tables to report on; what a tracker says of itself, as options and in thousandths."""

    grids: list[Grid]
    own: str = ""
    confidence: int = USUAL


def found_in(session: Session, book: "Book") -> Found:
    """Return the tables to report on: a tracker's, else of the active sheet, else the selected one.

    Tables that only have the names of a tracker's come last. Raises Refused where there is none.
    """
    name = book.name
    said = facts(session)
    named = [*_named(session, book, name, said.rows)]
    if named and (said.rows or any(map(_is_ours, named))):
        return Found(named, said.own + until(said.last_day, named), said.confidence)
    try:
        return Found([_of_sheet(session, book, name)])
    except Refused:
        if not named:
            raise
        return Found(named)


def tracker_says(session: Session) -> str:
    """Return what a tracker says of its amounts, as options; "" for any other workbook."""
    refuse_days_of_1904(session.book)
    return facts(session).own


def _is_ours(grid: Grid) -> bool:
    """Return whether the titles of a grid are those of a tracker's table."""
    with suppress(Unreadable):
        return recognise(grid).platform in TRACKER
    return False


def _of_sheet(session: Session, book: "Book", name: str) -> Grid:
    sheet = book.sheets.active
    used = _grid(name, sheet.name, sheet.used_range)
    return used if used.lines and _is_known(used) else selected(session, book)


def selected(session: Session, book: "Book") -> Grid:
    """Return the selected cells; of one cell, its table or the cells around it."""
    _ = session.say
    area = area_of(session)
    grid = _grid(book.name, area.sheet.name, area)
    if len(grid.lines) < 2:
        raise Refused(
            _(
                "No table was found: select one with its titles, or call the tables Paid, Organic "
                "and Costs."
            )
        )
    return grid


def _named(session: Session, book: "Book", name: str, rows: Mapping[str, int]) -> Iterator[Grid]:
    """Yield the tables of our names, each read in one step."""
    areas = _by_search(book) if session.on_mac else _by_reference(session, rows)
    for table, first, cells in areas:
        lines = [Line(number, row) for number, row in enumerate(cells, first)]
        if any(filled(value) for line in lines[1:] for value in line.cells):
            yield Grid(name, table, "", "", lines)


def _by_reference(session: Session, rows: Mapping[str, int]) -> Iterator[tuple[str, int, Block]]:
    """Ask Excel for each table by its name: one step to find it, whatever else there is."""
    for table in NAMES:
        area = _area(session, table, known=table in rows)
        if area is not None:
            yield table, rows.get(table) or int(area.Row), _cells(area)


def _area(session: Session, table: str, *, known: bool) -> Any:
    """Return the cells of a table, None where the workbook has none of that name.

    Excel tells of both in the same way, that there is none and that it is busy: it is asked twice
    before a table is left out.
    """
    reference = f"{table}[#All]"
    if not known:
        with suppress(Exception):
            return session.app.api.Range(reference)
        with suppress(Exception):
            return session.app.api.Range(reference)
        return None
    return session.app.api.Range(reference)


def _cells(area: Any) -> Block:
    return rows_of(area.Value, lambda: area.Value2)


def _by_search(book: "Book") -> Iterator[tuple[str, int, Block]]:
    for sheet in book.sheets:
        for table in sheet.tables:
            if table.name in NAMES:
                yield table.name, table.range.row, block_of(table.range)


def _grid(book: str, sheet: str, area: "Range") -> Grid:
    first = area.row
    lines = [Line(number, cells) for number, cells in enumerate(block_of(area), first)]
    while lines and not any(map(filled, lines[-1].cells)):
        lines.pop()
    return Grid(book, sheet, "", "", lines)


def _is_known(grid: Grid) -> bool:
    """Return whether the titles of a grid are those of a platform; others are asked about."""
    try:
        recognise(grid)
    except Unrecognised:
        return False
    except Unreadable:
        return True  # known, and refused with its reason when it is read
    return True


def refuse_others(session: Session, grids: Sequence[Grid], known: Sequence[str]) -> None:
    """Raise Refused for a table with rows that was not understood: it would be left out."""
    _ = session.say
    if others := [grid.sheet for grid in grids if grid.sheet not in known]:
        raise Refused(
            _("The table {name} has titles that are not known; see New tracker for those.").format(
                name=others[0]
            )
        )
