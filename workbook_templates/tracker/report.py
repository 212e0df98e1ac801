"""The Report sheet: what a conversion costs, by channel and by month, and how far to trust it."""

from workbook_templates import figures
from workbook_templates.edition import Edition
from workbook_templates.figures import sentence
from workbook_templates.page import Heading, Page, PageBreak, Text
from workbook_templates.sheet import Sheet
from workbook_templates.tracker.cards import three_cards
from workbook_templates.tracker.checks import checks
from workbook_templates.tracker.filled import Filled
from workbook_templates.tracker.sections import (
    by_channel,
    by_month,
    month_chart,
    rankings,
    side_by_side,
    verdict,
    warning,
    where_the_money_went,
)
from workbook_templates.tracker.trust import grade, method, spread


def report(edition: Edition, filled: Filled, paid: Sheet, organic: Sheet, costs: Sheet) -> Page:
    """Declare the sheet over the sheets of data."""
    _ = edition.say
    return Page(
        title=_("Report"),
        lead=_("Everything here follows from the other sheets: change a row, and it changes."),
        blocks=(
            Text("=" + _period(edition), lines=1, strong=True),
            three_cards(edition),
            verdict(edition),
            warning(edition),
            *month_chart(edition, filled),
            *side_by_side(edition),
            *where_the_money_went(edition),
            PageBreak(),
            *by_channel(edition, filled),
            *by_month(edition, filled),
            PageBreak(),
            *rankings(edition, filled),
            PageBreak(),
            Heading(_("Data checks")),
            checks(edition, paid, organic, costs),
            Heading(_("How far to trust this")),
            *grade(edition),
            *spread(edition),
            *method(edition),
        ),
    )


def _period(edition: Edition) -> str:
    _ = edition.say
    event = f'IF(event="",{sentence(_("Conversions"))},event)'
    return sentence(
        _("{event}, {start} to {end}. Amounts in {currency}. {rows} rows of paid traffic."),
        event=event,
        start=figures.day("period_start"),
        end=figures.day("period_end"),
        currency="currency",
        rows=f'COUNTIFS(paid_cost,">0",{figures.IN_PERIOD.format(date="paid_date")})',
    )
