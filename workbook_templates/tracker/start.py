"""The Start sheet: what this is, three steps, and the figure with its picture."""

from workbook_templates.edition import Edition
from workbook_templates.page import Charts, Heading, Link, Page, Text
from workbook_templates.tracker import charts
from workbook_templates.tracker.cards import three_cards


def start(edition: Edition) -> Page:
    """Declare the sheet."""
    _ = edition.say
    return Page(
        title=_("Start"),
        lead=_(
            "What a conversion costs, and how far to trust the figure. Fill in the yellow cells; "
            "the report writes itself, without macros, in Excel, LibreOffice and on the web."
        ),
        blocks=(
            Heading(_("Three steps")),
            Link(_("Settings"), _("1. Name the event, the first month and your target.")),
            Link(_("Paid"), _("2. Paste the rows of your ad platforms: one per day and campaign.")),
            Link(_("Organic"), _("    Conversions that came by themselves, without any cost.")),
            Link(_("Costs"), _("    Every other cost. Its category decides whether it counts.")),
            Link(_("Report"), _("3. Read what a conversion costs, by channel and by month.")),
            Heading(_("What CPC means here")),
            Text(
                _(
                    "CPC is the cost per conversion: what the paid traffic cost, over the "
                    "conversions it brought, in a period. It is never the cost per click."
                ),
                strong=True,
            ),
            Text(
                _(
                    "A cost counts when a third party was paid for placing the ad or sending the "
                    "visitor. SEO, blog and social work bring conversions too; their cost is "
                    "shown beside the figure and never mixed into it."
                )
            ),
            Heading(_("The figure")),
            three_cards(edition),
            Text(
                _("No figures to be seen? Then Excel protects the file: press Enable Editing."),
                quiet=True,
            ),
            Charts((charts.months(edition),), lines=18),
        ),
    )
