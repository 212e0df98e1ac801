"""Made-up data that looks like a small web shop's year: equal choices give equal rows.

No figure here is of a real business. Conversions are drawn from the Poisson distribution that the
intervals assume, with a slow season around it.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, pairwise
from math import cos, exp, pi
from random import Random
from typing import NamedTuple

from workbook_templates.edition import Edition
from workbook_templates.prices import price_level
from workbook_templates.sheet import Value
from workbook_templates.tracker.category_names import titled

SEED = 2026
ORDER_VALUE = 1150.0


class Campaign(NamedTuple):
    """A made-up campaign: what it spends in a week, and what a click and a conversion cost."""

    channel: str
    name: str
    weekly_cost: float
    click_cost: float
    cost_per_conversion: float
    quality: int | None
    fractional: bool = False


def channels(edition: Edition) -> list[str]:
    """Return the channels that Settings lists, most common first."""
    _ = edition.say
    return [
        *(_("Google search"), _("Google shopping"), _("Meta"), _("Microsoft search")),
        *(_("LinkedIn"), _("TikTok"), _("YouTube"), _("Affiliates")),
    ]


def paid_rows(edition: Edition) -> list[tuple[Value, ...]]:
    """Return rows of the Paid sheet, at most as many as the edition has room for.

    Each month is cut into as many equal parts as fit; where not even one does, the campaigns are
    fewer, and then the months.
    """
    random = Random(SEED)  # noqa: S311 - made-up data, not secrets
    campaigns = _campaigns(edition)[: max(1, edition.rows // edition.months)]
    parts = max(1, edition.rows // (edition.months * len(campaigns)))
    rows = _rows(edition, random, campaigns, parts)
    return list(islice(rows, edition.rows))


def organic_rows(edition: Edition) -> list[tuple[Value, ...]]:
    """Return rows of the Organic sheet: four sources a month."""
    _ = edition.say
    random = Random(SEED + 1)  # noqa: S311 - as above
    sources = (
        (_("Organic search"), 5200, 0.021),
        (_("Blog"), 1400, 0.008),
        (_("Own newsletter"), 900, 0.035),
        (_("Organic social"), 700, 0.009),
    )
    rows: list[tuple[Value, ...]] = []
    for month in _months(edition):
        for source, sessions, rate in sources:
            visits = _poisson(random, sessions * _season(month))
            conversions = _poisson(random, visits * rate)
            worth = round(conversions * ORDER_VALUE * price_level(edition), 2)
            rows.append((month, source, visits, conversions, worth))
    return rows


def cost_rows(edition: Edition) -> list[tuple[Value, ...]]:
    """Return rows of the Costs sheet: what counts, what does not, and what is policy."""
    _ = edition.say
    level = price_level(edition)
    monthly = (
        (_("SEO specialist, monthly"), _("seo specialist"), 14500.0),
        (_("Agency, monthly fee"), _("agency fee"), 9000.0),
        (_("Call tracking"), _("tracking tools"), 790.0),
    )
    quarterly = (
        (_("Expert blogger, three articles"), _("expert blogger"), 12000.0),
        (_("Placement with an influencer"), _("influencer placement"), 18000.0),
    )
    rows: list[tuple[Value, ...]] = []
    for number, month in enumerate(_months(edition)):
        for what, category, cost in monthly + (quarterly if number % 3 == 1 else ()):
            rows.append((month, what, titled(category), round(cost * level, 2), None))
    return rows


def _campaigns(edition: Edition) -> list[Campaign]:
    _ = edition.say
    google, shopping, meta, microsoft, linkedin, tiktok, youtube, affiliates = channels(edition)
    return [
        Campaign(google, _("Brand"), 1900, 3.1, 61, 9),
        Campaign(google, _("Generic, high intent"), 6400, 11.8, 342, 6),
        Campaign(google, _("Generic, broad"), 3100, 9.4, 618, 4),
        Campaign(google, _("Competitors"), 850, 14.2, 930, 3),
        Campaign(shopping, _("All products"), 5200, 6.2, 268, None, fractional=True),
        Campaign(shopping, _("Best sellers"), 2700, 5.8, 214, None, fractional=True),
        Campaign(meta, _("Prospecting"), 4100, 7.9, 455, None),
        Campaign(meta, _("Retargeting"), 1500, 5.1, 182, None),
        Campaign(microsoft, _("Brand"), 320, 2.8, 74, 8),
        Campaign(microsoft, _("Generic"), 980, 8.1, 371, 6),
        Campaign(linkedin, _("Decision makers"), 1700, 58.0, 1490, None),
        Campaign(tiktok, _("Creators"), 1300, 4.4, 690, None),
        Campaign(youtube, _("How-to videos"), 900, 3.9, 820, None),
        Campaign(youtube, _("Bumper test"), 240, 6.0, 99000, None),
        Campaign(affiliates, _("Commission"), 1250, 6.9, 236, None),
    ]


def _rows(
    edition: Edition, random: Random, campaigns: list[Campaign], parts: int
) -> Iterator[tuple[Value, ...]]:
    level = price_level(edition)
    for start, days in _spans(edition, parts):
        weeks = days / 7
        for campaign in campaigns:
            season = _season(start)
            spend = campaign.weekly_cost * weeks * season * random.uniform(0.85, 1.15)
            cost = round(spend * level, 2)
            clicks = _poisson(random, spend / campaign.click_cost)
            found = _poisson(random, spend / campaign.cost_per_conversion * season**0.5)
            conversions: float = min(found, clicks)
            if campaign.fractional and conversions:
                conversions = round(conversions - random.choice((0, 0.25, 0.5)), 2)
            yield (
                *(start, campaign.channel, campaign.name, cost),
                _poisson(random, clicks * random.uniform(28, 44)),
                *(clicks, conversions, round(conversions * ORDER_VALUE * level, 2)),
                *(campaign.quality, None),
            )


def _months(edition: Edition) -> list[date]:
    months = [edition.first_month.replace(day=1)]
    while len(months) < edition.months:
        months.append((months[-1] + timedelta(days=31)).replace(day=1))
    return months


def _spans(edition: Edition, parts: int) -> Iterator[tuple[date, int]]:
    """Return the first day and the length of each part of each month."""
    for month in _months(edition):
        length = monthrange(month.year, month.month)[1]
        days = [length * part // min(parts, length) for part in range(min(parts, length) + 1)]
        for first, after in pairwise(days):
            yield month + timedelta(days=first), after - first


def _season(day: date) -> float:
    """Return how busy a day of the year is: most so in late November."""
    return 1 + 0.22 * cos(2 * pi * (day.timetuple().tm_yday - 330) / 365)


def _poisson(random: Random, mean: float) -> int:
    """Return a Poisson count: Knuth's product for small means, the rounded normal above 50."""
    if mean > 50:
        return max(0, round(random.gauss(mean, mean**0.5)))
    count, product, least = 0, random.random(), exp(-mean)
    while product > least:
        count += 1
        product *= random.random()
    return count
