"""From the declared sheets to the bytes of a workbook."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from workbook_templates.edition import Edition
from workbook_templates.page import Page
from workbook_templates.sheet import Sheet
from workbook_templates.writing.canvas import Canvas
from workbook_templates.writing.package import packed
from workbook_templates.writing.write_page import write_page
from workbook_templates.writing.write_sheet import HEADER_ROW, write_sheet

CREATOR = "CPC add-in"


def written(edition: Edition, sheets: Sequence[Page | Sheet], title: str, subject: str) -> bytes:
    """Return a workbook of these sheets; charts are drawn last, when every place is known."""
    canvas = Canvas(edition)
    for declared in sheets:
        if isinstance(declared, Sheet):
            _print_first(write_sheet(canvas, declared), declared)
        else:
            write_page(canvas, declared)
    for sheet, area, draw in canvas.charts:
        chart = draw(canvas.places)
        chart.anchor = area
        sheet.add_chart(chart)
    canvas.hide_unused_names()
    book = canvas.book
    book.calculation.fullCalcOnLoad = True
    properties = book.properties
    properties.title, properties.subject, properties.creator = title, subject, CREATOR
    properties.language = edition.language
    properties.keywords = edition.say("cost per conversion, paid traffic, organic traffic")
    return packed(book, canvas.rows)


def _print_first(sheet: Worksheet, declared: Sheet) -> None:
    """Print no more rows than a sheet declares: thousands would go through hundreds of pages."""
    if 0 < declared.printed < len(declared.rows):
        last = get_column_letter(len(declared.columns))
        sheet.print_area = f"A1:{last}{HEADER_ROW + declared.printed}"
