"""What a function wizard says of functions and arguments, in the language of its host.

Names of functions and arguments, and the choices of an argument, are typed in formulas: they are
the same in every language.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from addin.manual import AnyFunction, constant
from cpc_functions.parameter import Arg, Parameter
from workbook_templates.language import translator

DECIMAL_MARKS = {"en": ".", "nb": ","}


def summary(function: AnyFunction, language: str) -> str:
    """Return the one sentence on a function; raises ValueError for an unknown language."""
    return _words(language).say(function.summary)


def argument_help(parameter: Parameter, language: str) -> str:
    """Return what an argument means and accepts, and what it is when it is left out."""
    words = _words(language)
    told = [words.say(parameter.arg.meaning), f"({words.accepted(parameter.arg)})"]
    if not parameter.required:
        told.append(words.left_out(parameter.default))
    return " ".join(told)


def repeated_help(function: AnyFunction, language: str) -> str:
    """Return what stands for the arguments that may come again: the last two, as a pair."""
    names = ", ".join(parameter.name for parameter in function.args[-2:])
    return _words(language).say("More of {names}.").format(names=names)


class _Words(NamedTuple):
    """How a language says what all arguments have in common."""

    say: Callable[[str], str]
    decimal_mark: str

    def accepted(self, arg: Arg) -> str:
        """Return the unit, and the bounds or choices where there are any."""
        return "; ".join(filter(None, (self.say(arg.unit.value), self._bounds(arg))))

    def left_out(self, default: Any) -> str:
        """Return the sentence on a default; None is none."""
        if default is None:
            return self.say("Left out: none.")
        return self.say("Left out: {default}.").format(default=self._constant(default))

    def _bounds(self, arg: Arg) -> str:
        if arg.choices:
            choices = ", ".join(map(constant, arg.choices))
            return self.say("one of {choices}").format(choices=choices)
        low = self._bound(self.say("at least {value}"), arg.at_least)
        low = low or self._bound(self.say("above {value}"), arg.above)
        high = self._bound(self.say("at most {value}"), arg.at_most)
        high = high or self._bound(self.say("below {value}"), arg.below)
        both = self.say("{low} and {high}").format(low=low, high=high)
        return both if low and high else low or high

    def _bound(self, template: str, value: float | None) -> str:
        return "" if value is None else template.format(value=self._constant(value))

    def _constant(self, cell: Any) -> str:
        """Return a constant as it is typed in a cell of this language."""
        if isinstance(cell, bool):
            return self.say("TRUE") if cell else self.say("FALSE")
        written = constant(cell)
        return written if isinstance(cell, str) else written.replace(".", self.decimal_mark)


@cache
def _words(language: str) -> _Words:
    say = translator(language, "addin", "functions")
    return _Words(say, DECIMAL_MARKS[language])
