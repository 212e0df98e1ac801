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
from addin.exports.missing import is_missing
from addin.exports.periods import read_period
from addin.exports.platform import NAMES, Field, Platform, currency_of, plain
from addin.exports.platforms import PLATFORMS
from addin.exports.text_file import Unreadable

WIDE = 3  # columns: fewer, and one cell may well be a row
HEADER_WITHIN = 40  # lines: the longest preamble that was seen has ten


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

    @property
    def ignored(self) -> list[str]:
        """The titles of the columns that are not used."""
        used = set(self.columns.values())
        titles = enumerate(self.header.cells)
        return [str(title) for place, title in titles if place not in used and _filled(title)]

    @property
    def repeated(self) -> list[str]:
        """The titles that stand over more than one column; the first one is used."""
        counted = Counter(plain(title) for title in self.header.cells if _filled(title))
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
        return [_cell(line, place) for line in (self.rows if lines is None else lines)]


def recognise(grid: Grid) -> Export:
    """Return what a grid is; raises Unreadable where no platform, or more than one, wrote it."""
    found = [
        (len(columns), platform, line, columns)
        for line in grid.lines[:HEADER_WITHIN]
        for platform in PLATFORMS
        if (columns := _columns(platform, line))
    ]
    if not found:
        raise Unreadable(
            f"{_place(grid)}: no line of its first {HEADER_WITHIN} holds the column titles of a "
            "platform that is known. Is it an export, and are its titles unchanged?"
        )
    most = max(count for count, *_ in found)
    best = [entry for entry in found if entry[0] == most]
    names = sorted({platform.name for _, platform, *_ in best})
    if len(names) > 1:
        raise Unreadable(f"{_place(grid)}: its columns could be of {' or '.join(names)}.")
    _, platform, header, columns = best[0]
    return _parted(grid, platform, header, columns)


def _columns(platform: Platform, line: Line) -> dict[Field, int]:
    """Return where the fields of a platform stand in a header; empty if it is no such header."""
    titles = [plain(cell) for cell in line.cells]
    if not any(set(known) <= set(titles) for known in platform.known_by):
        return {}
    return {
        field: titles.index(label)
        for field, labels in platform.labels.items()
        if (label := next((label for label in labels if label in titles), None)) is not None
    }


def _parted(grid: Grid, platform: Platform, header: Line, columns: dict[Field, int]) -> Export:
    at = grid.lines.index(header)
    below, more = _block(grid.lines[at + 1 :], platform)
    export = Export(grid, platform, header, columns, grid.lines[:at], [], [], [], more)
    for line in below:
        (export.remarks if _is_remark(line, export) else export.rows).append(line)
    if platform.total_without_name and export.rows and _names_nothing(export.rows[0], export):
        export.totals.append(export.rows.pop(0))
    while export.rows and _names_a_total(export.rows[-1], export):
        export.totals.insert(0, export.rows.pop())
    return export


def _block(lines: Sequence[Line], platform: Platform) -> tuple[list[Line], int]:
    """Return the lines with content up to the next table of the file, and where that begins."""
    block: list[Line] = []
    for line in lines:
        if any(_filled(cell) for cell in line.cells):
            if platform.new_block and _lone(line).startswith(platform.new_block):
                return block, line.number
            block.append(line)
    return block, 0


def _is_remark(line: Line, export: Export) -> bool:
    """Return whether a line below the header is one cell of a wider table: no row, but a note.

    Raises Unreadable for a line of dates, with which another report begins.
    """
    note = _lone(line)
    if not note or len(export.header.cells) < WIDE:
        return False
    with suppress(Doubtful):
        if read_period(note):
            raise Unreadable(
                f"{_place(export.grid)}, line {line.number}: another report begins here; "
                "export or save each in a file of its own."
            )
    return True


def _names_a_total(line: Line, export: Export) -> bool:
    names = [_cell(line, export.columns[field]) for field in NAMES if field in export.columns]
    first = next((cell for cell in line.cells if not is_missing(cell)), None)
    pattern = export.platform.total
    return bool(pattern) and any(
        re.fullmatch(pattern, str(cell).strip().casefold()) for cell in [first, *names]
    )


def _names_nothing(line: Line, export: Export) -> bool:
    names = [_cell(line, export.columns[field]) for field in NAMES if field in export.columns]
    return bool(names) and not any(_filled(cell) for cell in names)


def _lone(line: Line) -> str:
    """Return the text of a line that holds one cell and no more."""
    first, *others = [str(cell).strip() for cell in line.cells if _filled(cell)]
    return "" if others else first


def _place(grid: Grid) -> str:
    return f"{grid.path}, sheet {grid.sheet}" if grid.sheet else grid.path


def _cell(line: Line, place: int) -> Cell:
    return line.cells[place] if place < len(line.cells) else None


def _filled(cell: Cell) -> bool:
    return cell is not None and str(cell).strip() != ""
