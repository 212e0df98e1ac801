"""The double of Excel's own object model, which stands behind `.api` of xlwings on Windows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl.utils import column_index_from_string, range_boundaries

from tests.excel_cells import places_of, rename, used_area, values_of
from tests.excel_state import (
    ERRORS,
    LAST_ROW,
    Area,
    BookState,
    CellState,
    ExcelError,
    SheetState,
    World,
    opened,
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
        if found := re.fullmatch(r"ISREF\('(.+)'!A1\)", formula):
            titles = {sheet.name for sheet in book.sheets}
            return True if found[1] in titles else ERRORS["#REF!"]
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
        assert beside, "without a sheet beside it, a copy would be a workbook of its own"
        target = beside._book  # noqa: SLF001 - within the double
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
        for state in self._states:
            self._book.sheets.remove(state)
        self._book.active = min(self._book.active, len(self._book.sheets) - 1)


@dataclass(eq=False)
class ComWorksheet:
    """Excel's Worksheet."""

    _world: World
    _book: BookState
    _state: SheetState

    def Activate(self) -> None:  # noqa: N802
        self._world.call("Worksheet.Activate")
        self._book.active = self._book.sheets.index(self._state)

    @property
    def UsedRange(self) -> "ComRange":  # noqa: N802
        self._world.call("Worksheet.UsedRange")
        return ComRange(self._world, self._state, used_area(self._state))

    def Evaluate(self, formula: str) -> Any:  # noqa: N802
        self._world.call("Worksheet.Evaluate")
        if re.fullmatch(r"-?\d+(\.\d+)?", formula):
            return float(formula)
        if formula in {"TRUE", "FALSE"}:
            return formula == "TRUE"
        if formula.startswith('"'):
            return formula.strip('"')
        left, top, right, bottom = range_boundaries(formula.replace("$", ""))
        return ComRange(self._world, self._state, (top or 1, left, bottom or LAST_ROW, right))


@dataclass(eq=False)
class ComRange:
    """Excel's Range."""

    _world: World
    _sheet: SheetState
    _area: Area

    @property
    def Row(self) -> int:  # noqa: N802
        self._world.call("Range.Row")
        return self._area[0]

    @property
    def Value(self) -> Any:  # noqa: N802
        self._world.call("Range.Value")
        return values_of(self._sheet, self._area)

    @property
    def HasSpill(self) -> bool | None:  # noqa: N802
        """Whether all cells spill; None where some do and some do not."""
        self._world.call("Range.HasSpill")
        places = [place in self._sheet.spills for place in places_of(self._area)]
        return None if len(set(places)) > 1 else places[0]

    @property
    def SpillingToRange(self) -> "ComRange":  # noqa: N802
        self._world.call("Range.SpillingToRange")
        return ComRange(self._world, self._sheet, self._sheet.spills[self._area[:2]])

    @property
    def Worksheet(self) -> ComWorksheet:  # noqa: N802
        self._world.call("Range.Worksheet")
        return ComWorksheet(self._world, self._world.books[0], self._sheet)


@dataclass(eq=False)
class ComName:
    """Excel's Name."""

    _world: World

    @property
    def Visible(self) -> bool:  # noqa: N802
        self._world.call("Name.Visible")
        return True

    @Visible.setter
    def Visible(self, _value: bool) -> None:  # noqa: N802
        self._world.call("Name.Visible =")


def _evaluated(book: BookState, part: str) -> str | int | None:
    """Return a piece of a formula that asks a workbook for its facts; None for an error."""
    if found := re.fullmatch(r"ROW\((\w+)\[#Headers\]\)", part):
        tables = {table.name: table for sheet in book.sheets for table in sheet.tables}
        return tables[found[1]].area[0] if found[1] in tables else None
    if found := re.fullmatch(r"ROUND\(N\((\w+)\)\*(\d+),0\)", part):
        value = _named(book, found[1])
        return None if value is None else round((value.value or 0) * int(found[2]))
    cell = _named(book, part)
    return None if cell is None else str(cell.value or "")


def _named(book: BookState, name: str) -> CellState | None:
    if name not in book.names:
        return None
    title, _, address = book.names[name].rpartition("!")
    sheet = next(sheet for sheet in book.sheets if sheet.name == title.strip("'"))
    letters, row = re.findall(r"\$([A-Z]+)\$(\d+)", address)[0]
    return sheet.cells.get((int(row), column_index_from_string(letters)), CellState())
