"""The numbers behind the charts of an A/B test: bars of both arms, and looks day by day."""

from cpc_functions.catalogue import Unit
from workbook_templates.ab_test.words import RATIO
from workbook_templates.bars import bar_columns
from workbook_templates.edition import Edition
from workbook_templates.formula import native
from workbook_templates.page import Column, Grid, Row
from workbook_templates.sheet import Sheet

DRAWN = 56  # eight weeks; of a longer test every second day is drawn, or every third
DRAWN_FROM = 20  # conversions of each arm: before that the interval fills the chart


def bars(edition: Edition) -> Grid:
    """Declare the cost per conversion of both arms as three stacked parts."""
    _ = edition.say
    low, figure, high = (f"INDEX(result_{key},{{number}})" for key in ("low", "cpc", "high"))
    return Grid(
        "bars",
        (
            Column("name", _("Arm"), Unit.TEXT, 3, "IF({number}=1,name_a,name_b)"),
            *bar_columns(edition, f"ISNUMBER({high})", (low, figure, high), span=3),
        ),
        [Row({})] * 2,
    )


def looks(edition: Edition, daily: Sheet) -> Grid:
    """Declare the ratio of the totals so far with its interval, and how much p speaks."""
    _ = edition.say
    arms = {
        f"{key}_{arm}": f"INDEX({daily.whole(f'total_{key}_{arm}')},{{row}})"
        for key in ("cost", "conversions")
        for arm in "ab"
    }
    low, high = (
        native("AB_CPC", cell=cell, **arms, confidence="confidence", dispersion="spread")
        for cell in (1, 2)
    )
    least = f"MIN({arms['conversions_a']},{arms['conversions_b']})"
    spent = f"{arms['cost_a']}*{arms['cost_b']}>0"
    p = f"INDEX({daily.whole('p')},{{row}})"
    drawn = f'IF({{row}}="",0,IF(N(ready)=0,0,IF({spent},IF({least}>={DRAWN_FROM},1,0),0)))=1'
    return Grid(
        "look",
        (
            Column(
                *("day", _("Day"), Unit.WHOLE, 1),
                f"IF({{number}}<=N(days_run),IF(days_run<={DRAWN},{{number}},"
                f'ROUNDUP({{number}}*days_run/{DRAWN},0)),"")',
            ),
            Column(
                *("row", _("Row"), Unit.WHOLE, 1),
                f'IF({{day}}="","",MATCH({{day}},{daily.whole("look")},0))',
            ),
            Column(
                *("ratio", _("Ratio so far"), Unit.RATIO, 1),
                f'IF({drawn},INDEX({daily.whole("ratio")},{{row}}),"")',
                shown=RATIO,
            ),
            Column("low", _("Low"), Unit.RATIO, 1, f'IF({{ratio}}="","",{low})', shown=RATIO),
            Column("high", _("High"), Unit.RATIO, 1, f'IF({{ratio}}="","",{high})', shown=RATIO),
            *bar_columns(edition, "ISNUMBER({high})", ("{low}", "{ratio}", "{high}"), Unit.RATIO),
            Column("equal", _("Equal"), Unit.RATIO, 1, "1"),
            Column(
                *("evidence", _("1 − p"), Unit.FRACTION, 1),
                f'IF({{row}}="","",IF(ISNUMBER({p}),1-{p},0))',
                shown=edition.formats.chance,
            ),
            Column("needed", _("Confidence"), Unit.FRACTION, 1, "confidence"),
        ),
        [Row({})] * DRAWN,
    )
