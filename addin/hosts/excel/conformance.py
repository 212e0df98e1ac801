"""A workbook that says whether Excel gives every example of the catalogue its answer.

`python -m addin.hosts.excel.conformance conformance.xlsx`
"""

import sys
from collections.abc import Iterator
from itertools import product, zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from addin.hosts.excel.conformance_cells import RANGES, Area, Ranges, compared, put
from addin.hosts.excel.wrappers import in_vba
from addin.manual import AnyFunction, formula
from cpc_functions import CATALOGUE
from cpc_functions.catalogue import Example
from cpc_functions.parameter import Parameter
from cpc_functions.shapes import is_range
from workbook_templates.writing.package import packed

RESULTS = "Conformance"
TITLES = ("No.", "Function", "Formula", "Answer", "Expected", "Within", "Agrees")
WIDTHS = {"A": 6, "B": 22, "C": 60, "D": 22, "E": 22, "F": 10, "G": 10}
ANSWER, EXPECTED, AGREES = "D", "E", "G"
HEADER = 9
VERDICT = "all_agree"
LONGEST_TEXT = 255  # in a formula
HOW_TO = (
    "Does Excel give every example the answer that Python gives?",
    "1. Load the CPC add-in, with English as its language, and open this workbook after it.",
    "2. Press Ctrl+Alt+Shift+F9, or Recalculate on the CPC tab; until then cells show #NAME?.",
    "Excel looks for a function it did not know only when formulas are entered or rebuilt.",
    "3. The cell below says whether all agree. A row that does not agree says FALSE.",
)


class Case(NamedTuple):
    """One example of one function, as a worksheet can hold it."""

    function: AnyFunction
    example: Example


def cases() -> Iterator[Case]:
    """Yield the examples that a worksheet can hold; a range without cells is none."""
    for function in in_vba(CATALOGUE):
        for example in function.examples:
            if [] not in example.args:
                yield Case(function, example)


def conformance() -> bytes:
    """Return the workbook, the same bytes for the same catalogue.

    One row for each example: the formula as text and in action, what is expected, and whether
    they agree. The name `all_agree` is the cell that says it of all. Ranges, and answers that
    are tables, stand on a second sheet.
    """
    book = Workbook()
    results = book.active
    results.title = RESULTS
    ranges = Ranges(book.create_sheet(RANGES))
    row = HEADER
    for number, case in enumerate(cases(), 1):
        row = HEADER + number
        _write(results, row, number, case, ranges)
    _head(results, row)
    book.defined_names[VERDICT] = DefinedName(VERDICT, attr_text=f"{RESULTS}!$A$7")
    book.calculation.fullCalcOnLoad = True
    return packed(book, {})


def _write(sheet: Worksheet, row: int, number: int, case: Case, ranges: Ranges) -> None:
    function, example = case
    ranges.example(f"No. {number}")
    call = f"{function.name}({','.join(_arguments(case, ranges))})"
    put(sheet, row, 1, number)
    put(sheet, row, 2, function.name)
    put(sheet, row, 3, formula(function, example.args))
    put(sheet, row, 6, example.within)
    if is_range(example.gives):
        given, expected, agreeing = _table(call, example, ranges)
        sheet[f"{ANSWER}{row}"] = f"={given.first_cell}"
        sheet[f"{EXPECTED}{row}"] = f"={expected.first_cell}"
        sheet[f"{AGREES}{row}"] = f"=AND({agreeing})"
        return
    sheet[f"{ANSWER}{row}"] = f"={call}"
    put(sheet, row, 5, example.gives)
    agrees = compared(f"{ANSWER}{row}", f"{EXPECTED}{row}", example.within)
    sheet[f"{AGREES}{row}"] = f"={agrees}"


def _table(call: str, example: Example, ranges: Ranges) -> tuple[Area, Area, Area]:
    """Write a formula into as many cells as its table has, the table, and whether they agree.

    A row and a column more are taken: they stay empty, unless the answer is larger.
    """
    height, width = len(example.gives) + 1, len(example.gives[0]) + 1
    given = ranges.room(height, width)
    ranges.sheet[given.place(0, 0)] = ArrayFormula(
        f"{given.place(0, 0)}:{given.place(height - 1, width - 1)}", f"={call}"
    )
    expected = ranges.room(height, width)
    ranges.fill(expected, example.gives)
    agreeing = ranges.room(height, width)
    for down, right in product(range(height), range(width)):
        places = given.place(down, right), expected.place(down, right)
        ranges.sheet[agreeing.place(down, right)] = f"={compared(*places, example.within)}"
    return given, expected, agreeing


def _arguments(case: Case, ranges: Ranges) -> list[str]:
    """Return the arguments of a formula: constants, places of cells, nothing for one left out."""
    function, example = case
    written = [
        _argument(arg, parameter, ranges)
        for arg, parameter in zip_longest(example.args, function.args[: len(example.args)])
    ]
    while written[-1] == "":
        written.pop()
    return written


def _argument(arg: Any, parameter: Parameter | None, ranges: Ranges) -> str:
    if arg is None and parameter is not None and not parameter.required:
        return ""
    if isinstance(arg, bool):
        return "TRUE" if arg else "FALSE"
    if isinstance(arg, (int, float)):
        return repr(arg)
    if isinstance(arg, str) and len(arg) <= LONGEST_TEXT:
        return '"' + arg.replace('"', '""') + '"'
    return str(ranges.hold(arg))


def _head(sheet: Worksheet, last: int) -> None:
    for row, line in enumerate(HOW_TO, 1):
        sheet.cell(row, 1, line)
    agreeing = f"COUNTIF({AGREES}{HEADER + 1}:{AGREES}{last},TRUE)"
    count = last - HEADER
    sheet["A7"] = (
        f'=IF({agreeing}={count},"All {count} examples agree.",'
        f'"Only "&{agreeing}&" of {count} examples agree.")'
    )
    sheet["A1"].font = sheet["A7"].font = Font(bold=True, size=14)
    for column, title in enumerate(TITLES, 1):
        sheet.cell(HEADER, column, title).font = Font(bold=True)
    for letter, width in WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"A{HEADER + 1}"


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(conformance())
