"""How a page is written: its blocks, one below the other, on twelve equal columns."""

from collections.abc import Callable, Mapping, Sequence
from functools import singledispatchmethod
from math import ceil

from openpyxl.cell import Cell
from openpyxl.chart._chart import ChartBase
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from cpc_functions.catalogue import Unit
from workbook_templates import theme
from workbook_templates.page import (
    WIDTH,
    Block,
    Card,
    Cards,
    Charts,
    Column,
    Field,
    Grid,
    Heading,
    Link,
    Page,
    PageBreak,
    Row,
    Text,
)
from workbook_templates.sheet import Value
from workbook_templates.theme import Look
from workbook_templates.writing import rules
from workbook_templates.writing.canvas import Canvas

FIRST, LAST = 2, WIDTH + 1  # column A is the margin
COLUMN_WIDTH, LINE = 10.7, 15.0
LETTERS = 11.0  # how many letters of the text size stand in one column
LOOKS = {
    "cell": (theme.CELL_NUMBER, theme.CELL_TEXT),
    "open": (theme.OPEN_NUMBER, theme.OPEN_TEXT),
    "filled": (theme.INPUT, theme.INPUT_TEXT),
    "total": (theme.TOTAL_NUMBER, theme.TOTAL_TEXT),
}
GAP = 90_000  # a quarter of a centimetre, between charts side by side

Pending = tuple[Worksheet, TwoCellAnchor, Callable[[Mapping[str, str]], ChartBase]]


class Place(str):
    """The address of a cell in its row; `above` is the cell over it."""

    __slots__ = ("above",)

    above: str


