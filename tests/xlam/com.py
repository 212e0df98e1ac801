"""Values on their way over COM, as pywin32 and VBA see them."""

from typing import Any

from pyopenvba.apps.excel._model import Application
from pyopenvba.interpreter import (
    EMPTY,
    MISSING,
    NOTHING,
    VBAArray,
    VBAErrorValue,
    VBAInt,
    VBAObject,
)

APPLICATION = "\x1fApplication"
"""What stands for the Application object, once it is handed over."""


class Died(Exception):  # noqa: N818 - what happened, as a sentence says it
    """The Python process is gone; the number is what Windows says of it."""

    def __init__(self, number: int) -> None:
        """Make the error that COM raises."""
        super().__init__(number)
        self.number = number


def over_com(value: object) -> Any:
    """Return a VBA value as pywin32 hands it to Python; a Range would be a fault."""
    if isinstance(value, Application):
        return APPLICATION
    if isinstance(value, VBAArray):
        if value.dimensions == 1:
            return tuple(map(over_com, value.elements()))
        return tuple(tuple(map(over_com, row)) for row in rows(value))
    assert not isinstance(value, VBAObject), "objects are not sent: each costs calls back"
    assert value is not MISSING
    assert value is not NOTHING
    if isinstance(value, VBAErrorValue):
        return -2146828288 + int(value.number)
    if isinstance(value, int) and not isinstance(value, (bool, VBAInt)):
        return float(value)  # a cell of the interpreter that holds a whole number
    return None if value is EMPTY else int(value) if isinstance(value, VBAInt) else value


def from_com(answer: Any) -> object:
    """Return what Python answered as VBA gets it: an int is a Long, a row has one dimension."""
    if isinstance(answer, tuple):
        bounds = [(0, len(answer) - 1)]
        if isinstance(answer[0], tuple):
            bounds.append((0, len(answer[0]) - 1))
            answer = [cell for column in zip(*answer, strict=True) for cell in column]
        return VBAArray(bounds, items=[from_com(cell) for cell in answer])
    if isinstance(answer, int) and not isinstance(answer, bool):
        return VBAInt(answer, "Long")
    return EMPTY if answer is None else answer


def rows(array: VBAArray) -> list[list[object]]:
    """Return the cells of an array with two dimensions."""
    (top, bottom), (left, right) = array.bounds
    return [
        [array.get([row, column]) for column in range(left, right + 1)]
        for row in range(top, bottom + 1)
    ]


def shown(value: object) -> Any:
    """Return what cells show: a value or rows of them; an error is its number, as CellIs."""
    if isinstance(value, VBAArray):
        return [list(map(shown, row)) for row in rows(value)]
    return CellIs(int(value.number)) if isinstance(value, VBAErrorValue) else value


class CellIs(int):
    """The number of an error cell: 2007 is #DIV/0!."""

    __slots__ = ()
