"""LinkedIn Campaign Manager: four lines of facts, a blank line, then the header."""

from addin.exports.platform import Field, Platform, Traffic

LINKEDIN = Platform(
    name="LinkedIn",
    traffic=Traffic.PAID,
    labels={
        Field.DATE: ("start date (in utc)", "start date"),
        Field.END: ("end date (in utc)", "end date"),
        Field.ACCOUNT: ("account name",),
        Field.CAMPAIGN: ("campaign name",),
        Field.AD_GROUP: ("campaign group name",),
        Field.CURRENCY: ("currency",),
        Field.COST: ("total spent",),
        Field.IMPRESSIONS: ("impressions",),
        Field.CLICKS: ("clicks",),
        Field.CONVERSIONS: ("conversions",),
        Field.VALUE: ("total conversion value",),
    },
    known_by=(
        ("total spent", "impressions", "campaign name"),
        ("total spent", "start date (in utc)"),
    ),
    total="total",
)
