"""The tracker: paid, organic and other costs in; what a conversion costs out."""

from workbook_templates.calculations import calculations
from workbook_templates.campaigns import campaigns
from workbook_templates.costs import costs
from workbook_templates.edition import Edition
from workbook_templates.organic import organic
from workbook_templates.page import Page
from workbook_templates.paid import paid
from workbook_templates.report import report
from workbook_templates.settings import settings
from workbook_templates.sheet import Sheet
from workbook_templates.start import start


def tracker(edition: Edition) -> tuple[Page | Sheet, ...]:
    """Return the sheets of the workbook, in order."""
    bought, earned = paid(edition), organic(edition)
    return (
        start(edition),
        bought,
        earned,
        costs(edition),
        settings(edition),
        report(edition, bought, earned),
        campaigns(edition, bought),
        calculations(edition),
    )
