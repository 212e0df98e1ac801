"""The words of the CPC tab, in English and Norwegian bokmål, by control and by message."""

from typing import NamedTuple


class Both(NamedTuple):
    """One text in both languages."""

    en: str
    nb: str


class Words(NamedTuple):
    """What a button says: its label, the title of its tip, and the sentences below it."""

    label: Both
    tip: Both
    help: Both


GROUPS = {
    "Report": Both("Report", "Rapport"),
    "Workbook": Both("Workbook", "Arbeidsbok"),
    "Data": Both("Data", "Data"),
    "Formulas": Both("Formulas", "Formler"),
    "Help": Both("Help", "Hjelp"),
}

BUTTONS = {
    "build_report": Words(
        Both("Build report", "Lag rapport"),
        Both("Report on the cost per conversion", "Rapport om kostnad per konvertering"),
        Both(
            "Reads the tables Paid, Organic and Costs of this workbook, or the table that you "
            "selected, and adds a Report sheet: figures, intervals and warnings.",
            "Leser tabellene Betalt, Organisk og Kostnader i arbeidsboken, eller tabellen du har "
            "merket, og legger til et rapportark: tall, intervaller og advarsler.",
        ),
    ),
    "update_report": Words(
        Both("Update report", "Oppdater rapport"),
        Both("Update the Report sheet", "Oppdater rapportarket"),
        Both(
            "Builds the Report sheet again from the same tables as last time.",
            "Lager rapportarket på nytt fra de samme tabellene som sist.",
        ),
    ),
    "new_tracker": Words(
        Both("New tracker", "Ny oppfølging"),
        Both("What does a conversion cost?", "Hva koster en konvertering?"),
        Both(
            "A workbook to fill in: the cost per conversion by channel and by month.",
            "En arbeidsbok til å fylle ut: kostnad per konvertering per kanal og måned.",
        ),
    ),
    "new_ab_test": Words(
        Both("New A/B test", "Ny A/B-test"),
        Both("Is B really cheaper than A?", "Er B virkelig billigere enn A?"),
        Both(
            "A workbook to fill in: two variants compared by their cost per conversion.",
            "En arbeidsbok til å fylle ut: to varianter målt mot hverandre på kostnad per "
            "konvertering.",
        ),
    ),
    "new_bids": Words(
        Both("New bids", "Nye bud"),
        Both("What may a click cost at most?", "Hva kan et klikk koste på det meste?"),
        Both(
            "A workbook to fill in: the highest bid for each keyword that keeps your target.",
            "En arbeidsbok til å fylle ut: det høyeste budet per søkeord som holder målet ditt.",
        ),
    ),
    "new_budget": Words(
        Both("New budget", "Nytt budsjett"),
        Both("Where does the next krone do most?", "Hvor gjør neste krone mest nytte?"),
        Both(
            "A workbook to fill in: the budget divided by marginal cost per conversion.",
            "En arbeidsbok til å fylle ut: budsjettet fordelt etter marginal kostnad per "
            "konvertering.",
        ),
    ),
    "import_exports": Words(
        Both("Import exports…", "Hent eksporter…"),
        Both("Import exports of ad platforms", "Hent eksporter fra annonseplattformer"),
        Both(
            "Adds the rows of exports from Google Ads, Meta, Microsoft and others to this "
            "workbook. Days that are there already are not counted twice.",
            "Legger radene i eksporter fra Google Ads, Meta, Microsoft og andre inn i "
            "arbeidsboken. Dager som alt er der, telles ikke to ganger.",
        ),
    ),
    "check_workbook": Words(
        Both("Check this workbook", "Sjekk arbeidsboken"),
        Both("What is wrong with these numbers?", "Hva er galt med tallene?"),
        Both(
            "Looks for totals among the rows, numbers that are text, clicks taken for "
            "conversions, and days too young to count.",
            "Ser etter summer blant radene, tall som er tekst, klikk regnet som konverteringer, "
            "og dager som er for ferske til å telle.",
        ),
    ),
    "insert_cpc": Words(
        Both("Insert CPC", "Sett inn CPC"),
        Both("Cost per conversion beside a table", "Kostnad per konvertering ved siden av tabell"),
        Both(
            "Adds columns with the cost per conversion and its interval to the selected table.",
            "Legger til kolonner med kostnad per konvertering og intervallet i tabellen du har "
            "merket.",
        ),
    ),
    "explain_cell": Words(
        Both("Explain this cell", "Forklar cellen"),
        Both("Where does this figure come from?", "Hvor kommer tallet fra?"),
        Both(
            "Says the formula, the cells it reads, what was counted and what was left out, the "
            "interval and the warnings.",
            "Viser formelen, cellene den leser, hva som er regnet med og utelatt, intervallet og "
            "advarslene.",
        ),
    ),
    "freeze_to_values": Words(
        Both("Freeze to values", "Frys til verdier"),
        Both("Send a workbook without the add-in", "Send en arbeidsbok uten tillegget"),
        Both(
            "Replaces the formulas of this add-in by their values, for a reader who does not "
            "have it.",
            "Erstatter formlene fra dette tillegget med verdiene, for en leser som ikke har det.",
        ),
    ),
    "recalculate": Words(
        Both("Recalculate", "Regn på nytt"),
        Both("Recalculate all open workbooks", "Regn ut alle åpne arbeidsbøker på nytt"),
        Both(
            "Enters all formulas again: the cure for #NAME? in a workbook that was opened "
            "before the add-in.",
            "Legger inn alle formler på nytt: kuren for #NAVN? i en arbeidsbok som ble åpnet før "
            "tillegget.",
        ),
    ),
    "functions_help": Words(
        Both("Functions", "Funksjoner"),
        Both("The functions of this add-in", "Funksjonene i tillegget"),
        Both(
            "Each function with its arguments, examples and limits. On a Mac the functions do "
            "not work in cells; the formulas of the new workbooks do.",
            "Hver funksjon med argumenter, eksempler og begrensninger. På Mac virker ikke "
            "funksjonene i celler; formlene i de nye arbeidsbøkene gjør det.",
        ),
    ),
    "set_language": Words(
        Both("Language", "Språk"),
        Both("Language of this tab and of answers", "Språket i fanen og i svarene"),
        Both(
            "Function names stay the same in every language.",
            "Funksjonsnavnene er de samme på alle språk.",
        ),
    ),
    "about": Words(
        Both("About", "Om"),
        Both("About this add-in", "Om tillegget"),
        Both(
            "Version, Python and xlwings that are in use, and where the log is.",
            "Versjonen, Python og xlwings som er i bruk, og hvor loggen ligger.",
        ),
    ),
}

