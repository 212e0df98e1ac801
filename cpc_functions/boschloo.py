"""Boschloo's exact test of two proportions: Fisher's p, used as a measure and not as an answer.

Fisher's test fixes the total number of successes, which nobody fixed, and is timid for it. Boschloo
1970 orders all tables by Fisher's p and takes the probability of the extreme ones at the success
rate that is worst for the claim. That is never above Fisher's p and still never too small.
"""

from collections.abc import Sequence
from itertools import accumulate, repeat
from math import comb, cos, pi, sin, sqrt
from operator import mul

# The p-value as a function of the angle asin(sqrt(rate)) bends on the scale of one standard error,
# which is the same everywhere: this many points per standard error miss no summit.
_POINTS_PER_ERROR = 4.0
_SUMMITS = 3
_GOLDEN = (sqrt(5.0) - 1.0) / 2.0
_NARROWINGS = 30


def boschloo_p(successes_a: int, trials_a: int, successes_b: int, trials_b: int) -> float:
    """Return the two-sided p of equal rates: twice the smaller one-sided p, 1 at most."""
    fewer_a = _OneSided(successes_a, trials_a, successes_b, trials_b)
    fewer_b = _OneSided(successes_b, trials_b, successes_a, trials_a)
    likely, unlikely = sorted((fewer_a, fewer_b), key=lambda side: side.fisher_p)
    p, angle = likely.maximum()
    # One value of the other side is a lower bound of its p, and mostly settles the question.
    if unlikely.probability(angle) < p:
        p = min(p, unlikely.maximum()[0])
    return min(1.0, 2.0 * p)


class _OneSided:
    """The test against the claim that the first arm does not succeed less often."""

    def __init__(self, few: int, trials: int, many: int, other_trials: int) -> None:
        self._ways = [float(comb(trials, k)) for k in range(trials + 1)]
        self._other_ways = [float(comb(other_trials, k)) for k in range(other_trials + 1)]
        fisher = _Fisher(trials, other_trials)
        self.fisher_p = fisher.p(few, many)
        # Fisher's p rises with the successes of the first arm and falls with those of the other:
        # the border of the extreme tables is a staircase, found by walking along it once.
        self._from: list[int] = []
        step = 0
        for k in range(trials + 1):
            while step <= other_trials and fisher.p(k, step) > self.fisher_p:
                step += 1
            self._from.append(step)

    def probability(self, angle: float) -> float:
        """Return the probability of the extreme tables at the success rate sin²(angle)."""
        success, failure = sin(angle) ** 2, cos(angle) ** 2
        first = _binomial(self._ways, success, failure)
        other = _binomial(self._other_ways, success, failure)
        at_least = [0.0, *accumulate(reversed(other))][::-1]
        return sum(
            [chance * at_least[step] for chance, step in zip(first, self._from, strict=True)]
        )

    def maximum(self) -> tuple[float, float]:
        """Return the largest probability over all success rates, and its angle."""
        trials = len(self._ways) + len(self._other_ways)
        points = int(_POINTS_PER_ERROR * pi * sqrt(trials)) + 8
        width = 0.5 * pi / points
        heights = [self.probability(width * point) for point in range(points + 1)]
        summits = sorted(
            (
                point
                for point, height in enumerate(heights)
                if height >= max(heights[max(point - 1, 0) : point + 2])
            ),
            key=heights.__getitem__,
        )
        return max(self._climb(width * point, width) for point in summits[-_SUMMITS:])

    def _climb(self, angle: float, width: float) -> tuple[float, float]:
        """Return the summit within one width of an angle, by golden section search."""
        low, high = max(angle - width, 0.0), min(angle + width, 0.5 * pi)
        best = (self.probability(angle), angle)
        left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        at_left, at_right = self.probability(left), self.probability(right)
        for _ in range(_NARROWINGS):
            best = max(best, (at_left, left), (at_right, right))
            if at_left > at_right:
                high, right, at_right = right, left, at_left
                left = high - _GOLDEN * (high - low)
                at_left = self.probability(left)
            else:
                low, left, at_left = left, right, at_right
                right = low + _GOLDEN * (high - low)
                at_right = self.probability(right)
        return best


class _Fisher:
    """Fisher's one-sided p in whole numbers: tables that tie must tie to the last digit."""

    def __init__(self, trials: int, other_trials: int) -> None:
        self._ways = [comb(trials, k) for k in range(trials + 1)]
        self._other_ways = [comb(other_trials, k) for k in range(other_trials + 1)]

    def p(self, few: int, many: int) -> float:
        """Return the probability of at most `few` of all successes in the first arm."""
        total = few + many
        fewest = max(0, total - len(self._other_ways) + 1)
        ways = sum(self._ways[k] * self._other_ways[total - k] for k in range(fewest, few + 1))
        return ways / comb(len(self._ways) + len(self._other_ways) - 2, total)


def _binomial(ways: Sequence[float], success: float, failure: float) -> list[float]:
    trials = len(ways) - 1
    successes = accumulate(repeat(success, trials), mul, initial=1.0)
    failures = list(accumulate(repeat(failure, trials), mul, initial=1.0))
    return [
        way * won * lost for way, won, lost in zip(ways, successes, reversed(failures), strict=True)
    ]
