"""The bid workbook: what a click on each keyword may cost, and where spend proves too dear."""

from workbook_templates.bids.calculations import calculations
from workbook_templates.bids.keywords import keywords
from workbook_templates.bids.overview import overview
from workbook_templates.bids.settings import settings
from workbook_templates.bids.start import start
from workbook_templates.edition import Edition
from workbook_templates.page import Page
from workbook_templates.sheet import Sheet


def bids(edition: Edition) -> tuple[Page | Sheet, ...]:
    """Return the sheets of the workbook, in order."""
    listed = keywords(edition)
    return (
        start(edition),
        settings(edition),
        listed,
        overview(edition, listed),
        calculations(edition, listed),
    )
