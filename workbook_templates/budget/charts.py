"""The charts of the budget workbook."""

from workbook_templates import theme
from workbook_templates.bars import bar_parts
from workbook_templates.charts import Draw, column_chart, interval_chart
from workbook_templates.edition import Edition


def average_and_marginal(edition: Edition) -> Draw:
    """Return what a conversion cost on average and what the last extra ones cost, by channel."""
    _ = edition.say
    return column_chart(
        _("Cost per conversion: average and marginal"),
        labels="by_channel_name",
        parts=(
            ("by_channel_cpc", _("Average"), theme.SKY),
            ("by_channel_marginal", _("Marginal"), theme.NAVY),
        ),
        number_format=edition.formats.axis,
        horizontal=True,
    )


def spend(edition: Edition) -> Draw:
    """Return what each channel spends now, and after the suggested move."""
    _ = edition.say
    return column_chart(
        _("Spend now and after the move"),
        labels="plan_name",
        parts=(
            ("plan_spend", _("Now"), theme.SKY),
            ("plan_after", _("After"), theme.NAVY),
        ),
        number_format=edition.formats.axis,
        horizontal=True,
    )


def steps(edition: Edition) -> Draw:
    """Return the conversions at each spend of one channel, with their intervals.

    It has room for eight steps, and stays blank where the channel has fewer.
    """
    _ = edition.say
    return interval_chart(
        _("Conversions per period at each spend of the channel above"),
        labels="charted_spend",
        parts=bar_parts(edition, "charted"),
        number_format="#,##0",
    )
