"""The VBA project of the add-in, from the committed texts: vbaProject.bin."""

from pathlib import Path
from struct import pack
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from pyopenvba import ExcelFile
from pyopenvba.cfb import CFB
from pyopenvba.vba import compress, decompress

from addin.hosts.excel.settings import Settings
from addin.hosts.excel.vba_text import CODE_PAGE

PROJECT = "CpcAddin"
TEXTS = Path(__file__).parent / "vba"
SETTINGS_MODULE = "CpcSettings"
BOOK_MODULE = "ThisWorkbook"
DOCUMENTS = (BOOK_MODULE, SETTINGS_MODULE)

NO_PCODE = bytes.fromhex("cc61ffff000000")
"""Compile the sources: [MS-OVBA] 2.3.4.1 has writers set the version FFFF and no cache."""

PROJECT_NAME = 0x0004
"""The record of the project's name in the stream `dir`: [MS-OVBA] 2.3.4.2.1.6."""


def sources(settings: Settings) -> dict[str, str]:
    """Return the text of every module, documents first, with the libraries of this xlwings."""
    standard = sorted(path.stem for path in TEXTS.glob("*.bas"))
    texts = {name: _read(TEXTS / f"{name}.cls") for name in DOCUMENTS}
    texts |= {name: _read(TEXTS / f"{name}.bas") for name in standard}
    return {name: _for_this_xlwings(text, settings) for name, text in texts.items()}


def vba_project(settings: Settings) -> bytes:
    """Return vbaProject.bin: an empty project as Office writes it, with our modules."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cpc.xlam"
        ExcelFile.create_new(path)
        with ExcelFile(path) as file:
            project = file.vba_project()
            project.delete_module("Module1")
            project.rename_module("Sheet1", SETTINGS_MODULE)
            for name, text in sources(settings).items():
                if name not in DOCUMENTS:
                    project.add_module(name, text)
                module = project.get_module(name)
                module.source = text
                module.dirty = True  # setting the text alone would leave the old one in the file
            file.save(path)
        with ZipFile(path) as package:
            return _finished(package.read("xl/vbaProject.bin"))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8").replace("\n", "\r\n")


def _for_this_xlwings(text: str, settings: Settings) -> str:
    """VBA wants the names of libraries in the source; they hold the version of xlwings.

    The names alone: the library is loaded by its full path, and then known by its name.
    """
    for key, name in (("DLL64", settings.dll64), ("DLL32", settings.dll32)):
        text = text.replace(f'Lib "{key}"', f'Lib "{name}"')
    return text


def _finished(raw: bytes) -> bytes:
    """Return the project under its own name and without traces of a compiler."""
    file = CFB.from_bytes(raw)
    folder = decompress(file.get_stream_in_storage("VBA", "dir"))
    file.write_stream_in_storage("VBA", "dir", compress(_renamed(folder)))
    file.write_stream_in_storage("VBA", "_VBA_PROJECT", NO_PCODE)
    listed = file.get_stream("PROJECT").decode(CODE_PAGE)
    file.write_stream(
        "PROJECT", _once(listed, 'Name="VBAProject"', f'Name="{PROJECT}"').encode(CODE_PAGE)
    )
    finished: bytes = file.to_bytes()
    return finished


def _renamed(folder: bytes) -> bytes:
    def record(name: str) -> bytes:
        return pack("<HI", PROJECT_NAME, len(name)) + name.encode(CODE_PAGE)

    old = record("VBAProject")
    if folder.count(old) != 1:
        raise ValueError("The empty project of pyOpenVBA has changed: its name is not found.")
    return folder.replace(old, record(PROJECT))


def _once(text: str, old: str, new: str) -> str:
    if text.count(old) != 1:
        raise ValueError(f"The empty project of pyOpenVBA has changed: no {old}.")
    return text.replace(old, new)
