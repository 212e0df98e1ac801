"""The maps of columns that were given before, in a small file of the folder: cpc-columns.toml.

The file says only which title is which field; it is read as data, and nothing in it is run.
"""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from addin.exports.mapping import understood
from addin.exports.platform import folded
from addin.exports.text_file import Unreadable

FILE_NAME = "cpc-columns.toml"
GIVEN = "--map"
MOST_BYTES = 1_000_000  # a hundred tables of a hundred titles are a tenth of it


class Remembered(NamedTuple):
    """The titles of a table, and what its user said of them."""

    titles: tuple[str, ...]
    column_map: Mapping[str, str]

    def is_of(self, titles: Sequence[object]) -> bool:
        """Return whether a table has the same titles in the same order."""
        return _key(self.titles) == _key(titles)


class Maps(NamedTuple):
    """What is said of columns: with --map now, and what a file remembers from before."""

    given: Mapping[str, str]
    remembered: Sequence[Remembered]
    source: str  # the name of that file


NO_MAPS = Maps({}, (), "")


def recall(path: Path) -> list[Remembered]:
    """Return the maps of a file, none where there is no file; raises Unreadable if it is broken."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return []
    except OSError as fault:
        raise Unreadable(f"{path}: cannot be read ({fault.strerror}).") from None
    if len(content) > MOST_BYTES:
        raise Unreadable(f"{path}: too large for a file of column maps; {_CURE}.")
    try:
        tables = tomllib.loads(content.decode("utf-8")).get("table", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise Unreadable(f"{path}: no TOML ({fault}); {_CURE}.") from None
    if not isinstance(tables, list):
        raise Unreadable(f"{path}: table is no list of tables; {_CURE}.")
    return [_entry(path, number, table) for number, table in enumerate(tables, 1)]


def remember(path: Path, titles: Sequence[object], column_map: Mapping[str, str]) -> None:
    """Write a map beside those that a file holds, in the place of an older one of its titles."""
    import tomli_w  # only a new map is written

    from workbook_templates.writing.package import write_file

    new = Remembered(_titles(titles), dict(column_map))
    old = recall(path)
    kept = [entry for entry in old if not entry.is_of(titles)]
    if new in old:
        return
    tables = [{"titles": [*entry.titles], "map": dict(entry.column_map)} for entry in [*kept, new]]
    content = f"{_ABOUT}\n{tomli_w.dumps({'table': tables})}"
    try:
        write_file(content.encode(), path, replace=True)
    except OSError as fault:
        raise Unreadable(f"{path}: the columns cannot be remembered ({fault}).") from None


_CURE = "correct or delete it, and give --map again"
_ABOUT = "# Which column is what, as given with cpc ... --map. Delete a table to forget it."


def _entry(path: Path, number: int, table: object) -> Remembered:
    match table:
        case {"titles": [*titles], "map": dict(column_map)} if all(
            isinstance(text, str) for text in [*titles, *column_map, *column_map.values()]
        ):
            try:
                understood(column_map)
            except Unreadable as reason:
                raise Unreadable(f"{path}, table {number}: {reason}") from None
            return Remembered(_titles(titles), column_map)
    raise Unreadable(f"{path}, table {number}: it needs titles, a list, and a map; {_CURE}.")


def _titles(titles: Sequence[object]) -> tuple[str, ...]:
    return tuple(str(title).strip() for title in titles if str(title or "").strip())


def _key(titles: Sequence[object]) -> list[str]:
    return [folded(title) for title in _titles(titles)]
