"""How to divide a budget between channels."""

from collections.abc import Sequence
from math import fsum, nextafter
from typing import Annotated, NamedTuple

from cpc_functions.arguments import Conversions, Key
from cpc_functions.catalogue import Arg, Column, Example, Unit, udf
from cpc_functions.cells import Cell, CellError, ErrorCode, Rows
from cpc_functions.channels import Channel, read_channels
from cpc_functions.curves import Curve, within_reach
from cpc_functions.exact_sum import add_up_to
from cpc_functions.roots import falling_root
from cpc_functions.spend import CurveName, Spend

Total = Annotated[float, Arg("The budget of one period, for all channels.", Unit.MONEY, above=0)]
Least = Annotated[
    Rows,
    Arg(
        "Least spend: one number for all, or one per channel in order of first appearance.",
        Unit.RANGE,
    ),
]
Most = Annotated[
    Rows,
    Arg(
        "Most spend: one number for all, or one per channel in order of first appearance.",
        Unit.RANGE,
    ),
]

_SQUARES = [[100], [400], [900], [1600], [2500], [3600]]
_ROOTS = [[10], [20], [30], [40], [50], [60]]
_TWICE = [[20], [40], [60], [80], [100], [120]]
_NAMES = [*[["Search"]] * 6, *[["Video"]] * 6]
_SPENDS, _COUNTS = [*_SQUARES, *_SQUARES], [*_ROOTS, *_TWICE]
_ROUND = [[100], [200], [300], [400], [500], [600]]
_LEVEL: list[list[float]] = [[10], [15], [18], [20], [150 / 7], [22.5]]
_LEVELLING = [*_LEVEL, *([2 * row[0]] for row in _LEVEL)]
_BY_HAND = "Search brings √x, Video 2√x: the same marginal CPC where Video spends 4 times as much"
_HEADER = ("channel", "now", "suggested", "expected conversions", "marginal CPC")


class Proposal(NamedTuple):
    """What a channel is suggested to spend."""

    channel: Channel
    suggested: float

    @property
    def outlook(self) -> tuple[float, float] | CellError:
        """Return the conversions expected and their marginal CPC, or why they are not known."""
        curve = self.channel.curve
        if isinstance(curve, CellError):
            return curve
        try:
            within_reach(self.suggested, max(self.channel.spend))
        except CellError as unknown:
            return unknown.with_traceback(None)
        return curve.conversions(self.suggested), curve.marginal_cpc(self.suggested)

    def row(self) -> list[Cell]:
        """Return the row of the table."""
        outlook = self.outlook
        expected = [outlook, outlook] if isinstance(outlook, CellError) else list(outlook)
        return [self.channel.name, self.channel.now, self.suggested, *expected]


def allocate(
    total: float, curves: Sequence[Curve], least: Sequence[float], most: Sequence[float]
) -> list[float]:
    """Return the spends within bounds that add up to the total and bring most conversions.

    There the next conversion costs the same everywhere but at the bounds: the condition of
    Karush, Kuhn and Tucker. Every spend rises with that common cost, so that bisection finds it;
    what the last float of it leaves open, as between straight lines, is divided in proportion.
    """
    if not curves:
        return []
    most = [min(each, total) for each in most]

    def spends(marginal_cpc: float) -> list[float]:
        return [
            min(max(curve.spend_at(marginal_cpc), low), high)
            for curve, low, high in zip(curves, least, most, strict=True)
        ]

    dearest = 2 * max(curve.marginal_cpc(high) for curve, high in zip(curves, most, strict=True))
    common = falling_root(lambda cost: total - fsum(spends(cost)), 0.0, dearest)
    below, above = spends(nextafter(common, 0.0)), spends(common)
    short, gap = total - fsum(below), fsum(above) - fsum(below)
    part = min(max(short / gap, 0.0), 1.0) if gap > 0 else 0.0
    return [
        min(max(start + part * (end - start), low), high)
        for start, end, low, high in zip(below, above, least, most, strict=True)
    ]


