"""The calls: for every function its examples, and a good one varied in one argument at a time.

An alias has its examples and the count of its arguments: the rest is its function's.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from cpc_functions import CATALOGUE
from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.parameter import Parameter, Unit
from cpc_functions.shapes import is_range
from tests.golden.case import AnyFunction, Case, Failure, Left, as_json, by_the_door

GIVEN: dict[tuple[str, str], Any] = {("BUDGET_SPLIT", "max"): [[3000], [None]]}
"""Good values of optional arguments that no good example gives."""

NA, DIV0 = CellError(ErrorCode.NA), CellError(ErrorCode.DIV0)
TEXT, NUMERAL, DAY = "soon", "12", 46053
"""A word, a number stored as text, and 31 January 2026."""

CELLS: dict[str, Any] = {
    "blank": None,
    "text": TEXT,
    "number-as-text": NUMERAL,
    "true": True,
    "error": NA,
}
"""What stands in a single cell instead of a good value; the kind of the case."""


@cache
def cases() -> tuple[Case, ...]:
    """Return every case, in the order of the catalogue; no call comes twice."""
    found: dict[str, Case] = {}
    for function in CATALOGUE:
        for case in _of(function):
            found.setdefault(f"{function.name}{as_json(case.args)!r}", case)
    return tuple(found.values())


def _of(function: AnyFunction) -> Iterator[Case]:
    name = function.name
    for place, example in enumerate(function.examples, 1):
        yield Case(f"{name}/example/{place}", tuple(map(_in_rows, example.args)))
    full = everything(function)
    yield Case(f"{name}/all-given", full)
    yield Case(f"{name}/one-too-many", (*full, 1))
    needed = full[: sum(parameter.required for parameter in function.args)]
    yield Case(f"{name}/missing/{function.args[len(needed) - 1].name}", needed[:-1])
    if function.alias_of:
        return
    for kind, shaped in SHAPES.items():
        yield Case(
            f"{name}/{kind}", tuple(map(shaped, needed, map(str, function.args[: len(needed)])))
        )
    for place, parameter in enumerate(function.args):
        if not parameter.required:
            yield Case(f"{name}/left-out-at-the-end/{parameter.name}", full[:place])
            if place + 1 < len(function.args):
                rest = full[place + 1 :]
                yield Case(f"{name}/left-out/{parameter.name}", (*full[:place], Left.OUT, *rest))
        around = needed if parameter.required else full[: place + 1]
        for kind, value in _variations(parameter, full[place], first=place == 0):
            varied = (*around[:place], value, *around[place + 1 :])
            yield Case(f"{name}/{kind}/{parameter.name}", varied)


def everything(function: AnyFunction) -> tuple[Any, ...]:
    """Return a call that gives every argument: a good example, and good values of the rest."""
    good = [
        tuple(map(_in_rows, example.args))
        for example in function.examples
        if not isinstance(function.evaluate(*example.args), CellError)
    ]
    call = list(good[0])
    for place, parameter in enumerate(function.args):
        if place < len(call):
            continue
        others = [args[place] for args in good if len(args) > place and args[place] is not None]
        default = parameter.default if parameter.default is not None else next(iter(others), None)
        call.append(GIVEN.get((function.name, parameter.name), default))
    return tuple(call)


def is_good(function: AnyFunction) -> bool:
    """Return whether the call that is varied gives an answer and leaves nothing out."""
    call = everything(function)
    return None not in call and not isinstance(by_the_door(function, call), Failure)


def _variations(parameter: Parameter, good: Any, *, first: bool) -> Iterator[tuple[str, Any]]:
    cells = dict(CELLS)
    if parameter.form in (str, object):
        del cells["number-as-text"]
    if parameter.arg.unit is Unit.LOGICAL:
        cells["false"] = False
    if first or parameter.arg.unit is Unit.DATE:
        cells["date"] = DAY
    if is_range(good):
        yield "blank", None
        yield "error", NA
        *before, last = good
        for kind, cell in {**cells, "error": DIV0}.items():
            yield f"{kind}-in-range", [*before, [*last[:-1], cell]]
        yield "range-of-blanks", [[None] * len(row) for row in good]
        return
    yield from cells.items()
    yield "blank-in-range", [[good], [None]]
    yield "error-in-range", [[good], [DIV0]]


def _in_rows(arg: Any) -> Any:
    """Return a range as rows; a flat one is a column."""
    if not is_range(arg):
        return arg
    return [list(row) if is_range(row) else [row] for row in arg]


def _one_cell(good: Any, _: str) -> Any:
    return [[good[0][0]]] if is_range(good) else [[good]]


def _scalar(good: Any, _: str) -> Any:
    return good[0][0] if is_range(good) else good


def _column(good: Any, _: str) -> Any:
    return good if is_range(good) else [[good], [good]]


def _row(good: Any, _: str) -> Any:
    return [list(column) for column in zip(*_column(good, ""), strict=True)]


def _block(good: Any, _: str) -> Any:
    return [[*row, *row] for row in _column(good, "")]


def _with_blank_rows(good: Any, _: str) -> Any:
    """Return a column with a blank row inside and one below."""
    first, *rest = _column(good, "")
    blank = [None] * len(first)
    return [first, blank, *rest, blank]


def _table(good: Any, title: str) -> Any:
    """Return a column as people select it: with its title, and with blank rows."""
    rows = _with_blank_rows(good, "")
    return [[title] * len(rows[0]), *rows]


SHAPES: dict[str, Callable[[Any, str], Any]] = {
    "scalars": _scalar,
    "ranges-of-one-cell": _one_cell,
    "columns": _column,
    "rows": _row,
    "blocks": _block,
    "blank-rows": _with_blank_rows,
    "tables": _table,
}
"""All required arguments in another shape at once; the kind of the case."""
