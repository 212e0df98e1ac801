"""The exact two-sided binomial test."""

from math import ceil

from cpc_functions.distributions import binomial_at_least, binomial_at_most
from cpc_functions.incomplete_beta import Beta

# R and scipy call two outcomes equally likely up to this relative difference.
TIE = 1e-7


def binomial_p(successes: float, trials: float, chance: float) -> float:
    """Return the probability of all outcomes that are no more likely than the one seen.

    The outcomes on the other side of the mean become less likely outwards, so that the first that
    counts is found by bisection: a million trials cost twenty looks.
    """
    other = 1.0 - chance
    if successes > trials * chance:
        successes, chance, other = trials - successes, other, chance
    seen = _likelihood(successes, trials, chance, other)
    low, high = float(ceil(trials * chance)), trials + 1.0
    if successes >= low:
        return 1.0
    while low < high:
        middle = (low + high) // 2.0
        if _likelihood(middle, trials, chance, other) <= seen * (1.0 + TIE):
            high = middle
        else:
            low = middle + 1.0
    tail = binomial_at_most(successes, trials, chance)
    return min(1.0, tail + binomial_at_least(low, trials, chance))


def _likelihood(successes: float, trials: float, chance: float, other: float) -> float:
    """Return a multiple of the probability of an outcome, without the cancelling of factorials."""
    return Beta(successes + 1.0, trials - successes + 1.0).tails(chance, other)[2]
