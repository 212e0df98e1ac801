"""The bid workbook: what a click on each keyword may cost, and where spend proves too dear."""

from workbook_templates.bids_calculations import calculations
from workbook_templates.bids_keywords import keywords
from workbook_templates.bids_overview import overview
from workbook_templates.bids_settings import settings
from workbook_templates.bids_start import start
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
