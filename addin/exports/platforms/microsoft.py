"""Microsoft Advertising: lines of facts, a header, rows, a total, and the copyright line.

The labels stand in Microsoft's documentation and in parsers of others.
"""

from addin.exports.platform import Field, Platform, Traffic

MICROSOFT = Platform(
    name="Microsoft Advertising",
    traffic=Traffic.PAID,
    labels={
        Field.DATE: ("gregorian date", "timeperiod", "time period"),
        Field.ACCOUNT: ("account name", "accountname", "account number", "accountid"),
        Field.CAMPAIGN: ("campaign name", "campaignname", "campaign", "campaignid"),
        Field.AD_GROUP: ("ad group", "adgroupname", "ad group name", "adgroupid"),
        Field.KEYWORD: ("keyword",),
        Field.CURRENCY: ("currency code", "currencycode"),
        Field.COST: ("spend",),
        Field.IMPRESSIONS: ("impressions",),
        Field.CLICKS: ("clicks",),
        Field.CONVERSIONS: ("conversions",),
        Field.VALUE: ("revenue",),
        Field.QUALITY: ("quality score", "qualityscore"),
    },
    known_by=(
        ("gregorian date", "spend"),
        ("accountid", "campaignid", "clicks"),
        ("accountname", "campaignname", "spend"),
        ("account name", "campaign name", "average cpc", "spend"),
    ),
    total="total",
    footer=r"[©@]\s?\d{4} microsoft corporation\b.*",
)
