"""The charts of the report and of the Start sheet."""

from workbook_templates import theme
from workbook_templates.bars import bar_parts
from workbook_templates.charts import Draw, column_chart, interval_chart
from workbook_templates.edition import Edition


def months(edition: Edition, *, from_zero: bool = False) -> Draw:
    """Return the cost per conversion with its interval, month by month."""
    _ = edition.say
    return interval_chart(
        _("Cost per conversion by month"),
        labels="by_month_start",
        parts=bar_parts(edition, "by_month"),
        number_format=edition.formats.axis,
        target=("by_month_line", "reference_name"),
        months=True,
        from_zero=from_zero,
    )


def channels(edition: Edition, *, from_zero: bool = False) -> Draw:
    """Return the channels, cheapest first, with their intervals."""
    _ = edition.say
    return interval_chart(
        _("Cost per conversion by channel"),
        labels="ranked_name",
        parts=bar_parts(edition, "ranked"),
        number_format=edition.formats.axis,
        horizontal=True,
        from_zero=from_zero,
    )


def shares(edition: Edition, *, from_zero: bool = False) -> Draw:
    """Return each channel's share of the cost beside its share of the conversions."""
    _ = edition.say
    return column_chart(
        _("Share of cost and of conversions"),
        labels="by_name_name",
        parts=(
            ("by_name_cost_share", _("Share of cost"), theme.NAVY),
            ("by_name_share", _("Share of conversions"), theme.BLUE),
        ),
        number_format=edition.formats.share_axis,
        horizontal=True,
        from_zero=from_zero,
    )


def costs(edition: Edition, *, from_zero: bool = False) -> Draw:
    """Return what each month cost: media and other counted costs."""
    _ = edition.say
    return column_chart(
        _("Conversion cost by month"),
        labels="by_month_start",
        parts=(
            ("by_month_cost", _("Media cost"), theme.NAVY),
            ("by_month_other", _("Other counted"), theme.SKY),
        ),
        number_format=edition.formats.axis,
        months=True,
        from_zero=from_zero,
    )


def conversions(edition: Edition, *, from_zero: bool = False) -> Draw:
    """Return the conversions of each month: paid and organic."""
    _ = edition.say
    return column_chart(
        _("Conversions by month"),
        labels="by_month_start",
        parts=(
            ("by_month_conversions", _("Paid"), theme.BLUE),
            ("by_month_organic", _("Organic"), theme.GREEN),
        ),
        number_format="#,##0",
        months=True,
        from_zero=from_zero,
    )
