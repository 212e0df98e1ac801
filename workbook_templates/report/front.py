"""The Report sheet of a report: the tracker's, with what was read in place of what was typed."""

from collections.abc import Sequence

from workbook_templates.checks import check_grid
from workbook_templates.edition import Edition
from workbook_templates.figures import sentence
from workbook_templates.page import Block, Data, Heading, Link, Page, PageBreak, Text
from workbook_templates.report.contents import MOST_MONTHS
from workbook_templates.report.edition import months_of
from workbook_templates.report.findings import Severity
from workbook_templates.report.tables import Action, Tables
from workbook_templates.report.words import Words
from workbook_templates.sheet import Sheet
from workbook_templates.tracker import sections
from workbook_templates.tracker.cards import cards
from workbook_templates.tracker.checks import choices, rules
from workbook_templates.tracker.filled import Filled
from workbook_templates.tracker.row_checks import lost
from workbook_templates.tracker.trust import grade, spread


def front(
    edition: Edition, tables: Tables, words: Words, filled: Filled, sheets: Sequence[Sheet]
) -> Page:
    """Declare the sheet over the sheets of data: paid, organic, costs."""
    _ = edition.say
    return Page(
        title=_("Report"),
        lead=_("Everything here follows from the other sheets: change a row, and it changes."),
        blocks=(
            *_about(edition, tables, words),
            cards(edition, _figures(tables), sentence(_("No paid traffic was counted."))),
            *([sections.verdict(edition)] if tables.target else []),
            sections.warning(edition),
            *(sections.month_chart(edition, filled) if filled.months else []),
            *_links(edition, tables, words),
            *(sections.side_by_side(edition) if tables.organic else []),
            *sections.where_the_money_went(edition),
            PageBreak(),
            *(sections.by_channel(edition, filled) if filled.channels else []),
            *(sections.by_month(edition, filled) if filled.months else _too_long(edition, tables)),
            *(_short_months(tables, words) if filled.months else []),
            PageBreak(),
            *(sections.rankings(edition, filled) if filled.cheap and filled.dear else []),
            Heading(_("Data checks")),
            check_grid(edition, [*lost(edition, *sheets), *rules(edition), *choices(edition)]),
            Heading(_("How far to trust this")),
            *grade(edition),
            *(spread(edition) if filled.months else []),
            Link(_("Sources"), _("How the figures were made, and what they cannot tell.")),
        ),
    )


def _about(edition: Edition, tables: Tables, words: Words) -> list[Block]:
    """Declare what is counted, of which days, from which rows."""
    _ = edition.say
    event = tables.event or _("Conversions")
    span = words.span(tables.span)
    told = (
        _("{event}, {span}. Amounts in {currency}.").format(
            event=event, span=span, currency=tables.currency
        )
        if tables.currency
        else _("{event}, {span}. The sources do not say in which currency.").format(
            event=event, span=span
        )
    )
    made = _("Made on {day}. Rows: {rows}. Sources: {files}.").format(
        day=words.day(tables.made_on),
        rows=words.count(sum(source.used for source in tables.sources)),
        files=words.count(len(tables.sources)),
    )
    return [Text(Data(told), strong=True), Text(made)]


def _too_long(edition: Edition, tables: Tables) -> list[Block]:
    """Declare why there is no table of months, where there are too many for one."""
    _ = edition.say
    count = months_of(tables.span)
    if not tables.months or count <= MOST_MONTHS:
        return []
    why = _("{count} months are too many for a table. Make a report of fewer.")
    return [Heading(_("By month")), Text(why.format(count=count))]


def _short_months(tables: Tables, words: Words) -> list[Block]:
    """Declare which months hold fewer days than the others."""
    told = words.short_months(tables.span)
    return [Text(told, quiet=True)] if told else []


def _figures(tables: Tables) -> list[str]:
    """Return which of the three figures there are: without any cost, only that there is none."""
    beside = {"blended": tables.blended, "loaded": tables.loaded}
    return ["paid", *(name for name, figure in beside.items() if figure and figure.cost)]


def _links(edition: Edition, tables: Tables, words: Words) -> list[Block]:
    """Declare the way to what the report tells beside the figures."""
    _ = edition.say
    links: list[Block] = [Heading(_("What stands out"))]
    if tables.change:
        told = f"{words.periods(tables.change)}: {words.told(tables.change)[0]}"
        links.append(Link(_("Why it changed"), Data(told)))
    actions = [advice.action for advice in tables.advice]
    to_do = _(
        "Campaigns to cut or mend: {cut}. To raise: {more}. Days that stand out: {days}."
    ).format(
        cut=actions.count(Action.CUT),
        more=actions.count(Action.RAISE),
        days=len(tables.alerts),
    )
    severities = [finding.check.severity for finding in tables.findings]
    found = _("Errors: {errors}. Warnings: {warnings}. Notes: {notes}.").format(
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        notes=severities.count(Severity.NOTE),
    )
    return [*links, Link(_("What to do"), to_do), Link(_("Findings"), found)]
