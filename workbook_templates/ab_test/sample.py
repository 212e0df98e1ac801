"""Made-up data of a test between two landing pages: equal choices give equal rows.

Each click converts or does not, at a rate of its page, which is what the test assumes.
"""

from datetime import timedelta
from random import Random

from workbook_templates.edition import Edition
from workbook_templates.prices import price_level
from workbook_templates.sheet import Value
from workbook_templates.tracker.sample import SEED

DAYS = 42  # six whole weeks, from a Monday on
DAILY_COST, CLICK_COST = 2450.0, 12.5
RATES = 0.041, 0.05
WEEKDAYS = (1.08, 1.05, 1.04, 1.02, 0.97, 0.86, 0.98)
PLANNED_COST, TYPICAL_CPC, MONTHLY_COST = 98000.0, 300.0, 120000.0


def sample_days(edition: Edition) -> list[tuple[Value, ...]]:
    """Return rows of the Days sheet, at most as many as the edition has room for."""
    random = Random(SEED)  # noqa: S311 - made-up data, not secrets
    first = edition.first_month.replace(day=1)
    start = first + timedelta(days=-first.weekday() % 7)
    rows: list[tuple[Value, ...]] = []
    for number in range(min(DAYS, edition.rows)):
        day = start + timedelta(days=number)
        spend = DAILY_COST * WEEKDAYS[day.weekday()]
        arms: list[Value] = []
        for rate in RATES:
            cost = spend * random.uniform(0.96, 1.04)
            clicks = round(cost / CLICK_COST * random.uniform(0.94, 1.06))
            conversions = sum(random.random() < rate for _ in range(clicks))
            arms += [amount(edition, cost), clicks, conversions]
        rows.append((day, *arms, None))
    return rows


def amount(edition: Edition, kroner: float) -> float:
    """Return an amount of the made-up data in the currency of the edition."""
    return round(kroner * price_level(edition), edition.formats.digits)
