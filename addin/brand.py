"""Campaigns on the advertiser's own name: cheap, for many of those people come anyway."""

import re

BRAND = re.compile(r"\b(brand(ed)?|merkevare|merkenavn)\b", re.IGNORECASE)
NO_BRAND = re.compile(r"\b(non|no|not|ikke|uten)[\s_-]*(brand|merke)|\bgeneri", re.IGNORECASE)


def is_brand(campaign: str) -> bool:
    """Return whether a campaign is called a brand campaign; "non-brand" is none."""
    return bool(BRAND.search(campaign)) and not NO_BRAND.search(campaign)
