"""What a check found, with the facts by name."""

from datetime import date

from workbook_templates.report.findings import Check
from workbook_templates.report.tables import Finding


def finding(check: Check, source: str, line: int = 0, **facts: str | float | date) -> Finding:
    """Return a finding; `source` is "" for the whole report, `line` 0 for the whole source."""
    return Finding(check, source, line, facts)
