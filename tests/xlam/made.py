"""The add-in of one Windows machine, as the tests open it."""

from pathlib import Path

from addin.hosts.excel.build import build
from addin.hosts.excel.settings import Settings
from tests.xlam.com import CellIs
from tests.xlam.declared import Constants
from tests.xlam.excel import WINDOWS, Excel

PYTHON = r"C:\Users\Kari Nordmann\cpc\Scripts\pythonw.exe"
COMMAND = (
    f"\"{PYTHON}\" -B -P -c \"from addin.hosts.excel.server import serve; serve('$(CLSID)', 'en')\""
)
CELLS = "addin.hosts.excel.cells"
COMMANDS = "addin.hosts.excel.commands"
DIV0, NA, VALUE = CellIs(2007), CellIs(2042), CellIs(2015)
BUILT = build(Settings(PYTHON, "0.37.8"))


def opened(folder: Path, constants: Constants = WINDOWS, *, office: int = 1033) -> Excel:
    """Return an Excel that has loaded the add-in from a folder; `office` is its language."""
    return Excel(placed(folder), constants, office=office)


def placed(folder: Path, content: bytes = BUILT) -> Path:
    """Return the add-in as a file in a folder."""
    path = folder / "cpc.xlam"
    path.write_bytes(content)
    return path
