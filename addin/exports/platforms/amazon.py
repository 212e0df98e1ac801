"""Amazon Ads: titles end in a space, carry the currency and name the attribution window.

Orders and sales are read of one window: where a report has several, of the first one here.
"""

from addin.exports.platform import Field, Platform, Traffic

WINDOWS = (7, 14, 30, 1)  # days

AMAZON = tuple(
    Platform(
        name="Amazon Ads",
        traffic=Traffic.PAID,
        labels={
            Field.DATE: ("date", "start date"),
            Field.END: ("end date",),
            Field.CAMPAIGN: ("campaign name",),
            Field.AD_GROUP: ("ad group name",),
            Field.KEYWORD: ("customer search term", "targeting"),
            Field.CURRENCY: ("currency",),
            Field.COST: ("spend",),
            Field.IMPRESSIONS: ("impressions",),
            Field.CLICKS: ("clicks",),
            Field.CONVERSIONS: (f"{days} day total orders (#)",),
            Field.VALUE: (f"{days} day total sales",),
        },
        known_by=(
            ("spend", f"{days} day total sales"),
            ("spend", f"{days} day total orders (#)"),
        ),
    )
    for days in WINDOWS
)
