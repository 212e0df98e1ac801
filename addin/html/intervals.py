"""Costs per conversion with their limits, as places on a scale."""

from collections.abc import Callable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from addin.html.axis import Axis, axis
from workbook_templates.report.tables import Figure

LAST = 94.0  # percent of the scale: an interval that lies beyond it still shows its end
ROOM = 2.5  # one wide interval may not press all others into a corner


class Tick(NamedTuple):
    """An amount and where it lies, in percent of the scale."""

    at: float
    text: str


class Mark(NamedTuple):
    """A figure on the scale; `at` is None where there is no conversion.

    Without cost and conversions there are no limits either, and nothing to draw; the mark keeps
    its place. `text` tells the figure, `about` with its limits. `beyond` says that the interval
    runs past the end of the scale, or has no end.
    """

    name: str
    text: str
    about: str
    at: float | None
    low: float | None
    high: float | None
    beyond: bool


class Intervals(NamedTuple):
    """A chart of figures with limits; `target` is None where there is none."""

    marks: Sequence[Mark]
    ticks: Sequence[Tick]
    target: Tick | None


class Label(NamedTuple):
    """What stands at a figure: its name, the figure, and both with the limits."""

    name: str
    text: str
    about: str


def intervals(
    figures: Sequence[tuple[Figure, Label]], target: float, amount: Callable[[float], str]
) -> Intervals:
    """Return the chart of figures, without a mark where none has limits; `amount` writes ticks."""
    drawn = [figure for figure, _ in figures if figure.low is not None]
    scale = axis([*_extent(drawn), target])
    return Intervals(
        [_mark(scale, figure, label) for figure, label in figures] if drawn else (),
        [Tick(scale.at(x), amount(x)) for x in scale.ticks()],
        Tick(scale.at(target), amount(target)) if target else None,
    )


def _extent(figures: Sequence[Figure]) -> Iterator[float]:
    """Return amounts that the scale must show: all figures, and limits that are not far off."""
    known = [figure.cpc for figure in figures if figure.cpc is not None]
    most = ROOM * max(known) if known else inf
    yield from known
    for figure in figures:
        limit = figure.low if figure.high is None else figure.high
        yield min(limit or 0.0, most)


def _mark(scale: Axis, figure: Figure, label: Label) -> Mark:
    """Return where a figure and its limits lie."""
    if figure.low is None:
        return Mark(*label, at=None, low=None, high=None, beyond=False)
    high = scale.high if figure.high is None else figure.high
    return Mark(
        *label,
        at=None if figure.cpc is None else scale.at(figure.cpc),
        low=min(scale.at(figure.low), LAST),
        high=scale.at(high),
        beyond=figure.high is None or figure.high > scale.high,
    )
