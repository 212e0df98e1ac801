"""From the declared sheets to the bytes of a workbook."""

from collections.abc import Sequence

from workbook_templates.edition import Edition
from workbook_templates.page import Page
from workbook_templates.sheet import Sheet
from workbook_templates.writing.canvas import Canvas
from workbook_templates.writing.package import packed
from workbook_templates.writing.write_page import write_page
from workbook_templates.writing.write_sheet import write_sheet

CREATOR = "CPC add-in"


def written(edition: Edition, sheets: Sequence[Page | Sheet], title: str, subject: str) -> bytes:
    """Return a workbook of these sheets; charts are drawn last, when every place is known."""
    canvas = Canvas(edition)
    for declared in sheets:
        if isinstance(declared, Sheet):
            write_sheet(canvas, declared)
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
    return packed(book)
