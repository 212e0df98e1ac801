"""Quality score and what it does to the price of a click: simplified models."""

from math import fsum
from typing import Annotated

from cpc_functions.arguments import Impressions
from cpc_functions.catalogue import Arg, Column, Example, Unit, udf
from cpc_functions.cells import Cell, ErrorCode, divide, is_blank, number

SCORE = Arg("Quality score, 1 to 10.", Unit.SCORE, at_least=1, at_most=10)
Score = Annotated[float, SCORE]
ScoreOrDash = Annotated[Cell, SCORE._replace(meaning='Quality score, 1 to 10; "--" is none.')]
AnyScore = Annotated[float, SCORE._replace(meaning="Quality score, at most 10.", at_least=0)]
Points = Annotated[float, Arg("Quality score gained; lost is negative.", Unit.NUMBER)]
PerPoint = Annotated[
    float, Arg("Change of the cost per conversion for a point.", Unit.FRACTION, at_least=0)
]
Bid = Annotated[float, Arg("Maximum bid for a click.", Unit.MONEY, at_least=0)]
RankBelow = Annotated[float, Arg("Ad rank of the advertiser below.", Unit.NUMBER, at_least=0)]
Increment = Annotated[float, Arg("Smallest step of the auction.", Unit.MONEY, at_least=0)]
NO_SCORE = ("--", "-", "—", "–")


@udf(
    unit=Unit.SCORE,
    examples=[
        Example(([[8], [5], [3]], [[1000], [3000], [1000]]), 5.2),
        Example(([["Quality score"], [8], ["--"], [None]], [["Impr."], [100], [900], [50]]), 8.0),
        Example(([[11]], [[100]]), ErrorCode.NUM),
        Example(([["--"]], [[100]]), ErrorCode.DIV0),
    ],
)
def qs_weighted(quality_scores: Column[ScoreOrDash], impressions: Column[Impressions]) -> float:
    """Return the quality score of an account, each keyword weighted by its impressions.

    Keywords without a score (blank or "--") are left out together with their impressions.

    Errors: #DIV/0! without impressions; #NUM! for a score outside 1 to 10; #VALUE! for other
    text.

    When not to trust it: quality score is a diagnostic of 1 to 10, not what enters the auction.

    Source: Kim 2013, impression-weighted quality score.
    """
    scored = [
        (SCORE.check(number(score, "quality_scores"), "quality_scores"), shown)
        for score, shown in zip(quality_scores, impressions, strict=True)
        if not is_blank(score) and str(score).strip() not in NO_SCORE
    ]
    return divide(
        fsum(score * shown for score, shown in scored),
        fsum(shown for _, shown in scored),
        "impressions with a score",
    )


@udf(
    unit=Unit.FRACTION,
    examples=[
        Example((5, 8), -0.375),
        Example((5, 2), 1.5),
        Example((None, 8), ErrorCode.NUM),
    ],
)
def qs_click_cost_change(from_qs: Score, to_qs: Score) -> float:
    """Return the change of the click cost by quality score, in the simplified ad-rank model.

    The old auction formula with everything else held fixed: old score / new score - 1.

    Errors: #NUM! for a score outside 1 to 10.

    When not to trust it: simplified model. Google sets the price from quality at auction time,
    thresholds and context; raising the score is no promise of a lower price.

    Source: Danuloff, table of quality score discounts; consequence of bid * score ranking.
    """
    return from_qs / to_qs - 1


@udf(
    unit=Unit.FRACTION,
    examples=[
        Example((1,), -0.16),
        Example((-1, 0.13), 0.13),
        Example((None,), 0.0),
        Example((1, -0.1), ErrorCode.NUM),
    ],
)
def qs_cpc_change(points: Points, per_point: PerPoint = 0.16) -> float:
    """Return the change of the cost per conversion that points of quality score went with.

    An observation over many accounts, linear in the points, not a cause.

    Errors: #NUM! for a negative change per point.

    When not to trust it: weak. A later study of the same question found 13 % a point and R² =
    0.012: the score explains about one per cent of the differences.

    Source: Kim 2013 (16 % a point); Baadsgaard 2017 (13 %, R² = 0.012).
    """
    return -per_point * points


@udf(
    unit=Unit.NUMBER,
    examples=[
        Example((0.55, 1.7), 0.935),
        Example((None, 8), 0.0),
        Example((0.55, 12), ErrorCode.NUM),
    ],
)
def ad_rank(bid: Bid, qs: AnyScore) -> float:
    """Return the ad rank in the simplified historic model: bid times quality score.

    Errors: #NUM! for a negative bid or a score outside 0 to 10.

    When not to trust it: simplified model; today's auctions weigh more than these two.

    Source: the published ad-rank model of the early auctions.
    """
    return bid * qs


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((100, 8), 12.51),
        Example((50, 10, 0), 5.0),
        Example((None, 8), 0.01),
        Example((1, 0), ErrorCode.DIV0),
    ],
)
def actual_click_cost(rank_below: RankBelow, qs: AnyScore, increment: Increment = 0.01) -> float:
    """Return the click cost in the simplified model: just enough to beat the rank below.

    Errors: #DIV/0! for a score of 0; #NUM! for a negative rank or a score above 10.

    When not to trust it: simplified model; thresholds and context set today's price.

    Source: the published second-price model, rank below / score + 0.01.
    """
    return divide(rank_below, qs, "points of quality") + increment
