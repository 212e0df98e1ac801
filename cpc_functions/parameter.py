"""What one argument means and accepts, and how a signature is read."""

from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin

from cpc_functions.cells import (
    CellError,
    ErrorCode,
    Rows,
    date_number,
    is_blank,
    logical,
    number,
    shown,
    text,
)

T = TypeVar("T")


class Unit(Enum):
    """What a value means; hosts choose the number format by it."""

    MONEY = "money, in the currency of your data"
    COUNT = "count, fractions allowed"
    FRACTION = "fraction: 0.05 is 5 %"
    RATIO = "ratio, not percent"
    SCORE = "score from 1 to 10"
    NUMBER = "number"
    WHOLE = "whole number"
    DATE = "date"
    TEXT = "text"
    LOGICAL = "TRUE or FALSE"
    RANGE = "range of cells"


class Arg(NamedTuple):
    """What one argument means and accepts.

    `above` and `below` exclude the bound itself. `cure` ends the sentence of an error with what
    to do. Arguments of the same `table` stand beside one another, so that their ranges must have
    the same shape: paid rows and organic rows are two tables.
    """

    meaning: str
    unit: Unit
    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    below: float | None = None
    choices: tuple[str, ...] = ()
    cure: str = ""
    table: str = ""

    def bounds(self) -> str:
        """Return the accepted values in words, "" when every value of the unit is."""
        if self.choices:
            return "one of " + ", ".join(f'"{choice}"' for choice in self.choices)
        low = _bound("at least", self.at_least) or _bound("above", self.above)
        high = _bound("at most", self.at_most) or _bound("below", self.below)
        return " and ".join(filter(None, (low, high)))

    def check(self, value: float, name: str) -> float:
        """Return a number that lies within the bounds, else raise #NUM!."""
        if (
            (self.at_least is not None and value < self.at_least)
            or (self.at_most is not None and value > self.at_most)
            or (self.above is not None and value <= self.above)
            or (self.below is not None and value >= self.below)
        ):
            raise CellError(
                ErrorCode.NUM, f"{name}: must be {self.bounds()}, not {value:g}{self._cure}."
            )
        if self.unit is Unit.WHOLE and not value.is_integer():
            raise CellError(ErrorCode.NUM, f"{name}: must be a whole number, not {value:g}.")
        return value

    def choose(self, value: str, name: str) -> str:
        """Return the choice that a text names, whatever its case, else raise #VALUE!."""
        for choice in self.choices:
            if choice == value.strip().lower():
                return choice
        raise CellError(ErrorCode.VALUE, f"{name}: must be {self.bounds()}, not {shown(value)}.")

    @property
    def _cure(self) -> str:
        return f"; {self.cure}" if self.cure else ""


class _Summed:
    """Marks a number that a ratio function takes as a range and sums."""


Sum = Annotated[T, _Summed()]
Column = list[T]


class Parameter(NamedTuple):
    """An Arg in its place in a signature.

    `form` is float, str or bool; Rows for a range that is handed on as it is; object for a cell
    that is.
    """

    name: str
    arg: Arg
    form: object
    required: bool = True
    default: Any = None
    summed: bool = False
    column: bool = False

    def __str__(self) -> str:
        """Return the name as signatures print it: optional ones in brackets."""
        return self.name if self.required else f"[{self.name}]"

    def read(self, cell: Any, name: str = "") -> Any:
        """Return what the function gets for one cell; a blank optional one is the default."""
        if not self.required and not self.column and is_blank(cell):
            return self.default
        name = name or self.name
        if self.form is float:
            read = date_number if self.arg.unit is Unit.DATE else number
            return self.arg.check(read(cell, name), name)
        if self.form is str:
            word = text(cell, name)
            return self.arg.choose(word, name) if self.arg.choices else word
        return logical(cell, name) if self.form is bool else cell


def parameters(compute: Callable[..., Any]) -> tuple[Parameter, ...]:
    """Return the parameters of a function whose annotations are words of the catalogue.

    Read from the code object: `inspect` takes longer to import than the whole catalogue.
    """
    code = compute.__code__
    names = code.co_varnames[: code.co_argcount]
    defaults = compute.__defaults__ or ()
    given = dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))
    return tuple(
        _parameter(name.rstrip("_"), compute.__annotations__[name], name not in given)._replace(
            default=given.get(name)
        )
        for name in names
    )


def _parameter(name: str, hint: Any, required: bool) -> Parameter:  # noqa: FBT001 - one caller
    column = False
    while get_origin(hint) is not Annotated:
        column = column or get_origin(hint) is list
        hint = get_args(hint)[0]
    form, *marks = get_args(hint)
    return Parameter(
        name,
        arg=next(mark for mark in marks if isinstance(mark, Arg)),
        form=form if form in (float, str, bool, Rows) else object,
        required=required,
        summed=any(isinstance(mark, _Summed) for mark in marks),
        column=column,
    )


def _bound(words: str, value: float | None) -> str:
    return "" if value is None else f"{words} {value:.10g}"
