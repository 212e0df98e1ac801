"""The formulas of a report without its names and tables: written out as the cells they mean."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from openpyxl.utils import get_column_letter, quote_sheetname, range_boundaries

from addin.ribbon_commands.refusal import Refused
from workbook_templates.writing.rows import escaped

LONGEST_FORMULA = 8_192
TABLE_PARTS = "xl/tables/"
ROW = "\0"  # stands for the number of the row, which no formula can hold

Say = Callable[[str], str]

_COLUMN = re.compile(r'<tableColumn\b[^>]*\bname="([^"]*)"')
_TEXT_OR_SHEET = re.compile(r"(\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'!)")
_IN_TABLE = re.compile(r"\b([A-Za-z]\w*)\[(?:\[#(This Row|Headers)\],)?\[?([^\[\]]+)\]{1,2}")
_WORD = re.compile(r"(?<![\w.$!\[])([A-Za-z_]\w*)(?![\w.(!\[])")


class Table(NamedTuple):
    """Where a table stands: the letter of each column by its title."""

    sheet: str
    header: int
    last: int
    letters: Mapping[str, str]


def renamed(place: str, titles: Mapping[str, str]) -> str:
    """Return a place with the sheets' own titles: 'Paid'!$C:$C is 'CPC Paid'!$C:$C."""
    for title, own in titles.items():
        place = place.replace(f"{quote_sheetname(title)}!", f"{quote_sheetname(own)}!")
    return place


def tables_of(parts: Mapping[str, bytes], titles: Mapping[str, str]) -> dict[str, Table]:
    """Return the tables by name; each is the only one of its sheet."""
    sheets = {f"xl/worksheets/sheet{n}.xml": own for n, own in enumerate(titles.values(), 1)}
    found = {}
    for name, part in parts.items():
        if not name.startswith(TABLE_PARTS):
            continue
        rels = next(
            rel for rel, text in parts.items() if rel.endswith(".rels") and name.encode() in text
        )
        sheet = sheets[_source_of(rels)]
        text = part.decode()
        _, header, _, last = range_boundaries(re.findall(r'\bref="([^"]+)"', text)[0])
        columns = [unescape(title) for title in _COLUMN.findall(text)]
        letters = {title: get_column_letter(at) for at, title in enumerate(columns, 1)}
        table = re.findall(r'\bdisplayName="([^"]+)"', text)[0]
        found[table] = Table(quote_sheetname(sheet), header, last, letters)
    return found


def _source_of(rels: str) -> str:
    """Return the part that a part of relationships speaks of."""
    return rels.replace("_rels/", "").removesuffix(".rels")


def _outside(
    formula: str, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]
) -> str:
    """Replace a pattern where it is neither in a text nor in the title of a sheet."""
    pieces = _TEXT_OR_SHEET.split(formula)
    pieces[::2] = [pattern.sub(replacement, piece) for piece in pieces[::2]]
    return "".join(pieces)


def translator(
    names: Mapping[str, str], tables: Mapping[str, Table], titles: Mapping[str, str], say: Say
) -> Say:
    """Return what writes a formula, as XML holds it, in places alone; most occur in every row."""
    _ = say

    def word(found: re.Match[str]) -> str:
        return names.get(found[1], found[1])

    def in_table(found: re.Match[str]) -> str:
        table = tables.get(found[1])
        if not table or found[3] not in table.letters:
            raise Refused(
                _("The report cannot be copied: {name} is no column of it.").format(name=found[0])
            )
        letter = table.letters[found[3]]
        if found[2] == "This Row":
            return f"${letter}{ROW}"
        if found[2] == "Headers":
            return f"{table.sheet}!${letter}${table.header}"
        return f"{table.sheet}!${letter}${table.header + 1}:${letter}${table.last}"

    @lru_cache(4_096)
    def translate(written: str) -> str:
        formula = _outside(renamed(unescape(written), titles), _IN_TABLE, in_table)
        formula = _outside(formula, _WORD, word)
        if len(formula) > LONGEST_FORMULA:
            raise Refused(_("The report cannot be copied: one of its formulas would be too long."))
        return escaped(formula)

    return translate
