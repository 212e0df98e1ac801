"""The Calculations sheet of the budget workbook: every figure between steps and suggestion."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.bars import bar_columns
from workbook_templates.budget import move
from workbook_templates.budget.settings import CHANNEL_ROOM
from workbook_templates.edition import Edition
from workbook_templates.page import Column, Field, Grid, Heading, Page, Row
from workbook_templates.sheet import Sheet

STEPS_SHOWN = 8


def calculations(edition: Edition, steps: Sheet) -> Page:
    """Declare the sheet over the Steps sheet."""
    _ = edition.say
    return Page(
        title=_("Calculations"),
        lead=_(
            "Where the Budget sheet takes its figures from. Nothing is to be filled in here; each "
            "cell has a name, which its formulas and the Budget sheet use."
        ),
        blocks=(
            Heading(_("Settings in use")),
            Field(
                *("confidence", _("Confidence"), Unit.FRACTION),
                _("As in Settings; 95 % where that cell is empty or impossible."),
                formula=figures.valid_confidence("wanted_confidence"),
            ),
            Heading(_("Channels, as they stand now")),
            _channels(edition, steps),
            *_total(edition),
            Heading(_("What more money brings, and what may move")),
            move.paces(edition, steps),
            Heading(_("The suggested move")),
            *move.fields(edition),
            Heading(_("Steps of the channel in the chart")),
            Field(
                *("charted_channel", _("Channel"), Unit.TEXT),
                _("As chosen on the Budget sheet, or the first."),
                formula=(
                    'IF(TRIM(shown_channel)<>"",TRIM(shown_channel),INDEX(channel_name,1)&"")'
                ),
            ),
            _charted(edition, steps),
        ),
    )


def of_row(steps: Sheet, key: str, row: str) -> str:
    """Return the formula of a cell of the Steps sheet; empty where there is no such row."""
    return f'IF({row}="","",INDEX({steps.whole(key)},{row}))'


def _channels(edition: Edition, steps: Sheet) -> Grid:
    """Declare the channels in the order of the Steps sheet: the marked row counts, or the last."""
    _ = edition.say
    key, row, mark = (steps.whole(name) for name in ("key", "row", "now"))
    first = steps.whole("new_channel")
    mine = f"({key}={{name}})"
    marked = f'{mine}*({mark}<>"")'
    off = 'IF({{name}}="",0,({{rate}}-{{{limit}}})^2)'
    return Grid(
        "channel",
        (
            Column(
                *("row", _("First row"), Unit.WHOLE, 1),
                f'IF({{number}}<=COUNT({first}),SMALL({first},{{number}}),"")',
            ),
            Column("name", _("Channel"), Unit.TEXT, 2, of_row(steps, "key", "{row}")),
            Column(
                *("now", _("Row that counts"), Unit.WHOLE, 1),
                f'IF({{row}}="","",IF(SUMPRODUCT({marked})>0,SUMPRODUCT(MAX({marked}*{row})),'
                f"SUMPRODUCT(MAX({mine}*{row}))))",
            ),
            Column("spend", _("Spend"), Unit.MONEY, 1, of_row(steps, "spent", "{now}")),
            Column(
                *("periods", _("Periods"), Unit.WHOLE, 1),
                of_row(steps, "pooled_periods", "{now}"),
            ),
            Column("won", _("Conv. in all"), Unit.COUNT, 1, of_row(steps, "pooled", "{now}")),
            Column("rate", _("Per period"), Unit.COUNT, 1, of_row(steps, "rate", "{now}")),
            Column("rate_low", _("Low"), Unit.COUNT, 1, of_row(steps, "rate_low", "{now}")),
            Column("rate_high", _("High"), Unit.COUNT, 1, of_row(steps, "rate_high", "{now}")),
            Column("down", _("Low, squared"), Unit.COUNT, 1, off.format(limit="rate_low")),
            Column("up", _("High, squared"), Unit.COUNT, 1, off.format(limit="rate_high")),
        ),
        [Row({})] * CHANNEL_ROOM,
    )


def _total(edition: Edition) -> list[Field]:
    """Return what all channels spend and bring now, with MOVER's limits of a sum."""
    _ = edition.say
    none = 'IF(COUNT(channel_spend)=0,"",{0})'
    least = "total_rate-SQRT(SUM(channel_down))"
    most = "total_rate+SQRT(SUM(channel_up))"
    dash = figures.NO_FIGURE
    return [
        Field(
            *("total_spend", _("Spend per period"), Unit.MONEY),
            _("All channels."),
            formula=none.format("SUM(channel_spend)"),
        ),
        Field(
            *("total_rate", _("Conversions per period"), Unit.COUNT),
            _("All channels."),
            formula=none.format("SUM(channel_rate)"),
        ),
        Field(
            *("total_cpc", _("Cost per conversion"), Unit.MONEY),
            _("The average over all channels: spend over conversions."),
            formula=none.format(f'IF(total_rate>0,total_spend/total_rate,"{dash}")'),
        ),
        Field(
            *("total_low", _("Low"), Unit.MONEY),
            _("From the limits of the channels' counts."),
            formula=none.format(f"total_spend/({most})"),
        ),
        Field(
            *("total_high", _("High"), Unit.MONEY),
            _("From the limits of the channels' counts."),
            formula=none.format(f'IF({least}>0,total_spend/({least}),"{dash}")'),
        ),
    ]


def _charted(edition: Edition, steps: Sheet) -> Grid:
    """Declare the lowest steps of one channel, and the stacked parts of their intervals.

    The chart keeps a place for each line: a channel with fewer steps leaves some of it blank.
    """
    _ = edition.say
    charted = steps.whole("charted")
    low, rate, high = (
        f"INDEX({steps.whole(key)},{{row}})" for key in ("rate_low", "rate", "rate_high")
    )
    return Grid(
        "charted",
        (
            Column(
                *("spend", _("Spend"), Unit.MONEY, 2),
                f'IF({{number}}<=COUNT({charted}),SMALL({charted},{{number}}),"")',
                shown=edition.formats.axis,
            ),
            Column(
                *("row", _("Row of the table"), Unit.WHOLE, 2),
                f'IF({{spend}}="","",MATCH({{spend}},{charted},0))',
            ),
            *bar_columns(edition, 'NOT({row}="")', (low, rate, high), Unit.COUNT, 2),
        ),
        [Row({})] * STEPS_SHOWN,
    )
