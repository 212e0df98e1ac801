"""The charts of an A/B test: both arms, their ratio day by day, and the evidence day by day."""

from workbook_templates import theme
from workbook_templates.bars import bar_parts
from workbook_templates.charts import Draw, column_chart, interval_chart
from workbook_templates.edition import Edition
from workbook_templates.formats import RATIO


def arms(edition: Edition) -> Draw:
    """Return the cost per conversion of both arms with its interval."""
    return interval_chart(
        edition.say("Cost per conversion of both arms"),
        labels="bars_name",
        parts=bar_parts(edition, "bars"),
        number_format=edition.formats.axis,
        horizontal=True,
    )


def ratio(edition: Edition) -> Draw:
    """Return the ratio of the totals so far with its interval, day by day."""
    _ = edition.say
    return interval_chart(
        _("Cost per conversion of B over A: the totals so far, by day"),
        labels="look_day",
        parts=bar_parts(edition, "look"),
        number_format=RATIO,
        target=("look_equal", _("1: equally dear")),
    )


def evidence(edition: Edition) -> Draw:
    """Return how close the p that is valid on any day has come to a verdict."""
    _ = edition.say
    return column_chart(
        _("Evidence by day: 1 − p, where p is valid on any day"),
        labels="look_day",
        parts=(("look_evidence", _("Evidence so far"), theme.BLUE),),
        number_format=edition.formats.share_axis,
        target=("look_needed", _("Enough for a verdict")),
    )
