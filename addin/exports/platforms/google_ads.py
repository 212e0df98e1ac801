"""Google Ads: a report table as CSV or "Excel .csv".

English, Portuguese, German and Japanese labels stand in files or parsers that were seen; no
Norwegian file was, so that Norwegian labels are mapped by the user.
"""

from addin.exports.platform import Field, Platform, Traffic

TOTAL = r"(total|gesamt)\s?:.*"
DATES = (
    *("day", "date", "dia", "tag"),
    *("week", "semana", "woche", "週"),
    *("month", "mês", "monat", "月"),
)
CONVERTED = "cost (converted currency)"

GOOGLE_ADS = Platform(
    name="Google Ads",
    traffic=Traffic.PAID,
    labels={
        Field.DATE: DATES,
        Field.ACCOUNT: ("account name", "account", "customer id"),
        Field.CHANNEL: ("campaign type", "tipo de campanha"),
        Field.CAMPAIGN: ("campaign", "campanha", "kampagne", "キャンペーン"),
        Field.AD_GROUP: ("ad group", "grupo de anúncios", "anzeigengruppe", "広告グループ"),
        Field.KEYWORD: ("search term", "keyword", "search keyword", "palavra-chave", "suchbegriff"),
        Field.AD: ("ad name", "ad id"),
        Field.EVENT: ("conversion action",),
        Field.CURRENCY: ("currency code", "código da moeda", "währungscode", "通貨コード"),
        Field.COST: ("cost", "custo", "kosten", "費用"),
        Field.IMPRESSIONS: ("impr.", "impressões", "表示回数"),
        Field.CLICKS: ("clicks", "cliques", "klicks", "クリック数"),
        Field.CONVERSIONS: ("conversions", "conversões", "コンバージョン"),
        Field.VALUE: ("conv. value", "conversion value", "valor de conv."),
        Field.QUALITY: ("quality score", "índice de qualidade"),
    },
    known_by=(
        ("impr.", "clicks", "cost"),
        ("impr.", "cost", "conversions"),
        ("impr.", "cost", "avg. cpc"),
        ("impr.", "custo"),
        ("impressões", "custo", "campanha"),
        ("impr.", "kosten"),
        ("表示回数", "費用"),
    ),
    total=TOTAL,
    needs={CONVERTED: Field.CURRENCY},
)

# A manager account names the currency of the converted cost elsewhere. Where the cost stands in
# each account's own currency as well and the currencies are named, that one is read; where they
# are not, amounts of several would be added up, and the converted one is read.
GOOGLE_ADS_CONVERTED = Platform(
    name="Google Ads",
    traffic=Traffic.PAID,
    labels={
        Field.DATE: DATES,
        Field.ACCOUNT: ("account name", "account", "customer id"),
        Field.CHANNEL: ("campaign type",),
        Field.CAMPAIGN: ("campaign",),
        Field.AD_GROUP: ("ad group",),
        Field.KEYWORD: ("search term", "keyword", "search keyword"),
        Field.AD: ("ad name", "ad id"),
        Field.EVENT: ("conversion action",),
        Field.CURRENCY: ("converted currency code",),
        Field.COST: (CONVERTED,),
        Field.IMPRESSIONS: ("impr.",),
        Field.CLICKS: ("clicks",),
        Field.CONVERSIONS: ("conversions",),
    },
    known_by=(
        (CONVERTED, "impr."),
        (CONVERTED, "clicks"),
    ),
    total=TOTAL,
)
