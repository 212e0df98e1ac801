"""What help pages say of a function, and the notation of worksheets."""

import re
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

from cpc_functions.catalogue import Function, Kind
from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.parameter import Parameter, Unit
from cpc_functions.shapes import is_range

AnyFunction = Function[Any, Any]

LABELS = ("Errors", "When not to trust it", "Source")
ROWS_SHOWN = 12
DATE_HEADINGS = {"period start"}  # a table does not say the units of its columns

_NEEDS_NO_QUOTES = re.compile(r"[\w.+-]+")


class Family(NamedTuple):
    """Functions that are written in one module, whose first line is the title."""

    title: str
    functions: list[AnyFunction]


def families(catalogue: Sequence[AnyFunction]) -> list[Family]:
    """Return the functions by family, in the order of the catalogue; aliases are left out."""
    modules: dict[str, list[AnyFunction]] = {}
    for function in catalogue:
        if not function.alias_of:
            modules.setdefault(function.compute.__module__, []).append(function)
    return [Family(_title(module), functions) for module, functions in modules.items()]


def aliases(function: AnyFunction, catalogue: Sequence[AnyFunction]) -> list[str]:
    """Return the other names of a function."""
    return [other.name for other in catalogue if other.alias_of == function.name]


def reasons(function: AnyFunction) -> list[str]:
    """Return the paragraphs between the summary and what is labelled: why it is so."""
    return [block for block in function.paragraphs[1:] if not _label(block)]


def labelled(function: AnyFunction) -> dict[str, str]:
    """Return the labelled paragraphs: errors, when not to trust it, source."""
    found = {_label(block): block for block in function.paragraphs[1:]}
    return {label: found[label][len(label) + 2 :] for label in LABELS if label in found}


def accepted(parameter: Parameter) -> str:
    """Return what an argument accepts: "count, fractions allowed; at least 0"."""
    return "; ".join(filter(None, (parameter.arg.unit.value, parameter.arg.bounds())))


def left_out(parameter: Parameter) -> str:
    """Return what an optional argument is when it is left out, "" for a required one."""
    if parameter.required:
        return ""
    return "none" if parameter.default is None else constant(parameter.default)


def formula(function: AnyFunction, args: Sequence[Any]) -> str:
    """Return a call as a worksheet writes it: =CPC({100;300}, {2;8})."""
    written = [_array(arg) if is_range(arg) else constant(arg) for arg in args]
    return f"={function.name}({', '.join(written)})"


def typed_call(function: AnyFunction, args: Sequence[Any]) -> str:
    """Return a call as the command line takes it, "" when a range has several columns."""
    if any(is_range(row) and len(row) > 1 for arg in args if is_range(arg) for row in arg):
        return ""
    return f"cpc fn {' '.join([function.name, *map(_typed, args)])}"


def written(answer: Any) -> str:
    """Return an answer as a formula would write it; a range stands in braces."""
    return _array(answer) if is_range(answer) else plain(answer)


def headings(function: AnyFunction, answer: Sequence[Sequence[Any]]) -> list[str]:
    """Return the headings of an answer that is a table, [] when it has none."""
    if function.columns:
        return list(function.columns)
    by_row = function.aligned or function.kind is Kind.ELEMENTWISE
    tabular = not by_row and all(isinstance(cell, str) for cell in answer[0])
    return list(answer[0]) if tabular else []


def is_date(function: AnyFunction, heading: str) -> bool:
    """Return whether the cells under a heading are dates, which are numbers to a spreadsheet."""
    return function.unit is Unit.DATE or heading in DATE_HEADINGS


def constant(cell: Any) -> str:
    """Return one cell as a formula writes it."""
    if cell is None:
        return ""
    if isinstance(cell, ErrorCode):
        return cell.value
    if isinstance(cell, str):
        return '"' + cell.replace('"', '""') + '"'
    return plain(cell)


def plain(cell: Any) -> str:
    """Return one cell as it looks: 25, TRUE, #N/A, text as it is."""
    if isinstance(cell, CellError):
        return cell.code.value
    if isinstance(cell, ErrorCode):
        return cell.value
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (int, float)):
        return f"{cell:.10g}"
    return "" if cell is None else str(cell)


def _array(cells: Sequence[Any]) -> str:
    rows = [row if is_range(row) else [row] for row in cells]
    shown = [",".join(constant(cell) or '""' for cell in row) for row in rows]
    if len(shown) > ROWS_SHOWN:
        shown = [*shown[: ROWS_SHOWN // 2], "…", shown[-1]]
    return "{" + ";".join(shown) + "}"


def _typed(arg: Any) -> str:
    cells = [row[0] if is_range(row) else row for row in arg] if is_range(arg) else [arg]
    word = ";".join(map(plain, cells))
    return word if _NEEDS_NO_QUOTES.fullmatch(word) else f'"{word}"'


def _label(block: str) -> str:
    return next((label for label in LABELS if block.startswith(f"{label}: ")), "")


def _title(module: str) -> str:
    return (sys.modules[module].__doc__ or module).strip().splitlines()[0].removesuffix(".")
