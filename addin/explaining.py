"""What the figure in a cell is made of, in lines: its inputs, what counted, why, how sure.

No spreadsheet program is needed here, and nothing but the standard library and the functions:
it runs on the Python inside LibreOffice as well, which is 3.10.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from addin.manual import AnyFunction, plain
from cpc_functions import CATALOGUE
from cpc_functions.catalogue import Kind
from cpc_functions.cells import CellError, ErrorCode, is_blank
from cpc_functions.shapes import is_range, uncounted
from cpc_functions.texts import rounded

BY_NAME = {function.name: function for function in CATALOGUE}
MOST_WARNINGS = 5
MOST_SIGNS = 200
"""Of a formula and of an argument: a message must not be larger than the screen."""

WITHIN = 1e-9
PAIR = ("cost", "conversions")

UNREAD = object()
"""The value of an argument that the host could not read."""

Say = Callable[[str], str]


class Input(NamedTuple):
    """An argument: its name, as it stands in the formula, and what was read there.

    The value is as `Function.evaluate` takes it: a cell (float, str, bool, None, CellError) or
    rows of cells; dates are serial numbers. It may be UNREAD.
    """

    name: str
    written: str
    value: Any


def function_called(name: str) -> AnyFunction | None:
    """Return the function of a worksheet name, None where it is none of ours.

    What hosts put before a name is left out: _xlfn., an add-in's file and !, or @.
    """
    return BY_NAME.get(name.rpartition("!")[2].rpartition(".")[2].lstrip("@").upper())


def named_inputs(
    function: AnyFunction, written: Sequence[str], values: Sequence[Any]
) -> list[Input]:
    """Return the arguments of a call with their names; the last two may come again."""
    names = [parameter.name for parameter in function.args]
    if function.repeats:
        names += names[-2:] * len(written)
    return [Input(*each) for each in zip(names, written, values, strict=False)]


def explained(
    say: Say,
    function: AnyFunction,
    formula: str,
    answer: Any,
    inputs: Sequence[Input],
    *,
    summary: str = "",
    shown: str = "",
) -> list[str]:
    """Return the lines that explain a cell with this formula, which shows this answer.

    `say` turns an English message into the language of the host; `answer` is a cell as the
    values of inputs are. `summary` stands for the function's own in the host's language, `shown`
    is how the host shows the answer, where it does so in another way.
    """
    lines = [
        f"{_short(formula)} → {shown or plain(answer)}",
        summary or function.summary,
        *(f"{each.name}: {_short(each.written)} {_told(say, each.value)}" for each in inputs),
    ]
    if any(each.value is UNREAD for each in inputs):
        return lines
    lines += _left_out(say, function, inputs)
    if isinstance(answer, CellError):
        lines += _why(function, inputs)
    return lines + _pair(say, function, answer, inputs)


def _short(text: str) -> str:
    return text if len(text) <= MOST_SIGNS else f"{text[:MOST_SIGNS]}…"


def _told(say: Say, value: Any) -> str:
    """Return what stands in an argument: a cell as it is, a range in counts."""
    _ = say
    if value is UNREAD:
        return _("(could not be read)")
    if not is_range(value):
        return f"= {plain(value)}" if value is not None else _("(blank)")
    cells = [each for row in value for each in row]
    counts = {
        _("numbers"): sum(map(_is_number, cells)),
        _("blank"): sum(map(is_blank, cells)),
        _("text"): sum(isinstance(each, str) and each != "" for each in cells),
        _("errors"): sum(isinstance(each, CellError) for each in cells),
    }
    told = ", ".join(f"{word} {count}" for word, count in counts.items() if count)
    return _("{count} cells: {told}").format(count=len(cells), told=told)


def _left_out(say: Say, function: AnyFunction, inputs: Sequence[Input]) -> list[str]:
    """Return how many rows of the ranges were counted: blank pairs and headers are not."""
    _ = say
    columns = _columns(inputs)
    if function.repeats or not columns or len({len(column) for column in columns}) > 1:
        return []
    skipped = uncounted(columns)
    blank = sum(all(is_blank(column[row]) for column in columns) for row in skipped)
    return [
        _("Rows counted: {counted}. Left out: {blank} blank, {titles} of titles.").format(
            counted=len(columns[0]) - len(skipped), blank=blank, titles=len(skipped) - blank
        )
    ]


def _why(function: AnyFunction, inputs: Sequence[Input]) -> list[str]:
    """Return why the answer is an error."""
    answer = function.evaluate(*(each.value for each in inputs))
    return [str(answer)] if isinstance(answer, CellError) else []


def _pair(say: Say, function: AnyFunction, answer: Any, inputs: Sequence[Input]) -> list[str]:
    """Return the interval and the warnings of a cost and its conversions.

    Only where the answer is about all of them: not of one row, nor of those that match criteria.
    """
    _ = say
    by_name = {each.name: each.value for each in inputs}
    pair = [by_name.get(name) for name in PAIR]
    cost, conversions = map(_sum, pair)
    if not cost or conversions is None or not _is_of(function, answer, pair):
        return []
    lines = []
    limits = BY_NAME["CPC_CI"].evaluate(cost, conversions)
    if is_range(limits):
        low, high = limits[0]
        if isinstance(high, CellError):
            told = _("Without a conversion only the lower limit (95 %) is known: {low}.")
            lines.append(told.format(low=rounded(low)))
        else:
            told = _("The interval (95 %) is {low} to {high}.")
            lines.append(told.format(low=rounded(low), high=rounded(high)))
    columns = _columns([each for each in inputs if each.name in PAIR])
    if len(columns) == 2 and len(columns[0]) == len(columns[1]):
        lines += _warnings(say, columns)
    return lines


def _is_of(function: AnyFunction, answer: Any, pair: Sequence[Any]) -> bool:
    """Return whether an answer is about the sums of a cost and its conversions."""
    cost, conversions = map(_sum, pair)
    if isinstance(answer, CellError):
        return answer.code is ErrorCode.DIV0 and conversions == 0
    if not any(map(is_range, pair)):
        return True
    if function.kind is not Kind.RATIO or not cost or not conversions or not _is_number(answer):
        return False
    return bool(abs(answer * conversions - cost) <= WITHIN * cost)


def _warnings(say: Say, columns: Sequence[Sequence[Any]]) -> list[str]:
    """Return what CPC_CHECK finds in the rows that count, by their places in the ranges."""
    _ = say
    skipped = uncounted(columns)
    rows = [
        [None, None] if at in skipped else [*row]
        for at, row in enumerate(zip(*columns, strict=True))
    ]
    checked = BY_NAME["CPC_CHECK"].evaluate([["Cost", "Conversions"], *rows])
    found = [row for row in checked[1:] if not is_blank(row[0])] if is_range(checked) else []
    return [
        _("Row {row}: {problem}. {cure}.").format(
            row=plain(row[0] - 1), problem=row[1], cure=row[2]
        )
        for row in found[:MOST_WARNINGS]
    ]


def _columns(inputs: Sequence[Input]) -> list[list[Any]]:
    """Return the cells of the arguments that are ranges, none if one is wider than a column."""
    ranges = [each.value for each in inputs if is_range(each.value)]
    if any(len(row) > 1 for rows in ranges for row in rows):
        return []
    return [[row[0] for row in rows] for rows in ranges]


def _sum(value: Any) -> float | None:
    """Return the sum of the numbers in an argument, None where an error or no number stands."""
    cells = [each for row in value for each in row] if is_range(value) else [value]
    if any(isinstance(each, CellError) for each in cells):
        return None
    numbers = [0.0 if is_blank(each) else each for each in cells if _counts(each)]
    return float(sum(numbers)) if numbers else None


def _counts(cell: Any) -> bool:
    return _is_number(cell) or is_blank(cell)


def _is_number(cell: Any) -> bool:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)
