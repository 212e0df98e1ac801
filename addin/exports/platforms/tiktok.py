"""TikTok: Ads Manager, and Shop's GMV Max, whose every cell is a formula (seen in Indonesian)."""

from addin.exports.platform import Field, Platform, Traffic

TIKTOK = Platform(
    name="TikTok",
    traffic=Traffic.PAID,
    labels={
        Field.DATE: ("date", "by day", "tanggal"),
        Field.ACCOUNT: ("account name",),
        Field.CAMPAIGN: ("campaign name", "nama kampanye"),
        Field.AD_GROUP: ("ad group name",),
        Field.AD: ("ad name",),
        Field.CURRENCY: ("currency", "mata uang"),
        Field.COST: ("cost", "biaya"),
        Field.IMPRESSIONS: ("impressions", "impression"),
        Field.CLICKS: ("clicks (destination)", "clicks"),
        Field.CONVERSIONS: ("conversions", "results", "pesanan sku", "sku orders"),
        Field.VALUE: ("gross revenue", "pendapatan kotor"),
    },
    known_by=(
        ("cpc (destination)", "cost"),
        ("clicks (destination)", "cost"),
        ("ctr (destination)", "cost"),
        ("biaya", "pesanan sku"),
        ("cost", "sku orders"),
    ),
    total=r"total( of \d+ results)?",
    any_kind=("results",),
)
