"""A formula of Calc taken apart: the function that it calls, and its arguments as they stand."""

from collections.abc import Iterator

OPEN, CLOSE = "([{", ")]}"
QUOTES = "\"'"


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
