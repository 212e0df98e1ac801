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
CHANNEL_LETTERS, CAMPAIGN_LETTERS = 22, 33  # what a line of their columns has room for
ORDER_VALUE, MARGIN, TARGET = 1150.0, 0.4, 360.0

Rows = Sequence[Sequence[Value]]


@dataclass(frozen=True)
class Filled:
    """The rows of the sheets, in the order of their inputs, what Settings says, and room.

    `channels` stand in a list of `channel_room` lines, `campaigns` is how many lines the list of
    campaigns has, `months` the table of months (0 for no table), `cheap` and `dear` the two ends
    of the ranking; with `long_names`, campaigns take two lines there. `unlisted` keeps a line for
    channels that are not on the list, `other` one for costs beside the ads. `currency` is what
    Settings says in place of the code.
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
        return ceil(max(map(len, self.channels), default=1) / CHANNEL_LETTERS)


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
