"""Snapchat Ads Manager: the columns that parsers of others know; no file was seen."""

from addin.exports.platform import Field, Platform, Traffic

SNAPCHAT = Platform(
    name="Snapchat",
    traffic=Traffic.PAID,
    labels={
        Field.DATE: ("week", "day", "start time"),
        Field.END: ("end time",),
        Field.CAMPAIGN: ("campaign name",),
        Field.AD_GROUP: ("ad set name",),
        Field.AD: ("ad name",),
        Field.COST: ("amount spent", "spend"),
        Field.IMPRESSIONS: ("paid impressions", "impressions"),
        Field.CLICKS: ("clicks", "swipe ups"),
        Field.CONVERSIONS: ("purchases",),
        Field.VALUE: ("purchases value",),
    },
    known_by=(
        ("amount spent", "paid impressions"),
        ("spend", "paid impressions"),
        ("spend", "swipe ups"),
    ),
)
