"""The Test sheet of an A/B test: the plan, the two arms, and every answer."""

from cpc_functions.catalogue import Unit
from workbook_templates.ab_test import answers, charts, outlook, verdict
from workbook_templates.ab_test.checks import warnings
from workbook_templates.ab_test.sample import MONTHLY_COST, PLANNED_COST, TYPICAL_CPC, amount
from workbook_templates.edition import Edition
from workbook_templates.formula import native
from workbook_templates.page import (
    Block,
    Charts,
    Column,
    Field,
    Grid,
    Heading,
    Page,
    PageBreak,
    Row,
    Text,
)
from workbook_templates.sheet import Sheet


def comparison(edition: Edition, daily: Sheet) -> Page:
    """Declare the sheet over the rows of the Days sheet."""
    _ = edition.say
    return Page(
        title=_("Test"),
        lead=_("Yellow cells are yours to fill in; everything else follows from them."),
        blocks=(
            Heading(_("The plan, made before the test")),
            *_plan(edition),
            Heading(_("The two arms")),
            Text(_("Totals go here; days go to the Days sheet, which then counts alone.")),
            _arms(edition),
            Heading(_("The answer")),
            answers.cards(edition),
            verdict.verdict(edition),
            Text("=" + verdict.how_it_was_read(edition), lines=2, quiet=True),
            answers.arms(edition),
            Charts((charts.arms(edition),), lines=9),
            PageBreak(),
            Heading(_("The test")),
            *answers.test(edition, daily),
            Heading(_("Day by day")),
            Charts((charts.ratio(edition),), lines=14),
            Text(
                _(
                    "A bar runs from the low to the high limit, once each arm has twenty "
                    "conversions. The last one counts, and only when the plan is reached."
                ),
                quiet=True,
            ),
            Charts((charts.evidence(edition),), lines=12),
            Text(
                _("This one may be read on any day: a bar above the line is a verdict."), quiet=True
            ),
            Heading(_("Conversion rates and clicks")),
            outlook.rates(edition),
            *outlook.rate_difference(edition),
            Text(
                _(
                    "The exact p of two rates takes a search that no formula holds: with the "
                    "add-in the function AB_CVR gives it."
                ),
                quiet=True,
            ),
            PageBreak(),
            Heading(_("How much more is needed")),
            outlook.still_needed(edition),
            Heading(_("What is at stake")),
            outlook.at_stake(edition),
            Heading(_("Warnings")),
            warnings(edition, daily),
            Heading(_("How far to trust this")),
            *_method(edition),
        ),
    )


def _arms(edition: Edition) -> Grid:
    _ = edition.say
    names = (_("Old landing page"), _("New landing page")) if edition.sample else ("A", "B")
    return Grid(
        "arm",
        (
            Column("letter", _("Arm"), Unit.TEXT, 1),
            Column("name", _("Its name"), Unit.TEXT, 4, filled=True),
            Column("cost", _("Cost"), Unit.MONEY, 3, filled=True),
            Column("clicks", _("Clicks"), Unit.WHOLE, 2, filled=True),
            Column("conversions", _("Conversions"), Unit.COUNT, 2, filled=True),
        ),
        [Row({"letter": letter, "name": name}) for letter, name in zip("AB", names, strict=True)],
    )


def _plan(edition: Edition) -> list[Block]:
    _ = edition.say

    def made_up(kroner: float) -> float | None:
        return amount(edition, kroner) if edition.sample else None

    budget = native(
        "AB_BUDGET", cpc="plan_cpc", ratio="1-smallest", power="wanted_power", alpha="1-confidence"
    )
    shares = ("smallest", "wanted_power")
    bounds = ",".join(f"N({share}),1-N({share})" for share in shares)
    known = f"MIN(N(plan_cpc),{bounds})>0"
    return [
        Field(
            *("smallest", _("Smallest difference worth finding"), Unit.FRACTION),
            _("How much cheaper B must be to be worth a change: 20 % is a ratio of 0.8."),
            value=0.2,
            low=0.01,
            high=0.9,
        ),
        Field(
            *("wanted_confidence", _("Confidence"), Unit.FRACTION),
            _("How sure an interval is meant to be: 95 % is usual. Between 50 % and 99.9 %."),
            value=0.95,
            low=0.5,
            high=0.999,
        ),
        Field(
            *("wanted_power", _("Power"), Unit.FRACTION),
            _("How often such a difference is to be found when it is there: 80 % is usual."),
            value=0.8,
            low=0.5,
            high=0.99,
        ),
        Field(
            *("typical_cpc", _("Typical cost per conversion"), Unit.MONEY),
            _("What a conversion costs now. Left out: that of arm A, once it has one."),
            value=made_up(TYPICAL_CPC),
        ),
        Field(
            *("needed_cost", _("Cost that each arm needs"), Unit.MONEY),
            _("To find that difference (function AB_BUDGET), times the spread between days."),
            formula=f'IF({known},{budget}*MAX(1,N(spread)),"")',
        ),
        Field(
            *("planned_cost", _("Planned cost of each arm"), Unit.MONEY),
            _("When the test ends: write it down before it starts. Left out: there is no plan."),
            value=made_up(PLANNED_COST),
        ),
        Field(
            *("looks", _("Looks before the plan was reached"), Unit.WHOLE),
            _("How often you have looked at the result. Looking costs: be honest."),
            value=0 if edition.sample else None,
        ),
        Field(
            *("monthly_cost", _("Cost of a month after the test"), Unit.MONEY),
            _("Optional: to tell how much money is at stake."),
            value=made_up(MONTHLY_COST),
        ),
        Field(
            *("spread_given", _("Spread between days"), Unit.RATIO),
            _("Optional: 1 is chance alone, 2 twice its variance. Left out: from the Days sheet."),
            low=1,
            high=100,
        ),
    ]


def _method(edition: Edition) -> list[Text]:
    _ = edition.say
    return [
        Text(
            _(
                "The ratio is one of sums. Its p and interval are exact (Clopper and Pearson): "
                "given all conversions, chance deals them to the arms by their cost. Days that "
                "differ more than chance explains widen both."
            )
        ),
        Text(
            _(
                "The p that is valid on any day (Robbins 1970; Lindon and Malek 2022) may be read "
                "as often as you like, at the price of a longer test. It needs a fixed split of "
                "the cost and the days in order."
            )
        ),
        Text(
            _(
                "Neither sees what chance does not do: arms that got different people, "
                "conversions that come in late, a platform that moves the traffic to the arm it "
                "prefers, or a winner picked among many tests. People must be dealt at random."
            )
        ),
    ]
