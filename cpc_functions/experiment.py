"""Two arms of an experiment compared by cost per conversion."""

from math import inf

from cpc_functions.arguments import (
    Confidence,
    Conversions,
    Cost,
    Dispersion,
    PriorConversions,
    PriorCost,
)
from cpc_functions.catalogue import Example, Unit, udf
from cpc_functions.cells import Cell, CellError, ErrorCode, attempt
from cpc_functions.rate_ratio import PaidArm, central_p, chance_b_cheaper, limits, ratio
from cpc_functions.texts import say

JEFFREYS = PaidArm(cost=0.0, conversions=0.5)
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


def _spent(**costs: float) -> None:
    for name, cost in costs.items():
        if cost == 0:
            raise CellError(
                ErrorCode.DIV0,
                f"{name}: an arm without cost has no cost per conversion; compare arms that spent.",
            )
