"""What the words in braces of a finding hold, so that each is shown as what it is."""

from enum import Enum, auto

from workbook_templates.report.findings import Check


class Fact(Enum):
    """What a number in a finding counts or measures; texts and days are known by their type."""

    MONEY = auto()
    FOREIGN = auto()  # money in another currency: the fact `currency` says which
    COUNT = auto()
    SHARE = auto()
    RATIO = auto()  # a rate of exchange
    BY_FIELD = auto()  # money or a count: the fact `field` says of what


FACTS = {
    "after": Fact.MONEY,
    "average": Fact.MONEY,
    "before": Fact.MONEY,
    "brand": Fact.MONEY,
    "changed": Fact.COUNT,
    "claimed": Fact.COUNT,
    "conversions": Fact.COUNT,
    "cost": Fact.MONEY,
    "count": Fact.COUNT,
    "cpc": Fact.MONEY,
    "credited": Fact.COUNT,
    "days": Fact.COUNT,
    "line": Fact.COUNT,
    "others": Fact.MONEY,
    "rate": Fact.SHARE,
    "rows": Fact.COUNT,
    "same": Fact.COUNT,
    "share": Fact.SHARE,
    "total": Fact.BY_FIELD,
}
OTHERWISE = {
    (Check.TOTALS_DISAGREE, "rows"): Fact.BY_FIELD,
    (Check.MIXED_CURRENCIES, "cost"): Fact.FOREIGN,
    (Check.MIXED_CURRENCIES, "rate"): Fact.RATIO,
}
TEXTS = frozenset({"category", "channel", "column", "currency", "event", "field", "name", "names"})
DAYS = frozenset({"day", "first", "last"})
MONEY_FIELDS = frozenset({"cost", "value", "conversion value"})


def fact(check: Check, name: str) -> Fact:
    """Return what a number in a finding is. Raises KeyError for a name that no finding has."""
    return OTHERWISE.get((check, name), FACTS[name])
