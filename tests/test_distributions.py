"""What the distributions promise: 1e-12 relative accuracy at any size and well-defined edges.

Where the expected numbers come from:

* scipy.special and scipy.stats, on a grid of counts from 0.25 to 1e6 and of the tails that
  two-sided intervals of 50 to 99.99 % leave;
* mpmath as the referee where scipy cannot be the judge. ``exact_gamma`` and ``exact_beta`` sum a
  series of positive terms with as many digits as the tail needs. Referee cases are the far tails
  and the few points of the grid where scipy 1.17 and this package disagree: its ``betaincinv`` is
  off by up to 2e-11, its ``betainccinv`` by up to 2e-8 (both at shapes 1000 and 1e6), its
  ``betaincc`` by up to 3e-12;
* closed forms, exact binomial sums, and the defining equations of the two tables of constants,
  solved again in fractions.
"""

import math
from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest
from mpmath import mp
from scipy import special, stats

from cpc_functions import expansions
from cpc_functions.distributions import (
    beta_cdf,
    beta_isf,
    beta_ppf,
    beta_sf,
    binomial_at_least,
    binomial_at_most,
    gamma_cdf,
    gamma_isf,
    gamma_ppf,
    gamma_sf,
    log_beta,
    normal_cdf,
    normal_ppf,
    normal_sf,
    t_isf,
    t_sf,
)
from cpc_functions.incomplete_gamma import TRANSITION

TOLERANCE = 1e-12
COUNTS = (
    *(0.25, 0.5, 1.0, 1.4, 2.0, 2.75, 3.47, 5.0, 7.9, 10.0, 12.5, 29.9, 30.1, 47.0, 99.5, 151.2),
    *(199.0, 201.0, 399.0, 402.5, 1e3, 5e3, 33333.3, 123456.7, 1e6),
)
FEW_COUNTS = (0.25, 0.5, 1.4, 3.0, 12.5, 151.2, 402.5, 5e3, 1e6)
TAILS = tuple((1.0 - level) / 2.0 for level in (0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999))
FAR_TAILS = (1e-8, 1e-60, 1e-290)
PAIRS = tuple(product(COUNTS, COUNTS))


def off(value: float, expected: float) -> float:
    return abs(value / expected - 1.0) if expected else abs(value)


def positive_series(x: mp.mpf, ratio: Callable[[int], mp.mpf]) -> mp.mpf:
    """Sum 1 + ratio(1) x + ratio(1) ratio(2) x**2 + ... until its terms are negligible."""
    term = total = mp.mpf(1)
    n = 0
    while True:
        n += 1
        factor = x * ratio(n)
        term *= factor
        total += term
        if factor < 1 and term < mp.eps * total * (1 - factor):
            return total


def exact_gamma(x: float, shape: float, digits: int = 30) -> tuple[mp.mpf, mp.mpf, mp.mpf]:
    """Both tails and x times the density; the upper tail loses digits by cancellation."""
    with mp.workdps(digits):
        a, at = mp.mpf(shape), mp.mpf(x)
        density = mp.exp(a * mp.log(at) - at - mp.loggamma(a))
        lower = density / a * positive_series(at, lambda n: 1 / (a + n))
        return lower, 1 - lower, density


def exact_beta(x: float, a: float, b: float, digits: int = 30) -> tuple[mp.mpf, mp.mpf, mp.mpf]:
    """Both tails and x times the density; the tail at the farther end loses digits."""
    with mp.workdps(digits):
        near, far, x_near = mp.mpf(a), mp.mpf(b), mp.mpf(x)
        if swapped := x > 0.5:
            near, far, x_near = far, near, 1 - x_near
        both = near + far
        log_power = near * mp.log(x_near) + far * mp.log(1 - x_near)
        weight = mp.exp(log_power - mp.loggamma(near) - mp.loggamma(far) + mp.loggamma(both))
        series = positive_series(x_near, lambda n: (both + n - 1) / (near + n))
        tail = weight / near * series
        density = weight / (1 - mp.mpf(x))
        return (1 - tail, tail, density) if swapped else (tail, 1 - tail, density)


