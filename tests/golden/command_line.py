"""The calls on the command line, in this process: typed, and with a table in a file."""

import csv
import io
import json
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from addin.fn import call
from cpc_functions.cells import CellError
from cpc_functions.parameter import Parameter, Unit
from tests.golden.case import Case, Left, answered, cells_in, each_cell

PLANE = "several columns for an argument that takes one column of a file"
EMPTY = "a range without a cell"
BLANK_END = "a table with a blank last row: a file ends with its last filled line"
NUMERAL = "a number stored as text: what is written like a number is one"


def not_due(case: Case) -> str:
    """Return why a call cannot be typed, "" if it can."""
    for parameter, arg in zip(parameters(case), case.args, strict=True):
        if arg == []:
            return EMPTY
        if is_wide(arg) and parameter.arg.unit is not Unit.RANGE:
            return PLANE
        if is_wide(arg) and all(cell is None for cell in arg[-1]):
            return BLANK_END
        texts = (cell for cell in cells_in(arg) if isinstance(cell, str))
        if not takes_text(parameter) and any(map(str.isdigit, texts)):
            return NUMERAL
    return ""


def answers(cases: Sequence[Case], folder: Path) -> dict[str, Any]:
    """Return what is printed as JSON; the files of whole tables are written to a folder."""
    return {case.name: _printed(case, folder) for case in cases}


def parameters(case: Case) -> list[Parameter]:
    """Return the parameter of each argument; with `repeats` the last two come again."""
    known = case.function.args
    return [
        known[place]
        if place < len(known)
        else known[-2:][(place - len(known)) % 2]
        if case.function.repeats
        else known[-1]
        for place in range(len(case.args))
    ]


def is_wide(arg: Any) -> bool:
    """Return whether an argument is a range of several columns."""
    return isinstance(arg, list) and any(len(row) > 1 for row in arg)


def takes_text(parameter: Parameter) -> bool:
    """Return whether an argument is read as text, whatever is typed."""
    return parameter.form is str or parameter.arg.unit is Unit.TEXT


def _printed(case: Case, folder: Path) -> Any:
    words = [_word(arg, folder / f"{place}.csv") for place, arg in enumerate(case.args)]
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        call(case.function.name, words, "", as_json=True)
    return answered(each_cell(json.loads(out.getvalue()), _shown))


def _word(arg: Any, file: Path) -> str:
    """Return what is typed for an argument: `1;2`, or {1} for a range of one cell."""
    if not isinstance(arg, list):
        return _typed(arg)
    if is_wide(arg):
        with file.open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows([map(_typed, row) for row in arg])
        return str(file)
    words = ";".join(_typed(cell) for [cell] in arg)
    return f"{{{words}}}" if len(arg) == 1 or words == ";" else words


def _typed(cell: Any) -> str:
    if cell is None or cell is Left.OUT:
        return ""
    if isinstance(cell, CellError):
        return cell.code.value
    return str(cell).upper() if isinstance(cell, bool) else str(cell)


def _shown(cell: Any) -> Any:
    return CellError(cell["error"]) if isinstance(cell, dict) else cell
