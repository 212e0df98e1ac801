"""How each kind of function takes its cells: the inside of `Function.evaluate`."""

from collections.abc import Callable, Sequence
from enum import Enum
from itertools import repeat
from math import fsum, isfinite
from typing import Any

from cpc_functions.cells import CellError, ErrorCode, Rows, is_blank
from cpc_functions.parameter import Parameter
from cpc_functions.shapes import (
    Range,
    common_shape,
    is_range,
    one_cell,
    rows_of,
    uncounted,
)

FAULT = "The function failed on these cells; please report it with an example."
TOO_LARGE = "The numbers are too large or too small to compute with."
# Overflow, and the domain errors of functions whose argument was rounded to 0.
OUT_OF_RANGE = (ArithmeticError, ValueError)
SKIPPED = ""

Compute = Callable[..., Any]
Parameters = Sequence[Parameter]
Table = dict[Parameter, Range]


class Kind(Enum):
    """What a function does with ranges."""

    RATIO = "Ranges are summed first: one ratio of sums."
    ELEMENTWISE = "One answer per row of the ranges."
    TABLE = "Reads whole ranges."


def kind_of(args: Parameters) -> Kind:
    """Return the kind that a signature says."""
    if any(parameter.summed for parameter in args):
        return Kind.RATIO
    if any(parameter.column for parameter in args) or args[0].form is Rows:
        return Kind.TABLE
    return Kind.ELEMENTWISE


def count(name: str, args: Parameters, given: int, *, repeats: bool) -> None:
    """Raise #VALUE! unless a function can be called with so many arguments."""
    least = sum(parameter.required for parameter in args)
    if least <= given and (given <= len(args) or repeats):
        return
    takes = "at least " if repeats else f"{least} to " if least < len(args) else ""
    most = least if repeats else len(args)
    raise CellError(
        ErrorCode.VALUE,
        f"{name} takes {takes}{most} argument{'s' * (most > 1)} "
        f"({', '.join(map(str, args))}), not {given}.",
    )


def ratio(compute: Compute, args: Parameters, cells: Sequence[Any]) -> Any:
    """Compute over the sums of the ranges.

    One cell beside a range is a sum already and counts once: spreading it over the rows would
    multiply the money.
    """
    if any(map(is_range, cells)):
        cells, tables = _sort_out(args, cells, [parameter.summed for parameter in args])
        columns: dict[str, list[float]] = {}
        for beside in tables.values():
            columns.update(_columns(beside)[0])
        sums = {name: fsum(column) for name, column in columns.items()}
        cells = [
            sums.get(parameter.name, cell) for parameter, cell in zip(args, cells, strict=False)
        ]
    return leave(_row(compute, args, cells))


def elementwise(compute: Compute, args: Parameters, cells: Sequence[Any], width: int = 0) -> Any:
    """Compute once per row of the ranges; an error stays in its own row.

    `width` is the number of cells of an answer that is a row, 0 where it is one cell.
    """
    spread = [parameter.form is not Rows for parameter in args]
    if any(map(is_range, cells)) or not all(spread):
        cells, tables = _sort_out(args, cells, spread, elementwise=True)
        if tables:
            return _row_by_row(compute, args, cells, tables[""], width)
    answer = leave(_row(compute, args, cells))
    return [answer] if width else answer


def table(compute: Compute, args: Parameters, cells: Sequence[Any], *, aligned: bool) -> Any:
    """Compute over whole ranges; headers and blank rows do not take part.

    With `aligned` the answer has one value per row that took part; it comes back in the shape
    of the first range, with empty cells for the other rows.
    """
    more = cells[len(args) :]
    for cell in more:
        if isinstance(cell, CellError):
            raise cell
    cells, tables = _sort_out(args, cells, [parameter.column for parameter in args])
    values: dict[str, Any] = {}
    first, kept = None, [0]
    for beside in tables.values():
        columns, rows = _columns(beside)
        values.update(columns)
        if first is None:
            first, kept = max(beside.values(), key=lambda found: len(found.cells)), rows
    if not kept and not aligned:
        raise CellError(ErrorCode.NA, "The ranges hold no rows with data.")
    read = [
        values[p.name] if p.name in values else p.read(c) for p, c in zip(args, cells, strict=False)
    ]
    answer = compute(*read, *more)
    if first is None or not aligned:
        return leave(answer)
    placed: list[Any] = [SKIPPED] * len(first.cells)
    for row, value in zip(kept, answer, strict=True):
        placed[row] = leave(value)
    return first.filled(placed)


