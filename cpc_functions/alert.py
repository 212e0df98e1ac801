"""Which days stand out, and the figure without its daily noise."""

from math import fsum
from typing import Annotated

from cpc_functions.arguments import Alpha, Conversions, Cost, Day
from cpc_functions.catalogue import Arg, Column, Example, Unit, udf
from cpc_functions.cells import CellError, ErrorCode, attempt, divide
from cpc_functions.daily import pearson
from cpc_functions.distributions import binomial_at_most, gamma_cdf, gamma_sf
from cpc_functions.texts import say

LEAST_HISTORY = 14

Window = Annotated[
    float, Arg("Days to look back on.", Unit.WHOLE, at_least=LEAST_HISTORY, at_most=366)
]
RollingWindow = Annotated[float, Arg("Rows that are taken together.", Unit.WHOLE, at_least=1)]


@udf(
    unit=Unit.TEXT,
    aligned=True,
    examples=[
        Example(
            ([[46023 + day] for day in range(16)], [[100]] * 16, [[10]] * 15 + [[1]]),
            [[ErrorCode.NA]] * 14 + [[""], ["HIGH"]],
            "scipy: 2 * poisson.cdf(1, 10) = 0.000999",
        ),
        Example(
            (
                [[46023 + day] for day in range(16)],
                [[100]] * 16,
                [[10]] * 15 + [[20]],
                14,
                0.02,
            ),
            [[ErrorCode.NA]] * 14 + [[""], ["LOW"]],
            "scipy: 2 * poisson.sf(19, 10) = 0.0069",
        ),
        Example(([["soon"], [46024]], [[100], [100]], [[10], [10]]), ErrorCode.VALUE),
        Example(([[46023]], [[None]], [[10]]), [[ErrorCode.NA]]),
    ],
)
def cpc_alert(
    dates: Column[Day],
    cost: Column[Cost],
    conversions: Column[Conversions],
    window: Window = 28.0,
    alpha: Alpha = 0.0027,
) -> list[str | CellError]:
    """Return HIGH or LOW on the days whose cost per conversion is no chance, else nothing.

    Each day's conversions are compared with what its spend should have brought at the rate of
    the days before it, allowing for how much those days vary. A chart of the daily cost per
    conversion itself cries wolf: a day without conversions is always infinitely dear. Rows of
    the same day are taken together.

    Errors: #N/A for days with less than 14 days of history; #VALUE! for a date that is text;
    #NUM! for a negative cost or count.

    When not to trust it: below about 7 expected conversions a day no single day can say
    anything; use weeks. The newest days look dear until late conversions are in.

    Source: u-chart; Poisson and negative binomial tails, three sigma (alpha 0.0027).
    """
    by_day: dict[int, list[tuple[float, float]]] = {}
    for day, spent, won in zip(dates, cost, conversions, strict=True):
        by_day.setdefault(int(day), []).append((spent, won))
    days = sorted(by_day)
    sums = [(fsum(c for c, _ in by_day[d]), fsum(x for _, x in by_day[d])) for d in days]
    status: dict[int, str | CellError] = {}
    for place, day in enumerate(days):
        history = [pair for pair in sums[max(0, place - int(window)) : place] if pair[0] > 0]
        if len(history) < LEAST_HISTORY:
            status[day] = CellError(
                ErrorCode.NA,
                f"{len(history)} days with cost lie before this one; "
                f"{LEAST_HISTORY} are needed to know what is usual.",
            )
        else:
            status[day] = _status(*sums[place], history, alpha)
    return [status[int(day)] for day in dates]


def _status(
    cost: float, conversions: float, history: list[tuple[float, float]], alpha: float
) -> str:
    expected = cost * fsum(x for _, x in history) / fsum(c for c, _ in history)
    if expected == 0:
        return ""
    spread = pearson(history)
    if spread > 1:
        size, chance = expected / (spread - 1), 1 / spread
        few = _negative_binomial_at_most(conversions, size, chance)
        many = 1 - _negative_binomial_at_most(conversions - 1, size, chance)
    else:
        few = gamma_sf(expected, conversions + 1)
        many = gamma_cdf(expected, conversions) if conversions > 0 else 1.0
    if 2 * few < alpha:
        return say("HIGH")
    return say("LOW") if 2 * many < alpha else ""


def _negative_binomial_at_most(count: float, size: float, chance: float) -> float:
    """Return P(X <= count): as many successes as `size` come before the next failure."""
    if count < 0:
        return 0.0
    return 1 - binomial_at_most(size - 1, size + count, chance)


@udf(
    unit=Unit.MONEY,
    aligned=True,
    examples=[
        Example(
            ([[100], [200], [300]], [[10], [None], [20]], 2),
            [[ErrorCode.NA], [30.0], [25.0]],
        ),
        Example(([[70]] * 7, [[7]] * 7), [[ErrorCode.NA]] * 6 + [[10.0]]),
        Example(([[100]], [["n/a"]]), ErrorCode.VALUE),
        Example(([[100], [100]], [[0], [0]], 2), [[ErrorCode.NA], [ErrorCode.DIV0]]),
    ],
)
def cpc_rolling(
    cost: Column[Cost], conversions: Column[Conversions], window: RollingWindow = 7.0
) -> list[float | CellError]:
    """Return the cost per conversion of each row together with the rows before it.

    A ratio of rolling sums, so that a quiet day weighs as little as it cost.

    Errors: #N/A in the first rows, until the window is full; #DIV/0! for a window without
    conversions; #VALUE! for a window that is text; #NUM! for a negative cost or count.

    Source: ratio of moving sums.
    """
    width = int(window)
    early = CellError(ErrorCode.NA, f"The window of {width} rows is not full yet.")
    full = (
        attempt(divide, fsum(cost[i - width : i]), fsum(conversions[i - width : i]), "conversions")
        for i in range(width, len(cost) + 1)
    )
    return [*[early] * min(width - 1, len(cost)), *full]
