"""Any export as lines of cells: text, workbook or a zip of texts, told apart by content."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from addin.exports.limits import Archive, content_of
from addin.exports.signatures import ZIP, refuse_what_is_no_table
from addin.exports.text_file import Text, Unreadable
from addin.exports.workbook_file import sheets
from addin.exports.workbook_parts import WORKBOOK

Cell = str | float | bool | date | datetime | None

TEXTS = (".csv", ".tsv", ".txt")
OF_THE_SYSTEM = ("__MACOSX/", ".DS_Store", "desktop.ini")


class Line(NamedTuple):
    """One record, and the line or row of the file that it begins on."""

    number: int
    cells: list[Cell]


class Grid(NamedTuple):
    """A table as it stands in its file: titles, header, rows, totals and footers alike."""

    path: str
    sheet: str  # of a workbook; the file's name within a zip; "" for a text
    encoding: str  # "" for a workbook
    delimiter: str  # "" for a workbook
    lines: list[Line]


def read_grids(path: Path) -> list[Grid]:
    """Return a file's tables, each line as it stands; what cannot be read for certain is refused.

    The file is opened for reading only. Blank lines have no cells, and at the end are left out.
    """
    content = content_of(path)
    refuse_what_is_no_table(content, str(path))
    with _no_search_for_cycles():
        if not content.startswith(ZIP):
            return [_text_grid(content, str(path), "")]
        archive = Archive.of(content, str(path))
        grids = _workbook(content, archive) if WORKBOOK in archive.names else _texts(archive)
    if not grids:
        raise Unreadable(f"{path}: nothing is in it that can be seen; export it again.")
    return grids


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Keep Python from walking through all lines again and again: no line holds another."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _text_grid(content: bytes, path: str, sheet: str) -> Grid:
    text = Text.of(content, f"{path}, {sheet}" if sheet else path)
    return Grid(path, sheet, text.encoding, text.delimiter, list(map(Line._make, text.lines)))


def _workbook(content: bytes, archive: Archive) -> list[Grid]:
    grids = []
    for name, rows in sheets(content, archive):
        while rows and not rows[-1]:
            rows.pop()
        lines = list(map(Line, count(1), rows))
        if lines:
            grids.append(Grid(archive.path, name, "", "", lines))
    return grids


def _texts(archive: Archive) -> list[Grid]:
    """Return the texts of a zip; one that holds anything else is no export known to us."""
    names = [
        name
        for name in archive.names
        if not name.startswith(OF_THE_SYSTEM) and not name.endswith(OF_THE_SYSTEM)
    ]
    if other := [name for name in names if not name.lower().endswith(TEXTS)]:
        raise Unreadable(_what_it_is(archive, other[0]))
    contents = {name: archive.read(name) for name in names}
    for name, content in contents.items():
        refuse_what_is_no_table(content, f"{archive.path}, {name}")
    return [_text_grid(content, archive.path, name) for name, content in contents.items()]


def _what_it_is(archive: Archive, name: str) -> str:
    if archive.names[0] == "mimetype" or "[Content_Types].xml" in archive.names:
        return (
            f"{archive.path}: an OpenDocument file, or no workbook in XLSX; open it in the "
            "spreadsheet program and save it as XLSX."
        )
    return f"{archive.path}: a zip that holds {name}, which is no text; unpack it first."