def leave(answer: Any) -> Any:
    """Let an answer out: numbers as finite floats, rows as lists; #NUM! for what no cell holds."""
    if answer.__class__ is float:
        return answer + 0.0 if isfinite(answer) else CellError(ErrorCode.NUM, TOO_LARGE)
    if answer.__class__ is list or answer.__class__ is tuple:
        return [leave(part) for part in answer]
    if isinstance(answer, CellError):
        return answer.with_traceback(None)
    return answer if isinstance(answer, (bool, str)) else leave(float(answer))


def _row(compute: Compute, args: Parameters, cells: Sequence[Any]) -> Any:
    """Compute on single cells; an error among them wins, the first in argument order."""
    for cell in cells:
        if cell.__class__ is CellError:
            raise cell
    return compute(*[parameter.read(cell) for parameter, cell in zip(args, cells, strict=False)])


def _row_by_row(
    compute: Compute, args: Parameters, cells: Sequence[Any], table: Table, width: int
) -> list[list[Any]]:
    shape = common_shape({parameter.name: found.shape for parameter, found in table.items()})
    if width and 1 not in shape:
        raise CellError(ErrorCode.VALUE, "Each answer is a row of cells: select single columns.")
    skipped = uncounted([found.cells for p, found in table.items() if p.form is float])
    spread = [
        table[p].cells if p in table else repeat(c) for p, c in zip(args, cells, strict=False)
    ]
    answers: list[Any] = []
    answer: Any
    for row, values in enumerate(zip(*spread, strict=False)):
        try:
            answer = SKIPPED if row in skipped else leave(_row(compute, args, values))
        except CellError as error:
            answer = error.with_traceback(None)
        except OUT_OF_RANGE:
            answer = CellError(ErrorCode.NUM, TOO_LARGE)
        answers.append([answer] * width if width and answer.__class__ is not list else answer)
    return answers if width else next(iter(table.values())).filled(answers)


def _sort_out(
    args: Parameters, cells: Sequence[Any], taken: Sequence[bool], *, elementwise: bool = False
) -> tuple[list[Any], dict[str, Table]]:
    """Part single cells from ranges, and the ranges into the tables that they stand in.

    `taken` says which parameters take a range that the door reads; a range elsewhere is handed
    on whole, or refused. An error among the cells wins, unless each row answers for itself.
    """
    singles: list[Any] = []
    tables: dict[str, Table] = {}
    for parameter, cell, takes in zip(args, cells, taken, strict=False):
        if parameter.form is Rows:
            if isinstance(cell, CellError):
                raise cell
            omitted = cell is None and not parameter.required
            singles.append(None if omitted else rows_of(cell, parameter.name))
            continue
        column = parameter.column and (parameter.required or not is_blank(cell))
        found = Range.of(cell, parameter.name)
        if takes and (column or len(found.cells) > 1):
            tables.setdefault("" if elementwise else parameter.arg.table, {})[parameter] = found
            singles.append(None)
        else:
            singles.append(one_cell(cell, parameter.name))
        if not elementwise:
            found.raise_error()
    return singles, tables


def _columns(table: Table) -> tuple[dict[str, list[Any]], list[int]]:
    """Read ranges that stand beside one another: their values, and the rows that count."""
    table = _spread_words(table)
    common_shape({parameter.name: found.shape for parameter, found in table.items()})
    numbers = [found for p, found in table.items() if p.form is float]
    words = [found for p, found in table.items() if p.form is not float]
    kept = list(range(len((numbers or words)[0].cells)))
    if not all(found.all_numbers for found in numbers):
        skipped = uncounted([n.cells for n in numbers], [w.cells for w in words])
        kept = [row for row in kept if row not in skipped]
    return {p.name: _read_column(p, found, kept) for p, found in table.items()}, kept


def _spread_words(table: Table) -> Table:
    """Let one word stand for all rows; one amount does not, it would be multiplied by them."""
    longest = max(table.values(), key=lambda found: len(found.cells))
    return {
        parameter: longest._replace(cells=found.cells * len(longest.cells), types=found.types)
        if parameter.form is str and len(found.cells) == 1
        else found
        for parameter, found in table.items()
    }


def _read_column(parameter: Parameter, found: Range, kept: list[int]) -> list[Any]:
    cells: list[Any] = found.cells
    try:
        if parameter.form is float and found.all_numbers and all(map(isfinite, cells)):
            for extreme in (min(cells), max(cells)):
                parameter.arg.check(extreme, parameter.name)
            return list(map(float, cells))
        return [parameter.read(cells[row]) for row in kept]
    except CellError:
        for row in kept:
            parameter.read(cells[row], f"{parameter.name}, row {row + 1}")
        raise
