"""Which platform wrote a grid, where its header is, and which lines are rows, totals or remarks.

The content decides, never the name of the file.
"""

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from addin.exports.doubt import Doubtful
from addin.exports.grid import Cell, Grid, Line
from addin.exports.header import (
    HEADER_WITHIN,
    Header,
    columns_of,
    known_headers,
    likely_header,
    place_of,
    unrecognised,
)
from addin.exports.line_kinds import (
    cell_at,
    filled,
    has_nothing,
    is_total_above,
    lone,
    names_a_total,
)
from addin.exports.mapping import holds, mapped_platform
from addin.exports.periods import read_period
from addin.exports.platform import Field, Platform, currency_of, folded, plain
from addin.exports.remembered import GIVEN, NO_MAPS, Maps
from addin.exports.text_file import Unreadable

WIDE = 3  # columns: fewer, and one cell may well be a row


class Export(NamedTuple):
    """A grid that was recognised: its columns by field, its lines by what they are."""

    grid: Grid
    platform: Platform
    header: Line
    columns: dict[Field, int]
    before: list[Line]
    rows: list[Line]
    totals: list[Line]
    remarks: list[Line]
    more: int  # the line on which another table begins, which is not read; 0 for none
    mapped_by: str = ""  # what names columns beside the platform: --map, or a file of maps

    @property
    def ignored(self) -> list[str]:
        """The titles of the columns that are not used."""
        used = set(self.columns.values())
        titles = enumerate(self.header.cells)
        return [str(title) for place, title in titles if place not in used and filled(title)]

    @property
    def repeated(self) -> list[str]:
        """The titles that stand over more than one column; the first one is used."""
        compared = folded if self.platform.exact else plain
        counted = Counter(compared(title) for title in self.header.cells if filled(title))
        return [title for title, count in counted.items() if count > 1]

    @property
    def currencies(self) -> frozenset[str]:
        """The currencies that the titles of money columns may name."""
        found: frozenset[str] = frozenset()
        for field in (Field.COST, Field.VALUE):
            if field in self.columns:
                found |= currency_of(self.header.cells[self.columns[field]])
        return found

    def cells(self, field: Field, lines: Sequence[Line] | None = None) -> list[Cell]:
        """Return the cells of a column, of the rows unless other lines are given."""
        return self.at(self.columns[field], lines)

    def at(self, place: int, lines: Sequence[Line] | None = None) -> list[Cell]:
        """Return the cells at a place, counted from 0."""
        asked = self.rows if lines is None else lines
        try:
            return [line.cells[place] for line in asked]
        except IndexError:  # a line that ends early is blank there
            return [cell_at(line, place) for line in asked]


def recognise(grid: Grid, maps: Maps = NO_MAPS) -> Export:
    """Return what a grid is, with the columns that its user names.

    Raises Unrecognised where no platform wrote it and no map names its columns, and Unreadable
    where more than one may have, or where a map does not fit.
    """
    lines = grid.lines[:HEADER_WITHIN]
    known = known_headers(lines)
    names = sorted({header.platform.name for header in known})
    base = known[0] if len(names) == 1 else None
    mapped = [
        (line, entry.column_map, maps.source)
        for line in lines
        for entry in maps.remembered
        if entry.is_of(line.cells)
    ]
    if maps.given:
        line = base.line if base else _line_that_holds(lines, maps)
        mapped = [(line, maps.given, GIVEN)]
    if mapped:
        line, column_map, source = mapped[0]
        platform = base.platform if base and base.line is line else None
        try:
            named = mapped_platform(platform, [str(cell or "") for cell in line.cells], column_map)
        except Unreadable as reason:
            raise Unreadable(f"{place_of(grid)}, line {line.number}: {reason}") from None
        header = Header(line, named, columns_of(named, line.cells))
        return _parted(grid, header)._replace(mapped_by=source)
    if base:
        return _parted(grid, base)
    if known:
        raise Unreadable(f"{place_of(grid)}: its columns could be of {' or '.join(names)}.")
    raise unrecognised(grid)


def _line_that_holds(lines: Sequence[Line], maps: Maps) -> Line:
    """Return the first line that holds every title of the map, else the likeliest header."""
    found = (line for line in lines if holds(line.cells, maps.given))
    return next(found, None) or likely_header(lines)


def _parted(grid: Grid, known: Header) -> Export:
    header, platform, columns = known
    at = next(place for place, line in enumerate(grid.lines) if line is header)
    below, more = _block(grid.lines[at + 1 :], platform)
    if platform.footer and below and re.fullmatch(platform.footer, lone(below[-1]).casefold()):
        below.pop()
    export = Export(grid, platform, header, columns, grid.lines[:at], [], [], [], more)
    for line in below:
        if not (platform.prepared and has_nothing(line, known)):
            (export.remarks if _is_remark(line, export) else export.rows).append(line)
    if export.rows and is_total_above(export.rows[0], known):
        export.totals.append(export.rows.pop(0))
    while export.rows and names_a_total(export.rows[-1], known):
        export.totals.insert(0, export.rows.pop())
    return export


def _block(lines: Sequence[Line], platform: Platform) -> tuple[list[Line], int]:
    """Return the lines with content up to the next table of the file, and where that begins."""
    block: list[Line] = []
    for line in lines:
        if any(filled(cell) for cell in line.cells):
            if platform.new_block and lone(line).startswith(platform.new_block):
                return block, line.number
            block.append(line)
    return block, 0


def _is_remark(line: Line, export: Export) -> bool:
    """Return whether a line below the header is one cell of a wider table: no row, but a note.

    Raises Unreadable for a line of dates, with which another report begins.
    """
    note = lone(line)
    if not note or len(export.header.cells) < WIDE:
        return False
    with suppress(Doubtful):
        if read_period(note):
            raise Unreadable(
                f"{place_of(export.grid)}, line {line.number}: another report begins here; "
                "export or save each in a file of its own."
            )
    return True
