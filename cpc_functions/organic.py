"""Paid and organic side by side, never mixed."""

from math import fsum
from typing import Annotated

from cpc_functions.arguments import (
    Conversions,
    Cost,
    OrganicConversions,
    OrganicCost,
    PaidConversions,
    PaidCost,
)
from cpc_functions.catalogue import Arg, Column, Example, Sum, Unit, udf
from cpc_functions.cells import Cell, CellError, ErrorCode, attempt, divide
from cpc_functions.texts import say

Traffic = Annotated[str, Arg("paid or organic (betalt, organisk).", Unit.TEXT)]
TRAFFIC = {"paid": "paid", "betalt": "paid", "organic": "organic", "organisk": "organic"}


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((1000, 10, 30), 25.0),
        Example(([[600], [400]], [[4], [6]], [[10], [15], [5]]), 25.0),
        Example((1000, 10, None), 100.0),
        Example((1000, 0, 0), ErrorCode.DIV0),
    ],
)
def cpc_blended(
    paid_cost: Sum[PaidCost],
    paid_conversions: Sum[PaidConversions],
    organic_conversions: Sum[OrganicConversions],
) -> float:
    """Return the blended figure: paid cost over all conversions, paid and organic.

    Not the cost per conversion: organic conversions were not bought, so this figure falls when
    people come by themselves. Paid and organic ranges may differ in length.

    Errors: #DIV/0! without conversions; #NUM! for a negative cost or count.

    When not to trust it: to judge a campaign; use CPC.

    Source: the definition of blended CPA, paid cost / (paid + organic conversions).
    """
    return divide(paid_cost, paid_conversions + organic_conversions, "conversions")


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((1000, 600, 10, 30), 40.0),
        Example((1000, None, 10, 30), 25.0),
        Example((1000, 600, 0, 0), ErrorCode.DIV0),
    ],
)
def cpc_loaded(
    paid_cost: Sum[PaidCost],
    organic_cost: Sum[OrganicCost],
    paid_conversions: Sum[PaidConversions],
    organic_conversions: Sum[OrganicConversions],
) -> float:
    """Return the fully loaded figure: paid and organic cost over all conversions.

    Shown beside the cost per conversion, never in its place: organic work is no cost of the
    traffic that was bought.

    Errors: #DIV/0! without conversions; #NUM! for a negative cost or count.

    When not to trust it: to judge a campaign; use CPC.

    Source: the definition, (paid + organic cost) / all conversions.
    """
    return divide(paid_cost + organic_cost, paid_conversions + organic_conversions, "conversions")


@udf(
    unit=Unit.FRACTION,
    examples=[
        Example((10, 30), 0.75),
        Example((10, None), 0.0),
        Example((0, 0), ErrorCode.DIV0),
    ],
)
def organic_share(
    paid_conversions: Sum[PaidConversions], organic_conversions: Sum[OrganicConversions]
) -> float:
    """Return the share of all conversions that came without paying for the visit.

    Errors: #DIV/0! without conversions; #NUM! for a negative count.

    When not to trust it: when paid and organic conversions come from different tools that count
    differently.

    Source: organic / (paid + organic).
    """
    return divide(organic_conversions, paid_conversions + organic_conversions, "conversions")


@udf(
    unit=Unit.MONEY,
    examples=[
        Example(
            ([["paid"], ["organic"], ["Paid"]], [[600], [500], [400]], [[4], [30], [6]]),
            [
                ["traffic", "cost", "conversions", "CPC", "share of conversions"],
                ["paid", 1000.0, 10.0, 100.0, 0.25],
                ["organic", 500.0, 30.0, "", 0.75],
                ["blended", 1000.0, 40.0, 25.0, 1.0],
            ],
        ),
        Example(
            ([["paid"], ["press"]], [[600], [50]], [[4], [None]]),
            [
                ["traffic", "cost", "conversions", "CPC", "share of conversions"],
                ["paid", 600.0, 4.0, 150.0, 1.0],
                ["organic", 0.0, 0.0, "", 0.0],
                ["blended", 600.0, 4.0, 150.0, 1.0],
                ["press", 50.0, 0.0, ErrorCode.NA, ErrorCode.NA],
            ],
        ),
        Example(([["paid"]], [["n/a"]], [[4]]), ErrorCode.VALUE),
    ],
)
def cpc_mix(
    traffic: Column[Traffic], cost: Column[Cost], conversions: Column[Conversions]
) -> list[list[Cell]]:
    """Return paid, organic and blended side by side: cost, conversions, CPC and share.

    Organic cost is shown and never divided: organic traffic has no cost per conversion. The
    blended row divides the paid cost by all conversions.

    Errors: #N/A in the row of a kind of traffic that is neither paid nor organic, which is left
    out of the others; #DIV/0! in a cell without conversions; #NUM! for a negative cost or count.

    Source: the definition of paid and organic traffic.
    """
    kinds: dict[str, list[tuple[float, float]]] = {"paid": [], "organic": []}
    for word, spent, count in zip(traffic, cost, conversions, strict=True):
        name = word.strip()
        kinds.setdefault(TRAFFIC.get(name.lower(), name), []).append((spent, count))
    sums = {
        kind: (fsum(c for c, _ in rows), fsum(x for _, x in rows)) for kind, rows in kinds.items()
    }
    (spent, won), (work, came) = sums.pop("paid"), sums.pop("organic")
    everything = won + came

    def share(count: float) -> float | CellError:
        return attempt(divide, count, everything, "conversions")

    table: list[list[Cell]] = [
        ["traffic", "cost", "conversions", "CPC", "share of conversions"],
        [say("paid"), spent, won, attempt(divide, spent, won, "conversions"), share(won)],
        [say("organic"), work, came, "", share(came)],
        [
            say("blended"),
            spent,
            everything,
            attempt(divide, spent, everything, "conversions"),
            share(everything),
        ],
    ]
    for name, (other, count) in sums.items():
        unknown = CellError(ErrorCode.NA, f"'{name}' is neither paid nor organic: say which it is.")
        table.append([name or say("(blank)"), other, count, unknown, unknown])
    return table
