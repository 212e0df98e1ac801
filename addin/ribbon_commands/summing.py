"""Imported rows that a table cannot tell apart, as "Brand" and "brand": one row with their sums."""

from collections.abc import Sequence
from math import fsum
from typing import Any

from addin.ribbon_commands.row_keys import Key, key_of
from workbook_templates.report.tables import OrganicRow, PaidRow

FIGURES = ("cost", "impressions", "clicks", "sessions", "conversions", "value")

Row = PaidRow | OrganicRow


def summed(rows: Sequence[Row], width: int) -> dict[Key, Row]:
    """Return rows by key, the first `width` cells; those of one key are added."""
    groups: dict[Key, list[Row]] = {}
    for row in rows:
        groups.setdefault(key_of(row, width), []).append(row)
    return {key: _one(group) for key, group in groups.items()}


def _one(group: Sequence[Row]) -> Row:
    first = group[0]
    if len(group) == 1:
        return first
    sums: dict[str, Any] = {name: _sum(group, name) for name in FIGURES if name in first._fields}
    if isinstance(first, PaidRow):
        sums["quality"] = _quality([row for row in group if isinstance(row, PaidRow)])
    return first._replace(**sums)


def _sum(group: Sequence[Row], name: str) -> float | None:
    known = [value for row in group if (value := getattr(row, name)) is not None]
    return fsum(known) if known else None


def _quality(group: Sequence[PaidRow]) -> float | None:
    """Return the quality score, weighted by impressions as QS_WEIGHTED does."""
    rated = [(row.quality, row.impressions or 0) for row in group if row.quality is not None]
    shown = fsum(impressions for _, impressions in rated)
    return fsum(score * impressions for score, impressions in rated) / shown if shown else None
