"""What analytics counted on the site of the made-up shop: paid and organic visits by day."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from addin.demo.campaigns import Account, Campaign, Kind
from addin.demo.chance import Chance, Steady
from addin.demo.figures import ORDER_VALUE, SEED, WEEK, CampaignDay
from addin.demo.notation import CENTS
from addin.demo.story import Story

SEEN = 0.88  # of the clicks on ads, how many become a session


class Group(NamedTuple):
    """A channel group: its sessions on a usual day, and how many of them end in a purchase."""

    name: str
    sessions: float
    rate: float


ORGANIC = (
    Group("Organic Search", 640, 0.0205),
    Group("Direct", 310, 0.0182),
    Group("Email", 92, 0.0331),
    Group("Organic Social", 84, 0.0083),
    Group("Referral", 61, 0.0147),
    Group("Organic Shopping", 47, 0.0189),
    Group("Unassigned", 19, 0.0052),
)
# Of paid groups the ads bring the sessions. Analytics credits them with less than the platforms
# claim, the least where the ad was seen and not clicked.
PAID = (
    Group("Paid Search", 0, 0.029),
    Group("Paid Shopping", 0, 0.031),
    Group("Paid Social", 0, 0.0118),
    Group("Display", 0, 0.009),
)


class Visits(NamedTuple):
    """A group's day; `revenue` is whole hundredths, `seconds` is the time of one session."""

    day: date
    group: str
    sessions: int
    engaged: int
    seconds: float
    events: int
    key_events: int
    revenue: int


def visits(story: Story, ads: Sequence[CampaignDay]) -> list[Visits]:
    """Return the table, by day and then as the groups are declared."""
    chance = Chance(SEED + 1)
    won = {group: Steady(chance) for group in (*ORGANIC, *PAID)}
    return [
        _drawn(chance, won[group], day, group, mean)
        for day in story.days
        for group, mean in _planned(day, [row for row in ads if row.day == day])
    ]


def group_of(campaign: Campaign) -> str:
    """Return the channel group that a campaign's visits fall into."""
    if campaign.account is Account.META:
        return "Paid Social"
    return {Kind.SHOPPING: "Paid Shopping", Kind.DISPLAY: "Display"}.get(
        campaign.kind, "Paid Search"
    )


def _planned(day: date, ads: Sequence[CampaignDay]) -> Iterator[tuple[Group, float]]:
    for group in ORGANIC:
        yield group, group.sessions * WEEK[day.weekday()]
    for group in PAID:
        clicks = sum(row.clicks for row in ads if group_of(row.campaign) == group.name)
        yield group, clicks * SEEN


def _drawn(chance: Chance, winning: Steady, day: date, group: Group, mean: float) -> Visits:
    sessions = max(1, chance.count(chance.around(mean, 0.05)))
    key_events = min(sessions, winning.count(sessions * group.rate))
    return Visits(
        day,
        group.name,
        sessions,
        round(sessions * chance.around(0.61, 0.12)),
        chance.around(54, 0.2),
        round(sessions * chance.around(6.4, 0.1)),
        key_events,
        round(key_events * CENTS * chance.around(ORDER_VALUE, 0.18)),
    )
