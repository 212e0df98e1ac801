"""The budget workbook: what the next conversion costs in each channel, and what to move."""

from workbook_templates.budget.answer import answer
from workbook_templates.budget.calculations import calculations
from workbook_templates.budget.settings import settings
from workbook_templates.budget.start import start
from workbook_templates.budget.steps import steps
from workbook_templates.edition import Edition
from workbook_templates.page import Page
from workbook_templates.sheet import Sheet


def budget(edition: Edition) -> tuple[Page | Sheet, ...]:
    """Return the sheets of the workbook, in order."""
    listed = steps(edition)
    return (
        start(edition),
        settings(edition),
        listed,
        answer(edition, listed),
        calculations(edition, listed),
    )
