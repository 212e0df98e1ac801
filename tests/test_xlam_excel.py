"""Formulas in cells: the VBA of cpc.xlam, run by an interpreter, with the real functions behind."""

from pathlib import Path
from typing import Any

import pytest
from pyopenvba.interpreter import VBACurrency, VBAErrorValue

from addin.hosts.excel.wrappers import in_vba
from addin.manual import AnyFunction
from cpc_functions import CATALOGUE
from tests.xlam.com import CellIs, Died
from tests.xlam.excel import Excel
from tests.xlam.made import CELLS, DIV0, NA, VALUE, opened

MISSING = "\x1fmissing"


@pytest.fixture
def excel(tmp_path: Path) -> Excel:
    return opened(tmp_path)


def sent(excel: Excel) -> tuple[Any, ...]:
    """Return the arguments of the last call to Python."""
    return excel.calls[-1][2]


# Answers


def test_a_formula_answers_with_the_function(excel: Excel) -> None:
    excel.book({"A1": 1200, "B1": 48})
    assert excel.call("CPC", excel.range("A1"), excel.range("B1")) == 25.0
    assert excel.calls == [(CELLS, "CPC", (1200.0, 48.0))]


def test_an_error_is_a_true_error_cell(excel: Excel) -> None:
    assert excel.call("CPC", 1200.0, 0.0) == DIV0
    assert isinstance(excel.call("CPC", 1200.0, 0.0), CellIs)


def test_errors_among_the_rows_of_an_answer_are_error_cells(excel: Excel) -> None:
    excel.book({"A1": 100, "A2": 50, "B1": 4, "B2": 0})
    assert excel.call("CPC", excel.range("A1:A2"), excel.range("B1:B2"), True) == [[25.0], [DIV0]]


def test_an_answer_of_one_row_is_a_row(excel: Excel) -> None:
    [[low, high]] = excel.call("CPC_CI", 1000.0, 10.0)
    assert low < 100 < high


def test_an_error_in_a_cell_comes_back_unchanged(excel: Excel) -> None:
    assert excel.call("CPC", VBAErrorValue(2042), 4.0) == NA
    assert sent(excel) == (-2146826246, 4.0)


def test_an_exception_in_python_is_value(excel: Excel) -> None:
    def fail(*_: object) -> None:
        raise Died(-2147352567)

    excel.answers = fail
    assert excel.call("CPC", 1.0, 2.0) == VALUE
    assert len(excel.calls) == 1


@pytest.mark.parametrize("function", in_vba(CATALOGUE), ids=lambda function: function.name)
def test_every_wrapper_hands_its_arguments_on_in_their_order(
    function: AnyFunction, every: Excel
) -> None:
    given = [float(number) for number in range(1, len(function.args) + 1)]
    every.answers = lambda *_: 25.0
    assert every.call(function.name, *given) == 25.0
    assert every.calls[-1] == (CELLS, function.name, tuple(given))


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Excel:
    return opened(tmp_path_factory.mktemp("excel"))


# Arguments


def test_a_range_is_sent_as_its_values(excel: Excel) -> None:
    excel.book({"A1": 100, "A2": None, "A3": "x", "B1": True})
    excel.call("CPC", excel.range("A1:B3"), 4.0)
    assert sent(excel)[0] == ((100.0, True), (None, None), ("x", None))


def test_money_is_sent_as_a_number(excel: Excel) -> None:
    book = excel.book()
    cell = excel.range("A1", book)
    cell.vba_set("NumberFormat", "$#,##0.00")
    cell.vba_set("Value", VBACurrency("1234.5"))
    assert excel.call("CPC", cell, 2.0) == 617.25
    assert sent(excel) == (1234.5, 2.0)
    assert type(sent(excel)[0]) is float


def test_whole_columns_end_with_the_used_rows(excel: Excel) -> None:
    excel.book({"A1": "cost", "B1": "conversions", "A2": 100, "B2": 4, "A3": 100, "B3": 1})
    assert excel.call("CPC", excel.range("A:A"), excel.range("B:B")) == 40.0
    assert sent(excel) == (
        (("cost",), (100.0,), (100.0,)),
        (("conversions",), (4.0,), (1.0,)),
    )


def test_whole_columns_of_two_sheets_stay_of_one_length(excel: Excel) -> None:
    short = excel.book({"A1": 100, "A2": 100})
    long = excel.book({"A1": 4, "A2": 1, "A5": 3})
    answer = excel.call("CPC", excel.range("A:A", short), excel.range("A:A", long))
    assert answer == 25.0
    assert [len(column) for column in sent(excel)] == [5, 5]


def test_rows_above_the_used_ones_are_kept_so_that_answers_stay_beside_them(excel: Excel) -> None:
    excel.book({"A3": 100, "B3": 4})
    excel.call("CPC", excel.range("A:A"), excel.range("B:B"))
    assert sent(excel)[0] == ((None,), (None,), (100.0,))


def test_a_short_range_is_sent_whole(excel: Excel) -> None:
    excel.book({"A1": 100, "B1": 4})
    excel.call("CPC_LOW", excel.range("A1:A4"), excel.range("B1:B4"))
    assert [len(column) for column in sent(excel)] == [4, 4]


def test_a_long_range_outside_the_used_cells_is_one_blank_cell(excel: Excel) -> None:
    excel.book({"A1": 100})
    excel.call("CPC", excel.range("C500:C9000"), 4.0)
    assert sent(excel) == (None, 4.0)


def test_a_range_of_several_blocks_is_refused(excel: Excel) -> None:
    excel.book({"A1": 100, "A3": 100})
    assert excel.call("CPC", excel.range("A1,A3"), 4.0) == VALUE
    assert excel.calls == []


def test_optional_arguments_left_out_at_the_end_are_not_sent(excel: Excel) -> None:
    excel.call("TARGET_CPC", 900.0, 0.4)
    assert sent(excel) == (900.0, 0.4)


def test_an_optional_argument_left_out_before_another_is_said_to_be(excel: Excel) -> None:
    excel.call("CPC_LOW", 1000.0, 10.0, 0.9)
    excel.app.add_module(
        "Public Function Skips() As Variant\n    Skips = TARGET_CPC(900, 0.4, , 2)\nEnd Function\n",
        name="Skipping",
    )
    excel.app.run("Skips")
    assert sent(excel) == (900.0, 0.4, MISSING, 2.0)


def test_arguments_that_repeat_follow_the_first_ones(excel: Excel) -> None:
    excel.book({"A1": 100, "A2": 50, "B1": 4, "B2": 1, "C1": "brand", "C2": "generic"})
    cost, conversions, kind = map(excel.range, ("A1:A2", "B1:B2", "C1:C2"))
    assert excel.call("CPC_IFS", cost, conversions, kind, "brand") == 25.0
    assert len(sent(excel)) == 4
    assert excel.call("CPC_IFS", cost, conversions, kind, "g*", cost, "<60") == 50.0
    assert len(sent(excel)) == 6


# Array formulas of Excel before spilling


def test_an_array_formula_over_more_cells_than_the_answer_shows_blanks(excel: Excel) -> None:
    excel.book({"D1": 0})
    excel.caller = excel.range("D1:F2")
    [[low, high, blank], below] = excel.call("CPC_CI", 1000.0, 10.0)
    assert low < high
    assert blank == ""
    assert below == ["", "", ""]


def test_a_formula_in_one_cell_is_left_to_spill(excel: Excel) -> None:
    excel.book({"D1": 0})
    excel.caller = excel.range("D1")
    assert len(excel.call("CPC_CI", 1000.0, 10.0)[0]) == 2
