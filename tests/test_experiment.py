"""What AB_CPC, AB_CPC_P, AB_CPC_PROB and SRM_P promise.

Expected numbers: R poisson.test, binom.test, pbeta and quadrature (oracles o05, o05c, o06b), and
scipy's binomtest, beta and poisson distributions on grids.
"""

from itertools import product
from math import isfinite
from typing import Any

import pytest
from scipy import stats

from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.click_experiment import srm_p
from cpc_functions.experiment import ab_cpc, ab_cpc_p, ab_cpc_prob
from cpc_functions.texts import use_language
from tests.oracle_tables import numbers, oracle

ARMS = ("costA", "convA", "costB", "convB")
GRID = [
    (cost_a, few, cost_b, many)
    for (cost_a, cost_b), few, many in product(
        ((500.0, 500.0), (120.5, 9000.0), (1e6, 3.0)), (0, 1, 7, 60), (0, 3, 3.47, 80)
    )
]


def answer(*cells: Any) -> Any:
    """Return the one row that AB_CPC answers."""
    (row,) = ab_cpc.evaluate(*cells)
    return row


def bound(cell: Any) -> Any:
    """Return a limit as a number, the unbounded one as infinity."""
    return float("inf") if isinstance(cell, CellError) else cell


@pytest.mark.parametrize("row", oracle("o05_cpc_ratio_test"), ids=lambda row: row["case"])
def test_the_ratio_its_interval_and_p_are_those_of_r(row: dict[str, str]) -> None:
    ratio, low, high, p, *_ = answer(*numbers(row, *ARMS))
    expected_p, expected_low = numbers(row, "p_exact_central", "ratio_lo_exact")
    assert p == pytest.approx(expected_p, rel=1e-9)
    assert ab_cpc_p.evaluate(*numbers(row, *ARMS)) == p
    assert low == pytest.approx(expected_low, rel=1e-9)
    if row["ratio_hi_exact"] == "Inf":
        assert ratio.code is high.code is ErrorCode.DIV0
    else:
        expected = numbers(row, "cpc_ratio_B_over_A", "ratio_hi_exact")
        assert [ratio, high] == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("row", oracle("o05c_cpc_ratio_dispersion"))
def test_a_dispersion_divides_the_conversions_throughout(row: dict[str, str]) -> None:
    ratio, low, high, p, chance, _ = answer(*numbers(row, *ARMS), 0.95, float(row["dispersion"]))
    expected = numbers(row, "ratio_B_over_A", "low", "high", "p_central", "prob_B_cheaper")
    assert [ratio, low, high, p, chance] == pytest.approx(expected, rel=1e-8)


@pytest.mark.parametrize("row", oracle("o06b_bayes_cpc"), ids=lambda row: row["case"])
def test_the_probability_is_that_of_gamma_posteriors(row: dict[str, str]) -> None:
    prior = [float(part) for part in row["prior"][6:-1].split(";")]
    expected = pytest.approx(float(row["prob_B_cheaper"]), rel=1e-8)
    assert ab_cpc_prob.evaluate(*numbers(row, *ARMS), *prior) == expected
    if prior == [0.5, 0.0]:
        assert ab_cpc_prob.evaluate(*numbers(row, *ARMS)) == expected
        assert answer(*numbers(row, *ARMS))[4] == expected


@pytest.mark.parametrize(("cost_a", "few", "cost_b", "many"), GRID)
def test_p_and_limits_agree_with_scipy(
    cost_a: float, few: float, cost_b: float, many: float
) -> None:
    share = cost_a / (cost_a + cost_b)
    at_most = stats.beta.sf(share, few + 1, many) if many else 1.0
    at_least = stats.beta.cdf(share, few, many + 1) if few else 1.0
    _, low, high, p, *_ = answer(cost_a, few, cost_b, many, 0.9)
    assert p == pytest.approx(min(1.0, 2 * min(at_most, at_least)), rel=1e-9)
    if few:
        quantile = stats.beta.ppf(0.05, few, many + 1)
        odds = quantile / stats.beta.isf(0.05, many + 1, few)
        assert low == pytest.approx(odds * cost_b / cost_a, rel=1e-8)
    if many:
        quantile = stats.beta.isf(0.05, few + 1, many)
        odds = quantile / stats.beta.ppf(0.05, many, few + 1)
        assert high == pytest.approx(odds * cost_b / cost_a, rel=1e-8)


@pytest.mark.parametrize(("cost_a", "few", "cost_b", "many"), GRID)
def test_swapping_the_arms_inverts_the_interval_and_keeps_p(
    cost_a: float, few: float, cost_b: float, many: float
) -> None:
    _, low, high, p, chance, _ = answer(cost_a, few, cost_b, many)
    _, other_low, other_high, other_p, other_chance, _ = answer(cost_b, many, cost_a, few)
    assert other_p == pytest.approx(p, rel=1e-11)
    assert other_chance == pytest.approx(1 - chance, abs=1e-12)
    assert bound(other_low) * bound(high) == pytest.approx(1, rel=1e-10) or (
        other_low == 0 and bound(high) == float("inf")
    )
    assert low * bound(other_high) == pytest.approx(1, rel=1e-10) or (
        low == 0 and bound(other_high) == float("inf")
    )


