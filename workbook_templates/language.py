"""The language of a workbook: gettext messages, English in the code."""

from collections.abc import Callable
from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO

LANGUAGES = ("en", "nb")


@cache
def translator(
    language: str, package: str = "workbook_templates", domain: str = "messages"
) -> Callable[[str], str]:
    """Return what turns an English message into a language: "en" or "nb".

    The catalogue of a package is compiled as it is read, so that no compiled file can lag behind
    its text.
    """
    if language not in LANGUAGES:
        message = f"the language must be one of {', '.join(LANGUAGES)}, not {language!r}"
        raise ValueError(message)
    if language == "en":
        return str
    return GNUTranslations(BytesIO(compiled(language, package, domain))).gettext


def compiled(language: str, package: str, domain: str) -> bytes:
    """Return the messages of a package as gettext reads them, where no Babel is installed too."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    made = BytesIO()
    source = files(package) / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
    with source.open("rb") as file:
        write_mo(made, read_po(file, locale=language))
    return made.getvalue()
