"""A call of a worksheet function and the answer of its cells, in memory and on a line of JSON."""

import json
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from math import isclose
from typing import Any, NamedTuple

from cpc_functions import CATALOGUE, Function
from cpc_functions.cells import CellError
from cpc_functions.shapes import is_range

AnyFunction = Function[Any, Any]
FUNCTIONS: dict[str, AnyFunction] = {function.name: function for function in CATALOGUE}


class Left(Enum):
    """What an argument is that stands between two others and was not written at all."""

    OUT = "left out"


class Case(NamedTuple):
    """A call: its stable name, FUNCTION/kind/argument, and what stands in its cells.

    An argument is one cell or a list of rows. A cell is a number, a text, a bool, None for a
    blank one, a CellError without a reason; `Left.OUT` is an argument that was left out.
    """

    name: str
    args: tuple[Any, ...]

    @property
    def function(self) -> AnyFunction:
        """Return the function that is called."""
        return FUNCTIONS[self.name.partition("/")[0]]

    @property
    def kind(self) -> str:
        """Return what was varied, as "text-in-range"."""
        return self.name.split("/")[1]


class Failure(NamedTuple):
    """An error cell in an answer, by what the cell shows; the reason is no part of it."""

    code: str


def answered(answer: Any) -> Any:
    """Return an answer of the door as every host gives it: one cell stands without its rows."""
    if is_range(answer):
        rows = [list(map(answered, row)) for row in answer]
        return rows[0][0] if len(rows) == len(rows[0]) == 1 else rows
    return Failure(answer.code.value) if isinstance(answer, CellError) else answer


def by_the_door(function: AnyFunction, args: Sequence[Any]) -> Any:
    """Return what the function answers to these arguments."""
    return answered(function.evaluate(*(None if arg is Left.OUT else arg for arg in args)))


def agree(got: Any, expected: Any, within: float, least: float = 0.0) -> bool:
    """Return whether two answers are the same: numbers within a relative error, the rest exactly.

    `least` is an absolute error that is allowed as well. TRUE is no number here.
    """
    if isinstance(expected, list) or isinstance(got, list):
        return (
            isinstance(expected, list)
            and isinstance(got, list)
            and len(got) == len(expected)
            and all(agree(*pair, within, least) for pair in zip(got, expected, strict=True))
        )
    if is_number(expected) and is_number(got):
        return isclose(got, expected, rel_tol=within, abs_tol=least)
    return type(got) is type(expected) and bool(got == expected)


def shape(answer: Any) -> tuple[int, int]:
    """Return how many rows and columns an answer takes."""
    return (len(answer), len(answer[0])) if isinstance(answer, list) else (1, 1)


def is_number(value: object) -> bool:
    """Return whether a cell is a number, which TRUE and FALSE are not."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def cells_in(arg: Any) -> Iterator[Any]:
    """Yield the cells of an argument or an answer."""
    if isinstance(arg, list):
        for part in arg:
            yield from cells_in(part)
    else:
        yield arg


def each_cell(arg: Any, turned: Callable[[Any], Any]) -> Any:
    """Return an argument or an answer with each cell turned into something else."""
    if isinstance(arg, list):
        return [each_cell(part, turned) for part in arg]
    return turned(arg)


def as_json(value: Any) -> Any:
    """Return a cell, a range or an answer as JSON has it."""
    if isinstance(value, (list, tuple)) and not isinstance(value, Failure):
        return [as_json(part) for part in value]
    if isinstance(value, (CellError, Failure)):
        return {"error": value.code.value if isinstance(value, CellError) else value.code}
    return {"left_out": True} if value is Left.OUT else value


def line(case: Case, gives: Any) -> str:
    """Return a case and its answer as one line of the file."""
    parts = {"id": case.name, "args": as_json(case.args), "gives": as_json(gives)}
    return json.dumps(parts, ensure_ascii=False, allow_nan=False)


def read(written: str) -> tuple[Case, Any]:
    """Return the case and the answer of a line."""
    parts = json.loads(written)
    args = tuple(each_cell(arg, _argument) for arg in parts["args"])
    return Case(parts["id"], args), answer_in(parts["gives"])


def answer_in(parts: Any) -> Any:
    """Return the answer that JSON holds."""
    return each_cell(parts, _answer)


def _argument(cell: Any) -> Any:
    if not isinstance(cell, dict):
        return cell
    return Left.OUT if "left_out" in cell else CellError(cell["error"])


def _answer(cell: Any) -> Any:
    return Failure(cell["error"]) if isinstance(cell, dict) else cell
