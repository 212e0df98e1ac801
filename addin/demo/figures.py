"""What each campaign did on each day: the table that the exports of the ad platforms show."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from addin.demo.campaigns import CAMPAIGNS, SPIKED, Account, Campaign
from addin.demo.chance import Chance, Steady
from addin.demo.notation import CENTS
from addin.demo.story import Story

SEED = 2026
ORDER_VALUE = 1150.0
WEEK = (1.06, 1.05, 1.03, 1.0, 0.93, 0.88, 1.05)  # how busy a day is, from Monday
OVERSPENT = 5.9  # times its budget, on the day of the spike


class CampaignDay(NamedTuple):
    """A campaign's day; `cost`, `conversions` and `value` are whole hundredths, as sums need."""

    day: date
    campaign: Campaign
    cost: int
    impressions: int
    clicks: int
    conversions: int
    value: int


class Sums(NamedTuple):
    """The sums of some days, in the same units."""

    cost: int
    impressions: int
    clicks: int
    conversions: int
    value: int


def campaign_days(story: Story) -> tuple[CampaignDay, ...]:
    """Return the table, by day and then as the campaigns are declared."""
    chance = Chance(SEED)
    won = {campaign: Steady(chance) for campaign in CAMPAIGNS}
    return tuple(
        _drawn(chance, won[campaign], story, day, campaign)
        for day in story.days
        for campaign in CAMPAIGNS
    )


def of_account(rows: Iterable[CampaignDay], account: Account) -> list[CampaignDay]:
    """Return the rows of one account."""
    return [row for row in rows if row.campaign.account is account]


def sums(rows: Sequence[CampaignDay]) -> Sums:
    """Return the sums of rows."""
    return Sums(
        sum(row.cost for row in rows),
        sum(row.impressions for row in rows),
        sum(row.clicks for row in rows),
        sum(row.conversions for row in rows),
        sum(row.value for row in rows),
    )


def _drawn(
    chance: Chance, winning: Steady, story: Story, day: date, campaign: Campaign
) -> CampaignDay:
    moved = day >= story.turn
    usual = campaign.daily_cost * WEEK[day.weekday()] * (campaign.more_money if moved else 1)
    usual = chance.around(usual, 0.11)
    overspent = campaign is SPIKED and day == story.spike
    cost = round(usual * (OVERSPENT if overspent else 1), 2)
    clicks = max(1, chance.count(cost / chance.around(campaign.click_cost, 0.06)))
    price = campaign.cost_per_conversion * (campaign.dearer if moved else 1)
    # What is overspent in one day goes to people who have just seen the ad: it brings clicks only.
    won = min(clicks, winning.count(usual / price * story.share_in(day)))
    conversions = min(clicks * CENTS, _credited(chance, campaign.account, won))
    return CampaignDay(
        day,
        campaign,
        round(cost * CENTS),
        max(clicks, round(clicks * chance.around(campaign.views, 0.16))),
        clicks,
        conversions,
        round(conversions * chance.around(ORDER_VALUE, 0.18)),
    )


def _credited(chance: Chance, account: Account, won: int) -> int:
    """Return hundredths of conversions as an account counts them.

    Google shares a purchase among the ads before it. Meta leaves a day without results blank, and
    what is blank is no figure: here each day has one at least.
    """
    if account is Account.GOOGLE and won:
        return round(CENTS * (won + chance.around(0.5, 1) - 0.5))
    return CENTS * (max(won, 1) if account is Account.META else won)
