"""What AB_SEQ promises. Expected numbers: mpmath quadrature of the Bayes factor (o08a, o08b)."""

from typing import Any

import mpmath
import pytest

from cpc_functions.cells import ErrorCode
from cpc_functions.sequential import ab_seq
from tests.oracle_tables import numbers, oracle

ONE_PER_CENT = 0.01


def column(*cells: Any) -> Any:
    """Return cells as a spreadsheet sends a column."""
    return [[cell] for cell in cells]


@pytest.mark.parametrize("row", oracle("o08a_sequential"), ids=lambda row: row["case"])
def test_a_single_look_is_the_inverse_bayes_factor(row: dict[str, str]) -> None:
    many, total, share, concentration = numbers(
        row, "conversions_B", "conversions_total", "spend_share_B", "concentration"
    )
    cells = [column(cell) for cell in (1 - share, total - many, share, many)]
    [[p]] = ab_seq.evaluate(*cells, 1, concentration)
    assert p == pytest.approx(exact_p(row), rel=1e-12, abs=0)
    # Some rows of the table are off by up to 6e-9 themselves, measured with 40 digits.
    assert p == pytest.approx(float(row["p_always_valid_single_look"]), rel=1e-8, abs=0)


def exact_p(row: dict[str, str]) -> float:
    """Return the inverse Bayes factor, 1 at most, computed with 40 digits."""
    with mpmath.workdps(40):
        many, total, share, concentration = (
            mpmath.mpf(row[name])
            for name in (
                "conversions_B",
                "conversions_total",
                "spend_share_B",
                "concentration",
            )
        )
        prior = concentration * share, concentration * (1 - share)
        marginal = mpmath.beta(prior[0] + many, prior[1] + total - many) / mpmath.beta(*prior)
        null = share**many * (1 - share) ** (total - many)
        return float(min(mpmath.mpf(1), null / marginal))


def test_a_path_is_the_running_minimum() -> None:
    rows = oracle("o08b_sequential_path")
    names = ("costA", "convA", "costB", "convB")
    days = [column(*(float(row[name]) for row in rows)) for name in names]
    found = [p for [p] in ab_seq.evaluate(*days)]
    assert found == pytest.approx([float(row["p_running_min"]) for row in rows], rel=1e-9)


def test_a_dispersion_divides_the_conversions() -> None:
    plain = ab_seq.evaluate(column(50, 60), column(2, 5), column(50, 60), column(9, 11))
    doubled = ab_seq.evaluate(column(50, 60), column(4, 10), column(50, 60), column(18, 22), 2)
    assert doubled == plain


def test_the_arms_may_be_swapped() -> None:
    a, b = (column(40, 41, 39), column(2, 1, 4)), (column(60, 61, 59), column(9, 15, 20))
    swapped = [p for [p] in ab_seq.evaluate(*b, *a)]
    assert [p for [p] in ab_seq.evaluate(*a, *b)] == pytest.approx(swapped, rel=1e-11)


def test_headers_and_blank_rows_stay_empty() -> None:
    found = ab_seq.evaluate(
        column("Cost A", 50, None, 50),
        column("Conv. A", 8, None, 0),
        column("Cost B", 50, None, 50),
        column("Conv. B", 3, None, 0),
    )
    assert [found[0], found[2]] == [[""], [""]]
    assert found[1] == found[3]


def test_looks_before_both_arms_have_spend_wait() -> None:
    [[first], [second], [third]] = ab_seq.evaluate(
        column(0, 50, 0), column(0, 3, 0), column(0, 0, 50), column(0, 0, 4)
    )
    assert first.code is second.code is ErrorCode.NA
    assert first.why.startswith("cost_a: nothing is spent yet")
    assert second.why.startswith("cost_b: nothing is spent yet")
    assert 0 < third <= 1


def test_a_split_that_moves_more_than_five_points_ends_the_test_for_good() -> None:
    costs_b = (50, 50, 90, 50, 10)
    found = ab_seq.evaluate(
        column(50, 50, 50, 50, 90), column(*[5] * 5), column(*costs_b), column(*[9] * 5)
    )
    (first,), (second,), *ended = found
    assert 0 < second <= first <= 1
    assert [cell.code for [cell] in ended] == [ErrorCode.NA] * 3
    assert ended[0][0].why == (
        "cost_b: its share of the spend has been between 50.0% and 55.9%; "
        "keep the split fixed, or use AB_CPC once at the end."
    )


def test_a_split_that_moves_exactly_five_points_is_fixed_enough() -> None:
    found = ab_seq.evaluate(column(50, 40), column(5, 5), column(50, 60), column(9, 9))
    assert all(0 < p <= 1 for [p] in found)


def test_a_strong_difference_is_found_and_an_equal_pair_is_not() -> None:
    costs = column(*[100] * 30)
    found = ab_seq.evaluate(costs, column(*[3] * 30), costs, column(*[9] * 30))
    assert found[-1][0] < ONE_PER_CENT
    found = ab_seq.evaluate(costs, column(*[5] * 30), costs, column(*[5] * 30))
    assert {p for [p] in found} == {1.0}


@pytest.mark.parametrize(
    ("options", "words"),
    [((0.5,), "dispersion: must be at least 1"), ((1, 0), "concentration: must be above 0")],
)
def test_bad_options_are_named(options: Any, words: str) -> None:
    error = ab_seq.evaluate(column(50), column(8), column(50), column(3), *options)
    assert error.code is ErrorCode.NUM
    assert error.why.startswith(words)


def test_a_bad_row_is_named() -> None:
    error = ab_seq.evaluate(column(50, 50), column(8, -1), column(50, 50), column(3, 3))
    assert error.code is ErrorCode.NUM
    assert error.why.startswith("conversions_a, row 2: must be at least 0")
