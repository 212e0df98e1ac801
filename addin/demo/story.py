"""When things happen in the made-up account, counted back from the last day of its exports."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from addin.exports.written_date import FIRST_YEAR, LAST_YEAR

DAYS = 120
YOUNG = (0.4, 0.7, 0.87, 0.95)  # of a day's conversions, how many are in: the last day first
SPIKE = timedelta(days=17)  # after the first of the month


class Story(NamedTuple):
    """The days of the exports, and the days on which the account changes.

    From the `turn` on money goes to Meta instead of Google: it is the first day of the last month
    that is complete, so that this month differs from the month before it. On the day of the
    `spike` a budget is overspent.
    """

    first_day: date
    last_day: date
    turn: date
    spike: date

    @property
    def days(self) -> Iterator[date]:
        """Yield every day, the first one first."""
        return (self.first_day + timedelta(days=number) for number in range(DAYS))

    def share_in(self, day: date) -> float:
        """Return which share of a day's conversions an ad platform knows on the last day."""
        age = (self.last_day - day).days
        return YOUNG[age] if age < len(YOUNG) else 1.0


def story_to(last_day: date) -> Story:
    """Return the story that ends on a day; raises ValueError for days that no export names."""
    if not FIRST_YEAR < last_day.year < LAST_YEAR:
        raise ValueError(f"{last_day} is no day from {FIRST_YEAR + 1} to {LAST_YEAR - 1}")
    first_open = (last_day + timedelta(days=1)).replace(day=1)
    turn = (first_open - timedelta(days=1)).replace(day=1)
    return Story(last_day - timedelta(days=DAYS - 1), last_day, turn, turn + SPIKE)
