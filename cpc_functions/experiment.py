"""Two arms of an experiment compared: by cost per conversion, by conversion rate, by size."""

from math import inf
from typing import Annotated

from cpc_functions.arguments import (
    Clicks,
    Confidence,
    Conversions,
    Cost,
    Dispersion,
    PriorConversions,
    PriorCost,
)
from cpc_functions.binomial_test import binomial_p
from cpc_functions.boschloo import boschloo_p
from cpc_functions.catalogue import Arg, Example, Unit, udf
from cpc_functions.cells import Cell, CellError, ErrorCode, attempt
from cpc_functions.incomplete_beta import Beta
from cpc_functions.posterior import compare
from cpc_functions.proportions import ClickArm, difference_limits, pooled_z_p
from cpc_functions.rate_ratio import PaidArm, central_p, chance_b_cheaper, limits, ratio
from cpc_functions.texts import say

Count = Annotated[float, Arg("People or clicks that were assigned.", Unit.WHOLE, at_least=0)]
ShareB = Annotated[
    float,
    Arg(
        "The share that B should have got; 0.5 when left out.",
        Unit.FRACTION,
        above=0,
        below=1,
        cure="write 0.5 or 50 %, not 50",
    ),
]

JEFFREYS = PaidArm(cost=0.0, conversions=0.5)
# Up to here Boschloo's test is quick; beyond, the normal approximation is close.
MOST_EXACT_CLICKS = 200.0
UNBOUNDED = CellError(
    ErrorCode.DIV0, "B has no conversions yet: no upper limit; the low one stands."
)


@udf(
    unit=Unit.RATIO,
    columns=("CPC B / CPC A", "low", "high", "p", "P(B cheaper)", "verdict"),
    examples=[
        Example(
            (90000, 300, 91000, 360),
            [
                [
                    *(0.842592592593, 0.720471167184, 0.984853544905, 0.0310896071471),
                    *(0.9859155727, "B is cheaper"),
                ]
            ],
            "R poisson.test, o05; o06b",
            1e-9,
        ),
        Example(
            (90000, 300, 91000, 360, 0.99),
            [
                [
                    *(0.842592592593, 0.6863683199054, 1.0332384140916, 0.0310896071471),
                    *(0.9859155727, "cannot tell"),
                ]
            ],
            "scipy beta.ppf",
            1e-9,
        ),
        Example(
            (90000, 300, 91000, 360, None, 2),
            [
                [
                    *(0.8425925926, 0.673871613, 1.05232223, 0.1344843891),
                    *(0.9396448624, "cannot tell"),
                ]
            ],
            "R pbeta, qbeta, o05c",
            1e-8,
        ),
        Example(
            (500, None, 500, None),
            [[ErrorCode.DIV0, 0.0, ErrorCode.DIV0, 1.0, 0.5, "cannot tell"]],
            "R poisson.test, o05",
        ),
        Example((500, 3, None, 2), ErrorCode.DIV0),
        Example((500, 3, 500, -2), ErrorCode.NUM),
    ],
)
def ab_cpc(
    cost_a: Cost,
    conversions_a: Conversions,
    cost_b: Cost,
    conversions_b: Conversions,
    confidence: Confidence = 0.95,
    dispersion: Dispersion = 1,
) -> list[Cell]:
    """Return how the cost per conversion of B compares with that of A, and how sure that is.

    Six cells: the ratio of the two, its interval, p, the probability that B is cheaper and a
    verdict. The test is exact at any count and any split of the cost; p is below 1 - confidence
    exactly when the interval leaves out 1, which the p of R's poisson.test does not promise.

    Errors: #DIV/0! for an arm without cost; without conversions in B in the cells of the ratio
    and the high limit only; #NUM! for a negative cost or count, or a dispersion below 1.

    When not to trust it: when days vary more than Poisson, give the DISPERSION of the daily rows,
    or false alarms come at three to six times the promised rate; when it is read every day until
    it says what one hopes, use AB_SEQ.

    Source: Lehmann & Romano; Clopper & Pearson 1934; Fay 2010.
    """
    a = PaidArm(cost_a, conversions_a / dispersion)
    b = PaidArm(cost_b, conversions_b / dispersion)
    _spent(cost_a=cost_a, cost_b=cost_b)
    low, high = limits(a, b, confidence)
    verdict = "B is cheaper" if high < 1 else "A is cheaper" if low > 1 else "cannot tell"
    return [
        attempt(ratio, a, b),
        low,
        UNBOUNDED if high == inf else high,
        central_p(a, b),
        chance_b_cheaper(a, b, JEFFREYS),
        say(verdict),
    ]


