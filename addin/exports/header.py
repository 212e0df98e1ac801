"""The line of column titles: which one it is, which platform writes it so, what is nearest."""

from collections.abc import Sequence
from typing import NamedTuple

from addin.exports.grid import Grid, Line
from addin.exports.missing import shown
from addin.exports.platform import Field, Platform, folded, plain
from addin.exports.platforms import PLATFORMS
from addin.exports.text_file import Unreadable
from cpc_functions.headers import Role, role_of

HEADER_WITHIN = 40  # lines: the longest preamble that was seen has ten
TITLES_TOLD = 40
UNKNOWN = (
    f"no line of its first {HEADER_WITHIN} holds the column titles of a platform that is known"
)
FEWEST_IN_COMMON = 2  # labels, or no platform is near

_SHOWN_AS = {
    Role.COST: Field.COST,
    Role.CONVERSIONS: Field.CONVERSIONS,
    Role.DATE: Field.DATE,
    Role.CLICKS: Field.CLICKS,
    Role.IMPRESSIONS: Field.IMPRESSIONS,
    Role.REVENUE: Field.VALUE,
    Role.CURRENCY: Field.CURRENCY,
}


class Unrecognised(Unreadable):
    """A table of no platform; `common` counts the labels that it shares with the nearest one."""

    def __init__(self, why: str, sheet: str, common: int) -> None:
        """Keep what tells a table that is nearly known from a sheet that is no export."""
        super().__init__(why)
        self.sheet = sheet
        self.common = common


class Header(NamedTuple):
    """A line of titles, the platform that writes it, and where its fields stand."""

    line: Line
    platform: Platform
    columns: dict[Field, int]


def columns_of(platform: Platform, titles: Sequence[object]) -> dict[Field, int]:
    """Return where the fields of a platform stand among titles; empty if it writes others."""
    return _columns(platform, [*map(plain, titles)], [*map(folded, titles)])


def known_headers(titles_by_line: Sequence[Line]) -> list[Header]:
    """Return the headers of known platforms in which the most fields are found; often one."""
    found = [
        Header(line, platform, columns)
        for line in titles_by_line
        for plains, folds in [([*map(plain, line.cells)], [*map(folded, line.cells)])]
        for platform in PLATFORMS
        if (columns := _columns(platform, plains, folds))
    ]
    most = max((len(header.columns) for header in found), default=0)
    return [header for header in found if len(header.columns) == most]


def titles_of(line: Line) -> list[str]:
    """Return the titles that stand in a line."""
    return [str(cell).strip() for cell in line.cells if str(cell or "").strip()]


def likely_header(lines: Sequence[Line]) -> Line:
    """Return the line with the most different texts: of an unknown table, the likely header."""

    def texts(line: Line) -> int:
        return len({cell for cell in line.cells if isinstance(cell, str) and role_like(cell)})

    return max(lines, key=texts)


def role_like(text: str) -> bool:
    """Return whether a text may be a title: it begins with a letter."""
    return text.strip()[:1].isalpha()


def unrecognised(grid: Grid) -> Unrecognised:
    """Return the refusal of a table of no platform, with its titles and what would help."""
    lines = grid.lines[:HEADER_WITHIN]
    near = [_nearness(platform, line) for line in lines for platform in PLATFORMS]
    common, _, line, platform = max(near, key=lambda entry: entry[:2])
    if common < FEWEST_IN_COMMON:
        line = likely_header(lines)
    said = [
        f"{place_of(grid)}: {UNKNOWN}.",
        f"The titles on line {line.number} are: {told(titles_of(line))}.",
    ]
    if common >= FEWEST_IN_COMMON:
        lacking = _lacking(platform, line)
        said.append(f"The nearest platform is {platform.name}; missing for it: {told(lacking)}.")
    said.append(f"Say what its columns are, as in: {example(titles_of(line))}")
    return Unrecognised(" ".join(said), grid.sheet, common)


def told(titles: Sequence[str]) -> str:
    """Return titles as a sentence lists them."""
    more = len(titles) - TITLES_TOLD
    listed = ", ".join(f'"{shown(title)}"' for title in titles[:TITLES_TOLD])
    return f"{listed} and {more} more" if more > 0 else listed


def example(titles: Sequence[str]) -> str:
    """Return options that would map a table; a person is to check what they say.

    A title that a shell could take for a command is left out.
    """
    found: dict[Field, str] = {}
    for title in titles:
        field = _SHOWN_AS.get(role_of(title))
        if field and all(sign.isalnum() or sign in " ()._/#&+,:-–" for sign in title):
            found.setdefault(field, title)
    for field in (Field.COST, Field.CONVERSIONS):
        found.setdefault(field, "TITLE")
    return " ".join(
        f'--map "{field}={found[field]}"' for field in _SHOWN_AS.values() if field in found
    )


def place_of(grid: Grid) -> str:
    """Return where a grid stands: its file, and its sheet in a workbook."""
    return f"{grid.path}, sheet {grid.sheet}" if grid.sheet else grid.path


def _columns(platform: Platform, plains: list[str], folds: list[str]) -> dict[Field, int]:
    if not any(set(known) <= {*plains, *folds} for known in platform.known_by):
        return {}
    columns = {}
    for field, labels in platform.labels.items():
        for label in labels:
            titles = folds if label in folds else plains
            if label in titles:
                columns[field] = titles.index(label)
                break
    if any(title in plains and field not in columns for title, field in platform.needs.items()):
        return {}
    return columns


def _nearness(platform: Platform, line: Line) -> tuple[int, int, Line, Platform]:
    """Return how many fields a line has a label for, and how few labels it lacks, negated."""
    titles = {*map(plain, line.cells)}
    common = sum(not titles.isdisjoint(labels) for labels in platform.labels.values())
    return common, -len(_lacking(platform, line)), line, platform


def _lacking(platform: Platform, line: Line) -> list[str]:
    """Return the labels that keep a line from being a header of the platform."""
    titles = {*map(plain, line.cells)}
    return min(
        ([label for label in known if label not in titles] for known in platform.known_by),
        key=len,
    )
