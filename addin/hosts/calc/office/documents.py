"""The documents of LibreOffice, as the commands use them."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uno

XLSX = "Calc MS Excel 2007 XML"
TEXT = 100  # the number format @, in every language
BOLD = 150.0
UNSAFE = re.compile(r"[^\w .()-]")


class Office:
    """The LibreOffice that a command was given in, and the workbook in front."""

    def __init__(self, context: Any) -> None:
        """Work in the office of a component context."""
        self.context = context
        self.desktop = self.service("com.sun.star.frame.Desktop")

    def service(self, name: str) -> Any:
        """Return a service of the office."""
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    @property
    def workbook(self) -> Any | None:
        """The workbook in front, None where there is none."""
        document = self.desktop.getCurrentComponent()
        kind = "com.sun.star.sheet.SpreadsheetDocument"
        return document if document is not None and document.supportsService(kind) else None

    def open_unsaved(self, path: Path) -> Any:
        """Open a file as a new document that has no file of its own yet."""
        url = uno.systemPathToFileUrl(str(path))
        return self.desktop.loadComponentFromURL(url, "_blank", 0, settings(AsTemplate=True))


@contextmanager
def saved_copy(document: Any) -> Iterator[Path]:
    """Give a copy of a workbook as .xlsx in a folder that goes away; it stays as it is."""
    with TemporaryDirectory(prefix="cpc-") as folder:
        name = UNSAFE.sub("_", Path(str(document.Title)).stem).strip() or "workbook"
        path = Path(folder) / f"{name}.xlsx"
        document.storeToURL(uno.systemPathToFileUrl(str(path)), settings(FilterName=XLSX))
        yield path


def folder_of(document: Any, copy: Path) -> Path:
    """Return the folder of a workbook; that of its copy, where it has no file on this computer."""
    if document.hasLocation() and document.URL.startswith("file:"):
        folder = Path(uno.fileUrlToSystemPath(document.URL)).parent
        if folder.is_dir():
            return folder
    return copy.parent


@contextmanager
def progress(document: Any, text: str) -> Iterator[None]:
    """Show in the status bar what is being done."""
    controller = document.CurrentController if document is not None else None
    frame = controller.Frame if controller is not None else None
    if frame is None:
        yield
        return
    indicator = frame.createStatusIndicator()
    indicator.start(text, 1)
    try:
        yield
    finally:
        indicator.end()


@contextmanager
def one_step(document: Any, title: str) -> Iterator[None]:
    """Make one step of Undo of what happens inside, and show it when it is done."""
    undo = document.getUndoManager()
    undo.enterUndoContext(title)
    document.lockControllers()
    try:
        yield
    finally:
        document.unlockControllers()
        undo.leaveUndoContext()


def laid_out(sheet: Any, rows: Sequence[Sequence[Any]], widths: Sequence[int]) -> None:
    """Write rows from the first cell on, the first as titles; what looks like a formula is text.

    None is a blank cell; widths are in hundredths of a millimetre.
    """
    cells = sheet.getCellRangeByPosition(0, 0, len(widths) - 1, len(rows) - 1)
    cells.NumberFormat = TEXT
    cells.setDataArray(tuple(tuple("" if c is None else c for c in row) for row in rows))
    cells.IsTextWrapped = True
    sheet.getCellRangeByPosition(0, 0, len(widths) - 1, 0).CharWeight = BOLD
    for place, width in enumerate(widths):
        sheet.Columns.getByIndex(place).Width = width


def settings(**values: Any) -> tuple[Any, ...]:
    """Return named values as LibreOffice takes them."""
    made = []
    for name, value in values.items():
        setting = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        setting.Name, setting.Value = name, value
        made.append(setting)
    return tuple(made)
