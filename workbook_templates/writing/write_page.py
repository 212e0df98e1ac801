"""How a page is written: its blocks, one below the other."""

from collections.abc import Callable, Sequence
from functools import singledispatch

from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break

from cpc_functions.catalogue import Unit
from workbook_templates import theme
from workbook_templates.page import (
    WIDTH,
    Block,
    Card,
    Cards,
    Charts,
    Field,
    Grid,
    Heading,
    Link,
    Page,
    PageBreak,
    Text,
)
from workbook_templates.theme import Look
from workbook_templates.writing import rules
from workbook_templates.writing.canvas import Canvas
from workbook_templates.writing.paper import FIRST, LAST, LINE, Paper, letter, lines_of
from workbook_templates.writing.write_grid import write_grid

CHART_LINE = 15
GAP = 90_000  # a quarter of a centimetre, between charts side by side
CARD: Sequence[tuple[float, Callable[[Card], str], Look]] = (
    (22, lambda card: card.title, theme.CARD_TITLE),
    (34, lambda card: f"={card.formula}", theme.CARD_FIGURE),
    (18, lambda card: card.interval, theme.CARD_NOTE),
    (40, lambda card: card.note, theme.CARD_NOTE),
)


def write_page(canvas: Canvas, page: Page) -> None:
    """Write a page and name its cells; its charts wait until every place is known."""
    paper = Paper(canvas, page)
    for block in page.blocks:
        write(block, paper)
    paper.sheet.print_area = f"A1:{letter(LAST)}{paper.row}"


@singledispatch
def write(block: Block, _paper: Paper) -> None:
    """Write one block and move below it."""
    raise TypeError(type(block).__name__)


@write.register
def _(block: Heading, paper: Paper) -> None:
    paper.end_row()
    paper.put(1, WIDTH, block.text, theme.HEADING)
    paper.end_row(22)


@write.register
def _(block: Text, paper: Paper) -> None:
    look = theme.NOTE if block.quiet else theme.STRONG if block.strong else theme.TEXT
    paper.paragraph(block.text, look, block.lines)


@write.register
def _(block: Link, paper: Paper) -> None:
    cell = paper.put(1, 3, block.sheet, theme.LINK)
    target = f"{quote_sheetname(block.sheet)}!A1"
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target, display=block.sheet)
    paper.put(4, WIDTH - 3, block.text, theme.TEXT)
    paper.end_row((LINE + 1) * lines_of(block.text, WIDTH - 3))


@write.register
def _(block: Field, paper: Paper) -> None:
    edition = paper.canvas.edition
    given, text = not block.formula, block.unit is Unit.TEXT
    look = {
        (True, True): theme.INPUT_TEXT,
        (True, False): theme.INPUT,
        (False, True): theme.ANSWER_TEXT,
        (False, False): theme.ANSWER,
    }[given, text]
    value = block.value if given else f"={block.formula}"
    paper.put(1, 3, block.label, theme.LABEL)
    shown = block.shown or edition.formats.of(block.unit)
    cell = paper.put(4, 2, value, look, shown, fill_in=given)
    paper.put(6, WIDTH - 5, block.help, theme.HELP)
    paper.canvas.name(block.name, paper.sheet, f"${cell.column_letter}${cell.row}")
    if block.unit is Unit.COUNT:
        rules.show_whole_counts(paper.sheet, cell.coordinate, cell.coordinate)
    if given:
        bounds = {"low": block.low, "high": block.high}
        paper.check(cell, rules.validation(block.unit, edition, choices=block.choices, **bounds))
    paper.end_row(max(18, 13 * lines_of(block.help, WIDTH - 5)))


@write.register
def _(block: Cards, paper: Paper) -> None:
    span = WIDTH // len(block.cards)
    for height, content, look in CARD:
        for place, card in enumerate(block.cards):
            figure = look is theme.CARD_FIGURE
            shown = card.shown or paper.canvas.edition.formats.of(card.unit)
            paper.put(1 + place * span, span, content(card), look, shown if figure else "General")
        paper.end_row(height)
    paper.end_row()


write.register(Grid, write_grid)


@write.register
def _(block: Charts, paper: Paper) -> None:
    span = WIDTH // len(block.draw)
    for place, draw in enumerate(block.draw):
        start = FIRST - 1 + place * span
        area = TwoCellAnchor(
            editAs="oneCell",
            _from=AnchorMarker(col=start, row=paper.row - 1, colOff=GAP if place else 0),
            to=AnchorMarker(col=start + span, row=paper.row - 1 + block.lines),
        )
        paper.canvas.charts.append((paper.sheet, area, draw))
    for _ in range(block.lines):
        paper.end_row(CHART_LINE)


@write.register
def _(_block: PageBreak, paper: Paper) -> None:
    paper.sheet.row_breaks.append(Break(id=paper.row - 1))