def digits_for(tail: float) -> int:
    return 30 + int(-math.log10(tail))


# Agreement with scipy on the grid of counts and levels


@pytest.mark.parametrize("shape", COUNTS)
def test_gamma_agrees_with_scipy(shape: float) -> None:
    for tail in (*TAILS, 0.5):
        low, high = gamma_ppf(tail, shape), gamma_isf(tail, shape)
        assert off(low, special.gammaincinv(shape, tail)) < TOLERANCE
        assert off(high, special.gammainccinv(shape, tail)) < TOLERANCE
        assert off(gamma_cdf(low, shape), special.gammainc(shape, low)) < TOLERANCE
        assert off(gamma_sf(high, shape), special.gammaincc(shape, high)) < TOLERANCE


def test_beta_quantiles_agree_with_scipy_or_with_the_referee() -> None:
    disputed = 0
    for (a, b), tail in product(PAIRS, (*TAILS, 0.5)):
        for quantile, theirs, side in (
            (beta_ppf, special.betaincinv, 0),
            (beta_isf, special.betainccinv, 1),
        ):
            x = quantile(tail, a, b)
            if off(x, theirs(a, b, tail)) >= TOLERANCE:
                disputed += 1
                exact = exact_beta(x, a, b)
                assert abs(exact[side] - tail) / exact[2] < TOLERANCE, (quantile, tail, a, b)
    assert disputed < 0.01 * 2 * 8 * len(PAIRS)


def test_beta_tails_agree_with_scipy_or_with_the_referee() -> None:
    disputed = 0
    for (a, b), tail in product(PAIRS, (*TAILS, 0.5)):
        for ours, quantile, theirs, side in (
            (beta_cdf, beta_ppf, special.betainc, 0),
            (beta_sf, beta_isf, special.betaincc, 1),
        ):
            x = quantile(tail, a, b)
            if off(ours(x, a, b), theirs(a, b, x)) >= TOLERANCE:
                disputed += 1
                exact = exact_beta(x, a, b)[side]
                assert off(ours(x, a, b), exact) < TOLERANCE, (ours, x, a, b)
    assert disputed < 0.01 * 2 * 8 * len(PAIRS)


@pytest.mark.parametrize("df", COUNTS)
def test_student_agrees_with_scipy(df: float) -> None:
    for tail in TAILS:
        t = t_isf(tail, df)
        assert off(t, stats.t.isf(tail, df)) < TOLERANCE
        assert off(t_sf(t, df), stats.t.sf(t, df)) < TOLERANCE


# Far tails, judged by the referee


@pytest.mark.parametrize("tail", FAR_TAILS)
@pytest.mark.parametrize("shape", FEW_COUNTS)
def test_gamma_keeps_its_digits_in_far_tails(shape: float, tail: float) -> None:
    low, high = gamma_ppf(tail, shape), gamma_isf(tail, shape)
    if low > 1e-300:
        lower, _, density = exact_gamma(low, shape)
        assert abs(lower - tail) / density < TOLERANCE
        assert off(gamma_cdf(low, shape), lower) < TOLERANCE
    _, upper, density = exact_gamma(high, shape, digits_for(tail))
    assert abs(upper - tail) / density < TOLERANCE
    assert off(gamma_sf(high, shape), upper) < TOLERANCE


@pytest.mark.parametrize("tail", FAR_TAILS)
@pytest.mark.parametrize("a", FEW_COUNTS)
def test_beta_keeps_its_digits_in_far_tails(a: float, tail: float) -> None:
    for b in FEW_COUNTS:
        low, high = beta_ppf(tail, a, b), beta_isf(tail, a, b)
        if low > 1e-300:
            lower, _, density = exact_beta(low, a, b, 30 if low <= 0.5 else digits_for(tail))
            assert abs(lower - tail) / density < TOLERANCE
            assert off(beta_cdf(low, a, b), lower) < TOLERANCE
        if high < 1.0:
            upper = exact_beta(high, a, b, 30 if high > 0.5 else digits_for(tail))[1]
            assert off(beta_sf(high, a, b), upper) < TOLERANCE


