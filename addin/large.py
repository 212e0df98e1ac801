"""Files too large to be held: an engine reads, filters and sums them; a sample proves how.

The head and the tail of a text prove the platform, the notation and the order of dates; every
cell is then held to it, and one that is written otherwise is refused. Parquet has types.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import narwhals as nw
from narwhals.dtypes import DType

from addin import engines
from addin.engines import Frame
from addin.exports.grid import Grid, Line
from addin.exports.platform import Field
from addin.exports.reading import Reading
from addin.exports.recognise import recognise
from addin.exports.remembered import Maps
from addin.exports.text_file import Unreadable
from addin.exports.written_date import Grain
from addin.found import finding
from addin.large_cells import Cells, day_cells, number_cells, text_cells
from addin.large_text import sample
from addin.ledger import (
    DAYS,
    FIGURES,
    SINGLE_DAYS,
    TEXTS,
    Table,
    fixed_keys,
    level_of,
    mapped_titles,
    read_in,
    single_currency,
    span_of,
    title_of,
)
from addin.options import Options
from addin.summary import MICRO, summarise
from cpc_functions.locales import style_of
from workbook_templates.report.findings import Check
from workbook_templates.report.tables import Span

LARGE = 32_000_000  # bytes: smaller files are held, and checked row by row
PARQUET = b"PAR1"
PLAIN = re.compile(r"-?\d{1,15}(\.\d{1,20})?", re.ASCII)


def is_parquet(path: Path) -> bool:
    """Return whether a file is Parquet, by its first bytes."""
    try:
        with path.open("rb") as file:
            return file.read(len(PARQUET)) == PARQUET
    except OSError:
        return False  # what is wrong with it is said by who reads it


def from_text(path: Path, maps: Maps, options: Options) -> Table | None:
    """Return the table of a large CSV; None for a file that is small, or of another kind."""
    if not path.is_file() or path.stat().st_size < LARGE or not (text := sample(path)):
        return None
    export = recognise(text.grid, maps)
    reading = read_in(export, options.declared)
    names = [f"c{place}" for place in range(len(export.header.cells))]
    plain = frozenset(
        names[export.columns[field]] for field in reading.numbers if _is_plain(reading, field)
    )

    def opened(plain: frozenset[str]) -> Table:
        skip, delimiter = text.skip(export), text.grid.delimiter
        frame = engines.from_csv(options.engine, path, names, skip, delimiter, plain)
        for line in export.totals:
            frame = frame.filter(~_is(line, names))
        return _table(path, reading, frame, names, options)

    try:
        return opened(plain)
    except Unreadable:
        return opened(frozenset())  # slower, and says which cell


def from_parquet(paths: Sequence[Path], maps: Maps, options: Options) -> Table:
    """Return the table of some Parquet files with the same columns."""
    frame = engines.from_parquet(options.engine, paths)
    names = frame.collect_schema().names()
    export = recognise(Grid(str(paths[0]), "", "", "", [Line(1, list(names))]), maps)
    return _table(paths[0], read_in(export, options.declared), frame, names, options)


def _table(
    path: Path, reading: Reading, frame: Frame, names: Sequence[str], options: Options
) -> Table:
    export = reading.export
    try:
        cells = _cells(reading, frame, names)
        fixed = fixed_keys(export, span_of(reading, options))
        if Field.CURRENCY not in export.columns:
            fixed["currency"] = single_currency(reading)
        checks = {f"{name}_bad": cell.bad for name, cell in cells.items() if cell.bad is not None}
        rows = frame.select(
            *(cell.value.alias(name) for name, cell in cells.items()),
            *(
                bad.fill_null(value=False).cast(nw.Int64).alias(name)
                for name, bad in checks.items()
            ),
        )
        days, bad = summarise(rows, DAYS, fixed, months=False, also=tuple(checks))
        if any(bad):
            name = next(name for name, count in zip(checks, bad, strict=True) if count)
            raise _bad(path, reading, frame, names, cells, name.removesuffix("_bad"))
    except Unreadable:
        raise
    except Exception as fault:  # noqa: BLE001 - each engine has its own
        raise Unreadable(f"{path}: {str(fault).strip().splitlines()[0]}") from None
    count = sum(part.rows for part in days)
    return Table(
        file=str(path),
        sheet="",
        platform=export.platform,
        rows=rows,
        fixed=fixed,
        days=days,
        span=_span(path, reading, {part.day for part in days} | {part.end for part in days}),
        level=level_of(export.columns),
        view=title_of(export, Field.CHANNEL),
        row_count=count,
        total_lines=len(export.totals),
        converts=Field.CONVERSIONS in export.columns,
        has_cost=Field.COST in export.columns,
        currency="/".join(sorted(reading.currencies)),
        costs=(),
        findings=[finding(Check.LARGE, str(path), count=count)],
        mapped=mapped_titles(export),
    )


def _cells(reading: Reading, frame: Frame, names: Sequence[str]) -> Mapping[str, Cells]:
    """Return the ledger's columns as expressions over those of the file."""
    export = reading.export
    types = frame.collect_schema()
    cells = {}
    if Field.DATE in export.columns:
        name = names[export.columns[Field.DATE]]
        cells["day"] = _days(reading, name, types[name])
    for key, field in TEXTS.items():
        if field in export.columns:
            name = names[export.columns[field]]
            cells[key] = text_cells(name, types[name])
    for key, field in FIGURES.items():
        if field in export.columns:
            name = names[export.columns[field]]
            whole = 1 if field in export.platform.micros else MICRO
            cells[key] = number_cells(name, types[name], reading.numbers[field].locale or "", whole)
    return cells


