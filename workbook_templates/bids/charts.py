"""The charts of the Overview and of the Start sheet of the bid workbook."""

from workbook_templates import theme
from workbook_templates.bars import bar_parts
from workbook_templates.charts import Draw, column_chart, interval_chart
from workbook_templates.edition import Edition


def costs(edition: Edition) -> Draw:
    """Return what the keywords of each suggestion cost."""
    _ = edition.say
    return column_chart(
        _("Cost by suggestion"),
        labels="advice_word",
        parts=(("advice_cost", _("Cost"), theme.NAVY),),
        number_format=edition.formats.axis,
        horizontal=True,
    )


def intervals(edition: Edition) -> Draw:
    """Return the cost per conversion with its interval, by quality score."""
    _ = edition.say
    return interval_chart(
        _("Cost per conversion by quality score"),
        labels="score_bar_score",
        parts=bar_parts(edition, "score_bar"),
        number_format=edition.formats.axis,
        target=("score_bar_line", _("Target")),
    )
