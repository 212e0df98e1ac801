"""The report as a workbook: the tracker's, filled from exports, with what they tell beside it."""

from collections.abc import Sequence

from workbook_templates.edition import Edition
from workbook_templates.page import Page
from workbook_templates.report.contents import Contents, contents
from workbook_templates.report.data_sheets import (
    as_read,
    campaigns_sheet,
    days_sheet,
    paid_sheet,
)
from workbook_templates.report.edition import edition_of
from workbook_templates.report.found import found
from workbook_templates.report.front import front
from workbook_templates.report.not_counted import not_counted
from workbook_templates.report.origin import origin
from workbook_templates.report.tables import Tables
from workbook_templates.report.to_do import to_do
from workbook_templates.report.why import why
from workbook_templates.report.words import Words
from workbook_templates.sheet import Sheet
from workbook_templates.tracker.calculations import calculations
from workbook_templates.tracker.costs import costs
from workbook_templates.tracker.organic import organic
from workbook_templates.tracker.settings import settings
from workbook_templates.writing.workbook import written


def make_report(edition: Edition, tables: Tables) -> bytes:
    """Return the report as the bytes of an .xlsx file that holds native formulas only.

    Of the edition, language and protection count; period and currency are those of the tables.
    Raises ValueError for a currency code that is none, or a year before 2000 or after 2095.
    """
    own = edition_of(edition, tables)
    _ = own.say
    held = own.speak(contents, own, tables)
    title, question = (
        _("Report of the cost per conversion"),
        _("What does a conversion cost, and why?"),
    )
    return written(own, own.speak(_sheets, own, tables, held), title, question)


def _sheets(edition: Edition, tables: Tables, held: Contents) -> Sequence[Page | Sheet]:
    """Return the sheets in order; Days and Why it changed only where there is something to tell."""
    filled, words = held.filled, Words(edition, tables.currency)
    bought = paid_sheet(edition, held)
    earned, spent = organic(edition, filled.organic), costs(edition, filled.costs)
    daily = [days_sheet(edition, tables)] if tables.days else []
    source = "daily" if tables.days else "paid"
    changed = [why(edition, tables.change, words, source)] if tables.change else []
    return (
        front(edition, tables, words, filled, (bought, earned, spent)),
        *changed,
        to_do(edition, tables, held, words),
        not_counted(edition, tables, words, filled),
        found(edition, tables, words),
        origin(edition, tables, words),
        *(
            as_read(edition, sheet)
            for sheet in (bought, earned, spent, *daily, campaigns_sheet(edition, held))
        ),
        settings(edition, filled),
        calculations(edition, filled),
    )
