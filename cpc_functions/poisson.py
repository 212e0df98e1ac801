"""Intervals for the mean of a Poisson count, and for the cost of one."""

from collections.abc import Callable
from functools import lru_cache
from math import exp, log, sqrt

from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.distributions import gamma_cdf, gamma_isf, gamma_ppf, gamma_sf, normal_ppf
from cpc_functions.roots import root

Interval = tuple[float, float]
UNBOUNDED = "Without a conversion the cost per conversion has no upper limit."


@lru_cache(maxsize=8192)
def mean_interval(count: float, confidence: float, method: str = "exact") -> Interval:
    """Return the limits of a Poisson mean; computed once per distinct count."""
    return METHODS[method](count, (1 - confidence) / 2)


def cost_limits(
    cost: float, conversions: float, confidence: float, method: str = "exact"
) -> tuple[float, float | CellError]:
    """Return the low and high limit of a cost per conversion; #DIV/0! for no upper limit."""
    least, most = mean_interval(conversions, confidence, method)
    if conversions == 0 or least == 0:
        return cost / most, CellError(ErrorCode.DIV0, UNBOUNDED)
    return cost / most, cost / least


def _exact(count: float, tail: float) -> Interval:
    """Garwood 1936."""
    return (gamma_ppf(tail, count) if count > 0 else 0.0), gamma_isf(tail, count + 1)


def _jeffreys(count: float, tail: float) -> Interval:
    return (gamma_ppf(tail, count + 0.5) if count > 0 else 0.0), gamma_isf(tail, count + 0.5)


def _midp(count: float, tail: float) -> Interval:
    """Half of the probability of the count itself belongs to each tail (Barker 2002)."""
    if count == 0:
        return 0.0, -log(2 * tail)
    low, high = _exact(count, tail)

    def too_many(log_mean: float) -> float:
        mean = exp(log_mean)
        return (gamma_cdf(mean, count) + gamma_cdf(mean, count + 1)) / 2 - tail

    def too_few(mean: float) -> float:
        return (gamma_sf(mean, count) + gamma_sf(mean, count + 1)) / 2 - tail

    # The low limit of a fraction of a conversion lies powers of ten below it: sought by its log.
    least = exp(root(too_many, log(low), log(count + 1))) if low > 0 else 0.0
    return least, root(too_few, count, high)


def _score(count: float, tail: float) -> Interval:
    z = -normal_ppf(tail)
    centre, half = count + z * z / 2, z * sqrt(count + z * z / 4)
    return max(0.0, centre - half), centre + half


def _byar(count: float, tail: float) -> Interval:
    """Wilson-Hilferty's cube, as Rothman & Boice 1979 print it."""
    z, above = -normal_ppf(tail), count + 1
    low = 0.0
    if count > 0:
        low = max(0.0, count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3)
    return low, above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3


METHODS: dict[str, Callable[[float, float], Interval]] = {
    "exact": _exact,
    "midp": _midp,
    "jeffreys": _jeffreys,
    "score": _score,
    "byar": _byar,
}
