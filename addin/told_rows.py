"""The rows and figures of a report, made of the sums that count."""

from collections.abc import Callable, Sequence

from addin.figures import by, of_parts
from addin.summary import MICRO, MONTH, Sums, first_day
from cpc_functions.categories import CATEGORIES
from cpc_functions.cost_rules import plain
from workbook_templates.report.tables import (
    CostRow,
    DayRow,
    Figure,
    OrganicRow,
    PaidRow,
)

COUNTED = {
    plain(name)
    for category in CATEGORIES
    if category.verdict.counts
    for name in (category.name, *category.also)
}

Namer = Callable[[Sums], str]


def paid_rows(parts: Sequence[Sums], name: Namer) -> list[PaidRow]:
    """Return paid traffic by day (or month), channel and campaign."""
    rows = by(parts, lambda part: "\0".join((part.day, name(part), part.campaign)))
    return [
        PaidRow(
            first_day(first),
            name(first),
            first.campaign,
            cost=_sum(group, "cost"),
            impressions=_sum(group, "impressions"),
            clicks=_sum(group, "clicks"),
            conversions=_sum(group, "conversions"),
            value=_sum(group, "value"),
            quality=_quality(group),
        )
        for group in rows.values()
        for first in group[:1]
    ]


def organic_rows(parts: Sequence[Sums]) -> list[OrganicRow]:
    """Return traffic that nobody was paid for, by day (or month) and source."""
    rows = by(parts, lambda part: "\0".join((part.day, part.channel or part.platform)))
    return [
        OrganicRow(
            first_day(first),
            first.channel or first.platform,
            sessions=_sum(group, "sessions"),
            conversions=_sum(group, "conversions"),
            value=_sum(group, "value"),
        )
        for group in rows.values()
        for first in group[:1]
    ]


def day_rows(parts: Sequence[Sums], name: Namer) -> list[DayRow]:
    """Return paid traffic by day and channel."""
    rows = by(parts, lambda part: "\0".join((part.day, name(part))))
    return [
        DayRow(
            first_day(group[0]),
            name(group[0]),
            _sum(group, "cost") or 0.0,
            _sum(group, "conversions") or 0.0,
        )
        for group in rows.values()
    ]


def campaigns_of(parts: Sequence[Sums], name: Namer) -> list[Figure]:
    """Return the campaigns with their channels, those with the highest cost first."""
    groups = by(parts, lambda part: "\0".join((name(part), part.campaign)))
    found = [
        of_parts(group[0].campaign, group)._replace(channel=name(group[0]))
        for group in groups.values()
    ]
    return sorted(found, key=lambda each: (-each.cost, each.channel, each.name))


def dearest_first(groups: dict[str, list[Sums]]) -> list[Figure]:
    """Return the figure of each group, that with the highest cost first."""
    found = [of_parts(name, parts) for name, parts in groups.items()]
    return sorted(found, key=lambda each: (-each.cost, each.name))


def months_of(parts: Sequence[Sums], costs: Sequence[CostRow]) -> list[Figure]:
    """Return the figure of each month with the other costs that count in it.

    None where rows reach over the end of a month.
    """
    if any(part.day[:MONTH] != part.end[:MONTH] for part in parts):
        return []
    groups = by(parts, lambda part: part.day[:MONTH])
    return [
        of_parts(
            month,
            groups[month],
            counted([row for row in costs if row.day.isoformat()[:MONTH] == month]),
        )
        for month in sorted(groups)
    ]


def counted(costs: Sequence[CostRow]) -> float:
    """Return the sum of the costs that count as conversion cost by the default rules."""
    return sum(row.cost for row in costs if plain(row.category) in COUNTED)


def _sum(parts: Sequence[Sums], name: str) -> float | None:
    known = [value for part in parts if (value := getattr(part, name)) is not None]
    return sum(known) / MICRO if known else None


def _quality(parts: Sequence[Sums]) -> float | None:
    """Return the quality score, weighted by impressions as QS_WEIGHTED does."""
    rated = sum(part.rated for part in parts)
    return sum(part.quality for part in parts) / rated / 1_000 if rated else None
