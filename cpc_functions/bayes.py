"""A beta prior learned from many small rates: empirical Bayes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp, lgamma, log

Trials = tuple[float, float]

MOST_TRIALS_OF_PRIOR = 1e6
"""A prior worth more trials than this says that the rows do not differ beyond chance."""


def beta_prior(rows: Iterable[Trials]) -> tuple[float, float] | None:
    """Return a and b of the beta distribution that (successes, trials) were drawn from.

    Maximum likelihood of the beta-binomial by Newton's method on log a and log b, started from
    the moments. None when the rows do not differ more than chance: the likelihood then rises
    without end towards one common rate.

    Source: Gelman et al., Bayesian Data Analysis, section 5.1; Robinson, empirical Bayes.
    """
    weights = Counter((y, n) for y, n in rows if n > 0)
    pooled = sum(y * w for (y, _), w in weights.items()) / sum(
        n * w for (_, n), w in weights.items()
    )
    if pooled in (0, 1) or not _varies(weights, pooled):
        return None
    point = (log(pooled * 20), log((1 - pooled) * 20))
    value = _log_likelihood(weights, point)
    for _ in range(100):
        step = _newton_step(weights, point)
        scale = 1.0
        while True:
            trial = (point[0] + scale * step[0], point[1] + scale * step[1])
            better = _log_likelihood(weights, trial)
            if better >= value or scale < 1e-10:
                break
            scale /= 2
        moved = max(abs(trial[0] - point[0]), abs(trial[1] - point[1]))
        point, value = (trial, better) if better >= value else (point, value)
        if moved < 1e-12 or max(point) > log(MOST_TRIALS_OF_PRIOR):
            break
    a, b = exp(point[0]), exp(point[1])
    return None if a + b > MOST_TRIALS_OF_PRIOR else (a, b)


def _varies(weights: Counter[Trials], rate: float) -> bool:
    """Return whether a little variance between the rows would raise the likelihood.

    The derivative of the beta-binomial's likelihood by 1 / (a + b), at 0 (Tarone 1979).
    """
    return (
        sum(
            w * (((y - n * rate) ** 2 - (y - n * rate) * (1 - 2 * rate)) / (rate * (1 - rate)) - n)
            for (y, n), w in weights.items()
        )
        > 0
    )


def _log_likelihood(weights: Counter[Trials], point: Sequence[float]) -> float:
    a, b = exp(point[0]), exp(point[1])
    base = lgamma(a + b) - lgamma(a) - lgamma(b)
    return sum(
        w * (lgamma(a + y) + lgamma(b + n - y) - lgamma(a + b + n) + base)
        for (y, n), w in weights.items()
    )


def _newton_step(weights: Counter[Trials], point: Sequence[float]) -> tuple[float, float]:
    """Return the step to the top of the likelihood's parabola, or uphill where it has none."""
    a, b = exp(point[0]), exp(point[1])
    slope_a = slope_b = bend_a = bend_b = bend_ab = 0.0
    digamma_a, digamma_b, digamma_ab = digamma(a), digamma(b), digamma(a + b)
    trigamma_a, trigamma_b, trigamma_ab = trigamma(a), trigamma(b), trigamma(a + b)
    for (y, n), w in weights.items():
        both, both_bend = digamma_ab - digamma(a + b + n), trigamma_ab - trigamma(a + b + n)
        slope_a += w * (digamma(a + y) - digamma_a + both)
        slope_b += w * (digamma(b + n - y) - digamma_b + both)
        bend_a += w * (trigamma(a + y) - trigamma_a + both_bend)
        bend_b += w * (trigamma(b + n - y) - trigamma_b + both_bend)
        bend_ab += w * both_bend
    slope = (a * slope_a, b * slope_b)
    top, side, end = a * a * bend_a + slope[0], a * b * bend_ab, b * b * bend_b + slope[1]
    determinant = top * end - side * side
    if top < 0 and determinant > 0:
        step = (
            (side * slope[1] - end * slope[0]) / determinant,
            (side * slope[0] - top * slope[1]) / determinant,
        )
    else:
        step = slope
    longest = max(abs(step[0]), abs(step[1]), 2.0) / 2.0
    return step[0] / longest, step[1] / longest


def digamma(x: float) -> float:
    """Return the derivative of log gamma (DLMF 5.11.2 after the recurrence up to 10)."""
    total = 0.0
    while x < 10:
        total -= 1 / x
        x += 1
    z = 1 / (x * x)
    series = z * (
        1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z * (1 / 132 - z * 691 / 32760))))
    )
    return total + log(x) - 0.5 / x - series


def trigamma(x: float) -> float:
    """Return the second derivative of log gamma (DLMF 5.15.8 after the recurrence up to 10)."""
    total = 0.0
    while x < 10:
        total += 1 / (x * x)
        x += 1
    z = 1 / (x * x)
    series = z * (
        1 / 6 - z * (1 / 30 - z * (1 / 42 - z * (1 / 30 - z * (5 / 66 - z * 691 / 2730))))
    )
    return total + (1 + 0.5 / x + series) / x
