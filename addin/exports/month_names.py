"""The names of months and weekdays in the languages of the exports, from the Unicode CLDR."""

from functools import cache

from babel import Locale

# A name must mean one month in all of them: the tests hold this against the CLDR.
LANGUAGES = ("en", "en_GB", "nb", "nn", "da", "sv", "de", "de_AT", "pt", "pt_PT", "es", "fr", "nl")


@cache
def months() -> dict[str, int]:
    """Return the months by name, long and short, in small letters and without points."""
    names = {
        _bare(name): month
        for language in LANGUAGES
        for by_width in Locale.parse(language).months.values()
        for width in ("wide", "abbreviated")
        for month, name in by_width[width].items()
    }
    return names | {"sept": 9}


@cache
def weekdays() -> frozenset[str]:
    """Return the names of the weekdays, long and short, in small letters and without points."""
    return frozenset(
        _bare(name)
        for language in LANGUAGES
        for by_width in Locale.parse(language).days.values()
        for width in ("wide", "abbreviated")
        for name in by_width[width].values()
    )


def _bare(name: str) -> str:
    return name.lower().replace(".", "")
