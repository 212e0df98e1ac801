"""What the sheets of a tracker hold when they are made: nothing, made-up data, or an export's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from workbook_templates.edition import Edition
from workbook_templates.prices import price_level
from workbook_templates.sheet import Value
from workbook_templates.tracker import sample

CHANNEL_ROOM, CAMPAIGN_ROOM, LISTED = 10, 200, 5
LETTERS = 11  # what a line has room for in one column of a page
CHANNEL_SPAN, CAMPAIGN_SPAN, VERDICT_SPAN = 2, 3, 2  # columns of a page
ORDER_VALUE, MARGIN, TARGET = 1150.0, 0.4, 360.0

Rows = Sequence[Sequence[Value]]


@dataclass(frozen=True)
class Filled:
    """The rows of the sheets, in the order of their inputs, what Settings says, and room.

    `channels` stand in a list of `channel_room` lines, `campaigns` is how many lines the list of
    campaigns has, `months` the table of months (0 for no table), `cheap` and `dear` the two ends
    of the ranking; with `long_names`, campaigns take two lines there. `unlisted` keeps a line for
    channels that are not on the list, `other` one for costs beside the ads. Without `verdicts`
    there is no column against the target, and names have its room. With `from_zero` the charts
    begin at 0: no amount is below it. `currency` is what Settings says in place of the code.
    """

    channels: Sequence[str]
    months: int
    channel_room: int = CHANNEL_ROOM
    campaigns: int = CAMPAIGN_ROOM
    cheap: int = LISTED
    dear: int = LISTED
    long_names: bool = False
    unlisted: bool = True
    other: bool = True
    verdicts: bool = True
    from_zero: bool = False
    paid: Rows = ()
    organic: Rows = ()
    costs: Rows = ()
    currency: str = ""
    event: str | None = None
    attribution: str | None = None
    last_day: date | None = None
    target: float | None = None
    order_value: float | None = None
    margin: float | None = None

    @property
    def channel_lines(self) -> int:
        """How many lines the longest name of a channel takes in a table."""
        longest = max(map(len, self.channels), default=1)
        return ceil(longest / (LETTERS * self.wide(CHANNEL_SPAN)))

    def wide(self, span: int) -> int:
        """Return how many columns a name takes that has so many beside a verdict."""
        return wide(span, verdicts=self.verdicts)


def wide(span: int, *, verdicts: bool) -> int:
    """Return how many columns a name takes that has so many beside a verdict."""
    return span if verdicts else span + VERDICT_SPAN


def filled(edition: Edition) -> Filled:
    """Return what the edition of a tracker holds: made-up data, or nothing."""
    _ = edition.say
    if not edition.sample:
        return Filled(sample.channels(edition), edition.months)
    return Filled(
        sample.channels(edition),
        edition.months,
        paid=sample.paid_rows(edition),
        organic=sample.organic_rows(edition),
        costs=sample.cost_rows(edition),
        event=_("Purchase"),
        attribution=_("30 days, last click"),
        target=round(TARGET * price_level(edition), 2),
        order_value=round(ORDER_VALUE * price_level(edition), 2),
        margin=MARGIN,
    )