class PageWriter:
    """Writes the blocks of one page downwards; charts wait in `pending` for every place."""

    def __init__(self, canvas: Canvas, page: Page) -> None:
        """Open the sheet and write its title."""
        self.canvas = canvas
        self.pending: list[Pending] = []
        self.sheet = canvas.sheet(page.title, tab=theme.NAVY, landscape=page.landscape)
        self.sheet.sheet_view.showGridLines = False
        self.sheet.column_dimensions["A"].width = 2
        for column in range(FIRST, LAST + 1):
            self.sheet.column_dimensions[get_column_letter(column)].width = COLUMN_WIDTH
        self.row = 1
        self._put(1, WIDTH, page.title, theme.TITLE)
        self._height(30)
        self._next()
        self._paragraph(page.lead, theme.LEAD)
        for block in page.blocks:
            self.write(block)
        self.sheet.print_area = f"A1:{get_column_letter(LAST)}{self.row}"
        self.sheet.freeze_panes = "A2"
        self.sheet.protection.sheet = canvas.edition.protect

    @singledispatchmethod
    def write(self, block: Block) -> None:
        """Write one block and move below it."""
        raise TypeError(type(block).__name__)

    @write.register
    def _(self, block: Heading) -> None:
        self._next()
        self._put(1, WIDTH, block.text, theme.HEADING)
        self._height(22)
        self._next()

    @write.register
    def _(self, block: Text) -> None:
        look = theme.NOTE if block.quiet else theme.STRONG if block.strong else theme.TEXT
        self._paragraph(block.text, look, block.lines)

    @write.register
    def _(self, block: Link) -> None:
        cell = self._put(1, 3, block.sheet, theme.LINK)
        target = f"{quote_sheetname(block.sheet)}!A1"
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target, display=block.sheet)
        self._put(4, WIDTH - 3, block.text, theme.TEXT)
        self._height(LINE * _lines(block.text, WIDTH - 3))
        self._next()

    @write.register
    def _(self, block: Field) -> None:
        formats = self.canvas.edition.formats
        self._put(1, 3, block.label, theme.LABEL)
        given = not block.formula
        value = block.value if given else f"={block.formula}"
        words = block.unit is Unit.TEXT
        look = {
            (True, True): theme.INPUT_TEXT,
            (True, False): theme.INPUT,
            (False, True): theme.ANSWER_TEXT,
            (False, False): theme.ANSWER,
        }[given, words]
        cell = self._put(4, 2, value, look, formats.of(block.unit), fill_in=given)
        self._put(6, WIDTH - 5, block.help, theme.HELP)
        self._height(max(18, 13 * _lines(block.help, WIDTH - 5)))
        self.canvas.name(block.name, self.sheet, _absolute(cell))
        if block.unit is Unit.COUNT:
            rules.show_whole_counts(self.sheet, cell.coordinate, cell.coordinate)
        if given:
            check = rules.validation(
                block.unit,
                self.canvas.edition,
                choices=block.choices,
                low=block.low,
                high=block.high,
            )
            if check:
                check.add(cell.coordinate)
                self.sheet.add_data_validation(check)
        self._next()

    @write.register
    def _(self, block: Cards) -> None:
        span = WIDTH // len(block.cards)
        lines: Sequence[tuple[float, Callable[[Card], str], Look]] = (
            (22, lambda card: card.title, theme.CARD_TITLE),
            (34, lambda card: f"={card.formula}", theme.CARD_FIGURE),
            (18, lambda card: card.interval, theme.CARD_NOTE),
            (40, lambda card: card.note, theme.CARD_NOTE),
        )
        for height, content, look in lines:
            for place, card in enumerate(block.cards):
                shown = self.canvas.edition.formats.of(card.unit)
                number_format = shown if look is theme.CARD_FIGURE else "General"
                self._put(1 + place * span, span, content(card), look, number_format)
            self._height(height)
            self._next()
        self._next()

    @write.register
    def _(self, block: Grid) -> None:
        places = _spread(block.columns)
        for place, column in zip(places, block.columns, strict=True):
            look = theme.INPUT_HEADER if column.filled else theme.ANSWER_HEADER
            self._put(place, column.span, column.title, look)
        self._height(30)
        self._next()
        first = self.row
        for number, row in enumerate(block.rows, 1):
            self._grid_row(block, places, row, number)
        last = self.row - 1
        named = last - (1 if block.rows[-1].total else 0)
        for place, column in zip(places, block.columns, strict=True):
            letter = get_column_letter(FIRST + place - 1)
            area = f"${letter}${first}:${letter}${named}"
            if block.name:
                self.canvas.name(f"{block.name}_{column.key}", self.sheet, area)
            self._grid_rules(column, f"{letter}{first}", f"{letter}{first}:{letter}{last}")
        if block.open_ended:
            opening = get_column_letter(FIRST)
            area = f"{opening}{first}:{get_column_letter(LAST)}{last}"
            rules.draw_lines(self.sheet, area, f"${opening}{first}")
            self.sheet.print_title_rows = f"{first - 1}:{first - 1}"
        self._next()

    @write.register
    def _(self, block: Charts) -> None:
        span = WIDTH // len(block.draw)
        for place, draw in enumerate(block.draw):
            start = FIRST - 1 + place * span
            area = TwoCellAnchor(
                editAs="oneCell",
                _from=AnchorMarker(col=start, row=self.row - 1, colOff=GAP if place else 0),
                to=AnchorMarker(col=start + span, row=self.row - 1 + block.lines),
            )
            self.pending.append((self.sheet, area, draw))
        for _ in range(block.lines):
            self._height(LINE)
            self._next()

    @write.register
    def _(self, _block: PageBreak) -> None:
        self.sheet.row_breaks.append(Break(id=self.row - 1))

    def _grid_row(self, grid: Grid, places: Sequence[int], row: Row, number: int) -> None:
        cells: dict[str, str | int] = {"number": number}
        for place, column in zip(places, grid.columns, strict=True):
            letter = get_column_letter(FIRST + place - 1)
            address = Place(f"${letter}{self.row}")
            address.above = f"${letter}{self.row - 1}"
            cells[column.key] = address
        tallest = 1
        for place, column in zip(places, grid.columns, strict=True):
            value = row.cells.get(column.key, f"={column.formula}" if column.formula else None)
            if isinstance(value, str) and value.startswith("="):
                value = value.format_map(cells)
            elif isinstance(value, str):
                tallest = max(tallest, _lines(value, column.span))
            filled = "filled" if column.filled else "open" if grid.open_ended else "cell"
            self._grid_cell(place, column, value, "total" if row.total else filled)
        self._height(max(18, 13 * max(tallest, grid.wrap) + 3))
        self._next()

    def _grid_cell(self, place: int, column: Column, value: Value, kind: str) -> None:
        formats = self.canvas.edition.formats
        shown = formats.amount if column.unit is Unit.MONEY else formats.of(column.unit)
        shown = column.shown or shown
        words = isinstance(value, str) and not value.startswith("=")
        look = LOOKS[kind][words or column.unit is Unit.TEXT]
        cell = self._put(place, column.span, value, look, shown, fill_in=column.filled)
        if column.filled and kind != "total":
            check = rules.validation(column.unit, self.canvas.edition, choices=column.choices)
            if check:
                check.add(cell.coordinate)
                self.sheet.add_data_validation(check)

    def _grid_rules(self, column: Column, first: str, area: str) -> None:
        if column.unit is Unit.COUNT:
            rules.show_whole_counts(self.sheet, area, first)
        if column.words:
            rules.colour_words(self.sheet, area, first, column.words)

    def _paragraph(self, text: str, look: Look, lines: int = 0) -> None:
        self._put(1, WIDTH, text, look)
        self._height(14 * (lines or _lines(text, WIDTH)) + 2)
        self._next()

    def _put(
        self,
        place: int,
        span: int,
        value: Value,
        look: Look,
        number_format: str = "General",
        *,
        fill_in: bool = False,
    ) -> Cell:
        """Write a value across columns; `place` counts from 1."""
        start = FIRST + place - 1
        for column in range(start, start + span):
            cell = self.sheet.cell(self.row, column)
            shown = value if column == start else None
            self.canvas.put(cell, shown, look, number_format, fill_in=fill_in)
        if span > 1:  # merge_cells would style each cell again: four fifths of the whole time
            area = CellRange(None, start, self.row, start + span - 1, self.row)
            self.sheet.merged_cells.ranges.add(area)
        return self.sheet.cell(self.row, start)

    def _height(self, points: float) -> None:
        self.sheet.row_dimensions[self.row].height = points

    def _next(self) -> None:
        self.row += 1


def _absolute(cell: Cell) -> str:
    return f"${cell.column_letter}${cell.row}"


def _spread(columns: Sequence[Column]) -> list[int]:
    """Return the first place of each column; the spans may not leave the page."""
    places = [1 + sum(column.span for column in columns[:place]) for place in range(len(columns))]
    if places[-1] + columns[-1].span > WIDTH + 1:
        message = f"the columns {[column.key for column in columns]} are wider than the page"
        raise ValueError(message)
    return places


def _lines(text: str, span: int) -> int:
    return max(1, ceil(len(text) / (span * LETTERS)))
