"""A page's sheet while it is written downwards: twelve equal columns and the row at hand."""

from math import ceil

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.datavalidation import DataValidation

from workbook_templates import theme
from workbook_templates.page import WIDTH, Data, Page
from workbook_templates.sheet import Value
from workbook_templates.theme import Look
from workbook_templates.writing.canvas import Canvas
from workbook_templates.writing.rows import as_held

FIRST, LAST = 2, WIDTH + 1  # column A is the margin
COLUMN_WIDTH = 10.7
LETTERS = 11.0  # how many letters of the text size stand in one column
LINE = 14
HIGHEST = 409  # points: the most that a row can be


class Paper:
    """The sheet of a page; `row` is where the next block goes."""

    def __init__(self, canvas: Canvas, page: Page) -> None:
        """Open the sheet with its title."""
        self.canvas = canvas
        self.sheet = canvas.sheet(page.title, tab=theme.NAVY, landscape=page.landscape)
        self.sheet.sheet_view.showGridLines = False
        self.sheet.freeze_panes = "A2"
        self.sheet.protection.sheet = canvas.edition.protect
        self.sheet.column_dimensions["A"].width = 2
        for column in range(FIRST, LAST + 1):
            self.sheet.column_dimensions[letter(column)].width = COLUMN_WIDTH
        self.row = 1
        self.put(1, WIDTH, page.title, theme.TITLE)
        self.end_row(30)
        self.paragraph(page.lead, theme.LEAD)

    def put(
        self,
        place: int,
        span: int,
        value: Value,
        look: Look,
        number_format: str = "General",
        *,
        fill_in: bool = False,
    ) -> Cell:
        """Write a value across columns of the row at hand; `place` counts from 1."""
        start, end = FIRST + place - 1, FIRST + place + span - 2
        for column in range(start, end + 1):
            cell = self.sheet.cell(self.row, column)
            shown = value if column == start and not isinstance(value, Data) else None
            self.canvas.put(cell, shown, look, number_format, fill_in=fill_in)
        if isinstance(value, Data):
            self._put_text(self.sheet.cell(self.row, start), value)
        if span > 1:  # merge_cells would style each cell again: four fifths of the whole time
            area = CellRange(None, start, self.row, end, self.row)
            self.sheet.merged_cells.ranges.add(area)
        return self.sheet.cell(self.row, start)

    @staticmethod
    def _put_text(cell: Cell, text: str) -> None:
        """Write a text as a text, where openpyxl would take one for a formula or an error."""
        cell.value = as_held(text) or None
        cell.data_type = "s" if cell.value else "n"

    def paragraph(self, text: str, look: Look, lines: int = 0) -> None:
        """Write a text over the whole width."""
        self.put(1, WIDTH, text, look)
        self.end_row(LINE * (lines or lines_of(text, WIDTH)) + 2)

    def end_row(self, points: float | None = None) -> None:
        """Go to the next row, the one at hand so many points high."""
        if points is not None:
            self.sheet.row_dimensions[self.row].height = min(points, HIGHEST)
        self.row += 1

    def check(self, cell: Cell, validation: DataValidation | None) -> None:
        """Check what is typed into a cell."""
        if validation:
            validation.add(cell.coordinate)
            self.sheet.add_data_validation(validation)


def letter(column: int) -> str:
    """Return the letters of a column that is counted from 1."""
    return str(get_column_letter(column))


def lines_of(text: str, span: int) -> int:
    """Return how many lines a text takes across so many columns, roughly."""
    return max(1, ceil(len(text) / (span * LETTERS)))
