"""How a grid is written: its header, its rows, and the names of its columns."""

from collections.abc import Sequence

from cpc_functions.catalogue import Unit
from workbook_templates import theme
from workbook_templates.page import WIDTH, Column, Data, Grid, Row
from workbook_templates.sheet import Value
from workbook_templates.writing import rules
from workbook_templates.writing.paper import FIRST, Paper, letter, lines_of

LOOKS = {
    "cell": (theme.CELL_NUMBER, theme.CELL_TEXT),
    "filled": (theme.INPUT, theme.INPUT_TEXT),
    "total": (theme.TOTAL_NUMBER, theme.TOTAL_TEXT),
}
HEADER_HEIGHT, ROW_HEIGHT, TEXT_LINE = 30, 18, 13


class Place(str):
    """The address of a cell in its row; `above` is the cell over it."""

    __slots__ = ("above",)

    above: str


def write_grid(grid: Grid, paper: Paper) -> None:
    """Write a grid and move below it."""
    places = _spread(grid.columns)
    for place, column in zip(places, grid.columns, strict=True):
        look = theme.INPUT_HEADER if column.filled else theme.ANSWER_HEADER
        paper.put(place, column.span, column.title, look)
    paper.end_row(HEADER_HEIGHT)
    first = paper.row
    for number, row in enumerate(grid.rows, 1):
        _write_row(grid, places, row, number, paper)
    last = paper.row - 1
    named = last - 1 if grid.rows[-1].total else last
    for place, column in zip(places, grid.columns, strict=True):
        at = letter(FIRST + place - 1)
        if grid.name:
            name = f"{grid.name}_{column.key}"
            paper.canvas.name(name, paper.sheet, f"${at}${first}:${at}${named}")
        if column.unit is Unit.COUNT:
            rules.show_whole_counts(paper.sheet, f"{at}{first}:{at}{last}", f"{at}{first}")
        if column.words:
            area = f"{at}{first}:{at}{last}"
            rules.colour_words(paper.sheet, area, f"{at}{first}", column.words)
    if grid.long:
        paper.sheet.print_title_rows = f"{first - 1}:{first - 1}"
    paper.end_row()


def _write_row(grid: Grid, places: Sequence[int], row: Row, number: int, paper: Paper) -> None:
    cells: dict[str, str | int] = {"number": number}
    for place, column in zip(places, grid.columns, strict=True):
        at = letter(FIRST + place - 1)
        address = Place(f"${at}{paper.row}")
        address.above = f"${at}{paper.row - 1}"
        cells[column.key] = address
    lines = grid.wrap
    for place, column in zip(places, grid.columns, strict=True):
        value = row.cells.get(column.key, f"={column.formula}" if column.formula else None)
        calculated = _calculated(value)
        if isinstance(value, str):
            value = value.format_map(cells) if calculated else value
            lines = lines if calculated else max(lines, lines_of(value, column.span))
        text = column.unit is Unit.TEXT or (isinstance(value, str) and not calculated)
        kind = "filled" if column.filled else "cell"
        look = LOOKS["total" if row.total else kind][text]
        _write_cell(place, column, value, look, paper)
    paper.end_row(max(ROW_HEIGHT, TEXT_LINE * lines + 3))


def _calculated(value: Value) -> bool:
    return isinstance(value, str) and not isinstance(value, Data) and value.startswith("=")


def _write_cell(place: int, column: Column, value: Value, look: theme.Look, paper: Paper) -> None:
    edition = paper.canvas.edition
    amount = edition.formats.amount if column.unit is Unit.MONEY else ""
    shown = column.shown or amount or edition.formats.of(column.unit)
    cell = paper.put(place, column.span, value, look, shown, fill_in=column.filled)
    if column.filled:
        paper.check(cell, rules.validation(column.unit, edition, choices=column.choices))


def _spread(columns: Sequence[Column]) -> list[int]:
    """Return the first place of each column; the spans may not leave the page."""
    places = [1 + sum(column.span for column in columns[:place]) for place in range(len(columns))]
    if places[-1] + columns[-1].span > WIDTH + 1:
        message = f"the columns {[column.key for column in columns]} are wider than the page"
        raise ValueError(message)
    return places
