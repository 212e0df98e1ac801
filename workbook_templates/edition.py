"""What one workbook is made for: language, currency, period, room, sample data."""

from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import ClassVar, ParamSpec, TypeVar

from cpc_functions.texts import say, use_language
from workbook_templates.formats import Formats
from workbook_templates.language import translator

P = ParamSpec("P")
R = TypeVar("R")

MOST_MONTHS = 36
MOST_ROWS = 100_000
FIRST_YEAR, LAST_YEAR = 2000, 2095


@dataclass(frozen=True)
class Edition:
    """The choices behind a workbook; equal choices make equal bytes.

    `first_month` is any day of the first month, `rows` the rows ready to be filled in (with
    `sample` the most rows of made-up data), `protect` locks every cell that is not for input.
    Raises ValueError for what cannot be made.
    """

    most_months: ClassVar[int] = MOST_MONTHS

    first_month: date
    language: str = "en"
    currency: str = "NOK"
    months: int = 12
    rows: int = 200
    sample: bool = False
    protect: bool = False

    def __post_init__(self) -> None:
        """Refuse what the sheets have no room for."""
        if not FIRST_YEAR <= self.first_month.year <= LAST_YEAR:
            years = f"{FIRST_YEAR} to {LAST_YEAR}"
            message = f"the first month must be of {years}, not of {self.first_month.year}"
            raise ValueError(message)
        if not 1 <= self.months <= self.most_months:
            message = f"months must be 1 to {self.most_months}, not {self.months}"
            raise ValueError(message)
        if not 1 <= self.rows <= MOST_ROWS:
            message = f"rows must be 1 to {MOST_ROWS}, not {self.rows}"
            raise ValueError(message)
        _ = self.say, self.formats

    @cached_property
    def say(self) -> Callable[[str], str]:
        """What turns an English message into the language of the workbook."""
        return translator(self.language)

    def speak(self, call: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call what uses words of the functions, in the language of the workbook."""
        context = copy_context()
        context.run(use_language, self.language)
        return context.run(call, *args, **kwargs)

    def word(self, message: str) -> str:
        """Return a word that the functions say, in the language of the workbook."""
        return self.speak(say, message)

    @cached_property
    def formats(self) -> Formats:
        """The number formats of the workbook."""
        return Formats(self.currency, self.language)
