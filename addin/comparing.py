"""Whether two periods can be compared: every row lies in one of them, every source covers both."""

from collections.abc import Sequence
from datetime import date, timedelta

from addin.changes import change
from addin.exports.platform import Traffic
from addin.gathering import Rows
from addin.summary import Sums
from workbook_templates.report.tables import Change, DayRow, Span

SLACK = timedelta(days=3)  # days without traffic at an end of an export are no days left out


def compared(
    days: Sequence[DayRow], span: Span, parts: Sequence[Sums], rows: Rows
) -> tuple[Change | None, bool]:
    """Return what changed, and whether that was not told because the days do not fit."""
    told = change(days, span)
    if told is None:
        return None, False
    before, after = told.before, told.after
    fits = all(_lies_in_one(part, before, after) for part in parts) and all(
        _covers(of_table, before, after)
        for table, of_table in rows
        if table.platform.traffic is Traffic.PAID and of_table
    )
    return (told, False) if fits else (None, True)


def _lies_in_one(part: Sums, *periods: Span) -> bool:
    """Return whether a row is of one of the periods as a whole, or of none."""
    first, last = date.fromisoformat(part.day), date.fromisoformat(part.end)
    return all(
        last < period.first
        or first > period.last
        or (period.first <= first and last <= period.last)
        for period in periods
    )


def _covers(parts: Sequence[Sums], before: Span, after: Span) -> bool:
    """Return whether the rows of a source reach over both periods."""
    first = date.fromisoformat(min(part.day for part in parts))
    last = date.fromisoformat(max(part.end for part in parts))
    return first - SLACK <= before.first and after.last <= last + SLACK
