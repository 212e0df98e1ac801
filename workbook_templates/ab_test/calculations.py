"""The Calculations sheet of an A/B test: each number once, under the name the answers use."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.ab_test.chart_data import bars, looks
from workbook_templates.ab_test.words import plain_verdict, sources, verdicts, when_ready
from workbook_templates.edition import Edition
from workbook_templates.formula import native
from workbook_templates.page import Block, Field, Heading, Page
from workbook_templates.sheet import Sheet

EACH = "cost", "clicks", "conversions"
COUNTED = tuple(f"{key}_{arm}" for arm in "ab" for key in EACH)
PLANNED = (
    *("smallest", "wanted_confidence", "wanted_power", "typical_cpc"),
    *("planned_cost", "looks", "monthly_cost", "spread_given"),
)


def calculations(edition: Edition, daily: Sheet) -> Page:
    """Declare the sheet over the rows of the Days sheet."""
    _ = edition.say
    return Page(
        title=_("Calculations"),
        lead=_("What the Test sheet is made of. Nothing here needs to be filled in."),
        blocks=(
            Heading(_("What is counted")),
            *_unread(edition, daily),
            *_counted(edition, daily),
            Heading(_("The plan")),
            *_plan(edition),
            Heading(_("The verdict")),
            *_verdict(edition, daily),
            Heading(_("Numbers behind the charts")),
            bars(edition),
            looks(edition, daily),
        ),
    )


def _unread(edition: Edition, daily: Sheet) -> list[Block]:
    """Return how many cells hold no number where one belongs: a sum would pass over them."""
    _ = edition.say
    columns = ",".join(daily.name(key) for key in COUNTED)
    cells = ",".join((*(f"arm_{key}" for key in EACH), *PLANNED))
    headers = len(COUNTED)
    return [
        _answer(
            *("texts_in_days", _("Texts on the Days sheet")),
            _("Cells in which a number belongs and something else stands."),
            figures.unless_zero(f"(COUNTA({columns})-COUNT({columns})-{headers})"),
            Unit.WHOLE,
        ),
        _answer(
            *("texts_in_test", _("Texts on the Test sheet")),
            _("Cells in which a number belongs and something else stands."),
            figures.unless_zero(f"(COUNTA({cells})-COUNT({cells}))"),
            Unit.WHOLE,
        ),
        _answer(
            *("texts", _("Texts where numbers belong")),
            _("As long as there is one, nothing is added up and nothing is concluded."),
            *(figures.unless_zero("(N(texts_in_days)+N(texts_in_test))"), Unit.WHOLE),
        ),
    ]


def _counted(edition: Edition, daily: Sheet) -> list[Block]:
    _ = edition.say
    from_days, from_totals = sources(edition)
    every_day = ",".join(
        daily.name(key) for key in ("cost_a", "conversions_a", "cost_b", "conversions_b")
    )
    days = figures.unless_zero(f"SUM({daily.whole('filled')})")
    fields: list[Block] = [
        _answer(
            *("source", _("Counted from")),
            _("The Days sheet, once it has a row; else the totals."),
            f'IF(COUNT({every_day})>0,"{from_days}",'
            f'IF(COUNT(arm_cost,arm_conversions)>0,"{from_totals}",""))',
            Unit.TEXT,
        )
    ]
    for number, arm in enumerate("ab", 1):
        name = f"INDEX(arm_name,{number})"
        fields.append(
            _answer(
                *(f"name_{arm}", _("Name of the arm"), _("As filled in on the Test sheet.")),
                *(f'IF({name}="","{arm.upper()}",{name})', Unit.TEXT),
            )
        )
        for key, label, unit in (
            ("cost", _("Cost"), Unit.MONEY),
            ("clicks", _("Clicks"), Unit.COUNT),
            ("conversions", _("Conversions"), Unit.COUNT),
        ):
            fields.append(
                _answer(
                    *(f"{key}_{arm}", f"{label} {arm.upper()}", _("All that is filled in.")),
                    f'IF(N(texts)>0,"",IF(source="{from_days}",'
                    f'SUM({daily.name(f"{key}_{arm}")}),IF(source="{from_totals}",'
                    f'SUM(INDEX(arm_{key},{number})),"")))',
                    unit,
                )
            )
    return [
        *fields,
        _answer(
            *("ready", _("Ready")),
            _("1 once both arms have spent: there is something to compare."),
            'IF(AND(N(cost_a)>0,N(cost_b)>0,N(conversions_a)>=0,N(conversions_b)>=0),1,"")',
            Unit.WHOLE,
        ),
        _answer(
            *("days_run", _("Days"), _("Rows of the Days sheet that say something.")),
            *(f'IF(source="{from_days}",{days},"")', Unit.WHOLE),
        ),
        _answer(
            *("spread", _("Spread between days")),
            _("As given; else the mean of DISPERSION of both arms; else 1, which is pure chance."),
            *(when_ready(f"IF(N(spread_given)>=1,spread_given,{_measured(daily)})"), Unit.RATIO),
        ),
    ]


def _measured(daily: Sheet) -> str:
    spreads = "+".join(
        native(
            "DISPERSION",
            cost=daily.whole(f"cost_{arm}"),
            conversions=daily.whole(f"conversions_{arm}"),
        )
        for arm in "ab"
    )
    fewest = ",".join(f'COUNTIF({daily.whole(f"cost_{arm}")},">0")' for arm in "ab")
    return f"IF(MIN({fewest})<7,1,({spreads})/2)"


def _plan(edition: Edition) -> list[Block]:
    _ = edition.say
    return [
        _answer(
            *("confidence", _("Confidence")),
            _("As filled in; 95 % where nothing is."),
            *(figures.valid_confidence("wanted_confidence"), Unit.FRACTION),
        ),
        _answer(
            *("plan_cpc", _("Cost per conversion to plan with")),
            _("The typical one; without it, that of arm A so far."),
            "IF(N(typical_cpc)>0,typical_cpc,IF(MIN(N(cost_a),N(conversions_a))>0,"
            'cost_a/conversions_a,""))',
        ),
        _answer(
            *("plan_cost", _("Cost of the plan, each arm")),
            _("As you planned. What each arm needs is advice: it comes from the result itself."),
            'IF(N(planned_cost)>0,planned_cost,"")',
        ),
        _answer(
            *("early", _("Read before the plan was reached")),
            _("1 where the ordinary p does not hold: no plan, or you looked before its end."),
            when_ready(
                "IF(N(looks)>0,1,IF(N(plan_cost)<=0,1,IF(MIN(cost_a,cost_b)<plan_cost,1,0)))"
            ),
            Unit.WHOLE,
        ),
    ]


def _verdict(edition: Edition, daily: Sheet) -> list[Block]:
    _ = edition.say
    better, unknown, worse = verdicts(edition)
    p = daily.whole("p")
    lead = "conversions_b*cost_a>conversions_a*cost_b"
    any_day = (
        f'IF(ISNUMBER(p_any_day),IF(p_any_day<1-confidence,IF({lead},"{better}","{worse}"),'
        f'"{unknown}"),"{unknown}")'
    )
    return [
        _answer(
            *("lost_looks", _("Days after the split had moved")),
            _("From the first of them on, the p that is valid on any day has no meaning."),
            when_ready(f'SUMPRODUCT(({daily.whole("look_p")}<>"")*({p}="{figures.NO_FIGURE}"))'),
            Unit.WHOLE,
        ),
        _answer(
            *("verdict", _("Verdict")),
            _("By the p that holds: the ordinary one at the end of a plan, else the other."),
            *(when_ready(f"IF(early=1,{any_day},{plain_verdict(edition)})"), Unit.TEXT),
        ),
    ]


def _answer(name: str, label: str, text: str, formula: str, unit: Unit = Unit.MONEY) -> Field:
    return Field(name, label, unit, text, formula=formula)
