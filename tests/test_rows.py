"""The rows of tables are written as text; openpyxl writes the same cells slowly, as a reference."""

import math
import re
from copy import copy
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from tests.office import recalculated
from tests.open_xml import problems
from workbook_templates.edition import Edition
from workbook_templates.sheet import Value
from workbook_templates.theme import DATA_INPUT, DATA_INPUT_TEXT, DATA_NUMBER
from workbook_templates.tracker.paid import paid
from workbook_templates.tracker.sample import paid_rows
from workbook_templates.writing.canvas import Canvas
from workbook_templates.writing.package import packed
from workbook_templates.writing.rows import TOGETHER, Column, Rows
from workbook_templates.writing.workbook import written
from workbook_templates.writing.write_sheet import write_sheet

YEAR = date(2026, 1, 1)
EDITION = Edition(YEAR, rows=20)
DAY = "d mmm yyyy"
FORMULA = 'IF(Paid[[#This Row],[Cost]]>0,TEXT(1,"0%")&" – <b>",-10%)'
TEXTS = [
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\t=1",
    "'=1",
    '=HYPERLINK("http://example.com")',
    "<b>&amp;</b>&",
    "]]></t></is></c></row></sheetData>",
    "100 % %s %(x)s {0}",
    "é",
    "Ærlig Øl på Åsen – 100 €",
    "📈 emoji",
    "one\r\ntwo\rthree\nfour",
    " before",
    "after ",
    "  ",
    "\n",
    "a\u2028b\x85c\x7fd",
    "bell\x07 null\x00 form\x0c",
    "a" * 32_767,
    "007",
    "#N/A",
    "TRUE",
    "2026-01-01",
]
NUMBERS: list[float] = [0, -0.0, 1, -1, 10.0, 1e-7, 0.1, 1234.56, 1e15, 1e16, 2**53]
NUMBERS += [10**20, 1e22, 1.5e300, 5e-324, -1e-7]
DATES = [date(2026, 3, 4), date(2000, 2, 29), date(1900, 3, 1), datetime(2026, 3, 4, 18, 30)]  # noqa: DTZ001 - cells know no time zone


def canvas() -> Canvas:
    made = Canvas(EDITION)
    made.sheet("Paid", tab="000000", landscape=True)["A4"] = "Header & <b>"
    return made


def rows_of(made: Canvas, values: list[tuple[Value, ...]], count: int = 0) -> Rows:
    """Return a column each for texts, numbers and dates, and one that is calculated."""
    columns = [
        Column(made.style_number(DATA_INPUT_TEXT, "General", fill_in=True)),
        Column(made.style_number(DATA_INPUT, "#,##0.00", fill_in=True)),
        Column(made.style_number(DATA_INPUT, DAY, fill_in=True)),
        Column(made.style_number(DATA_NUMBER, "0.0%", fill_in=False), FORMULA),
    ]
    return Rows(5, count or len(values), columns, values)


def file(values: list[tuple[Value, ...]], count: int = 0) -> bytes:
    made = canvas()
    return packed(made.book, {"Paid": rows_of(made, values, count)})


def hostile() -> list[tuple[Value, ...]]:
    kinds: tuple[list[Any], ...] = (TEXTS, NUMBERS, DATES)
    return [
        tuple(kind[row] if row < len(kind) else None for kind in kinds) for row in range(len(TEXTS))
    ]


def put_in_cells(sheet: Worksheet, rows: Rows) -> None:
    """Write rows as openpyxl does."""
    for number in range(rows.first, rows.first + rows.count):
        place = number - rows.first
        values = iter(rows.values[place] if place < len(rows.values) else ())
        for column, (style, formula) in enumerate(rows.columns, 1):
            cell = sheet.cell(number, column)
            value = f"={formula}" if formula else next(values, None)
            if isinstance(value, str) and not formula:
                cell.value = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", value)
                cell.data_type = "s"
            else:
                cell.value = value
            cell._style = copy(sheet.parent._cell_styles[style])  # noqa: SLF001 - no other way in


def by_openpyxl(made: Canvas, below: dict[str, Rows]) -> Workbook:
    for title, rows in below.items():
        put_in_cells(made.book[title], rows)
    return load_workbook(BytesIO(packed(made.book, {})))


