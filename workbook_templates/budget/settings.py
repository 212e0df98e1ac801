"""The Settings sheet of the budget workbook: target, size of a move, and floors."""

from cpc_functions.catalogue import Unit
from workbook_templates.budget.sample import FLOOR, TARGET, price
from workbook_templates.edition import Edition
from workbook_templates.page import Block, Column, Field, Grid, Heading, Page, Row, Text
from workbook_templates.tracker.sample import channels

CHANNEL_ROOM = 12


def settings(edition: Edition) -> Page:
    """Declare the sheet."""
    _ = edition.say
    return Page(
        title=_("Settings"),
        lead=_("Yellow cells are yours to fill in; everything else follows from them."),
        blocks=(
            Heading(_("Target and move")),
            *_fields(edition),
            Heading(_("Floors")),
            Text(
                _(
                    "Optional: what a channel must keep, whatever its figures say. Channels are "
                    "found on the Steps sheet by themselves; name only those that have a floor."
                )
            ),
            _floors(edition),
        ),
    )


def _fields(edition: Edition) -> list[Block]:
    _ = edition.say
    return [
        Field(
            *("target", _("Target cost per conversion"), Unit.MONEY),
            _("Optional: what a conversion may cost. Marginal costs are compared with it."),
            value=price(edition, TARGET) if edition.sample else None,
        ),
        Field(
            *("move_share", _("Share to move"), Unit.FRACTION),
            _(
                "At most this share of a channel's spend moves at a time: a small step can be "
                "undone."
            ),
            value=0.1,
        ),
        Field(
            *("wanted_confidence", _("Confidence"), Unit.FRACTION),
            _("How sure an interval is meant to be: 95 % is usual. Between 50 % and 99.9 %."),
            value=0.95,
            low=0.5,
            high=0.999,
        ),
        Field(
            *("period", _("Period"), Unit.TEXT),
            _("What spend and conversions are given for: week, month. The same for all rows."),
            value=_("week"),
        ),
        Field(
            *("currency", _("Currency"), Unit.TEXT),
            _("Of every amount in this workbook. Amounts in others must be converted first."),
            formula=f'"{edition.currency}"',
        ),
    ]


def _floors(edition: Edition) -> Grid:
    _ = edition.say
    kept: list[Row] = []
    if edition.sample:
        kept.append(Row({"channel": channels(edition)[4], "spend": price(edition, FLOOR)}))
    return Grid(
        "floor",
        (
            Column("channel", _("Channel"), Unit.TEXT, 4, filled=True),
            Column("spend", _("Floor per period"), Unit.MONEY, 3, filled=True),
        ),
        [*kept, *[Row({})] * (CHANNEL_ROOM - len(kept))],
    )
