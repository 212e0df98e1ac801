"""A made-up report: four channels, nine campaigns, four months by day. Every sum is a true sum."""

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from math import fsum
from typing import Any

from addin.changes import effects
from cpc_functions import ab_cpc, cpc_ci
from cpc_functions.cells import CellError
from tests.report_rows import ALL, CAMPAIGNS, FINDINGS, LEFT_OUT, ORGANIC, SOURCES, YEAR
from workbook_templates.report.tables import (
    Action,
    Advice,
    Alert,
    Change,
    CostRow,
    DayRow,
    Figure,
    OrganicRow,
    PaidRow,
    Part,
    Span,
    Tables,
)

ORDER_VALUE, TARGET = 890, 300.0
SEO = 18_000.0
UNTRACKED = "Lead form"  # its export has no figure of conversions
DOWN = date(YEAR, 3, 17)  # the day on which Meta counted no conversion


def tables(**changes: Any) -> Tables:
    """Return the report, with other parts in place of its own."""
    rows = [*_paid()]
    organic = [*_organic()]
    costs = [
        CostRow(date(YEAR, month, 1), "SEO specialist", "SEO specialist", SEO)
        for month in range(1, 5)
    ]
    media = _sum(rows, "paid")
    everywhere = media.conversions + fsum(row.conversions or 0 for row in organic)
    return replace(
        Tables(
            currency="NOK",
            event="Purchase",
            span=ALL,
            made_on=date(YEAR, 5, 2),
            target=TARGET,
            paid=rows,
            organic=organic,
            costs=costs,
            days=_days(rows),
            total=media,
            blended=figure("blended", media.cost, everywhere),
            loaded=figure("loaded", media.cost + fsum(row.cost for row in costs), everywhere),
            channels=_by(rows, lambda row: row.channel),
            campaigns=_by(rows, lambda row: f"{row.channel} – {row.campaign}"),
            months=_by(rows, lambda row: f"{row.day:%Y-%m}", dearest=False),
            change=_change(rows),
            alerts=_alerts(rows),
            advice=_advice(rows),
            left_out=LEFT_OUT,
            findings=FINDINGS,
            sources=SOURCES,
        ),
        **changes,
    )


def figure(name: str, cost: float, conversions: float, clicks: float | None = None) -> Figure:
    """Return a cost per conversion with its exact limits."""
    low, high = (None if isinstance(x, CellError) else x for x in cpc_ci(cost, conversions))
    return Figure(
        name, cost, conversions, clicks, cost / conversions if conversions else None, low, high
    )


def _paid() -> Iterator[PaidRow]:
    for channel, campaign, costs, conversions, clicks in CAMPAIGNS:
        for month, (spent, won) in enumerate(zip(costs, conversions, strict=True), 1):
            length = monthrange(YEAR, month)[1]
            if not spent:
                continue
            for place in range(length):
                day = date(YEAR, month, place + 1)
                here = 0 if (day, channel) == (DOWN, "Meta") else _piece(won, place, length)
                known = campaign != UNTRACKED
                yield PaidRow(
                    *(day, channel, campaign),
                    cost=_piece(spent, place, length),
                    impressions=900 + 10 * place,
                    clicks=_piece(won * clicks or 300, place, length),
                    conversions=here if known else None,
                    value=here * ORDER_VALUE if known else None,
                )


def _piece(whole: int, place: int, length: int) -> int:
    """Return the part of a whole number that falls on one of so many days."""
    return whole * (place + 1) // length - whole * place // length


def _organic() -> Iterator[OrganicRow]:
    for source, sessions, conversions in ORGANIC:
        for month in range(1, 5):
            won = conversions + month
            yield OrganicRow(
                date(YEAR, month, 1), source, sessions + 50 * month, won, won * ORDER_VALUE
            )


def _sum(rows: Sequence[PaidRow], name: str) -> Figure:
    return figure(
        name,
        fsum(row.cost or 0 for row in rows),
        fsum(row.conversions or 0 for row in rows),
        fsum(row.clicks or 0 for row in rows),
    )


def _groups(
    rows: Sequence[PaidRow], key: Callable[[PaidRow], Any]
) -> Iterator[tuple[Any, list[PaidRow]]]:
    for name in dict.fromkeys(map(key, rows)):
        yield name, [row for row in rows if key(row) == name]


def _by(
    rows: Sequence[PaidRow], key: Callable[[PaidRow], str], *, dearest: bool = True
) -> list[Figure]:
    """Return a figure for each group: the largest cost first, or in the order of the names."""
    found = [_sum(group, name) for name, group in _groups(rows, key)]
    return sorted(found, key=lambda f: (-f.cost if dearest else 0, f.name))


def _days(rows: Sequence[PaidRow]) -> list[DayRow]:
    keyed = sorted(_groups(rows, lambda row: (row.day, row.channel)))
    return [
        DayRow(day, channel, found.cost, found.conversions)
        for (day, channel), group in keyed
        for found in [_sum(group, channel)]
    ]


def _change(rows: Sequence[PaidRow]) -> Change:
    """Return what changed from March to April."""
    channels = {}
    for channel, group in _groups(rows, lambda row: row.channel):
        march, april = (_sum([r for r in group if r.day.month == m], channel) for m in (3, 4))
        channels[channel] = march.cost, march.conversions, april.cost, april.conversions
    told = effects(channels)
    sums = [fsum(column) for column in zip(*channels.values(), strict=True)]
    ratio, low, high, p = ab_cpc(*sums)[:4]
    return Change(
        Span(date(YEAR, 3, 1), date(YEAR, 3, 31)),
        Span(date(YEAR, 4, 1), date(YEAR, 4, 30)),
        [Part(channel, *figures, *told[channel]) for channel, figures in channels.items()],
        _number(ratio) - 1,
        _number(low) - 1,
        _number(high) - 1,
        _number(p),
    )


def _number(cell: object) -> float:
    assert isinstance(cell, float)
    return cell


def _alerts(rows: Sequence[PaidRow]) -> list[Alert]:
    found = _sum([row for row in rows if (row.day, row.channel) == (DOWN, "Meta")], "Meta")
    return [Alert(DOWN, "Meta", found.cost, found.conversions, expected=5.9, dear=True)]


def _advice(rows: Sequence[PaidRow]) -> list[Advice]:
    named = {f.name: f for f in _by(rows, lambda row: f"{row.channel} – {row.campaign}")}
    judged = (
        (Action.CUT, "LinkedIn", "Webinar"),
        (Action.CUT, "LinkedIn", "Lead form"),
        (Action.RAISE, "Google Ads", "Brand"),
        (Action.RAISE, "Meta", "Retargeting"),
    )
    return [
        Advice(action, channel, campaign, f.cost, f.conversions, f.low or 0, f.high, TARGET, None)
        for action, channel, campaign in judged
        for f in [named[f"{channel} – {campaign}"]]
    ]
