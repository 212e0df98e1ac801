"""A file of delimited text, read strictly: what cannot be read is named, never repaired."""

import csv
import re
from collections import Counter
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

DELIMITERS = "\t;,"
LINES_TO_SNIFF = 50
OTHER_ENCODINGS = ["utf_16", "utf_16_le", "utf_16_be", "cp1252"]

_REFERENCE = re.compile(r"(?P<path>.+?\.(?:csv|tsv|txt))(?::(?P<column>.*))?", re.IGNORECASE)


class Unreadable(Exception):  # noqa: N818 - read as a sentence: "raise Unreadable(why)"
    """What was asked for cannot be read; says why, and the cure."""


class Line(NamedTuple):
    """One record, and the line of the file that it begins on."""

    number: int
    cells: list[str]


class Reference(NamedTuple):
    """A file, or a column of one: `ads.csv`, `ads.csv:Cost`."""

    path: str
    column: str | None

    @classmethod
    def of(cls, word: str) -> "Reference | None":
        r"""Return the file that a word names; C:\\ads.csv:Cost has a drive and a column."""
        found = _REFERENCE.fullmatch(word)
        return cls(found["path"], found["column"]) if found else None


class CsvFile(NamedTuple):
    """The records of a file; the first one names the columns."""

    path: str
    lines: list[Line]

    @classmethod
    def read(cls, path: str) -> "CsvFile":
        """Return a file's records; blank lines count, except at the end."""
        try:
            content = Path(path).read_bytes()
        except OSError as fault:
            raise Unreadable(f"{path}: {fault.strerror or 'cannot be read'}.") from None
        text = _decoded(content, path)
        lines = _records(text, _delimiter(text), path)
        while lines and not any(lines[-1].cells):
            lines.pop()
        if not lines:
            raise Unreadable(f"{path}: the file is empty.")
        return cls(path, lines)

    def column(self, header: str) -> list[Line]:
        """Return the cells under a header, each as a line of one cell."""
        headers = [cell.strip() for cell in self.lines[0].cells]
        if headers.count(header) != 1:
            raise Unreadable(self._no_column(header, headers))
        place = headers.index(header)
        return [Line(line.number, [self._cell(line, place)]) for line in self.lines[1:]]

    def _cell(self, line: Line, place: int) -> str:
        expected, found = len(self.lines[0].cells), len(line.cells)
        if found == 0:
            return ""
        if found != expected:
            raise Unreadable(
                f"{self.path}, line {line.number}: {found} cells under {expected} headers."
            )
        return line.cells[place]

    def _no_column(self, header: str, headers: list[str]) -> str:
        there = ", ".join(headers)
        if header in headers:
            return f"{self.path}: several columns are named '{header}'. The columns: {there}."
        by_lower = {name.casefold(): name for name in headers}
        near = get_close_matches(header.casefold(), by_lower, n=1)
        meant = f" Did you mean '{by_lower[near[0]]}'?" if near else ""
        return f"{self.path}: no column '{header}'.{meant} The columns: {there}."


def _decoded(content: bytes, path: str) -> str:
    """Return the text; UTF-8 proves itself, and what is not UTF-8 is left to the detector."""
    if b"\0" not in content:
        with suppress(UnicodeDecodeError):
            return content.decode("utf-8-sig")
    from charset_normalizer import from_bytes  # slow, and seldom needed

    found = from_bytes(content, cp_isolation=OTHER_ENCODINGS).best()
    if found is None:
        raise Unreadable(
            f"{path}: not a text in UTF-8, UTF-16 or Windows-1252; save it as CSV UTF-8."
        )
    return str(found).removeprefix("\ufeff")


def _delimiter(text: str) -> str:
    """Return the delimiter that parts most of the first lines into equally many cells."""
    sample = text.splitlines()[:LINES_TO_SNIFF]

    def regularity(delimiter: str) -> tuple[int, int]:
        widths = Counter(map(len, csv.reader(sample, delimiter=delimiter)))
        return max(((lines, width) for width, lines in widths.items() if width > 1), default=(0, 0))

    return max(DELIMITERS, key=regularity)


def _records(text: str, delimiter: str, path: str) -> list[Line]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    lines: list[Line] = []
    begins = 1
    try:
        for cells in reader:
            lines.append(Line(begins, cells))
            begins = reader.line_num + 1
    except csv.Error as fault:
        raise Unreadable(f"{path}, line {begins}: {fault}.") from None
    return lines
