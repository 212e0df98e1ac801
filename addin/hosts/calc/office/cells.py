"""Cells as LibreOffice hands them over, and as the functions take and give them."""

import struct
from collections.abc import Callable
from itertools import chain
from typing import Any

from addin.hosts.calc.names import is_one_text
from cpc_functions import CellError, ErrorCode, Function, use_language
from cpc_functions.door import FAULT

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


LONG_RANGE = 1000
"""Rows; a longer range may be whole columns, which LibreOffice hands over to the last row."""

ERRORS = {code: error(number) for code, number in NUMBERS.items()}
FAILED = error(_OTHER)


def error_named(number: int) -> CellError:
    """Return the error that Calc knows by a number; one of its own, as Err:502, is #VALUE!."""
    return CellError(_CODES.get(number, ErrorCode.VALUE))


def in_calc(function: Function[..., Any], language: str = "en") -> Callable[..., Answer | Sent]:
    """Return the method by which Calc calls a function; it never raises.

    Texts in cells are in `language`, "en" or "nb". The first argument is the add-in itself.
    """
    one_text = is_one_text(function)

    def answer(_: Any, *sent: Any) -> Answer | Sent:
        try:
            if language != "en":  # for each call: LibreOffice answers from many threads
                use_language(language)
            given = function.evaluate(*read(sent, repeats=function.repeats))
            if given.__class__ is CellError and given.why == FAULT:
                _log(given.__cause__, function.name)
            rows = written(given)
        except Exception as fault:  # noqa: BLE001 - LibreOffice would keep it for the next call
            _log(fault, function.name)
            rows = ((FAILED,),)
        if one_text:
            return rows[0][0] if len(rows) == len(rows[0]) == 1 else FAILED
        return rows

    return answer


def _log(fault: BaseException | None, name: str) -> None:
    from addin.hosts.failures import record_once  # the first cell must not wait for it

    record_once(fault, name)


def read(sent: tuple[Any, ...], *, repeats: bool) -> list[Any]:
    """Return what a function takes.

    An argument that was left out is None, and those left out at the end are not passed on;
    where the last ones may come again, LibreOffice hands them over together.
    """
    cells = [*sent[:-1], *(sent[-1] or ())] if repeats else list(sent)
    while cells and cells[-1] is None:
        cells.pop()
    if any(cell.__class__ is tuple and len(cell) > LONG_RANGE for cell in cells):
        cells = _cut(cells)
    return [_range(cell) if cell.__class__ is tuple else _cell(cell) for cell in cells]


def written(answer: Any) -> Answer:
    """Return an answer as rows; a TRUE is 1, because LibreOffice takes no truths from an add-in."""
    if answer.__class__ is not list:
        return ((_sent(answer),),)
    if set(map(type, chain.from_iterable(answer))) <= {float, str}:
        return tuple(map(tuple, answer))
    return tuple(tuple(map(_sent, row)) for row in answer)


def _cut(cells: list[Any]) -> list[Any]:
    """Return long ranges, as A:A, up to their last filled row; those as long as another stay so."""
    needed: dict[int, int] = {}
    for cell in cells:
        if cell.__class__ is tuple and len(cell) > LONG_RANGE:
            needed[len(cell)] = max(needed.get(len(cell), 1), _filled(cell))
    return [cell[: needed.get(len(cell))] if cell.__class__ is tuple else cell for cell in cells]


def _filled(rows: tuple[tuple[Sent, ...], ...]) -> int:
    """Return how many rows there are up to the last that is not blank."""
    blank = ("",) * len(rows[0])
    height = len(rows)
    while height and rows[height - 1] == blank:
        height -= 1
    return height


def _range(rows: tuple[tuple[Sent, ...], ...]) -> Any:
    """Return a range; only one that was computed in the formula can hold errors."""
    if any(cell != cell for cell in chain.from_iterable(rows)):  # noqa: PLR0124
        return [list(map(_cell, row)) for row in rows]
    return rows


def _cell(cell: Any) -> Any:
    if cell.__class__ is float and cell != cell:  # noqa: PLR0124 - only a NaN differs from itself
        bits = struct.unpack("<Q", struct.pack("<d", cell))[0]
        return error_named(bits & 0xFFFFFFFF)
    return cell


def _sent(cell: Any) -> Sent:
    if cell.__class__ is CellError:
        return ERRORS.get(cell.code, FAILED)
    return cell if cell.__class__ is str else float(cell)
