"""A report whose sheets can be copied into any workbook: without names and without tables.

Excel refuses to copy a group of sheets that holds a table; and where the other workbook has a
name of the same spelling, as every tracker has, it takes that name in place of the copied one,
so that the report would sum the wrong cells. Both are therefore written out as the cells that
they mean, which follow their sheets. The sheets get titles of their own, and each a hidden name
of its own sheet, MARK, by which they are found again.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from html import unescape
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.utils import get_column_letter, quote_sheetname, range_boundaries

from addin.ribbon_commands.refusal import Refused
from workbook_templates.writing.rows import escaped

MARK = "cpc_report"
PREFIX = "CPC "
LONGEST_TITLE, LONGEST_FORMULA = 31, 8_192
WORKBOOK, TYPES = "xl/workbook.xml", "[Content_Types].xml"
TABLE_PARTS = "xl/tables/"

_DEFINED = re.compile(r'<definedName name="([^"]+)"([^>]*)>([^<]*)</definedName>')
_NAMES = re.compile(r"<definedNames>.*</definedNames>", re.DOTALL)
_SHEET = re.compile(r'(<sheet\b[^>]*\bname=")([^"]*)(")')
_CELL = re.compile(r'(<c r="[A-Z]+(\d+)"[^>]*><f>)([^<]*)(</f>)')
_RULE = re.compile(r"(<formula[12]?>)([^<]*)(</formula[12]?>)")
_CHART = re.compile(r"(<f>)([^<]*)(</f>)")
_LINK = re.compile(r'(<hyperlink\b[^>]*\blocation=")([^"]*)(")')
_TABLE_OF_SHEET = re.compile(r"<tableParts\b.*?</tableParts>", re.DOTALL)
_RELATION = re.compile(r'<Relationship\b[^>]*/relationships/table"[^>]*/>')
_TABLE_TYPE = re.compile(r'<Override PartName="/xl/tables/[^>]*/>')
_COLUMN = re.compile(r'<tableColumn\b[^>]*\bname="([^"]*)"')
_TEXT_OR_SHEET = re.compile(r"(\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'!)")
_IN_TABLE = re.compile(r"\b([A-Za-z]\w*)\[(?:\[#(This Row|Headers)\],)?\[?([^\[\]]+)\]{1,2}")
_WORD = re.compile(r"(?<![\w.$!\[])([A-Za-z_]\w*)(?![\w.(!\[])")
_ROW = "\0"  # stands for the number of the row, which no formula can hold


class _Table(NamedTuple):
    """Where a table stands: the letter of each column by its title."""

    sheet: str
    header: int
    last: int
    letters: Mapping[str, str]


def portable(content: bytes) -> bytes:
    """Return a report, as `make_report` writes it, as one whose sheets stand for themselves."""
    with ZipFile(BytesIO(content)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    book = parts[WORKBOOK].decode()
    titles = {unescape(title): _own(unescape(title)) for _, title, _ in _SHEET.findall(book)}
    names = {
        name: _renamed(unescape(place), titles)
        for name, scope, place in _DEFINED.findall(book)
        if "localSheetId" not in scope
    }
    translate = _translator(names, _tables(parts, titles), titles)
    lasting = BytesIO()
    with ZipFile(lasting, "w", ZIP_DEFLATED, compresslevel=1) as target:
        for name, part in parts.items():
            if not name.startswith(TABLE_PARTS):
                with target.open(name, "w") as entry:  # of 1980: equal reports are equal files
                    entry.write(_rewritten(name, part.decode(), titles, translate).encode())
    return lasting.getvalue()


def _own(title: str) -> str:
    """Return a title that no other workbook has; a report on the sheet Paid has its own."""
    return f"{PREFIX}{title}"[:LONGEST_TITLE].rstrip()


def _rewritten(
    name: str, part: str, titles: Mapping[str, str], translate: Callable[[str], str]
) -> str:
    def cell(found: re.Match[str]) -> str:
        written = translate(found[3]).replace(_ROW, found[2])
        return f"{found[1]}{written}{found[4]}"

    def rule(found: re.Match[str]) -> str:
        return f"{found[1]}{translate(found[2])}{found[3]}"

    def link(found: re.Match[str]) -> str:
        return f"{found[1]}{escaped(_renamed(unescape(found[2]), titles))}{found[3]}"

    if name == WORKBOOK:
        return _book(part, titles)
    if name == TYPES:
        return _TABLE_TYPE.sub("", part)
    if name.startswith("xl/charts/"):
        return _CHART.sub(rule, part)
    if name.startswith("xl/worksheets/_rels/"):
        return _RELATION.sub("", part)
    if name.startswith("xl/worksheets/"):
        return _LINK.sub(link, _RULE.sub(rule, _CELL.sub(cell, _TABLE_OF_SHEET.sub("", part))))
    return part


def _book(part: str, titles: Mapping[str, str]) -> str:
    """Return the list of sheets by their own titles; of the names, what prints, and the marks."""
    kept = [
        f'<definedName name="{name}"{scope}>{escaped(_renamed(unescape(place), titles))}'
        "</definedName>"
        for name, scope, place in _DEFINED.findall(part)
        if "localSheetId" in scope
    ]
    kept += [
        f'<definedName name="{MARK}" localSheetId="{number}" hidden="1">'
        f"{escaped(quote_sheetname(title))}!$A$1</definedName>"
        for number, title in enumerate(titles.values())
    ]
    listed = _SHEET.sub(lambda found: f"{found[1]}{_listed(found[2], titles)}{found[3]}", part)
    return _NAMES.sub(lambda _: f"<definedNames>{''.join(kept)}</definedNames>", listed)


def _listed(title: str, titles: Mapping[str, str]) -> str:
    return escaped(titles[unescape(title)]).replace('"', "&quot;")


def _renamed(place: str, titles: Mapping[str, str]) -> str:
    """Return a place with the sheets' own titles: 'Paid'!$C:$C is 'CPC Paid'!$C:$C."""
    for title, own in titles.items():
        place = place.replace(f"{quote_sheetname(title)}!", f"{quote_sheetname(own)}!")
    return place


def _tables(parts: Mapping[str, bytes], titles: Mapping[str, str]) -> dict[str, _Table]:
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
        found[table] = _Table(quote_sheetname(sheet), header, last, letters)
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


def _translator(
    names: Mapping[str, str], tables: Mapping[str, _Table], titles: Mapping[str, str]
) -> Callable[[str], str]:
    """Return what writes a formula, as XML holds it, in places alone; most occur in every row."""

    def word(found: re.Match[str]) -> str:
        return names.get(found[1], found[1])

    def in_table(found: re.Match[str]) -> str:
        table = tables.get(found[1])
        if not table or found[3] not in table.letters:
            raise Refused(f"The report cannot be copied: {found[0]} is no column of it.")
        letter = table.letters[found[3]]
        if found[2] == "This Row":
            return f"${letter}{_ROW}"
        if found[2] == "Headers":
            return f"{table.sheet}!${letter}${table.header}"
        return f"{table.sheet}!${letter}${table.header + 1}:${letter}${table.last}"

    @lru_cache(4_096)
    def translate(written: str) -> str:
        formula = _outside(_renamed(unescape(written), titles), _IN_TABLE, in_table)
        formula = _outside(formula, _WORD, word)
        if len(formula) > LONGEST_FORMULA:
            raise Refused("The report cannot be copied: one of its formulas would be too long.")
        return escaped(formula)

    return translate
