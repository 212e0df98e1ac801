"""The head and the tail of a text that is too large to be held, and what is true of all of it."""

import codecs
import csv
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from addin.exports.grid import Cell, Grid, Line
from addin.exports.platform import Field
from addin.exports.recognise import Export
from addin.exports.text_file import Text

HEAD, TAIL = 256_000, 64_000  # bytes
CHUNK = 4_000_000


class Marks(NamedTuple):
    """How many quotation marks and line ends stand before a place of a text."""

    quotes: int
    ends: int


class Sample(NamedTuple):
    """The lines at both ends of a text, each once, with their numbers in the file."""

    grid: Grid

    def skip(self, export: Export) -> int | None:
        """Return how many lines stand above the first one below the header.

        None where a record above it has more lines than one, which engines count differently.
        """
        lines = self.grid.lines
        place = lines.index(export.header) + 1
        above = [line.number for line in lines[: place + 1]]
        if len(above) == place or above[-1] - above[0] != place:
            return None
        return above[-1] - 1

    def below(self, export: Export) -> list[Line]:
        """Return the lines below the header."""
        return self.grid.lines[self.grid.lines.index(export.header) + 1 :]

    def width(self, export: Export) -> int:
        """Return how many cells the longest line has, from the header on."""
        return max(len(line.cells) for line in [export.header, *self.below(export)])

    def is_ragged(self, export: Export) -> bool:
        """Return whether a line below the header ends early."""
        width = self.width(export)
        return any(0 < len(line.cells) < width for line in self.below(export))

    def aside(self, export: Export) -> set[tuple[Cell, ...]]:
        """Return the lines below the header that are no rows: totals, notes, delimiters alone."""
        rows, width = set(map(id, export.rows)), self.width(export)
        aside = [line.cells for line in self.below(export) if id(line) not in rows and line.cells]
        if Field.DATE not in export.columns:
            aside.append([])  # where there are days, a row without one is refused
        return {(*cells, *[""] * (width - len(cells))) for cells in aside}


def sample(path: Path) -> Sample | None:
    """Return both ends of a text in UTF-8 that every engine reads alike; None for any other."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        head = head[: _last_end(head)]
        start = max(len(head), path.stat().st_size - TAIL)
        file.seek(start)
        tail = file.read()
    if not head or not (marks := _marks(path, start)):
        return None
    if (marks.quotes + tail.count(b'"')) % 2:
        return None  # a quotation mark is not closed, or is none: records cannot be told apart
    cut = _first_end(tail, marks.quotes) if start > len(head) else 0
    if cut == len(tail) > 0:
        return None  # the last record is longer than the tail
    text = Text.of(head, str(path))
    lines = [Line(line.number, [*line.cells]) for line in text.lines]
    first = marks.ends + tail.count(b"\n", 0, cut) + 1
    try:
        lines += _records(tail[cut:].decode(), text.delimiter, first)
    except csv.Error:
        return None
    return Sample(Grid(str(path), "", text.encoding, text.delimiter, lines))


def _records(text: str, delimiter: str, first: int) -> list[Line]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[Line] = []
    begins = first
    for cells in reader:
        lines.append(Line(begins, [*cells]))
        begins = first + reader.line_num
    return lines


def _last_end(head: bytes) -> int:
    """Return where the last whole record ends: after a line end that no quotation marks hold."""
    end = head.rfind(b"\n") + 1
    while end and head.count(b'"', 0, end) % 2:
        end = head.rfind(b"\n", 0, end - 1) + 1
    return end


def _first_end(tail: bytes, quotes: int) -> int:
    """Return where the first whole record begins, after so many quotation marks; else the end."""
    end = tail.find(b"\n") + 1
    while end and (quotes + tail.count(b'"', 0, end)) % 2:
        end = tail.find(b"\n", end) + 1
    return end or len(tail)


def _marks(path: Path, place: int) -> Marks | None:
    """Return what stands before a place; None where any part of the file is for memory only."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    quotes = ends = at = 0
    before = b""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            both = before[-2:] + chunk
            quoted = b'"' in both
            if b"\0" in both or _has_old_ends(both) or (quoted and b'="' in both):
                return None  # in another encoding; of one line; with formulas for texts
            try:
                if not both.isascii() and "\ufffd" in decoder.decode(chunk):
                    return None  # letters are lost
            except UnicodeDecodeError:
                return None
            quotes += chunk.count(b'"', 0, max(0, place - at)) if quoted else 0
            ends += chunk.count(b"\n", 0, max(0, place - at))
            at += len(chunk)
            before = chunk
    return None if decoder.getstate()[0] else Marks(quotes, ends)


def _has_old_ends(text: bytes) -> bool:
    """Return whether a carriage return ends a line; the last one is seen with what follows it."""
    if b"\r" not in text:
        return False
    return text.count(b"\r") != text.count(b"\r\n") + text.endswith(b"\r")
