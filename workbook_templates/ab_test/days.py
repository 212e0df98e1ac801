"""The Days sheet of an A/B test: both arms day by day, and what may be read on any of them."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.ab_test.sample import sample_days
from workbook_templates.ab_test.words import RATIO, verdicts
from workbook_templates.edition import Edition
from workbook_templates.formula import abridged
from workbook_templates.sheet import Answer, Input, Sheet

MOST_DRIFT = "0.05+1E-12"  # as AB_SEQ: five points, and what rounding adds
BOTH_SPENT = "MIN(N({total_cost_a}),N({total_cost_b}))>0"
COUNTED = "MIN(N(spread)-1,{total_conversions_a},{total_conversions_b})>=0"


def days(edition: Edition) -> Sheet:
    """Declare the sheet; its table is not called Days, because a worksheet function is."""
    _ = edition.say
    return Sheet(
        table="Daily",
        title=_("Days"),
        lead=_(
            "One row per day, oldest first; leave the sheet empty if you have totals only. The "
            "calculated columns run from the first day on. If you read the test while it runs, "
            "read the last p here: it holds on any day, the ordinary one does not."
        ),
        columns=(*_inputs(edition), *_shown(edition), *_hidden(edition)),
        rows=sample_days(edition) if edition.sample else (),
    )


def _inputs(edition: Edition) -> tuple[Input, ...]:
    _ = edition.say
    cost, clicks, conversions = (
        _("What this arm cost on the day, tax excluded."),
        _("Clicks on this arm. Optional: for the conversion rate and the cost per click."),
        _("Conversions of this arm, credited to the day of the click; fractions are allowed."),
    )
    return (
        Input("date", _("Date"), Unit.DATE, _("The day of the cost."), 14),
        Input("cost_a", _("Cost A"), Unit.MONEY, cost, 16),
        Input("clicks_a", _("Clicks A"), Unit.WHOLE, clicks, 11.5),
        Input("conversions_a", _("Conversions A"), Unit.COUNT, conversions, 15),
        Input("cost_b", _("Cost B"), Unit.MONEY, cost, 16),
        Input("clicks_b", _("Clicks B"), Unit.WHOLE, clicks, 11.5),
        Input("conversions_b", _("Conversions B"), Unit.COUNT, conversions, 15),
        Input("note", _("Note"), Unit.TEXT, _("What happened: a sale, an outage, a holiday."), 20),
    )


def _shown(edition: Edition) -> tuple[Answer, ...]:
    _ = edition.say
    better, unknown, worse = verdicts(edition)
    lead = "{total_conversions_b}*{total_cost_a}>{total_conversions_a}*{total_cost_b}"
    without = f'IF({{filled}}="","","{figures.NO_FIGURE}")'
    ratio = "({total_cost_b}/{total_conversions_b})/({total_cost_a}/{total_conversions_a})"
    totals = ("cost_a", "conversions_a", "cost_b", "conversions_b")
    known = f"MIN({','.join(f'N({{total_{key}}})' for key in totals)})>0"
    share = "{total_cost_b}/({total_cost_a}+{total_cost_b})"
    smallest = f'IF({{drift}}>{MOST_DRIFT},"{figures.NO_FIGURE}",{_so_far("MIN", "look_p")})'
    return (
        Answer(
            *("cpc_a", _("CPC A so far"), Unit.MONEY),
            _("Cost over conversions of arm A, from the first day to this one."),
            *(_cost_per_conversion("a"), 16.5),
        ),
        Answer(
            *("cpc_b", _("CPC B so far"), Unit.MONEY),
            _("Cost over conversions of arm B, from the first day to this one."),
            *(_cost_per_conversion("b"), 16.5),
        ),
        Answer(
            *("ratio", _("Ratio so far"), Unit.RATIO),
            _("Cost per conversion of B over that of A: below 1, B is the cheaper one."),
            *(f"IF({known},{ratio},{without})", 12.5),
            shown=RATIO,
        ),
        Answer(
            *("share", _("Share of B so far"), Unit.FRACTION),
            _("B's share of the cost. It may move by five points; then p has no meaning."),
            *(f"IF({BOTH_SPENT},{share},{without})", 14),
        ),
        Answer(
            *("p", _("p valid any day"), Unit.FRACTION),
            _(
                "Valid whenever you stop (function AB_SEQ). A dash: one arm has not spent yet, or "
                "the split of the cost has moved."
            ),
            *(f'IF({{look_p}}="",{without},{smallest})', 14),
            shown=edition.formats.chance,
        ),
        Answer(
            *("verdict", _("Verdict so far"), Unit.TEXT),
            _("What this p lets you say on this day, however often you have looked."),
            f'IF({{filled}}="","",IF(ISNUMBER({{p}}),IF({{p}}<1-confidence,'
            f'IF({lead},"{better}","{worse}"),"{unknown}"),"{unknown}"))',
            17.5,
            (better, unknown, worse),
        ),
    )


def _hidden(edition: Edition) -> tuple[Answer, ...]:
    _ = edition.say
    figure = abridged(
        "AB_SEQ",
        **{key: f"{{total_{key}}}" for key in ("cost_a", "conversions_a")},
        **{key: f"{{total_{key}}}" for key in ("cost_b", "conversions_b")},
        dispersion="spread",
    )
    counted = "{cost_a},{conversions_a},{cost_b},{conversions_b}"
    running = {
        "cost_a": _("Running cost A"),
        "conversions_a": _("Running conversions A"),
        "cost_b": _("Running cost B"),
        "conversions_b": _("Running conversions B"),
    }
    return (
        _behind(
            *("filled", _("Filled in"), Unit.WHOLE, _("1 for a row that says something.")),
            f'IF(N(texts)>0,"",IF(COUNT({counted})>0,1,""))',
        ),
        _behind(
            *("look", _("Number"), Unit.WHOLE, _("Which of the rows that say something it is.")),
            f'IF({{filled}}="","",{_so_far("SUM", "filled")})',
        ),
        *(
            _behind(
                *(f"total_{key}", title, Unit.NUMBER, _("The total from the first day on.")),
                f'IF({{filled}}="","",{_so_far("SUM", key)})',
            )
            for key, title in running.items()
        ),
        _behind(
            *("look_p", _("p of this look"), Unit.NUMBER, _("The inverse Bayes factor.")),
            f'IF({BOTH_SPENT},IF({COUNTED},{figure},""),"")',
        ),
        _behind(
            *("drift", _("Drift of the split"), Unit.NUMBER, _("How far the share has moved.")),
            f'IF({{look_p}}="","",{_so_far("MAX", "share")}-{_so_far("MIN", "share")})',
        ),
        _behind(
            *("late", _("Out of order"), Unit.WHOLE, _("1 where an earlier row has a later day.")),
            f'IF(ISNUMBER({{date}}),IF({{date}}<{_so_far("MAX", "date")},1,""),"")',
        ),
    )


def _behind(key: str, title: str, unit: Unit, text: str, formula: str) -> Answer:
    return Answer(key, title, unit, text, formula, hidden=True)


def _cost_per_conversion(arm: str) -> str:
    """Return the figure so far; a refund that is larger than the cost leaves none."""
    cost, conversions = f"{{total_cost_{arm}}}", f"{{total_conversions_{arm}}}"
    return f'IF(N({cost})<0,"{figures.NO_FIGURE}",{figures.figure(cost, conversions)})'


def _so_far(function: str, key: str) -> str:
    """Return a function over a column from the first row to this one; it needs no row above."""
    return f"{function}(INDEX({{all_{key}}},1):{{{key}}})"
