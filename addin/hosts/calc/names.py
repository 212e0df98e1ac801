"""What the add-in is called inside LibreOffice, and in the files that LibreOffice writes."""

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
