"""The ratios and intervals of small sums, by the same functions as in cells."""

from collections.abc import Callable, Iterable, Sequence

from addin.summary import MICRO, Sums
from cpc_functions.cells import CellError
from cpc_functions.poisson import cost_limits
from workbook_templates.report.tables import Figure

CONFIDENCE = 0.95


def figure(
    name: str, cost: float, conversions: float, clicks: float | None, confidence: float = CONFIDENCE
) -> Figure:
    """Return a cost per conversion with its limits; negative sums (refunds) have none."""
    if cost < 0 or conversions < 0 or cost == conversions == 0:
        return Figure(name, cost, conversions, clicks, None, None, None)
    low, high = cost_limits(cost, conversions, confidence)
    return Figure(
        *(name, cost, conversions, clicks),
        cost / conversions if conversions else None,
        low,
        None if isinstance(high, CellError) else high,
    )


def of_parts(name: str, parts: Iterable[Sums], extra_cost: float = 0.0) -> Figure:
    """Return the figure of some sums: a ratio of sums, never a mean of ratios."""
    parts = list(parts)
    clicks = [part.clicks for part in parts if part.clicks is not None]
    return figure(
        name,
        sum(part.cost or 0 for part in parts) / MICRO + extra_cost,
        sum(part.conversions or 0 for part in parts) / MICRO,
        sum(clicks) / MICRO if clicks else None,
    )


def by(parts: Sequence[Sums], key: Callable[[Sums], str]) -> dict[str, list[Sums]]:
    """Return sums in groups, in the order in which their keys first stand."""
    groups: dict[str, list[Sums]] = {}
    for part in parts:
        groups.setdefault(key(part), []).append(part)
    return groups
