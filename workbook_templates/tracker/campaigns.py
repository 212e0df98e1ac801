"""The Campaigns sheet: every campaign of the Paid sheet, found by itself, with its interval."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.edition import Edition
from workbook_templates.page import Column, Grid, Page, Row
from workbook_templates.sheet import Sheet
from workbook_templates.tracker.figure_tables import figure_columns
from workbook_templates.tracker.filled import Filled
from workbook_templates.tracker.sums import in_period


def campaigns(edition: Edition, filled: Filled, paid: Sheet) -> Page:
    """Declare the sheet over the columns of the Paid sheet."""
    _ = edition.say
    first, key = paid.whole("first"), paid.whole("key")
    matches = (f"paid_key,{figures.exactly(f'INDEX({key},{{row}})')}",)
    money = in_period("paid_cost", *matches)
    count = in_period("paid_conversions", *matches)
    return Page(
        title=_("Campaigns"),
        lead=_(
            "Each campaign of the Paid sheet in the period, in the order in which they stand "
            "there, up to 200. A verdict is told by the whole interval: a lucky campaign with two "
            "conversions is not called cheap."
        ),
        blocks=(
            Grid(
                "campaign",
                (
                    Column(
                        *("row", _("Row"), Unit.WHOLE, 1),
                        f'IF({{number}}<=COUNT({first}),SMALL({first},{{number}}),"")',
                    ),
                    Column("channel", _("Channel"), Unit.TEXT, 2, _of(paid.whole("channel"))),
                    Column("name", _("Campaign"), Unit.TEXT, 2, _of(paid.whole("campaign"))),
                    Column(*("cost", _("Cost"), Unit.MONEY, 1), f'IF({{row}}="","",{money})'),
                    Column(
                        *("conversions", _("Conv."), Unit.COUNT, 1),
                        f'IF({{row}}="","",{count})',
                    ),
                    *figure_columns(edition),
                ),
                [Row({})] * filled.campaigns,
                long=True,
            ),
        ),
    )


def _of(column: str) -> str:
    return f'IF({{row}}="","",INDEX({column},{{row}})&"")'
