"""A double of xlwings: workbooks in memory, every call counted, any call can fail.

Its classes have the names and members of xlwings' classes, and those of `excel_com` the names of
Excel's own object model behind `.api`; `tests/test_ribbon_double.py` holds them to that. It does
what Excel does where a command could go wrong: a group of sheets with a table cannot be copied, a
text is read as a formula or a number unless an apostrophe stands before it, error cells arrive as
ints, deleting a group of sheets asks unless alerts are off.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from openpyxl.utils import range_boundaries

from tests.excel_cells import (
    as_text,
    fill_area,
    places_of,
    refuse_title,
    region_of,
    rename,
    turned,
    typed_in,
    used_area,
    values_of,
)
from tests.excel_com import (
    ComApplication,
    ComName,
    ComRange,
    ComWorkbook,
    ComWorkbooks,
    ComWorksheet,
)
from tests.excel_state import (
    LAST_ROW,
    Area,
    BookState,
    CellState,
    ExcelError,
    Place,
    SheetState,
    TableState,
    World,
    opened,
)


class Font:
    """xlwings.main.Font."""

    bold = False


@dataclass(eq=False)
class App:
    """xlwings.App."""

    _world: World

    @property
    def api(self) -> ComApplication:
        return ComApplication(self._world)  # xlwings hands it over without a call

    @property
    def books(self) -> "Books":
        self._world.call("App.books")
        return Books(self._world)

    @property
    def selection(self) -> "Range | None":
        self._world.call("App.selection")
        if self._world.selection is None:
            return None
        sheet, area = self._world.selection
        return Range(self._world, self._world.books[0], sheet, area)


def _setting(name: str) -> property:
    def read(app: App) -> Any:
        app._world.call(f"App.{name}")  # noqa: SLF001 - members of App, made alike
        return app._world.settings[name]  # noqa: SLF001 - as above

    def write(app: App, value: Any) -> None:
        app._world.call(f"App.{name} =")  # noqa: SLF001 - as above
        app._world.settings[name] = value  # noqa: SLF001 - as above
        if name == "status_bar" and value:
            app._world.shown.append(value)  # noqa: SLF001 - as above

    return property(read, write)


for _name in ("screen_updating", "calculation", "display_alerts", "status_bar"):
    setattr(App, _name, _setting(_name))


@dataclass(eq=False)
class Books:
    """xlwings.main.Books."""

    _world: World

    @property
    def api(self) -> ComWorkbooks:
        return ComWorkbooks(self._world)

    @property
    def active(self) -> "Book":
        self._world.call("Books.active")
        if not self._world.books:
            raise ExcelError("no workbook is open")
        return Book(self._world, self._world.books[0])

    @property
    def count(self) -> int:
        self._world.call("Books.count")
        return len(self._world.books)

    def add(self) -> "Book":
        self._world.call("Books.add")
        self._world.books.append(BookState("Book1", [SheetState("Sheet1")]))
        return Book(self._world, self._world.books[-1])

    def open(
        self,
        fullname: str,
        *,
        update_links: bool | None = None,
        read_only: bool | None = None,
        add_to_mru: bool | None = None,
    ) -> "Book":
        self._world.call("Books.open")
        assert (update_links, read_only, add_to_mru) == (False, True, False)
        path = Path(fullname)
        self._world.books.append(opened(path.read_bytes(), path.name))
        return Book(self._world, self._world.books[-1])


@dataclass(eq=False)
class Book:
    """xlwings.Book."""

    _world: World
    _state: BookState

    @property
    def api(self) -> ComWorkbook:
        return ComWorkbook(self._world, self._state)

    @property
    def name(self) -> str:
        self._world.call("Book.name")
        return self._state.name

    @property
    def sheets(self) -> "Sheets":
        self._world.call("Book.sheets")
        return Sheets(self._world, self._state)

    @property
    def names(self) -> "Names":
        self._world.call("Book.names")
        return Names(self._world, self._state.names)

    def close(self) -> None:
        self._world.call("Book.close")
        self._world.books.remove(self._state)


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
    def api(self) -> ComWorksheet:
        return ComWorksheet(self._world, self._book, self._state)

    @property
    def name(self) -> str:
        self._world.call("Sheet.name")
        return self._state.name

    @name.setter
    def name(self, value: str) -> None:
        self._world.call("Sheet.name =")
        refuse_title(self._book, value)
        rename(self._book.sheets, self._state, value)

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
        self._book.sheets.remove(self._state)
        self._book.active = min(self._book.active, len(self._book.sheets) - 1)


@dataclass(eq=False)
class Names:
    """xlwings.main.Names."""

    _world: World
    _names: dict[str, str]

    def __contains__(self, item: str) -> bool:
        """Return whether there is such a name."""
        self._world.call("Names.__contains__")
        return item in self._names

    def __getitem__(self, item: str) -> "Name":
        """Return a name."""
        self._world.call("Names.__getitem__")
        return Name(self._world, self._names, item)

    def add(self, name: str, refers_to: str) -> "Name":
        self._world.call("Names.add")
        self._names[name] = refers_to
        return Name(self._world, self._names, name)


@dataclass(eq=False)
class Name:
    """xlwings.main.Name."""

    _world: World
    _names: dict[str, str]
    _name: str

    @property
    def api(self) -> ComName:
        return ComName(self._world)

    @property
    def refers_to(self) -> str:
        self._world.call("Name.refers_to")
        return self._names[self._name]

    def delete(self) -> None:
        self._world.call("Name.delete")
        del self._names[self._name]


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

    def resize(self, range: "Range") -> None:  # noqa: A002 - xlwings' own name
        self._world.call("Table.resize")
        top, left, bottom, right = range._area  # noqa: SLF001 - within the double
        assert (top, left) == self._state.area[:2], "a table keeps its row of titles"
        for column in builtin_range(left, right + 1):
            cell = self._sheet.cells.setdefault((top, column), CellState())
            if cell.value is None:
                cell.value = f"Column{column - left + 1}"
        self._state.area = (top, left, bottom, right)


builtin_range = range


@dataclass(eq=False)
class Range:
    """xlwings.Range."""

    _world: World
    _book: BookState
    _sheet: SheetState
    _area: Area
    font: Font = field(default_factory=Font)

    @property
    def api(self) -> ComRange:
        return ComRange(self._world, self._sheet, self._area)

    @property
    def row(self) -> int:
        self._world.call("Range.row")
        return self._area[0]

    @property
    def column(self) -> int:
        self._world.call("Range.column")
        return self._area[1]

    @property
    def rows(self) -> "RangeRows":
        self._world.call("Range.rows")
        top, left, bottom, right = self._area
        return RangeRows(
            [
                Range(self._world, self._book, self._sheet, (row, left, row, right))
                for row in range(top, bottom + 1)
            ]
        )

    @property
    def columns(self) -> "RangeColumns":
        self._world.call("Range.columns")
        top, left, bottom, right = self._area
        return RangeColumns(
            [
                Range(self._world, self._book, self._sheet, (top, column, bottom, column))
                for column in range(left, right + 1)
            ]
        )

    @property
    def size(self) -> int:
        self._world.call("Range.size")
        top, left, bottom, right = self._area
        return (bottom - top + 1) * (right - left + 1)

    @property
    def sheet(self) -> Sheet:
        self._world.call("Range.sheet")
        return Sheet(self._world, self._book, self._sheet)

    @property
    def table(self) -> Table | None:
        self._world.call("Range.table")
        top, left, bottom, right = self._area
        for table in self._sheet.tables:
            first, start, last, end = table.area
            if first <= top and bottom <= last and start <= left and right <= end:
                return Table(self._world, self._book, self._sheet, table)
        return None

    @property
    def current_region(self) -> "Range":
        self._world.call("Range.current_region")
        return Range(self._world, self._book, self._sheet, region_of(self._sheet, self._area))

    @property
    def raw_value(self) -> Any:
        self._world.call("Range.raw_value")
        return values_of(self._sheet, self._area)

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        self._world.call("Range.raw_value =")
        fill_area(self._sheet, self._area, data, typed_in)

    @property
    def formula(self) -> Any:
        self._world.call("Range.formula")
        return turned(self._sheet, self._area, lambda cell: cell.formula or as_text(cell.value))

    @property
    def formula2(self) -> Any:
        self._world.call("Range.formula2")
        return turned(self._sheet, self._area, lambda cell: cell.formula or as_text(cell.value))

    @formula2.setter
    def formula2(self, value: Any) -> None:
        self._world.call("Range.formula2 =")
        fill_area(self._sheet, self._area, value, typed_in)

    @property
    def column_width(self) -> float:
        self._world.call("Range.column_width")
        return 8.43

    @column_width.setter
    def column_width(self, _value: float) -> None:
        self._world.call("Range.column_width =")

    @property
    def wrap_text(self) -> bool:
        self._world.call("Range.wrap_text")
        return False

    @wrap_text.setter
    def wrap_text(self, _value: bool) -> None:
        self._world.call("Range.wrap_text =")

    def __getitem__(self, key: Place) -> "Range":
        """Return a cell by its row and column within the range."""
        self._world.call("Range.__getitem__")
        place = (self._area[0] + key[0], self._area[1] + key[1])
        return Range(self._world, self._book, self._sheet, (*place, *place))

    def resize(self, row_size: int | None = None, column_size: int | None = None) -> "Range":
        self._world.call("Range.resize")
        top, left, bottom, right = self._area
        bottom = top + row_size - 1 if row_size else bottom
        right = left + column_size - 1 if column_size else right
        return Range(self._world, self._book, self._sheet, (top, left, bottom, right))

    def clear_contents(self) -> None:
        self._world.call("Range.clear_contents")
        for place in places_of(self._area):
            if cell := self._sheet.cells.get(place):
                cell.value, cell.formula = None, ""
                if not cell.is_date:
                    del self._sheet.cells[place]


class RangeRows(list[Range]):
    """xlwings.main.RangeRows."""


class RangeColumns(list[Range]):
    """xlwings.main.RangeColumns."""
