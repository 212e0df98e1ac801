"""The tables of the Budget sheet: channel by channel, before and after, and steps to try."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.budget.calculations import of_row
from workbook_templates.budget.settings import CHANNEL_ROOM
from workbook_templates.edition import Edition
from workbook_templates.figures import unless_zero
from workbook_templates.page import Column, Grid, Row
from workbook_templates.sheet import Sheet

NAME = "INDEX(channel_name,{number})"
SPEND, RATE = "INDEX(channel_spend,{number})", "INDEX(channel_rate,{number})"


def by_channel(edition: Edition, steps: Sheet) -> Grid:
    """Declare average and marginal cost per conversion of each channel, with their intervals."""
    _ = edition.say
    now = "INDEX(channel_now,{number})"
    low, high = (f"INDEX(channel_rate_{key},{{number}})" for key in ("low", "high"))
    dash = figures.NO_FIGURE
    average = f'IF(N({{{{spend}}}})=0,"",IF({{by}}>0,{{{{spend}}}}/{{by}},"{dash}"))'
    return Grid(
        "by_channel",
        (
            Column("name", _("Channel"), Unit.TEXT, 2, NAME),
            Column("spend", _("Spend now"), Unit.MONEY, 1, SPEND),
            Column("conversions", _("Conv."), Unit.COUNT, 1, RATE),
            Column("cpc", _("Average"), Unit.MONEY, 1, average.format(by=RATE)),
            Column("low", _("Average low"), Unit.MONEY, 1, average.format(by=high)),
            Column("high", _("Average high"), Unit.MONEY, 1, average.format(by=low)),
            Column("marginal", _("Marginal"), Unit.MONEY, 1, of_row(steps, "marginal", now)),
            Column(
                *("marginal_low", _("Marginal low"), Unit.MONEY, 1),
                of_row(steps, "marginal_low", now),
            ),
            Column(
                *("marginal_high", _("Marginal high"), Unit.MONEY, 1),
                of_row(steps, "marginal_high", now),
            ),
            Column(
                *("verdict", _("Marginal against target"), Unit.TEXT, 2),
                of_row(steps, "verdict", now),
                words=figures.verdicts(edition),
            ),
        ),
        [Row({})] * CHANNEL_ROOM,
    )


def before_and_after(edition: Edition) -> Grid:
    """Declare spend and expected conversions before and after the move; the total stays."""
    _ = edition.say

    def changed(to: str, source: str) -> str:
        return (
            f'IF({{name}}="","",IF({{number}}=N(move_to),{to},'
            f'IF({{number}}=N(move_from),-{source},"")))'
        )

    added = 'IF({{name}}="","",{{{0}}}+N({{{1}}}))'
    divided = 'IF(N({{{1}}})>0,{{{0}}}/{{{1}}},"")'
    return Grid(
        "plan",
        (
            Column("name", _("Channel"), Unit.TEXT, 3, NAME),
            Column("spend", _("Spend now"), Unit.MONEY, 1, SPEND),
            Column("change", _("Move"), Unit.MONEY, 1, changed("moved", "moved")),
            Column("after", _("Spend after"), Unit.MONEY, 2, added.format("spend", "change")),
            Column("conversions", _("Conv. now"), Unit.COUNT, 1, RATE),
            Column(
                *("gained", _("Expected change"), Unit.COUNT, 1),
                changed("move_gained", "move_lost"),
            ),
            Column(
                *("expected", _("Conv. after"), Unit.COUNT, 1),
                added.format("conversions", "gained"),
            ),
            Column(
                "cpc", _("Cost per conv."), Unit.MONEY, 1, divided.format("spend", "conversions")
            ),
            Column(
                *("cpc_after", _("After"), Unit.MONEY, 1),
                divided.format("after", "expected"),
            ),
        ),
        (
            *[Row({})] * CHANNEL_ROOM,
            Row(
                {
                    "name": _("All channels"),
                    "spend": "=" + unless_zero("SUM(plan_spend)"),
                    "change": '=IF(move_told=1,SUM(plan_change),"")',
                    "after": "=" + unless_zero("SUM(plan_after)"),
                    "conversions": "=" + unless_zero("SUM(plan_conversions)"),
                    "gained": '=IF(move_told=1,SUM(plan_gained),"")',
                    "expected": "=" + unless_zero("SUM(plan_expected)"),
                },
                total=True,
            ),
        ),
    )


def trials(edition: Edition) -> Grid:
    """Declare the step that would tell more, channel by channel."""
    _ = edition.say
    _below, _unknown, above = figures.verdicts(edition)
    dear = f'INDEX(by_channel_verdict,{{number}})="{above}"'
    trial = f'IF({dear},"{figures.NO_FIGURE}",INDEX(pace_trial,{{number}}))'
    return Grid(
        "larger",
        (
            Column("name", _("Channel"), Unit.TEXT, 4, NAME),
            Column("spend", _("Spend now"), Unit.MONEY, 2, SPEND),
            Column("step", _("Step to try"), Unit.MONEY, 2, trial),
            Column(
                "share", _("Of spend now"), Unit.FRACTION, 2, figures.share("{step}", "{spend}")
            ),
            Column("periods", _("Periods"), Unit.WHOLE, 2, "INDEX(channel_periods,{number})"),
        ),
        [Row({})] * CHANNEL_ROOM,
    )
