"""The XML of a workbook's sheets, found harmless before a reader lays them out."""

import re
from xml.etree import ElementTree as ET

from addin.exports.limits import Archive
from addin.exports.text_file import Unreadable

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
MOST_CELLS = 20_000_000  # a sheet is laid out whole, and blank cells take memory too
ROWS_OF_A_SHEET = 1_048_576

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
# A sheet of so few columns is small enough whatever its rows: the others begin at column T.
_NARROW = MOST_CELLS // ROWS_OF_A_SHEET
_FIRST_WIDE = chr(ord("A") + _NARROW)
_WIDE_COLUMN = re.compile(
    rf"""r=["']([{_FIRST_WIDE}-Z{_FIRST_WIDE.lower()}-z]|[A-Za-z]{{2,}})[0-9]""".encode()
)


def sheet_parts(archive: Archive) -> dict[str, bytes]:
    """Return the XML of each sheet by the sheet's name; reading it proves the sizes promised."""
    names = [name for name in archive.names if name.lower().endswith((".xml", ".rels"))]
    parts = {name: archive.read(name) for name in names}
    for name, part in parts.items():
        if b"\0" in part or (b"!" in part and _DECLARATION.search(part)):
            raise Unreadable(
                f"{archive.path}: {name} declares entities or is not in UTF-8, as no spreadsheet "
                "program writes it; it is not opened. Export the data again as CSV."
            )
    sheets = _sheets(parts, archive.path)
    for name, part in sheets.items():
        _check_size(part, f"{archive.path}, sheet {name}")
    return sheets


def _sheets(parts: dict[str, bytes], path: str) -> dict[str, bytes]:
    try:
        book = ET.fromstring(parts[WORKBOOK])  # noqa: S314 - no declared entity comes so far
        relations = ET.fromstring(parts[RELATIONS])  # noqa: S314 - the same
        targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
        return {
            sheet.get("name", ""): parts[_place(targets[_relation(sheet)])]
            for sheet in book.iterfind(".//{*}sheets/{*}sheet")
        }
    except (KeyError, ET.ParseError) as fault:
        raise Unreadable(f"{path}: a damaged workbook ({fault}); export it again.") from None


def _relation(sheet: ET.Element) -> str | None:
    """Return a sheet's relation; the namespace of r:id differs between two kinds of XLSX."""
    return next((value for key, value in sheet.items() if key.endswith("}id")), None)


def _place(target: str) -> str:
    place = target.removeprefix("/")
    return place if place.startswith("xl/") else f"xl/{place}"


def _check_size(part: bytes, where: str) -> None:
    """Refuse a sheet whose few cells stand so far apart that the blanks between fill the memory."""
    columns = max(map(column_number, set(_WIDE_COLUMN.findall(part))), default=_NARROW)
    if columns <= _NARROW:
        return
    most = MOST_CELLS // columns
    # Only a number of as many digits can be above, and most rows have fewer.
    above = re.compile(rb"""r=["'][A-Za-z]*0*([0-9]{%d,})["']""" % len(str(most)))
    rows = max((int(found[1][:9]) for found in above.finditer(part)), default=1)
    if rows > most:
        raise Unreadable(
            f"{where}: {rows:,} rows of {columns:,} columns, and {MOST_CELLS:,} cells is the "
            "limit; delete the empty rows and columns, or export fewer days."
        )


def column_number(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
