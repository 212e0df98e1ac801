"""The functions as a list for people: what Excel and LibreOffice show as help.

Nothing but the standard library and the functions is needed: it runs inside LibreOffice as well.
"""

from collections.abc import Callable

from addin.manual import AnyFunction, formula, labelled, written
from cpc_functions import CATALOGUE

Say = Callable[[str], str]


def function_rows(say: Say, summary: Callable[[AnyFunction], str]) -> list[list[str]]:
    """Return a row of titles and one for each function; second names are left out.

    `say` turns an English message into the language of the host, `summary` says what a function
    returns.
    """
    _ = say
    titles = [
        _("Function"),
        _("How it is written"),
        _("What it returns"),
        _("Example"),
        _("Its answer"),
        _("When not to trust it"),
    ]
    return [titles, *(_row(each, summary(each)) for each in CATALOGUE if not each.alias_of)]


def _row(function: AnyFunction, summary: str) -> list[str]:
    example = function.examples[0]
    return [
        function.name,
        function.signature,
        summary,
        formula(function, example.args),
        written(function.evaluate(*example.args)),
        labelled(function).get("When not to trust it", ""),
    ]
