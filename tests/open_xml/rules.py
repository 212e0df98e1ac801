"""What no schema sees and Excel repairs, by dropping the part.

Limits: support.microsoft.com, "Excel specifications and limits"; names and tables: ECMA-376-1,
18.2.5 and 18.5.1.
"""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from xml.etree.ElementTree import Element

from openpyxl.utils.cell import coordinate_to_tuple

from tests.open_xml.package import RELATION, Package, area, doubles, every, has, local

RELATION_KEYS = {f"{RELATION}{key}" for key in ("id", "embed", "link", "pict")}
TYPES = "/[Content_Types].xml"
LIMITS = {"promptTitle": 32, "prompt": 255, "errorTitle": 32, "error": 255}
FORMULA, LITERAL, LIST, CELL, SHEET, HEADER = 8192, 255, 255, 32767, 31, 255
FORMULAS = {"f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula"}

TEXT = re.compile(r'"(?:[^"]|"")*"')
ERROR = re.compile(r"#(?:DIV/0!|VALUE!|NUM!|NULL!|NAME\?|N/A)")
BRACKETS = re.compile(r"\[[^\[\]]*\]")
SHEET_OF = re.compile(r"'((?:[^']|'')+)'!|(?<![\w.])([^\W\d][\w.]*)!")
CELL_LIKE = re.compile(r"[A-Z]{1,3}\d+|R(\d+)?(C(\d+)?)?|C(\d+)?", re.IGNORECASE)
NAME = re.compile(r"[^\W\d][\w.\\?]*|\\[\w.\\?]*")
OWN_PATH = re.compile(r"absPath|file:/|\b[A-Z]:\\\w|(?<![\w.:/])/(?:home|Users|tmp)/")
ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def parts(package: Package) -> Iterator[str]:
    """Every part is declared, and no part is a macro, another file or knows its author's disk."""
    types = package.parts[TYPES]
    declared = {override.attrib["PartName"] for override in every(types, "Override")}
    endings = {default.attrib["Extension"] for default in every(types, "Default")}
    yield from (f"{part} is declared, but missing" for part in declared - package.bytes.keys())
    for part, content in package.bytes.items():
        ending = part.rpartition(".")[2]
        if part not in declared | {TYPES} and (ending == "xml" or ending not in endings):
            yield f"{part} has no content type"
        if "vbaProject" in part or "/externalLinks/" in part:
            yield f"{part} has no place in a workbook without macros and links"
        markup = content.decode("utf-8", "ignore") if part in package.parts else ""
        if found := OWN_PATH.search(markup):
            yield f"{part} names a path of a machine: {found.group()}"


def relations(package: Package) -> Iterator[str]:
    """Every relation leads to a part of this file, and every one that is used exists."""
    for part, root in package.parts.items():
        if not part.endswith(".rels"):
            used = {e.attrib[key] for e in root.iter() for key in RELATION_KEYS & e.attrib.keys()}
            lost = used - package.relations(part).keys()
            yield from (f"{part} uses relation {key}, which is missing" for key in lost)
            continue
        for relation in every(root, "Relationship"):
            if relation.get("TargetMode") == "External":
                yield f"{part} leads out of the file: {relation.attrib['Target']}"
        owner = part.replace("_rels/", "").removesuffix(".rels")
        lost = set(package.relations(owner).values()) - package.bytes.keys()
        yield from (f"{owner} leads to {target}, which is missing" for target in lost)


def names(package: Package) -> Iterator[str]:
    """Names of sheets, cells and tables are legal and unique."""
    titles = [sheet.attrib["name"] for sheet in every(package.workbook, "sheet")]
    for title in titles:
        if not 0 < len(title) <= SHEET or re.search(r"[\[\]:*?/\\]|^'|'$", title):
            yield f"no name for a sheet: {title}"
    yield from (f"two sheets are named {title}" for title in doubles(titles))
    scoped = [
        (element.attrib["name"], element.get("localSheetId", ""))
        for element in every(package.workbook, "definedName")
    ]
    tables = [table.attrib["displayName"] for table in package.tables]
    for name in [*tables, *(name for name, _ in scoped)]:
        legal = NAME.fullmatch(name) and not CELL_LIKE.fullmatch(name) and len(name) <= LITERAL
        if not legal and not name.startswith("_xlnm."):
            yield f"no name for cells or a table: {name}"
    known = [*(f"{name}{scope and f' on sheet {scope}'}" for name, scope in scoped), *tables]
    yield from (f"the name {name} occurs twice" for name in doubles(known))


def formulas(package: Package) -> Iterator[str]:
    """Formulas keep the limits of Excel and name sheets which exist."""
    for part, root in package.parts.items():
        for element in every(root, *FORMULAS):
            formula = element.text or ""
            short = f"{part}: {formula[:60]}"
            bare = ERROR.sub("", TEXT.sub("", formula))
            if len(formula) > FORMULA:
                yield f"{short} … has {len(formula)} signs"
            if any(len(found) - 2 > LITERAL for found in TEXT.findall(formula)):
                yield f"{short} … has a text of more than {LITERAL} signs"
            if formula.startswith("=") or bare.count("(") != bare.count(")"):
                yield f"{short} begins with = or lacks a bracket"
            if "#REF!" in bare or re.search(r"\[\d+\]\w*'?!", bare):
                yield f"{short} has lost a reference or leads to another file"
            for found in SHEET_OF.finditer(BRACKETS.sub("", BRACKETS.sub("", bare))):
                sheet = (found[1] or found[2]).replace("''", "'")
                if sheet != "REF" and sheet not in package.sheets:
                    yield f"{short} names the sheet {sheet}, which is missing"


