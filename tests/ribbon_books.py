"""Open workbooks for tests of the ribbon."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from addin.ribbon import COMMANDS
from addin.ribbon_commands.portable import PREFIX
from tests import excel_double
from tests.excel_files import opened
from tests.excel_state import BookState, CellState, ExcelError, SheetState, TableState, World
from tests.report_tables import tables
from workbook_templates.edition import Edition
from workbook_templates.kinds import Kind, make
from workbook_templates.report.tables import Tables
from workbook_templates.report.workbook import make_report

if TYPE_CHECKING:
    from xlwings import App

DAY = 46_027.0  # 5 January 2026, as cells count days
PAID = 1  # the places of the tracker's sheets
ORGANIC = 2
COSTS = 3
FIRST = 5  # the row below the titles
UNKNOWN_NAME = -2147352570
OLDER = (AttributeError("Formula2"), ExcelError("Unknown name.", UNKNOWN_NAME))
"""What Excel 2016 and 2019 say of Formula2: pywin32 alone, and as xlwings hands it on."""


@cache
def _content(language: str) -> bytes:
    return make(Kind.TRACKER, Edition(date(2026, 1, 1), language=language, rows=20))


def tracker(rows: int = 6, language: str = "en") -> World:
    """Return an Excel with a tracker: so many days of one campaign, 100 and 4 conversions each."""
    book = opened(_content(language), "tracker.xlsx")
    paid = book.sheets[PAID]
    for number in range(rows):
        fill(paid, FIRST + number, [DAY + number % 60, "Search", f"Campaign {number // 60}"])
        for column, value in {4: 100.0, 5: 1_000.0, 6: 50.0, 7: 4.0}.items():
            paid.cells[FIRST + number, column] = CellState(value)
    top, left, bottom, right = paid.tables[0].area
    paid.tables[0].area = (top, left, max(bottom, top + rows), right)
    return World([book])


def fill(sheet: SheetState, row: int, values: Sequence[Any], first: int = 1) -> None:
    """Put values into the cells of a row; the first of a tracker's row is a day."""
    for column, value in enumerate(values, first):
        like = sheet.cells.get((FIRST, column), CellState())  # as whole columns are formatted
        sheet.cells[row, column] = CellState(value, "", like.is_date)


def plain(*rows: Sequence[Any], table: str = "") -> World:
    """Return an Excel with one sheet of these rows from B2 on, which may be a table."""
    sheet = SheetState("Sheet1")
    for number, row in enumerate(rows, 2):
        fill(sheet, number, row, 2)
    if table:
        area = (2, 2, len(rows) + 1, len(rows[0]) + 1)
        sheet.tables.append(TableState(table, area))
    world = World([BookState("mine.xlsx", [sheet])])
    world.select(0, "B2")
    return world


def press(command: str, world: World) -> str:
    """Press a button of the ribbon."""
    return COMMANDS[command](cast("App", excel_double.App(world)))


def texts(sheet: SheetState) -> set[str]:
    """Return the texts on a sheet."""
    return {cell.value for cell in sheet.cells.values() if isinstance(cell.value, str)}


def row(sheet: SheetState, number: int, width: int) -> list[Any]:
    """Return the values of the first cells of a row."""
    return [sheet.cells.get((number, at), CellState()).value for at in range(1, width + 1)]


def formulas(world: World, sheet: int = 0) -> dict[tuple[int, int], str]:
    """Return the formulas of a sheet by row and column."""
    cells = world.books[0].sheets[sheet].cells
    return {place: cell.formula for place, cell in cells.items() if cell.formula}


@cache
def small() -> Tables:
    """Return a report of all kinds of contents, with few rows: what is compared is formulas."""
    whole = tables()
    fifth = [row for row in whole.paid if row.day.day == 5]
    return tables(paid=fifth, days=[row for row in whole.days if row.day.day == 5])


@cache
def report_content() -> bytes:
    """Return the file of that report."""
    return make_report(Edition(small().span.first), small())


def ours(world: World) -> list[str]:
    """Return the titles of the report's sheets."""
    return [sheet.name for sheet in world.books[0].sheets if sheet.name.startswith(PREFIX)]


@cache
def _first_report() -> World:
    world = tracker()
    press("build_report", world)
    return world


def reported() -> World:
    """Return an Excel with a tracker that has a report."""
    return World([book.twin() for book in _first_report().books])