def seen(book: Workbook) -> dict[str, Any]:
    """Return all that a reader sees of a cell, by its address."""
    looks: dict[int, tuple[str, ...]] = {}
    cells = {}
    for sheet in book:
        for cell in chain.from_iterable(sheet.iter_rows()):
            if cell.style_id not in looks:
                parts = cell.font, cell.fill, cell.border, cell.alignment, cell.protection
                looks[cell.style_id] = (cell.number_format, *map(repr, parts))
            look = looks[cell.style_id]
            cells[f"{sheet.title}!{cell.coordinate}"] = (cell.value, cell.data_type, *look)
    return cells


def texts(content: bytes) -> list[Any]:
    """Return the first column below the header, as calamine reads it."""
    sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
    return [row[0] for row in sheet.to_python(skip_empty_area=False)[4:]]


def test_cells_are_those_of_openpyxl() -> None:
    made = canvas()
    rows = rows_of(made, hostile(), count=30)
    ours = load_workbook(BytesIO(packed(made.book, {"Paid": rows})))
    assert seen(ours) == seen(by_openpyxl(made, {"Paid": rows}))


def test_the_dimension_reaches_from_the_header_to_the_last_row() -> None:
    with ZipFile(BytesIO(file(hostile(), count=30))) as package:
        assert b'<dimension ref="A4:D34"' in package.read("xl/worksheets/sheet1.xml")


def test_the_sheet_of_paid_traffic_is_that_of_openpyxl() -> None:
    choices = Edition(YEAR, sample=True, rows=1200, months=3)
    declared = replace(paid(choices), rows=paid_rows(choices))
    made = Canvas(choices)
    write_sheet(made, declared)
    ours = load_workbook(BytesIO(packed(made.book, made.rows)))
    theirs = by_openpyxl(made, made.rows)
    assert len(declared.rows) > TOGETHER
    assert seen(ours) == seen(theirs)
    (table,) = ours[declared.title].tables.values()
    assert table.ref == f"A4:S{4 + len(declared.rows)}"


def test_checks_reach_the_last_row_of_a_long_table() -> None:
    made = Canvas(EDITION)
    sheet = write_sheet(made, replace(paid(EDITION), rows=[(YEAR, *[None] * 9)] * 20_001))
    areas = [str(check.sqref) for check in sheet.data_validations.dataValidation]
    assert "A5:A20005" in areas


def test_text_is_text_whatever_it_starts_with() -> None:
    declared = replace(
        paid(EDITION), rows=[(YEAR, "Meta", text, 10.0, *[None] * 6) for text in TEXTS]
    )
    book = load_workbook(BytesIO(written(EDITION, [declared], "title", "subject")))
    cells = [book["Paid"].cell(row, 3) for row in range(5, 5 + len(TEXTS))]
    assert [cell.value for cell in cells if cell.value.startswith("=")] == [
        text for text in TEXTS if text.startswith("=")
    ]
    assert {cell.data_type for cell in cells} == {"s"}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=30))
def test_every_text_comes_back_but_for_what_xml_cannot_hold(given_texts: list[str]) -> None:
    """XML 1.0, production 2, says which characters there are."""
    forbidden = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
    content = file([(f".{text}.", None, None) for text in given_texts])
    assert texts(content) == [f".{forbidden.sub('', text)}." for text in given_texts]


@pytest.mark.parametrize("text", ["_x000D_", "a_x000d_b", "_x0041_", "__x000A__", "_x000D_x000D_"])
def test_a_text_that_looks_like_an_escape_stays_itself(text: str) -> None:
    """ECMA-376-1, 22.9.2.19: readers turn `_x000D_` into a carriage return; openpyxl does not."""
    content = file([(text, None, None)])
    assert texts(content) == [text]
    assert load_workbook(BytesIO(content))["Paid"]["A5"].value == text.replace("_x", "_x005F_x")


