"""Intervals for the mean of a Poisson count."""

from collections.abc import Callable
from functools import lru_cache
from math import log, sqrt

from cpc_functions.distributions import gamma_cdf, gamma_isf, gamma_ppf, gamma_sf, normal_ppf
from cpc_functions.roots import root

Interval = tuple[float, float]


@lru_cache(maxsize=8192)
def mean_interval(count: float, confidence: float, method: str = "exact") -> Interval:
    """Return the limits of a Poisson mean; computed once per distinct count."""
    return METHODS[method](count, (1 - confidence) / 2)


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

    def too_many(mean: float) -> float:
        return (gamma_cdf(mean, count) + gamma_cdf(mean, count + 1)) / 2 - tail

    def too_few(mean: float) -> float:
        return (gamma_sf(mean, count) + gamma_sf(mean, count + 1)) / 2 - tail

    return root(too_many, low, count + 1), root(too_few, count, high)


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
