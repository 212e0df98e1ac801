"""xlwings' sheets and tables, for the double of Excel."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from openpyxl.utils import range_boundaries

from tests.excel_books import delete, refuse_fixed, refuse_title, rename_in
from tests.excel_cells import NO_MODEL, places_of, used_area
from tests.excel_com_cells import ComWorksheet
from tests.excel_names import Names
from tests.excel_obstacles import Place
from tests.excel_ranges import Range
from tests.excel_state import (
    LAST_ROW,
    BookState,
    CellState,
    ExcelError,
    SheetState,
    TableState,
    World,
)


@dataclass(eq=False)
class Sheets:
    """xlwings.main.Sheets."""

    _world: World
    _book: BookState

    @property
    def active(self) -> "Sheet":
        self._world.call("Sheets.active")
        return Sheet(self._world, self._book, self._book.sheets[self._book.active])

    def __iter__(self) -> Iterator["Sheet"]:
        """Yield the sheets, each with a call."""
        for sheet in list(self._book.sheets):
            self._world.call("Sheets.__iter__")
            yield Sheet(self._world, self._book, sheet)

    def __getitem__(self, key: int) -> "Sheet":
        """Return a sheet by its place."""
        self._world.call("Sheets.__getitem__")
        return Sheet(self._world, self._book, self._book.sheets[key])

    def add(self, name: str, *, after: "Sheet") -> "Sheet":
        self._world.call("Sheets.add")
        refuse_title(self._book, name)
        refuse_fixed(self._book)
        state = SheetState(name)
        place = self._book.sheets.index(after._state) + 1  # noqa: SLF001 - within the double
        self._book.sheets.insert(place, state)
        self._book.active = place
        return Sheet(self._world, self._book, state)


@dataclass(eq=False)
class Sheet:
    """xlwings.Sheet."""

    _world: World
    _book: BookState
    _state: SheetState

    @property
    def api(self) -> Any:
        return (
            NO_MODEL if self._world.on_mac else ComWorksheet(self._world, self._book, self._state)
        )

    @property
    def name(self) -> str:
        self._world.call("Sheet.name")
        return self._state.name

    @name.setter
    def name(self, value: str) -> None:
        self._world.call("Sheet.name =")
        refuse_title(self._book, value)
        rename_in(self._book, self._state, value)

    @property
    def names(self) -> "Names":
        self._world.call("Sheet.names")
        return Names(self._world, self._state.names)

    @property
    def tables(self) -> "Tables":
        self._world.call("Sheet.tables")
        return Tables(self._world, self._book, self._state)

    @property
    def used_range(self) -> "Range":
        self._world.call("Sheet.used_range")
        return Range(self._world, self._book, self._state, used_area(self._state))

    def range(self, cell1: str | Place, cell2: Place | None = None) -> "Range":
        self._world.call("Sheet.range")
        if isinstance(cell1, str):
            left, top, right, bottom = range_boundaries(cell1)
            area = (top or 1, left, bottom or LAST_ROW, right)
        else:
            area = (*cell1, *(cell2 or cell1))
        return Range(self._world, self._book, self._state, area)

    def activate(self) -> None:
        self._world.call("Sheet.activate")
        self._book.active = self._book.sheets.index(self._state)

    def delete(self) -> None:
        self._world.call("Sheet.delete")
        delete(self._book, [self._state])


@dataclass(eq=False)
class Tables:
    """xlwings.main.Tables."""

    _world: World
    _book: BookState
    _sheet: SheetState

    def __iter__(self) -> Iterator["Table"]:
        """Yield the tables, each with a call."""
        for table in self._sheet.tables:
            self._world.call("Tables.__iter__")
            yield Table(self._world, self._book, self._sheet, table)


@dataclass(eq=False)
class Table:
    """xlwings.main.Table."""

    show_totals: ClassVar[bool] = False

    _world: World
    _book: BookState
    _sheet: SheetState
    _state: TableState

    @property
    def name(self) -> str:
        self._world.call("Table.name")
        return self._state.name

    @property
    def range(self) -> "Range":
        self._world.call("Table.range")
        return Range(self._world, self._book, self._sheet, self._state.area)

    @property
    def data_body_range(self) -> "Range":
        self._world.call("Table.data_body_range")
        top, left, bottom, right = self._state.area
        return Range(self._world, self._book, self._sheet, (top + 1, left, bottom, right))

    @property
    def header_row_range(self) -> "Range":
        self._world.call("Table.header_row_range")
        top, left, _, right = self._state.area
        return Range(self._world, self._book, self._sheet, (top, left, top, right))

    def resize(self, range: Range) -> None:  # noqa: A002 - xlwings' own name
        self._world.call("Table.resize")
        if self._sheet.obstacles.protected:
            raise ExcelError("a table on a protected sheet keeps its size")
        top, left, bottom, right = range._area  # noqa: SLF001 - within the double
        assert (top, left) == self._state.area[:2], "a table keeps its row of titles"
        for place in places_of((top, left, top, right)):
            cell = self._sheet.cells.setdefault(place, CellState())
            if cell.value is None:
                cell.value = f"Column{place[1] - left + 1}"
        self._state.area = (top, left, bottom, right)
