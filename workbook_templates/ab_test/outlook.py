"""What else an A/B test tells: the conversion rates, how much more is needed, what is at stake."""

from cpc_functions.catalogue import Unit
from workbook_templates.ab_test.words import EACH_ARM, RATIO
from workbook_templates.edition import Edition
from workbook_templates.figures import NO_FIGURE
from workbook_templates.formula import native
from workbook_templates.page import Column, Field, Grid, Row


def rates(edition: Edition) -> Grid:
    """Declare conversion rate, cost per click and share of the cost of both arms."""
    _ = edition.say
    formats = edition.formats
    counts = {"conversions": "{conversions}", "clicks": "{clicks}"}
    rate = native("CVR", cell=0, **counts)
    limits = [native("CVR_CI", cell=cell, **counts, confidence="confidence") for cell in (0, 1)]
    low, high = (
        f'IF(N({{clicks}})>0,IF({{conversions}}<0,"{NO_FIGURE}",'
        f'IF({{conversions}}>{{clicks}},"{NO_FIGURE}",{limit})),"")'
        for limit in limits
    )
    click_cost = native("COST_PER_CLICK", cost="INDEX(result_cost,{number})", clicks="{clicks}")
    return Grid(
        "rate",
        (
            Column("name", _("Arm"), Unit.TEXT, 3, EACH_ARM.format(key="name")),
            Column("clicks", _("Clicks"), Unit.COUNT, 1, EACH_ARM.format(key="clicks")),
            Column("conversions", _("Conv."), Unit.COUNT, 1, EACH_ARM.format(key="conversions")),
            Column(
                *("rate", _("Conv. rate"), Unit.FRACTION, 1),
                f'IF(N({{clicks}})>0,IF({{conversions}}<0,"{NO_FIGURE}",{rate}),"")',
                shown=formats.rate,
            ),
            Column("low", _("Low"), Unit.FRACTION, 1, low, shown=formats.rate),
            Column("high", _("High"), Unit.FRACTION, 1, high, shown=formats.rate),
            Column(
                *("click_cost", _("Cost per click"), Unit.MONEY, 2),
                f'IF(N({{clicks}})>0,IF(INDEX(result_cost,{{number}})<0,"{NO_FIGURE}",'
                f'{click_cost}),"")',
            ),
            Column(
                *("share", _("Share of cost"), Unit.FRACTION, 2),
                'IF(N(ready)=0,"",INDEX(result_cost,{number})/(cost_a+cost_b))',
            ),
        ),
        [Row({})] * 2,
    )


def rate_difference(edition: Edition) -> list[Field]:
    """Declare the difference of the two rates with its interval by Newcombe's method."""
    _ = edition.say
    a, low_a, high_a = (f"INDEX(rate_{key},1)" for key in ("rate", "low", "high"))
    b, low_b, high_b = (f"INDEX(rate_{key},2)" for key in ("rate", "low", "high"))
    below = f"SQRT(({high_a}-{a})^2+({b}-{low_b})^2)"
    above = f"SQRT(({a}-{low_a})^2+({high_b}-{b})^2)"
    fields = (
        ("rate_gap", _("Rate of B minus rate of A"), _("In points of the conversion rate."), "{}"),
        (
            *("rate_gap_low", _("– Low")),
            *(_("Newcombe's interval of the difference."), f"MAX(-1,{{}}-{below})"),
        ),
        (
            *("rate_gap_high", _("– High")),
            _("A better rate may still cost more per conversion: the ratio above decides."),
            f"MIN(1,{{}}+{above})",
        ),
    )
    return [
        Field(
            *(name, label, Unit.FRACTION, text),
            formula=f'IF(COUNT(rate_low)<2,"",{formula.format(f"({b}-{a})")})',
            shown=edition.formats.rate,
        )
        for name, label, text, formula in fields
    ]


def still_needed(edition: Edition) -> Grid:
    """Declare what both arms still need to reach the plan, or what a plan would be advised."""
    _ = edition.say
    cpc = "INDEX(result_cpc,{number})"
    goal = "IF(N(plan_cost)>0,plan_cost,needed_cost)"
    return Grid(
        "ahead",
        (
            Column("name", _("Arm"), Unit.TEXT, 3, EACH_ARM.format(key="name")),
            Column("cost", _("Planned, else needed"), Unit.MONEY, 2, goal),
            Column("spent", _("Spent so far"), Unit.MONEY, 2, EACH_ARM.format(key="cost")),
            Column(
                *("still", _("Still to spend"), Unit.MONEY, 2),
                'IF(N({cost})=0,"",MAX(0,{cost}-N({spent})))',
            ),
            Column(
                *("conversions", _("Conversions to come, about"), Unit.WHOLE, 2),
                f'IF({{still}}="","",IF(N({cpc})>0,{{still}}/{cpc},'
                'IF(N(plan_cpc)>0,{still}/plan_cpc,"")))',
            ),
            Column(
                *("days", _("Days left"), Unit.WHOLE, 1),
                'IF(MIN(N({spent}),N(days_run),N({cost}))<=0,"",'
                "ROUNDUP({still}/({spent}/days_run),0))",
            ),
        ),
        [Row({})] * 2,
    )


def at_stake(edition: Edition) -> Grid:
    """Declare what choosing B saves in a month, at the ratio measured and at its limits."""
    _ = edition.say
    percent = edition.formats.percent
    rows = (
        (_("At best (low limit)"), "ratio_low"),
        (_("As measured"), "ratio"),
        (_("At worst (high limit)"), "ratio_high"),
    )
    return Grid(
        "stake",
        (
            Column("name", _("If the true ratio is"), Unit.TEXT, 4),
            Column("ratio", _("Ratio"), Unit.RATIO, 2, shown=RATIO),
            Column(
                *("change", _("B costs, per conversion"), Unit.FRACTION, 3),
                'IF(ISNUMBER({ratio}),{ratio}-1,"")',
                shown=f"+{percent};-{percent};{percent}",
            ),
            Column(
                *("saved", _("B saves a month, for the same conversions"), Unit.MONEY, 3),
                'IF(ISNUMBER({ratio}),IF(N(monthly_cost)>0,monthly_cost*(1-{ratio}),""),"")',
            ),
        ),
        [Row({"name": name, "ratio": f"={ratio}"}) for name, ratio in rows],
    )
