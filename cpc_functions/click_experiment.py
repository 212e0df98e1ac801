"""Two arms of an experiment compared by conversion rate, and whether they got their share."""

from typing import Annotated

from cpc_functions.arguments import (
    Clicks,
    Confidence,
    Conversions,
)
from cpc_functions.binomial_test import binomial_p
from cpc_functions.boschloo import boschloo_p
from cpc_functions.catalogue import Arg, Example, Unit, udf
from cpc_functions.cells import Cell, CellError, ErrorCode
from cpc_functions.incomplete_beta import Beta
from cpc_functions.posterior import compare
from cpc_functions.proportions import ClickArm, difference_limits, pooled_z_p

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

# Up to here Boschloo's test is quick; beyond, the normal approximation is close.
MOST_EXACT_CLICKS = 200.0


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


def _equal_rates_p(a: ClickArm, b: ClickArm) -> float:
    counts = (*a, *b)
    if max(counts) <= MOST_EXACT_CLICKS and all(count.is_integer() for count in counts):
        return boschloo_p(*map(int, counts))
    return pooled_z_p(a, b)
