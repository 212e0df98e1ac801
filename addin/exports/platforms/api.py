"""Tables in the shape of the platforms' APIs, as warehouses hold them; some in millionths.

X and Snapchat do not say in which unit the worth of conversions stands: it is left out.
"""

from collections.abc import Mapping

from addin.exports.platform import Field, Platform, Traffic

MONEY = frozenset((Field.COST, Field.VALUE))


def _table(
    name: str,
    labels: Mapping[Field, str],
    known_by: tuple[str, ...],
    micros: frozenset[Field] = frozenset(),
) -> Platform:
    return Platform(
        name=name,
        traffic=Traffic.PAID,
        labels={field: (label,) for field, label in labels.items()},
        known_by=(known_by,),
        micros=micros,
    )


API_TABLES = (
    _table(
        "Google Ads (API)",
        {
            Field.DATE: "date",
            Field.ACCOUNT: "customer_id",
            Field.CAMPAIGN: "id",
            Field.COST: "cost_micros",
            Field.IMPRESSIONS: "impressions",
            Field.CLICKS: "clicks",
            Field.CONVERSIONS: "conversions",
            Field.VALUE: "conversions_value",
        },
        ("cost_micros", "date"),
        frozenset((Field.COST,)),
    ),
    _table(
        "Microsoft Advertising (API)",
        {
            Field.DATE: "date",
            Field.ACCOUNT: "account_id",
            Field.CAMPAIGN: "campaign_id",
            Field.CURRENCY: "currency_code",
            Field.COST: "spend",
            Field.IMPRESSIONS: "impressions",
            Field.CLICKS: "clicks",
            Field.CONVERSIONS: "conversions",
            Field.VALUE: "revenue",
        },
        ("conversions_qualified", "spend", "revenue"),
    ),
    _table(
        "Meta (API)",
        {
            Field.DATE: "date",
            Field.ACCOUNT: "account_id",
            Field.AD: "ad_id",
            Field.COST: "spend",
            Field.IMPRESSIONS: "impressions",
            Field.CLICKS: "inline_link_clicks",
        },
        ("inline_link_clicks", "spend"),
    ),
    _table(
        "LinkedIn (API)",
        {
            Field.DATE: "day",
            Field.CAMPAIGN: "campaign_id",
            Field.COST: "cost_in_local_currency",
            Field.IMPRESSIONS: "impressions",
            Field.CLICKS: "clicks",
            Field.CONVERSIONS: "external_website_conversions",
            Field.VALUE: "conversion_value_in_local_currency",
        },
        ("cost_in_local_currency", "day"),
    ),
    _table(
        "TikTok (API)",
        {
            Field.DATE: "stat_time_hour",
            Field.CAMPAIGN: "campaign_id",
            Field.COST: "spend",
            Field.IMPRESSIONS: "impressions",
            Field.CLICKS: "clicks",
            Field.CONVERSIONS: "conversion",
            Field.VALUE: "total_purchase_value",
        },
        ("stat_time_hour", "spend"),
    ),
    _table(
        "X (API)",
        {
            Field.DATE: "date",
            Field.ACCOUNT: "account_id",
            Field.CAMPAIGN: "campaign_id",
            Field.COST: "billed_charge_local_micro",
            Field.IMPRESSIONS: "impressions",
            Field.CLICKS: "clicks",
            Field.CONVERSIONS: "conversion_purchases_metric",
        },
        ("billed_charge_local_micro",),
        frozenset((Field.COST,)),
    ),
    _table(
        "Reddit (API)",
        {
            Field.DATE: "date",
            Field.ACCOUNT: "account_id",
            Field.CAMPAIGN: "campaign_id",
            Field.COST: "spend",
            Field.IMPRESSIONS: "impressions",
            Field.CLICKS: "clicks",
        },
        ("ecpm", "spend", "comment_upvotes"),
        frozenset((Field.COST,)),
    ),
    _table(
        "Pinterest (API)",
        {
            Field.DATE: "date",
            Field.ACCOUNT: "advertiser_id",
            Field.CAMPAIGN: "campaign_name",
            Field.COST: "spend_in_micro_dollar",
            Field.CLICKS: "clickthrough_1",
            Field.IMPRESSIONS: "impression_1",
            Field.CONVERSIONS: "total_conversions",
            Field.VALUE: "total_conversions_value_in_micro_dollar",
        },
        ("spend_in_micro_dollar",),
        MONEY,
    ),
    _table(
        "Snapchat (API)",
        {
            Field.DATE: "date",
            Field.CAMPAIGN: "campaign_id",
            Field.COST: "spend",
            Field.IMPRESSIONS: "impressions",
            Field.CLICKS: "swipes",
            Field.CONVERSIONS: "conversion_purchases",
        },
        ("swipes", "spend"),
        frozenset((Field.COST,)),
    ),
    _table(
        "Amazon Ads (API)",
        {
            Field.DATE: "date",
            Field.CAMPAIGN: "campaign_id",
            Field.CURRENCY: "campaign_budget_currency_code",
            Field.COST: "cost",
            Field.IMPRESSIONS: "impressions",
            Field.CLICKS: "clicks",
            Field.CONVERSIONS: "purchases_30_d",
            Field.VALUE: "sales_30_d",
        },
        ("campaign_budget_currency_code", "cost"),
    ),
    _table(
        "Apple Search Ads (API)",
        {
            Field.DATE: "date",
            Field.CAMPAIGN: "id",
            Field.CURRENCY: "local_spend_currency",
            Field.COST: "local_spend_amount",
            Field.IMPRESSIONS: "impressions",
            Field.CLICKS: "taps",
            Field.CONVERSIONS: "conversions",
        },
        ("local_spend_amount", "taps"),
    ),
)
