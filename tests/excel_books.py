"""What Excel does with the sheets of a workbook, for its double: titles, protection, deletion."""

from collections.abc import Sequence

from tests.excel_obstacles import refers
from tests.excel_state import BookState, ExcelError, SheetState


def refuse_title(book: BookState, title: str) -> None:
    if len(title) > 31 or any(sheet.name.casefold() == title.casefold() for sheet in book.sheets):
        raise ExcelError(f"no sheet can be called {title}")


def rename(sheets: Sequence[SheetState], state: SheetState, title: str) -> None:
    """Rename a sheet: formulas and names follow it, as they do in Excel."""
    old, state.name = state.name, title
    for sheet in sheets:
        sheet.follow(old, title)


def refuse_fixed(book: BookState) -> None:
    if book.obstacles.fixed:
        raise ExcelError("the structure of the workbook is protected")


def rename_in(book: BookState, state: SheetState, title: str) -> None:
    refuse_fixed(book)
    book.names = {name: refers(text, state.name, title) for name, text in book.names.items()}
    rename(book.sheets, state, title)


def delete(book: BookState, states: Sequence[SheetState]) -> None:
    """Delete sheets: what refers to them is #REF!, and nothing brings it back."""
    refuse_fixed(book)
    if book.obstacles.shared:
        raise ExcelError("no sheet of a shared workbook can be deleted")
    for state in states:
        book.sheets.remove(state)
        for sheet in book.sheets:
            sheet.follow(state.name, "")
        book.names = {name: refers(text, state.name, "") for name, text in book.names.items()}
    book.active = min(book.active, len(book.sheets) - 1)
