"""Pinterest Ads Manager."""

from addin.exports.platform import Field, Platform, Traffic

PINTEREST = Platform(
    name="Pinterest",
    traffic=Traffic.PAID,
    labels={
        Field.DATE: ("date",),
        Field.CAMPAIGN: ("campaign name",),
        Field.AD_GROUP: ("ad group name",),
        Field.COST: ("spend in account currency",),
        Field.IMPRESSIONS: ("impressions",),
        Field.CLICKS: ("outbound clicks", "pin clicks"),
        Field.CONVERSIONS: ("total conversions (checkout)",),
        Field.VALUE: ("total order value (checkout)",),
    },
    known_by=(("spend in account currency",),),
)
