"""The answers of an A/B test: cards, verdict, both arms, the test, the rates, what is at stake."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.ab_test.words import DISPERSED, sources, verdicts, when_ready
from workbook_templates.edition import Edition
from workbook_templates.figures import NO_FIGURE, sentence, shown
from workbook_templates.formula import abridged, native
from workbook_templates.page import Card, Cards, Column, Field, Grid, Row
from workbook_templates.sheet import Sheet

SURE = f'{shown("confidence*100", 0)}&" %"'
SPREAD = "MAX(1,N(spread))"
EACH_ARM = "IF({{number}}=1,{key}_a,{key}_b)"


def cards(edition: Edition) -> Cards:
    """Declare the cost per conversion of both arms and their ratio, side by side."""
    _ = edition.say
    ratio_interval = sentence(
        _("{sure} interval: {low} to {high}"),
        sure=SURE,
        low=shown("ratio_low"),
        high=f'IF(ISNUMBER(ratio_high),{shown("ratio_high")},"∞")',
    )
    nothing = f'"{_("Fill in both arms, and the figure stands here.")}"'
    return Cards(
        [
            *(_arm_card(edition, number, arm) for number, arm in enumerate("ab", 1)),
            Card(
                _("Ratio: B over A"),
                Unit.RATIO,
                f'IF(N(ratio)>0,ratio,"{NO_FIGURE}")',
                f"=IF(N(ready)=0,{nothing},{ratio_interval})",
                _("Cost per conversion of B over that of A. Below 1, B is the cheaper one."),
            ),
        ]
    )


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
    nothing = f'"{_("Fill in both arms, and the figure stands here.")}"'
    made_of = sentence(
        _("{cost} over {conversions} conversions"),
        cost=shown(f"cost_{arm}", digits),
        conversions=f"ROUND(conversions_{arm},2)",
    )
    return Card(
        "=" + sentence(_("{arm}: cost per conversion"), arm=f"name_{arm}"),
        Unit.MONEY,
        f'IF({cpc}="","{NO_FIGURE}",{cpc})',
        f"=IF(N(cost_{arm})=0,{nothing},IF(ISNUMBER({high}),{told},{least}))",
        f'=IF(N(cost_{arm})=0,"",{made_of})',
    )


def verdict(edition: Edition) -> Grid:
    """Declare the verdict as a word and as a sentence."""
    _ = edition.say
    better, unknown, worse = verdicts(edition)

    def cheaper(name: str) -> str:
        return sentence(_("{arm} is cheaper."), arm=name)

    told = sentence(
        _(
            "{who} With {b} a conversion costs {ratio} times as much as with {a}; anything from "
            "{low} to {high} times fits the data."
        ),
        who=f'IF(verdict="{better}",{cheaper("name_b")},IF(verdict="{worse}",'
        f'{cheaper("name_a")},"{_("It cannot be told yet which arm is cheaper.")}"))',
        a="name_a",
        b="name_b",
        ratio=f'IF(ISNUMBER(ratio),{shown("ratio")},"∞")',
        low=shown("ratio_low"),
        high=f'IF(ISNUMBER(ratio_high),{shown("ratio_high")},"∞")',
    )
    none = _("Neither arm has a conversion yet.")
    invitation = _("Fill in both arms, and the verdict stands here.")
    return Grid(
        "told",
        (
            Column(
                *("verdict", _("Verdict"), Unit.TEXT, 3, "verdict"),
                words=(better, unknown, worse),
            ),
            Column(
                *("sentence", _("In words"), Unit.TEXT, 9),
                f'IF(N(ready)=0,"{invitation}",IF(conversions_a+conversions_b=0,"{none}",{told}))',
            ),
        ),
        [Row({})],
        wrap=2,
    )


def how_it_was_read(edition: Edition) -> str:
    """Return the formula of the sentence that says which p the verdict rests on."""
    _ = edition.say
    early = _(
        "You looked before the plan was reached, or look now: the ordinary p does not hold, "
        "and the verdict rests on the p that is valid on any day."
    )
    at_end = _("Read once, at the end of the plan: the verdict rests on the ordinary p.")
    no_plan = _(
        "There was no plan: the ordinary p holds only if the result did not choose when to stop."
    )
    rests = f'IF(early=1,"{early}",IF(N(plan_cost)>0,"{at_end}","{no_plan}"))'
    return when_ready(rests)


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
    without = f'IF(N({{cost}})>0,"{NO_FIGURE}","")'
    paid_for = "MIN(N({cost}),N({conversions}))>0"
    return Grid(
        "result",
        (
            Column("name", _("Arm"), Unit.TEXT, 3, EACH_ARM.format(key="name")),
            Column("cost", _("Cost"), Unit.MONEY, 2, EACH_ARM.format(key="cost")),
            Column("conversions", _("Conv."), Unit.COUNT, 1, EACH_ARM.format(key="conversions")),
            Column(
                *("cpc", _("Cost per conversion"), Unit.MONEY, 2),
                f'IF(N({{cost}})>0,{figures.figure("{cost}", "{conversions}")},"")',
            ),
            Column("low", _("Low"), Unit.MONEY, 2, f'IF(N({{cost}})>0,{low},"")'),
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
    return [
        _answer(
            *("ratio", _("Ratio of the costs per conversion")),
            _("B over A: 0.8 is 20 % cheaper per conversion."),
            f"IF(conversions_b>0,{ratio},{without})",
        ),
        _answer("ratio_low", _("– Low"), _("The true ratio is hardly below this."), low),
        _answer(
            *("ratio_high", _("– High"), _("Hardly above this. Below 1: B is surely cheaper.")),
            f"IF(conversions_b>0,{high},{without})",
        ),
        _answer(
            *("p_value", _("p, read once at the end")),
            _("How often equal arms would differ so much by chance (exact, function AB_CPC)."),
            *(p, Unit.FRACTION),
        ),
        _answer(
            *("p_any_day", _("p, valid on any day")),
            _("For those who look while the test runs (AB_SEQ). A dash: the split has moved."),
            *(_p_any_day(edition, daily), Unit.FRACTION),
        ),
        _answer(
            *("probability", _("Probability that B is cheaper")),
            _("What the data say, with no opinion beforehand (Jeffreys' prior). Not how much."),
            *(probability, Unit.FRACTION),
        ),
    ]


def _p_any_day(edition: Edition, daily: Sheet) -> str:
    """Return the smallest p of the days, or that of one look at the totals."""
    from_days, _from_totals = sources(edition)
    p = daily.whole("p")
    latest = f'IF(COUNT({p})=0,"{NO_FIGURE}",IF(lost_looks>0,"{NO_FIGURE}",MIN({p})))'
    return f'IF(source="{from_days}",{latest},{abridged("AB_SEQ", **DISPERSED)})'


def _answer(name: str, label: str, text: str, formula: str, unit: Unit = Unit.RATIO) -> Field:
    return Field(name, label, unit, text, formula=when_ready(formula))
