"""From files to tables of the ledger: each file by the way that fits its size and kind."""

from collections.abc import Callable, Sequence
from glob import glob, has_magic
from pathlib import Path

from addin import large, row_checks
from addin.exports.declared import LOCALE, Declared
from addin.exports.grid import Grid, read_grids
from addin.exports.limits import is_folder
from addin.exports.reading import Reading
from addin.exports.remembered import Maps
from addin.exports.tables import fits, recognise_all
from addin.exports.text_file import Unreadable
from addin.found import finding
from addin.ledger import Table, entered
from addin.ledger_keys import read_in
from addin.options import Options
from workbook_templates.report.findings import Check

Progress = Callable[[str], None]


def tables_of(
    names: Sequence[str], maps: Maps, options: Options, progress: Progress
) -> list[Table]:
    """Return the tables of files, in order; `progress` is told each name before it is read.

    Raises Unreadable where one of them cannot be read for certain: a report on the rest would
    be silently wrong.
    """
    tables: list[Table] = []
    files = groups(names)
    options.declared.refuse_unknown_files([path for paths in files for path in paths])
    for paths in files:
        progress(str(paths[0]) if len(paths) == 1 else f"{paths[0].parent} ({len(paths)} files)")
        tables += _read(paths, maps, options, alone=len(files) == 1)
    if not any(table.row_count for table in tables):
        raise Unreadable(
            f"{tables[0].place}: the export holds no rows; check its filter and its days."
        )
    if maps.given and not any(table.mapped for table in tables):
        titles = ", ".join(maps.given.values())
        raise Unreadable(f"--map: no file has the columns {titles}.")
    return tables


def tables_of_grids(grids: Sequence[Grid], maps: Maps, options: Options) -> list[Table]:
    """Return the tables of grids of one file or open workbook, in order.

    Raises Unreadable as `tables_of` does.
    """
    return _in_memory(Path(grids[0].path), grids, maps, options)


def _read(paths: Sequence[Path], maps: Maps, options: Options, *, alone: bool) -> list[Table]:
    """Return the tables of a file; of several files, a map is for those that have its titles."""
    if large.is_parquet(paths[0]):
        return [large.from_parquet(paths, maps, options)]
    if table := _large(paths[0], maps, options, alone=alone):
        return [table]
    grids = read_grids(paths[0])
    if not alone and not any(fits(grid, maps) for grid in grids):
        maps = maps._replace(given={})
    return _in_memory(paths[0], grids, maps, options)


def groups(names: Sequence[str]) -> list[list[Path]]:
    """Return the files that names mean: one each, but all Parquet files of a pattern together."""
    found: list[list[Path]] = []
    for name in names:
        path = Path(name)
        if is_folder(path):
            matches = sorted(path.glob("*.parquet"))
        elif has_magic(name) and not path.exists():
            matches = sorted(map(Path, glob(name)))  # noqa: PTH207 - a pattern may be absolute
        else:
            matches = [path]
        if not matches:
            raise Unreadable(f"{name}: no such file; check the name and the folder.")
        parquet = [match for match in matches if large.is_parquet(match)]
        found += [[match] for match in matches if match not in parquet]
        if parquet:
            found.append(parquet)
    twice = [paths[0] for place, paths in enumerate(found) if paths in found[:place]]
    if twice:
        raise Unreadable(f"{twice[0]}: the same file is named twice.")
    return found


def _large(path: Path, maps: Maps, options: Options, *, alone: bool) -> Table | None:
    try:
        return large.from_text(path, maps, options)
    except Unreadable:
        if alone or not maps.given:
            raise
    return large.from_text(path, maps._replace(given={}), options)


def _refuse_shared(reading: Reading, declared: Declared) -> None:
    """Refuse an option that decides how one of several files is read, unless it names the file."""
    if shared := reading.decided & declared.for_file(reading.export.grid.path).shared:
        option, path = min(shared), Path(reading.export.grid.path)
        said = declared.locale if option == LOCALE else declared.dates
        raise Unreadable(
            f"{path}: only {option} decides how it is read; with several files, say it of this "
            f"one: {option} {path.name}={said}"
        )


def _in_memory(path: Path, grids: Sequence[Grid], maps: Maps, options: Options) -> list[Table]:
    known = recognise_all(grids, maps)
    if known.refused:
        raise known.refused[0]
    tables = []
    for export in known.exports:
        told = row_checks.findings(reading := read_in(export, options.declared))
        _refuse_shared(reading, options.declared)
        if not export.rows:
            told = [finding(Check.NO_ROWS, row_checks.place(reading)), *told]
        tables.append(entered(reading, options, told))
    if known.others:
        names = ", ".join(known.others)
        more = [*tables[0].findings, finding(Check.OTHER_SHEETS, str(path), names=names)]
        tables[0] = tables[0]._replace(findings=more)
    return tables
