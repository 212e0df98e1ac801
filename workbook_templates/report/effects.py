"""Mix and efficiency of each channel, which add up to the change of the cost per conversion.

Mix is measured against the average: a cheap channel that loses share makes the whole dearer.
"""

from cpc_functions.catalogue import Unit
from workbook_templates import theme
from workbook_templates.charts import Draw, column_chart
from workbook_templates.edition import Edition
from workbook_templates.figures import NO_FIGURE
from workbook_templates.page import Column, Field, Grid, Row
from workbook_templates.report.tables import Part

EVERY_BEFORE, EVERY_AFTER = "SUM(parts_conversions_before)", "SUM(parts_conversions_after)"


def effects(edition: Edition, parts: list[Part]) -> Grid:
    """Declare the effects of each row's channel.

    One with a figure in one period only is new or gone, and all mix; one without any figure is
    all efficiency.
    """
    _ = edition.say
    cell = {
        f"{name}_{period}": f"INDEX(parts_{name}_{period},{{number}})"
        for name in ("cost", "conversions", "cpc")
        for period in ("before", "after")
    }
    before, after = cell["cpc_before"], cell["cpc_after"]
    count, moved = f"COUNT({before},{after})", "({share_after}-{share_before})"
    mix = f"{moved}*(({before}+{after})/2-effects_average)"
    efficiency = f"({after}-{before})*({{share_before}}+{{share_after}})/2"
    spent = f"{cell['cost_after']}/{EVERY_AFTER}-{cell['cost_before']}/{EVERY_BEFORE}"
    whole = f"{spent}-{moved}*effects_average"
    known = f"AND(ISNUMBER(effects_average),MIN({EVERY_BEFORE},{EVERY_AFTER})>0)"

    def told(formula: str) -> str:
        return f'IF({known},{formula},"{NO_FIGURE}")'

    return Grid(
        "effects",
        (
            Column("channel", _("Channel"), Unit.TEXT, 4, 'INDEX(parts_channel,{number})&""'),
            Column(
                *("share_before", _("Share of conv., earlier"), Unit.FRACTION, 1),
                told(f"{cell['conversions_before']}/{EVERY_BEFORE}"),
            ),
            Column(
                *("share_after", _("Share of conv., later"), Unit.FRACTION, 1),
                told(f"{cell['conversions_after']}/{EVERY_AFTER}"),
            ),
            Column("mix", _("Mix"), Unit.MONEY, 2, told(f"CHOOSE({count}+1,0,{whole},{mix})")),
            Column(
                *("efficiency", _("Efficiency"), Unit.MONEY, 2),
                told(f"CHOOSE({count}+1,{whole},0,{efficiency})"),
            ),
            Column("together", _("Together"), Unit.MONEY, 2, told("{mix}+{efficiency}")),
        ),
        (
            *[Row({})] * len(parts),
            Row(
                {
                    "channel": _("All paid"),
                    **{
                        key: f"={told(f'SUM(effects_{key})')}"
                        for key in ("share_before", "share_after", "mix", "efficiency")
                    },
                },
                total=True,
            ),
        ),
    )


def average(edition: Edition) -> Field:
    """Declare what a channel is dear or cheap against: midway between the two figures."""
    _ = edition.say
    return Field(
        *("effects_average", _("Average of both periods"), Unit.MONEY),
        _("Midway between the two figures: a channel above it is dear, one below it is cheap."),
        formula=f'IF(COUNT(periods_cpc)<2,"{NO_FIGURE}",AVERAGE(periods_cpc))',
    )


def left_over(edition: Edition) -> Field:
    """Declare what the effects leave of the change: nothing."""
    _ = edition.say
    return Field(
        *("effects_left", _("Effects less the change"), Unit.MONEY),
        _("0: the effects of all channels are the whole change, and nothing is left over."),
        formula=(
            f'IF(COUNT(periods_cpc)<2,"{NO_FIGURE}",'
            f"ROUND(SUM(effects_together)-({difference()}),6))"
        ),
    )


def chart(edition: Edition) -> Draw:
    """Return the effects of each channel as bars."""
    _ = edition.say
    return column_chart(
        _("What each channel did to the cost per conversion"),
        labels="effects_channel",
        parts=(
            ("effects_mix", _("Mix"), theme.SKY),
            ("effects_efficiency", _("Efficiency"), theme.BLUE),
        ),
        number_format=edition.formats.amount,
        horizontal=True,
        signed=True,
    )


def difference() -> str:
    """Return the formula of the change of the cost per conversion."""
    return 'IF(COUNT(periods_cpc)<2,"' + NO_FIGURE + '",INDEX(periods_cpc,2)-INDEX(periods_cpc,1))'
