"""The tables of a report as rows of the tracker's sheets, with the lists that they are read by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import NamedTuple

from workbook_templates.edition import Edition
from workbook_templates.page import Data
from workbook_templates.report.edition import NO_CURRENCY, months_of
from workbook_templates.report.names import Names
from workbook_templates.report.tables import Tables
from workbook_templates.tracker.filled import CAMPAIGN_SPAN, LETTERS, LISTED, Filled, wide

MOST_CHANNELS, MOST_CAMPAIGNS, MOST_MONTHS = 30, 2_000, 120


class Campaign(NamedTuple):
    """A campaign with the number by which its rows are found; the dearest is number 1."""

    number: int
    channel: str
    name: str
    cost: float
    conversions: float


@dataclass(frozen=True)
class Contents:
    """What the sheets hold; `campaigns` are all of them, `filled` has room for the largest.

    `numbers` holds the number of a campaign by its channel and name.
    """

    filled: Filled
    campaigns: Sequence[Campaign]
    numbers: Mapping[tuple[str, str], int]


def contents(edition: Edition, tables: Tables) -> Contents:
    """Return the tables as rows: a channel, a campaign and a month too many are in totals only."""
    _, names = edition.say, Names(edition, tables.currency)
    campaigns = campaigns_of(tables)
    numbers = {(c.channel, c.name): c.number for c in campaigns}
    every = channels_of(campaigns)
    channels = [name for name in every if name][:MOST_CHANNELS]
    months = months_of(tables.span) if tables.months else 0
    lows = [c for c in campaigns if c.cost >= 0 and c.cost + c.conversions > 0]
    highs = [c for c in lows if c.conversions > 0]
    verdicts = bool(tables.target)
    room = LETTERS * wide(CAMPAIGN_SPAN, verdicts=verdicts)
    return Contents(
        Filled(
            [Data(name) for name in channels],
            months if 1 < months <= MOST_MONTHS else 0,
            channel_room=max(1, len(channels)),
            campaigns=min(len(campaigns), MOST_CAMPAIGNS),
            cheap=min(LISTED, len(highs), len(lows) // 2),
            dear=min(LISTED, len(lows) - len(lows) // 2) if len(lows) > 1 else 0,
            long_names=any(len(c.name) > room for c in campaigns),
            unlisted=len(channels) < len(every),
            other=bool(tables.costs),
            verdicts=verdicts,
            from_zero=_from_zero(tables),
            paid=[(*row[:10], numbers[row.channel, row.campaign]) for row in tables.paid],
            organic=tables.organic,
            costs=[row._replace(category=names.category(row.category)) for row in tables.costs],
            currency=_("not said") if edition.currency == NO_CURRENCY else "",
            event=Data(tables.event),
            last_day=tables.span.last,
            target=tables.target or None,
        ),
        campaigns,
        numbers,
    )


def _from_zero(tables: Tables) -> bool:
    """Return whether no column of a chart is below 0, as refunds of a month can be."""
    figures = (*tables.months, *tables.channels)
    return all(
        amount >= 0
        for amount in (
            *(figure.cost for figure in figures),
            *(figure.conversions for figure in figures),
            *(row.conversions or 0 for row in tables.organic),
            *(row.cost for row in tables.costs),
        )
    )


def campaigns_of(tables: Tables) -> list[Campaign]:
    """Return the campaigns of the paid rows, the largest cost first."""
    rows: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for row in tables.paid:
        pair = row.cost or 0, row.conversions or 0
        rows.setdefault((row.channel, row.campaign), []).append(pair)
    sums = {
        name: [fsum(column) for column in zip(*pairs, strict=True)] for name, pairs in rows.items()
    }
    ranked = sorted(sums.items(), key=lambda found: (-found[1][0], found[0]))
    return [Campaign(number, *name, *amounts) for number, (name, amounts) in enumerate(ranked, 1)]


def channels_of(campaigns: Sequence[Campaign]) -> list[str]:
    """Return the channels, the largest cost first; spreadsheets do not tell capitals apart."""
    costs: dict[str, float] = {}
    names: dict[str, str] = {}
    for campaign in campaigns:
        key = campaign.channel.casefold()
        names.setdefault(key, campaign.channel)
        costs[key] = costs.get(key, 0) + campaign.cost
    return [names[key] for key in sorted(costs, key=lambda key: (-costs[key], key))]
