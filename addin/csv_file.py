"""A file of delimited text whose first line names its columns."""

import re
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from addin.exports.text_file import Line, Text, Unreadable

__all__ = ["CsvFile", "Line", "Reference", "Unreadable"]

_REFERENCE = re.compile(r"(?P<path>.+?\.(?:csv|tsv|txt))(?::(?P<column>.*))?", re.IGNORECASE)


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
        return cls(path, list(Text.of(content, path).lines))

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
