"""A traffic acquisition report as Google Analytics 4 writes its CSV: facts after #, fractions."""

import csv
from collections.abc import Sequence
from io import StringIO

from addin.demo.notation import CENTS
from addin.demo.story import Story
from addin.demo.visits import Visits

GROUP = "Session primary channel group (Default channel group)"
HEADER = (
    *(GROUP, "Date", "Sessions", "Engaged sessions", "Engagement rate"),
    *("Average engagement time per session", "Events per session", "Event count", "Key events"),
    *("Session key event rate", "Total revenue"),
)
RULE = "# ----------------------------------------"
END = "\r\n"


def ga4(rows: Sequence[Visits], story: Story) -> bytes:
    """Return the file; the groups with the most sessions come first."""
    text = StringIO()
    text.write(END.join([*_facts(story), "", ""]))
    lines = csv.writer(text, lineterminator=END)
    lines.writerow(HEADER)
    lines.writerows(_row(row) for row in sorted(rows, key=lambda row: (-row.sessions, row.day)))
    return text.getvalue().encode()


def _facts(story: Story) -> list[str]:
    return [
        RULE,
        f"# Traffic acquisition: {GROUP}",
        "# Account: Example shop",
        "# Property: Example shop",
        RULE,
        "#",
        "# All Users",
        f"# Start date: {story.first_day:%Y%m%d}",
        f"# End date: {story.last_day:%Y%m%d}",
    ]


def _row(row: Visits) -> list[str | int | float]:
    return [
        row.group,
        f"{row.day:%Y%m%d}",
        row.sessions,
        row.engaged,
        row.engaged / row.sessions,
        row.seconds,
        row.events / row.sessions,
        row.events,
        row.key_events,
        row.key_events / row.sessions,
        row.revenue / CENTS,
    ]