@pytest.mark.parametrize("text", ["_x000_", "x000D_", "_x000G_", "_x", "_X000D_"])
def test_what_is_no_escape_is_left_as_it_is(text: str) -> None:
    content = file([(text, None, None)])
    assert texts(content) == [text]
    assert load_workbook(BytesIO(content))["Paid"]["A5"].value == text


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=40))
@example([0.1 + 0.2, 1e15 + 0.5, 2 / 3])
def test_a_number_comes_back_to_its_last_digit(numbers: list[float]) -> None:
    """The cells of openpyxl hold 16 digits, so that 0.1 + 0.2 became 0.3."""
    book = load_workbook(BytesIO(file([(None, number, None) for number in numbers])))
    assert [book["Paid"].cell(row, 2).value for row in range(5, 5 + len(numbers))] == numbers


@pytest.mark.parametrize("nothing", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_leaves_the_cell_empty(nothing: float) -> None:
    cell = load_workbook(BytesIO(file([("x", nothing, None)])))["Paid"]["B5"]
    assert (cell.value, cell.data_type, cell.number_format) == (None, "n", "#,##0.00")


@pytest.mark.parametrize("empty", [None, "", "\x00\x07"])
def test_nothing_is_an_empty_cell_with_its_look(empty: str | None) -> None:
    cell = load_workbook(BytesIO(file([(empty, 1, None)])))["Paid"]["A5"]
    assert (cell.value, cell.data_type, cell.alignment.horizontal) == (None, "n", "left")


@pytest.mark.parametrize("count", [1, TOGETHER - 1, TOGETHER, TOGETHER + 1, 2 * TOGETHER + 1])
def test_no_row_is_lost_or_doubled_where_pieces_meet(count: int) -> None:
    rows = rows_of(canvas(), [(f"text {row}", row, YEAR) for row in range(count)], count + 3)
    xml = b"".join(rows.xml())
    numbers = [int(row) for row in re.findall(rb'<row r="(\d+)">', xml)]
    assert numbers == list(range(5, 5 + count + 3))
    assert [int(row) for row in re.findall(rb"<t [^>]*>text (\d+)</t>", xml)] == list(range(count))
    assert [int(row) for row in re.findall(rb'"D(\d+)"', xml)] == numbers


@pytest.mark.parametrize("row", [("x", 1), ("x", 1, None, "too much")])
def test_a_row_of_another_width_is_refused(row: tuple[Value, ...]) -> None:
    with pytest.raises(ValueError, match=f"a row needs 3 values, not {len(row)}"):
        file([("x", 1, None), row])


def test_more_rows_than_a_sheet_holds_are_refused() -> None:
    """Excel specifications and limits: 1,048,576 rows."""
    with pytest.raises(
        ValueError, match="a sheet ends at row 1,048,576; this table needs 1,048,577"
    ):
        rows_of(canvas(), [], 1_048_573)
    assert rows_of(canvas(), [], 1_048_572).last == 1_048_576


def test_what_no_cell_can_hold_is_refused() -> None:
    with pytest.raises(TypeError, match=r"b'x' is no text, number or date"):
        file([("x", b"x", None)])  # type: ignore[list-item]


def test_the_file_is_valid_whatever_it_holds(tmp_path: Path) -> None:
    declared = replace(
        paid(EDITION), rows=[(YEAR, text, text, 1e-7, *[None] * 5, text) for text in TEXTS]
    )
    path = tmp_path / "book.xlsx"
    path.write_bytes(written(EDITION, [declared], "title", "subject"))
    assert problems(path) == []
    with ZipFile(path) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
        assert package.testzip() is None


def test_libreoffice_reads_the_same_cells(tmp_path: Path) -> None:
    """LibreOffice has one sign for a new line within a text."""
    path = tmp_path / "book.xlsx"
    escapes = [("_x000D_", None, None), ("_x0041_", None, None)]
    path.write_bytes(file([*hostile(), *escapes]))
    (made,) = recalculated(path, into=tmp_path / "calculated")
    held = [re.sub("[\x00\x07\x0c]", "", text) for text in TEXTS]
    kept = [re.sub("\r\n?", "\n", text) for text in held]
    assert texts(made.read_bytes()) == [*kept, "_x000D_", "_x0041_"]
    book = load_workbook(made)["Paid"]
    numbers = [book.cell(row, 2).value for row in range(5, 5 + len(NUMBERS))]
    assert numbers == pytest.approx(NUMBERS, rel=1e-14)
    assert [book.cell(row, 3).value for row in range(5, 5 + len(DATES))] == [
        datetime.combine(day, datetime.min.time()) if type(day) is date else day for day in DATES
    ]
