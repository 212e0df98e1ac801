"""The A/B test workbook: two arms in, whether one of them is really cheaper out."""

from workbook_templates.ab_test.calculations import calculations
from workbook_templates.ab_test.days import days
from workbook_templates.ab_test.page import comparison
from workbook_templates.ab_test.start import start
from workbook_templates.edition import Edition
from workbook_templates.page import Page
from workbook_templates.sheet import Sheet


def ab_test(edition: Edition) -> tuple[Page | Sheet, ...]:
    """Return the sheets of the workbook, in order."""
    daily = days(edition)
    return start(edition), comparison(edition, daily), daily, calculations(edition, daily)
