"""The shape of Fivetran's ad_reporting models: many platforms in one table."""

from addin.exports.platform import Field, Platform, Traffic

AD_REPORTING = Platform(
    name="ad_reporting",
    traffic=Traffic.PAID,
    labels={
        Field.DATE: ("date_day",),
        Field.ACCOUNT: ("account_name", "account_id"),
        Field.CHANNEL: ("platform",),
        Field.CAMPAIGN: ("campaign_name", "campaign_id"),
        Field.AD_GROUP: ("ad_group_name",),
        Field.KEYWORD: ("keyword_text",),
        Field.AD: ("ad_name",),
        Field.COST: ("spend",),
        Field.IMPRESSIONS: ("impressions",),
        Field.CLICKS: ("clicks",),
        Field.CONVERSIONS: ("conversions",),
        Field.VALUE: ("conversions_value",),
    },
    known_by=(("date_day", "platform", "spend"),),
)
