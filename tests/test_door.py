"""What every function makes of its cells: the rules that hold for all."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import cpc_functions as f
from cpc_functions import CellError, ErrorCode


def code(answer: Any) -> str:
    return str(answer.code.value)


def test_a_range_of_costs_is_summed_before_it_is_divided() -> None:
    assert f.cpc.evaluate([[100], [300]], [[2], [8]]) == 40.0


@pytest.mark.parametrize(
    ("cost", "conversions"),
    [
        ([[100], [300]], [[2], [8]]),
        ([[100, 300]], [[2, 8]]),
        ([100, 300], [2, 8]),
        (((100,), (300,)), ((2,), (8,))),
        ([[100, 50], [100, 150]], [[1, 3], [2, 4]]),
    ],
    ids=["column", "row", "flat list", "tuples", "block"],
)
def test_columns_rows_and_blocks_are_all_ranges(cost: Any, conversions: Any) -> None:
    assert f.cpc.evaluate(cost, conversions) == 40.0


def test_one_cell_beside_a_range_is_a_sum_already() -> None:
    """Spreading 400 over both rows would make it 800."""
    assert f.cpc.evaluate(400, [[2], [8]]) == 40.0
    assert f.cpc.evaluate([[400]], [[2], [8]]) == 40.0


def test_one_cell_spreads_over_the_rows_of_an_elementwise_function() -> None:
    assert f.max_bid.evaluate(50, [[0.02], [0.04]]) == [[1.0], [2.0]]
    assert f.max_bid.evaluate([[50]], [[0.02, 0.04]]) == [[1.0, 2.0]]


def test_an_answer_of_several_cells_has_one_row_for_each_row_read() -> None:
    answer = f.cpc_ci.evaluate([[1000], [1000]], [[7], [0]])
    assert [len(row) for row in answer] == [2, 2]
    assert answer[0] == f.cpc_ci.evaluate(1000, 7)[0]
    assert code(answer[1][1]) == "#DIV/0!"
    assert code(f.cpc_ci.evaluate([[1, 2], [3, 4]], [[1, 2], [3, 4]])) == "#VALUE!"


def test_ranges_of_different_shapes_are_refused_with_both_sizes() -> None:
    answer = f.cpc.evaluate([[1], [2], [3]], [[1], [2]])
    assert code(answer) == "#VALUE!"
    assert "cost has 3 rows and conversions has 2 rows" in answer.why
    assert code(f.max_bid.evaluate([[1], [2]], [[0.1, 0.2]])) == "#VALUE!"


def test_a_blank_cell_is_zero_and_a_blank_row_does_not_count() -> None:
    assert f.cpc.evaluate([[100], [None], [600]], [[2], [1], [8]]) == pytest.approx(700 / 11)
    assert f.cpc.evaluate([[100], [""], [600]], [[2], [""], [8]]) == 70.0
    assert f.cpc.evaluate([[100], [None]], [[2], [None]], True) == [[50.0], [""]]


def test_a_row_of_titles_is_skipped_and_a_row_that_is_half_text_is_not() -> None:
    assert f.cpc.evaluate([["Cost"], [100], [600]], [["Conv."], [2], [8]]) == 70.0
    assert f.cpc.evaluate([["Cost"], [100]], [["Conv."], [2]], True) == [[""], [50.0]]
    answer = f.cpc.evaluate([[100], ["text"], [600]], [[2], [1], [8]])
    assert code(answer) == "#VALUE!"
    assert answer.why.startswith("cost, row 2: ")


def test_numbers_stored_as_text_are_refused_even_when_both_are() -> None:
    """Skipping the pair as a header would lose its money without a word."""
    answer = f.cpc.evaluate([[100], ["1 200"]], [[2], ["48"]])
    assert code(answer) == "#VALUE!"
    assert "PARSE_NUM" in answer.why


@pytest.mark.parametrize("cell", [True, False, "12", "n/a", date(2026, 3, 4)])
def test_text_truth_values_and_dates_are_no_amounts(cell: Any) -> None:
    answer = f.cpc.evaluate(cell, 10)
    assert code(answer) == "#VALUE!"
    assert answer.why.startswith("cost: expected a number")


def test_currency_as_decimal_is_a_number() -> None:
    assert f.cpc.evaluate(Decimal("1200.00"), 48) == 25.0


@pytest.mark.parametrize("cell", [float("nan"), float("inf"), 10**400])
def test_what_no_cell_holds_is_too_large(cell: float) -> None:
    assert code(f.cpc.evaluate(cell, 10)) == "#NUM!"
    assert code(f.cpc.evaluate([[1], [cell]], [[1], [2]])) == "#NUM!"


def test_no_answer_is_infinite_or_minus_zero() -> None:
    assert code(f.cpc.evaluate(1e308, 1e-308)) == "#NUM!"
    assert str(f.qs_cpc_change.evaluate(0)) == "0.0"


def test_the_first_error_in_argument_order_comes_back_unchanged() -> None:
    na, ref = CellError("#N/A", "a"), CellError("#REF!", "b")
    assert f.cpc.evaluate(na, ref) == na
    assert f.cpc.evaluate(-5, ref) == ref
    assert f.cpc.evaluate([[1], [ref]], [[na], [1]]) == ref
    assert f.roi.evaluate(ref, [[na], [1]]) == ref
    assert code(f.cpc.evaluate("#N/A", 10)) == "#N/A"


def test_an_error_stays_in_its_row_when_rows_answer_for_themselves() -> None:
    na = CellError("#N/A", "a")
    answer = f.cpc.evaluate([[100], [na], [-1], ["x"], [300]], [[2], [1], [1], [1], [8]], True)
    assert answer[0] == [50.0]
    assert [code(row[0]) for row in answer[1:4]] == ["#N/A", "#NUM!", "#VALUE!"]
    assert answer[4] == [37.5]


def test_negative_amounts_are_refused_with_row_and_cure() -> None:
    answer = f.cpc.evaluate([[100], [-20]], [[2], [8]])
    assert code(answer) == "#NUM!"
    assert answer.why.startswith("cost, row 2: must be at least 0, not -20; net credits")


def test_percent_are_fractions_everywhere() -> None:
    answer = f.cpc_low.evaluate(1000, 7, 95)
    assert code(answer) == "#NUM!"
    assert "write 0.95 or 95 %, not 95" in answer.why


def test_a_blank_optional_argument_is_left_out() -> None:
    assert f.cpc_low.evaluate(1000, 7, None) == f.cpc_low.evaluate(1000, 7)
    assert f.cpc_low.evaluate(1000, 7, "") == f.cpc_low.evaluate(1000, 7)
    assert f.cpc_ci.evaluate(1000, 7, None, "midp") != f.cpc_ci.evaluate(1000, 7)


def test_one_and_zero_are_taken_as_truth_values() -> None:
    assert f.cpc.evaluate([[100]], [[2]], 1) == f.cpc.evaluate(100, 2)
    assert f.cpc.evaluate([[100], [9]], [[2], [3]], 1) == [[50.0], [3.0]]
    assert code(f.cpc.evaluate(100, 2, "yes")) == "#VALUE!"


def test_paid_and_organic_ranges_may_differ_in_length() -> None:
    assert f.cpc_blended.evaluate([[600], [400]], [[4], [6]], [[10], [10], [10]]) == 25.0
    assert code(f.cpc_blended.evaluate([[600], [400]], [[10]] * 3, 5)) == "#VALUE!"


def test_a_range_where_one_cell_belongs_is_refused() -> None:
    answer = f.cpc_ci_daily.evaluate([[1]] * 8, [[1]] * 8, [[0.9], [0.95]])
    assert code(answer) == "#VALUE!"
    assert answer.why.startswith("confidence: expected one cell")


def test_dates_may_come_as_dates() -> None:
    by_number = f.cpc_by_period.evaluate([[46037], [46038]], [[1], [2]], [[1], [1]])
    by_date = f.cpc_by_period.evaluate(
        [[date(2026, 1, 15)], [date(2026, 1, 16)]], [[1], [2]], [[1], [1]]
    )
    assert by_date == by_number


def test_same_length_answers_keep_their_rows() -> None:
    cost, conversions = [["Cost"], [100], [None], [200]], [["Conv."], [10], [None], [10]]
    answer = f.cpc_rolling.evaluate(cost, conversions, 1)
    assert answer == [[""], [10.0], [""], [20.0]]
    across = f.cpc_rolling.evaluate([[100, 200]], [[10, 10]], 1)
    assert across == [[10.0, 20.0]]


def test_a_table_without_a_row_of_data_is_not_available() -> None:
    assert code(f.cpc_by.evaluate([[None]], [[None]], [[None]])) == "#N/A"


def test_a_fault_of_ours_leaves_no_trace_in_the_cell() -> None:
    def fail(cost: float, conversions: float) -> float:
        raise KeyError("/secret/path", cost, conversions)

    broken = f.cpc.alias("BROKEN")
    broken.compute = fail
    answer = broken.evaluate(1, 2)
    assert code(answer) == "#VALUE!"
    assert "secret" not in answer.why
    assert isinstance(answer.__cause__, KeyError)
    assert answer.__traceback__ is None


def test_cells_are_not_changed() -> None:
    cost, conversions = [["Cost"], [100], [None]], [["Conv."], [2], [None]]
    f.cpc.evaluate(cost, conversions)
    f.cpc_by.evaluate(cost, [[1]] * 3, conversions)
    assert cost == [["Cost"], [100], [None]]
    assert conversions == [["Conv."], [2], [None]]


def test_an_error_can_be_written_as_its_cell_shows_it() -> None:
    assert CellError("#N/A") == CellError(ErrorCode.NA)
    assert CellError("#N/A", "a") != CellError("#N/A", "b")
    assert str(CellError("#N/A", "No row.")) == "#N/A No row."


def test_functions_are_plain_python_too() -> None:
    assert f.cpc(1200, 48) == 25.0
    with pytest.raises(CellError, match="#DIV/0!"):
        f.cpc(1200, 0)


def test_aliases_answer_as_what_they_stand_in_for() -> None:
    aliases = [function for function in f.CATALOGUE if function.alias_of]
    names = {function.name: function for function in f.CATALOGUE}
    assert {"CPA", "KPK", "CPC_PAID", "ATTRIBUTE"} == {function.name for function in aliases}
    for alias in aliases:
        original = names[alias.alias_of]
        for example in original.examples:
            assert alias.evaluate(*example.args) == original.evaluate(*example.args)


def test_verdicts_speak_norwegian_when_told_to() -> None:
    try:
        f.use_language("nb")
        assert f.cpc_verdict.evaluate(10000, 50, 120) == "over målet"
        assert f.salt.evaluate(31200, 100) == "312 (257–383)  brukbart"
    finally:
        f.use_language("en")
    assert f.cpc_verdict.evaluate(10000, 50, 120) == "above target"
    with pytest.raises(ValueError, match="en or nb"):
        f.use_language("sv")


def test_one_word_stands_for_all_rows_and_one_amount_does_not() -> None:
    assert f.cost_counted.evaluate([[10], [20]], "paid search") == 30.0
    assert code(f.cost_counted.evaluate(10, [["seo"], ["seo"]])) == "#VALUE!"


def test_a_blank_in_an_optional_column_is_zero() -> None:
    answer = f.attribution.evaluate([["A"], ["B"]], [[2], [1]], "linear", [[1], [None]])
    assert answer == f.attribution.evaluate([["A"], ["B"]], [[2], [1]], "linear", [[1], [0]])
    assert len(answer) == 4


def test_a_date_is_neither_blank_nor_before_march_1900() -> None:
    blank = f.cpc_by_period.evaluate([[None], [46000]], [[10], [5]], [[1], [1]])
    assert code(blank) == "#VALUE!"
    assert "expected a date" in blank.why
    assert code(f.cpc_by_period.evaluate([[date(1900, 1, 1)]], [[5]], [[1]])) == "#NUM!"


def test_rules_may_be_numbers_and_their_error_comes_back() -> None:
    assert f.cost_counts.evaluate(7320, [[7320.0, True]]) is True
    ref = CellError("#REF!", "deleted")
    assert f.cost_counts.evaluate("seo", ref) == ref
    assert code(f.cost_counts.evaluate("tv", [["tv", "maybe"]])) == "#VALUE!"


@pytest.mark.parametrize("count", [1e16, 1e50, 1e300])
def test_counts_beyond_fifteen_digits_are_refused_rather_than_computed(count: float) -> None:
    for function in (f.cpc_low, f.cpc_high, f.cpc_ci, f.salt):
        assert code(function.evaluate(1, count)) == "#NUM!"
    assert code(f.srm_p.evaluate(100, count)) == "#NUM!"
    assert code(f.ab_cpc.evaluate(1, count, 1, 5)) == "#NUM!"
    assert code(f.cpc_verdict.evaluate(1, count, 5)) == "#NUM!"


def test_a_tiny_precision_and_a_tiny_confidence_keep_their_digits() -> None:
    """By hand: 1.959963984540054² / (1e-6 - 0.5e-12)², and 100 * 1e-20."""
    assert f.conv_needed.evaluate(1e-6) == pytest.approx(3841462662154, rel=1e-12)
    assert f.stop_after.evaluate(100, 1e-20) == pytest.approx(1e-18, rel=1e-12)
