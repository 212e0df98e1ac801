"""What an interval says about a target."""

from math import ceil, inf, log1p

from cpc_functions.arguments import (
    Confidence,
    Conversions,
    Cost,
    Customers,
    PositiveTarget,
    TargetCPC,
)
from cpc_functions.catalogue import Example, Sum, Unit, udf
from cpc_functions.cells import Cell, CellError, ErrorCode, attempt, divide
from cpc_functions.poisson import cost_limits, mean_interval
from cpc_functions.proportions import wilson
from cpc_functions.texts import rounded, say

MOST = 1_000_000


@udf(
    unit=Unit.TEXT,
    examples=[
        Example((10000, 50, 120), "above target", "CPC_CI: 151.7 to 269.5"),
        Example((10000, 100, 150), "below target", "CPC_CI: 82.2 to 122.9"),
        Example(
            (10000, 50, 180),
            "cannot tell: about 297 more conversions needed",
            "scipy: the least n with 200 * n / gamma.isf(0.025, n + 1) > 180 is 347",
        ),
        Example((10000, 50, 140, 0.99), "above target", "CPC_CI at 99 %: 140.3 to 297.1"),
        Example((200, None, 100), "cannot tell: without a conversion, above target at 369 spent"),
        Example((10000, 50, 0), ErrorCode.NUM),
    ],
)
def cpc_verdict(
    cost: Cost, conversions: Conversions, target: PositiveTarget, confidence: Confidence = 0.95
) -> str:
    """Return whether the cost per conversion is above target, below target, or cannot be told.

    It is told when the whole exact interval lies on one side of the target. When it cannot tell,
    it says how many more conversions are needed if the cost per conversion stays as it is. The
    interval is two-sided; STOP_AFTER asks the one-sided question alone.

    Errors: #NUM! for a target of 0 or below, a negative cost or count, or a confidence outside 0
    to 1. Without conversions it answers in words.

    When not to trust it: when it is read every day until it says what one hopes; AB_SEQ is made
    for peeking.

    Source: Garwood 1936.
    """
    low, high = cost_limits(cost, conversions, confidence)
    if low > target:
        return say("above target")
    if not isinstance(high, CellError) and high < target:
        return say("below target")
    return _missing(cost, conversions, target, confidence)


def _missing(cost: float, conversions: float, target: float, confidence: float) -> str:
    """Return that it cannot be told, and what is missing."""
    if conversions == 0:
        if cost == 0:
            return say("cannot tell: nothing was spent yet")
        spend = rounded(target * mean_interval(0.0, confidence)[1])
        return say("cannot tell: without a conversion, above target at {spend} spent", spend=spend)
    more = _more_needed(conversions, target * conversions / cost if cost else inf, confidence)
    if more == inf:
        return say("cannot tell: the figure equals the target")
    if more > MOST:
        return say("cannot tell: over {count} more conversions needed", count=MOST)
    return say("cannot tell: about {count} more conversions needed", count=int(more))


def _more_needed(conversions: float, target_over_cpc: float, confidence: float) -> float:
    """Return the least whole number of further conversions after which the verdict is told."""
    if target_over_cpc == 1:
        return inf

    def told(more: float) -> bool:
        count = conversions + more
        least, most = mean_interval(count, confidence)
        return count > target_over_cpc * most or count < target_over_cpc * least

    enough = 1.0
    while not told(enough):
        enough *= 2
        if enough > 2 * MOST:
            return enough
    too_few = enough / 2 if enough > 1 else 0.0
    while enough - too_few > 1:
        middle = ceil((enough + too_few) / 2)
        enough, too_few = (middle, too_few) if told(middle) else (enough, middle)
    return enough


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((100,), 299.57322735539910, "100 * -ln(0.05)"),
        Example((100, 0.9), 230.25850929940458, "100 * -ln(0.1)"),
        Example((None,), 0.0),
        Example((100, 1.5), ErrorCode.NUM),
    ],
)
def stop_after(target: TargetCPC, confidence: Confidence = 0.95) -> float:
    """Return the spend at which no conversion at all rules the target out.

    The rule of three: at 95 %, three times the target (2.9957 to be exact). Less spend without a
    conversion proves nothing yet. One-sided, because the question is only whether it is too dear;
    CPC_VERDICT asks both ways and so waits for 3.689 times the target.

    Errors: #NUM! for a negative target, or a confidence outside 0 to 1.

    When not to trust it: inside the conversion window, when late conversions may still come in.

    Source: Poisson, P(no conversion) = exp(-spend / target); Hanley & Lippman-Hand 1983.
    """
    return -target * log1p(-confidence)


@udf(
    unit=Unit.MONEY,
    examples=[
        Example(
            (5000, 100, 20),
            [
                ["figure", "value", "low", "high"],
                ["cost per conversion", 50.0, 41.10936286401843, 61.45224592756529],
                ["share that became customers", 0.2, 0.1333669333310325, 0.2888291655931589],
                ["cost per customer", 250.0, 161.87318141970331, 409.28187157117156],
            ],
            "scipy: gamma and binomtest(20, 100).proportion_ci(method='wilson')",
        ),
        Example(
            (5000, 100, 20, 0.9),
            [
                ["figure", "value", "low", "high"],
                ["cost per conversion", 50.0, 42.344434227901935, 59.42527872002773],
                ["share that became customers", 0.2, 0.1425018236602878, 0.27330380880961674],
                ["cost per customer", 250.0, 172.04585914876273, 377.22606006662016],
            ],
            "scipy: as above",
        ),
        Example((5000, 20, 100), ErrorCode.NUM),
        Example(
            (None, 10, 1),
            [
                ["figure", "value", "low", "high"],
                ["cost per conversion", 0.0, 0.0, 0.0],
                ["share that became customers", 0.1, 0.017876213095072896, 0.4041500267952385],
                ["cost per customer", 0.0, 0.0, 0.0],
            ],
            "scipy: binomtest(1, 10).proportion_ci(method='wilson')",
        ),
    ],
)
def cost_per_customer(
    cost: Sum[Cost],
    conversions: Sum[Conversions],
    customers: Sum[Customers],
    confidence: Confidence = 0.95,
) -> list[list[Cell]]:
    """Return what a conversion and a customer cost, and the share of conversions that stayed.

    The interval of the cost per customer carries both uncertainties, that of the conversions and
    that of the share, and is exact: when conversions are Poisson and each becomes a customer or
    not, the customers are Poisson too, and their count says all there is to know of their cost.

    Errors: #DIV/0! in the cells without a count to divide by; #NUM! for more customers than
    conversions, a negative cost or count, or a confidence outside 0 to 1.

    When not to trust it: when conversions of the period have not had time to become customers.

    Source: thinning of a Poisson count; Garwood 1936; Wilson 1927 for the share.
    """
    if customers > conversions:
        raise CellError(
            ErrorCode.NUM,
            f"customers: {customers:g} is more than the {conversions:g} conversions; "
            "count the customers that these conversions became.",
        )
    share = attempt(divide, customers, conversions, "conversions")
    limits: tuple[Cell, Cell] = (share, share)
    if not isinstance(share, CellError):
        limits = wilson(share, conversions, confidence)
    return [
        ["figure", "value", "low", "high"],
        [
            "cost per conversion",
            attempt(divide, cost, conversions, "conversions"),
            *cost_limits(cost, conversions, confidence),
        ],
        ["share that became customers", share, *limits],
        [
            "cost per customer",
            attempt(divide, cost, customers, "customers"),
            *cost_limits(cost, customers, confidence),
        ],
    ]
