"""Money and conversions in whole hundredths, and how English exports write them."""

CENTS = 100


def amount(hundredths: int) -> str:
    """Return 123456 as 1,234.56."""
    return f"{hundredths / CENTS:,.2f}"


def percent(part: int, whole: int) -> str:
    """Return a share as 12.34%; of nothing it is 0.00%."""
    return f"{part / whole if whole else 0:.2%}"


def over(cost: int, count: int) -> str:
    """Return what one costs, of a cost in hundredths; of none it is 0.00."""
    return amount(round(cost / count) if count else 0)
