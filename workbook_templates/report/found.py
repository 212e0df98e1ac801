"""Findings: what the checks of the sources found, and what to do about it."""

from cpc_functions.catalogue import Unit
from workbook_templates.edition import Edition
from workbook_templates.page import Block, Column, Data, Grid, Page, Row, Text
from workbook_templates.report.findings import Severity
from workbook_templates.report.tables import Finding, Tables
from workbook_templates.report.words import Words

WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def found(edition: Edition, tables: Tables, words: Words) -> Page:
    """Declare the sheet."""
    _ = edition.say
    return Page(
        title=_("Findings"),
        lead=_(
            "What the checks of the sources found, the worst first. An error can make the figure "
            "wrong, a warning may, a note explains it."
        ),
        blocks=tuple(_blocks(edition, tables, words)),
    )


def _blocks(edition: Edition, tables: Tables, words: Words) -> list[Block]:
    _ = edition.say
    if not tables.findings:
        return [Text(_("Nothing: every check passed."))]
    listed = sorted(tables.findings, key=lambda each: WORST_FIRST.index(each.check.severity))
    return [
        Grid(
            "findings",
            (
                Column(
                    *("severity", _("Severity"), Unit.TEXT, 1),
                    words=tuple(map(words.severity, reversed(WORST_FIRST))),
                ),
                Column("source", _("Source"), Unit.TEXT, 2),
                Column("line", _("Line"), Unit.WHOLE, 1),
                Column("sentence", _("What was found"), Unit.TEXT, 4),
                Column("advice", _("What to do"), Unit.TEXT, 4),
            ),
            [_row(edition, finding, words) for finding in listed],
            long=True,
        )
    ]


def _row(edition: Edition, finding: Finding, words: Words) -> Row:
    _ = edition.say
    sentence, advice = words.finding(finding)
    return Row(
        {
            "severity": words.severity(finding.check.severity),
            "source": Data(finding.source or _("All sources")),
            "line": finding.line or None,
            "sentence": Data(sentence),
            "advice": Data(advice),
        }
    )
