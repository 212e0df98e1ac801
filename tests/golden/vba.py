"""The calls in cells of an Excel that an interpreter of VBA plays: the wrappers of cpc.xlam run."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter
from pyopenvba.interpreter import MISSING, VBAErrorValue

from addin.hosts.excel.wrappers import in_vba
from cpc_functions import CATALOGUE
from cpc_functions.cells import CellError, ErrorCode
from tests.excel.wire import ERRORS
from tests.golden.case import Case, Left, answered, each_cell
from tests.xlam.com import CellIs
from tests.xlam.excel import Excel
from tests.xlam.made import opened

NAMED = {function.name for function in in_vba(CATALOGUE)}
CODES: dict[int, ErrorCode] = {number: code for code, number in ERRORS.items()}

WIDEST = 30
"""No range of the set is wider: those of one call stand side by side."""

EMPTY = "a range without a cell"
RESERVED = "a reserved word of VBA, which has an alias"
COUNT = "VBA knows the count of arguments: Excel shows #VALUE! without asking the wrapper"


def not_due(case: Case) -> str:
    """Return why a formula cannot reach the wrapper, "" if it can."""
    function = case.function
    if function.name not in NAMED:
        return RESERVED
    if any(arg == [] for arg in case.args):
        return EMPTY
    least = sum(parameter.required for parameter in function.args)
    most = len(case.args) if function.repeats else len(function.args)
    return "" if least <= len(case.args) <= most else COUNT


def answers(cases: Sequence[Case], folder: Path) -> dict[str, Any]:
    """Return what the formulas show.

    They are run in a thread: Python 3.11 calls slowly where a stack is as deep as pytest's.
    """
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_answers, cases, folder).result()


def _answers(cases: Sequence[Case], folder: Path) -> dict[str, Any]:
    """Return what the formulas show; the cells of each call stand below those of the one before."""
    excel = opened(folder)
    book = excel.book()
    sheet = excel.app.sheet(1, workbook=book)
    found = {}
    row = 1
    for case in cases:
        given = [_placed(excel, sheet, arg, row, place) for place, arg in enumerate(case.args)]
        found[case.name] = answered(each_cell(excel.call(case.function.name, *given), _shown))
        row += max((len(arg) for arg in case.args if isinstance(arg, list)), default=1)
    return found


def _placed(excel: Excel, sheet: Any, arg: Any, top: int, place: int) -> Any:
    """Write the cells of an argument and return the range of them."""
    if arg is Left.OUT:
        return MISSING
    rows = arg if isinstance(arg, list) else [[arg]]
    left = 1 + place * WIDEST
    for down, cells in enumerate(rows):
        for right, cell in enumerate(cells):
            if cell is not None:
                sheet.set_value(f"{get_column_letter(left + right)}{top + down}", _value(cell))
    last = f"{get_column_letter(left + len(rows[0]) - 1)}{top + len(rows) - 1}"
    return excel.range(f"{get_column_letter(left)}{top}:{last}")


def _value(cell: Any) -> Any:
    """Return what is typed for a cell: with an apostrophe "12" stays a text."""
    if isinstance(cell, CellError):
        return VBAErrorValue(ERRORS[cell.code])
    return f"'{cell}" if isinstance(cell, str) else cell


def _shown(cell: Any) -> Any:
    return CellError(CODES[cell]) if isinstance(cell, CellIs) else cell
