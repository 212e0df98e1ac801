"""Meta Ads Manager: both generations of columns, in English, Norwegian and German."""

from addin.exports.platform import Field, Platform, Traffic

META = Platform(
    name="Meta",
    traffic=Traffic.PAID,
    labels={
        Field.DATE: ("day", "dag", "reporting starts", "rapportering starter", "tag"),
        Field.END: ("reporting ends", "rapportering slutter"),
        Field.ACCOUNT: ("account name", "account id"),
        Field.CAMPAIGN: ("campaign name", "kampanjenavn", "kampagnenname"),
        Field.AD_GROUP: (
            "ad set name",
            "annonsesettnavn",
            "anzeigengruppenname",
            "name der anzeigengruppe",
        ),
        Field.AD: ("ad name", "annonsenavn", "anzeigenname"),
        Field.EVENT: ("result type", "result indicator", "resultattype", "ergebnistyp"),
        Field.COST: ("amount spent", "beløp brukt", "ausgegebener betrag"),
        Field.IMPRESSIONS: ("impressions", "eksponeringer", "impressionen"),
        Field.CLICKS: (
            *("link clicks", "klikk på lenke", "link-klicks"),
            *("clicks (all)", "klikk (alle)", "klicks (alle)"),
        ),
        Field.CONVERSIONS: ("results", "resultater", "ergebnisse"),
        Field.VALUE: ("purchases conversion value", "results value"),
    },
    known_by=(
        ("amount spent", "reporting starts"),
        ("amount spent", "campaign name"),
        ("amount spent", "results"),
        ("beløp brukt", "rapportering starter"),
        ("beløp brukt", "eksponeringer"),
        ("ausgegebener betrag", "kampagnenname"),
        ("ausgegebener betrag", "anzeigenname"),
        ("ausgegebener betrag", "impressionen"),
        ("ausgegebener betrag", "ergebnisse"),
    ),
    total_without_name=True,
    any_kind=("results", "resultater", "ergebnisse"),
)
