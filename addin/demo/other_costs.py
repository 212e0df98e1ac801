"""What was paid around the ads: the tracker's Costs sheet, saved as CSV."""

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import NamedTuple

from addin.demo.story import Story
from cpc_functions.categories import CATEGORIES

HEADER = (
    *("Date", "What", "Category", "Cost", "Note"),
    *("Counts?", "Reason", "Counted", "Left out"),
)
VERDICTS = {category.name: category.verdict for category in CATEGORIES}


class Bill(NamedTuple):
    """One bill; `cost` is in whole kroner."""

    day: date
    what: str
    category: str
    cost: int
    note: str


def bills(story: Story) -> list[Bill]:
    """Return the bills: two each month, two once, around the turn of the story."""
    return sorted(
        [
            *_monthly(story, "SEO specialist, monthly", "seo specialist", 14_500),
            *_monthly(story, "Agency, monthly fee", "agency fee", 12_000),
            Bill(
                _before(story.turn),
                "Expert blogger, three articles",
                "expert blogger",
                12_000,
                "Guides to sitting well",
            ),
            Bill(
                story.spike,
                "Placement with an influencer",
                "influencer placement",
                18_000,
                "One video, a fixed fee",
            ),
        ]
    )


def other_costs(rows: list[Bill]) -> bytes:
    """Return the file, as a spreadsheet saves CSV UTF-8: with a byte order mark."""
    text = StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(HEADER)
    lines.writerows(_row(bill) for bill in rows)
    return text.getvalue().encode("utf-8-sig")


def _row(bill: Bill) -> list[str]:
    """Return the cells of a bill, with what the sheet calculates from the default rules."""
    counts, reason = VERDICTS[bill.category]
    cost = f"{bill.cost}.00"
    calculated = ("yes", reason, cost, "") if counts else ("no", reason, "", cost)
    return [bill.day.isoformat(), bill.what, bill.category, cost, bill.note, *calculated]


def _monthly(story: Story, what: str, category: str, cost: int) -> Iterator[Bill]:
    return (Bill(day, what, category, cost, "") for day in story.days if day.day == 1)


def _before(turn: date) -> date:
    """Return the twentieth of the month before."""
    return date.fromordinal(turn.toordinal() - 1).replace(day=20)
