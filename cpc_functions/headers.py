"""What the columns of a table hold, by their titles in English, Norwegian and the neighbours'."""

import re
from enum import Enum

from cpc_functions.currencies import currencies


class Role(Enum):
    """What a column holds, as far as a check needs to know."""

    COST = "cost"
    CONVERSIONS = "conversions"
    CLICKS = "clicks"
    IMPRESSIONS = "impressions"
    REVENUE = "revenue"
    RATIO = "a ratio of other columns"
    DATE = "date"
    CURRENCY = "currency"
    CATEGORY = "category"
    COUNTS = "whether the row counts as paid"
    KEY = "anything else"


MONEY = (Role.COST, Role.REVENUE)
AMOUNTS = (Role.COST, Role.CONVERSIONS, Role.CLICKS, Role.IMPRESSIONS, Role.REVENUE)

_TITLES = {
    Role.COUNTS: {"counts", "counted", "paid", "teller", "betalt", "medregnet"},
    Role.COST: {"amount", "beløp"},
    Role.CONVERSIONS: {"key events"},
    Role.DATE: {
        "day", "dag", "tag", "data", "fecha", "jour", "reporting starts", "rapportering starter",
    },
}  # fmt: skip
# Asked in this order: a title that speaks of a kind, a ratio or a worth is no count.
_WORDS = {
    Role.CATEGORY: "category categories kategori kategorier type typer trafikktype kostnadstype "
    "channel kanal medium activity aktivitet tiltak kategorie kanaal",
    Role.RATIO: "per avg average mean snitt gjennomsnitt gjennomsnittlig gjsnitt durchschn cpc cpa "
    "kpk cpm cpl cpo ctr cvr roas roi acos aov rate rates frekvens frekvensen klikkfrekvens "
    "klikkrate klikkpris konverteringsrate konverteringsfrekvens konverteringsgrad share andel "
    "frequency ratio pro por par prosent percent",
    Role.DATE: "date dato datum",
    Role.REVENUE: "value verdi revenue omsetning inntekt inntekter konverteringsverdi "
    "kjøpsverdi umsatz wert valor valeur",
    Role.COST: "cost costs spend spent adspend kostnad kostnader kostnaden annonsekostnad "
    "annonsekostnader annonseutgifter "
    "mediekostnad mediekostnader annonseforbruk forbruk brukt utgift utgifter "
    "omkostning omkostninger kosten ausgegebener custo coste costo gasto coût",
    Role.CONVERSIONS: "conversions conversion conv konverteringer konvertering konversjoner "
    "konverteringar results result orders order ordre ordrer "
    "bestillinger resultater resultat purchases kjøp leads ergebnisse "
    "conversiones conversões conversioni",
    Role.CLICKS: "clicks click klikk klikker klik klicks klick klickar clics cliques clic",
    Role.IMPRESSIONS: "impressions impression impr visninger visning eksponeringer impressionen "
    "exponeringar impresiones impressões",
}
_ROLES = {role: frozenset(words.split()) for role, words in _WORDS.items()}
_CURRENCY = frozenset(("currency", "valuta", "währung", "moneda", "moeda", "devise"))
_OTHER_WORDS = (
    "id name navn action event model source kilde kilder target mål max maks min budget budsjett "
    "change endring organic organisk goal status window rank indicator start end slutt ends stop "
    "starts created opprettet updated lag days dager url comment kommentar note merknad"
)
_OTHERWISE = frozenset(_OTHER_WORDS.split())
_BRACKETED = re.compile(r"[(\[].*?[)\]]")
_WORD = re.compile(r"[^\W_]+")


def words_of(title: str) -> list[str]:
    """Return the words of a title that say what it is: without brackets, in small letters."""
    return _WORD.findall(_BRACKETED.sub(" ", title).lower()) or _WORD.findall(title.lower())


def role_of(title: str) -> Role:
    """Return what a column with this title holds."""
    words = words_of(title)
    spoken = set(words)
    for role, titles in _TITLES.items():
        if " ".join(words) in titles:
            return role
    if spoken & _CURRENCY and "in" not in spoken and words[-1] in _CURRENCY | {"code", "kode"}:
        return Role.CURRENCY
    found = next((role for role, known in _ROLES.items() if spoken & known), Role.KEY)
    if found in AMOUNTS and ("/" in title or "%" in title):
        return Role.RATIO
    return Role.KEY if found is not Role.CATEGORY and spoken & _OTHERWISE else found


def currency_in(title: str) -> frozenset[str]:
    """Return the currencies that a title may name, as "Cost (NOK)" does."""
    for word in reversed(re.split(r"[\s()\[\]]+", title)):
        if codes := currencies(word):
            return codes
    return frozenset()
