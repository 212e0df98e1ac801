"""What AB_CVR promises: difference, interval, exact p, probability and expected losses.

Expected numbers: R prop.test, Epi::ci.pd, brute-force Boschloo (o04) and R quadrature (o06a);
scipy's boschloo_exact and fisher_exact; sums in exact fractions; numpy's Gauss-Legendre nodes.
"""

from fractions import Fraction
from itertools import product
from math import comb
from typing import Any

import pytest
from numpy.polynomial.legendre import leggauss
from scipy import stats

from cpc_functions.boschloo import boschloo_p
from cpc_functions.cells import ErrorCode
from cpc_functions.click_experiment import ab_cvr
from cpc_functions.incomplete_beta import Beta
from cpc_functions.posterior import NODES, compare
from tests.oracle_tables import numbers, oracle

ARMS = ("convA", "clicksA", "convB", "clicksB")


def answer(*cells: Any) -> Any:
    """Return the one row that AB_CVR answers."""
    (row,) = ab_cvr.evaluate(*cells)
    return row


@pytest.mark.parametrize("row", oracle("o04_ab_proportions"), ids=lambda row: row["case"])
def test_difference_interval_and_p_are_those_of_r(row: dict[str, str]) -> None:
    arms = numbers(row, *ARMS)
    difference, low, high, p, *_ = answer(*arms)
    rate_a, rate_b = numbers(row, "cvrA", "cvrB")
    assert difference == pytest.approx(rate_a - rate_b, abs=1e-11)
    expected = numbers(row, "newcombe_A_minus_B_lo", "newcombe_A_minus_B_hi")
    assert [low, high] == pytest.approx(expected, rel=1e-9)
    if row["p_boschloo"]:
        assert p == pytest.approx(float(row["p_boschloo"]), rel=1e-6)
    else:
        assert p == pytest.approx(float(row["p_pooled_z"]), rel=1e-9)


@pytest.mark.parametrize("row", oracle("o06a_bayes_cvr"), ids=lambda row: row["case"])
def test_probability_and_losses_are_those_of_beta_posteriors(row: dict[str, str]) -> None:
    few, clicks, many, other_clicks = numbers(row, *ARMS)
    prior = 1.0 if row["prior"] == "Beta(1;1)" else 0.5
    a = Beta(few + prior, clicks - few + prior)
    b = Beta(many + prior, other_clicks - many + prior)
    expected = numbers(row, "prob_B_better", "exp_loss_choose_A", "exp_loss_choose_B")
    assert compare(a, b) == pytest.approx(expected, rel=1e-8)
    if prior == 1.0:
        assert answer(few, clicks, many, other_clicks)[4:] == pytest.approx(expected, rel=1e-8)


def exact_comparison(a: Any, b: Any, c: Any, d: Any) -> Any:
    """Return P(B > A) and E[(B - A)+] for whole Beta(a, b) and Beta(c, d), as fractions.

    Evan Miller's sum for the probability; a beta density times x is again one, with mean before.
    """

    def beta(m: Any, n: Any) -> Any:
        return Fraction(m + n, m * n * comb(m + n, m))

    def chance(a: Any, b: Any, c: Any, d: Any) -> Any:
        total = Fraction(0)
        for i in range(c):
            total += beta(a + i, b + d) / ((d + i) * beta(1 + i, d) * beta(a, b))
        return total

    gain = Fraction(c, c + d) * chance(a, b, c + 1, d) - Fraction(a, a + b) * chance(a + 1, b, c, d)
    return chance(a, b, c, d), gain


@pytest.mark.parametrize(
    "shapes",
    [(1, 1, 1, 1), (1, 40, 30, 2), (3, 200, 1, 9000), (60, 3000, 4, 30), (900, 500, 300, 350)],
)
def test_tiny_chances_and_losses_keep_their_digits(shapes: Any) -> None:
    a, b, c, d = shapes
    found = compare(Beta(a, b), Beta(c, d))
    chance, loss_a = exact_comparison(a, b, c, d)
    reverse, loss_b = exact_comparison(c, d, a, b)
    assert found == pytest.approx([float(chance), float(loss_a), float(loss_b)], rel=1e-10)
    swapped = compare(Beta(c, d), Beta(a, b))
    assert swapped.chance_b_better == pytest.approx(float(reverse), rel=1e-10)


