"""The Settings sheet: what is measured, when, against which target, and which costs count."""

from cpc_functions.catalogue import Unit
from cpc_functions.categories import CATEGORIES, PLACED, POLICY, UNPAID, Verdict
from workbook_templates.edition import Edition
from workbook_templates.formula import native
from workbook_templates.page import Block, Column, Field, Grid, Heading, Page, PageBreak, Row, Text
from workbook_templates.tracker.category_names import category_name
from workbook_templates.tracker.costs import answers
from workbook_templates.tracker.filled import Filled

RULE_ROOM = len(CATEGORIES) + 7


def settings(edition: Edition, filled: Filled) -> Page:
    """Declare the sheet."""
    _ = edition.say
    return Page(
        title=_("Settings"),
        lead=_("Yellow cells are yours to fill in; everything else follows from them."),
        blocks=(
            Heading(_("What is measured")),
            *_measured(edition, filled),
            Heading(_("Period")),
            *_period(edition, filled),
            Heading(_("Target")),
            *_target(edition, filled),
            Heading(_("Channels")),
            Text(_("The names to choose from on the Paid sheet. The report has a line for each.")),
            Grid(
                "channels",
                (Column("name", _("Channel"), Unit.TEXT, 4, filled=True),),
                [Row({"name": name}) for name in _padded(filled)],
            ),
            PageBreak(),
            Heading(_("Which costs count")),
            Text(
                _(
                    "A cost counts as conversion cost when a third party was paid for placing the "
                    "ad or sending the visitor. The rules are yours: change yes to no, or add a "
                    "category of your own below."
                )
            ),
            _rules(edition),
        ),
    )


def _measured(edition: Edition, filled: Filled) -> list[Block]:
    _ = edition.say
    return [
        Field(
            *("event", _("Conversion event"), Unit.TEXT),
            _("The one action that is counted: purchase, lead, booking. Never mix two in one sum."),
            value=filled.event,
        ),
        Field(
            *("currency", _("Currency"), Unit.TEXT),
            _("Of every amount in this workbook. Amounts in others must be converted first."),
            formula=f'"{filled.currency or edition.currency}"',
        ),
        Field(
            *("language", _("Language"), Unit.TEXT),
            _("Of this workbook; cpc new --lang makes one in another."),
            formula=f'"{_("English")}"',
        ),
        Field(
            *("attribution_note", _("Attribution window"), Unit.TEXT),
            _("How conversions are credited, as a note: for instance 30 days, last click."),
            value=filled.attribution,
        ),
    ]


def _period(edition: Edition, filled: Filled) -> list[Block]:
    _ = edition.say
    months = "DATE(YEAR(first_month),MONTH(first_month)+{months},1)"
    return [
        Field(
            *("first_month", _("First month"), Unit.DATE),
            _("Any day of the month that the report begins with."),
            value=edition.first_month,
        ),
        Field(
            *("months", _("Months"), Unit.WHOLE),
            _("The months that the report has room for."),
            formula=str(edition.months),
        ),
        Field(
            *("last_day", _("Last day counted"), Unit.DATE),
            _("Optional: end the report earlier, for instance before days that are too young."),
            value=filled.last_day,
        ),
        Field(
            *("period_start", _("From"), Unit.DATE),
            _("The first day that is counted."),
            formula=months.format(months="0"),
        ),
        Field(
            *("period_end", _("To"), Unit.DATE),
            _("The last day that is counted."),
            formula=(f"MIN({months.format(months='months')}-1,IF(N(last_day)>0,last_day,2958465))"),
        ),
        Field(
            *("exported_on", _("Data exported on"), Unit.DATE),
            _("Optional: when the platforms' figures were taken, to find days that are too young."),
        ),
        Field(
            *("conversion_window", _("Conversion window, days"), Unit.WHOLE),
            _("How long after a click a conversion may still come in; see the platform's setting."),
            value=30,
        ),
    ]


def _target(edition: Edition, filled: Filled) -> list[Block]:
    _ = edition.say
    return [
        Field(
            *("target", _("Target cost per conversion"), Unit.MONEY),
            _("What a conversion should cost at most. Verdicts compare with it."),
            value=filled.target,
        ),
        Field(
            *("order_value", _("Order value"), Unit.MONEY),
            _("Optional: what one conversion brings in, on average."),
            value=filled.order_value,
        ),
        Field(
            *("margin", _("Margin"), Unit.FRACTION),
            _("Optional: the share of the order value that is left when the goods are paid."),
            value=filled.margin,
        ),
        Field(
            *("breakeven", _("Break-even"), Unit.MONEY),
            _("Order value times margin: above this, a conversion loses money."),
            formula=(
                f"IF(N(order_value)*N(margin)>0,"
                f'{native("BREAKEVEN_CPC", order_value="order_value", margin="margin")},"")'
            ),
        ),
        Field(
            *("wanted_confidence", _("Confidence"), Unit.FRACTION),
            _("How sure an interval is meant to be: 95% is usual. Between 50% and 99.9%."),
            value=0.95,
            low=0.5,
            high=0.999,
        ),
    ]


def _rules(edition: Edition) -> Grid:
    _ = edition.say
    yes, no, _unknown = answers(edition)
    listed = [
        Row(
            {
                "category": category_name(edition, category),
                "counts": yes if category.verdict.counts else no,
                "traffic": edition.word("organic" if category.verdict is UNPAID else "paid"),
                "reason": _reason(edition, category.verdict),
            }
        )
        for category in CATEGORIES
    ]
    blank = [Row({})] * (RULE_ROOM - len(listed))
    return Grid(
        "rules",
        (
            Column("category", _("Category"), Unit.TEXT, 3, filled=True),
            Column("counts", _("Counts?"), Unit.TEXT, 1, filled=True, choices=f'"{yes},{no}"'),
            Column(
                *("traffic", _("For which traffic"), Unit.TEXT, 2),
                filled=True,
                choices=f'"{edition.word("paid")},{edition.word("organic")}"',
            ),
            Column("reason", _("Reason"), Unit.TEXT, 6, filled=True),
        ),
        listed + blank,
    )


def _reason(edition: Edition, verdict: Verdict) -> str:
    _ = edition.say
    return {
        PLACED: _("A third party was paid for placing the ad or sending the visitor."),
        UNPAID: _("Nobody was paid for the visit: organic work, shown beside the paid figure."),
        POLICY: _("Work around the ads, not traffic: left out unless your rules say otherwise."),
    }[verdict]


def _padded(filled: Filled) -> list[str | None]:
    return [*filled.channels, *[None] * (filled.channel_room - len(filled.channels))]
