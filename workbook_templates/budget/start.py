"""The Start sheet of the budget workbook: what this is, three steps, and the suggestion."""

from workbook_templates.budget import charts
from workbook_templates.budget.cards import suggested, three_cards
from workbook_templates.edition import Edition
from workbook_templates.page import Charts, Heading, Link, Page, Text


def start(edition: Edition) -> Page:
    """Declare the sheet."""
    _ = edition.say
    return Page(
        title=_("Start"),
        lead=_(
            "What the next conversion costs in each channel, and where money would do more. Fill "
            "in the yellow cells; the answers follow, without macros, in Excel, LibreOffice and "
            "on the web."
        ),
        blocks=(
            Heading(_("Three steps")),
            Link(_("Settings"), _("1. Give the target and how much may move at a time.")),
            Link(_("Steps"), _("2. Fill in what each channel spent and brought, level by level.")),
            Link(_("Budget"), _("3. Read what the last step cost, and the suggested move.")),
            Link(_("Calculations"), _("    Every figure in between, to look up.")),
            Heading(_("Average and marginal are not the same")),
            Text(
                _(
                    "The average says what a conversion cost so far. The marginal cost per "
                    "conversion says what each extra one cost when spend went up: it decides where "
                    "the next money goes."
                ),
                strong=True,
            ),
            Text(
                _(
                    "1,000 for 20 conversions, then 1,500 for 26: the averages are 50 and 58, yet "
                    "each of the six extra conversions cost 83. CPC means cost per conversion in "
                    "this workbook, never cost per click."
                )
            ),
            Heading(_("The answer so far")),
            Text("=" + suggested(edition), lines=2, strong=True),
            three_cards(edition),
            Charts((charts.average_and_marginal(edition),), lines=17),
        ),
    )
