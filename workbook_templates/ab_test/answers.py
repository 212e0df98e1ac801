"""The answers of an A/B test: the cards, what both arms cost and brought, and the test."""

from typing import TypedDict

from cpc_functions.catalogue import Unit
from workbook_templates.ab_test.words import (
    DISPERSED,
    EACH_ARM,
    NEGATIVE,
    RATIO,
    ratio_shown,
    sources,
    when_ready,
)
from workbook_templates.edition import Edition
from workbook_templates.figures import NO_FIGURE, percent, sentence, shown
from workbook_templates.formula import abridged, native
from workbook_templates.page import Card, Cards, Column, Field, Grid, Row
from workbook_templates.sheet import Sheet

SURE = f'{percent("confidence")}&" %"'
SPREAD = "MAX(1,N(spread))"


class _Shown(TypedDict):
    unit: Unit
    shown: str


def cards(edition: Edition) -> Cards:
    """Declare the cost per conversion of both arms and their ratio, side by side."""
    _ = edition.say
    low, high = ratio_shown("ratio_low"), ratio_shown("ratio_high")
    told = sentence(_("{sure} interval: {low} to {high}"), sure=SURE, low=low, high=high)
    least = sentence(_("{sure} interval: {low} or more"), sure=SURE, low=low)
    most = sentence(_("{sure} interval: {high} or less"), sure=SURE, high=high)
    known = (
        f"IF(ISNUMBER(ratio),{told},IF(conversions_a+conversions_b=0,"
        f'"",IF(conversions_a=0,{most},{least})))'
    )
    return Cards(
        [
            *(_arm_card(edition, number, arm) for number, arm in enumerate("ab", 1)),
            Card(
                _("Ratio: B over A"),
                Unit.RATIO,
                f'IF(N(ratio)>0,ratio,"{NO_FIGURE}")',
                f"=IF(N(ready)=0,{_waiting(edition)},{known})",
                _("Cost per conversion of B over that of A. Below 1, B is the cheaper one."),
                shown=RATIO,
            ),
        ]
    )


def _waiting(edition: Edition) -> str:
    """Return the formula of what a card says as long as it has no figure."""
    _ = edition.say
    nothing = _("Fill in both arms, and the figure stands here.")
    wrong = _("See the warnings on the Test sheet.")
    return f'IF(N(texts)+{NEGATIVE}>0,"{wrong}","{nothing}")'


def _arm_card(edition: Edition, number: int, arm: str) -> Card:
    _ = edition.say
    low, high, cpc = (f"INDEX(result_{key},{number})" for key in ("low", "high", "cpc"))
    digits = edition.formats.digits
    told = sentence(
        _("{sure} interval: {low} to {high}"),
        sure=SURE,
        low=shown(low, digits),
        high=shown(high, digits),
    )
    least = sentence(_("No conversion yet: at least {low}"), low=shown(low, digits))
    made_of = sentence(
        _("{cost} over {conversions} conversions"),
        cost=shown(f"cost_{arm}", digits),
        conversions=f"ROUND(conversions_{arm},2)",
    )
    return Card(
        "=" + sentence(_("{arm}: cost per conversion"), arm=f"name_{arm}"),
        Unit.MONEY,
        f'IF({cpc}="","{NO_FIGURE}",{cpc})',
        f"=IF(ISNUMBER({low}),IF(ISNUMBER({high}),{told},{least}),{_waiting(edition)})",
        f'=IF(ISNUMBER({low}),{made_of},"")',
    )


def arms(edition: Edition) -> Grid:
    """Declare what both arms cost and brought, and their cost per conversion."""
    _ = edition.say
    low, high = (
        native(
            name,
            cost=f"{{cost}}/{SPREAD}",
            conversions=f"{{conversions}}/{SPREAD}",
            confidence="confidence",
        )
        for name in ("CPC_LOW", "CPC_HIGH")
    )
    figure = native("CPC", cost="{cost}", conversions="{conversions}")
    without = f'IF(N({{cost}})=0,"","{NO_FIGURE}")'
    spent = "AND(N({cost})>0,N({conversions})>=0)"
    paid_for = "MIN(N({cost}),N({conversions}))>0"
    return Grid(
        "result",
        (
            Column("name", _("Arm"), Unit.TEXT, 3, EACH_ARM.format(key="name")),
            Column("cost", _("Cost"), Unit.MONEY, 2, EACH_ARM.format(key="cost")),
            Column("conversions", _("Conv."), Unit.COUNT, 1, EACH_ARM.format(key="conversions")),
            Column(
                *("cpc", _("Cost per conversion"), Unit.MONEY, 2),
                f"IF({paid_for},{figure},{without})",
            ),
            Column("low", _("Low"), Unit.MONEY, 2, f"IF({spent},{low},{without})"),
            Column("high", _("High"), Unit.MONEY, 2, f"IF({paid_for},{high},{without})"),
        ),
        [Row({})] * 2,
    )


def test(edition: Edition, daily: Sheet) -> list[Field]:
    """Declare the figures of the test, in the order in which they are read."""
    _ = edition.say
    ratio, low, high, p, probability = (
        native("AB_CPC", cell=cell, **DISPERSED, confidence="confidence") for cell in range(5)
    )
    without = f'"{NO_FIGURE}"'
    chance: _Shown = {"unit": Unit.FRACTION, "shown": edition.formats.chance}
    return [
        _answer(
            *("ratio", _("Ratio of the costs per conversion")),
            _("B over A: 0.8 is 20 % cheaper per conversion."),
            f"IF(MIN(conversions_a,conversions_b)>0,{ratio},{without})",
        ),
        _answer(
            *("ratio_low", _("– Low"), _("The true ratio is hardly below this.")),
            f"IF(conversions_a>0,{low},{without})",
        ),
        _answer(
            *("ratio_high", _("– High"), _("Hardly above this. Below 1: B is surely cheaper.")),
            f"IF(conversions_b>0,{high},{without})",
        ),
        _answer(
            *("p_value", _("p, read once at the end")),
            _("How often equal arms would differ so much by chance (exact, function AB_CPC)."),
            p,
            **chance,
        ),
        _answer(
            *("p_any_day", _("p, valid on any day")),
            _("For those who look while the test runs (AB_SEQ). A dash: the split has moved."),
            _p_any_day(edition, daily),
            **chance,
        ),
        _answer(
            *("probability", _("Probability that B is cheaper")),
            _("What the data say, with no opinion beforehand (Jeffreys' prior). Not how much."),
            probability,
            **chance,
        ),
    ]


def _p_any_day(edition: Edition, daily: Sheet) -> str:
    """Return the smallest p of the days, or that of one look at the totals."""
    from_days, _from_totals = sources(edition)
    p = daily.whole("p")
    latest = f'IF(COUNT({p})=0,"{NO_FIGURE}",IF(lost_looks>0,"{NO_FIGURE}",MIN({p})))'
    return f'IF(source="{from_days}",{latest},{abridged("AB_SEQ", **DISPERSED)})'


def _answer(
    name: str, label: str, text: str, formula: str, unit: Unit = Unit.RATIO, shown: str = RATIO
) -> Field:
    return Field(name, label, unit, text, formula=when_ready(formula), shown=shown)
