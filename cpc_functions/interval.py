"""How far a cost per conversion can be trusted."""

from math import ceil, log1p
from typing import Annotated

from cpc_functions.arguments import (
    Clicks,
    Confidence,
    Conversions,
    Cost,
    PositiveTarget,
    PriorConversions,
    PriorCost,
)
from cpc_functions.catalogue import Arg, Example, Unit, udf
from cpc_functions.cells import CellError, ErrorCode, divide
from cpc_functions.distributions import gamma_sf, normal_ppf
from cpc_functions.poisson import METHODS, cost_limits, mean_interval
from cpc_functions.proportions import wilson
from cpc_functions.texts import rounded, say

Method = Annotated[
    str,
    Arg(
        "How the interval is made; exact never covers less than it says.",
        Unit.TEXT,
        choices=tuple(METHODS),
    ),
]
Precision = Annotated[
    float,
    Arg(
        "How far above it the true figure may lie: 0.2 is 20 % dearer.",
        Unit.FRACTION,
        above=0,
        at_most=10,
        cure="write 0.2 or 20 %",
    ),
]

GARWOOD = "scipy: cost / gamma.ppf(tail, conversions), cost / gamma.isf(tail, conversions + 1)"
WILSON = "scipy binomtest(k, n).proportion_ci(level, 'wilson')"


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((50000, 20), 1618.7318141970331, GARWOOD),
        Example((1000, 7, 0.99), 58.36487328168159, GARWOOD),
        Example((None, 7), 0.0),
        Example((1000, 0), 271.0850306818168, "1000 / -ln(0.025)"),
        Example((1000, 7, 95), ErrorCode.NUM),
    ],
)
def cpc_low(cost: Cost, conversions: Conversions, confidence: Confidence = 0.95) -> float:
    """Return the lower limit of the cost per conversion.

    The exact Poisson interval: the cost is known, the conversions are a count that could have
    come out otherwise. It answers without a conversion too: then the cost per conversion is at
    least this.

    Errors: #NUM! for a negative cost or count, or a confidence outside 0 to 1.

    When not to trust it: when days differ more than chance explains; CPC_CI_DAILY allows for it.

    Source: Garwood 1936; R poisson.test.
    """
    return cost / mean_interval(conversions, confidence)[1]


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((50000, 20), 4092.818715711716, GARWOOD),
        Example((1000, 7, 0.99), 490.83669762863684, GARWOOD),
        Example((None, 7), 0.0),
        Example((1000, 0), ErrorCode.DIV0),
    ],
)
def cpc_high(cost: Cost, conversions: Conversions, confidence: Confidence = 0.95) -> float:
    """Return the upper limit of the cost per conversion.

    Errors: #DIV/0! without conversions, because then there is no upper limit; #NUM! for a
    negative cost or count, or a confidence outside 0 to 1.

    When not to trust it: when days differ more than chance explains; CPC_CI_DAILY allows for it.

    Source: Garwood 1936; R poisson.test.
    """
    high = cost_limits(cost, conversions, confidence)[1]
    if isinstance(high, CellError):
        raise high
    return high


@udf(
    unit=Unit.MONEY,
    columns=("low", "high"),
    examples=[
        Example((50000, 20), [[1618.7318141970331, 4092.818715711716]], GARWOOD),
        Example((1000, 0), [[271.0850306818168, ErrorCode.DIV0]], "1000 / -ln(0.025)"),
        Example((1000, 7, 0.95, "midp"), [[72.217304596266, 326.627759100497]], "o02 G056", 1e-7),
        Example((None, 7), [[0.0, 0.0]]),
        Example((1000, 7, 0.95, "wald"), ErrorCode.VALUE),
    ],
)
def cpc_ci(
    cost: Cost, conversions: Conversions, confidence: Confidence = 0.95, method: Method = "exact"
) -> list[float | CellError]:
    """Return the interval that holds the true cost per conversion: low and high.

    Methods: exact (Garwood, never covers less than it says), midp and jeffreys (narrower, cover
    right on average), score and byar (closed forms). Ten conversions mean somewhere within a
    factor of four, and no method changes that.

    Errors: #DIV/0! in the high cell without conversions; #NUM! for a negative cost or count, or
    a confidence outside 0 to 1; #VALUE! for an unknown method.

    When not to trust it: when days differ more than chance explains; CPC_CI_DAILY allows for it.

    Source: Garwood 1936; Barker 2002; Swift 2009; R poisson.test.
    """
    return list(cost_limits(cost, conversions, confidence, method))


