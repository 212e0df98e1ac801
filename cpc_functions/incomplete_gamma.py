"""The gamma distribution with unit scale: probabilities and quantiles for any shape."""

from math import copysign, exp, inf, lgamma, log, pi, sqrt

from cpc_functions.expansions import (
    NEGLIGIBLE,
    Search,
    check_number,
    check_positive,
    check_probability,
    log_ratio_minus,
    normal_ppf,
    stirling_error,
    transition_order,
    transition_quantile,
    transition_series,
    transition_tails,
)

# Above this shape the transition is cheaper near the mean than the series and the fraction, which
# need a number of terms that grows with the square root of the shape.
_LARGE = 30.0
TRANSITION = transition_series(24, skew=1.0)


def gamma_cdf(x: float, shape: float) -> float:
    """Return the probability of at most ``x``: the lower incomplete gamma ratio ``P(shape, x)``.

    Any shape > 0; zero at and below ``x = 0``, one at infinity. The relative error stays below
    1e-12 in the far tail too, down to 1e-300. DLMF 8.2.4; see ``_tails`` for the methods.
    """
    check_positive(shape, "shape")
    check_number(x)
    if x <= 0.0:
        return 0.0
    return _tails(x, shape)[0] if x < inf else 1.0


def gamma_sf(x: float, shape: float) -> float:
    """Return the probability of more than ``x``: the upper incomplete gamma ratio ``Q(shape, x)``.

    As accurate as ``gamma_cdf`` for shapes from 0.01; below, the relative error grows to about
    1e-15 / shape, because the whole tail is hardly larger than the shape. DLMF 8.2.4.
    """
    check_positive(shape, "shape")
    check_number(x)
    if x <= 0.0:
        return 1.0
    return _tails(x, shape)[1] if x < inf else 0.0


def gamma_ppf(p: float, shape: float) -> float:
    """Return the ``x`` below which lies the probability ``p``.

    Zero for ``p = 0``, infinite for ``p = 1``; zero as well where a small shape makes the quantile
    smaller than any float. Accurate relative to ``x`` for tiny ``p``; for ``p`` next to one the
    missing probability should be given to ``gamma_isf`` instead.
    """
    check_probability(p)
    check_positive(shape, "shape")
    if p == 1.0:
        return inf
    return _quantile(p, 1.0 - p, shape) if p else 0.0


def gamma_isf(q: float, shape: float) -> float:
    """Return the ``x`` above which lies the probability ``q``, accurate when ``q`` is tiny."""
    check_probability(q)
    check_positive(shape, "shape")
    if q == 1.0:
        return 0.0
    return _quantile(1.0 - q, q, shape) if q else inf


def approximate_log_quantile(p: float, q: float, shape: float) -> float:
    """Return roughly the logarithm of the quantile with ``p`` below and ``q = 1 - p`` above it.

    From the power series near zero (Gil, Segura and Temme 2012), the transition, or
    else, for a small shape, the leading term of the upper tail (DLMF 8.11.2), whichever holds.
    """
    log_power = (log(p) + lgamma(shape + 1.0)) / shape
    above = shape + 1.0
    if log_power < log(0.2 * above):
        r = exp(log_power) / above
        return log_power + r + r * r * (shape + 1.5) / (shape + 2.0)
    z = normal_ppf(p) if p < q else -normal_ppf(q)
    if z * z < 4.0 * shape:
        return log(shape) + transition_quantile(z, shape, TRANSITION[:14])
    y = max(1.0, -log(q) - lgamma(shape))
    return log(y + (shape - 1.0) * log(y))


def _quantile(p: float, q: float, shape: float) -> float:
    search = Search(approximate_log_quantile(p, q, shape))
    # So close to zero the power series is exact, and below -745 the quantile underflows.
    while not search.settled and search.at > -700.0:
        x = exp(search.at)
        lower, upper, density = _tails(x, shape)
        if p < q:
            search.move(lower, p, density, shape - x, -x)
        else:
            search.move(upper, q, -density, shape - x, -x)
    return exp(search.at)


def _tails(x: float, shape: float) -> tuple[float, float, float]:
    """Return the lower tail, the upper tail and ``x`` times the density.

    Below the mean the lower tail is computed, above it the upper one; the other is the complement
    and never much smaller. The density comes from the deviance
    (Loader 2000), since the exponents of ``x**shape * exp(-x) / gamma(shape)`` cancel.
    """
    excess = (x - shape) / shape
    deviance = log_ratio_minus(x / shape, excess)
    density = sqrt(shape / (2.0 * pi)) * exp(shape * deviance - stirling_error(shape))
    if shape > _LARGE and -0.5 < excess < 0.7:
        eta = copysign(sqrt(-2.0 * deviance), excess)
        series = TRANSITION[: transition_order(eta, shape) + 1]
        lower, upper = transition_tails(eta, shape, series)
    elif x < shape + 1.0:
        lower = density * _series(x, shape)
        upper = 1.0 - lower
    else:
        upper = density * _fraction(x, shape)
        lower = 1.0 - upper
    return lower, upper, density


def _series(x: float, shape: float) -> float:
    """Return lower tail / density from the series of positive terms DLMF 8.7.1."""
    term = total = 1.0 / shape
    while term > NEGLIGIBLE * total:
        shape += 1.0
        term *= x / shape
        total += term
    return total


def _fraction(x: float, shape: float) -> float:
    """Return upper tail / density from the even part of the continued fraction DLMF 8.9.2.

    Its partial numerators are ``-n (n - shape)``, its denominators ``x - shape + 2 n + 1``. Euler's
    equivalent series adds the differences of the convergents (Gautschi 1979).
    """
    denominator = x - shape + 1.0
    term = total = 1.0 / denominator
    ratio = 0.0
    n = 0.0
    while abs(term) > NEGLIGIBLE * total:
        n += 1.0
        following = denominator + 2.0
        part = n * (shape - n) / (denominator * following) * (1.0 + ratio)
        ratio = -part / (1.0 + part)
        term *= ratio
        total += term
        denominator = following
    return total
