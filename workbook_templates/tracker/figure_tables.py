"""The tables of the report about parts: channels, months, campaigns."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures, formats
from workbook_templates.edition import Edition
from workbook_templates.figures import unless_zero
from workbook_templates.formula import native
from workbook_templates.page import Column, Grid, Row
from workbook_templates.tracker.filled import (
    CAMPAIGN_SPAN,
    CHANNEL_SPAN,
    LETTERS,
    VERDICT_SPAN,
    Filled,
)


def channels(edition: Edition, filled: Filled) -> Grid:
    """Declare the figure of each channel, with its shares."""
    _ = edition.say
    spent = "INDEX(by_channel_cost,{number})"
    found = "INDEX(by_channel_conversions,{number})"
    listed = [f'IF(ABS({spent})+ABS({found})>0,{what},"")' for what in (spent, found)]
    other = {"conversions": "", "share": "", "cpc": "", "low": "", "high": "", "verdict": ""}
    return Grid(
        "by_name",
        (
            Column(
                *("name", _("Channel"), Unit.TEXT, filled.wide(CHANNEL_SPAN)),
                'INDEX(by_channel_name,{number})&""',
            ),
            Column("cost", _("Cost"), Unit.MONEY, 2, listed[0]),
            Column(
                *("cost_share", _("Share of cost"), Unit.FRACTION, 1),
                figures.share("{cost}", "conversion_cost"),
            ),
            Column("conversions", _("Conv."), Unit.COUNT, 1, listed[1]),
            Column(
                *("share", _("Share of conv."), Unit.FRACTION, 1),
                figures.share("{conversions}", "paid_converted"),
            ),
            *figure_columns(edition, verdicts=filled.verdicts),
        ),
        (
            *[Row({})] * filled.channel_room,
            *[_unlisted(edition)] * filled.unlisted,
            *[Row({"name": _("Other counted"), "cost": "=" + unless_zero("counted_cost"), **other})]
            * filled.other,
            Row(
                {
                    "name": _("All paid"),
                    "cost": "=" + unless_zero("conversion_cost"),
                    "conversions": "=" + unless_zero("paid_converted"),
                },
                total=True,
            ),
        ),
        wrap=filled.channel_lines,
    )


def _unlisted(edition: Edition) -> Row:
    _ = edition.say
    return Row(
        {
            "name": _("Not on the list"),
            "cost": "=" + unless_zero("ROUND(media_cost-SUM(by_channel_cost),6)"),
            "conversions": "=" + unless_zero("ROUND(paid_converted-SUM(by_channel_conversions),6)"),
        }
    )


def months(edition: Edition, filled: Filled) -> Grid:
    """Declare the figure of each month, and whether its change is real."""
    _ = edition.say
    fell, unknown, rose = _("fell"), _("cannot tell"), _("rose")
    spent = "INDEX(by_month_cost,{number})+INDEX(by_month_other,{number})"
    found = "INDEX(by_month_conversions,{number})"
    listed = [f'IF(ABS({spent})+ABS({found})>0,{what},"")' for what in (spent, found)]
    both = "AND(N({conversions})>0,N({conversions.above})>0,N({cost})>0,N({cost.above})>0)"
    p = native(
        "AB_CPC_P",
        cost_a="{cost.above}",
        conversions_a="{conversions.above}",
        cost_b="{cost}",
        conversions_b="{conversions}",
    )
    return Grid(
        "months",
        (
            Column(
                *("month", _("Month"), Unit.DATE, 1),
                "INDEX(by_month_start,{number})",
                shown=formats.MONTH,
            ),
            Column("cost", _("Cost"), Unit.MONEY, filled.wide(2), listed[0]),
            Column("conversions", _("Conv."), Unit.COUNT, 1, listed[1]),
            *figure_columns(edition, verdicts=filled.verdicts),
            Column(
                *("change", _("Change"), Unit.FRACTION, 1),
                f'IF({both},{{cpc}}/{{cpc.above}}-1,"")',
            ),
            Column(
                *("real", _("Is it real?"), Unit.TEXT, 2),
                f'IF({{change}}="","",IF({p}>=1-confidence,"{unknown}",'
                f'IF({{change}}<0,"{fell}","{rose}")))',
                words=(fell, unknown, rose),
            ),
        ),
        (
            *[Row({})] * filled.months,
            Row(
                {
                    "month": _("All"),
                    "cost": "=" + unless_zero("SUM(months_cost)"),
                    "conversions": "=" + unless_zero("SUM(months_conversions)"),
                    "change": "",
                    "real": "",
                },
                total=True,
            ),
        ),
    )


def ranking(edition: Edition, filled: Filled, which: str, lines: int) -> Grid:
    """Declare one end of the ranking of campaigns; a name too long for its cell is cut."""
    _ = edition.say
    place = f"INDEX({which}_place,{{number}})"

    def of(key: str) -> str:
        return f'IF({place}="","",INDEX(campaign_{key},{place}))'

    name = of("name")
    if filled.long_names:
        room = 2 * LETTERS * filled.wide(CAMPAIGN_SPAN)
        name = f'IF(LEN({name})>{room},LEFT({name},{room - 1})&"…",{name})'
    return Grid(
        f"{which}_campaigns",
        (
            Column("channel", _("Channel"), Unit.TEXT, 2, of("channel")),
            Column("name", _("Campaign"), Unit.TEXT, filled.wide(CAMPAIGN_SPAN), name),
            Column("cost", _("Cost"), Unit.MONEY, 1, of("cost")),
            Column("conversions", _("Conv."), Unit.COUNT, 1, of("conversions")),
            Column("cpc", _("Cost per conv."), Unit.MONEY, 1, of("cpc")),
            Column("low", _("Low"), Unit.MONEY, 1, of("low")),
            Column("high", _("High"), Unit.MONEY, 1, of("high")),
            *([_verdict(edition, of("verdict"))] if filled.verdicts else []),
        ),
        [Row({})] * lines,
        wrap=2 if filled.long_names else 1,
    )


def figure_columns(edition: Edition, *, verdicts: bool = True) -> list[Column]:
    """Declare the figure of a row's cost and conversions, its limits and the verdict."""
    _ = edition.say
    return [
        Column(
            *("cpc", _("Cost per conv."), Unit.MONEY, 1),
            figures.figure("{cost}", "{conversions}"),
        ),
        Column("low", _("Low"), Unit.MONEY, 1, figures.low("{cost}", "{conversions}")),
        Column("high", _("High"), Unit.MONEY, 1, figures.high("{cost}", "{conversions}")),
        *([_verdict(edition, figures.verdict(edition, "{low}", "{high}"))] if verdicts else []),
    ]


def _verdict(edition: Edition, formula: str) -> Column:
    _ = edition.say
    return Column(
        *("verdict", _("Against target"), Unit.TEXT, VERDICT_SPAN),
        formula,
        words=figures.verdicts(edition),
    )
