"""A test that may be read every day."""

from itertools import accumulate
from math import exp, inf, log
from typing import Annotated

from cpc_functions.arguments import Conversions, Cost, Dispersion
from cpc_functions.catalogue import Arg, Column, Example, Unit, udf
from cpc_functions.cells import Cell, CellError, ErrorCode, attempt
from cpc_functions.distributions import log_beta

Concentration = Annotated[
    float,
    Arg(
        "How close to equal the two costs per conversion are expected to be; 100 when left out, "
        "less for large differences.",
        Unit.COUNT,
        above=0,
    ),
]

# Five points of drift are allowed; this much more is rounding of the shares, not drift.
MOST_DRIFT = 0.05 + 1e-12
LOOKS = ([[213.11], [201.35]], [[5], [2]], [[213.11], [201.35]], [[9], [10]])


@udf(
    unit=Unit.FRACTION,
    aligned=True,
    examples=[
        Example(LOOKS, [[0.995024153537], [0.63077636061]], "o08b", 1e-9),
        Example(([[50]], [[8]], [[50]], [[3]], None, 20), [[0.822917101855]], "o08a", 1e-9),
        Example(([[50]], [[16]], [[50]], [[6]], 2, 20), [[0.822917101855]], "o08a", 1e-9),
        Example(([[50]], [[None]], [[50]], [[None]]), [[1.0]]),
        Example(([[50], [50]], [[1], [1]], [[0], [50]], [[0], [1]]), [[ErrorCode.NA], [1.0]]),
        Example(([[-50]], [[8]], [[50]], [[3]]), ErrorCode.NUM),
    ],
)
def ab_seq(
    cost_a: Column[Cost],
    conversions_a: Column[Conversions],
    cost_b: Column[Cost],
    conversions_b: Column[Conversions],
    dispersion: Dispersion = 1,
    concentration: Concentration = 100,
) -> list[Cell]:
    """Return a p-value for each look that stays valid whenever the test is stopped.

    One row per day. An ordinary p-value that is read every day falls below 0.05 in a quarter to a
    third of all tests between equal arms; this one in at most one of twenty, whenever the reader
    stops. It is the smallest inverse Bayes factor so far, and needs a fixed split of the spend.

    Errors: #N/A before both arms have spend, and from the look on at which the share of the spend
    has moved by more than five points; #NUM! for a negative cost or count.

    When not to trust it: while the conversions of the last days are still coming in.

    Source: Robbins 1970; Lindon & Malek, NeurIPS 2022.
    """
    totals = map(accumulate, (cost_a, conversions_a, cost_b, conversions_b))
    test = _Test(dispersion, concentration)
    return [attempt(test.look, *so_far) for so_far in zip(*totals, strict=True)]


class _Test:
    """What a sequence of looks has seen: the smallest p, and where the split has been."""

    def __init__(self, dispersion: float, concentration: float) -> None:
        self._dispersion = dispersion
        self._concentration = concentration
        self._smallest = 1.0
        self._least, self._most = inf, -inf

    def look(self, cost_a: float, count_a: float, cost_b: float, count_b: float) -> float:
        """Return the p-value at the totals so far."""
        for name, cost in (("cost_a", cost_a), ("cost_b", cost_b)):
            if cost == 0:
                raise CellError(
                    ErrorCode.NA, f"{name}: nothing is spent yet, so there is nothing to compare."
                )
        share_a, share_b = 1.0 / (1.0 + cost_b / cost_a), 1.0 / (1.0 + cost_a / cost_b)
        self._least, self._most = min(self._least, share_b), max(self._most, share_b)
        if self._most - self._least > MOST_DRIFT:
            raise CellError(
                ErrorCode.NA,
                f"cost_b: its share of the spend has been between {self._least:.1%} and "
                f"{self._most:.1%}; keep the split fixed, or use AB_CPC once at the end.",
            )
        evidence = self._log_bayes_factor(count_a, share_a, count_b, share_b)
        self._smallest = min(self._smallest, exp(-max(evidence, 0.0)))
        return self._smallest

    def _log_bayes_factor(
        self, count_a: float, share_a: float, count_b: float, share_b: float
    ) -> float:
        """Return how much better a beta mixture around the split explains the conversions."""
        a, b = count_a / self._dispersion, count_b / self._dispersion
        before_a, before_b = self._concentration * share_a, self._concentration * share_b
        mixture = log_beta(before_b + b, before_a + a) - log_beta(before_b, before_a)
        return mixture - b * log(share_b) - a * log(share_a)
