"""The calls in cells of a real LibreOffice, all of them in one workbook."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from openpyxl.utils import get_column_letter

from addin.hosts.calc.names import stored
from addin.hosts.calc.office.cells import NUMBERS
from cpc_functions.cells import CellError
from tests.calc.office import Office
from tests.golden.case import Case, Failure, Left

ERROR_RESULTS = 4  # com.sun.star.sheet.FormulaResult.ERROR
NAMES = {number: code.value for code, number in NUMBERS.items()}
Shape = tuple[int, int]


class Place(NamedTuple):
    """Where a call stands: its first row, and the rows and columns of its answer."""

    row: int
    shape: Shape


def not_due(case: Case) -> str:
    """Return why a call cannot be written in a cell, "" if it can."""
    return "a range without a cell" if any(arg == [] for arg in case.args) else ""


def answers(office: Office, cases: Sequence[tuple[Case, Shape]]) -> dict[str, Any]:
    """Return what the cells show; `cases` says how many rows and columns an answer has."""
    sheet = _Sheet(office, cases)
    sheet.document.enableAutomaticCalculation(False)
    sheet.document.addActionLock()
    sheet.write_cells()
    sheet.write_formulas()
    sheet.document.removeActionLock()
    sheet.document.calculateAll()
    found = sheet.shown()
    sheet.document.setModified(False)
    sheet.document.close(True)
    return found


class _Sheet:
    """One sheet: the arguments of each call side by side, and behind them the answers."""

    def __init__(self, office: Office, cases: Sequence[tuple[Case, Shape]]) -> None:
        book = office.new()
        self.document, self.sheet = book.document, book.sheet
        self.behind = 1 + max(sum(_width(arg) for arg in case.args) for case, _ in cases)
        self.breadth = max(shape[1] for _, shape in cases)
        self.places: list[tuple[Case, Place]] = []
        self.rows = 0
        for case, shape in cases:
            self.places.append((case, Place(self.rows, shape)))
            self.rows += max(shape[0], *(_height(arg) for arg in case.args), 1)

    def write_cells(self) -> None:
        """Write numbers and texts in one block, then what a block cannot hold."""
        block: list[list[Any]] = [[""] * self.behind for _ in range(self.rows)]
        formulas = {}
        for case, place in self.places:
            for row, column, cell in _cells(case.args):
                if isinstance(cell, bool):
                    formulas[place.row + row, column] = f"={str(cell).upper()}()"
                elif isinstance(cell, CellError):
                    formulas[place.row + row, column] = f"={_error(cell)}"
                elif cell is not None:
                    block[place.row + row][column] = cell if isinstance(cell, str) else float(cell)
        whole = self.sheet.getCellRangeByPosition(0, 0, self.behind - 1, self.rows - 1)
        whole.setDataArray(tuple(map(tuple, block)))
        for (row, column), formula in formulas.items():
            self.sheet.getCellByPosition(column, row).setFormula(formula)

    def write_formulas(self) -> None:
        """Write each call: into one cell, or as an array over as many as its answer has."""
        for case, place in self.places:
            words = ";".join(_words(case.args, place.row))
            formula = f"={stored(case.function.name)}({words})"
            if place.shape == (1, 1):
                self.sheet.getCellByPosition(self.behind, place.row).setFormula(formula)
            else:
                self._answer(place).setArrayFormula(formula)

    def shown(self) -> dict[str, Any]:
        """Return the answers by the names of the calls."""
        last = self.behind + self.breadth - 1
        whole = self.sheet.getCellRangeByPosition(self.behind, 0, last, self.rows - 1)
        table = [list(row) for row in whole.getDataArray()]
        for area in whole.queryFormulaCells(ERROR_RESULTS).getRangeAddresses():
            for row in range(area.StartRow, area.EndRow + 1):
                for column in range(area.StartColumn, area.EndColumn + 1):
                    number = self.sheet.getCellByPosition(column, row).getError()
                    table[row][column - self.behind] = Failure(NAMES.get(number, f"Err:{number}"))
        found = {}
        for case, (row, (height, width)) in self.places:
            answer = [line[:width] for line in table[row : row + height]]
            found[case.name] = answer[0][0] if height == width == 1 else answer
        return found

    def _answer(self, place: Place) -> Any:
        height, width = place.shape
        last = self.behind + width - 1
        return self.sheet.getCellRangeByPosition(
            self.behind, place.row, last, place.row + height - 1
        )


def _cells(args: Sequence[Any]) -> Iterator[tuple[int, int, Any]]:
    """Yield row, column and value of the cells of a call."""
    first = 0
    for arg in args:
        for row, cells in enumerate(_rows(arg)):
            for column, cell in enumerate(cells, first):
                yield row, column, cell
        first += _width(arg)


def _words(args: Sequence[Any], top: int) -> Iterator[str]:
    """Yield the references of a call, A1 or A1:B3; nothing for an argument left out."""
    first = 0
    for arg in args:
        if arg is Left.OUT:
            yield ""
            continue
        last = first + _width(arg) - 1
        start = f"{get_column_letter(1 + first)}{top + 1}"
        ends = isinstance(arg, list)
        yield f"{start}:{get_column_letter(1 + last)}{top + len(arg)}" if ends else start
        first = last + 1


def _rows(arg: Any) -> list[list[Any]]:
    if arg is Left.OUT:
        return []
    return arg if isinstance(arg, list) else [[arg]]


def _height(arg: Any) -> int:
    return len(_rows(arg))


def _width(arg: Any) -> int:
    return max(map(len, _rows(arg)), default=0)


def _error(cell: CellError) -> str:
    return {"#N/A": "NA()", "#DIV/0!": "1/0"}[cell.code.value]
