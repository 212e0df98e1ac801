"""Explain this cell, in a real LibreOffice: the figure taken apart, the workbook left alone."""

from typing import Any

import pytest

from tests.calc.office import Book, Office

ROWS: list[list[Any]] = [["Cost", "Conversions"], [100, 2], [None, None], [300, 8], ["Total", 0]]


def explained(office: Office, book: Book, formula: str) -> list[str]:
    book.cell("D2").Formula = formula
    book.select("D2")
    return office.command("explain_cell").splitlines()


@pytest.fixture
def filled(book: Book) -> Book:
    book.fill("A1", ROWS[:4])
    return book


def test_it_says_formula_inputs_what_counted_and_the_interval(office: Office, filled: Book) -> None:
    lines = explained(office, filled, "=CPC.CPC(A1:A4;B1:B4)")
    assert lines[0].endswith("→ 40")
    assert lines[2] == "cost: A1:A4 4 cells: numbers 2, blank 1, text 1"
    assert lines[4] == "Rows counted: 2. Left out: 1 blank, 1 of titles."
    assert lines[5] == "The interval (95 %) is 21.8 to 83.4."


def test_it_says_why_there_is_no_figure(office: Office, filled: Book) -> None:
    lines = explained(office, filled, "=CPC.CPC(A2;0)")
    assert lines[-2:] == [
        "#DIV/0! There are no conversions to divide by.",
        "Without a conversion only the lower limit (95 %) is known: 27.1.",
    ]


@pytest.mark.parametrize(
    ("formula", "cost"),
    [
        ("=CPC.CPC(SUM(A2:A4)*1.25;B2)", "cost: SUM(A2:A4)*1.25 = 500"),
        ("=CPC.CPC($A$2;B2)", "cost: $A$2 = 100"),
        ("=CPC.CPC(100;B2)", "cost: 100 = 100"),
        ("=CPC.CPC(spent;B2)", "cost: spent 3 cells: numbers 2, blank 1"),
        ("=CPC.CPC(IF(A2>1;(A2);0);B2)", "cost: IF(A2>1;(A2);0) = 100"),
    ],
)
def test_it_reads_what_stands_in_an_argument(
    office: Office, filled: Book, formula: str, cost: str
) -> None:
    base = filled.cell("A1").CellAddress
    filled.document.NamedRanges.addNewByName("spent", "$A$2:$A$4", base, 0)
    assert explained(office, filled, formula)[2] == cost


def test_it_reads_another_sheet(office: Office, filled: Book) -> None:
    filled.document.Sheets.insertNewByName("Other", 1)
    filled.document.Sheets.getByName("Other").getCellRangeByName("A1").Value = 900
    lines = explained(office, filled, "=CPC.CPC($Other.A1;B2)")
    assert lines[0].endswith("→ 450")
    assert lines[2] == "cost: $Other.A1 = 900"


def test_looking_changes_nothing(office: Office, filled: Book) -> None:
    filled.cell("D2").Formula = "=CPC.CPC(SUM(A2:A4)*2;B2)"
    filled.select("D2")
    filled.document.setModified(False)
    undo = filled.document.getUndoManager()
    before = undo.getAllUndoActionTitles()
    office.command("explain_cell")
    assert not filled.document.isModified()
    assert undo.getAllUndoActionTitles() == before
    cursor = filled.sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    assert (cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow) == (3, 3)


@pytest.mark.parametrize("formula", ["=1+CPC.CPC(A2;B2)", "=SUM(A2:A4)", "100"])
def test_a_cell_that_is_no_call_of_ours_is_refused(
    office: Office, filled: Book, formula: str
) -> None:
    (line,) = explained(office, filled, formula)
    assert line == "The formula of this cell does not begin with one of our functions."


@pytest.mark.parametrize("cost", ["{100;300}", "OFFSET(A2;0;0;3)"])
def test_an_expression_of_many_cells_is_not_taken_for_one(
    office: Office, filled: Book, cost: str
) -> None:
    lines = explained(office, filled, f"=CPC.CPC({cost};B2:B4)")
    assert lines[2].endswith("(could not be read)")
    assert not [line for line in lines if "interval" in line]


def test_an_error_of_calc_s_own_is_shown_as_calc_shows_it(office: Office, filled: Book) -> None:
    filled.cell("A3").Formula = "=1/0"
    lines = explained(office, filled, "=CPC.CPC(A2:A4;B2:B4)")
    assert lines[0].endswith("→ Err:504")
    assert lines[-1].startswith("#DIV/0!")
