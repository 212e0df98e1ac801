"""What made-up prices are in other currencies, so that samples look at home."""

from workbook_templates.edition import Edition

PRICE_LEVEL = {"NOK": 1.0, "SEK": 1.0, "DKK": 0.65, "JPY": 15.0}
OTHER_PRICE_LEVEL = 0.1  # kroner to euro, dollar, pound: roughly


def price_level(edition: Edition) -> float:
    """Return what a Norwegian krone of the made-up prices is in the currency, roughly."""
    return PRICE_LEVEL.get(edition.currency, OTHER_PRICE_LEVEL)