@udf(
    unit=Unit.TEXT,
    examples=[
        Example((31200, 100), "312 (257–383)  fair", GARWOOD),
        Example((1000, 7, 0.9), "143 (76.1–304)  too few", GARWOOD),
        Example((1000, 0), "no conversions yet: at least 271", "1000 / -ln(0.025)"),
        Example((None, 100), "0 (0–0)  fair"),
        Example((-5, 10), ErrorCode.NUM),
    ],
)
def salt(cost: Cost, conversions: Conversions, confidence: Confidence = 0.95) -> str:
    """Return the cost per conversion with its pinch of salt: figure, interval, grade.

    The grade is the upper limit over the lower: under 1.25 solid (at 95 %, from 318 conversions),
    under 1.6 fair (from 74), under 3 weak (from 15), else too few.

    Errors: #NUM! for a negative cost or count, or a confidence outside 0 to 1. Without
    conversions it answers in words.

    When not to trust it: when days differ more than chance explains; CPC_CI_DAILY allows for it.

    Source: Garwood 1936 for the interval; the grades are a convention of this product.
    """
    low, high = cost_limits(cost, conversions, confidence)
    if isinstance(high, CellError):
        return say("no conversions yet: at least {low}", low=rounded(low))
    least, most = mean_interval(conversions, confidence)
    grades = ((1.25, "solid"), (1.6, "fair"), (3.0, "weak"))
    grade = next((word for limit, word in grades if most / least < limit), "too few")
    figure = rounded(cost / conversions)
    return f"{figure} ({rounded(low)}–{rounded(high)})  {say(grade)}"


@udf(
    unit=Unit.FRACTION,
    examples=[
        Example((1000, 12, 100), 0.7468253060165366, "scipy gamma.sf(10, 12.5)"),
        Example((1000, 12, 100, 1), 0.7915564763948745, "scipy gamma.sf(10, 13)"),
        Example((1000, 12, 100, 2, 300), 0.5730445613480917, "scipy gamma.sf(13, 14)"),
        Example((1000, None, 100), 7.744216431044088e-06, "scipy gamma.sf(10, 0.5)"),
        Example((1000, 12, 0), ErrorCode.NUM),
    ],
)
def cpc_prob(
    cost: Cost,
    conversions: Conversions,
    target: PositiveTarget,
    prior_conversions: PriorConversions = 0.5,
    prior_cost: PriorCost = 0.0,
) -> float:
    """Return the probability that the true cost per conversion is below a target.

    Conversions given the spend are Poisson, with a gamma prior on the rate: 0.5 conversions at
    no cost (Jeffreys) unless you know more, such as 2 conversions for 300 last year.

    Errors: #DIV/0! before anything was spent; #NUM! for a target of 0 or below, or a negative
    cost or count.

    When not to trust it: when days differ more than chance explains, or with a prior that is hoped
    for rather than known.

    Source: gamma-Poisson conjugacy; R pgamma(cost / target, conversions + 0.5, lower = FALSE).
    """
    if cost + prior_cost + conversions == 0:
        raise CellError(ErrorCode.DIV0, "Nothing was spent and nothing won: nothing is known yet.")
    return gamma_sf((cost + prior_cost) / target, conversions + prior_conversions)


@udf(
    unit=Unit.COUNT,
    examples=[
        Example((0.2,), 116.0, "ceil((1.959964 / ln 1.2)^2)"),
        Example((0.5, 0.9), 17.0, "ceil((1.644854 / ln 1.5)^2)"),
        Example((None,), ErrorCode.NUM),
    ],
)
def conv_needed(precision: Precision, confidence: Confidence = 0.95) -> float:
    """Return how many conversions a cost per conversion needs to be that precise.

    Errors: #NUM! for a precision of 0 or below, or a confidence outside 0 to 1.

    When not to trust it: below about ten conversions, where the approximation is rough.

    Source: normal approximation of the log of a Poisson rate.
    """
    return float(ceil((normal_ppf(0.5 + confidence / 2) / log1p(precision)) ** 2))


@udf(
    unit=Unit.FRACTION,
    columns=("low", "high"),
    examples=[
        Example((15, 400), [[0.02285502981471087, 0.06094384244451341]], WILSON),
        Example((15, 400, 0.8), [[0.02709613460219454, 0.05168632569280236]], WILSON),
        Example((None, 10), [[0.0, 0.27753279986288926]], WILSON),
        Example((12, 10), ErrorCode.NUM),
        Example((0, 0), ErrorCode.DIV0),
    ],
)
def cvr_ci(conversions: Conversions, clicks: Clicks, confidence: Confidence = 0.95) -> list[float]:
    """Return the interval that holds the true conversion rate: low and high.

    Errors: #DIV/0! without clicks; #NUM! for more conversions than clicks, where a rate is no
    share any more (use CPC_CI on the cost).

    When not to trust it: when one click can bring several conversions.

    Source: Wilson 1927; Newcombe 1998.
    """
    if conversions > clicks:
        raise CellError(
            ErrorCode.NUM,
            f"conversions: {conversions:g} is more than the {clicks:g} clicks; "
            "use CPC_CI on the cost.",
        )
    rate = divide(conversions, clicks, "clicks")
    return list(wilson(rate, clicks, confidence))
