"""Made-up keywords of a small shop for office furniture; no figure is of a real business."""

from typing import NamedTuple

from workbook_templates.edition import Edition
from workbook_templates.prices import price_level
from workbook_templates.sheet import Value

ORDER_VALUE = 1150.0


class Keyword(NamedTuple):
    """A made-up keyword: what a click costs in kroner, and what the clicks brought."""

    name: str
    clicks: int
    click_cost: float
    conversions: float
    quality: int | None
    bid: float | None
    views: int


def price(edition: Edition, kroner: float) -> float:
    """Return a made-up price in the currency of the edition."""
    return round(kroner * price_level(edition), edition.formats.digits)


def keyword_rows(edition: Edition) -> list[tuple[Value, ...]]:
    """Return rows of the Keywords sheet, at most as many as the edition has room for."""
    _ = edition.say
    exact, phrase, broad = _("exact"), _("phrase"), _("broad")
    groups = (
        (_("Brand"), exact, _brand(edition)),
        (_("Chairs"), phrase, _chairs(edition)),
        (_("Desks"), phrase, _desks(edition)),
        (_("Broad"), broad, _broad(edition)),
    )
    rows: list[tuple[Value, ...]] = [
        (
            *(keyword.name, campaign, match),
            price(edition, keyword.clicks * keyword.click_cost),
            *(keyword.clicks * keyword.views, keyword.clicks),
            *(keyword.conversions, keyword.quality),
            price(edition, keyword.bid) if keyword.bid else None,
        )
        for campaign, match, listed in groups
        for keyword in listed
    ]
    return rows[: edition.rows]


def _brand(edition: Edition) -> list[Keyword]:
    _ = edition.say
    return [
        Keyword(_("northdesk"), 2140, 3.1, 98, 10, 4, 6),
        Keyword(_("northdesk chair"), 610, 3.6, 31, 9, 5, 7),
        Keyword(_("northdesk reviews"), 240, 3.9, 6, 9, 5, 9),
        Keyword(_("northdesk discount code"), 185, 2.8, 11, 8, 4, 5),
    ]


def _chairs(edition: Edition) -> list[Keyword]:
    _ = edition.say
    return [
        Keyword(_("office chair"), 1480, 11.9, 41, 6, 13, 31),
        Keyword(_("buy office chair"), 920, 12.4, 39.5, 7, 14, 22),
        Keyword(_("ergonomic chair"), 1130, 10.8, 37, 7, 12, 28),
        Keyword(_("best office chair"), 870, 9.2, 14, 6, 10, 35),
        Keyword(_("office chair back pain"), 310, 8.7, 12, 7, 10, 26),
        Keyword(_("mesh office chair"), 265, 9.6, 9.5, 6, None, 24),
        Keyword(_("office chair with headrest"), 142, 9.9, 4, 6, None, 23),
        Keyword(_("office chair for tall people"), 96, 8.3, 5, 8, 10, 19),
        Keyword(_("kneeling chair"), 188, 7.4, 2, 5, 9, 33),
        Keyword(_("saddle stool"), 74, 6.9, 1, 5, 9, 30),
        Keyword(_("conference chairs"), 131, 10.7, 0, 5, 12, 41),
        Keyword(_("gaming chair"), 540, 8.8, 4, 4, 10, 47),
    ]


def _desks(edition: Edition) -> list[Keyword]:
    _ = edition.say
    return [
        Keyword(_("standing desk"), 1960, 13.2, 74.5, 7, 15, 27),
        Keyword(_("buy standing desk"), 640, 13.9, 33, 8, 15, 20),
        Keyword(_("height adjustable desk"), 720, 12.1, 29, 7, 13, 25),
        Keyword(_("electric desk"), 410, 11.5, 13, 6, 13, 29),
        Keyword(_("corner desk"), 330, 9.4, 8, 6, 11, 30),
        Keyword(_("small desk"), 455, 7.8, 6, 5, 9, 38),
        Keyword(_("desk with drawers"), 218, 7.1, 3, 5, None, 36),
        Keyword(_("standing desk frame"), 163, 8.6, 7, 8, 10, 18),
        Keyword(_("walnut desk"), 88, 8.9, 2, 6, 10, 24),
        Keyword(_("desk for two"), 52, 7.7, 0, 5, 9, 27),
        Keyword(_("treadmill desk"), 147, 9.8, 0, 4, 11, 44),
        Keyword(_("monitor arm"), 290, 6.2, 11, 8, 8, 21),
    ]


def _broad(edition: Edition) -> list[Keyword]:
    _ = edition.say
    return [
        Keyword(_("furniture"), 980, 8.4, 7, 3, 10, 66),
        Keyword(_("home office"), 760, 9.1, 9, 4, 11, 58),
        Keyword(_("chair"), 830, 7.9, 6, 3, 9, 71),
        Keyword(_("cheap office furniture"), 510, 7.2, 5, 4, 9, 45),
        Keyword(_("office furniture rental"), 205, 9.3, 0, 3, 11, 52),
        Keyword(_("used office chairs"), 246, 6.6, 0, 4, 8, 40),
        Keyword(_("office chair repair"), 168, 5.9, 0, 2, 8, 49),
        Keyword(_("desk drawing"), 94, 4.8, 0, 1, 7, 83),
        Keyword(_("how to sit properly"), 121, 4.2, 0, 2, 6, 62),
        Keyword(_("office layout ideas"), 137, 5.1, 1, None, 7, 57),
        Keyword(_("waiting room chairs"), 41, 10.2, 0, None, None, 33),
        Keyword(_("acoustic panels"), 33, 9.5, 1, 5, None, 29),
    ]
