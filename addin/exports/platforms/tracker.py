"""Our own tracker workbook: its Paid, Organic and Costs sheets, in English and Norwegian.

The titles are those of the workbook's declaration, in every language of its catalogue. What the
workbook calculates is not read: a file that no office has opened holds formulas there.
"""

from addin.exports.platform import Field, Platform, Traffic

PAID = Platform(
    name="Cost per conversion tracker, Paid",
    traffic=Traffic.PAID,
    labels={
        Field.DATE: ("date", "dato"),
        Field.CHANNEL: ("channel", "kanal"),
        Field.CAMPAIGN: ("campaign", "kampanje"),
        Field.COST: ("cost", "kostnad"),
        Field.IMPRESSIONS: ("impressions", "visninger"),
        Field.CLICKS: ("clicks", "klikk"),
        Field.CONVERSIONS: ("conversions", "konverteringer"),
        Field.VALUE: ("conversion value", "konverteringsverdi"),
        Field.QUALITY: ("quality score", "kvalitetspoeng"),
        Field.NOTE: ("note", "merknad"),
    },
    known_by=(
        ("date", "channel", "campaign", "cost", "conversions", "against target"),
        ("dato", "kanal", "kampanje", "kostnad", "konverteringer", "mot målet"),
    ),
    prepared=True,
)
ORGANIC = Platform(
    name="Cost per conversion tracker, Organic",
    traffic=Traffic.ORGANIC,
    labels={
        Field.DATE: ("date", "dato"),
        Field.CHANNEL: ("source", "kilde"),
        Field.SESSIONS: ("sessions", "økter"),
        Field.CONVERSIONS: ("conversions", "konverteringer"),
        Field.VALUE: ("conversion value", "konverteringsverdi"),
    },
    known_by=(
        ("date", "source", "sessions", "conversions", "conversion value", "conv. rate"),
        ("dato", "kilde", "økter", "konverteringer", "konverteringsverdi", "konv.-frekvens"),
    ),
    prepared=True,
)
COSTS = Platform(
    name="Cost per conversion tracker, Costs",
    traffic=Traffic.BOTH,
    labels={
        Field.DATE: ("date", "dato"),
        Field.WHAT: ("what", "hva"),
        Field.CATEGORY: ("category", "kategori"),
        Field.COST: ("cost", "kostnad"),
        Field.NOTE: ("note", "merknad"),
    },
    known_by=(
        ("date", "what", "category", "cost", "counts?"),
        ("dato", "hva", "kategori", "kostnad", "teller?"),
    ),
    prepared=True,
)
TRACKER = (PAID, ORGANIC, COSTS)
