"""The campaigns of the made-up account: a shop for office furniture that does not exist."""

from enum import StrEnum
from typing import NamedTuple


class Account(StrEnum):
    """Where the ads are bought."""

    GOOGLE = "Google Ads"
    META = "Meta"
    MICROSOFT = "Microsoft Advertising"


class Kind(StrEnum):
    """What an ad is, in the words of Google Ads."""

    SEARCH = "Search"
    SHOPPING = "Shopping"
    DISPLAY = "Display"
    SOCIAL = "Social"


class Campaign(NamedTuple):
    """What a campaign costs, in kroner, and what becomes of it when the money moves.

    `views` are impressions for each click. From the turn of the story on, the daily cost is
    multiplied by `more_money`, and the cost per conversion by `dearer`.
    """

    account: Account
    kind: Kind
    name: str
    daily_cost: float
    click_cost: float
    cost_per_conversion: float
    views: float
    more_money: float = 1.0
    dearer: float = 1.0


_G, _F, _M = Account.GOOGLE, Account.META, Account.MICROSOFT

DEAR = Campaign(_G, Kind.SEARCH, "Non-brand – broad match", 460, 9.5, 1150, 38, 0.6)
CHEAP = Campaign(_G, Kind.SHOPPING, "Shopping – all products", 1500, 5.8, 150, 70, 0.45)
THIN = Campaign(_G, Kind.DISPLAY, "Display – remarketing test", 19, 4.2, 330, 210)
SPIKED = Campaign(_F, Kind.SOCIAL, "Prospecting – broad", 2100, 8.2, 470, 65, 1.75, 1.06)

CAMPAIGNS = (
    Campaign(_G, Kind.SEARCH, "Brand – exact", 400, 3.1, 72, 3.2, 0.7),
    Campaign(_G, Kind.SEARCH, "Non-brand – office chairs", 1400, 11.4, 315, 24, 0.6),
    DEAR,
    CHEAP,
    THIN,
    SPIKED,
    Campaign(_F, Kind.SOCIAL, "Retargeting – 30 days", 1200, 6.4, 255, 48, 1.75),
    Campaign(_F, Kind.SOCIAL, "Catalogue – best sellers", 1500, 6.9, 330, 55, 1.75),
    Campaign(_M, Kind.SEARCH, "Brand – exact", 95, 2.7, 78, 4.1),
    Campaign(_M, Kind.SEARCH, "Non-brand – desks", 470, 8.3, 290, 27),
    Campaign(_M, Kind.SHOPPING, "Shopping – office chairs", 210, 5.1, 215, 62),
)
