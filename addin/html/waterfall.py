"""From the earlier cost per conversion to the later one, step by step, as places on a scale."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import fsum
from operator import attrgetter
from typing import NamedTuple

from addin.html.axis import axis
from addin.html.intervals import Tick
from workbook_templates.report import changed
from workbook_templates.report.numerals import Numerals
from workbook_templates.report.tables import Part

MOST = 6  # steps of each kind; the smaller ones are one step together


class Step(NamedTuple):
    """A step from `start` to `end`, in percent of the scale; both are equal at either end.

    `dearer` is None for the two figures themselves.
    """

    name: str
    text: str
    start: float
    end: float
    dearer: bool | None


class Waterfall(NamedTuple):
    """A chart of the steps from one figure to the next."""

    steps: Sequence[Step]
    ticks: Sequence[Tick]


class Amount(NamedTuple):
    """What a step is called and by how much it moves the figure."""

    name: str
    by: float


def waterfall(numerals: Numerals, parts: Sequence[Part], names: tuple[str, str]) -> Waterfall:
    """Return the steps by mix and by efficiency of each channel, between two named figures."""
    before, after = changed.before(parts), changed.after(parts)
    amounts = [*_amounts(numerals, parts)]
    levels = [*accumulate((amount.by for amount in amounts), initial=before)]
    scale = axis([*levels, after], from_zero=False)
    places = [scale.at(level) for level in levels]
    return Waterfall(
        [
            Step(names[0], numerals.money(before), places[0], places[0], None),
            *(
                Step(amount.name, numerals.signed(amount.by, before), start, end, amount.by > 0)
                for amount, (start, end) in zip(amounts, pairwise(places), strict=True)
            ),
            Step(names[1], numerals.money(after, before), scale.at(after), scale.at(after), None),
        ],
        [Tick(scale.at(x), numerals.ratio(x)) for x in scale.ticks()],
    )


def _amounts(numerals: Numerals, parts: Sequence[Part]) -> Iterator[Amount]:
    """Return the steps: first those of the mix, then those of the efficiency."""
    _ = numerals.edition.say
    kinds = (
        (_("Mix: {channel}"), attrgetter("mix")),
        (_("Efficiency: {channel}"), attrgetter("efficiency")),
    )
    for name, amount in kinds:
        ranked = sorted(parts, key=lambda part: abs(amount(part)), reverse=True)
        seen = ranked if len(ranked) <= MOST else ranked[: MOST - 1]
        steps = [Amount(name.format(channel=part.channel), amount(part)) for part in seen]
        if rest := ranked[len(seen) :]:
            others = fsum(amount(part) for part in rest)
            steps.append(Amount(name.format(channel=_("all others")), others))
        yield from (step for step in steps if numerals.rounded(step.by, changed.before(parts)))
