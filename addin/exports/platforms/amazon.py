"""Amazon Ads: titles end in a space, carry the currency and name the attribution window."""

from addin.exports.platform import Field, Platform, Traffic

WINDOWS = (7, 14, 30)

AMAZON = Platform(
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
        Field.CONVERSIONS: tuple(f"{days} day total orders (#)" for days in WINDOWS),
        Field.VALUE: tuple(f"{days} day total sales" for days in WINDOWS),
    },
    known_by=tuple(("spend", f"{days} day total sales") for days in WINDOWS),
)
