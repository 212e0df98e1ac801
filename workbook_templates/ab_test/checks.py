"""The warnings of an A/B test: what was found, and what to do about it."""

from collections.abc import Iterable

from cpc_functions.catalogue import Unit
from workbook_templates.ab_test.calculations import COUNTED, EACH
from workbook_templates.ab_test.days import MOST_DRIFT
from workbook_templates.ab_test.words import sources
from workbook_templates.edition import Edition
from workbook_templates.page import Column, Grid, Row
from workbook_templates.sheet import Sheet

FEW, UNEVEN, WEEKS = 25, 1.5, 14

Found = tuple[str, str, str]  # what is wrong, the formula that counts it, what to do


def warnings(edition: Edition, daily: Sheet) -> Grid:
    """Declare the grid of warnings; warning_found holds the counts."""
    _ = edition.say
    fine, look = _("OK"), _("look")
    return Grid(
        "warning",
        (
            Column("sentence", _("Check"), Unit.TEXT, 4),
            Column("found", _("Found"), Unit.WHOLE, 1),
            Column(
                *("status", _("Status"), Unit.TEXT, 1),
                f'IF({{found}}="","",IF({{found}}>0,"{look}","{fine}"))',
                words=(fine, look),
            ),
            Column("cure", _("What to do"), Unit.TEXT, 6),
        ),
        [
            Row(
                {
                    "sentence": sentence,
                    "found": f'=IF(AND(source="",N(texts)=0),"",{found})',
                    "cure": cure,
                }
            )
            for sentence, found, cure in (
                *_texts(edition, daily),
                *_once_read((*_reading(edition, daily), *_numbers(edition))),
                *_rows(edition, daily),
            )
        ],
    )


def _once_read(found: Iterable[Found]) -> list[Found]:
    """Return warnings that say nothing as long as the arms are not added up."""
    return [(sentence, f'IF(N(texts)>0,"",{count})', cure) for sentence, count, cure in found]


def _texts(edition: Edition, daily: Sheet) -> list[Found]:
    """Return the warnings about cells that are no numbers."""
    _ = edition.say
    again = _(
        "Nothing is concluded until each is a number. Type them again, or use Data > Text to "
        "Columns."
    )
    dates = daily.whole("date")
    return [
        (_("Numbers that are text, on the Days sheet"), "N(texts_in_days)", again),
        (_("Numbers that are text, on this sheet"), "N(texts_in_test)", again),
        (
            _("Dates that are text"),
            f"COUNTA({dates})-COUNT({dates})",
            _("Their order cannot be checked. Type them again, or use Data > Text to Columns."),
        ),
    ]


def _reading(edition: Edition, daily: Sheet) -> list[Found]:
    """Return the warnings about how the test was run and read."""
    _ = edition.say
    share = daily.whole("share")
    return [
        (
            _("Looked at before the plan was reached"),
            "IF(N(looks)>0,1,IF(N(plan_cost)>0,N(early),0))",
            _(
                "Each look is another chance to be fooled: read daily, one test in three or four "
                "between equal arms looks decided. Use the p that is valid on any day."
            ),
        ),
        (
            _("No plan"),
            "IF(N(plan_cost)>0,0,1)",
            _(
                "The verdict rests on the p that is valid on any day. Next time, write down the "
                "cost of each arm before the test starts."
            ),
        ),
        (
            _("The plan is smaller than what each arm needs"),
            "IF(N(planned_cost)*N(needed_cost)=0,0,IF(planned_cost<needed_cost,1,0))",
            _("A difference as small as you look for will often be missed. Plan for more."),
        ),
        (
            _("The split of the cost has moved"),
            f"IF(COUNT({share})=0,0,IF(MAX({share})-MIN({share})>{MOST_DRIFT},1,0))",
            _("Keep the split fixed. Read the test once, at the end, by the ordinary p."),
        ),
        (
            _("A confidence that is none"),
            "IF(ISNUMBER(wanted_confidence),(wanted_confidence<=0)+(wanted_confidence>=1),0)",
            _("95 % is used. Write a share between 50 % and 99.9 %."),
        ),
        (
            _("Fewer than two whole weeks"),
            f"IF(N(days_run)=0,0,IF(days_run<{WEEKS},1,0))",
            _("Weekdays differ. Let the test run for whole weeks, two at the least."),
        ),
    ]


def _numbers(edition: Edition) -> list[Found]:
    """Return the warnings about what the arms have brought."""
    _ = edition.say
    return [
        (
            _("An arm without cost"),
            "(N(cost_a)<=0)+(N(cost_b)<=0)",
            _("There is nothing to compare before both arms have spent."),
        ),
        (
            _("An arm with fewer than 25 conversions"),
            f"(N(conversions_a)<{FEW})+(N(conversions_b)<{FEW})",
            _("The test is exact at any count, but only large differences can show."),
        ),
        (
            _("Days differ more than chance explains"),
            f"IF(N(spread)>{UNEVEN},1,0)",
            _("Intervals and p allow for it. Look for the days that stand out and note why."),
        ),
        (
            _("An arm with more conversions than clicks"),
            "+".join(f"(N(clicks_{arm})>0)*(N(conversions_{arm})>N(clicks_{arm}))" for arm in "ab"),
            _("Views may convert without a click; otherwise look for a mixed-up column."),
        ),
    ]


def _rows(edition: Edition, daily: Sheet) -> list[Found]:
    """Return the warnings about what was filled in."""
    _ = edition.say
    from_days, _from_totals = sources(edition)
    negative = "+".join(
        f'COUNTIF({place},"<0")'
        for place in (
            *(daily.name(key) for key in COUNTED),
            *(f"arm_{key}" for key in EACH),
        )
    )
    below = "+".join(
        f"COUNT({daily.name(key)})-COUNT({daily.whole(key)})" for key in ("cost_a", "cost_b")
    )
    return [
        (
            _("Days and totals both filled in"),
            f'IF(source="{from_days}",IF(COUNT(arm_cost,arm_conversions)>0,1,0),0)',
            _("The Days sheet counts. Clear the totals, or the days."),
        ),
        (
            _("Negative numbers"),
            negative,
            _("Net a refund against the day it belongs to."),
        ),
        (
            _("Days out of order"),
            f"SUM({daily.whole('late')})",
            _("The p that is valid on any day needs the days as they came: sort by date."),
        ),
        (
            _("Numbers below the table of days"),
            below,
            _("They are in the totals only. Drag the table's corner down over them."),
        ),
    ]