@udf(
    unit=Unit.FRACTION,
    examples=[
        Example((1500, 3, 1500, 8), 0.2265625, "R binom.test, o05"),
        Example((500, None, 500, None), 1.0, "R poisson.test, o05"),
        Example((None, 3, 1500, 8), ErrorCode.DIV0),
    ],
)
def ab_cpc_p(
    cost_a: Cost, conversions_a: Conversions, cost_b: Cost, conversions_b: Conversions
) -> float:
    """Return the p-value of two equal costs per conversion.

    The exact central test: twice the smaller tail of the binomial distribution that splits the
    conversions by cost. It is the p of AB_CPC without a dispersion.

    Errors: #DIV/0! for an arm without cost; #NUM! for a negative cost or count.

    When not to trust it: as AB_CPC.

    Source: Fay 2010.
    """
    _spent(cost_a=cost_a, cost_b=cost_b)
    return central_p(PaidArm(cost_a, conversions_a), PaidArm(cost_b, conversions_b))


@udf(
    unit=Unit.FRACTION,
    examples=[
        Example((1500, 3, 1500, 8), 0.9359739536, "R quadrature, o06b", 1e-9),
        Example((30000, 120, 60000, 180, 1), 0.007426274451, "R quadrature, o06b", 1e-9),
        Example((1000, 0, 1000, 5, 2, 300), 0.96484375, "R quadrature, o06b"),
        Example((500, None, 500, None), 0.5, "R quadrature, o06b"),
        Example((None, None, 500, 2), ErrorCode.DIV0),
        Example((1500, 3, 1500, 8, 0), ErrorCode.NUM),
    ],
)
def ab_cpc_prob(
    cost_a: Cost,
    conversions_a: Conversions,
    cost_b: Cost,
    conversions_b: Conversions,
    prior_conversions: PriorConversions = 0.5,
    prior_cost: PriorCost = 0,
) -> float:
    """Return the probability that B has the lower cost per conversion.

    Both arms begin with the same prior knowledge: conversions, and the cost that brought them.
    Left out it is Jeffreys' prior, which knows next to nothing. Unlike p this is the probability
    that most people want to know.

    Errors: #DIV/0! for an arm without cost, unless the prior has some; #NUM! for a negative cost
    or count, or a prior of 0 conversions.

    When not to trust it: as AB_CPC; it says nothing of how much cheaper.

    Source: gamma posteriors of two Poisson rates; Evan Miller's formula for counts as a tail of
    the beta distribution.
    """
    _spent(cost_a=cost_a + prior_cost, cost_b=cost_b + prior_cost)
    a, b = PaidArm(cost_a, conversions_a), PaidArm(cost_b, conversions_b)
    return chance_b_cheaper(a, b, PaidArm(prior_cost, prior_conversions))


