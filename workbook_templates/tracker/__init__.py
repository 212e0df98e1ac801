"""The tracker: paid, organic and other costs in; what a conversion costs out."""

from workbook_templates.edition import Edition
from workbook_templates.page import Page
from workbook_templates.sheet import Sheet
from workbook_templates.tracker.calculations import calculations
from workbook_templates.tracker.campaigns import campaigns
from workbook_templates.tracker.costs import costs
from workbook_templates.tracker.filled import filled
from workbook_templates.tracker.organic import organic
from workbook_templates.tracker.paid import paid
from workbook_templates.tracker.report import report
from workbook_templates.tracker.settings import settings
from workbook_templates.tracker.start import start


def tracker(edition: Edition) -> tuple[Page | Sheet, ...]:
    """Return the sheets of the workbook, in order."""
    held = filled(edition)
    bought = paid(edition, held.paid)
    earned, spent = organic(edition, held.organic), costs(edition, held.costs)
    return (
        start(edition),
        bought,
        earned,
        spent,
        settings(edition, held),
        report(edition, held, bought, earned, spent),
        campaigns(edition, held, bought),
        calculations(edition, held),
    )
