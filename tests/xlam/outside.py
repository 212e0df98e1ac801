# mypy: disable-error-code="misc, untyped-decorator"
"""What the VBA of the add-in meets outside itself: Python, Windows, a Mac, the function wizard."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from pyopenvba.interpreter import (
    EMPTY,
    VBAArray,
    VBAErrorValue,
    VBAInt,
    VBAObject,
    VBARuntimeError,
    method,
)

from tests.xlam.com import Died, from_com, over_com

HWND = 4711
EXCEL_S_FILTER = 12
Answers = Callable[[str, str, tuple[Any, ...]], Any]


def from_cells(module: str, name: str, args: tuple[Any, ...]) -> Any:
    """Answer as xlwings and pywin32 do: one row or cell is taken out of its rows.

    Of a tuple, pywin32 sends the first element alone (seen by `make excel-e2e`).
    """
    rows = getattr(import_module(module), name)(*args)
    if len(rows) == 1:
        rows = rows[0][0] if len(rows[0]) == 1 else rows[0]
    if isinstance(rows, tuple):
        return rows[0]
    return _array(rows) if isinstance(rows, list) else rows


def _array(rows: list[Any]) -> tuple[Any, ...]:
    """Return what VBA gets of a list: an array, of rows where its elements are lists."""
    return tuple(tuple(row) if isinstance(row, list) else row for row in rows)


class Outside:
    """What can be set, and what was asked for.

    `answers` is what Python does, `libraries` the files that can be loaded (None: all), `starts`
    what starting Python returns (0: it did), `office` the language of Office, `caller` the cell
    that a formula stands in, `refuses` whether Excel refuses what VBA asks for. What happened
    stands in `loaded`, `commands`, `calls`, `scripts`, `described`, `rebuilt`, `shown` (the text
    and kind of a message), `undo` (the Undo list: what it says and calls) and `kept`, which is the
    user's part of the registry. `filter` is the message filter of Excel, 0 for none.
    """

    def __init__(self, office: int) -> None:
        """Make a world in which everything works."""
        self.answers: Answers = from_cells
        self.libraries: set[str] | None = None
        self.starts = 0
        self.caller: object = VBAErrorValue(2023)
        self.office = office
        self.loaded: list[str] = []
        self.commands: list[str] = []
        self.calls: list[tuple[str, str, tuple[Any, ...]]] = []
        self.scripts: list[tuple[str, str, str]] = []
        self.described: list[dict[str, Any]] = []
        self.rebuilt = 0
        self.refuses = False
        self.shown: list[tuple[str, int]] = []
        self.undo: list[tuple[str, str]] = []
        self.filter = EXCEL_S_FILTER
        self.kept: dict[str, str] = {}

    def keep(self, key: object, value: object) -> object:
        if self.refuses:
            raise VBARuntimeError(70, "Permission denied")
        self.kept[str(key)] = str(value)
        return EMPTY

    def shows(self, owner: object, text: object, title: object, kind: object) -> object:
        assert (owner, str(title)) == (HWND, "CPC")
        assert isinstance(kind, int)
        self.shown.append((str(text), int(kind)))
        return EMPTY

    def filters(self, wanted: object) -> object:
        assert isinstance(wanted, int)
        before, self.filter = self.filter, int(wanted)
        return VBAInt(before, "Long")

    def offers(self, text: object, macro: object) -> object:
        self.undo.append((str(text), str(macro)))
        return EMPTY

    def rebuild(self) -> object:
        if self.refuses:
            raise VBARuntimeError(1004, "Excel is busy")
        self.rebuilt += 1
        return EMPTY

    def loads(self, path: object) -> object:
        self.loaded.append(str(path))
        found = self.libraries is None or str(path) in self.libraries
        return VBAInt(1 if found else 0, "Long")

    def activates(self, command: object) -> object:
        self.commands.append(str(command))
        return VBAInt(self.starts, "Long")

    def script(self, *said: object) -> object:
        script, handler, text = map(str, said)
        self.scripts.append((script, handler, text))
        return EMPTY

    def describes(self, macro: object, text: object, category: object, args: object) -> object:
        assert isinstance(args, VBAArray)
        self.described.append(
            {
                "macro": str(macro),
                "description": str(text),
                "category": str(category),
                "arguments": [str(item) for item in args.elements()],
            }
        )
        return EMPTY


class Server(VBAObject):
    """The COM object of one Python process."""

    def __init__(self, outside: Outside) -> None:
        """Make a server that answers in a world."""
        self.outside = outside

    @method(name="CallUDF")
    def call_udf(self, module: object, name: object, args: object) -> object:
        """Answer a call, in the types that COM carries."""
        assert isinstance(args, VBAArray)
        sent = tuple(over_com(item) for item in args.elements())
        self.outside.calls.append((str(module), str(name), sent))
        try:
            return from_com(self.outside.answers(str(module), str(name), sent))
        except Died as gone:
            raise VBARuntimeError(gone.number, "gone") from gone
