"""Rates of response, and what an order is worth."""

from cpc_functions.arguments import Clicks, Conversions, Impressions, Orders, Revenue
from cpc_functions.catalogue import Example, Sum, Unit, udf
from cpc_functions.cells import ErrorCode, divide


@udf(
    unit=Unit.FRACTION,
    each=True,
    examples=[
        Example((150, 10000), 0.015),
        Example(([[150], [7]], [[10000], [7]], True), [[0.015], [1.0]]),
        Example((None, 10000), 0.0),
        Example((5, 0), ErrorCode.DIV0),
    ],
)
def ctr(clicks: Sum[Clicks], impressions: Sum[Impressions]) -> float:
    """Return the click-through rate: clicks over impressions, as a fraction.

    Errors: #DIV/0! without impressions; #NUM! for a negative count.

    Source: standard.
    """
    return divide(clicks, impressions, "impressions")


@udf(
    unit=Unit.FRACTION,
    each=True,
    examples=[
        Example((46, 1150), 0.04),
        Example(([[46], [12]], [[1150], [10]], True), [[0.04], [1.2]]),
        Example((None, 80), 0.0),
        Example((3, 0), ErrorCode.DIV0),
    ],
)
def cvr(conversions: Sum[Conversions], clicks: Sum[Clicks]) -> float:
    """Return the conversion rate: conversions over clicks, as a fraction.

    It may exceed 1 where one click brings many conversions; CVR_CI then does not apply.

    Errors: #DIV/0! without clicks; #NUM! for a negative count.

    When not to trust it: with few clicks; CVR_CI says how far.

    Source: standard.
    """
    return divide(conversions, clicks, "clicks")


@udf(
    unit=Unit.MONEY,
    each=True,
    examples=[
        Example((9500, 100), 95.0),
        Example(([[9500], [-50]], [[100], [1]], True), [[95.0], [-50.0]]),
        Example((None, 7), 0.0),
        Example((9500, 0), ErrorCode.DIV0),
    ],
)
def aov(revenue: Sum[Revenue], orders: Sum[Orders]) -> float:
    """Return the average order value: revenue over orders.

    Errors: #DIV/0! without orders; #NUM! for a negative number of orders.

    Source: standard.
    """
    return divide(revenue, orders, "orders")
