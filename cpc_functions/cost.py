"""What a conversion costs."""

from typing import Annotated

from cpc_functions.arguments import Clicks, ConversionRate, Conversions, Cost, Events, Impressions
from cpc_functions.catalogue import Arg, Example, Sum, Unit, udf
from cpc_functions.cells import ErrorCode, divide

ClickCost = Annotated[float, Arg("What one click costs.", Unit.MONEY, at_least=0)]


@udf(
    unit=Unit.MONEY,
    each=True,
    examples=[
        Example((1200, 48), 25.0),
        Example(([[100], [300]], [[2], [8]]), 40.0),
        Example(([["Cost"], [100], [None], [600]], [["Conv."], [2], [None], [8]]), 70.0),
        Example(([[100], [300], [600]], [[2], [0], [8]], True), [[50.0], [ErrorCode.DIV0], [75.0]]),
        Example((None, 12), 0.0),
        Example((1200, 0), ErrorCode.DIV0),
    ],
)
def cpc(cost: Sum[Cost], conversions: Sum[Conversions]) -> float:
    """Return the cost per conversion: total cost over total conversions.

    Not cost per click, which is COST_PER_CLICK. Over ranges it is the ratio of the sums, never
    the mean of the rows' ratios, which would let a cheap row with one conversion weigh as much
    as a dear one with a thousand.

    Errors: #DIV/0! without conversions, never 0, so that spend without result cannot hide in an
    average; #NUM! for a negative cost or count.

    When not to trust it: with few conversions; CPC_CI says how far.

    Source: the definition, cost of generating paid traffic / conversions it brought; Google Ads
    API average_cpa.
    """
    return divide(cost, conversions, "conversions")


cpa = cpc.alias("CPA")
kpk = cpc.alias("KPK")
cpc_paid = cpc.alias("CPC_PAID")


@udf(
    unit=Unit.MONEY,
    each=True,
    examples=[
        Example((500, 250), 2.0),
        Example(([[500], [100]], [[250], [100]], True), [[2.0], [1.0]]),
        Example((None, 250), 0.0),
        Example((500, 0), ErrorCode.DIV0),
    ],
)
def cost_per_click(cost: Sum[Cost], clicks: Sum[Clicks]) -> float:
    """Return the cost per click: what ad platforms call CPC.

    Under its full name only, because CPC here is the cost per conversion.

    Errors: #DIV/0! without clicks; #NUM! for a negative cost or count.

    Source: Google Ads API average_cpc.
    """
    return divide(cost, clicks, "clicks")


@udf(
    unit=Unit.MONEY,
    each=True,
    examples=[
        Example((900, 30), 30.0),
        Example(([[900], [100]], [[30], [10]], True), [[30.0], [10.0]]),
        Example((None, 30), 0.0),
        Example((900, None), ErrorCode.DIV0),
    ],
)
def cost_per(cost: Sum[Cost], events: Sum[Events]) -> float:
    """Return the cost of one event of any kind: a lead, a call, a contact, an install.

    Count one kind of event at a time: a sale and a newsletter sign-up are not worth the same.

    Errors: #DIV/0! without events; #NUM! for a negative cost or count.

    Source: standard.
    """
    return divide(cost, events, "events")


@udf(
    unit=Unit.MONEY,
    each=True,
    examples=[
        Example((250, 100000), 2.5),
        Example(([[250], [80]], [[100000], [20000]], True), [[2.5], [4.0]]),
        Example((None, 1000), 0.0),
        Example((250, 0), ErrorCode.DIV0),
    ],
)
def cpm(cost: Sum[Cost], impressions: Sum[Impressions]) -> float:
    """Return the cost of a thousand impressions.

    Errors: #DIV/0! without impressions; #NUM! for a negative cost or count.

    Source: standard (cost per mille).
    """
    return 1000 * divide(cost, impressions, "impressions")


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((2.5, 0.04), 62.5),
        Example((None, 0.04), 0.0),
        Example((2.5, 0), ErrorCode.DIV0),
        Example((2.5, 4), ErrorCode.NUM),
    ],
)
def cpc_from_clicks(click_cost: ClickCost, cvr: ConversionRate) -> float:
    """Return the cost per conversion that a click cost and a conversion rate amount to.

    Errors: #DIV/0! when nothing converts; #NUM! for a conversion rate outside 0 to 1.

    When not to trust it: when the rate comes from few clicks; CVR_CI says how far.

    Source: the identity cost / conversions = (cost / clicks) / (conversions / clicks).
    """
    return divide(click_cost, cvr, "conversions per click")
