"""The rows of a large file as those of the ledger, each cell held to what the sample proved."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import narwhals as nw

from addin import engines
from addin.engines import Frame
from addin.exports.declared import Declared
from addin.exports.platform import Field
from addin.exports.reading import LARGEST, Reading
from addin.exports.text_file import Unreadable
from addin.large_cells import Cells, Look, number_cells, text_cells
from addin.large_checks import SUMMED_BY, Amounts, may_name_a_total, names_all, partly_named
from addin.large_days import day_cells
from addin.ledger_keys import DAYS, FIGURES, TEXTS
from addin.summary import AMOUNTS, MICRO, Sums, summarise

COLUMNS = {"day": Field.DATE, **TEXTS, **FIGURES}
PLAIN = re.compile(r"-?[0-9]{1,9}([.,][0-9]{1,6})?")
BAD, SIZE, PART, TOTALS = "_bad", "_size", "_part", "totals"


class Seen(NamedTuple):
    """What one pass over all rows has shown: their sums by day, and what was counted beside them.

    `counts` holds how many cells of a column are bad, how large its amounts are together, and
    its sum over the rows that name nothing in a doubtful column. `file` has the columns c0, c1, …
    """

    reading: Reading
    file: Frame
    declared: Declared
    look: Look
    cells: Mapping[str, Cells]
    doubtful: Sequence[int]
    days: list[Sums]
    counts: Mapping[str, int]

    def summed_by(self) -> dict[Field, set[str]]:
        """Return the names by which the sums are parted, for each column of them."""
        names = {field: {getattr(part, str(field)) for part in self.days} for field in SUMMED_BY}
        return {
            field: said for field, said in names.items() if field in self.reading.export.columns
        }

    @property
    def may_name_totals(self) -> bool:
        """Whether a word that totals are called stands in any row."""
        return bool(self.counts.get(TOTALS))

    @property
    def bad(self) -> list[str]:
        """The keys with a bad cell."""
        return [key for key in self.cells if self.counts.get(f"{key}{BAD}")]

    def part(self, place: int) -> Amounts:
        """Return the sums of the rows that name nothing in a doubtful column."""
        return {
            FIGURES[key]: self.counts[f"{key}_{place}{PART}"] / MICRO
            for key in AMOUNTS
            if key in self.cells
        }


def looked_at(reading: Reading, file: Frame, fixed: Mapping[str, str], declared: Declared) -> Seen:
    """Return what a pass over all rows shows; a second one is made where the first finds marks.

    What is `declared` of the file decides where the sample of it needs no decision.
    """
    cells = {cell for field in reading.numbers for cell in reading.export.cells(field)}
    plain = all(PLAIN.fullmatch(str(cell)) for cell in cells if cell not in {None, ""})
    if plain and not (seen := _look(reading, file, fixed, declared, Look.PLAIN)).bad:
        return seen
    return _look(reading, file, fixed, declared, Look.EVERY)


def proved_rows(seen: Seen) -> Frame:
    """Return the rows of the ledger of a file that was looked at."""
    look = Look.PROVED if seen.look is Look.PLAIN else seen.look
    cells = _cells(seen.reading, seen.file, seen.declared, look)
    return _rows(seen.file, cells, {}).select(*cells)


def refuse_bad(seen: Seen) -> None:
    """Refuse a column with a cell that is not written as the sample of it is."""
    for key in seen.bad[:1]:
        place, cell = seen.reading.export.columns[COLUMNS[key]], seen.cells[key]
        assert cell.bad is not None  # noqa: S101 - its bad cells were counted
        read = seen.file.with_columns(cell.read.alias(key))
        bad = read.filter(cell.bad.fill_null(value=False)).select(f"c{place}").head(1)
        ((said,),) = engines.rows_of(bad)
        raise Unreadable(
            f"column {seen.reading.export.header.cells[place]}: '{'' if said is None else said}' "
            "cannot be read as the cells at both ends of the file are; correct it, or say how it "
            "is meant with --locale or --dates"
        )


def refuse_beyond(seen: Seen) -> None:
    """Refuse amounts whose sum the whole numbers of some engines do not hold."""
    for name, size in seen.counts.items():
        if name.endswith(SIZE) and size > LARGEST * MICRO:
            raise Unreadable(f"{name.removesuffix(SIZE)}: its sum is beyond {LARGEST:,}")


def _look(
    reading: Reading, file: Frame, fixed: Mapping[str, str], declared: Declared, look: Look
) -> Seen:
    cells = _cells(reading, file, declared, look)
    doubtful = partly_named(reading.export)
    parts = {
        f"{key}_{place}{PART}": nw.when(names_all(f"c{place}")).then(nw.col(key)).otherwise(0)
        for place in doubtful
        for key in AMOUNTS
        if key in cells
    }
    totals = {TOTALS: may_name_a_total(reading.export).cast(nw.Int64)}
    rows = _rows(file, cells, {**parts, **totals})
    also = [name for name in rows.collect_schema().names() if name not in cells]
    days, sums = summarise(rows, DAYS, fixed, months=False, also=also)
    counts = dict(zip(also, sums, strict=True))
    return Seen(reading, file, declared, look, cells, doubtful, days, counts)


def _cells(reading: Reading, file: Frame, declared: Declared, look: Look) -> Mapping[str, Cells]:
    """Return the ledger's columns as expressions over those of the file."""
    export, types = reading.export, file.collect_schema()
    cells = {}
    for key, field in COLUMNS.items():
        if field not in export.columns:
            continue
        name = f"c{export.columns[field]}"
        try:
            if field is Field.DATE:
                cells[key] = day_cells(reading, name, types[name], declared.dates)
            elif key in TEXTS:
                cells[key] = text_cells(name, types[name], key)
            else:
                whole = 1 if field in export.platform.micros else MICRO
                locale = reading.numbers[field].locale or declared.locale
                cells[key] = number_cells(name, types[name], key, locale, whole, look)
        except Unreadable as reason:
            title = export.header.cells[export.columns[field]]
            raise Unreadable(f"column {title}: {reason}") from None
    return cells


def _rows(file: Frame, cells: Mapping[str, Cells], more: Mapping[str, nw.Expr]) -> Frame:
    """Return the rows of the ledger, and beside them what is to be counted of each."""
    bad = {f"{key}{BAD}": cell.bad for key, cell in cells.items() if cell.bad is not None}
    sizes = {f"{key}{SIZE}": cell.size for key, cell in cells.items() if cell.size is not None}
    read = file.with_columns(*(cell.read.alias(key) for key, cell in cells.items()))
    valued = read.with_columns(
        *(cell.value.alias(key) for key, cell in cells.items()),
        *(each.fill_null(value=False).cast(nw.Int64).alias(name) for name, each in bad.items()),
        *(each.alias(name) for name, each in sizes.items()),
    )
    return valued.select(
        *cells,
        *bad,
        *sizes,
        *(each.alias(name) for name, each in more.items()),
    )
