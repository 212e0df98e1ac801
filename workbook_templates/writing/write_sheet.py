"""How a sheet of data is written: title, help, header, rows, and room to grow."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableFormula, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from cpc_functions.catalogue import Unit
from workbook_templates import theme
from workbook_templates.sheet import AMOUNTS, Answer, Input, Sheet
from workbook_templates.writing import rules
from workbook_templates.writing.canvas import Canvas
from workbook_templates.writing.rows import Column, Rows

TITLE_ROW, LEAD_ROW, BAND_ROW, HEADER_ROW = 1, 2, 3, 4
FIRST_ROW = HEADER_ROW + 1
CHECKED_ROWS = 20_000  # checks and colours reach beyond the table, for rows pasted below it


def write_sheet(canvas: Canvas, declared: Sheet) -> Worksheet:
    """Write a sheet of data and name its columns; its rows follow when the file is packed."""
    sheet = canvas.sheet(declared.title, tab=theme.INPUT_LINE, landscape=True)
    last = max(len(declared.rows), 1 if canvas.edition.sample else canvas.edition.rows)
    last += HEADER_ROW
    width = len([column for column in declared.columns if not _hidden(column)])
    _head(canvas, sheet, declared, width)
    columns = [_column(canvas, declared, column) for column in declared.columns]
    canvas.rows[sheet.title] = Rows(FIRST_ROW, last - HEADER_ROW, columns, declared.rows)
    for place, column in enumerate(declared.columns, 1):
        letter = get_column_letter(place)
        canvas.name(declared.name(column.key), sheet, f"${letter}:${letter}")
        sheet.column_dimensions[letter].width = column.width
        sheet.column_dimensions[letter].number_format = canvas.edition.formats.of(column.unit)
        if _hidden(column):
            sheet.column_dimensions[letter].hidden = True
        _check(canvas, sheet, column, f"{letter}{FIRST_ROW}:{letter}{max(last, CHECKED_ROWS)}")
    sheet.add_table(_table(declared, f"A{HEADER_ROW}:{get_column_letter(place)}{last}"))
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    return sheet


def _hidden(column: Input | Answer) -> bool:
    return isinstance(column, Answer) and column.hidden


def _head(canvas: Canvas, sheet: Worksheet, declared: Sheet, width: int) -> None:
    _ = canvas.edition.say
    canvas.put(sheet.cell(TITLE_ROW, 1), declared.title, theme.TITLE)
    canvas.put(sheet.cell(LEAD_ROW, 1), declared.lead, theme.LEAD)
    sheet.merge_cells(
        start_row=LEAD_ROW, start_column=1, end_row=LEAD_ROW, end_column=min(width, 10)
    )
    sheet.row_dimensions[TITLE_ROW].height = 30
    sheet.row_dimensions[LEAD_ROW].height = 42
    sheet.row_dimensions[HEADER_ROW].height = 32
    inputs = len(declared.inputs)
    first = _("Read from the sources") if declared.read else _("You fill in")
    for place, column in enumerate(declared.columns, 1):
        given = isinstance(column, Input)
        band = theme.INPUT_BAND if given else theme.ANSWER_BAND
        words = first if place == 1 else _("Calculated") if place == inputs + 1 else None
        canvas.put(sheet.cell(BAND_ROW, place), words, band)
        header = sheet.cell(HEADER_ROW, place)
        look = theme.INPUT_HEADER if given else theme.ANSWER_HEADER
        canvas.put(header, column.title, look)
        rules.explain(sheet, header.coordinate, column.title, column.help)


def _column(canvas: Canvas, declared: Sheet, column: Input | Answer) -> Column:
    text, usual = column.unit is Unit.TEXT, canvas.edition.formats.of(column.unit)
    if isinstance(column, Input):
        look = theme.DATA_INPUT_TEXT if text else theme.DATA_INPUT
        return Column(canvas.style_number(look, usual, fill_in=True))
    look = theme.DATA_TEXT if text else theme.DATA_NUMBER
    style = canvas.style_number(look, column.shown or usual, fill_in=False)
    return Column(style, declared.formula(column))


def _check(canvas: Canvas, sheet: Worksheet, column: Input | Answer, area: str) -> None:
    first = area.partition(":")[0]
    if column.unit is Unit.COUNT:
        rules.show_whole_counts(sheet, area, first)
    if isinstance(column, Answer):
        if column.words:
            rules.colour_words(sheet, area, first, column.words)
        return
    if column.unit in (*AMOUNTS, Unit.DATE):
        rules.mark_text(sheet, area, first)
    check = rules.validation(column.unit, canvas.edition, choices=column.choices)
    if check:
        check.add(area)
        sheet.add_data_validation(check)


def _table(declared: Sheet, area: str) -> Table:
    table = Table(displayName=declared.table, name=declared.table, ref=area)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    table._initialise_columns()  # noqa: SLF001 - the only way to give a column its formula
    for written, column in zip(table.tableColumns, declared.columns, strict=True):
        written.name = column.title
        if isinstance(column, Answer):
            written.calculatedColumnFormula = TableFormula(attr_text=declared.formula(column))
    return table
