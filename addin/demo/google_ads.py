"""A campaign report by day as Google Ads writes its CSV: totals below, " --" where nothing is."""

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO

from addin.demo.campaigns import Kind
from addin.demo.figures import CampaignDay, Sums, sums
from addin.demo.notation import CENTS, amount, over, percent
from addin.demo.story import Story

HEADER = (
    *("Day", "Campaign", "Campaign type", "Currency code", "Cost", "Impr.", "Clicks", "CTR"),
    *("Avg. CPC", "Conversions", "Conv. value", "Cost / conv.", "Search impr. share"),
)
ABSENT = " --"
LITTLE = "< 10%"
SHARE_OF_VIEWS = {"Brand – exact": "91.47%", "Non-brand – office chairs": "34.18%"}
# Not strftime: a program that runs this may have set another language.
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
KINDS = (Kind.SEARCH, Kind.SHOPPING, Kind.DISPLAY)


def google_ads(rows: Sequence[CampaignDay], story: Story) -> bytes:
    """Return the file, UTF-8 without a byte order mark."""
    text = StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(["Campaign report"])
    lines.writerow([f"{_written(story.first_day)} - {_written(story.last_day)}"])
    lines.writerow(HEADER)
    lines.writerows(_row(row) for row in rows)
    for name in ("Campaigns", "Account"):
        lines.writerow(_total(name, rows))
    for kind in KINDS:
        lines.writerow(_total(kind, [row for row in rows if row.campaign.kind is kind]))
    return text.getvalue().encode()


def _row(row: CampaignDay) -> list[str]:
    campaign = row.campaign
    share = SHARE_OF_VIEWS.get(campaign.name, LITTLE) if campaign.kind is Kind.SEARCH else ABSENT
    return [row.day.isoformat(), campaign.name, campaign.kind, "NOK", *_figures(sums([row])), share]


def _total(name: str, rows: Sequence[CampaignDay]) -> list[str]:
    return [f"Total: {name}", ABSENT, ABSENT, "NOK", *_figures(sums(rows)), ABSENT]


def _figures(of: Sums) -> list[str]:
    return [
        amount(of.cost),
        f"{of.impressions:,}",
        f"{of.clicks:,}",
        percent(of.clicks, of.impressions),
        over(of.cost, of.clicks),
        amount(of.conversions),
        amount(of.value),
        over(of.cost * CENTS, of.conversions),
    ]


def _written(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
