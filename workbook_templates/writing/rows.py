"""The rows of a table as XML text: what openpyxl writes cell by cell, in a fraction of the time.

A row differs from the next in its number and its values alone, so that one template per sheet
holds all the rest. Texts stand in their cells (inline strings) and not in a list of texts for the
whole file: rows can then be written as they come, every program reads them, and deflate makes the
repeated ones small.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import isfinite
from typing import NamedTuple
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

from workbook_templates.sheet import Value

LAST_ROW = 1_048_576
TOGETHER = 1_000  # rows made at a time: a few megabytes
REPEATED = 10_000  # texts and dates kept made: columns repeat their channels, campaigns and days
FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, Char
LIKE_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
DIMENSION = re.compile(rb'(<dimension ref="[A-Z]+\d+)[^"]*')
END = b"</sheetData>"
EMPTY = "/>"
LONGEST = 32_767  # UTF-16 code units of a text: the most that a cell holds
CUT = "…"


class Column(NamedTuple):
    """A column: the number of its style in the workbook, and its formula unless it has values.

    The formula has no = before it and is the same in every row, as structured references are.
    """

    style: int
    formula: str = ""


@dataclass(frozen=True)
class Rows:
    """The rows of a table, from row `first` of the sheet on and from column A on.

    `values` holds one value for each column without a formula; rows beyond them are blank, up to
    `count` rows. Raises ValueError for more rows than a sheet holds.
    """

    first: int
    count: int
    columns: Sequence[Column]
    values: Sequence[Sequence[Value]]

    def __post_init__(self) -> None:
        """Refuse what no program would open."""
        if self.last > LAST_ROW:
            raise ValueError(f"a sheet ends at row {LAST_ROW:,}; this table needs {self.last:,}")

    @property
    def last(self) -> int:
        """The number of the last row."""
        return self.first + self.count - 1

    def into(self, sheet: bytes) -> Iterator[bytes]:
        """Return the XML of a sheet with these rows after its own, in pieces."""
        head, tail = sheet.split(END)
        last = f"{get_column_letter(len(self.columns))}{self.last}"
        yield DIMENSION.sub(rb"\1:" + last.encode(), head, count=1)
        yield from self.xml()
        yield END + tail

    def xml(self) -> Iterator[bytes]:
        """Return the rows as XML, in pieces of many rows.

        Raises ValueError where a row has more or fewer values than there are columns for them,
        TypeError for a value that is no text, number or date.
        """
        template = self._template()
        given = sum(not column.formula for column in self.columns)
        content = _content()
        for start in range(0, self.count, TOGETHER):
            stop = min(start + TOGETHER, self.count)
            rows = list(self.values[start:stop])
            rows += [(None,) * given] * (stop - start - len(rows))
            values = iter([list(map(content, each)) for each in _turned(rows, given)])
            numbers = list(map(str, range(self.first + start, self.first + stop)))
            blanks = [numbers]
            for column in self.columns:
                blanks += [numbers] if column.formula else [numbers, next(values)]
            yield "".join(map(template.__mod__, zip(*blanks, strict=True))).encode("ascii")

    def _template(self) -> str:
        """Return a row with %s for its number, and after a cell's style for its content."""
        cells = []
        for place, (style, formula) in enumerate(self.columns, 1):
            start = f'<c r="{get_column_letter(place)}%s" s="{style}"'
            text = escaped(formula).replace("%", "%%")
            cells.append(f"{start}><f>{text}</f></c>" if formula else f"{start}%s")
        return f'<row r="%s">{"".join(cells)}</row>'


def escaped(text: str) -> str:
    """Return a text as it stands in XML: in ASCII, which is right in every encoding.

    A carriage return is written as a reference, because a reader takes a bare one for a new line.
    """
    plain = escape(text, {"\r": "&#13;"})
    return plain.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _turned(rows: Sequence[Sequence[Value]], width: int) -> list[tuple[Value, ...]]:
    """Return the columns of rows; each row must have so many values."""
    if wrong := [row for row in rows if len(row) != width]:
        raise ValueError(f"a row needs {width} values, not {len(wrong[0])}: {wrong[0]!r}")
    return list(zip(*rows, strict=True))


def _content() -> Callable[[Value], str]:
    """Return what writes a cell behind its style, with a memory of its own."""
    text, day = lru_cache(REPEATED)(_text), lru_cache(REPEATED)(_day)

    def content(value: Value) -> str:
        if value is None:
            return EMPTY
        if isinstance(value, str):
            return text(value)
        if isinstance(value, float):
            return _number(value)
        if isinstance(value, int):
            return f"><v>{int.__repr__(value)}</v></c>"
        if isinstance(value, date):
            return day(value)
        raise TypeError(f"{value!r} is no text, number or date that a cell can hold")

    return content


def _number(value: float) -> str:
    """Return a number to its last digit; infinity and not-a-number leave the cell empty."""
    if not isfinite(value):
        return EMPTY
    return f"><v>{float.__repr__(value).removesuffix('.0')}</v></c>"


def _day(value: date) -> str:
    """Return a date as Excel counts it, in days since 1900."""
    return f"><v>{to_excel(value)}</v></c>"


def _text(value: str) -> str:
    """Return a text as a text, whatever it starts with."""
    held = as_held(value)
    if not held:
        return EMPTY
    return f' t="inlineStr"><is><t xml:space="preserve">{escaped(held)}</t></is></c>'


def as_held(text: str) -> str:
    """Return a text as a cell can hold it: without what XML cannot, cut with … if it is too long.

    `_x000D_` in a text would be read as a carriage return (ECMA-376-1, 22.9.2.19): its first
    line is written as `_x005F_`.
    """
    held = FORBIDDEN.sub("", text)
    units = held.encode("utf-16-le") if len(held) > LONGEST // 2 else b""
    if len(units) > 2 * LONGEST:
        held = units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore") + CUT
    return LIKE_ESCAPE.sub("_x005F_", held)
