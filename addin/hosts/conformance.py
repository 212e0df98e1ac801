"""A workbook that says whether a spreadsheet gives every example of the catalogue its answer.

`python -m addin.hosts.conformance conformance.xlsx`
"""

import sys
from collections.abc import Callable, Iterator
from itertools import product, zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from addin.hosts.conformance_cells import RANGES, Area, Ranges, compared, put
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


class Host(NamedTuple):
    """What a spreadsheet does otherwise than Excel.

    `stored` turns the name of a function into what a file holds for it. `spare` is how many cells
    beyond a table are taken as well; they stay empty there, unless the answer is larger. `shown`
    turns a cell of an answer into what the spreadsheet makes of it. `how_to` are the first lines.
    """

    how_to: tuple[str, ...]
    stored: Callable[[str], str] = str
    spare: int = 1
    shown: Callable[[Any], Any] = lambda cell: cell


EXCEL = Host(
    (
        "Does Excel give every example the answer that Python gives?",
        "1. Load the CPC add-in, with English as its language, and open this workbook after it.",
        "2. Press Ctrl+Alt+Shift+F9, or Recalculate on the CPC tab; until then cells show #NAME?.",
        "Excel looks for a function it did not know only when formulas are entered or rebuilt.",
        "3. The cell below says whether all agree. A row that does not agree says FALSE.",
    )
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


def conformance(host: Host = EXCEL) -> bytes:
    """Return the workbook for a spreadsheet, the same bytes for the same catalogue.

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
        put(results, row, 1, number)
        _write(results, row, case, ranges, host)
    _head(results, row, host)
    book.defined_names[VERDICT] = DefinedName(VERDICT, attr_text=f"{RESULTS}!$A$7")
    book.calculation.fullCalcOnLoad = True
    return packed(book, {})


def _write(sheet: Worksheet, row: int, case: Case, ranges: Ranges, host: Host) -> None:
    function, example = case
    ranges.example(f"No. {row - HEADER}")
    call = f"{host.stored(function.name)}({','.join(_arguments(case, ranges))})"
    put(sheet, row, 2, function.name)
    put(sheet, row, 3, formula(function, example.args))
    put(sheet, row, 6, example.within)
    if is_range(example.gives):
        given, expected, agreeing = _table(call, example, ranges, host)
        sheet[f"{ANSWER}{row}"] = f"={given.first_cell}"
        sheet[f"{EXPECTED}{row}"] = f"={expected.first_cell}"
        sheet[f"{AGREES}{row}"] = f"=AND({agreeing})"
        return
    sheet[f"{ANSWER}{row}"] = f"={call}"
    put(sheet, row, 5, host.shown(example.gives))
    agrees = compared(f"{ANSWER}{row}", f"{EXPECTED}{row}", example.within)
    sheet[f"{AGREES}{row}"] = f"={agrees}"


def _table(call: str, example: Example, ranges: Ranges, host: Host) -> tuple[Area, Area, Area]:
    """Write a formula into as many cells as its table has, the table, and whether they agree."""
    rows = [list(map(host.shown, row)) for row in example.gives]
    height, width = len(rows) + host.spare, len(rows[0]) + host.spare
    given = ranges.room(height, width)
    last = given.place(height - 1, width - 1)
    ranges.sheet[given.place(0, 0)] = ArrayFormula(f"{given.place(0, 0)}:{last}", f"={call}")
    expected = ranges.room(height, width)
    ranges.fill(expected, rows)
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


def _head(sheet: Worksheet, last: int, host: Host) -> None:
    for row, line in enumerate(host.how_to, 1):
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
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0  # as many pages as it takes, one in width


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(conformance())
