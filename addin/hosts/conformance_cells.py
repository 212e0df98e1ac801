"""The cells of the conformance workbook: blocks of ranges, values as they are, comparing."""

from typing import Any, NamedTuple

from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cpc_functions.cells import CellError, ErrorCode, Rows
from cpc_functions.shapes import rows_of

RANGES = "Ranges"


class Area(NamedTuple):
    """A block of cells on the sheet of ranges, by the numbers of its first row and column."""

    row: int
    column: int
    height: int
    width: int

    def place(self, down: int, right: int) -> str:
        """Return a cell as a formula on the same sheet writes it."""
        return f"{get_column_letter(self.column + right)}{self.row + down}"

    @property
    def first_cell(self) -> str:
        """Return the first cell as a formula on any sheet writes it."""
        return f"{RANGES}!{self.place(0, 0)}"

    def __str__(self) -> str:
        """Return the block as a formula on any sheet writes it."""
        return f"{self.first_cell}:{self.place(self.height - 1, self.width - 1)}"


class Ranges:
    """The sheet of ranges, filled from the top down."""

    def __init__(self, sheet: Worksheet) -> None:
        """Begin on an empty sheet."""
        self.sheet = sheet
        self.row = 1
        self.column = 1
        self.next = 1

    def example(self, title: str) -> None:
        """Begin the ranges of an example below those of the one before."""
        self.row = self.next + 1
        self.sheet.cell(self.row, 1, title).font = Font(bold=True)
        self.column, self.next = 3, self.row + 1

    def room(self, height: int, width: int) -> Area:
        """Take a block beside those of the same example."""
        area = Area(self.row, self.column, height, width)
        self.column += width + 1
        self.next = max(self.next, self.row + height)
        return area

    def hold(self, cells: Any) -> Area:
        """Lay out a range, or a single cell."""
        rows = rows_of(cells, "range")
        area = self.room(len(rows), len(rows[0]))
        self.fill(area, rows)
        return area

    def fill(self, area: Area, rows: Rows) -> None:
        """Write rows into a block."""
        for down, row in enumerate(rows):
            for right, value in enumerate(row):
                put(self.sheet, area.row + down, area.column + right, value)


def compared(given: str, expected: str, within: float) -> str:
    """Return the formula that says whether cells agree: kind, error, text, number within."""
    near = f"ABS({given}-{expected})<={within!r}*IF({expected}=0,1,ABS({expected}))"
    number = f"IF(ISNUMBER({given}),{near},FALSE)"
    text = (
        f"IF(ISNUMBER({given}),FALSE,"
        f'IF(ISLOGICAL({given})=ISLOGICAL({expected}),EXACT({given}&"",{expected}&""),FALSE))'
    )
    error = f"IF(ISERROR({given}),ERROR.TYPE({given})=ERROR.TYPE({expected}),FALSE)"
    value = f"IF(ISERROR({given}),FALSE,IF(ISNUMBER({expected}),{number},{text}))"
    return f"IF(ISERROR({expected}),{error},{value})"


def put(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    """Write a value as it is: a text that begins with = stays text."""
    if value is None or value == "":
        return
    cell = sheet.cell(row, column)
    if isinstance(value, (CellError, ErrorCode)):
        code = value.code if isinstance(value, CellError) else value
        cell.value, cell.data_type = code.value, "e"
        return
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith("=")