@pytest.mark.parametrize("shape", [0.01, 0.1])
def test_upper_tail_of_a_small_shape_is_accurate(shape: float) -> None:
    for x in (1e-30, 1e-5, 0.1, 0.9, 1.0, 1.2, 5.0, 300.0):
        assert off(gamma_sf(x, shape), exact_gamma(x, shape, 200)[1]) < TOLERANCE


@pytest.mark.parametrize("df", [0.25, 1.0, 2.5, 30.0, 1e3, 1e6])
def test_student_in_far_tails_is_half_a_beta_distribution(df: float) -> None:
    for t in (1e-5, 0.1, 1.0, 5.0, 20.0, 36.0):
        with mp.workdps(400):
            odds = mp.mpf(t) ** 2 / df
            central = exact_beta(odds / (1 + odds), 0.5, 0.5 * df, 400)[0]
            assert off(t_sf(t, df), (1 - central) / 2) < TOLERANCE


# Normal distribution


@pytest.mark.parametrize("z", [-37.0, -20.0, -5.5, -1.96, -0.3, 1e-9, 0.7, 3.0])
def test_normal_probabilities(z: float) -> None:
    with mp.workdps(40):
        assert off(normal_cdf(z), mp.ncdf(z)) < TOLERANCE
        assert normal_sf(-z) == normal_cdf(z)


@pytest.mark.parametrize(
    "p",
    [1e-300, 1e-100, 1e-20, *TAILS, 0.2499, 0.2501, 0.4, 0.5 - 1e-9, 0.5 + 2**-53, 0.7, 0.9999],
)
def test_normal_quantiles_are_accurate_relative_to_themselves(p: float) -> None:
    z = normal_ppf(p)
    with mp.workdps(40):
        assert abs((mp.ncdf(z) - p) / (mp.npdf(z) * z)) < TOLERANCE


def test_normal_edges() -> None:
    assert normal_ppf(0.5) == 0.0
    assert (normal_ppf(0.0), normal_ppf(1.0)) == (-math.inf, math.inf)
    assert (normal_cdf(-math.inf), normal_cdf(math.inf)) == (0.0, 1.0)


# Closed forms and relations


@pytest.mark.parametrize("tail", [1e-200, 1e-9, *TAILS])
def test_closed_forms(tail: float) -> None:
    assert off(gamma_isf(tail, 1.0), -math.log(tail)) < TOLERANCE
    assert off(gamma_ppf(tail, 1.0), -math.log1p(-tail)) < TOLERANCE
    assert off(beta_ppf(tail, 3.0, 1.0), tail ** (1 / 3)) < TOLERANCE
    assert off(beta_ppf(tail, 1.0, 1e6), -math.expm1(math.log1p(-tail) / 1e6)) < TOLERANCE
    assert off(t_isf(tail, 1.0), 1.0 / math.tan(math.pi * tail)) < TOLERANCE


@pytest.mark.parametrize("shape", COUNTS)
def test_quantiles_undo_probabilities(shape: float) -> None:
    for tail in (*TAILS, 0.5):
        # One last digit of x moves the probability by up to sqrt(shape) times as much.
        tolerance = TOLERANCE * max(1.0, math.sqrt(shape) / 100.0)
        assert off(gamma_cdf(gamma_ppf(tail, shape), shape), tail) < tolerance
        assert off(gamma_sf(gamma_isf(tail, shape), shape), tail) < tolerance
        assert off(t_sf(t_isf(tail, shape), shape), tail) < TOLERANCE


