"""The double of Excel's own object model, which stands behind `.api` of xlwings on Windows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl.utils import column_index_from_string

from tests.excel_books import delete, refuse_fixed, rename
from tests.excel_com_cells import ComRange, ComWorksheet
from tests.excel_files import opened
from tests.excel_state import (
    ERRORS,
    BookState,
    CellState,
    ExcelError,
    SheetState,
    World,
)


@dataclass(eq=False)
class ComApplication:
    """Excel's Application."""

    _world: World

    def InputBox(self, prompt: str, title: str, default: str, *, Type: int) -> Any:  # noqa: N802, N803
        self._world.call("Application.InputBox")
        assert (title, Type) == ("CPC", 2)
        assert max(len(prompt), len(default)) <= 255, "Excel refuses more"
        self._world.questions.append(f"{prompt}\n{default}")
        answer = self._world.answers.pop(0)
        return default if answer is None else answer

    def GetOpenFilename(self, *, FileFilter: str, Title: str, MultiSelect: bool) -> Any:  # noqa: N802, N803
        self._world.call("Application.GetOpenFilename")
        assert FileFilter.count(",") == 1
        assert Title
        assert MultiSelect
        return self._world.answers.pop(0)

    def Range(self, reference: str) -> "ComRange":  # noqa: N802
        self._world.call("Application.Range")
        name = reference.removesuffix("[#All]")
        for sheet in self._world.books[0].sheets:
            for table in sheet.tables:
                if table.name == name:
                    return ComRange(self._world, sheet, table.area)
        raise ExcelError(f"no table {reference}")

    def Evaluate(self, formula: str) -> Any:  # noqa: N802
        self._world.call("Application.Evaluate")
        book = self._world.books[0]
        assert len(formula) <= 255, "Excel takes no more"
        if asked := re.findall(r"ISREF\(INDIRECT\(\"'([^']+)'!A1\"\)\)", formula):
            return any(sheet.name in asked for sheet in book.sheets)
        parts = [_evaluated(book, part) for part in formula.split('&"/"&')]
        return ERRORS["#NAME?"] if None in parts else "/".join(map(str, parts))

    def Intersect(self, one: "ComRange", other: "ComRange") -> "ComRange | None":  # noqa: N802
        self._world.call("Application.Intersect")
        first, second = one._area, other._area  # noqa: SLF001 - within the double
        area = (
            *map(max, first[:2], second[:2]),
            *map(min, first[2:], second[2:]),
        )
        empty = area[0] > area[2] or area[1] > area[3]
        return None if empty else ComRange(self._world, one._sheet, area)  # type: ignore[arg-type]  # noqa: SLF001


@dataclass(eq=False)
class ComWorkbooks:
    """Excel's Workbooks."""

    _world: World

    def Add(self, template: str) -> None:  # noqa: N802
        self._world.call("Workbooks.Add")
        path = Path(template)
        self._world.books.append(opened(path.read_bytes(), f"{path.stem}1"))


@dataclass(eq=False)
class ComWorkbook:
    """Excel's Workbook."""

    _world: World
    _state: BookState

    @property
    def Sheets(self) -> "ComSheets":  # noqa: N802
        self._world.call("Workbook.Sheets")
        return ComSheets(self._world, self._state, self._state.sheets)

    @property
    def ActiveSheet(self) -> "ComWorksheet":  # noqa: N802
        self._world.call("Workbook.ActiveSheet")
        return ComWorksheet(self._world, self._state, self._state.sheets[self._state.active])

    @property
    def ProtectStructure(self) -> bool:  # noqa: N802
        self._world.call("Workbook.ProtectStructure")
        return self._state.obstacles.fixed

    @property
    def MultiUserEditing(self) -> bool:  # noqa: N802
        self._world.call("Workbook.MultiUserEditing")
        return self._state.obstacles.shared

    @property
    def Date1904(self) -> bool:  # noqa: N802
        self._world.call("Workbook.Date1904")
        return self._state.obstacles.from_1904

    def LinkSources(self, kind: int) -> tuple[str, ...] | None:  # noqa: N802
        self._world.call("Workbook.LinkSources")
        assert kind == 1
        return self._state.links or None


@dataclass(eq=False)
class ComSheets:
    """Excel's Sheets: all of a workbook, or those of some titles."""

    _world: World
    _book: BookState
    _states: list[SheetState]

    def __call__(self, titles: Sequence[str]) -> "ComSheets":
        self._world.call("Sheets()")
        chosen = [sheet for sheet in self._book.sheets if sheet.name in titles]
        assert len(chosen) == len(titles)
        return ComSheets(self._world, self._book, chosen)

    def Copy(  # noqa: N802
        self,
        Before: "ComWorksheet | None" = None,  # noqa: N803 - Excel's own name
        After: "ComWorksheet | None" = None,  # noqa: N803 - as above
    ) -> None:
        self._world.call("Sheets.Copy")
        beside = Before or After
        if beside is None:
            self._world.in_front = len(self._world.books)
            self._world.books.append(BookState("Book9", [each.twin() for each in self._states]))
            return
        target = beside._book  # noqa: SLF001 - within the double
        refuse_fixed(target)
        if len(self._states) > 1 and any(state.tables for state in self._states):
            raise ExcelError("a group of sheets that contains a table cannot be copied")
        if set(self._book.names) & set(target.names):
            raise ExcelError("the copy would take the names of the other workbook")
        copies = [state.twin() for state in self._states]
        place = target.sheets.index(beside._state) + (Before is None)  # noqa: SLF001 - as above
        for copied in copies:
            number, title = 2, copied.name
            while any(sheet.name == title for sheet in target.sheets):
                title, number = f"{copied.name} ({number})", number + 1
            if title != copied.name:
                rename(copies, copied, title)
        target.sheets[place:place] = copies
        target.active = place
        if self._world.links_copies:
            target.links = (f"C:\\Temp\\{self._book.name}",)

    def Delete(self) -> None:  # noqa: N802
        self._world.call("Sheets.Delete")
        if self._world.settings["display_alerts"]:
            raise ExcelError("Excel asks whether to delete, and nobody answers")
        delete(self._book, self._states)


def _evaluated(book: BookState, part: str) -> str | int | None:
    """Return a piece of a formula that asks a workbook for its facts; None for an error."""
    if found := re.fullmatch(r"ROW\((\w+)\[#Headers\]\)", part):
        tables = {table.name: table for sheet in book.sheets for table in sheet.tables}
        return tables[found[1]].area[0] if found[1] in tables else None
    if found := re.fullmatch(r"ROUND\(N\((\w+)\)(?:\*(\d+))?,0\)", part):
        value = _named(book, found[1])
        return None if value is None else round((value.value or 0) * int(found[2] or 1))
    cell = _named(book, part)
    return None if cell is None else str(cell.value or "")


def _named(book: BookState, name: str) -> CellState | None:
    if name not in book.names:
        return None
    title, _, address = book.names[name].rpartition("!")
    sheet = next(sheet for sheet in book.sheets if sheet.name == title.strip("'"))
    letters, row = re.findall(r"\$([A-Z]+)\$(\d+)", address)[0]
    return sheet.cells.get((int(row), column_index_from_string(letters)), CellState())
