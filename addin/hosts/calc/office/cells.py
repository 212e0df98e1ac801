"""Cells as LibreOffice hands them over, and as the functions take and give them."""

import struct
from collections.abc import Callable
from itertools import chain
from typing import Any

from cpc_functions import CellError, ErrorCode, Function, use_language

Sent = float | str
Answer = tuple[tuple[Sent, ...], ...]

NUMBERS = {
    ErrorCode.NUM: 503,
    ErrorCode.VALUE: 519,
    ErrorCode.NULL: 521,
    ErrorCode.REF: 524,
    ErrorCode.NAME: 525,
    ErrorCode.DIV0: 532,
    ErrorCode.NA: 0x7FFF,
}
"""Calc's own numbers of the errors that it shows by name; it has no others of Excel's."""

_CODES = {number: code for code, number in NUMBERS.items()}
_OTHER = NUMBERS[ErrorCode.VALUE]


def error(number: int) -> float:
    """Return what Calc shows as an error: a NaN that carries its number."""
    nan: float = struct.unpack("<d", struct.pack("<Q", 0x7FF8 << 48 | number))[0]
    return nan


ERRORS = {code: error(number) for code, number in NUMBERS.items()}
FAILED = error(_OTHER)


def error_named(number: int) -> CellError:
    """Return the error that Calc knows by a number; one of its own, as Err:502, is #VALUE!."""
    return CellError(_CODES.get(number, ErrorCode.VALUE))


def in_calc(function: Function[..., Any], language: str = "en") -> Callable[..., Answer]:
    """Return the method by which Calc calls a function; it never raises.

    Texts in cells are in `language`, "en" or "nb". The first argument is the add-in itself.
    """

    def answer(_: Any, *sent: Any) -> Answer:
        try:
            if language != "en":  # for each call: LibreOffice answers from many threads
                use_language(language)
            return written(function.evaluate(*read(sent, repeats=function.repeats)))
        except Exception:  # noqa: BLE001 - LibreOffice would keep it pending for the next call
            return ((FAILED,),)

    return answer


def read(sent: tuple[Any, ...], *, repeats: bool) -> list[Any]:
    """Return what a function takes.

    An argument that was left out is None, and those left out at the end are not passed on;
    where the last ones may come again, LibreOffice hands them over together.
    """
    cells = [*sent[:-1], *(sent[-1] or ())] if repeats else list(sent)
    while cells and cells[-1] is None:
        cells.pop()
    return [_range(cell) if cell.__class__ is tuple else _cell(cell) for cell in cells]


def written(answer: Any) -> Answer:
    """Return an answer as rows; a TRUE is 1, because LibreOffice takes no truths from an add-in."""
    if answer.__class__ is not list:
        return ((_sent(answer),),)
    if set(map(type, chain.from_iterable(answer))) <= {float, str}:
        return tuple(map(tuple, answer))
    return tuple(tuple(map(_sent, row)) for row in answer)


def _range(rows: tuple[tuple[Sent, ...], ...]) -> Any:
    """Return a range; only one that was computed in the formula can hold errors."""
    try:
        total = sum(chain.from_iterable(rows))
    except TypeError:  # texts and blanks among the numbers
        total = FAILED
    return rows if total == total else [list(map(_cell, row)) for row in rows]  # noqa: PLR0124


def _cell(cell: Any) -> Any:
    if cell.__class__ is float and cell != cell:  # noqa: PLR0124 - only a NaN differs from itself
        bits = struct.unpack("<Q", struct.pack("<d", cell))[0]
        return error_named(bits & 0xFFFFFFFF)
    return cell


def _sent(cell: Any) -> Sent:
    if cell.__class__ is CellError:
        return ERRORS.get(cell.code, FAILED)
    return cell if cell.__class__ is str else float(cell)
