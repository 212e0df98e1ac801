"""The cells that the reader of workbooks gives as blank though they are not."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from addin.exports.text_file import Unreadable
from addin.exports.workbook_parts import column_number

_ERROR = re.compile(rb"""t=(?:"e"|'e')""")
_FORMULA, _FORMULA_WITH_PREFIX = re.compile(rb"<f\b"), re.compile(rb":f\b")
_NEVER_CALCULATED = re.compile(
    rb"<(?:\w+:)?f\b[^>]*(?:/>|>([^<]*)</(?:\w+:)?f>)"
    rb"(?:<(?:\w+:)?v\s?/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)
_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*>")
_PLACE = re.compile(rb"""\sr=["']([A-Za-z]+)([0-9]+)["']""")
_END_OF_CELL = re.compile(rb"</(?:\w+:)?c>")
_TEXT = re.compile(rb"""\st=["']str["']""")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")


class LostCell(NamedTuple):
    """A cell's place in its sheet, counted from 0, and what it says."""

    row: int
    column: int
    text: str


def lost_cells(part: bytes, where: str) -> Iterator[LostCell]:
    """Yield the errors (#N/A) and the formulas never calculated (=B2/C2) of a sheet's XML.

    As blank cells they would leave a sum too small, and nobody would know.
    """
    for error in _ERROR.finditer(part):
        begins = part.rfind(b"<", 0, error.start())
        if cell := _CELL.match(part, begins):  # else a text that says t="e"
            end = _END_OF_CELL.search(part, cell.end())
            value = end and _VALUE.search(part, cell.end(), end.end())
            yield _lost(cell[0], value[1] if value else b"#VALUE!", where)
    if not _FORMULA.search(part) and not _FORMULA_WITH_PREFIX.search(part):
        return  # found several times as fast as by the long pattern, which tries at every tag
    for formula in _NEVER_CALCULATED.finditer(part):
        begins = part.rfind(b"<", 0, formula.start())
        cell = _CELL.match(part, begins)
        if cell and not _TEXT.search(cell[0]):  # a text may be empty
            yield _lost(cell[0], b"=" + (formula[1] or b""), where)


def _lost(tag: bytes, text: bytes, where: str) -> LostCell:
    place = _PLACE.search(tag)
    if place is None:
        raise Unreadable(
            f"{where}: a cell in error does not say where it stands; open the workbook in the "
            "spreadsheet program and save it again."
        )
    return LostCell(int(place[2]) - 1, column_number(place[1]) - 1, unescape(text.decode()))
