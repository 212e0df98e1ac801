"""The warnings of an A/B test: what was found, and what to do about it."""

from cpc_functions.catalogue import Unit
from workbook_templates.ab_test.days import MOST_DRIFT
from workbook_templates.ab_test.words import sources
from workbook_templates.edition import Edition
from workbook_templates.page import Column, Grid, Row
from workbook_templates.sheet import Sheet

FEW, UNEVEN, WEEKS = 25, 1.5, 14
COUNTED = ("cost_a", "clicks_a", "conversions_a", "cost_b", "clicks_b", "conversions_b")


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
                    "found": f'=IF(source="","",{found})',
                    "cure": cure,
                }
            )
            for sentence, found, cure in (
                *_reading(edition, daily),
                *_numbers(edition),
                *_rows(edition, daily),
            )
        ],
    )


def _reading(edition: Edition, daily: Sheet) -> list[tuple[str, str, str]]:
    """Return the warnings about how the test was run and read."""
    _ = edition.say
    share = daily.whole("share")
    return [
        (
            _("Looked at before the plan was reached"),
            "N(early)",
            _(
                "Each look is another chance to be fooled: read daily, one test in three or four "
                "between equal arms looks decided. Use the p that is valid on any day."
            ),
        ),
        (
            _("No plan"),
            "IF(N(plan_cost)>0,0,1)",
            _("Decide the smallest difference that matters and the cost of each arm beforehand."),
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
            _("Fewer than two whole weeks"),
            f"IF(N(days_run)=0,0,IF(days_run<{WEEKS},1,0))",
            _("Weekdays differ. Let the test run for whole weeks, two at the least."),
        ),
    ]


def _numbers(edition: Edition) -> list[tuple[str, str, str]]:
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


def _rows(edition: Edition, daily: Sheet) -> list[tuple[str, str, str]]:
    """Return the warnings about what was filled in."""
    _ = edition.say
    from_days, _from_totals = sources(edition)
    texts = "+".join(
        f"SUMPRODUCT(--ISTEXT({place}))"
        for place in (
            *(daily.whole(key) for key in ("date", *COUNTED)),
            *(f"arm_{key}" for key in ("cost", "clicks", "conversions")),
        )
    )
    negative = "+".join(
        f'COUNTIF({place},"<0")'
        for place in (
            *(daily.name(key) for key in COUNTED),
            *(f"arm_{key}" for key in ("cost", "clicks", "conversions")),
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
            _("Numbers or dates that are text"),
            texts,
            _("They are not counted. Type them again, or use Data > Text to Columns."),
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