LANGUAGES = {
    "office": Both("As Office", "Som Office"),
    "en": Both("English", "English"),
    "nb": Both("Norsk bokmål", "Norsk bokmål"),
}
"""The choices of the language menu, each in its own language where it is one."""

MESSAGES = {
    "unreachable": Both(
        "Python did not answer. To see why, run in a terminal: cpc addin status",
        "Python svarte ikke. Kjør dette i en terminal for å se hvorfor: cpc addin status",
    ),
    "lost": Both(
        "Python stopped while it worked. Look through the workbook before you press the button "
        "again; to see why, run in a terminal: cpc addin status",
        "Python stoppet mens den arbeidet. Se over arbeidsboken før du trykker på knappen igjen; "
        "kjør dette i en terminal for å se hvorfor: cpc addin status",
    ),
    "busy": Both(
        "Excel could not do this now. Finish what you are typing in a cell, or close what is "
        "open in front, and try again.",
        "Excel kunne ikke gjøre dette nå. Fullfør det du skriver i en celle, eller lukk det som "
        "står åpent foran, og prøv igjen.",
    ),
    "open first": Both("Open a workbook first.", "Åpne en arbeidsbok først."),
    "rename first": Both(
        'Save this workbook under a name without " $ ` \\ | ; & first.',
        'Lagre arbeidsboken under et navn uten " $ ` \\ | ; & først.',
    ),
}
