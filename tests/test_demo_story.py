"""The story that the made-up exports tell, whatever the day they end on."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import groupby

import pytest

from addin.demo.campaigns import CAMPAIGNS, CHEAP, DEAR, THIN, Account
from addin.demo.figures import CampaignDay, campaign_days, of_account, sums
from addin.demo.story import Story, story_to
from cpc_functions import cpc_alert, cpc_verdict, cpc_why

LAST_DAY = date(2026, 11, 22)
STORY = story_to(LAST_DAY)
CENTS = 100

# The story must not hang on one day: months of each length, their last days, a leap year.
LAST_DAYS = [LAST_DAY, *(date(2026, 11, 30) + timedelta(days=41 * step) for step in range(12))]


def test_no_figure_is_impossible() -> None:
    for row in campaign_days(STORY):
        assert 0 < row.clicks <= row.impressions
        assert 0 <= row.conversions <= row.clicks * CENTS
        assert row.cost > 0
        assert (row.value > 0) == (row.conversions > 0)
        whole = row.conversions % CENTS == 0
        assert whole or row.campaign.account is Account.GOOGLE


def by_month(story: Story) -> tuple[list[CampaignDay], list[CampaignDay]]:
    """Return the rows of the last two complete months."""
    months = [
        list(rows)
        for _, rows in groupby(campaign_days(story), lambda row: (row.day.year, row.day.month))
    ]
    complete = [
        rows
        for rows in months
        if rows[0].day.day == 1 and (rows[-1].day + timedelta(days=1)).day == 1
    ]
    earlier, later = complete[-2:]
    return earlier, later


def total_why(
    earlier: Sequence[CampaignDay],
    later: Sequence[CampaignDay],
    segment: Callable[[CampaignDay], str],
) -> tuple[float, float]:
    """Return how much of the change is mix and how much efficiency."""
    names = sorted({segment(row) for row in earlier})
    columns = [
        [[figure / CENTS] for figure in figures]
        for rows in (earlier, later)
        for figures in zip(
            *(
                (total.cost, total.conversions)
                for name in names
                for total in [sums([row for row in rows if segment(row) == name])]
            ),
            strict=True,
        )
    ]
    *_, (_, mix, efficiency) = cpc_why.evaluate([[name] for name in names], *columns)
    return mix, efficiency


@pytest.mark.parametrize("last_day", LAST_DAYS, ids=str)
def test_the_cost_per_conversion_rises_by_mix_and_less_by_efficiency(last_day: date) -> None:
    earlier, later = by_month(story_to(last_day))
    for segment in (
        lambda row: str(row.campaign.account),
        lambda row: f"{row.campaign.account} {row.campaign.kind}",
        lambda row: f"{row.campaign.account} {row.campaign.name}",
    ):
        mix, efficiency = total_why(earlier, later, segment)
        assert mix > efficiency > 0


@pytest.mark.parametrize("last_day", LAST_DAYS, ids=str)
def test_one_campaign_is_dear_one_cheap_and_one_too_thin_to_judge(last_day: date) -> None:
    rows = campaign_days(story_to(last_day))
    whole = sums(rows)
    verdicts = []
    for campaign in (DEAR, CHEAP, THIN):
        own = sums([row for row in rows if row.campaign is campaign])
        arguments = (own.cost / CENTS, own.conversions / CENTS, whole.cost / whole.conversions)
        verdicts.append(str(cpc_verdict.evaluate(*arguments)).partition(":")[0])
    assert verdicts == ["above target", "below target", "cannot tell"]


@pytest.mark.parametrize("last_day", LAST_DAYS, ids=str)
def test_the_overspent_day_stands_out(last_day: date) -> None:
    story = story_to(last_day)
    meta = of_account(campaign_days(story), Account.META)
    days = [sums(list(rows)) for _, rows in groupby(meta, lambda row: row.day)]
    alerts = cpc_alert.evaluate(
        [[day.toordinal() - date(1899, 12, 30).toordinal()] for day in story.days],
        [[day.cost / CENTS] for day in days],
        [[day.conversions / CENTS] for day in days],
    )
    high = [day for day, (alert,) in zip(story.days, alerts, strict=True) if alert == "HIGH"]
    assert story.spike in high
    assert all(day == story.spike or (last_day - day).days < 4 for day in high)


def test_the_conversions_of_the_last_days_are_not_all_in() -> None:
    rows = campaign_days(STORY)
    by_day = [sums([row for row in rows if row.day == day]) for day in STORY.days]
    rates = [day.conversions / day.cost for day in by_day]
    usual = sum(rates[-33:-5]) / 28
    assert rates[-1] < 0.6 * usual
    assert rates[-2] < 0.9 * usual


def test_brand_and_other_search_are_campaigns_of_their_own() -> None:
    names = [campaign.name for campaign in CAMPAIGNS if campaign.account is Account.GOOGLE]
    assert any(name.startswith("Brand") for name in names)
    assert any(name.startswith("Non-brand") for name in names)
    assert {
        account: sum(campaign.account is account for campaign in CAMPAIGNS) for account in Account
    } == {Account.GOOGLE: 5, Account.META: 3, Account.MICROSOFT: 3}