@pytest.mark.parametrize("confidence", [0.5, 0.8, 0.95, 0.999])
@pytest.mark.parametrize("dispersion", [1, 1.7, 6])
def test_p_is_small_exactly_when_the_interval_excludes_equal_costs(
    confidence: float, dispersion: float
) -> None:
    verdicts = set()
    for arms in GRID:
        _, low, high, p, _, verdict = answer(*arms, confidence, dispersion)
        assert (p < 1 - confidence) == (low > 1 or bound(high) < 1)
        assert verdict == (
            "A is cheaper" if low > 1 else "B is cheaper" if bound(high) < 1 else "cannot tell"
        )
        verdicts.add(verdict)
    assert verdicts == {"A is cheaper", "B is cheaper", "cannot tell"}


def test_the_verdict_speaks_norwegian() -> None:
    try:
        use_language("nb")
        assert answer(90000, 300, 91000, 360)[-1] == "B er billigst"
    finally:
        use_language("en")


def test_no_conversions_in_b_leave_the_ratio_unbounded_above() -> None:
    ratio, low, high, p, chance, verdict = answer(500, 8, 500, 0)
    assert ratio.code is high.code is ErrorCode.DIV0
    assert low > 1
    assert (p, verdict) == (pytest.approx(2 * 0.5**8), "A is cheaper")
    assert chance < 0.01


def test_no_conversions_in_a_put_the_ratio_at_zero() -> None:
    ratio, low, high, *_ = answer(500, 0, 500, 8)
    assert (ratio, low) == (0, 0)
    assert high < 1


def test_rows_answer_for_themselves() -> None:
    rows = ab_cpc.evaluate(
        [[1500], [0], [500]], [[3], [1], [0]], [[1500], [500], [500]], [[8], [1], [0]]
    )
    assert rows[0] == answer(1500, 3, 1500, 8)
    assert [cell.code for cell in rows[1]] == [ErrorCode.DIV0] * 6
    assert rows[2][3] == 1.0


@pytest.mark.parametrize("costs", [(1e-300, 1e300), (1e300, 1e-300), (5e-324, 1e308)])
def test_costs_of_absurd_size_give_finite_cells(costs: Any) -> None:
    for cell in answer(costs[0], 3, costs[1], 0.001):
        assert isinstance(cell, (CellError, str)) or isfinite(cell)


@pytest.mark.parametrize(
    ("cells", "code", "words"),
    [
        ((None, 3, 500, 2), ErrorCode.DIV0, "cost_a: an arm without cost"),
        ((500, 3, 0, 2), ErrorCode.DIV0, "cost_b: an arm without cost"),
        ((500, -3, 500, 2), ErrorCode.NUM, "conversions_a: must be at least 0"),
        ((500, 3, 500, "2 000"), ErrorCode.VALUE, "conversions_b: expected a number"),
    ],
)
@pytest.mark.parametrize("function", [ab_cpc, ab_cpc_p, ab_cpc_prob], ids=str)
def test_bad_arms_are_named(function: Any, cells: Any, code: Any, words: str) -> None:
    error = function.evaluate(*cells)
    error = error[0][0] if isinstance(error, list) else error
    assert error.code is code
    assert error.why.startswith(words)


@pytest.mark.parametrize(
    ("options", "words"),
    [((95,), "confidence: must be"), ((0.95, 0.5), "dispersion: must be at least 1")],
)
def test_bad_options_are_named(options: Any, words: str) -> None:
    error = ab_cpc.evaluate(500, 3, 500, 2, *options)
    assert error.code is ErrorCode.NUM
    assert error.why.startswith(words)


def test_a_prior_with_cost_answers_before_anything_is_spent() -> None:
    assert ab_cpc_prob.evaluate(0, 0, 0, 0, 2, 300) == pytest.approx(0.5, rel=1e-12)


@pytest.mark.parametrize(
    ("count_a", "count_b", "share"),
    [
        *product((0, 1, 5, 12, 40), (0, 2, 9, 35), (0.5, 0.1, 0.37, 0.99)),
        *product((500_000, 501_500, 10), (500_000, 499_000), (0.5, 0.4999)),
        (700_000, 300_000, 0.3),
    ],
)
def test_sample_ratio_p_is_that_of_scipy(count_a: float, count_b: float, share: float) -> None:
    total = count_a + count_b
    expected = stats.binomtest(count_b, total, share).pvalue if total else 1.0
    assert srm_p.evaluate(count_a, count_b, share) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ((10.5, 9), "count_a: must be a whole number"),
        ((10, -9), "count_b: must be at least 0"),
        ((10, 9, 50), "share_b: must be above 0 and below 1"),
        ((10, 9, 0), "share_b: must be above 0 and below 1"),
    ],
)
def test_bad_splits_are_named(cells: Any, words: str) -> None:
    error = srm_p.evaluate(*cells)
    assert error.code is ErrorCode.NUM
    assert error.why.startswith(words)
