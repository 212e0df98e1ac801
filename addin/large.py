"""Files too large to be held: an engine reads, filters and sums them; a sample proves how.

The head and the tail of a text prove the platform, the notation and the order of dates; every
cell is then held to it, and one that is written otherwise is refused. Parquet has types.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import narwhals as nw

from addin import engine_files
from addin.engines import Frame
from addin.exports.grid import Cell, Grid, Line
from addin.exports.platform import Field
from addin.exports.reading import Reading
from addin.exports.recognise import recognise
from addin.exports.remembered import Maps
from addin.exports.text_file import Unreadable
from addin.found import finding
from addin.large_checks import (
    findings,
    refuse_hidden_total,
    refuse_labels,
    refuse_subtotals,
    refuse_totals_within,
    refuse_twins,
)
from addin.large_days import calendar_days
from addin.large_rows import looked_at, proved_rows, refuse_bad, refuse_beyond
from addin.large_text import sample
from addin.ledger import Table
from addin.ledger_keys import (
    FIGURES,
    fixed_keys,
    level_of,
    mapped_titles,
    names_of,
    read_in,
    single_currency,
    span_of,
    title_of,
)
from addin.options import Options
from addin.summary import AMOUNTS, MICRO, Sums
from workbook_templates.report.findings import Check
from workbook_templates.report.tables import Span

LARGE = 32_000_000  # bytes: smaller files are held, and checked row by row
PARQUET = b"PAR1"


def is_parquet(path: Path) -> bool:
    """Return whether a file is Parquet, by its first bytes."""
    try:
        with path.open("rb") as file:
            return file.read(len(PARQUET)) == PARQUET
    except OSError:
        return False  # what is wrong with it is said by who reads it


def from_text(path: Path, maps: Maps, options: Options) -> Table | None:
    """Return the table of a large CSV; None for a file that is to be held, whatever its size."""
    if not path.is_file() or path.stat().st_size < LARGE or not (text := sample(path)):
        return None
    export = recognise(text.grid, maps)
    skip = text.skip(export)
    if skip is None or export.more or Field.CATEGORY in export.columns:
        return None
    names = [f"c{place}" for place in range(text.width(export))]
    ragged = text.is_ragged(export)
    with _named(path):
        rows = engine_files.from_csv(
            options.engine, path, names, skip, text.grid.delimiter, ragged=ragged
        )
    for cells in text.aside(export):
        rows = rows.filter(~_is(cells))
    return _table(path, read_in(export, options.declared), rows, options)


def from_parquet(paths: Sequence[Path], maps: Maps, options: Options) -> Table:
    """Return the table of some Parquet files with the same columns."""
    with _named(paths[0]):
        rows = engine_files.from_parquet(options.engine, paths)
        titles = rows.collect_schema().names()
    export = recognise(Grid(str(paths[0]), "", "", "", [Line(1, [*titles])]), maps)
    if Field.CATEGORY in export.columns:
        raise Unreadable(f"{paths[0]}: costs beside the ads are read from CSV or XLSX.")
    rows = rows.select(*(nw.col(title).alias(f"c{at}") for at, title in enumerate(titles)))
    return _table(paths[0], read_in(export, options.declared), rows, options)


def _table(path: Path, reading: Reading, file: Frame, options: Options) -> Table:
    export, span = reading.export, span_of(reading, options)
    fixed = fixed_keys(export, span)
    if Field.CURRENCY not in export.columns:
        fixed["currency"] = single_currency(reading)
    with _named(path):
        refuse_twins(export)
        seen = looked_at(reading, file, fixed, options.declared.for_file(path))
        refuse_bad(seen)
        refuse_beyond(seen)
        for field, said in seen.summed_by().items():
            refuse_labels(export, export.columns[field], said)
        if seen.may_name_totals:
            refuse_totals_within(export, file)
        days = seen.days
        count = sum(part.rows for part in days)
        amounts = _amounts(reading, days)
        refuse_hidden_total(reading, amounts, count)
        for place in seen.doubtful:
            title = export.header.cells[place]
            refuse_subtotals(title, seen.part(place), amounts, count)
        if Field.DATE in export.columns:
            span = _span(span, days)
    codes = {part.currency for part in days if part.currency} or reading.currencies
    return Table(
        file=str(path),
        sheet="",
        platform=export.platform,
        rows=proved_rows(seen),
        fixed=fixed,
        days=days,
        span=span,
        undated=reading.period is None and Field.DATE not in export.columns,
        level=level_of(export.columns),
        names=names_of(export, fixed),
        view=title_of(export, Field.CHANNEL),
        row_count=count,
        total_lines=len(export.totals),
        converts=Field.CONVERSIONS in export.columns,
        has_cost=Field.COST in export.columns,
        currency="/".join(sorted(codes)),
        costs=(),
        findings=[
            finding(Check.LARGE, str(path), count=count),
            *findings(reading, amounts, count),
        ],
        mapped=mapped_titles(export),
    )


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Name the file in what is refused of it, and in what an engine says."""
    try:
        yield
    except Unreadable as reason:
        raise Unreadable(f"{path}, {str(reason).removesuffix('.')}.") from None
    except Exception as fault:  # noqa: BLE001 - each engine has its own
        said = [line for line in str(fault).strip().splitlines()[:3] if line]
        raise Unreadable(f"{path}: {'; '.join(said)}. Correct it, or export again.") from None


def _amounts(reading: Reading, days: Sequence[Sums]) -> dict[Field, float]:
    """Return the sum of each figure over all rows."""
    return {
        FIGURES[key]: sum(getattr(part, key) or 0 for part in days) / MICRO
        for key in AMOUNTS
        if FIGURES[key] in reading.numbers
    }


def _span(seen: Span | None, days: Sequence[Sums]) -> Span:
    """Return the days of all rows, and of what the sample says beside them."""
    known = calendar_days({part.day for part in days})
    both = [*known, *(seen or ())]
    return Span(min(both), max(both))


def _is(cells: Iterable[Cell]) -> nw.Expr:
    """Return whether a row has these cells; "" is an empty one."""
    same = (nw.col(f"c{place}").fill_null("") == str(cell) for place, cell in enumerate(cells))
    return nw.all_horizontal(*same, ignore_nulls=False)
