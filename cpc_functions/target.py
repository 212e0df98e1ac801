"""What a conversion may cost."""

from typing import Annotated

from cpc_functions.arguments import CPCValue, Margin, OrderValue, OtherCost, ProfitShare, TargetCPC
from cpc_functions.catalogue import Arg, Column, Example, Unit, udf
from cpc_functions.cells import ErrorCode, divide

PeerCPC = Annotated[float, Arg("Costs per conversion to compare with.", Unit.MONEY, at_least=0)]
Repeat = Annotated[
    float, Arg("Orders that a customer makes in all, the first included.", Unit.NUMBER, at_least=0)
]
TargetROAS = Annotated[
    float, Arg("The revenue per cost to aim at: 4 is 400 %.", Unit.RATIO, at_least=0)
]


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((180, 0.45), 81.0, "calcsimpler example 1"),
        Example((95, 0.38, 1.3, 6), 40.93),
        Example((None, 0.45, 1, 10), -10.0),
        Example((180, 45), ErrorCode.NUM),
    ],
)
def breakeven_cpc(
    order_value: OrderValue, margin: Margin, repeat: Repeat = 1.0, other_cost: OtherCost = 0.0
) -> float:
    """Return the cost per conversion at which a conversion neither earns nor loses.

    Errors: #NUM! for a margin outside 0 to 1 or a negative amount. An answer of 0 or below says
    that the order cannot carry any paid traffic.

    When not to trust it: with a repeat factor that is hoped for rather than measured.

    Source: the identity order value * margin * repeat - other cost.
    """
    return order_value * margin * repeat - other_cost


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((180, 0.45), 56.7),
        Example((180, 0.45, 0.5), 40.5),
        Example((95, 0.38, 0, 1.3, 6), 40.93),
        Example((None, 0.45), 0.0),
        Example((180, 0.45, 30), ErrorCode.NUM),
    ],
)
def target_cpc(
    order_value: OrderValue,
    margin: Margin,
    profit_share: ProfitShare = 0.3,
    repeat: Repeat = 1.0,
    other_cost: OtherCost = 0.0,
) -> float:
    """Return the cost per conversion to aim at when a share of the gross profit is to stay.

    Errors: #NUM! for a margin or profit share outside 0 to 1, or a negative amount.

    When not to trust it: the 30 % that stands in when no profit share is given is a rule of
    thumb.

    Source: break-even * (1 - profit share).
    """
    return (order_value * margin * repeat - other_cost) * (1 - profit_share)


@udf(
    unit=Unit.RATIO,
    examples=[
        Example((0.5,), 2.0),
        Example((None,), ErrorCode.DIV0),
        Example((45,), ErrorCode.NUM),
    ],
)
def breakeven_roas(margin: Margin) -> float:
    """Return the return on ad spend at which nothing is earned or lost: 1 over the margin.

    Errors: #DIV/0! without a margin; #NUM! for a margin outside 0 to 1.

    Source: the identity revenue * margin = cost.
    """
    return divide(1.0, margin, "margins")


@udf(
    unit=Unit.RATIO,
    examples=[
        Example((55, 180), 180 / 55, "180 / 55"),
        Example((55, None), 0.0),
        Example((0, 180), ErrorCode.DIV0),
    ],
)
def roas_from_cpc(target_cpc: TargetCPC, order_value: OrderValue) -> float:
    """Return the return on ad spend that a cost per conversion amounts to.

    Errors: #DIV/0! for a target of 0; #NUM! for a negative amount.

    Source: the identity order value / cost per conversion.
    """
    return divide(order_value, target_cpc, "costs")


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((4, 180), 45.0),
        Example((4, None), 0.0),
        Example((0, 180), ErrorCode.DIV0),
    ],
)
def cpc_from_roas(target_roas: TargetROAS, order_value: OrderValue) -> float:
    """Return the cost per conversion that a return on ad spend amounts to.

    Errors: #DIV/0! for a return of 0; #NUM! for a negative amount.

    Source: the identity order value / return on ad spend.
    """
    return divide(order_value, target_roas, "returns")


@udf(
    unit=Unit.FRACTION,
    examples=[
        Example((50, [[40], [50], [60], [80]]), 0.25),
        Example((50, [["CPC"], [40], [None], [60]]), 0.5),
        Example((50, [[None]]), ErrorCode.NA),
    ],
)
def cpc_rank(cpc: CPCValue, peer_cpcs: Column[PeerCPC]) -> float:
    """Return the share of peers that are cheaper: 0 is the cheapest of all.

    The peers are your own table: last year's campaigns, other countries. Numbers of whole
    industries say little of one account, so none is built in.

    Errors: #N/A without peers; #NUM! for a negative cost per conversion.

    Source: the empirical distribution function.
    """
    return sum(peer < cpc for peer in peer_cpcs) / len(peer_cpcs)
