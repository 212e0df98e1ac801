"""What changed, why, and on which day."""

from math import fsum
from typing import Annotated

from cpc_functions.arguments import Alpha, Confidence, Conversions, Cost, Day
from cpc_functions.catalogue import Arg, Column, Example, Unit, udf
from cpc_functions.cells import Cell, CellError, ErrorCode, attempt, divide
from cpc_functions.daily import pearson
from cpc_functions.distributions import binomial_at_most, gamma_cdf, gamma_sf
from cpc_functions.experiment import ab_cpc
from cpc_functions.texts import say

LEAST_HISTORY = 14

Segment = Annotated[str, Arg("Campaign, channel, country.", Unit.TEXT)]
EarlierCost = Annotated[float, Arg("Cost in the earlier period.", Unit.MONEY, at_least=0)]
EarlierConversions = Annotated[
    float, Arg("Conversions in the earlier period.", Unit.COUNT, at_least=0)
]
LaterCost = Annotated[float, Arg("Cost in the later period.", Unit.MONEY, at_least=0)]
LaterConversions = Annotated[float, Arg("Conversions in the later period.", Unit.COUNT, at_least=0)]
Window = Annotated[float, Arg("Days to look back on.", Unit.WHOLE, at_least=LEAST_HISTORY)]
RollingWindow = Annotated[float, Arg("Rows that are taken together.", Unit.WHOLE, at_least=1)]

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


@udf(
    unit=Unit.TEXT,
    aligned=True,
    examples=[
        Example(
            ([[46023 + day] for day in range(16)], [[100]] * 16, [[10]] * 15 + [[1]]),
            [[ErrorCode.NA]] * 14 + [[""], ["HIGH"]],
            "scipy: 2 * poisson.cdf(1, 10) = 0.000999",
        ),
        Example(
            (
                [[46023 + day] for day in range(16)],
                [[100]] * 16,
                [[10]] * 15 + [[20]],
                14,
                0.02,
            ),
            [[ErrorCode.NA]] * 14 + [[""], ["LOW"]],
            "scipy: 2 * poisson.sf(19, 10) = 0.0069",
        ),
        Example(([["soon"], [46024]], [[100], [100]], [[10], [10]]), ErrorCode.VALUE),
        Example(([[46023]], [[None]], [[10]]), [[ErrorCode.NA]]),
    ],
)
def cpc_alert(
    dates: Column[Day],
    cost: Column[Cost],
    conversions: Column[Conversions],
    window: Window = 28.0,
    alpha: Alpha = 0.0027,
) -> list[str | CellError]:
    """Return HIGH or LOW on the days whose cost per conversion is no chance, else nothing.

    Each day's conversions are compared with what its spend should have brought at the rate of
    the days before it, allowing for how much those days vary. A chart of the daily cost per
    conversion itself cries wolf: a day without conversions is always infinitely dear. Rows of
    the same day are taken together.

    Errors: #N/A for days with less than 14 days of history; #VALUE! for a date that is text;
    #NUM! for a negative cost or count.

    When not to trust it: below about 7 expected conversions a day no single day can say
    anything; use weeks. The newest days look dear until late conversions are in.

    Source: u-chart; Poisson and negative binomial tails, three sigma (alpha 0.0027).
    """
    by_day: dict[int, list[tuple[float, float]]] = {}
    for day, spent, won in zip(dates, cost, conversions, strict=True):
        by_day.setdefault(int(day), []).append((spent, won))
    days = sorted(by_day)
    sums = [(fsum(c for c, _ in by_day[d]), fsum(x for _, x in by_day[d])) for d in days]
    status: dict[int, str | CellError] = {}
    for place, day in enumerate(days):
        history = [pair for pair in sums[max(0, place - int(window)) : place] if pair[0] > 0]
        if len(history) < LEAST_HISTORY:
            status[day] = CellError(
                ErrorCode.NA,
                f"{len(history)} days with cost lie before this one; "
                f"{LEAST_HISTORY} are needed to know what is usual.",
            )
        else:
            status[day] = _status(*sums[place], history, alpha)
    return [status[int(day)] for day in dates]


def _status(
    cost: float, conversions: float, history: list[tuple[float, float]], alpha: float
) -> str:
    expected = cost * fsum(x for _, x in history) / fsum(c for c, _ in history)
    if expected == 0:
        return ""
    spread = pearson(history)
    if spread > 1:
        size, chance = expected / (spread - 1), 1 / spread
        few = _negative_binomial_at_most(conversions, size, chance)
        many = 1 - _negative_binomial_at_most(conversions - 1, size, chance)
    else:
        few = gamma_sf(expected, conversions + 1)
        many = gamma_cdf(expected, conversions) if conversions > 0 else 1.0
    if 2 * few < alpha:
        return say("HIGH")
    return say("LOW") if 2 * many < alpha else ""


def _negative_binomial_at_most(count: float, size: float, chance: float) -> float:
    """Return P(X <= count): as many successes as `size` come before the next failure."""
    if count < 0:
        return 0.0
    return 1 - binomial_at_most(size - 1, size + count, chance)


@udf(
    unit=Unit.MONEY,
    aligned=True,
    examples=[
        Example(
            ([[100], [200], [300]], [[10], [None], [20]], 2),
            [[ErrorCode.NA], [30.0], [25.0]],
        ),
        Example(([[70]] * 7, [[7]] * 7), [[ErrorCode.NA]] * 6 + [[10.0]]),
        Example(([[100]], [["n/a"]]), ErrorCode.VALUE),
        Example(([[100], [100]], [[0], [0]], 2), [[ErrorCode.NA], [ErrorCode.DIV0]]),
    ],
)
def cpc_rolling(
    cost: Column[Cost], conversions: Column[Conversions], window: RollingWindow = 7.0
) -> list[float | CellError]:
    """Return the cost per conversion of each row together with the rows before it.

    A ratio of rolling sums, so that a quiet day weighs as little as it cost.

    Errors: #N/A in the first rows, until the window is full; #DIV/0! for a window without
    conversions; #VALUE! for a window that is text; #NUM! for a negative cost or count.

    Source: ratio of moving sums.
    """
    width = int(window)
    early = CellError(ErrorCode.NA, f"The window of {width} rows is not full yet.")
    full = (
        attempt(divide, fsum(cost[i - width : i]), fsum(conversions[i - width : i]), "conversions")
        for i in range(width, len(cost) + 1)
    )
    return [*[early] * min(width - 1, len(cost)), *full]
