"""Google Ads: a report table as CSV or "Excel .csv".

English, Portuguese, German and Japanese labels stand in files or parsers that were seen; no
Norwegian file was, so that Norwegian labels are mapped by the user.
"""

from addin.exports.platform import Field, Platform, Traffic

GOOGLE_ADS = Platform(
    name="Google Ads",
    traffic=Traffic.PAID,
    labels={
        Field.DATE: ("day", "date", "dia", "tag"),
        Field.CHANNEL: ("campaign type", "tipo de campanha"),
        Field.CAMPAIGN: ("campaign", "campanha", "kampagne", "キャンペーン"),
        Field.AD_GROUP: ("ad group", "grupo de anúncios", "anzeigengruppe", "広告グループ"),
        Field.KEYWORD: ("search term", "keyword", "search keyword", "palavra-chave", "suchbegriff"),
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
    total=r"(total|gesamt)\s?:.*",
)