@udf(
    unit=Unit.MONEY,
    examples=[
        Example(
            (5000, _NAMES, _SPENDS, _COUNTS),
            [
                [*_HEADER],
                ["Search", 9100 / 6, 1000.0, 31.622776601683793, 63.245553203367585],
                ["Video", 9100 / 6, 4000.0, 126.49110640673517, 63.245553203367585],
                ["Total", 9100 / 3, 5000.0, 158.11388300841896, 63.245553203367585],
            ],
            _BY_HAND,
            1e-8,
        ),
        Example(
            (
                5000,
                [["Channel"], *_NAMES, [None]],
                [["Spend"], *_SPENDS, [None]],
                [["Conv."], *_COUNTS, [None]],
                1600,
                [[None], [3400]],
            ),
            [
                [*_HEADER],
                ["Search", 9100 / 6, 1600.0, 40.0, 80.0],
                ["Video", 9100 / 6, 3400.0, 116.61903789690601, 58.309518948453004],
                ["Total", 9100 / 3, 5000.0, 156.61903789690601, 80.0],
            ],
            _BY_HAND + "; but both bounds hold",
            1e-8,
        ),
        Example(
            (900, _NAMES, [*_ROUND, *_ROUND], _LEVELLING, [[350], [None]], None, "saturation"),
            [
                [*_HEADER],
                ["Search", 350.0, 350.0, 210 / 11, 50.416666666666664],
                ["Video", 350.0, 550.0, 44.0, 46.875],
                ["Total", 700.0, 900.0, 694 / 11, 46.875],
            ],
            "Search brings 30·x / (200 + x), Video twice that; the min of Search holds",
            1e-8,
        ),
        Example((5000, _NAMES, _SPENDS, _COUNTS, None, 2000), ErrorCode.NUM),
        Example((5000, _NAMES[:5], _SPENDS[:5], _COUNTS[:5]), ErrorCode.NA),
    ],
)
def budget_split(
    total: Total,
    channel: Column[Key],
    spend: Column[Spend],
    conversions: Column[Conversions],
    min_: Least | None = None,
    max_: Most | None = None,
    curve: CurveName = "power",
) -> Rows:
    """Return a split of a budget with the same marginal CPC in every channel, if the curves hold.

    Money moves from where the next conversion is dear to where it is cheap, until it costs the
    same everywhere; then no other split is expected to bring more. The present spend is the mean
    of the channel's rows, which are periods, and the total is for one period. The suggestions
    add up to the total exactly and keep within min and max; a blank min or max is no bound. A
    channel whose periods tell no curve keeps its present spend, moved into its bounds.

    Errors: #NUM! when the bounds, and what such channels keep, leave no split of the total; #N/A
    when no channel has a curve, with the reason; #N/A in the expected conversions and marginal
    CPC of a channel without a curve, or whose suggestion lies above 1.5 times its largest spend,
    and then in the Total of these.

    When not to trust it: as MARGINAL_CPC: spend that followed demand shows demand, not what
    spend does. Move in steps, and look again.

    Source: a concave program solved by its KKT conditions (Boyd & Vandenberghe 2004, 5.5.3).
    """
    channels = read_channels(channel, spend, conversions, min_, max_, curve)
    proposals = list(map(Proposal, channels, _suggest(total, channels)))
    proposals.sort(key=lambda each: (-each.channel.now, each.channel.name))
    return [[*_HEADER], *[each.row() for each in proposals], _total(total, proposals)]


def _suggest(total: float, channels: list[Channel]) -> list[float]:
    """Return a spend per channel; together they are the total."""
    free = [at for at, each in enumerate(channels) if not isinstance(each.curve, CellError)]
    if not free:
        why = next(each.curve.why for each in channels if isinstance(each.curve, CellError))
        raise CellError(ErrorCode.NA, f"No channel has a curve to split by. {why}")
    low = [each.bounds[0] for each in channels]
    high = [each.bounds[1] for each in channels]
    if not fsum(low) <= total <= fsum(high):
        raise CellError(
            ErrorCode.NUM,
            f"total: {total:g} cannot be split, because the bounds, and the present spend of "
            f"channels without a curve, leave {fsum(low):g} to {fsum(high):g}.",
        )
    kept = [-spend for at, spend in enumerate(low) if at not in free]
    least = [low[at] for at in free]
    rest = max(fsum([total, *kept]), fsum(least))
    curves = [each.curve for each in channels if not isinstance(each.curve, CellError)]
    suggested = list(low)
    spends = allocate(rest, curves, least, [high[at] for at in free])
    for at, spend in zip(free, spends, strict=True):
        suggested[at] = spend
    inside = [at for at in free if low[at] < suggested[at] < high[at]]
    bearers = inside if fsum(suggested) == total else [*inside, *free]
    return add_up_to(total, suggested, bearers, low, high)


def _total(total: float, proposals: list[Proposal]) -> list[Cell]:
    """Return the last row; its marginal CPC is that of the channel where more money would go.

    A channel between its bounds goes before one at its min: there the common cost is read.
    """
    now = fsum(each.channel.now for each in proposals)
    known: list[tuple[float, float]] = []
    for each in proposals:
        if isinstance(each.outlook, CellError):
            return ["Total", now, total, each.outlook, each.outlook]
        known.append(each.outlook)
    growing = [
        (each.suggested <= each.channel.least, marginal)
        for (_, marginal), each in zip(known, proposals, strict=True)
        if each.suggested < each.channel.most
    ]
    full = CellError(ErrorCode.NA, "Every channel is at its max: more money has nowhere to go.")
    return [
        "Total",
        now,
        total,
        fsum(expected for expected, _ in known),
        min(growing)[1] if growing else full,
    ]
