"""A formula of Calc: the function that it calls, its arguments, and the names it should have."""

import re
from collections.abc import Iterator

from addin.hosts.calc.names import stored
from cpc_functions import CATALOGUE

OPEN, CLOSE = "([{", ")]}"
QUOTES = "\"'"
NAMES = "|".join(sorted((function.name for function in CATALOGUE), key=len, reverse=True))
FOREIGN = re.compile(
    rf"""("[^"]*")                              # a text stays as it is
    | (?<![\w.'!\]])                            # nothing that could be a longer name
      (?:\[\d+\]! | '[^']*\.xlam'! | \w+\.xlam!)?  # the add-in's file, as Excel writes it
      (?:CPC\.)?({NAMES})(?=\()""",
    re.IGNORECASE | re.VERBOSE,
)


def call_in(formula: str) -> tuple[str, list[str]] | None:
    """Return the name and the arguments of =NAME(…;…), None for any other formula.

    `formula` is as Calc keeps it: with semicolons between arguments, in every language.
    """
    text = formula.strip().removeprefix("{").removesuffix("}").removeprefix("=").strip()
    name, opened, rest = text.partition("(")
    if not opened or not name or not name.replace("_", "").replace(".", "").isalnum():
        return None
    arguments = [""]
    depth = 1
    for place, sign in _outside_quotes(rest):
        if sign in CLOSE and len(sign) == 1:
            depth -= 1
            if not depth:
                return (name, arguments) if place == len(rest) - 1 else None
        depth += len(sign) == 1 and sign in OPEN
        if sign == ";" and depth == 1:
            arguments.append("")
        else:
            arguments[-1] += sign
    return None


def _outside_quotes(text: str) -> Iterator[tuple[int, str]]:
    """Yield signs with their places, and what stands in quotes as a whole."""
    place = 0
    while place < len(text):
        end = place + 1
        if text[place] in QUOTES:
            closing = text.find(text[place], end)
            end = len(text) if closing < 0 else closing + 1
        yield end - 1, text[place:end]
        place = end


def own(formula: str) -> str:
    """Return a formula in which each call of our functions has the name that LibreOffice knows."""
    return FOREIGN.sub(lambda found: found[1] or stored(found[2].upper()), formula)
