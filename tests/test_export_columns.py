"""A column read whole says what its cells say one by one, and a file is read as it stands.

Each text of a column is read once and columns of numbers are taken as they are: no answer and no
refusal may depend on it.
"""

import csv
import tracemalloc
from collections.abc import Sequence
from datetime import date, datetime
from io import StringIO
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from addin.exports.dates import read_dates
from addin.exports.doubt import Doubtful
from addin.exports.grid import Cell
from addin.exports.numbers import prove, read_numbers
from addin.exports.text_file import Text, Unreadable
from tests.test_grid import Export, book, export, only, refusal, saved, with_sheet, zipped

__all__ = ["export"]

STEADY = settings(derandomize=True, deadline=None, max_examples=200)
PLAIN = ["0", "-0", "7", "12.5", "1,234", "1,234.50", "00012", "1234567890123456", "-3"]
WITHOUT_A_FIGURE = ["", "-", "--", " --", "< 10", "<5"]
NOT_EVEN_NUMBERS = ["12,5", "1 234", "#N/A", "1_000", "5.", "abc"]
NUMBERS: list[Cell] = [0.0, -0.0, 1.0, 1.234, 1e300, None]
NO_NUMBERS: list[Cell] = [True, False, date(2026, 1, 2), float("nan"), float("inf")]
DAYS = ["2026-01-02", "01/02/2026", "13/02/2026", "1.2.2026", "20260102", "2026-01-02 10:00"]
NO_DAYS: list[Cell] = ["30/02/2026", "1/2/26", "1985-01-01", "soon", 5.5, True]
TYPED: list[Cell] = [date(2026, 1, 2), datetime(2026, 1, 2), datetime(2026, 1, 2, 5), 20260102.0]  # noqa: DTZ001 - a cell has no zone


def columns(*cells: Sequence[Cell]) -> st.SearchStrategy[list[Cell]]:
    return st.lists(st.sampled_from([*chain(*cells)]), max_size=12)


def outcome(cells: list[Cell]) -> tuple[list[str], int, int] | int:
    """Return the numbers, to the sign of a zero, and the counts; or the cell that is refused."""
    try:
        read = read_numbers(cells, locale="en_US")
    except Doubtful as doubt:
        return doubt.index
    return [*map(repr, read.values)], read.missing, read.bucketed


@STEADY
@given(
    columns(PLAIN, WITHOUT_A_FIGURE, NUMBERS)
    | columns(PLAIN, NUMBERS, NO_NUMBERS, NOT_EVEN_NUMBERS)
    | columns(NUMBERS, NO_NUMBERS)
)
def test_a_column_holds_the_numbers_of_its_cells(cells: list[Cell]) -> None:
    alone = [outcome([cell]) for cell in cells]
    refused = [place for place, found in enumerate(alone) if isinstance(found, int)]
    read = [found for found in alone if not isinstance(found, int)]
    assert outcome(cells) == (
        refused[0]
        if refused
        else (
            [value for values, *_ in read for value in values],
            sum(missing for _, missing, _ in read),
            sum(bucketed for *_, bucketed in read),
        )
    )


@STEADY
@given(columns(NUMBERS, NO_NUMBERS))
def test_a_text_at_the_end_changes_no_number_above_it(cells: list[Cell]) -> None:
    alone, beside_a_text = outcome(cells), outcome([*cells, "7"])
    if isinstance(alone, int) or isinstance(beside_a_text, int):
        assert alone == beside_a_text
    else:
        assert [*alone[0], "7.0"] == beside_a_text[0]


def proof(cells: list[Cell]) -> str | tuple[int, str] | None:
    try:
        return prove([cells])
    except Doubtful as doubt:
        return doubt.index, doubt.reason


@STEADY
@given(columns(PLAIN, WITHOUT_A_FIGURE, NOT_EVEN_NUMBERS, NUMBERS, ["77,7 %", "1.234,5"]))
def test_a_column_that_repeats_itself_proves_no_more(cells: list[Cell]) -> None:
    assert proof(cells * 3) == proof(cells)


def days(cells: list[Cell]) -> list[date | None] | int:
    try:
        return read_dates(cells, order="dmy").values
    except Doubtful as doubt:
        return doubt.index


@STEADY
@given(columns(DAYS, TYPED, [None, "", "--"]) | columns(DAYS, NO_DAYS))
def test_a_column_holds_the_dates_of_its_cells(cells: list[Cell]) -> None:
    alone = [days([cell]) for cell in cells]
    refused = [place for place, found in enumerate(alone) if isinstance(found, int)]
    together = [day for found in alone if not isinstance(found, int) for day in found]
    assert days(cells) == (refused[0] if refused else together)


@STEADY
@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "a", "1.5", "é", 'say "so"', "two\nlines", "\x0c", "\u2028"])
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_a_text_holds_the_records_that_were_written(rows: list[list[str]], end: str) -> None:
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([["A", "B", "C"], *rows])
    records = [(1, ["A", "B", "C"])]
    begins = 2
    for row in rows:
        records.append((begins, row))
        begins += 1 + sum(cell.count("\n") for cell in row)
    while not any(map(str.strip, records[-1][1])):
        records.pop()
    assert Text.of(written.getvalue().encode(), "a.csv").lines == records


@STEADY
@given(
    st.dictionaries(
        st.tuples(st.integers(1, 6), st.integers(1, 6)),
        st.sampled_from(["a", "b", "1,5", 1.5, 0.0, True, date(2026, 1, 2), "#N/A", "=A1/B1"]),
        max_size=12,
    )
)
def test_a_sheet_holds_the_cells_that_were_written(written: dict[tuple[int, int], Cell]) -> None:
    workbook = Workbook()
    for (row, column), cell in written.items():
        workbook.active.cell(row, column).value = cell
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.xlsx")
        path.write_bytes(saved(workbook))
        try:
            lines = only(path).lines
        except Unreadable:
            assert not written
            return
    read = {
        (line.number, column): cell
        for line in lines
        for column, cell in enumerate(line.cells, 1)
        if cell is not None
    }
    assert read == written
    assert all(line.cells[-1] is not None for line in lines if line.cells)


def test_the_rows_of_a_sheet_are_limited_from_its_20th_column_on(export: Export) -> None:
    narrow = with_sheet(book([1], [2]), 'r="A2"', 'r="S9999"')
    assert only(export(narrow)).lines[-1] == (9999, [*[None] * 18, 2.0])
    for last in ("T1048576", "t1048576", "T0001048576", "AA1048576"):
        wide = with_sheet(book([1], [2]), 'r="A2"', f'r="{last}"')
        assert "1,048,576 rows of 2" in refusal(export(wide))


def test_what_lies_about_its_size_fills_no_memory(export: Export) -> None:
    content = zipped({"bomb.csv": b"0" * 68_000_000})
    lie = content.replace((68_000_000).to_bytes(4, "little"), (900).to_bytes(4, "little"))
    path = export(lie)
    tracemalloc.start()
    try:
        assert "bomb.csv is damaged" in refusal(path)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()
