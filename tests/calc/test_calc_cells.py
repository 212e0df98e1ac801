"""The functions in cells of a real LibreOffice, typed as a person types them."""

import pytest

from cpc_functions import cpc_ci
from tests.calc.office import Book, Office


def test_a_person_types_the_name_of_the_function_and_nothing_before_it(book: Book) -> None:
    book.fill("A1", [[1200, 48]])
    assert book.type("D1", "=CPC(A1,B1)") == 25
    assert book.cell("D1").FormulaLocal == "=CPC(A1,B1)"


def test_ranges_are_summed_before_they_are_divided(book: Book) -> None:
    book.fill("A1", [["Cost", "Conversions"], [100, 2], [None, None], [300, 8]])
    assert book.type("D1", "=CPC(A1:A4,B1:B4)") == 40


def test_whole_columns_are_read_to_their_last_filled_row(book: Book) -> None:
    book.fill("A1", [["Cost", "Conversions"], [100, 2], [300, 8]])
    assert book.type("D1", "=CPC(A:A,B:B)") == 40


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("=CPC(A1,0)", "#DIV/0!"),
        ("=CPC(NA(),4)", "#N/A"),
        ("=CPC(1/0,4)", "#DIV/0!"),
        ('=CPC("1.234",4)', "#VALUE!"),
        ("=CPC(A1)", "#VALUE!"),
        ("=CPC_LOW(A1,4,2)", "#NUM!"),
        ('=COST_COUNTS("Telepathy")', "#N/A"),
    ],
)
def test_an_error_is_a_true_error_of_calc(book: Book, formula: str, shown: str) -> None:
    book.fill("A1", [[1200]])
    assert book.type("D1", formula) == shown
    assert book.type("D2", "=ISERROR(D1)") == 1
    assert book.type("D3", "=ISNA(D1)") == (shown == "#N/A")
    assert book.type("D4", f"=IFERROR({formula[1:]},-1)") == -1


def test_an_error_in_one_row_stays_in_its_row(book: Book) -> None:
    book.fill("A1", [[100, 2], [300, None], [600, 8]])
    area = book.cell("D1:D3")
    area.setArrayFormula("=CPC.CPC(A1:A3;B1:B3;TRUE())")
    assert [book.shown(f"D{row}") for row in (1, 2, 3)] == [50, "#DIV/0!", 75]


def test_an_answer_of_two_cells_fills_two_cells(book: Book) -> None:
    example = cpc_ci.examples[0]
    assert example.args == (50000, 20)
    (limits,) = book.type_array("D1:E1", "=CPC.CPC_CI(50000;20)")
    assert limits == pytest.approx(example.gives[0], rel=1e-12)


def test_a_table_fills_its_cells_with_titles_texts_and_numbers(book: Book) -> None:
    book.fill("A1", [["brand", 100, 10], ["generic", 600, 5], ["brand", 200, 20]])
    titles, brand, generic = book.type_array("E1:G3", "=CPC.CPC_BY(A1:A3;B1:B3;C1:C3)")
    assert titles == ["key", "cost", "conversions"]
    assert sorted([brand, generic]) == [["brand", 300, 30], ["generic", 600, 5]]


def test_the_answer_may_stand_inside_another_formula(book: Book) -> None:
    book.fill("A1", [[1200, 48], [100, 0]])
    assert book.type("D1", "=ROUND(CPC(A1,B1)*1.25,2)") == 31.25
    assert book.type("D2", "=SUM(CPC(A1:A2,B1:B2,FALSE()),1)") == pytest.approx(1300 / 48 + 1)
    assert book.type("D3", "=IF(CPC(A1,B1)<30,1,2)") == 1


def test_a_verdict_equals_the_same_text(book: Book) -> None:
    book.fill("A1", [["above target"]])
    book.type("D1", "=CPC_VERDICT(10000,50,120)")
    for formula in ("=D1=A1", '=D1="above target"', "=EXACT(D1,A1)", "=MATCH(A1,D1:D1,0)"):
        assert book.type("E1", formula) == 1, formula


def test_an_argument_left_out_is_its_default(book: Book) -> None:
    plain = book.type("D1", "=CPC_PROB(1000,10,120)")
    assert book.type("D2", "=CPC_PROB(1000,10,120,,)") == plain
    assert book.type("D3", "=CPC_PROB(1000,10,120,1,100)") != plain


def test_pairs_of_ranges_and_criteria_may_go_on(book: Book) -> None:
    book.fill("A1", [["brand", "NO", 100, 4], ["brand", "SE", 90, 1], ["other", "NO", 7, 7]])
    assert book.type("F1", '=CPC_IFS(C1:C3,D1:D3,A1:A3,"brand")') == 38
    assert book.type("F2", '=CPC_IFS(C1:C3,D1:D3,A1:A3,"brand",B1:B3,"NO")') == 25


def test_a_changed_cell_changes_the_answer(book: Book) -> None:
    book.fill("A1", [[1200, 48]])
    assert book.type("D1", "=CPC(A1,B1)") == 25
    book.fill("A1", [[2400]])
    assert book.shown("D1") == 50


def test_texts_are_norwegian_in_a_norwegian_office(norwegian: Office) -> None:
    book = norwegian.new()
    book.cell("A1").Formula = "=CPC.CPC_VERDICT(10000;50;120)"
    assert book.shown("A1") == "over målet"
    book.close()
