"""An Excel that has loaded the add-in: pyOpenVBA's interpreter runs its VBA."""

from pathlib import Path
from typing import Any

from pyopenvba import ExcelFile
from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.apps.excel._model import Workbook

from tests.xlam.com import shown
from tests.xlam.controls import Control
from tests.xlam.declared import PLATFORMS, Constants
from tests.xlam.outside import Outside
from tests.xlam.taught import OUTSIDE, STAND_INS, load

__all__ = ["MAC", "WINDOWS", "WINDOWS_32", "Excel"]

WINDOWS = PLATFORMS["64-bit Windows"]
WINDOWS_32 = PLATFORMS["32-bit Windows"]
MAC = PLATFORMS["Mac"]


class Excel(Outside):
    """An Excel of one kind, with the add-in and no workbook open."""

    def __init__(self, path: Path, constants: Constants = WINDOWS, *, office: int = 1033) -> None:
        """Open the add-in and load its modules, as this kind of Excel compiles them."""
        super().__init__(office)
        self.app = ExcelApplication.open(path, with_vba=False)
        self.addin: Workbook = self.app.workbook
        OUTSIDE[self.app.application] = self
        with ExcelFile(path) as file:
            for module in file.vba_project().modules:
                load(self.app.interpreter, module.name, module.source, constants)
        self.app.add_module(STAND_INS, name="StandIns")

    def book(self, cells: dict[str, object] | None = None, sheet: str = "") -> Workbook:
        """Open a new workbook, with values in its first sheet."""
        book = self.app.add_workbook()
        if sheet:
            book.sheets_[0].name = sheet
        for address, value in (cells or {}).items():
            self.app.sheet(1, workbook=book).set_value(address, value)
        return book

    def range(self, address: str, book: Workbook | None = None, sheet: int = 1) -> Any:
        """Return a range, as a formula hands it to a function."""
        where = book or self.app.workbook
        return where.sheets_[sheet - 1].vba_get("Range", [address])

    def call(self, name: str, *args: object) -> Any:
        """Return what a formula shows; an error cell is its number, 2007 for #DIV/0!."""
        return shown(self.app.interpreter.run(name, list(args), module="CpcFunctions"))

    def click(self, callback: str, name: str = "", tag: str = "") -> None:
        """Click a button of the ribbon."""
        self.app.interpreter.run(callback, [Control(name, tag)], module="RibbonCpc")

    def text(self, callback: str, name: str) -> str:
        """Return what a control is labelled with."""
        self.app.add_module(
            f"Public Function Read{callback}(ByVal control As Variant) As Variant\n"
            f"    Dim text As Variant\n    {callback} control, text\n"
            f"    Read{callback} = text\nEnd Function\n",
            name=f"Read{callback}Module",
        )
        return str(self.app.interpreter.run(f"Read{callback}", [Control(name)]))

    def said(self) -> list[str]:
        """Return the messages that were shown: by Windows, and by MsgBox on a Mac."""
        return [*(text for text, _ in self.shown), *(box[1] for box in self.app.dialogs)]
