"""Meta Ads Manager: both generations of columns, English and Norwegian, CSV and XLSX."""

from addin.exports.platform import Field, Platform, Traffic

META = Platform(
    name="Meta",
    traffic=Traffic.PAID,
    labels={
        Field.DATE: ("day", "dag", "reporting starts", "rapportering starter", "tag"),
        Field.END: ("reporting ends", "rapportering slutter"),
        Field.CAMPAIGN: ("campaign name", "kampanjenavn", "kampagnenname"),
        Field.AD_GROUP: ("ad set name", "annonsesettnavn", "anzeigengruppenname"),
        Field.AD: ("ad name", "annonsenavn", "anzeigenname"),
        Field.EVENT: ("result type", "result indicator", "resultattype", "ergebnistyp"),
        Field.COST: ("amount spent", "beløp brukt", "ausgegebener betrag"),
        Field.IMPRESSIONS: ("impressions", "eksponeringer", "impressionen"),
        Field.CLICKS: ("link clicks", "klikk på lenke", "clicks (all)", "klikk (alle)"),
        Field.CONVERSIONS: ("results", "resultater", "ergebnisse"),
        Field.VALUE: ("purchases conversion value", "results value"),
    },
    known_by=(
        ("amount spent", "reporting starts"),
        ("amount spent", "campaign name"),
        ("amount spent", "results"),
        ("beløp brukt", "rapportering starter"),
        ("ausgegebener betrag", "kampagnenname"),
    ),
    total_without_name=True,
)