def test_tails_add_up_to_one_and_mirror_each_other() -> None:
    for a, b in PAIRS:
        for x in (a / (a + b), 0.0625, 0.5, 0.75):
            assert beta_cdf(x, a, b) + beta_sf(x, a, b) == pytest.approx(1.0, rel=1e-15)
            if 1.0 - (1.0 - x) == x:
                mirrored = beta_sf(1.0 - x, b, a)
                assert off(beta_cdf(x, a, b), mirrored) < TOLERANCE or mirrored < 1e-300
    for shape in COUNTS:
        for x in (0.3 * shape, shape, 1.5 * shape):
            assert gamma_cdf(x, shape) + gamma_sf(x, shape) == pytest.approx(1.0, rel=1e-15)


def test_quantile_of_one_tail_is_the_quantile_of_the_other() -> None:
    assert gamma_ppf(0.75, 3.47) == gamma_isf(0.25, 3.47)
    assert beta_ppf(0.75, 3.47, 12.5) == beta_isf(0.25, 3.47, 12.5)
    assert t_isf(0.75, 5.0) == -t_isf(0.25, 5.0)
    assert t_sf(-2.0, 5.0) == 1.0 - t_sf(2.0, 5.0)


@pytest.mark.parametrize(("n", "p"), [(1, 0.3), (20, 0.25), (50, 0.001), (300, 0.75)])
def test_binomial_tails_are_the_exact_sums(n: int, p: float) -> None:
    chance = Fraction(p)
    weights = [math.comb(n, k) * chance**k * (1 - chance) ** (n - k) for k in range(n + 1)]
    for k in range(0, n + 1, 1 + n // 10):
        assert off(binomial_at_most(k, n, p), float(sum(weights[: k + 1]))) < TOLERANCE
        assert off(binomial_at_least(k, n, p), float(sum(weights[k:]))) < TOLERANCE


def test_binomial_tails_continue_between_and_end_beyond_the_counts() -> None:
    assert binomial_at_most(2.5, 10.0, 0.2) == beta_sf(0.2, 3.5, 7.5)
    assert binomial_at_least(2.5, 9.75, 0.2) == beta_cdf(0.2, 2.5, 8.25)
    assert (binomial_at_most(-1, 10, 0.2), binomial_at_most(10, 10, 0.2)) == (0.0, 1.0)
    assert (binomial_at_least(0, 10, 0.2), binomial_at_least(11, 10, 0.2)) == (1.0, 0.0)
    assert (binomial_at_most(3, 10, 0.0), binomial_at_most(3, 10, 1.0)) == (1.0, 0.0)
    assert (binomial_at_most(0, 0, 0.5), binomial_at_least(1, 0, 0.5)) == (1.0, 0.0)


def test_log_beta_does_not_cancel() -> None:
    for a, b in PAIRS:
        with mp.workdps(40):
            expected = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(mp.mpf(a) + mp.mpf(b))
            assert abs(log_beta(a, b) - expected) < 1e-14 * max(1, abs(expected))


# Edges and mistakes


def test_edges_of_the_gamma_distribution() -> None:
    assert (gamma_cdf(0.0, 2.0), gamma_sf(0.0, 2.0)) == (0.0, 1.0)
    assert (gamma_cdf(-1.0, 2.0), gamma_sf(-1.0, 2.0)) == (0.0, 1.0)
    assert (gamma_cdf(math.inf, 2.0), gamma_sf(math.inf, 2.0)) == (1.0, 0.0)
    assert (gamma_cdf(1e300, 2.0), gamma_sf(1e300, 2.0)) == (1.0, 0.0)
    assert (gamma_ppf(0.0, 2.0), gamma_ppf(1.0, 2.0)) == (0.0, math.inf)
    assert (gamma_isf(0.0, 2.0), gamma_isf(1.0, 2.0)) == (math.inf, 0.0)


def test_edges_of_the_beta_distribution() -> None:
    assert (beta_cdf(0.0, 2.0, 3.0), beta_sf(0.0, 2.0, 3.0)) == (0.0, 1.0)
    assert (beta_cdf(1.0, 2.0, 3.0), beta_sf(1.0, 2.0, 3.0)) == (1.0, 0.0)
    assert (beta_cdf(-0.5, 2.0, 3.0), beta_sf(1.5, 2.0, 3.0)) == (0.0, 0.0)
    assert (beta_ppf(0.0, 2.0, 3.0), beta_ppf(1.0, 2.0, 3.0)) == (0.0, 1.0)
    assert (beta_isf(0.0, 2.0, 3.0), beta_isf(1.0, 2.0, 3.0)) == (1.0, 0.0)


def test_edges_of_student_s_distribution() -> None:
    assert (t_isf(0.0, 5.0), t_isf(0.5, 5.0), t_isf(1.0, 5.0)) == (math.inf, 0.0, -math.inf)
    assert (t_sf(-math.inf, 5.0), t_sf(0.0, 5.0), t_sf(math.inf, 5.0)) == (1.0, 0.5, 0.0)
    assert t_isf(0.01, 1e-4) == math.inf


def test_quantiles_smaller_than_any_float_are_zero() -> None:
    assert gamma_ppf(0.025, 0.001) == 0.0
    assert beta_ppf(0.025, 0.001, 3.0) == 0.0
    assert beta_isf(0.025, 3.0, 0.001) == 1.0


def test_density_that_underflows_leaves_nothing_or_everything() -> None:
    assert (gamma_cdf(5e-324, 1e6), gamma_sf(1e9, 1e6)) == (0.0, 0.0)
    assert (beta_cdf(5e-324, 1e6, 3.0), beta_sf(0.5, 1.0, 1e6)) == (0.0, 0.0)


@pytest.mark.parametrize("p", [-1e-9, 1.0 + 1e-9, math.nan])
def test_probabilities_outside_their_range_are_refused(p: float) -> None:
    for quantile, shapes in (
        (gamma_ppf, (2.0,)),
        (gamma_isf, (2.0,)),
        (beta_ppf, (2.0, 3.0)),
        (beta_isf, (2.0, 3.0)),
        (normal_ppf, ()),
        (t_isf, (5.0,)),
        (lambda p: binomial_at_most(1.0, 2.0, p), ()),
    ):
        with pytest.raises(ValueError, match="probability lies between 0 and 1"):
            quantile(p, *shapes)


@pytest.mark.parametrize("shape", [0.0, -1.0, math.inf, math.nan])
def test_shapes_must_be_positive_and_below_the_overflow(shape: float) -> None:
    for of_one_shape in (gamma_cdf, gamma_sf, gamma_ppf, gamma_isf, t_sf, t_isf):
        with pytest.raises((ValueError, OverflowError), match="must be positive and at most"):
            of_one_shape(0.3, shape)
    for of_two_shapes in (beta_cdf, beta_sf, beta_ppf, beta_isf, lambda _, a, b: log_beta(a, b)):
        for shapes in ((shape, 2.0), (2.0, shape)):
            with pytest.raises((ValueError, OverflowError), match="shape must be positive"):
                of_two_shapes(0.3, *shapes)


def test_a_missing_number_has_no_probability() -> None:
    for function, shapes in (
        (gamma_cdf, (2.0,)),
        (gamma_sf, (2.0,)),
        (beta_cdf, (2.0, 3.0)),
        (beta_sf, (2.0, 3.0)),
        (normal_cdf, ()),
        (normal_sf, ()),
        (t_sf, (5.0,)),
        (binomial_at_least, (5.0, 0.5)),
    ):
        with pytest.raises(ValueError, match="not a number"):
            function(math.nan, *shapes)


@pytest.mark.parametrize("n", [-1.0, math.inf, math.nan])
def test_number_of_trials_must_be_a_count(n: float) -> None:
    with pytest.raises(ValueError, match="number of trials"):
        binomial_at_most(0.0, n, 0.5)


# Effort


def test_a_quantile_takes_at_most_three_evaluations(monkeypatch: pytest.MonkeyPatch) -> None:
    moves = 0
    move = expansions.Search.move

    def counted(search: expansions.Search, *point: float) -> None:
        nonlocal moves
        moves += 1
        move(search, *point)

    monkeypatch.setattr(expansions.Search, "move", counted)
    for (a, b), tail in product(PAIRS, (*TAILS, 0.5)):
        for quantile, shapes in (
            (gamma_ppf, (a,)),
            (gamma_isf, (a,)),
            (beta_ppf, (a, b)),
            (beta_isf, (a, b)),
        ):
            moves = 0
            quantile(tail, *shapes)
            assert moves <= 3, (quantile, tail, shapes)


@pytest.mark.parametrize("p", [1e-300, 1e-30, 1e-6, 0.3, 0.5])
def test_searches_end_for_any_shapes(p: float) -> None:
    for a, b in product((1e-9, 1e-3, 0.03, 0.9, 40.0, 1e7, 1e12), repeat=2):
        assert gamma_ppf(p, a) <= gamma_isf(p, a)
        assert 0.0 <= beta_ppf(p, a, b) <= beta_isf(p, a, b) <= 1.0


# Where the constants come from


def times(left: list[Fraction], right: list[Fraction]) -> list[Fraction]:
    """Multiply two power series, both cut after the same power."""
    return [
        sum((left[i] * right[n - i] for i in range(n + 1)), Fraction()) for n in range(len(left))
    ]


def log1p_minus(u: list[Fraction]) -> list[Fraction]:
    """Return ``log(1 + u) - u`` of a power series without a constant term."""
    total = [Fraction()] * len(u)
    power = u
    for k in range(2, len(u)):
        power = times(power, u)
        total = [t - Fraction((-1) ** k, k) * c for t, c in zip(total, power, strict=True)]
    return total


def exact_transition(order: int, skew: Fraction) -> tuple[list[Fraction], list[Fraction]]:
    """Solve ``m m' = eta (1 + skew m - c m**2)`` for m, and return m and ``eta / m``."""
    c = (1 - skew**2) / 4
    m = [Fraction(0), Fraction(1)]
    for n in range(2, order + 2):
        square = times(m, m)
        known = sum((m[i] * (n + 1 - i) * m[n + 1 - i] for i in range(2, n)), Fraction())
        m.append((skew * m[n - 1] - c * square[n - 1] - known) / (n + 1))
    h = [Fraction(1)]
    for n in range(1, order + 1):
        h.append(-sum((m[i + 1] * h[n - i] for i in range(1, n + 1)), Fraction()))
    return m, h


@pytest.mark.parametrize("skew", [Fraction(1), Fraction(3, 5), Fraction(0), Fraction(-3, 5)])
def test_transition_coefficients_solve_their_equation(skew: Fraction) -> None:
    m, h = exact_transition(len(TRANSITION) - 1, skew)
    # The deviance of a beta distribution with mean p in terms of m, per p q, is -eta**2 / 2.
    p, q = (1 - skew) / 2, (1 + skew) / 2
    at_x = log1p_minus([q * term for term in m])
    at_y = log1p_minus([-p * term for term in m])
    deviance = [left / q + (right / p if p else 0) for left, right in zip(at_x, at_y, strict=True)]
    assert deviance == [-Fraction(1, 2) * (n == 2) for n in range(len(m))]
    computed = expansions.transition_series(len(TRANSITION) - 1, float(skew))
    assert computed == pytest.approx([float(term) for term in h], rel=1e-9, abs=1e-16)


def test_transition_of_the_gamma_distribution_begins_as_published() -> None:
    # DLMF 8.12 lists the expansion of c0(eta), which is (series - 1) / eta.
    published = [1, -1 / 3, 1 / 12, -2 / 135, 1 / 864, 1 / 2835]
    assert TRANSITION[:6] == pytest.approx(published, rel=1e-13)


def test_stirling_coefficients_are_bernoulli_numbers() -> None:
    bernoulli = [Fraction(1)]
    for n in range(1, 15):
        known = sum((math.comb(n + 1, k) * bernoulli[k] for k in range(n)), Fraction())
        bernoulli.append(-known / (n + 1))
    expected = [float(bernoulli[2 * k] / (2 * k * (2 * k - 1))) for k in range(1, 8)]
    assert list(expansions.STIRLING) == expected
