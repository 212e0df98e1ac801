"""The workbook being written: its cells' looks, its names, and where they are."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Protection
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from workbook_templates.edition import Edition
from workbook_templates.sheet import Value
from workbook_templates.theme import Look

if TYPE_CHECKING:
    from openpyxl.drawing.spreadsheet_drawing import TwoCellAnchor

    from workbook_templates.charts import Draw
    from workbook_templates.writing.rows import Rows

A4 = 9


class Canvas:
    """A workbook with its edition.

    `places` holds the address of every name, `charts` what is drawn once they are all known,
    `rows` the rows of the tables by the title of their sheet, which openpyxl does not see.
    """

    def __init__(self, edition: Edition) -> None:
        """Start an empty workbook."""
        self.edition = edition
        self.book = Workbook()
        self.book.remove(self.book.worksheets[0])
        self.places: dict[str, str] = {}
        self.charts: list[tuple[Worksheet, TwoCellAnchor, Draw]] = []
        self.rows: dict[str, Rows] = {}
        self._styles: dict[tuple[Look, str, bool], StyleArray] = {}

    def sheet(self, title: str, *, tab: str, landscape: bool) -> Worksheet:
        """Add a sheet that prints on A4, one page wide."""
        sheet: Worksheet = self.book.create_sheet(title)
        sheet.sheet_properties.tabColor = tab
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.paperSize = A4
        sheet.page_setup.orientation = "landscape" if landscape else "portrait"
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 0
        sheet.print_options.horizontalCentered = True
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        sheet.page_margins.top, sheet.page_margins.bottom = 0.6, 0.8
        sheet.page_margins.footer = 0.4
        sheet.oddFooter.left.text = "&A"
        sheet.oddFooter.right.text = "&P / &N"
        return sheet

    def name(self, name: str, sheet: Worksheet, address: str) -> None:
        """Name a range of a sheet for the whole workbook, and remember its place.

        Raises ValueError for a name that is taken: the second would hide the first.
        """
        if name in self.places:
            raise ValueError(f"the name {name} is given twice")
        place = f"{quote_sheetname(sheet.title)}!{address}"
        self.places[name] = place
        self.book.defined_names[name] = DefinedName(name, attr_text=place)

    def hide_unused_names(self) -> None:
        """Leave out of Excel's list of names those that no formula and no check uses.

        They stay in the file: charts were drawn by them, and programs read the figures by them.
        """
        used = set(re.findall(r"[a-z]\w*", " ".join(self._formulas())))
        for name, defined in self.book.defined_names.items():
            defined.hidden = True if name not in used else None

    def _formulas(self) -> Iterator[str]:
        for rows in self.rows.values():
            yield from (column.formula for column in rows.columns)
        for sheet in self.book.worksheets:
            for check in sheet.data_validations.dataValidation:
                yield str(check.formula1)
            for row in sheet.iter_rows():
                yield from (cell.value for cell in row if cell.data_type == "f")

    def style(self, look: Look, number_format: str = "General", *, fill_in: bool) -> StyleArray:
        """Return the style of a look, made once for all cells that share it."""
        key = look, number_format, fill_in
        if key not in self._styles:
            cell = Cell(self.book.worksheets[0], row=1, column=1)
            cell.font = look.font()
            cell.fill = look.pattern()
            cell.border = look.border()
            cell.alignment = look.alignment()
            cell.number_format = number_format
            cell.protection = Protection(locked=not fill_in)
            self._styles[key] = cell._style  # noqa: SLF001 - openpyxl's setters copy it each time
        return self._styles[key]

    def style_number(self, look: Look, number_format: str, *, fill_in: bool) -> int:
        """Return the number of a style among the cell formats of the workbook."""
        style = self.style(look, number_format, fill_in=fill_in)
        return int(self.book._cell_styles.add(style))  # noqa: SLF001 - as openpyxl's cells do

    def put(
        self,
        cell: Cell,
        value: Value,
        look: Look,
        number_format: str = "General",
        *,
        fill_in: bool = False,
    ) -> None:
        """Write one cell; a text that starts with = is a formula."""
        cell.value = value
        cell._style = self.style(look, number_format, fill_in=fill_in)  # noqa: SLF001 - as above
