"""The Start sheet of an A/B test: what this is, the steps, and the answer with its picture."""

from dataclasses import replace

from workbook_templates.ab_test import answers, charts, verdict
from workbook_templates.edition import Edition
from workbook_templates.page import Charts, Heading, Link, Page, Text


def start(edition: Edition) -> Page:
    """Declare the sheet."""
    _ = edition.say
    return Page(
        title=_("Start"),
        lead=_(
            "Two ads, pages or audiences, A and B: which brings a conversion for less, and is the "
            "difference more than chance? Fill in the yellow cells; the answer writes itself, "
            "without macros, in Excel, LibreOffice and on the web."
        ),
        blocks=(
            Heading(_("Three steps")),
            Link(
                _("Test"),
                _("1. Plan first: the smallest difference that matters, and what each arm spends."),
            ),
            Link(_("Days"), _("2. Fill in cost, clicks and conversions of both arms, day by day.")),
            Link(_("Test"), _("    Or only the totals, if you have no days.")),
            Link(_("Test"), _("3. Read the verdict when the plan is reached, not before.")),
            Heading(_("What CPC means here")),
            Text(
                _(
                    "CPC is the cost per conversion: what an arm cost, over the conversions it "
                    "brought. It is never the cost per click."
                ),
                strong=True,
            ),
            Text(
                _(
                    "An arm with a better conversion rate can still cost more per conversion, "
                    "when its clicks are dearer. That is why cost decides here, and not the rate."
                )
            ),
            Heading(_("The answer")),
            answers.cards(edition),
            replace(verdict.verdict(edition), name=""),
            Text("=" + verdict.how_it_was_read(edition), lines=2, quiet=True),
            Charts((charts.ratio(edition),), lines=16),
        ),
    )
