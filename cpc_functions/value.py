"""What conversions bring in against what they cost."""

from typing import Annotated

from cpc_functions.arguments import Cost, CPCValue, Margin, OrderValue, OtherCost, Revenue
from cpc_functions.catalogue import Arg, Example, Sum, Unit, udf
from cpc_functions.cells import ErrorCode, divide

Returns = Annotated[float, Arg("Revenue that came back; refunds may make it negative.", Unit.MONEY)]
TotalRevenue = Annotated[
    float, Arg("All revenue of the business, from any source.", Unit.MONEY, table="revenue")
]
TotalCost = Annotated[
    float, Arg("All marketing cost, paid and organic.", Unit.MONEY, at_least=0, table="cost")
]


@udf(
    unit=Unit.RATIO,
    each=True,
    examples=[
        Example((4000, 1000), 4.0),
        Example(([[4000], [500]], [[1000], [1000]], True), [[4.0], [0.5]]),
        Example((None, 100), 0.0),
        Example((4000, 0), ErrorCode.DIV0),
    ],
)
def roas(revenue: Sum[Revenue], cost: Sum[Cost]) -> float:
    """Return the return on ad spend: revenue over cost, as a ratio (4 is 400 %).

    Errors: #DIV/0! without cost; #NUM! for a negative cost.

    When not to trust it: revenue is not profit; BREAKEVEN_ROAS says where profit begins.

    Source: Google Ads API conversions_value_per_cost.
    """
    return divide(revenue, cost, "costs")


@udf(
    unit=Unit.FRACTION,
    examples=[
        Example((1500, 1000), 0.5),
        Example((1500, 1000, 0.4), -0.4),
        Example((None, 1000), -1.0),
        Example((1500, 0), ErrorCode.DIV0),
        Example((1500, 1000, 40), ErrorCode.NUM),
    ],
)
def roi(returns: Sum[Returns], cost: Sum[Cost], margin: Margin = 1.0) -> float:
    """Return the return on investment: what came back beyond the cost, over the cost.

    With a margin only that share of the revenue counts as coming back.

    Errors: #DIV/0! without cost; #NUM! for a margin outside 0 to 1 or a negative cost.

    When not to trust it: without a margin it treats revenue as profit.

    Source: standard, (return * margin - cost) / cost.
    """
    return divide(returns * margin - cost, cost, "costs")


@udf(
    unit=Unit.FRACTION,
    examples=[
        Example((250, 1000), 0.25),
        Example((None, 1000), 0.0),
        Example((250, 0), ErrorCode.DIV0),
    ],
)
def cost_share(cost: Sum[Cost], revenue: Sum[Revenue]) -> float:
    """Return the share of revenue that advertising cost: what Amazon calls ACoS.

    The name ACOS is taken: in every spreadsheet it is the arccosine.

    Errors: #DIV/0! without revenue; #NUM! for a negative cost.

    Source: Amazon Ads, advertising cost of sales.
    """
    return divide(cost, revenue, "revenues")


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((55, 180, 0.45), 26.0),
        Example((55, 180, 0.45, 6), 20.0),
        Example((None, 180, 0.45), 81.0),
        Example((55, 180, 45), ErrorCode.NUM),
    ],
)
def profit_per_conversion(
    cpc: CPCValue, order_value: OrderValue, margin: Margin, other_cost: OtherCost = 0.0
) -> float:
    """Return what one conversion leaves after its goods, other cost and traffic are paid.

    Errors: #NUM! for a margin outside 0 to 1 or a negative amount. A loss is a negative answer.

    Source: the identity order value * margin - other cost - cost per conversion.
    """
    return order_value * margin - other_cost - cpc


@udf(
    unit=Unit.RATIO,
    examples=[
        Example((10000, 2500), 4.0),
        Example((None, 2500), 0.0),
        Example((10000, 0), ErrorCode.DIV0),
    ],
)
def mer(total_revenue: Sum[TotalRevenue], total_cost: Sum[TotalCost]) -> float:
    """Return the marketing efficiency ratio: all revenue over all marketing cost.

    Blended on purpose: it needs no attribution and says nothing of a single channel.

    Errors: #DIV/0! without cost; #NUM! for a negative cost.

    When not to trust it: some tools print the inverse under the same name.

    Source: standard.
    """
    return divide(total_revenue, total_cost, "costs")
