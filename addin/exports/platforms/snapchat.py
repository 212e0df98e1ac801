"""Snapchat Ads Manager: the columns that parsers of others know; no file was seen."""

from addin.exports.platform import Field, Platform, Traffic

SNAPCHAT = Platform(
    name="Snapchat",
    traffic=Traffic.PAID,
    labels={
        Field.DATE: ("week", "day"),
        Field.CAMPAIGN: ("campaign name",),
        Field.AD_GROUP: ("ad set name",),
        Field.AD: ("ad name",),
        Field.COST: ("amount spent",),
        Field.IMPRESSIONS: ("paid impressions",),
        Field.CLICKS: ("clicks",),
        Field.CONVERSIONS: ("purchases",),
        Field.VALUE: ("purchases value",),
    },
    known_by=(("amount spent", "paid impressions"),),
)
