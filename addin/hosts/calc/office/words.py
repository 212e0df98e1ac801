"""The words of the commands, in English and Norwegian, compiled when the add-in is built."""

from collections.abc import Callable
from gettext import GNUTranslations
from pathlib import Path

LOCALE = Path(__file__).parents[4] / "locale"


def translator(language: str, domain: str = "messages") -> Callable[[str], str]:
    """Return what turns an English message into a language: "en" or "nb"."""
    if language == "en":
        return str
    with (LOCALE / language / f"{domain}.mo").open("rb") as file:
        return GNUTranslations(file).gettext
