"""The Start sheet of the bid workbook: what this is, three steps, and the figures."""

from workbook_templates.bids import charts
from workbook_templates.bids.cards import four_cards
from workbook_templates.edition import Edition
from workbook_templates.page import Charts, Heading, Link, Page, Text


def start(edition: Edition) -> Page:
    """Declare the sheet."""
    _ = edition.say
    return Page(
        title=_("Start"),
        lead=_(
            "What a click on each keyword may cost, and when to stop paying for one that brings "
            "nothing. Fill in the yellow cells; the answers follow, without macros, in Excel, "
            "LibreOffice and on the web."
        ),
        blocks=(
            Heading(_("Three steps")),
            Link(_("Settings"), _("1. Say what a conversion may cost, and how careful to be.")),
            Link(_("Keywords"), _("2. Paste the keywords with cost, clicks and conversions.")),
            Link(_("Overview"), _("3. Read what to stop, what to lower and where there is room.")),
            Link(_("Calculations"), _("    Every figure in between, to look up.")),
            Heading(_("Two prices that must not be mixed up")),
            Text(
                _(
                    "A bid is the price of a CLICK. The target is the price of a CONVERSION. The "
                    "conversion rate links them: maximum bid = target × conversions per click."
                ),
                strong=True,
            ),
            Text(
                _(
                    "CPC means cost per conversion in this workbook, never cost per click. A "
                    "target typed in as a bid pays for one click what a whole conversion may cost."
                )
            ),
            Heading(_("The figures")),
            four_cards(edition),
            Charts((charts.costs(edition), charts.intervals(edition)), lines=15),
        ),
    )
