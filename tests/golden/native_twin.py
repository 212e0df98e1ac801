"""The calls as native formulas, without any add-in, as LibreOffice calculates them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from cpc_functions.catalogue import Kind
from cpc_functions.cells import CellError
from cpc_functions.shapes import is_range
from tests.golden.case import Case, Failure, Left, by_the_door, cells_in
from tests.golden.differences import only_figures
from tests.office import recalculated
from tests.test_formula import Call
from workbook_templates.formula import native
from workbook_templates.twins import TWINS

WIDEST = 8
"""No range of the set is wider: those of one call stand side by side."""

NO_TWIN = "a function without a native formula"
BAD_INPUT = "bad input, which a formula does not refuse"
EACH_ROW = "row by row: a formula stands in each row, on cells of that row"
UNCHECKED = "TRUE, FALSE or an error among the cells, which a formula reads in its own way"
DEFAULT = "an argument of which the formula takes the default only"
ODD = "prior_cvr without prior_clicks: the formula takes both, or neither"


def not_due(case: Case) -> str:
    """Return why a call is not asked of a native formula, "" if it is."""
    function = case.function
    if (function.alias_of or function.name) not in TWINS:
        return NO_TWIN
    if not only_figures(by_the_door(function, case.args)):
        return BAD_INPUT
    if function.kind is Kind.ELEMENTWISE and any(map(is_range, case.args)):
        return EACH_ROW
    if any(isinstance(cell, (bool, CellError)) for cell in cells_in([*case.args])):
        return UNCHECKED
    try:
        _formulas(case, 1)
    except TypeError as refusal:
        return ODD if "both, or neither" in str(refusal) else DEFAULT
    return ""


def answers(cases: Sequence[Case], folder: Path) -> dict[str, list[Any]]:
    """Return the figures that the formulas of each call show, one after the other."""
    book = Workbook()
    sheet = book.worksheets[0]
    places, row = {}, 1
    for case in cases:
        for place, rows in enumerate(map(_rows, case.args)):
            for down, cells in enumerate(rows):
                for right, cell in enumerate(cells):
                    sheet.cell(row + down, 1 + place * WIDEST + right, cell)
        formulas = _formulas(case, row)
        first = 1 + len(case.args) * WIDEST
        for column, formula in enumerate(formulas, first):
            sheet.cell(row, column, f"={formula}")
        places[case.name] = (row, first, first + len(formulas))
        row += max(len(_rows(arg)) for arg in case.args)
    path = folder / "twins.xlsx"
    book.save(path)
    [path] = recalculated(path, into=folder / "calculated")
    shown = list(load_workbook(path, data_only=True).worksheets[0].values)
    return {
        name: [_shown(cell) for cell in shown[row - 1][first - 1 : end - 1]]
        for name, (row, first, end) in places.items()
    }


def figures(case: Case, answer: Any) -> list[Any]:
    """Return the figures of an answer one after the other, as the formulas stand side by side.

    Of a table with titles, those are the figures below and beside the titles. One answer in the
    place of all, such as an error, is that of each formula.
    """
    if not isinstance(answer, list):
        return [answer] * len(_formulas(case, 1))
    if case.function.name == "COST_PER_CUSTOMER":
        return [cell for row in answer[1:] for cell in row[1:]]
    return list(cells_in(answer))


def _formulas(case: Case, row: int) -> list[str]:
    given: dict[str, str | float] = {
        name: _reference(arg, row, 1 + place * WIDEST)
        for place, (name, arg) in enumerate(zip(_names(case), case.args, strict=False))
        if arg is not Left.OUT
    }
    twin = TWINS[case.function.alias_of or case.function.name]
    count = 1 if isinstance(twin, str) else len(twin)
    return [native(case.function.name, cell=at, **given) for at in range(count)]


def _names(case: Case) -> list[str]:
    return Call(case.function, case.args).names


def _reference(arg: Any, row: int, column: int) -> str:
    first = f"{get_column_letter(column)}{row}"
    if not isinstance(arg, list) or len(arg) == len(arg[0]) == 1:
        return first
    return f"{first}:{get_column_letter(column + len(arg[0]) - 1)}{row + len(arg) - 1}"


def _rows(arg: Any) -> list[list[Any]]:
    return arg if isinstance(arg, list) else [[None if arg is Left.OUT else arg]]


def _shown(cell: Any) -> Any:
    return Failure(cell) if isinstance(cell, str) and cell.startswith("#") else cell
