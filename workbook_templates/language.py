"""The language of a workbook: gettext messages, English in the code."""

from collections.abc import Callable
from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO

LANGUAGES = ("en", "nb")


@cache
def translator(language: str) -> Callable[[str], str]:
    """Return what turns an English message into a language: "en" or "nb".

    The catalogue is compiled as it is read, so that no compiled file can lag behind its text.
    """
    if language not in LANGUAGES:
        message = f"the language must be one of {', '.join(LANGUAGES)}, not {language!r}"
        raise ValueError(message)
    if language == "en":
        return str

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    source = files("workbook_templates") / "locale" / language / "LC_MESSAGES" / "messages.po"
    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled).gettext
