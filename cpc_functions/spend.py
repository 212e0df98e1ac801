"""What the next conversion costs, and how conversions follow spend."""

from typing import Annotated

from cpc_functions.arguments import CREDIT_CURE, Conversions, Cost, CPCValue
from cpc_functions.catalogue import Arg, Column, Example, Unit, udf
from cpc_functions.cells import CellError, ErrorCode, Rows, divide
from cpc_functions.curves import CURVES, fit, within_reach

Spend = Annotated[
    float,
    Arg("What was spent, one row per period.", Unit.MONEY, at_least=0, cure=CREDIT_CURE),
]
Wanted = Annotated[float, Arg("How many conversions are wanted.", Unit.COUNT, at_least=0)]
AtSpend = Annotated[float, Arg("The spend of one period at which to ask.", Unit.MONEY, above=0)]
CurveName = Annotated[
    str, Arg('How conversions follow spend; "power" when left out.', Unit.TEXT, choices=CURVES)
]
Points = Annotated[
    float,
    Arg("Number of spends in the table; 20 when left out.", Unit.WHOLE, at_least=2, at_most=1000),
]

_SPEND = [[100], [200], [300], [400], [500], [600]]
_LINEAR = [[4], [8], [12], [16], [20], [24]]
_LEVELLING = [[10], [15], [18], [20], [150 / 7], [22.5]]
_HEADER = ("spend", "expected conversions", "average CPC", "marginal CPC")


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((40, 75), 3000.0),
        Example(([[40], [10]], [[75], [20]]), [[3000.0], [200.0]]),
        Example((None, 75), 0.0),
        Example((40, -75), ErrorCode.NUM),
    ],
)
def budget_needed(conversions: Wanted, cpc: CPCValue) -> float:
    """Return the budget that a number of conversions takes at a cost per conversion.

    It takes every conversion to cost the same; further ones usually cost more, and MARGINAL_CPC
    says how much.

    Errors: #NUM! for a negative count or cost.

    Source: the identity cost = conversions x cost per conversion.
    """
    return conversions * cpc


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((1000, 20, 1500, 26), 83.33333333333333, "500 / 6, by hand"),
        Example(
            ([[1000], [1500]], [[20], [26]], [[1500], [2000]], [[26], [26]]),
            [[83.33333333333333], [ErrorCode.DIV0]],
            "500 / 6, by hand",
        ),
        Example((None, None, 1500, 30), 50.0),
        Example((1000, 20, 1500, 20), ErrorCode.DIV0),
        Example((1000, 20, 1500, 18), ErrorCode.NUM),
    ],
)
def marginal_step(cost0: Cost, conv0: Conversions, cost1: Cost, conv1: Conversions) -> float:
    """Return what each extra conversion cost between two levels of spend.

    The average over all conversions hides it: 1,000 for 20 and 1,500 for 26 average 50 and 58,
    yet each of the six extra conversions cost 83.

    Errors: #DIV/0! without an extra conversion; #NUM! when conversions fell, for which no cost
    per extra conversion exists, or for a negative cost or count.

    When not to trust it: when the difference is a few conversions, or when season or prices
    changed too.

    Source: the definition, extra cost / extra conversions.
    """
    extra = conv1 - conv0
    if extra < 0:
        raise CellError(
            ErrorCode.NUM,
            "conv1: fewer conversions than conv0, so none is extra; give the step with fewer "
            "conversions first.",
        )
    return divide(cost1 - cost0, extra, "extra conversions")


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((_SPEND, _LINEAR, 450), 25.0, "25 each, whatever the spend", 1e-8),
        Example(
            ([["Spend"], *_SPEND, [None]], [["Conv."], *_LINEAR, [None]], 450),
            25.0,
            "25 each; header and blank row left out",
            1e-8,
        ),
        Example(
            (_SPEND, _LEVELLING, 300, "saturation"),
            41.666666666666664,
            "30·x / (200 + x) has (200 + x)² / (30 · 200)",
            1e-8,
        ),
        Example((_SPEND, _LINEAR, 901), ErrorCode.NA),
        Example((_SPEND, _LINEAR, None), ErrorCode.NUM),
    ],
)
def marginal_cpc(
    spend: Column[Spend],
    conversions: Column[Conversions],
    at_spend: AtSpend,
    curve: CurveName = "power",
) -> float:
    """Return what the next conversion costs at a level of spend, if the curve holds.

    Spend more where it is low: the average cost per conversion says what was paid so far, not
    what more money buys. The power curve is fitted as a Poisson regression with log link, the log
    and the saturation curve by least squares. Periods without spend are left out.

    Errors: #N/A with the reason where the periods cannot tell a curve: fewer than 6 different
    spends, a largest spend below 1.5 times the smallest, conversions that do not rise with
    spend or do not level off, or at_spend above 1.5 times the largest spend; #NUM! for at_spend
    of 0 or less.

    When not to trust it: spend that followed demand (season, offers) shows demand, not what
    spend does; within the spends seen the three curves agree well, beyond them they part.

    Source: Poisson regression, McCullagh & Nelder 1989; the saturation curve as in NIST StRD
    Misra1d and in R's Puromycin example.
    """
    within_reach(at_spend, max(spend))
    return fit(curve, spend, conversions).marginal_cpc(at_spend)


@udf(
    unit=Unit.MONEY,
    examples=[
        Example(
            (_SPEND, _LEVELLING, "saturation", 3),
            [
                [*_HEADER],
                [100.0, 10.0, 10.0, 15.0],
                [350.0, 210 / 11, 55 / 3, 605 / 12],
                [600.0, 22.5, 80 / 3, 320 / 3],
            ],
            "30·x / (200 + x), by hand",
            1e-8,
        ),
        Example(
            (_SPEND, _LINEAR, None, 2),
            [[*_HEADER], [100.0, 4.0, 25.0, 25.0], [600.0, 24.0, 25.0, 25.0]],
            "25 each, whatever the spend",
            1e-8,
        ),
        Example(
            (_SPEND, _LINEAR),
            [
                [*_HEADER],
                *([100 + 500 * at / 19, 4 + 20 * at / 19, 25.0, 25.0] for at in range(20)),
            ],
            "25 each, whatever the spend",
            1e-8,
        ),
        Example((_SPEND[:5], _LINEAR[:5]), ErrorCode.NA),
    ],
)
def spend_curve(
    spend: Column[Spend],
    conversions: Column[Conversions],
    curve: CurveName = "power",
    points: Points = 20.0,
) -> Rows:
    """Return a table of spend, expected conversions, average and marginal CPC, if the curve holds.

    The spends are evenly spaced from the smallest above 0 to the largest one seen: a chart of
    them shows where the next conversion starts to cost more than it is worth. Curves, guards and
    cautions are those of MARGINAL_CPC.

    Errors: #N/A with the reason where the periods cannot tell a curve; #NUM! unless points is a
    whole number from 2 to 1,000.

    When not to trust it: as MARGINAL_CPC; the curve says nothing beyond its own table.

    Source: as MARGINAL_CPC.
    """
    fitted = fit(curve, spend, conversions)
    least, most = min(filter(None, spend)), max(spend)
    last = int(points) - 1
    table: Rows = [[*_HEADER]]
    for step in range(last + 1):
        at = most if step == last else least + (most - least) * step / last
        expected = fitted.conversions(at)
        table.append([at, expected, at / expected, fitted.marginal_cpc(at)])
    return table
