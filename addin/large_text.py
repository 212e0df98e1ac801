"""The head and the tail of a text that is too large to be held."""

import csv
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from addin.exports.grid import Grid, Line
from addin.exports.recognise import Export
from addin.exports.text_file import Text

HEAD, TAIL = 256_000, 64_000  # bytes
MARK = b"\xef\xbb\xbf"


class Sample(NamedTuple):
    """The lines at both ends of a text; those of the tail have the number 0."""

    grid: Grid

    def skip(self, export: Export) -> int:
        """Return how many lines stand above the first one below the header."""
        lines = self.grid.lines
        return lines[lines.index(export.header) + 1].number - 1


def sample(path: Path) -> Sample | None:
    """Return both ends of a UTF-8 text; None for any other file."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        file.seek(-TAIL, 2)
        tail = file.read(TAIL)
    if b"\0" in head[:TAIL] or not _is_utf8(head) or not _is_utf8(tail):
        return None
    text = Text.of(head[: head.rindex(b"\n") + 1], str(path))
    lines = [Line(line.number, [*line.cells]) for line in text.lines]
    rest = tail[tail.index(b"\n") + 1 :].decode()
    records = csv.reader(StringIO(rest, newline=""), delimiter=text.delimiter)
    lines += [Line(0, [*cells]) for cells in records if cells]
    return Sample(Grid(str(path), "", text.encoding, text.delimiter, lines))


def _is_utf8(content: bytes) -> bool:
    """Return whether lines of a file are UTF-8, but for those that are cut."""
    try:
        content[content.find(b"\n") + 1 : content.rfind(b"\n") + 1].decode()
    except UnicodeDecodeError:
        return False
    return True
