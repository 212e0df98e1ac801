"""What a workbook is to the double of Excel: cells, tables, names, and an Excel around them."""

import re
from copy import copy, deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

ERRORS = {
    "#DIV/0!": -2146826281,
    "#N/A": -2146826246,
    "#NAME?": -2146826259,
    "#REF!": -2146826265,
    "#VALUE!": -2146826273,
}
DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - cells know no time zones
LAST_ROW = 1_048_576

Place = tuple[int, int]
Area = tuple[int, int, int, int]  # first row, first column, last row, last column


class ExcelError(Exception):
    """What pywin32 would raise: a call that Excel refuses, or that was made to fail."""


@dataclass
class CellState:
    """A cell: its value, its formula, whether it is shown as a date. Errors are their text."""

    value: Any = None
    formula: str = ""
    is_date: bool = False

    def __eq__(self, other: object) -> bool:
        """Compare what was put in: what a formula gives follows from it."""
        if not isinstance(other, CellState):
            return False
        value = (self.value, other.value) if not self.formula else (None, None)
        return self.formula == other.formula and value[0] == value[1]

    __hash__ = None  # type: ignore[assignment]


@dataclass
class TableState:
    """A table (ListObject) with a row of titles."""

    name: str
    area: Area


class SheetState:
    """A sheet: cells by row and column, tables, names of its own.

    The cells of a file are read when they are first looked at: a test of calls needs none.
    """

    def __init__(self, name: str, file: bytes = b"") -> None:
        """Make an empty sheet, or one of a file."""
        self.name = name
        self.tables: list[TableState] = []
        self.names: dict[str, str] = {}
        self.spills: dict[Place, Area] = {}
        self._file = (file, name)
        self._renamed: list[tuple[str, str]] = []
        self._cells: dict[Place, CellState] | None = None if file else {}

    @property
    def cells(self) -> dict[Place, CellState]:
        if self._cells is None:
            content, title = self._file
            self._cells = {place: copy(cell) for place, cell in _cells_of(content)[title].items()}
            for old, new in self._renamed:
                _follow(self._cells, old, new)
        return self._cells

    def follow(self, old: str, new: str) -> None:
        """Let formulas and names follow a sheet that was renamed."""
        for name, place in self.names.items():
            self.names[name] = place.replace(f"'{old}'!", f"'{new}'!")
        if self._cells is not None:
            _follow(self._cells, old, new)
        elif self._renamed[-1:] == [(new, old)]:
            self._renamed.pop()
        else:
            self._renamed.append((old, new))

    def twin(self) -> "SheetState":
        """Return a copy, as it is in a workbook of its own."""
        twin = SheetState(self.name)
        twin.tables, twin.names, twin._file = deepcopy(self.tables), {**self.names}, self._file
        twin.spills, twin._renamed = {**self.spills}, [*self._renamed]
        read = self._cells
        twin._cells = None if read is None else {at: copy(cell) for at, cell in read.items()}
        return twin

    def __eq__(self, other: object) -> bool:
        """Compare all that a person could see; unread cells of one file are the same."""
        if not isinstance(other, SheetState):
            return False
        if (self.name, self.tables, self.names) != (other.name, other.tables, other.names):
            return False
        unread = self._cells is None and other._cells is None
        unread = unread and (self._file, self._renamed) == (other._file, other._renamed)
        return unread or self.cells == other.cells

    __hash__ = None  # type: ignore[assignment]


@dataclass
class BookState:
    """An open workbook."""

    name: str
    sheets: list[SheetState] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    active: int = 0

    def twin(self) -> "BookState":
        """Return a copy."""
        sheets = [sheet.twin() for sheet in self.sheets]
        return BookState(self.name, sheets, {**self.names}, self.links, self.active)


@dataclass
class World:
    """An Excel: its workbooks and settings, the answers to its dialogs, its calls."""

    books: list[BookState] = field(default_factory=list)
    settings: dict[str, Any] = field(
        default_factory=lambda: {
            "screen_updating": True,
            "calculation": "automatic",
            "display_alerts": True,
            "status_bar": False,
        }
    )
    answers: list[Any] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    fails_at: int = 0
    links_copies: bool = False
    selection: tuple[SheetState, Area] | None = None

    def call(self, name: str) -> None:
        """Count a call; the one that is to fail fails before it does anything."""
        self.calls.append(name)
        if len(self.calls) == self.fails_at:
            raise ExcelError(f"call {self.fails_at}, {name}, fails")

    def snapshot(self) -> Any:
        """Return all that a person could find changed."""
        return [book.twin() for book in self.books], {**self.settings}

    def select(self, sheet: int, address: str, book: int = 0) -> None:
        """Select cells of a sheet and make it the active one."""
        first, top, last, bottom = range_boundaries(address)
        state = self.books[book].sheets[sheet]
        self.books[book].active = sheet
        self.selection = (state, (top, first, bottom, last))


def opened(content: bytes, name: str) -> BookState:
    """Return the state of a workbook file, as we write them, as Excel opens it."""
    with ZipFile(BytesIO(content)) as file:
        parts = {part: file.read(part).decode() for part in file.namelist() if "theme" not in part}
    listed = parts["xl/workbook.xml"]
    titles = [unescape(title) for title in re.findall(r'<sheet\b[^>]*\bname="([^"]*)"', listed)]
    book = BookState(name, [SheetState(title, content) for title in titles])
    for title, scope, place in re.findall(
        r'<definedName name="([^"]+)"([^>]*)>([^<]*)</definedName>', listed
    ):
        own = re.search(r'localSheetId="(\d+)"', scope)
        names = book.sheets[int(own[1])].names if own else book.names
        names[title] = unescape(place)
    for number, sheet in enumerate(book.sheets, 1):
        rels = parts.get(f"xl/worksheets/_rels/sheet{number}.xml.rels", "")
        for target in re.findall(r'Target="/(xl/tables/[^"]+)"', rels):
            ref = re.findall(r'\bref="([^"]+)"', parts[target])[0]
            table = re.findall(r'\bdisplayName="([^"]+)"', parts[target])[0]
            left, top, right, bottom = range_boundaries(ref)
            sheet.tables.append(TableState(table, (top, left, bottom, right)))
    return book


@cache
def _cells_of(content: bytes) -> dict[str, dict[Place, CellState]]:
    source = load_workbook(BytesIO(content))
    return {
        sheet.title: {
            (cell.row, cell.column): _cell(cell)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None or getattr(cell, "is_date", False)
        }
        for sheet in source.worksheets
    }


def _cell(cell: Any) -> CellState:
    value, is_date = cell.value, bool(cell.is_date)
    if cell.data_type == "f":
        literal = re.fullmatch(r'="([^"]*)"', str(value))
        return CellState(literal[1] if literal else None, str(value), is_date)
    if isinstance(value, datetime):
        return CellState((value - DAY_ZERO) / timedelta(days=1), "", is_date=True)
    if isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    return CellState(value, "", is_date)


def _follow(cells: dict[Place, CellState], old: str, new: str) -> None:
    for cell in cells.values():
        cell.formula = cell.formula.replace(f"'{old}'!", f"'{new}'!")
