"""What the add-in is called inside LibreOffice, and in the files that LibreOffice writes."""

from addin.manual import AnyFunction
from cpc_functions.catalogue import Kind, Unit

NAMESPACE = "CPC"
"""The service of the functions. A file stores a call as CPC.CPC_LOW(…); a person types CPC_LOW."""

MODULE, INTERFACE = "cpcaddin", "XFunctions"

COMMAND = "CPC.Command"
"""The service of the menu."""

IDENTIFIER = "cpc-addin.calc"
"""The extension, as the extension manager knows it."""


def stored(name: str) -> str:
    """Return what a file holds for a function: CPC.CPC_LOW for CPC_LOW."""
    return f"{NAMESPACE}.{name}"


def argument(name: str) -> str:
    """Return how UNO spells the name of an argument: minConversions for min_conversions."""
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))


def is_one_text(function: AnyFunction) -> bool:
    """Return whether a function answers with a text, and in Calc with one at a time.

    Calc does not compare a text that an add-in gives among rows: ="solid" would be FALSE of it.
    """
    return function.unit is Unit.TEXT and function.kind is Kind.ELEMENTWISE
