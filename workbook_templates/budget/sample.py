"""Made-up steps of spend for a small shop's channels; no figure is of a real business."""

from workbook_templates.edition import Edition
from workbook_templates.prices import price_level
from workbook_templates.sheet import Value
from workbook_templates.tracker.sample import channels

TARGET, FLOOR = 360.0, 3000.0

# Kroner and conversions a week, and how many weeks, step by step; the last one is where the
# channel stands now, unless one is marked.
_GOOGLE = ((7000, 31.25, 8), (9000, 36.5, 8), (11500, 40.75, 8), (11500, 41.5, 4))
_SHOPPING = ((3500, 16.5, 8), (5000, 23.25, 8), (7500, 36.125, 8))
_META = ((4000, 12.5, 8), (6000, 16.75, 8), (9000, 19.25, 8))
_MICROSOFT = ((900, 3, 8), (1400, 4.25, 8))
_LINKEDIN = ((4000, 4.75, 8), (7500, 6.25, 8))
_TIKTOK = ((2200, 3.5, 8),)
_YOUTUBE = ((1200, 1.5, 8), (2400, 2.375, 8))
_AFFILIATES = ((1500, 6.5, 8), (2300, 9.25, 8))
_META_NOW = 1


def price(edition: Edition, kroner: float) -> float:
    """Return a made-up price in the currency of the edition."""
    return round(kroner * price_level(edition), edition.formats.digits)


def step_rows(edition: Edition) -> list[tuple[Value, ...]]:
    """Return rows of the Steps sheet, at most as many as the edition has room for."""
    _ = edition.say
    google, shopping, meta, microsoft, linkedin, tiktok, youtube, affiliates = channels(edition)
    listed = (
        (google, _GOOGLE),
        (shopping, _SHOPPING),
        (meta, _META),
        (microsoft, _MICROSOFT),
        (linkedin, _LINKEDIN),
        (tiktok, _TIKTOK),
        (youtube, _YOUTUBE),
        (affiliates, _AFFILIATES),
    )
    rows: list[tuple[Value, ...]] = []
    for channel, steps in listed:
        for place, (spend, conversions, weeks) in enumerate(steps):
            now = channel == meta and place == _META_NOW
            note = _("Tried 9,000, went back") if now and edition.currency == "NOK" else None
            rows.append(
                (
                    *(channel, price(edition, spend), conversions, weeks),
                    *("x" if now else None, note),
                )
            )
    return rows[: edition.rows]
