"""Made-up chance: the same draws in the same order, on every machine."""

from math import exp
from random import Random

MOST_AT_ONCE = 30.0  # exp(-30) is far from the smallest float


class Chance:
    """A source of draws that begins at a seed."""

    def __init__(self, seed: int) -> None:
        """Begin at a seed."""
        # random() alone stays the same between versions of Python; its other methods may not.
        self._random = Random(seed).random  # noqa: S311 - made-up data, not secrets

    def around(self, middle: float, spread: float) -> float:
        """Return a number that is off by at most a share, 0.1 for 10 %; all are as likely."""
        return middle * (1 + spread * (2 * self._random() - 1))

    def count(self, mean: float) -> int:
        """Return a Poisson count: Knuth's product, a part of a large mean at a time."""
        counted = 0
        while mean > 0:
            product, least = self._random(), exp(-min(mean, MOST_AT_ONCE))
            while product > least:
                counted += 1
                product *= self._random()
            mean -= MOST_AT_ONCE
        return counted


class Steady:
    """Counts that vary as chance does from day to day, but over a month come close to their plan.

    What chance gave or withheld is paid back over the following days.
    """

    PAID_BACK = 0.4  # of what is owed, each day

    def __init__(self, chance: Chance) -> None:
        """Begin with nothing owed."""
        self._chance = chance
        self._owed = 0.0

    def count(self, mean: float) -> int:
        """Return the count of the next day, of which `mean` is planned."""
        counted = self._chance.count(mean + self.PAID_BACK * self._owed)
        self._owed += mean - counted
        return counted
