"""A report whose sheets can be copied into any workbook: without names and without tables.

Excel refuses to copy a group of sheets that holds a table; and where the other workbook has a
name of the same spelling, as every tracker has, it takes that name in place of the copied one,
so that the report would sum the wrong cells. Both are therefore written out as the cells that
they mean, which follow their sheets. The sheets get titles of their own, and each a hidden name
of its own sheet, MARK, by which they are found again: the run that made it, and its title.
"""

import re
from collections.abc import Callable, Mapping
from html import unescape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from addin.ribbon_commands.portable_formulas import (
    ROW,
    TABLE_PARTS,
    Say,
    renamed,
    tables_of,
    translator,
)
from workbook_templates.writing.rows import escaped

MARK = "cpc_report"
PREFIX = "CPC "
LONGEST_TITLE = 31
WORKBOOK, TYPES = "xl/workbook.xml", "[Content_Types].xml"

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


def portable(content: bytes, say: Say, run: str) -> bytes:
    """Return a report, as `make_report` writes it, as one whose sheets stand for themselves.

    `run` tells its sheets from those of every other report, in the marks that they bear.
    Raises Refused, in the language of `say`, where its formulas cannot be written out.
    """
    with ZipFile(BytesIO(content)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    book = parts[WORKBOOK].decode()
    titles = {unescape(title): _own(unescape(title)) for _, title, _ in _SHEET.findall(book)}
    names = {
        name: renamed(unescape(place), titles)
        for name, scope, place in _DEFINED.findall(book)
        if "localSheetId" not in scope
    }
    translate = translator(names, tables_of(parts, titles), titles, say)
    lasting = BytesIO()
    with ZipFile(lasting, "w", ZIP_DEFLATED, compresslevel=1) as target:
        for name, part in parts.items():
            if not name.startswith(TABLE_PARTS):
                with target.open(name, "w") as entry:  # of 1980: equal reports are equal files
                    entry.write(_rewritten(name, part.decode(), titles, translate, run).encode())
    return lasting.getvalue()


def _own(title: str) -> str:
    """Return a title that no other workbook has; a report on the sheet Paid has its own."""
    return f"{PREFIX}{title}"[:LONGEST_TITLE].rstrip()


def _rewritten(
    name: str, part: str, titles: Mapping[str, str], translate: Callable[[str], str], run: str
) -> str:
    def cell(found: re.Match[str]) -> str:
        written = translate(found[3]).replace(ROW, found[2])
        return f"{found[1]}{written}{found[4]}"

    def rule(found: re.Match[str]) -> str:
        return f"{found[1]}{translate(found[2])}{found[3]}"

    def link(found: re.Match[str]) -> str:
        return f"{found[1]}{escaped(renamed(unescape(found[2]), titles))}{found[3]}"

    if name == WORKBOOK:
        return _book(part, titles, run)
    if name == TYPES:
        return _TABLE_TYPE.sub("", part)
    if name.startswith("xl/charts/"):
        return _CHART.sub(rule, part)
    if name.startswith("xl/worksheets/_rels/"):
        return _RELATION.sub("", part)
    if name.startswith("xl/worksheets/"):
        return _LINK.sub(link, _RULE.sub(rule, _CELL.sub(cell, _TABLE_OF_SHEET.sub("", part))))
    return part


def _book(part: str, titles: Mapping[str, str], run: str) -> str:
    """Return the list of sheets by their own titles; of the names, what prints, and the marks."""
    kept = [
        f'<definedName name="{name}"{scope}>{escaped(renamed(unescape(place), titles))}'
        "</definedName>"
        for name, scope, place in _DEFINED.findall(part)
        if "localSheetId" in scope
    ]
    kept += [
        f'<definedName name="{MARK}" localSheetId="{number}" hidden="1">'
        f'"{run} {escaped(title)}"</definedName>'
        for number, title in enumerate(titles.values())
    ]
    listed = _SHEET.sub(lambda found: f"{found[1]}{_listed(found[2], titles)}{found[3]}", part)
    return _NAMES.sub(lambda _: f"<definedNames>{''.join(kept)}</definedNames>", listed)


def _listed(title: str, titles: Mapping[str, str]) -> str:
    return escaped(titles[unescape(title)]).replace('"', "&quot;")
