"""What the checks of a report found, in rows; and the command `cpc check`, which prints them."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from addin.exports.grid import Cell
from workbook_templates.edition import Edition
from workbook_templates.report.edition import edition_of
from workbook_templates.report.tables import Tables
from workbook_templates.report.words import Words

if TYPE_CHECKING:
    from addin.report import Asked


def finding_rows(tables: Tables, language: str) -> list[list[Cell]]:
    """Return a row of titles, and one for each finding: severity, source, line, what, advice."""
    edition = edition_of(Edition(tables.span.first, language=language), tables)
    _, words = edition.say, Words(edition, tables.currency)
    rows: list[list[Cell]] = [
        [_("Severity"), _("Source"), _("Line"), _("What was found"), _("What to do")]
    ]
    for each in tables.findings:
        source = each.source or _("All sources")
        line = float(each.line) if each.line else None
        rows.append([words.severity(each.check.severity), source, line, *words.finding(each)])
    return rows


def check(asked: "Asked") -> None:
    """Print what the checks find in files.

    Raises Unreadable, with the file, the place and the cure, for what cannot be read.
    """
    from addin.exports.remembered import FILE_NAME
    from addin.printed import seen, seen_json
    from addin.progress import shown_progress
    from addin.report import read

    options = asked.options(datetime.now().astimezone().date())
    with shown_progress(len(asked.files) + 1) as progress:
        tables = read(asked.files, asked.columns, Path(FILE_NAME), options, progress)
    headings, *findings = finding_rows(tables, asked.language)
    if asked.as_json:
        told = {"headings": headings, "findings": findings}
        print(seen_json(json.dumps(told, ensure_ascii=False, indent=2) + "\n"), end="")
    else:
        for line in map(_line, findings):
            print(seen(line))
        print(
            f"Findings: {len(findings)}" if findings else "Nothing was found: every check passed."
        )


def _line(finding: list[Cell]) -> str:
    severity, source, line, sentence, advice = finding
    place = f"{source}, line {line:.0f}" if line else source
    return f"{severity}: {place}: {sentence} {advice}".rstrip()
