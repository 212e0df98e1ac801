"""What a workbook is to the double of Excel: cells, tables, names, and an Excel around them."""

from collections.abc import Callable
from copy import copy, deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from openpyxl.utils import range_boundaries

from tests.excel_obstacles import Area, OfBook, OfSheet, Place, follow_in, refers

ERRORS = {
    "#DIV/0!": -2146826281,
    "#N/A": -2146826246,
    "#NAME?": -2146826259,
    "#REF!": -2146826265,
    "#VALUE!": -2146826273,
}
DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - cells know no time zones
LAST_ROW = 1_048_576

Reader = Callable[[bytes], dict[str, dict[Place, "CellState"]]]


class ExcelError(Exception):
    """What pywin32 would raise: a call that Excel refuses, or that was made to fail."""

    def __init__(self, message: str, hresult: int = 0) -> None:
        """Make an error of COM."""
        super().__init__(message)
        self.hresult = hresult


@dataclass
class CellState:
    """A cell: its value, its formula, how it is shown. Errors are their text."""

    value: Any = None
    formula: str = ""
    is_date: bool = False
    is_currency: bool = False

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

    `spills` and `arrays` are the areas of answers that fill several cells, by the cell of their
    formula. The cells of a file are read when they are first looked at.
    """

    def __init__(self, name: str, file: bytes = b"", read: "Reader | None" = None) -> None:
        """Make an empty sheet, or one of a file that `read` reads, by its title."""
        self.name = name
        self.tables: list[TableState] = []
        self.names: dict[str, str] = {}
        self.obstacles = OfSheet()
        self.spills: dict[Place, Area] = {}
        self.arrays: dict[Place, Area] = {}
        self.spilled: dict[tuple[Place, str], tuple[Area, dict[Place, Any]]] = {}
        self._read = read
        self._file = (file, name)
        self._renamed: list[tuple[str, str]] = []
        self._cells: dict[Place, CellState] | None = None if file else {}

    @property
    def cells(self) -> dict[Place, CellState]:
        if self._cells is None:
            content, title = self._file
            assert self._read
            self._cells = {place: copy(cell) for place, cell in self._read(content)[title].items()}
            for old, new in self._renamed:
                follow_in(self._cells, old, new)
        return self._cells

    def follow(self, old: str, new: str) -> None:
        """Let formulas and names follow a sheet that was renamed, or deleted, with "" for new."""
        for name, place in self.names.items():
            self.names[name] = refers(place, old, new)
        if self._cells is not None:
            follow_in(self._cells, old, new)
        elif self._renamed[-1:] == [(new, old)]:
            self._renamed.pop()
        else:
            self._renamed.append((old, new))

    def twin(self) -> "SheetState":
        """Return a copy, as it is in a workbook of its own."""
        twin = SheetState(self.name, read=self._read)
        twin.tables, twin.names, twin._file = deepcopy(self.tables), {**self.names}, self._file
        twin.spills, twin.arrays = {**self.spills}, {**self.arrays}
        twin._renamed, twin.obstacles = [*self._renamed], deepcopy(self.obstacles)
        read = self._cells
        twin._cells = None if read is None else {at: copy(cell) for at, cell in read.items()}
        return twin

    def __eq__(self, other: object) -> bool:
        """Compare all that a person could see; unread cells of one file are the same."""
        if not isinstance(other, SheetState):
            return False
        for part in ("name", "tables", "names", "spills", "arrays", "obstacles"):
            if getattr(self, part) != getattr(other, part):
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
    obstacles: OfBook = field(default_factory=OfBook)

    def twin(self) -> "BookState":
        sheets = [sheet.twin() for sheet in self.sheets]
        names, obstacles = {**self.names}, copy(self.obstacles)
        return BookState(self.name, sheets, names, self.links, self.active, obstacles)


@dataclass
class World:
    """An Excel: its workbooks and settings, the answers to its dialogs, its calls.

    `on_mac` there is no object model behind `.api`; `older` is what an Excel without spilling
    formulas raises when it is asked for one; `selected_also` is the address of a second block.
    The call with the number `fails_at` fails, and those of which `gone` is the beginning.
    """

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
    gone: str = "-"
    links_copies: bool = False
    selection: tuple[SheetState, Area] | None = None
    selected_also: str = ""
    on_mac: bool = False
    older: Exception | None = None
    saved: dict[bytes, BookState] = field(default_factory=dict)
    in_front: int = 0

    def call(self, name: str) -> None:
        """Count a call; the one that is to fail fails before it does anything."""
        self.calls.append(name)
        if len(self.calls) == self.fails_at:
            raise ExcelError(f"call {self.fails_at}, {name}, fails")
        if name.startswith(self.gone):
            raise ExcelError(f"{name}: the object is gone with its workbook")

    def needs_spilling(self) -> None:
        if self.older:
            raise self.older

    def snapshot(self) -> Any:
        """Return all that a person could find changed."""
        return [book.twin() for book in self.books], {**self.settings}

    def select(self, sheet: int, address: str, book: int = 0) -> None:
        """Select cells of a sheet and make it the active one."""
        first, top, last, bottom = range_boundaries(address)
        state = self.books[book].sheets[sheet]
        self.books[book].active = sheet
        self.selection = (state, (top, first, bottom, last))