def _days(reading: Reading, name: str, dtype: DType) -> Cells:
    export, dates = reading.export, reading.dates
    ends = Field.END in export.columns and title_of(export, Field.DATE) not in SINGLE_DAYS
    if ends or (dates and dates.grain is not Grain.DAY):
        raise Unreadable(f"{export.grid.path}: a file of this size is read by day; export it so.")
    return day_cells(name, dtype, export.cells(Field.DATE), dates.values if dates else [])


def _bad(
    path: Path,
    reading: Reading,
    frame: Frame,
    names: Sequence[str],
    cells: Mapping[str, Cells],
    key: str,
) -> Unreadable:
    """Return the refusal of a column with a cell that is not written as the sample of it is."""
    place = reading.export.columns[FIGURES.get(key, Field.DATE)]
    bad, name = cells[key].bad, names[place]
    assert bad is not None  # noqa: S101 - such a column was counted
    found = engines.rows_of(frame.filter(bad.fill_null(value=False)).select(name).head(1))
    return Unreadable(
        f"{path}, column {reading.export.header.cells[place]}: '{found[0][0] or ''}' is not "
        "written as the cells before it; correct it, or say how with --locale or --dates."
    )


def _is_plain(reading: Reading, field: Field) -> bool:
    """Return whether a column is written like 1234.56, without marks between thousands."""
    numbers = reading.numbers[field]
    cells = reading.export.cells(field)
    style = style_of(numbers.locale or "en_US")
    return style.decimals[0] == "." and not any(
        not PLAIN.fullmatch(str(cell)) for cell in cells if cell not in {None, ""}
    )


def _span(path: Path, reading: Reading, days: set[str]) -> Span | None:
    if Field.DATE not in reading.export.columns:
        return Span(*reading.period) if reading.period else None
    try:
        known = sorted(map(date.fromisoformat, days))
    except ValueError:
        raise Unreadable(f"{path}: a date is no day of the calendar.") from None
    return Span(known[0], known[-1])


def _is(line: Line, names: Sequence[str]) -> nw.Expr:
    """Return whether a row is this line, cell by cell."""
    padded = [*line.cells, *[""] * len(names)]
    same = [
        nw.col(name).fill_null("") == str(cell) for name, cell in zip(names, padded, strict=False)
    ]
    return nw.all_horizontal(*same, ignore_nulls=False)
