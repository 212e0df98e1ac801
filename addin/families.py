"""Whose ads a table tells of, whatever program wrote it: the same ads twice are refused."""

from collections.abc import Sequence
from itertools import combinations

from addin.channels import SINGLE
from addin.exports.platform import Traffic
from addin.exports.text_file import Unreadable
from addin.ledger import Table

FAMILIES = {
    "Google Ads": ("google", "adwords", "youtube"),
    "Meta": ("meta", "facebook", "instagram"),
    "Microsoft Advertising": ("microsoft", "bing"),
    "LinkedIn": ("linkedin",),
    "TikTok": ("tiktok",),
    "Amazon Ads": ("amazon",),
    "Pinterest": ("pinterest",),
    "Snapchat": ("snapchat",),
    "Reddit": ("reddit",),
    "X": ("twitter", "x (api)"),
    "Apple Search Ads": ("apple search",),
}


def refuse_twice(tables: Sequence[Table]) -> None:
    """Raise Unreadable where two kinds of tables tell of the same platform on the same days."""
    told = [(table, _spans(table)) for table in tables if table.platform.traffic is Traffic.PAID]
    for (one, spans), (other, others) in combinations(told, 2):
        if one.platform.name == other.platform.name:
            continue
        for family in sorted(spans.keys() & others.keys()):
            (first, last), (begins, ends) = spans[family], others[family]
            if first <= ends and begins <= last:
                raise Unreadable(
                    f"{one.place} and {other.place} both hold {family} of the same days, which "
                    "would count twice; leave one of them out."
                )


def _spans(table: Table) -> dict[str, tuple[str, str]]:
    """Return the first and the last day on which a table tells of each platform."""
    found: dict[str, tuple[str, str]] = {}
    single = table.platform.name in SINGLE
    for part in table.days:
        for family in _families(table.platform.name if single else part.channel):
            first, last = found.get(family, (part.day, part.end))
            found[family] = min(first, part.day), max(last, part.end)
    return found


def _families(text: str) -> list[str]:
    said = text.replace("_", " ").casefold()
    return [name for name, words in FAMILIES.items() if any(word in said for word in words)]
