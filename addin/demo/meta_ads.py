"""A campaign report by day as Meta Ads Manager writes its XLSX: the total stands above the rows."""

from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook

from addin.demo.figures import CampaignDay, Sums, sums
from addin.demo.notation import CENTS
from addin.demo.story import Story
from workbook_templates.writing.package import packed

SHEET = "Worksheet"
HEADER = (
    *("Campaign name", "Day", "Campaign delivery", "Attribution setting", "Result type"),
    *("Results", "Impressions", "Cost per result", "Amount spent (NOK)", "Link clicks"),
    *("Purchases conversion value", "Reporting starts", "Reporting ends"),
)
PURCHASE = "Website purchases"
WINDOW = "7-day click or 1-day view"
DECIMALS = 8  # of a cost per result

Value = str | float | None


def meta_ads(rows: Sequence[CampaignDay], story: Story) -> bytes:
    """Return the workbook; days are texts, as Meta writes them."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    total = _figures(sums(rows), story.first_day, story.last_day)
    lines: list[Sequence[Value]] = [HEADER, [None, None, None, None, *total]]
    for row in rows:
        names = (row.campaign.name, row.day.isoformat(), "active", WINDOW)
        lines.append([*names, *_figures(sums([row]), row.day, row.day)])
    for number, line in enumerate(lines, 1):
        for column, value in enumerate(line, 1):
            cell = sheet.cell(number, column, value)
            if isinstance(value, str):
                cell.data_type = "s"  # a name that begins with = is no formula
    return packed(book, {})


def _figures(of: Sums, first: date, last: date) -> list[Value]:
    return [
        PURCHASE,
        of.conversions // CENTS,
        of.impressions,
        round(of.cost / of.conversions, DECIMALS) if of.conversions else None,
        of.cost / CENTS,
        of.clicks,
        of.value / CENTS,
        first.isoformat(),
        last.isoformat(),
    ]
