"""A file of delimited text, read strictly: what cannot be read is named, never repaired."""

import codecs
import csv
import re
from io import BytesIO, StringIO, TextIOWrapper
from itertools import groupby, islice
from typing import NamedTuple

DELIMITERS = "\t;,"
LINES_TO_SNIFF = 50
LONGEST_CELL = 1_000_000
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}

# Excel takes the first line as an order, and shows the lines after it.
_ORDER = re.compile(r'"?sep=([^"\w\r\n])"?[\t;, ]*(?:\r\n?|\n|$)', re.IGNORECASE)
_FORMULA_TEXT = re.compile(r'="((?:[^"]|"")*)"')


class Unreadable(Exception):  # noqa: N818 - read as a sentence: "raise Unreadable(why)"
    """What was asked for cannot be read; says why, and the cure."""


class Line(NamedTuple):
    """One record, and the line of the file that it begins on."""

    number: int
    cells: list[str]


class Text(NamedTuple):
    """The records of a text: the codec it was written with, and the sign between its cells."""

    encoding: str
    delimiter: str
    lines: list[Line]

    @classmethod
    def of(cls, content: bytes, path: str) -> "Text":
        """Return the records of a file's content; blank lines count, except at the end."""
        csv.field_size_limit(LONGEST_CELL)
        encoding, text = _decoded(content, path)
        order = _ORDER.match(text)
        delimiter = order[1] if order else _delimiter(text)
        rest, first = (text[order.end() :], 2) if order else (text, 1)
        lines = _records(rest, delimiter, path, first)
        while lines and not any(map(str.strip, lines[-1].cells)):
            lines.pop()
        if not lines:
            raise Unreadable(f"{path}: the file is empty.")
        return cls(encoding, delimiter, lines)


def _decoded(content: bytes, path: str) -> tuple[str, str]:
    """Return the codec and the text; a mark or UTF-8 proves itself, the rest is detected."""
    mark = next((mark for mark in BYTE_ORDER_MARKS if content.startswith(mark)), b"")
    encoding = BYTE_ORDER_MARKS[mark] if mark else _utf16_without_mark(content) or "utf-8"
    try:
        text = content[len(mark) :].decode(encoding.removesuffix("-sig"))
    except UnicodeDecodeError as fault:
        if encoding != "utf-8" or _mostly_utf8(content):
            line = content.count(b"\n", 0, fault.start) + 1
            raise Unreadable(
                f"{path}, line {line}: the text is in {encoding.upper()}, but is damaged here; "
                "export it again."
            ) from None
        encoding, text = "cp1252", _in_windows_1252(content, path)
    for sign, what in (("\0", "a NUL byte"), ("\ufffd", "the sign \ufffd for a lost letter")):
        if sign in text:
            line = text.count("\n", 0, text.index(sign)) + 1
            raise Unreadable(f"{path}, line {line}: {what} stands in the text; export it again.")
    return encoding, text


def _utf16_without_mark(content: bytes) -> str | None:
    """Return which half of most letters is NUL, as that of every digit and delimiter is."""
    head = content[:LONGEST_CELL]
    most = len(head) // 4
    if head[1::2].count(0) > most:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > most else None


def _mostly_utf8(content: bytes) -> bool:
    """Return whether most letters beyond ASCII are UTF-8: then the rest is damage."""
    text = content.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return beyond_ascii - lost > lost


def _in_windows_1252(content: bytes, path: str) -> str:
    from charset_normalizer import from_bytes  # slow, and seldom needed

    found = from_bytes(content, cp_isolation=["cp1252"]).best()
    if found is None:
        raise Unreadable(
            f"{path}: not a text in UTF-8, UTF-16 or Windows-1252; save it as CSV UTF-8."
        )
    return str(found)


def _delimiter(text: str) -> str:
    """Return the delimiter that parts the longest run of lines into equally many cells.

    A run, for titles and footers may hold a comma each, and so may every amount below a
    header that has none. A tab is typed by nobody: two wide lines of tabs outweigh three
    titles with commas.
    """
    sample = list(islice(StringIO(text[:LONGEST_CELL], newline=""), LINES_TO_SNIFF))

    def regularity(delimiter: str) -> tuple[int, int]:
        widths = (len(cells) for cells in csv.reader(sample, delimiter=delimiter) if cells)
        runs = ((len(list(run)), width) for width, run in groupby(widths) if width > 1)
        return max(runs, default=(0, 0))

    likeliest = max(DELIMITERS, key=regularity)
    lines, width = regularity("\t")
    return "\t" if lines > 1 and width >= regularity(likeliest)[1] else likeliest


def _records(text: str, delimiter: str, path: str, first: int) -> list[Line]:
    """Return the records of a text that begins on the line `first` of its file.

    Equal cells are one object, for most occur many times.
    """
    # Not splitlines(), which also parts cells at a form feed or U+2028.
    parted = TextIOWrapper(BytesIO(text.encode()), encoding="utf-8", newline="")
    reader = csv.reader(parted, delimiter=delimiter, strict=True)
    once = dict[str, str]().setdefault
    formulas = '="' in text
    lines: list[Line] = []
    begins = first
    try:
        for cells in reader:
            plain = [_unwrapped(cell, path, begins) for cell in cells] if formulas else cells
            lines.append(Line(begins, list(map(once, plain, plain))))
            begins = first + reader.line_num
    except csv.Error as fault:
        raise Unreadable(
            f"{path}, line {begins}: {fault}; look for a quotation mark that is not closed."
        ) from None
    return lines


def _unwrapped(cell: str, path: str, line: int) -> str:
    """Return the text of ="text", by which an export keeps Excel from changing its figures."""
    if not cell.startswith('="'):
        return cell
    if formula := _FORMULA_TEXT.fullmatch(cell):
        return formula[1].replace('""', '"')
    raise Unreadable(f"{path}, line {line}: the formula {cell[:40]} is cut; export as XLSX.")
