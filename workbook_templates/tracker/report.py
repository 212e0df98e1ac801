"""The Report sheet: what a conversion costs, by channel and by month, and how far to trust it."""

from workbook_templates import figures
from workbook_templates.edition import Edition
from workbook_templates.figures import sentence, shown
from workbook_templates.page import (
    Charts,
    Heading,
    Page,
    PageBreak,
    Text,
)
from workbook_templates.sheet import Sheet
from workbook_templates.tracker import charts, figure_tables, money_tables
from workbook_templates.tracker.cards import three_cards
from workbook_templates.tracker.checks import checks
from workbook_templates.tracker.trust import method


def report(edition: Edition, paid: Sheet, organic: Sheet, costs: Sheet) -> Page:
    """Declare the sheet over the sheets of data."""
    _ = edition.say
    return Page(
        title=_("Report"),
        lead=_("Everything here follows from the other sheets: change a row, and it changes."),
        blocks=(
            Text("=" + _period(edition), lines=1, strong=True),
            three_cards(edition),
            Text("=" + _told(edition), lines=1, strong=True),
            Text("=" + _warning(edition), lines=1, strong=True),
            Charts((charts.months(edition),)),
            Text(
                _(
                    "A bar runs from the low to the high limit; the seam between the two blues is "
                    "the figure. A month without a conversion has none."
                ),
                quiet=True,
            ),
            Heading(_("Paid and organic side by side")),
            money_tables.two_groups(edition),
            Heading(_("Where the money went")),
            money_tables.money(edition),
            PageBreak(),
            Heading(_("By channel")),
            figure_tables.channels(edition),
            Charts((charts.channels(edition), charts.shares(edition)), lines=14),
            Heading(_("By month")),
            figure_tables.months(edition),
            Charts((charts.costs(edition), charts.conversions(edition)), lines=14),
            PageBreak(),
            Heading(_("Cheapest campaigns, by their high limit")),
            Text(
                _("A ranking, no verdict: what they cost at worst, luck set aside."),
                quiet=True,
            ),
            figure_tables.ranking(edition, "cheap"),
            Heading(_("Dearest campaigns, by their low limit")),
            Text(
                _("A ranking, no verdict: what they cost at best. The verdict ends the line."),
                quiet=True,
            ),
            figure_tables.ranking(edition, "dear"),
            PageBreak(),
            Heading(_("Data checks")),
            checks(edition, paid, organic, costs),
            Heading(_("How far to trust this")),
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


def _told(edition: Edition) -> str:
    _ = edition.say
    told = sentence(
        _("Paid cost per conversion against the target of {target}: {verdict}."),
        target=shown("target", edition.formats.digits),
        verdict="paid_figure_verdict",
    )
    margin = sentence(
        _("Break-even is {breakeven}: a conversion leaves {profit}."),
        breakeven=shown("breakeven", edition.formats.digits),
        profit=shown("breakeven-paid_figure", edition.formats.digits),
    )
    known = "AND(ISNUMBER(breakeven),ISNUMBER(paid_figure))"
    return f'IF(paid_figure_verdict="","",{told}&" ")&IF({known},{margin},"")'


def _warning(edition: Edition) -> str:
    _ = edition.say
    unplaced = sentence(
        _("{amount} of costs have no rule and are not in the paid figure: see Data checks."),
        amount=shown("unplaced_cost", edition.formats.digits),
    )
    found = sentence(_("{count} of the data checks below ask for a look."), count="checks_to_see")
    return f'IF(ABS(unplaced_cost)>0,{unplaced},IF(checks_to_see>0,{found},""))'
