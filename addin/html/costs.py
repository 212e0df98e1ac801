"""Whether a cost beside the ads counts, and why: the default rules, told in words."""

from collections.abc import Sequence
from math import fsum

from cpc_functions.categories import CATEGORIES, PLACED, POLICY, UNPAID, Verdict
from cpc_functions.cost_rules import plain
from workbook_templates.report.tables import CostRow
from workbook_templates.report.words import Words

_VERDICTS = {
    plain(name): category.verdict
    for category in CATEGORIES
    for name in (category.name, *category.also)
}


def of_organic_work(costs: Sequence[CostRow]) -> float:
    """Return the sum of the costs of organic work."""
    return fsum(row.cost for row in costs if _VERDICTS.get(plain(row.category)) == UNPAID)


def around_the_ads(costs: Sequence[CostRow]) -> float:
    """Return the sum of the costs of work around the ads, and of those that no rule names."""
    settled = (PLACED, UNPAID)
    return fsum(row.cost for row in costs if _VERDICTS.get(plain(row.category)) not in settled)


def verdict(words: Words, category: str) -> tuple[str, str]:
    """Return whether costs of a category count, in a word, and the reason."""
    _ = words.edition.say
    found = _VERDICTS.get(plain(category))
    if found is None:
        return _("unknown"), _("No rule names this category: add it in Settings.")
    return _("yes") if found.counts else _("no"), _reason(words, found)


def _reason(words: Words, found: Verdict) -> str:
    _ = words.edition.say
    return {
        PLACED: _("A third party was paid for placing the ad or sending the visitor."),
        UNPAID: _("Nobody was paid for the visit: organic work, shown beside the paid figure."),
        POLICY: _("Work around the ads, not traffic: left out unless your rules say otherwise."),
    }[found]
