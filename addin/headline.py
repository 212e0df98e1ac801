"""What the command says of a report: the figures that matter, and what is in doubt."""

from collections import Counter
from collections.abc import Iterator, Sequence

from addin.printed import print_table, seen
from workbook_templates.edition import Edition
from workbook_templates.report.findings import Severity
from workbook_templates.report.tables import Figure, Tables
from workbook_templates.report.words import Words

SURE = 0.95


def print_headline(tables: Tables) -> None:
    """Print the cost per conversion of each channel, then what the checks found."""
    words = Words(Edition(tables.span.first), tables.currency)
    said = (words.span(tables.span), tables.currency, tables.event)
    print(seen(", ".join(part for part in said if part)))
    rows = [_row(words, each, each.name) for each in tables.channels]
    sure = f"{words.share(SURE)} from"
    titles = ("Channel", "Cost", "Conversions", "Cost per conversion", sure, "to")
    print_table(titles, [*rows, _row(words, tables.total, "All paid")])
    for line in _told(words, tables):
        print(seen(line))


def _row(words: Words, each: Figure, name: str) -> Sequence[str]:
    return (
        name,
        words.amount(each.cost),
        words.count(each.conversions),
        *(words.amount(value) for value in (each.cpc, each.low, each.high)),
    )


def _told(words: Words, tables: Tables) -> Iterator[str]:
    if not tables.channels:
        yield "No paid traffic: a cost per conversion takes the exports of ad platforms."
    if tables.change:
        yield f"{words.periods(tables.change)}: {words.told(tables.change)[0]}"
    counted = Counter(each.check.severity for each in tables.findings)
    if counted:
        yield "Checks: " + ", ".join(
            f"{counted[severity]} {severity}{'s' if counted[severity] > 1 else ''}"
            for severity in Severity
            if counted[severity]
        )
    for each in tables.findings:
        if each.check.severity is not Severity.NOTE:
            sentence, _ = words.finding(each)
            place = f"{each.source}, line {each.line}" if each.line else each.source
            yield f"  {each.check.severity}: {place}: {sentence}"
