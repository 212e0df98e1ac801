"""The data checks of the budget workbook."""

from cpc_functions.catalogue import Unit
from workbook_templates.budget.settings import CHANNEL_ROOM
from workbook_templates.checks import Check, check_grid
from workbook_templates.edition import Edition
from workbook_templates.page import Grid
from workbook_templates.sheet import Sheet


def step_checks(edition: Edition, steps: Sheet) -> Grid:
    """Declare the checks of the Steps sheet."""
    _ = edition.say
    whole = steps.whole
    texts = "+".join(
        f"ISTEXT({whole(column.key)})" for column in steps.inputs if column.unit is not Unit.TEXT
    )
    totals = f"{whole('total_line')}=1"
    filled = f'{whole("channel")}&{whole("spend")}&{whole("conversions")}<>""'
    uncounted = f'({filled})*({whole("key")}="")*(({texts})=0)*({whole("total_line")}=0)'
    marks = f'({whole("key")}<>"")*({whole("now")}<>"")'
    marked_channels = "+".join(
        f"(SUMPRODUCT(({whole('key')}=INDEX(channel_name,{place}))*{marks})>0)"
        for place in range(1, CHANNEL_ROOM + 1)
    )
    floors = 'SUMPRODUCT((floor_channel<>"")*(COUNTIF(channel_name,floor_channel&"")=0))'
    return check_grid(
        edition,
        (
            Check(
                _("Rows with text for a number"),
                f"SUMPRODUCT(--({texts}>0))",
                f"SUMPRODUCT(--({texts}>0),{whole('spend')})",
                _("They are not counted. Type them again, or use Data > Text to Columns."),
            ),
            Check(
                _("Total lines"),
                f"SUMPRODUCT(--({totals}))",
                f"SUMPRODUCT(--({totals}),{whole('spend')})",
                _("They are not counted. Delete them; name a channel otherwise."),
            ),
            Check(
                _("Rows that are not complete, or negative"),
                f"SUMPRODUCT({uncounted})",
                "",
                _("They are not counted. Give channel, spend and conversions, 0 or more."),
            ),
            Check(
                _("Rows summed with a row above"),
                f'SUMPRODUCT(({whole("key")}<>"")*({whole("new_step")}=0))',
                "",
                _("Nothing, if they are further periods at the same spend. Otherwise delete one."),
            ),
            Check(
                _("Channels with one level of spend"),
                "SUMPRODUCT(--ISNUMBER(channel_row))-COUNT(pace_gain)",
                "",
                _("Their next conversion is unknown. Try another level of spend for a while."),
            ),
            Check(
                _("Channels with more than one mark in Now"),
                f"SUMPRODUCT({marks})-({marked_channels})",
                "",
                _("The lowest marked row counts. Leave one mark for each channel."),
            ),
            Check(
                _("More than 12 channels"),
                f"MAX(0,COUNT({whole('new_channel')})-{CHANNEL_ROOM})",
                "",
                _("The rest are on the Steps sheet only. Make a second workbook for them."),
            ),
            Check(
                _("Floors of channels that are not found"),
                floors,
                "",
                _("Write the channel in Settings as on the Steps sheet."),
            ),
            Check(
                _("Rows below the table"),
                f'MAX(0,COUNTIF(steps_spend,">0")-COUNTIF({whole("spend")},">0"))',
                "",
                _("They are not counted. Drag the table's corner down over them."),
            ),
            Check(
                _("Confidence that is missing or impossible"),
                "--(N(wanted_confidence)<>confidence)",
                "",
                _("95 % stands in for it. Correct it in Settings."),
            ),
        ),
    )
