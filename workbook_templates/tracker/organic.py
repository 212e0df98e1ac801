"""The Organic sheet: visits that nobody was paid for. It has no cost, so none can be divided."""

from cpc_functions.catalogue import Unit
from workbook_templates.edition import Edition
from workbook_templates.sheet import Answer, Input, Sheet
from workbook_templates.tracker.filled import Rows


def organic(edition: Edition, rows: Rows = ()) -> Sheet:
    """Declare the sheet."""
    _ = edition.say
    return Sheet(
        table="Organic",
        title=_("Organic"),
        lead=_(
            "Conversions that came without a paid visit, from your web analytics. There is no "
            "cost column: SEO, blog and social work bring conversions, but nobody was paid for the "
            "visit. What that work costs stands in Costs, beside the paid figure and never in it."
        ),
        columns=(
            Input("date", _("Date"), Unit.DATE, _("The day of the visit or conversion."), 12.5),
            Input(
                *("source", _("Source"), Unit.TEXT),
                _("Where the visit came from: organic search, blog, direct, referral."),
                24,
            ),
            Input("sessions", _("Sessions"), Unit.WHOLE, _("Visits from this source."), 12),
            Input(
                *("conversions", _("Conversions"), Unit.COUNT),
                _("Of the same event as on the Paid sheet."),
                14,
            ),
            Input("value", _("Conversion value"), Unit.MONEY, _("Optional."), 18),
            Answer(
                *("cvr", _("Conv. rate"), Unit.FRACTION),
                _("Conversions over sessions."),
                *(
                    'IF(AND(ISNUMBER({conversions}),N({sessions})>0),{conversions}/{sessions},"")',
                    16,
                ),
                shown=edition.formats.rate,
            ),
        ),
        rows=rows,
    )
