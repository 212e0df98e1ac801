"""Conversion rates: Wilson's interval, Newcombe's for a difference, the pooled z test."""

from math import hypot, sqrt
from typing import NamedTuple

from cpc_functions.distributions import normal_ppf, normal_sf


class ClickArm(NamedTuple):
    """The conversions and the clicks of one arm of an experiment."""

    conversions: float
    clicks: float

    @property
    def rate(self) -> float:
        """Return the conversion rate."""
        return self.conversions / self.clicks


def wilson(rate: float, trials: float, confidence: float) -> tuple[float, float]:
    """Return Wilson's interval (1927) for a share seen in so many trials."""
    z = normal_ppf(0.5 + confidence / 2)
    centre = rate + z * z / (2 * trials)
    half = z * sqrt(rate * (1 - rate) / trials + (z / (2 * trials)) ** 2)
    scale = 1 + z * z / trials
    return max(0.0, (centre - half) / scale), min(1.0, (centre + half) / scale)


def difference_limits(a: ClickArm, b: ClickArm, confidence: float) -> tuple[float, float]:
    """Return the limits of rate A minus rate B: method 10 of Newcombe 1998.

    The distances of both Wilson limits add up as independent errors do. Unlike the textbook
    interval it stays within -1 and 1 and does not shrink to nothing at rates of 0 and 1.
    """
    low_a, high_a = wilson(a.rate, a.clicks, confidence)
    low_b, high_b = wilson(b.rate, b.clicks, confidence)
    difference = a.rate - b.rate
    low = difference - hypot(a.rate - low_a, high_b - b.rate)
    high = difference + hypot(high_a - a.rate, b.rate - low_b)
    return max(low, -1.0), min(high, 1.0)


def pooled_z_p(a: ClickArm, b: ClickArm) -> float:
    """Return the two-sided p of equal rates by the normal approximation, 1 without any variance."""
    pooled = (a.conversions + b.conversions) / (a.clicks + b.clicks)
    variance = pooled * (1.0 - pooled) * (1.0 / a.clicks + 1.0 / b.clicks)
    if variance <= 0:
        return 1.0
    return 2.0 * normal_sf(abs(a.rate - b.rate) / sqrt(variance))