def links(package: Package) -> Iterator[str]:
    """Links lead to a sheet or a name of this file."""
    for part, root in package.parts.items():
        places = [e.attrib["location"] for e in every(root, "hyperlink") if "location" in e.attrib]
        for element in every(root, "f"):
            places += re.findall(r'HYPERLINK\("#([^"]+)"', element.text or "")
        for place in places:
            title, mark, cells = place.rpartition("!")
            sheet = title.removeprefix("'").removesuffix("'").replace("''", "'")
            known = sheet in package.sheets if mark else cells.casefold() in package.names
            if not known:
                yield f"{part} links to {place}, which is missing"


def cells(package: Package) -> Iterator[str]:
    """Cells stand in order, once each, with a format that exists."""
    formats = package.formats("cellXfs")
    for title, part in package.sheets.items():
        found = list(every(package.parts[part], "c"))
        places = [coordinate_to_tuple(cell.attrib["r"]) for cell in found]
        if any(before >= after for before, after in pairwise(places)):
            yield f"{title}: cells out of order"
        for cell in found:
            if int(cell.get("s", 0)) >= formats:
                yield f"{title}: no format for cell {cell.attrib['r']}"
            if len(package.shown(cell) or "") > CELL:
                yield f"{title}: too long a text in cell {cell.attrib['r']}"


def looks(package: Package) -> Iterator[str]:
    """Conditional formats exist, and heads and feet of the page keep their limit."""
    known = package.formats("dxfs")
    for part, root in package.parts.items():
        for element in every(root, "cfRule", "table", "tableColumn"):
            for key, value in element.items():
                if key.endswith("xfId") and int(value) >= known:
                    yield f"{part}: {key} {value} of {known}"
        for element in every(root, "oddHeader", "oddFooter", "evenHeader", "evenFooter"):
            if len(element.text or "") > HEADER:
                yield f"{part}: too long a {local(element)}"


def entries(package: Package) -> Iterator[str]:
    """Messages and lists of data validation keep the limits of Excel's dialogue."""
    for title, part in package.sheets.items():
        for rule in every(package.parts[part], "dataValidation"):
            where = f"{title}, data validation of {rule.get('sqref')}"
            for key, limit in LIMITS.items():
                if len(rule.get(key, "")) > limit:
                    yield f"{where}: {key} of more than {limit} signs"
            for formula in rule:
                if len(formula.text or "") > LIST:
                    yield f"{where}: formula of more than {LIST} signs"


def tables(package: Package) -> Iterator[str]:
    """Tables agree with the cells they cover and have them for themselves."""
    ids = doubles(table.attrib["id"] for table in package.tables)
    yield from (f"two tables have the id {number}" for number in ids)
    for title, part in package.sheets.items():
        root = package.parts[part]
        found = {coordinate_to_tuple(c.attrib["r"]): c for c in every(root, "c")}
        merged = [merge.attrib["ref"] for merge in every(root, "mergeCell")]
        owned = [package.parts[t] for t in package.relations(part).values() if "/tables/" in t]
        covers = merged + [table.attrib["ref"] for table in owned]
        for one, other in combinations(covers, 2):
            if area(one).meets(area(other)):
                yield f"{title}: merged cells or tables {one} and {other} overlap"
        for table in owned:
            yield from (f"{title}, {fault}" for fault in table_faults(package, table, found))


def table_faults(
    package: Package, table: Element, found: dict[tuple[int, int], Element]
) -> Iterator[str]:
    """Compare one table with the cells of its sheet."""
    name, place = table.attrib["displayName"], area(table.attrib["ref"])
    columns = list(every(table, "tableColumn"))
    count = next(every(table, "tableColumns")).get("count")
    if place.bottom <= place.top:
        yield f"{name}: no row under the head"
    if not len(columns) == int(count or 0) == place.right - place.left + 1:
        yield f"{name}: the number of columns is not that of the cells"
    heads = [ESCAPE.sub(lambda m: chr(int(m[1], 16)), c.attrib["name"]) for c in columns]
    yield from (f"{name}: two columns are named {head}" for head in doubles(heads))
    if doubles(column.attrib["id"] for column in columns):
        yield f"{name}: two columns have one id"
    for filtered in every(table, "autoFilter"):
        if area(filtered.get("ref", table.attrib["ref"]))[:3] != place[:3]:
            yield f"{name}: the filter covers other cells than the table"
    for place_of, (head, column) in enumerate(zip(heads, columns, strict=True), place.left):
        top = found.get((place.top, place_of))
        if top is None or package.shown(top) != head:
            yield f"{name}: the head over {head} shows another text"
        rows = [found.get((row, place_of)) for row in range(place.top + 1, place.bottom + 1)]
        calculated = any(cell is not None and has(cell, "f") for cell in rows)
        if calculated and not has(column, "calculatedColumnFormula"):
            yield f"{name}: new rows will not calculate {head}"


RULES = (names, formulas, links, cells, looks, entries, tables)