def test_the_nodes_are_those_of_gauss_and_legendre() -> None:
    nodes, weights = leggauss(16)
    assert [node for node, _ in NODES] == pytest.approx(list(nodes[8:]), rel=1e-14)
    assert [weight for _, weight in NODES] == pytest.approx(list(weights[8:]), rel=1e-12)


@pytest.mark.parametrize(
    "table",
    [
        (1, 7, 5, 9),
        (3, 4, 2, 25),
        (7, 15, 8, 16),
        (0, 30, 6, 28),
        (12, 13, 1, 14),
        (2, 40, 9, 35),
        (5, 5, 4, 5),
        (1, 1, 0, 1),
    ],
)
def test_boschloo_p_is_that_of_scipy(table: Any) -> None:
    few, trials, many, other_trials = table
    columns = [[few, many], [trials - few, other_trials - many]]
    expected = stats.boschloo_exact(columns, n=64).pvalue
    assert boschloo_p(*table) == pytest.approx(expected, rel=1e-6)
    assert boschloo_p(many, other_trials, few, trials) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(("few", "many"), [*product((0, 2, 9), (1, 10, 17))])
def test_boschloo_p_is_at_most_twice_fishers(few: int, many: int) -> None:
    sides = [
        stats.fisher_exact([[few, many], [20 - few, 25 - many]], side).pvalue
        for side in ("less", "greater")
    ]
    assert boschloo_p(few, 20, many, 25) <= min(1.0, 2 * min(sides)) * (1 + 1e-12)


def test_the_exact_p_gives_way_to_the_normal_one_beyond_200_clicks_or_with_fractions() -> None:
    exact = boschloo_p(9, 200, 20, 200)
    assert answer(9, 200, 20, 200)[3] == exact
    for arms in ((9, 200, 20, 201), (9.5, 200, 20, 200)):
        few, clicks, many, other_clicks = arms
        pooled = (few + many) / (clicks + other_clicks)
        error = (pooled * (1 - pooled) * (1 / clicks + 1 / other_clicks)) ** 0.5
        z = abs(few / clicks - many / other_clicks) / error
        assert answer(*arms)[3] == pytest.approx(2 * stats.norm.sf(z), rel=1e-12)


@pytest.mark.parametrize("conversions", [0, 500])
def test_without_any_variance_nothing_differs(conversions: float) -> None:
    assert answer(conversions, 500, conversions, 500)[3] == 1.0


def test_without_clicks_only_the_posteriors_answer() -> None:
    row = answer(0, 0, 3, 10)
    assert [cell.code for cell in row[:3]] == [ErrorCode.DIV0] * 3
    assert row[0].why == "clicks_a: there are no clicks to divide by."
    assert row[3] == 1.0
    # A is uniform, B is Beta(4, 8): E[B], E[B²] / 2 and E[(1 - B)²] / 2.
    assert row[4:] == pytest.approx([1 / 3, 20 / 312, 72 / 312], rel=1e-10)


@pytest.mark.parametrize("arms", [(3, 20, 9, 30), (0, 10, 10, 10), (40, 900, 70, 1000)])
def test_swapping_the_arms_mirrors_the_row(arms: Any) -> None:
    difference, low, high, p, chance, loss_a, loss_b = answer(*arms)
    expected = [-difference, -high, -low, p, 1 - chance, loss_b, loss_a]
    assert answer(*arms[2:], *arms[:2]) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ((30, 20, 1, 20), "conversions_a: 30 is more than the 20 of clicks_a; use AB_CPC"),
        ((3, 20, 1, 0), "conversions_b: 1 is more than the 0 of clicks_b; use AB_CPC"),
        ((3, -20, 1, 20), "clicks_a: must be at least 0"),
        ((3, 20, 1, 20, 95), "confidence: must be above 0 and below 1"),
    ],
)
def test_bad_arms_are_named(cells: Any, words: str) -> None:
    error = ab_cvr.evaluate(*cells)
    assert error.code is ErrorCode.NUM
    assert error.why.startswith(words)
