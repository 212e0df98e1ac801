"""What a report on small exports tells, for tests that write the exports themselves."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from addin.answers import answer
from addin.exports.reading import Declared
from addin.exports.remembered import NO_MAPS
from addin.options import Options
from addin.sources import tables_of
from workbook_templates.report.findings import Check
from workbook_templates.report.left_out import Reason
from workbook_templates.report.tables import Finding, LeftOut, Tables

TODAY = date(2026, 11, 23)
ADS = ("date_day", "platform", "campaign_name", "spend", "clicks", "conversions")
"""Titles of the ad_reporting shape, which many tests fill with rows of their own."""


def export(folder: Path, name: str, *rows: Sequence[object], titles: Sequence[str] = ADS) -> Path:
    """Write a CSV and return its path."""
    path = folder / name
    lines = [",".join(map(str, row)) for row in (titles, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def told(*paths: Path, currency: str = "", **options: Any) -> Tables:
    """Return what the report on files tells."""
    asked = Options(**{"today": TODAY, "declared": Declared("", "", currency), **options})
    return answer(tables_of([*map(str, paths)], NO_MAPS, asked, lambda _: None), asked)


def found(tables: Tables, check: Check) -> Finding:
    """Return the only finding of a check."""
    (finding,) = (each for each in tables.findings if each.check is check)
    return finding


def checks(tables: Tables) -> set[Check]:
    """Return what the checks found."""
    return {finding.check for finding in tables.findings}


def left_out(tables: Tables, reason: Reason) -> LeftOut:
    """Return the only rows that are left out for a reason."""
    (rows,) = (each for each in tables.left_out if each.reason is reason)
    return rows
