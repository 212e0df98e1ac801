"""The numbers behind the report's tables and charts: one grid by month, two by channel."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures, formats
from workbook_templates.bars import bar_columns
from workbook_templates.edition import Edition
from workbook_templates.page import Column, Grid, Row
from workbook_templates.tracker.costs import answers
from workbook_templates.tracker.filled import Filled
from workbook_templates.tracker.sums import EACH_RULE, by_rule, in_month, in_period


def by_month(edition: Edition, filled: Filled) -> Grid:
    """Declare cost and conversions of each month, and the bars of its interval."""
    _ = edition.say
    yes, _no, _unknown = answers(edition)
    counted = by_rule(in_month("costs_cost", EACH_RULE), yes)
    return Grid(
        "by_month",
        (
            Column(
                *("start", _("Month"), Unit.DATE, 1),
                "DATE(YEAR(period_start),MONTH(period_start)+{number}-1,1)",
                shown=formats.MONTH,
            ),
            Column(
                *("end", _("Before"), Unit.DATE, 1),
                "MIN(period_end+1,DATE(YEAR({start}),MONTH({start})+1,1))",
            ),
            Column("cost", _("Media cost"), Unit.MONEY, 2, in_month("paid_cost")),
            Column("other", _("Other counted"), Unit.MONEY, 1, counted),
            Column(
                *("conversions", _("Paid conv."), Unit.COUNT, 1),
                in_month("paid_conversions"),
            ),
            Column(
                *("organic", _("Organic conv."), Unit.COUNT, 1),
                in_month("organic_conversions"),
            ),
            *bar_columns(edition, *_interval("months", "{number}")),
            Column("line", _("Line"), Unit.MONEY, 1, "reference_cpc"),
        ),
        [Row({})] * filled.months,
    )


def by_channel(edition: Edition, filled: Filled) -> Grid:
    """Declare cost and conversions of each channel of Settings, and a key to rank it by."""
    _ = edition.say
    matches = f"paid_channel,{figures.exactly('{name}')}"
    money = in_period("paid_cost", matches)
    count = in_period("paid_conversions", matches)
    return Grid(
        "by_channel",
        (
            Column("name", _("Channel"), Unit.TEXT, 3, _listed_once()),
            Column("cost", _("Media cost"), Unit.MONEY, 2, f'IF({{name}}="",0,{money})'),
            Column(
                *("conversions", _("Paid conv."), Unit.COUNT, 2),
                f'IF({{name}}="",0,{count})',
            ),
            Column(
                *("rank", _("To rank by"), Unit.NUMBER, 2),
                'IF(N({conversions})>0,{cost}/{conversions}+{number}/10^9,"")',
                shown="0.000000000",
            ),
        ),
        [Row({})] * filled.channel_room,
    )


def ranked(edition: Edition, filled: Filled) -> Grid:
    """Declare the channels that have a figure, cheapest first, and the bars of each interval."""
    _ = edition.say
    place = "MATCH(SMALL(by_channel_rank,{number}),by_channel_rank,0)"
    return Grid(
        "ranked",
        (
            Column(
                *("place", _("Line of the table"), Unit.WHOLE, 2),
                f'IF({{number}}<=COUNT(by_channel_rank),{place},"")',
            ),
            Column(
                *("name", _("Channel"), Unit.TEXT, 3),
                'IF({place}="","",INDEX(by_channel_name,{place}))',
            ),
            *bar_columns(edition, *_interval("by_name", "{place}")),
        ),
        [Row({})] * filled.channel_room,
    )


def _listed_once() -> str:
    """Return the formula of a channel's name; empty where it was listed above."""
    name = "INDEX(channels_name,{number})"
    before = f"COUNTIF(INDEX(channels_name,1):{name},{figures.exactly(name)})>1"
    return f'IF({name}="","",IF({before},"",{name}))'


def _interval(grid: str, place: str) -> tuple[str, tuple[str, str, str]]:
    """Return whether a line of the report has an interval, and its limits."""
    low, figure, high = (f"INDEX({grid}_{key},{place})" for key in ("low", "cpc", "high"))
    known = f'IF({place}="",FALSE,ISNUMBER({high}))'
    return known, (low, figure, high)
