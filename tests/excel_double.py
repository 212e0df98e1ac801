"""A double of xlwings: workbooks in memory, every call counted, any call can fail.

Its classes have the names and members of xlwings' classes, and those of `excel_com` the names of
Excel's own object model behind `.api`; `tests/test_ribbon_double.py` holds them to that. It does
what Excel does where a command could go wrong: a group of sheets with a table cannot be copied, a
text is read as a formula or a number unless an apostrophe stands before it, error cells arrive as
ints, deleting a group of sheets asks unless alerts are off.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.excel_cells import NO_MODEL
from tests.excel_com import ComApplication, ComWorkbook, ComWorkbooks
from tests.excel_files import opened
from tests.excel_names import Names
from tests.excel_ranges import Range
from tests.excel_sheets import Sheets
from tests.excel_state import BookState, ExcelError, SheetState, World


@dataclass(eq=False)
class App:
    """xlwings.App."""

    _world: World

    @property
    def api(self) -> Any:
        """Excel's Application, which xlwings hands over without a call."""
        return NO_MODEL if self._world.on_mac else ComApplication(self._world)

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
    def api(self) -> Any:
        return NO_MODEL if self._world.on_mac else ComWorkbooks(self._world)

    @property
    def active(self) -> "Book":
        self._world.call("Books.active")
        if not self._world.books:
            raise ExcelError("no workbook is open")
        return Book(self._world, self._world.books[self._world.in_front])

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
        options = (update_links, read_only, add_to_mru)
        assert options == (None,) * 3 if self._world.on_mac else (False, True, False)
        path = Path(fullname)
        saved = self._world.saved.get(path.read_bytes())
        book = saved.twin() if saved else opened(path.read_bytes(), path.name)
        book.name = path.name
        self._world.books.append(book)
        return Book(self._world, book)


@dataclass(eq=False)
class Book:
    """xlwings.Book."""

    _world: World
    _state: BookState

    @property
    def api(self) -> Any:
        return NO_MODEL if self._world.on_mac else ComWorkbook(self._world, self._state)

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

    def save(self, path: str) -> None:
        """Save to a file that `Books.open` knows again; what is in it is no workbook."""
        self._world.call("Book.save")
        content = f"saved {len(self._world.saved)}".encode()
        self._world.saved[content] = self._state.twin()
        Path(path).write_bytes(content)

    def close(self) -> None:
        self._world.call("Book.close")
        self._world.books.remove(self._state)
        self._world.in_front = 0
