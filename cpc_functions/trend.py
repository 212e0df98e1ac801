"""What changed, and why."""

from math import fsum
from typing import Annotated

from cpc_functions.arguments import Confidence
from cpc_functions.catalogue import Arg, Column, Example, Unit, udf
from cpc_functions.cells import Cell, CellError, ErrorCode
from cpc_functions.experiment import ab_cpc
from cpc_functions.texts import say

Segment = Annotated[str, Arg("Campaign, channel, country.", Unit.TEXT)]
EarlierCost = Annotated[float, Arg("Cost in the earlier period.", Unit.MONEY, at_least=0)]
EarlierConversions = Annotated[
    float, Arg("Conversions in the earlier period.", Unit.COUNT, at_least=0)
]
LaterCost = Annotated[float, Arg("Cost in the later period.", Unit.MONEY, at_least=0)]
LaterConversions = Annotated[float, Arg("Conversions in the later period.", Unit.COUNT, at_least=0)]

WHY = ["segment", "mix effect", "efficiency effect"]


@udf(
    unit=Unit.FRACTION,
    columns=("change", "low", "high", "p"),
    examples=[
        Example(
            (12000, 50, 12000, 50),
            [[0.0, -0.337983849799, 0.51053716733, 1.0]],
            "o05 R12 minus 1: R poisson.test",
            1e-9,
        ),
        Example(
            (5000, 20, 5500, 35, 0.9),
            [[-0.3714285714285714, -0.6222298517075522, 0.02806352985482663, 0.12294287964728182]],
            "scipy beta.ppf and binom",
            1e-9,
        ),
        Example((1000, 10, None, 10), ErrorCode.DIV0),
        Example((1000, 10, -1, 10), ErrorCode.NUM),
    ],
)
def cpc_change(
    cost0: EarlierCost,
    conversions0: EarlierConversions,
    cost1: LaterCost,
    conversions1: LaterConversions,
    confidence: Confidence = 0.95,
) -> list[Cell]:
    """Return by how much the cost per conversion changed, with interval and p-value.

    -0.2 is a fall by 20 %. The change is real at that confidence exactly when the interval
    leaves 0; two periods are compared as AB_CPC compares two arms.

    Errors: #DIV/0! in the cells that conversions are missing for, and of the whole when a period
    had no cost; #NUM! for a negative cost or count.

    When not to trust it: when days differ more than chance; hand DISPERSION to AB_CPC instead.

    Source: conditional exact test of two Poisson rates (Fay 2010).
    """
    for name, cost in (("cost0", cost0), ("cost1", cost1)):
        if cost == 0:
            raise CellError(ErrorCode.DIV0, f"{name}: a period without cost has no CPC to compare.")
    *ratios, p, _, _ = ab_cpc(cost0, conversions0, cost1, conversions1, confidence)
    return [*(cell - 1 if isinstance(cell, float) else cell for cell in ratios), p]


@udf(
    unit=Unit.MONEY,
    examples=[
        Example(
            (
                [["search"], ["social"]],
                [[4000], [2000]],
                [[50], [10]],
                [[3000], [5000]],
                [[30], [28]],
            ),
            [
                WHY,
                ["social", 59.8316912972085, -6.95812807881773],
                ["search", -28.448275862069, 13.5057471264368],
                ["Total", 31.3834154351396, 6.54761904761905],
            ],
            "o17: exact fractions",
        ),
        Example(
            ([["old"], ["new"]], [[100], [None]], [[10], [None]], [[100], [100]], [[10], [5]]),
            [WHY, ["new", 0.0, 20 / 3], ["old", -10 / 3, 0.0], ["Total", -10 / 3, 20 / 3]],
            "by hand: old 6.67 - 10, all of it mix; new 100 / 15",
        ),
        Example(([["a"]], [[100]], [[0]], [[100]], [[5]]), ErrorCode.DIV0),
    ],
)
def cpc_why(
    segments: Column[Segment],
    cost0: Column[EarlierCost],
    conversions0: Column[EarlierConversions],
    cost1: Column[LaterCost],
    conversions1: Column[LaterConversions],
) -> list[list[Cell]]:
    """Return why the cost per conversion changed: by mix or by efficiency, for each segment.

    Mix: the segment won a larger or smaller share of the conversions. Efficiency: its own cost
    per conversion changed. All effects together are the change of the total, to the last digit.

    Errors: #DIV/0! when a whole period has no conversions; #VALUE! for ranges of different
    sizes; #NUM! for a negative cost or count. A segment without conversions in one period has no
    cost per conversion to compare: all of its effect counts as efficiency.

    When not to trust it: as a cause. It says where the change sits; CPC_CHANGE says whether it
    is more than chance.

    Source: Marshall-Edgeworth decomposition (mid-point weights).
    """
    sums: dict[str, list[list[float]]] = {}
    for name, *figures in zip(segments, cost0, conversions0, cost1, conversions1, strict=True):
        sums.setdefault(name.strip() or say("(blank)"), []).append(figures)
    rows = {
        name: [fsum(column) for column in zip(*found, strict=True)] for name, found in sums.items()
    }
    before, after = fsum(conversions0), fsum(conversions1)
    for period, won in (("earlier", before), ("later", after)):
        if won == 0:
            raise CellError(ErrorCode.DIV0, f"The {period} period has no conversions.")
    table: list[list[Cell]] = [list(WHY)]
    effects = []
    for name, (spent0, won0, spent1, won1) in sorted(
        rows.items(), key=lambda row: (-row[1][2], row[0])
    ):
        mix, efficiency = 0.0, spent1 / after - spent0 / before
        if won0 and won1:
            share0, share1 = won0 / before, won1 / after
            cpc0, cpc1 = spent0 / won0, spent1 / won1
            mix = (share1 - share0) * (cpc0 + cpc1) / 2
            efficiency = (cpc1 - cpc0) * (share0 + share1) / 2
        effects.append((mix, efficiency))
        table.append([name, mix, efficiency])
    totals = (fsum(column) for column in zip(*effects, strict=True))
    return [*table, [say("Total"), *totals]]
