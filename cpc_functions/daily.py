"""Intervals for days that differ more than chance explains."""

from math import fsum

from cpc_functions.arguments import Confidence, Conversions, Cost
from cpc_functions.catalogue import Column, Example, Unit, udf
from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.distributions import normal_sf, t_isf
from cpc_functions.poisson import mean_interval

LEAST_DAYS = 7
WEEK = [[50], [60], [55], [40], [70], [65], [45]]
CONVERTED = [[1], [None], [2], [0], [1], [3], [0]]


@udf(
    unit=Unit.MONEY,
    columns=("CPC", "low", "high", "dispersion"),
    examples=[
        Example(
            (WEEK, CONVERTED),
            [[55.0, 22.5421229, 187.1787267, 1.083516484]],
            "o18 d7_small: R glm(quasipoisson), qgamma",
            1e-8,
        ),
        Example(
            (WEEK, CONVERTED, 0.9),
            [[55.0, 26.0844183, 142.0007705, 1.083516484]],
            "o18 d7_small: R glm(quasipoisson), qgamma",
            1e-8,
        ),
        Example(([[50], [60]], [[1], [2]]), ErrorCode.NA),
    ],
)
def cpc_ci_daily(
    cost: Column[Cost], conversions: Column[Conversions], confidence: Confidence = 0.95
) -> list[list[float | CellError]]:
    """Return the cost per conversion of daily rows with an interval that allows for their spread.

    When days vary more than a Poisson count, the plain interval covers far less than it says:
    85 % instead of 95 % at twice the variance. Here the counts are divided by the dispersion and
    the level is widened by Student's t for the few days that measured it.

    Errors: #N/A with fewer than 7 days that had cost; #DIV/0! in the CPC and high cells without
    conversions; #NUM! for a negative cost or count, or a confidence outside 0 to 1.

    When not to trust it: with about 10 conversions in all spread with four times Poisson's
    variance it covers 90 % instead of 95 %.

    Source: McCullagh & Nelder, quasi-Poisson; Garwood 1936.
    """
    days = _days_with_cost(cost, conversions)
    spread = pearson(days)
    tail = normal_sf(t_isf((1 - confidence) / 2, len(days) - 1))
    spent, count = fsum(c for c, _ in days), fsum(x for _, x in days)
    least, most = (spread * limit for limit in mean_interval(count / spread, 1 - 2 * tail))
    low = spent / most
    if count == 0:
        none = CellError(ErrorCode.DIV0, "There are no conversions to divide by.")
        return [[none, low, none, spread]]
    return [[spent / count, low, spent / least, spread]]


@udf(
    unit=Unit.RATIO,
    examples=[
        Example((WEEK, CONVERTED), 1.083516484, "o18 d7_small: R glm(quasipoisson)", 1e-8),
        Example(([[50], [60]], [[1], [2]]), ErrorCode.NA),
    ],
)
def dispersion(cost: Column[Cost], conversions: Column[Conversions]) -> float:
    """Return how many times more the days vary than chance explains; at least 1.

    Pearson's chi-square over its degrees of freedom, with the conversions expected in proportion
    to the cost. Hand it to AB_CPC so that noisy days do not pass for a difference.

    Errors: #N/A with fewer than 7 days that had cost; #NUM! for a negative cost or count.

    Source: quasi-Poisson (McCullagh & Nelder); R glm(family = quasipoisson).
    """
    return pearson(_days_with_cost(cost, conversions))


def pearson(days: list[tuple[float, float]]) -> float:
    """Return Pearson's dispersion of (cost, conversions) rows, at least 1."""
    spent, count = fsum(c for c, _ in days), fsum(x for _, x in days)
    if count == 0:
        return 1.0
    rate = count / spent
    chi_square = fsum((x - rate * c) ** 2 / (rate * c) for c, x in days)
    return max(1.0, chi_square / (len(days) - 1))


def _days_with_cost(cost: list[float], conversions: list[float]) -> list[tuple[float, float]]:
    days = [(c, x) for c, x in zip(cost, conversions, strict=True) if c > 0]
    if len(days) < LEAST_DAYS:
        raise CellError(
            ErrorCode.NA,
            f"{len(days)} rows have a cost; {LEAST_DAYS} are needed to see how days vary.",
        )
    return days
