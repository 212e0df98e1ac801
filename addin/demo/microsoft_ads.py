"""A campaign report by day as Microsoft Advertising writes it: facts, header, rows, total, ©."""

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from io import StringIO

from addin.demo.figures import CampaignDay, Sums, sums
from addin.demo.notation import CENTS, amount, over, percent
from addin.demo.story import Story

HEADER = (
    *("Gregorian date", "Account name", "Campaign name", "Currency code", "Impressions", "Clicks"),
    *("CTR (%)", "Average CPC", "Spend", "Conversions", "Revenue", "CPA"),
)
ACCOUNT = "Example shop"


def microsoft_ads(rows: Sequence[CampaignDay], story: Story) -> bytes:
    """Return the file, UTF-8 with a byte order mark; every cell is quoted."""
    text = StringIO()
    lines = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    lines.writerows([fact] for fact in _facts(len(rows), story))
    lines.writerow([])
    lines.writerow(HEADER)
    for row in rows:
        names = (_written(row.day), ACCOUNT, row.campaign.name, "NOK")
        lines.writerow([*names, *_figures(sums([row]))])
    lines.writerow(["Total", "", "", "", *_figures(sums(rows))])
    lines.writerow([])
    lines.writerow([f"©{story.last_day.year} Microsoft Corporation. All rights reserved. "])
    return text.getvalue().encode("utf-8-sig")


def _facts(rows: int, story: Story) -> list[str]:
    complete = f"{_written(story.last_day + timedelta(days=1))} 9:00:00 AM (GMT)"
    return [
        "Report Name: Campaign performance by day",
        f"Report Time: {_written(story.first_day)},{_written(story.last_day)}",
        "Time Zone: (GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
        f"Last Completed Available Day: {complete}",
        f"Last Completed Available Hour: {complete}",
        "Report Aggregation: Daily",
        "Report Filter: ",
        "Potential Incomplete Data: true",
        f"Rows: {rows}",
    ]


def _figures(of: Sums) -> list[str]:
    return [
        f"{of.impressions:,}",
        f"{of.clicks:,}",
        percent(of.clicks, of.impressions),
        over(of.cost, of.clicks),
        amount(of.cost),
        f"{of.conversions // CENTS:,}",
        amount(of.value),
        over(of.cost * CENTS, of.conversions) if of.conversions else "",
    ]


def _written(day: date) -> str:
    return f"{day.month}/{day.day}/{day.year}"