@udf(
    unit=Unit.FRACTION,
    columns=(
        *("A − B", "low", "high", "p"),
        *("P(B better)", "expected loss A", "expected loss B"),
    ),
    examples=[
        Example(
            (200, 1000, 250, 1000),
            [
                [
                    *(-0.05, -0.0864509947188, -0.0133959698861, 0.00741964926103),
                    *(0.99628332913, 0.049921563228, 2.13636268026e-05),
                ]
            ],
            "R prop.test, Epi::ci.pd, o04; mpmath",
            1e-9,
        ),
        Example(
            (200, 1000, 250, 1000, 0.9),
            [
                [
                    *(-0.05, -0.080603191954161, -0.019289011592515, 0.00741964926103),
                    *(0.99628332913, 0.049921563228, 2.13636268026e-05),
                ]
            ],
            "scipy proportion_ci(method='wilson') by Newcombe's formula; mpmath",
            1e-9,
        ),
        Example(
            (None, None, None, None),
            [
                [
                    *(ErrorCode.DIV0, ErrorCode.DIV0, ErrorCode.DIV0, 1.0),
                    *(0.5, 0.1666666667, 0.1666666667),
                ]
            ],
            "R quadrature, o06a",
            1e-9,
        ),
        Example((30, 20, 10, 20), ErrorCode.NUM),
    ],
)
def ab_cvr(
    conversions_a: Conversions,
    clicks_a: Clicks,
    conversions_b: Conversions,
    clicks_b: Clicks,
    confidence: Confidence = 0.95,
) -> list[Cell]:
    """Return how the conversion rates of two arms differ, and what choosing either would lose.

    Seven cells: rate A minus rate B, its interval, p, the probability that B is better, and the
    rate that choosing A or choosing B loses on average. p is Boschloo's exact test up to 200
    clicks in each arm, the pooled z test beyond, or where counts are not whole.

    Errors: #NUM! for more conversions than clicks, or a negative count; without clicks #DIV/0!
    in the cells of the difference only.

    When not to trust it: to choose between ads by money; a better rate may cost more per click,
    which AB_CPC sees.

    Source: Newcombe 1998, method 10; Boschloo 1970; Beta(1, 1) priors as Evan Miller's.
    """
    a, b = ClickArm(conversions_a, clicks_a), ClickArm(conversions_b, clicks_b)
    for name, arm in (("a", a), ("b", b)):
        if arm.conversions > arm.clicks:
            raise CellError(
                ErrorCode.NUM,
                f"conversions_{name}: {arm.conversions:g} is more than the {arm.clicks:g} of "
                f"clicks_{name}; use AB_CPC, which takes any count.",
            )
    unlike = compare(
        *(Beta(arm.conversions + 1.0, arm.clicks - arm.conversions + 1.0) for arm in (a, b))
    )
    if a.clicks == 0 or b.clicks == 0:
        empty = "clicks_a" if a.clicks == 0 else "clicks_b"
        gap = CellError(ErrorCode.DIV0, f"{empty}: there are no clicks to divide by.")
        return [gap, gap, gap, 1.0, *unlike]
    low, high = difference_limits(a, b, confidence)
    return [a.rate - b.rate, low, high, _equal_rates_p(a, b), *unlike]


@udf(
    unit=Unit.FRACTION,
    examples=[
        Example((500, 450), 0.11183864514158, "scipy binomtest", 1e-9),
        Example((600, 450, 0.4), 0.063066064837060, "scipy binomtest", 1e-9),
        Example((None, None), 1.0),
        Example((10.5, 9), ErrorCode.NUM),
        Example((500, 450, 50), ErrorCode.NUM),
    ],
)
def srm_p(count_a: Count, count_b: Count, share_b: ShareB = 0.5) -> float:
    """Return the p-value of a fair split: a tiny one says that the experiment is broken.

    A sample ratio mismatch means that people went missing in one arm: a redirect that fails, a
    bot filter, a tag that fires late. Below 0.001 look for the fault and trust no other figure.

    Errors: #NUM! for a negative count, one that is not whole, or a share outside 0 to 1.

    When not to trust it: where the platform moves traffic to the better arm by itself.

    Source: exact binomial test, as R binom.test; the check of GrowthBook.
    """
    return binomial_p(count_b, count_a + count_b, share_b)


def _spent(**costs: float) -> None:
    for name, cost in costs.items():
        if cost == 0:
            raise CellError(
                ErrorCode.DIV0,
                f"{name}: an arm without cost has no cost per conversion; compare arms that spent.",
            )


def _equal_rates_p(a: ClickArm, b: ClickArm) -> float:
    counts = (*a, *b)
    if max(counts) <= MOST_EXACT_CLICKS and all(count.is_integer() for count in counts):
        return boschloo_p(*map(int, counts))
    return pooled_z_p(a, b)
