"""What is checked of the add-in under wine: each returns what was found and what is right."""

import math
from contextlib import suppress
from typing import Any

from pyopenvba.interpreter import EMPTY, VBAArray, VBAErrorValue

from addin.hosts.excel.wire import NUMBERS
from addin.hosts.excel.wrappers import in_vba
from cpc_functions import CATALOGUE, CellError, ErrorCode
from cpc_functions.shapes import is_range, rows_of
from tests.e2e.commands import COMMAND_CHECKS, PROCESS, Check
from tests.e2e.rig import HOME, XLWINGS
from tests.e2e.under_wine import ExcelUnderWine
from tests.xlam.com import CellIs, Died

DIV0, VALUE, NA = CellIs(2007), CellIs(2015), CellIs(2042)
NOT_FOUND, WRONG_BITS = 126, 193  # ERROR_MOD_NOT_FOUND, ERROR_BAD_EXE_FORMAT
GONE = {-2147023174, -2147023170, -2147417848}
"""The errors that CpcBridge takes for those of a process that ended; 462 is VBA's own."""


def a_figure(excel: ExcelUnderWine) -> tuple[Any, Any]:
    return excel.call("CPC", 1200.0, 48.0), 25.0


def an_error(excel: ExcelUnderWine) -> tuple[Any, Any]:
    return excel.call("CPC", 1200.0, 0.0), DIV0


def whole_columns(excel: ExcelUnderWine) -> tuple[Any, Any]:
    excel.book({"A1": "cost", "B1": "conversions", "A2": 100, "B2": 4, "A3": 100, "B3": 1})
    return excel.call("CPC", excel.range("A:A"), excel.range("B:B")), 40.0


def a_middle_argument_left_out(excel: ExcelUnderWine) -> tuple[Any, Any]:
    code = (
        "Public Function Skips() As Variant\n    Skips = TARGET_CPC(900, 0.4, , 2)\nEnd Function\n"
    )
    excel.app.add_module(code, name="Skipping")
    return round(float(str(excel.app.run("Skips"))), 9), 504.0


def a_text(excel: ExcelUnderWine) -> tuple[Any, Any]:
    return excel.call("CPC", "ærlig talt", 2.0), VALUE


def an_error_cell(excel: ExcelUnderWine) -> tuple[Any, Any]:
    return excel.call("CPC", VBAErrorValue(2042), 2.0), NA


def an_answer_of_rows(excel: ExcelUnderWine) -> tuple[Any, Any]:
    excel.book({"A1": 100, "A2": 50, "B1": 4, "B2": 0})
    ranges = excel.range("A1:A2"), excel.range("B1:B2")
    return excel.call("CPC", *ranges, True), [[25.0], [DIV0]]


def an_answer_of_one_row(excel: ExcelUnderWine) -> tuple[Any, Any]:
    answer = excel.call("CPC_CI", 1000.0, 10.0)
    low, high = 54.37632625030357, 208.53366919067847  # the limits of Garwood for 10, as costs
    return answer, [[low, high]]


def a_table(excel: ExcelUnderWine) -> tuple[Any, Any]:
    excel.book({"A1": 100, "A2": 50, "B1": 4, "B2": 1, "C1": "merkevare", "C2": "søk"})
    table = excel.call("CPC_BY", *map(excel.range, ("C1:C2", "A1:A2", "B1:B2")))
    return [row[:4] for row in table] if isinstance(table, list) else table, [
        ["key", "cost", "conversions", "CPC"],
        ["merkevare", 100.0, 4.0, 25.0],
        ["søk", 50.0, 1.0, 50.0],
        ["Total", 150.0, 5.0, 30.0],
    ]


def every_example(excel: ExcelUnderWine) -> tuple[Any, Any]:
    """Call each with what its help says; Excel has no range without cells."""
    wrong = [
        f"{function.name}-{place}: {answer}"
        for function in in_vba(CATALOGUE)
        for place, example in enumerate(function.examples, 1)
        if [] not in example.args
        for answer in [excel.call(function.name, *map(_sent, example.args))]
        if not _same(answer, example.gives, example.within)
    ]
    return wrong, []


