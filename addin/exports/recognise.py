"""Which platform wrote a grid, where its header is, and which lines are rows, totals or remarks.

The content decides, never the name of the file.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from addin.csv_file import Unreadable
from addin.exports.grid import Cell, Grid, Line
from addin.exports.platform import NAMES, Field, Platform, currency_of, plain
from addin.exports.platforms import PLATFORMS

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
        place = self.columns[field]
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
            f"{grid.path}: no line of its first {HEADER_WITHIN} holds the column titles of a "
            "platform that is known. Is it an export, and are its titles unchanged?"
        )
    most = max(count for count, *_ in found)
    best = [entry for entry in found if entry[0] == most]
    names = sorted({platform.name for _, platform, *_ in best})
    if len(names) > 1:
        raise Unreadable(f"{grid.path}: its columns could be of {' or '.join(names)}.")
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
    export = Export(grid, platform, header, columns, grid.lines[:at], [], [], [])
    for line in _block(grid.lines[at + 1 :], platform):
        if _is_remark(line, platform):
            export.remarks.append(line)
        elif _is_total(line, export):
            export.totals.append(line)
        else:
            export.rows.append(line)
    return export


def _block(lines: Iterable[Line], platform: Platform) -> Iterable[Line]:
    """Return the lines with content up to the next table of the same file."""
    for line in lines:
        if any(_filled(cell) for cell in line.cells):
            if platform.new_block and _begins(line, (platform.new_block,)):
                return
            yield line


def _is_remark(line: Line, platform: Platform) -> bool:
    return _begins(line, platform.ends)


def _begins(line: Line, marks: Sequence[str]) -> bool:
    """Return whether a line is one cell that begins with one of some marks."""
    first, *others = [str(cell).strip() for cell in line.cells if _filled(cell)]
    return not others and first.startswith(tuple(marks))


def _is_total(line: Line, export: Export) -> bool:
    first = next((str(cell).strip().casefold() for cell in line.cells if _filled(cell)), "")
    if export.platform.totals and first.startswith(tuple(export.platform.totals)):
        return True
    named = [export.columns[field] for field in NAMES if field in export.columns]
    nameless = bool(named) and not any(_filled(_cell(line, place)) for place in named)
    return export.platform.total_without_name and nameless


def _cell(line: Line, place: int) -> Cell:
    return line.cells[place] if place < len(line.cells) else None


def _filled(cell: Cell) -> bool:
    return cell is not None and str(cell).strip() != ""