def one_process(excel: ExcelUnderWine) -> tuple[Any, Any]:
    before = excel.python(PROCESS)
    excel.call("CPC", 1.0, 2.0)
    return (excel.python(PROCESS), len(excel.commands)), (before, 1)


def not_from_the_folder_of_workbooks(excel: ExcelUnderWine) -> tuple[Any, Any]:
    folder = excel.python("__import__('os').path.basename(__import__('os').getcwd())")
    return (folder, excel.python("__import__('sys').flags.safe_path")), ("workbooks", "True")


def a_python_that_ended(excel: ExcelUnderWine) -> tuple[Any, Any]:
    process = excel.python(PROCESS)
    with suppress(Died):  # wine, unlike Windows, keeps the class of a process killed from outside
        excel.python("__import__('os')._exit(1)")
    answer = excel.call("CPC", 1200.0, 48.0)
    told = (answer, excel.python(PROCESS) != process, set(excel.gone) <= GONE)
    return told, (25.0, True, True)


def the_library_of_32_bit_excel(excel: ExcelUnderWine) -> tuple[Any, Any]:
    answer = excel.call("CPC", 1200.0, 48.0)
    beside = f"{HOME}\\xlwings32-{XLWINGS}.dll"
    return (answer, excel.loaded[0], excel.errors), (VALUE, beside, [WRONG_BITS, NOT_FOUND])


def a_python_that_is_not_there(excel: ExcelUnderWine) -> tuple[Any, Any]:
    answer = excel.call("CPC", 1200.0, 48.0)
    said = excel.said_by_library.partition("\n")[0]
    return (answer, excel.errors, said), (
        VALUE,
        [NOT_FOUND, 0],
        "Could not create Python process.",
    )


CHECKS: dict[str, Check] = {
    "=CPC(1200,48), with the start of Python": a_figure,
    "=CPC(1200,0) is #DIV/0!": an_error,
    "whole columns": whole_columns,
    "a middle argument left out": a_middle_argument_left_out,
    "a text is #VALUE!": a_text,
    "an error cell comes back": an_error_cell,
    "an answer of two rows, with an error cell": an_answer_of_rows,
    "an answer of one row": an_answer_of_one_row,
    "a table": a_table,
    "every example of the catalogue": every_example,
    "one process for all calls, started once": one_process,
    "no module from the folder of a workbook": not_from_the_folder_of_workbooks,
    **COMMAND_CHECKS,
    "a Python that ended is started again by the next cell": a_python_that_ended,
}


def _sent(cell: Any) -> Any:
    """Return an argument of an example as VBA holds it."""
    if is_range(cell):
        rows = [list(map(_sent, row)) for row in rows_of(cell, "range")]
        columns = [one for column in zip(*rows, strict=True) for one in column]
        return VBAArray([(1, len(rows)), (1, len(rows[0]))], items=columns)
    if isinstance(cell, CellError):
        return VBAErrorValue(NUMBERS[cell.code])
    if isinstance(cell, int) and not isinstance(cell, bool):
        return float(cell)
    return EMPTY if cell is None else cell


def _same(answer: Any, gives: Any, within: float) -> bool:
    if isinstance(gives, (list, tuple)):
        if not isinstance(answer, list):
            return len(gives) == 1 == len(gives[0]) and _same(answer, gives[0][0], within)
        return len(answer) == len(gives) and all(
            _same(one, right, within) for one, right in zip(answer, gives, strict=True)
        )
    if isinstance(gives, ErrorCode):
        return isinstance(answer, CellIs) and answer == NUMBERS[gives]
    if isinstance(gives, float):
        near = {"rel_tol": within, "abs_tol": 0 if gives else within}
        return type(answer) is float and math.isclose(answer, gives, **near)
    return type(answer) is type(gives) and bool(answer == gives)
