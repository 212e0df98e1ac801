"""What the package of an add-in must keep: parts, content types, relationships, the settings."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

Parts = Mapping[str, bytes]

CONTENT_TYPES = "[Content_Types].xml"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MICROSOFT = "http://schemas.microsoft.com/office"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NEEDED_TYPES = {
    "xl/workbook.xml": "application/vnd.ms-excel.addin.macroEnabled.main+xml",
    "xl/vbaProject.bin": "application/vnd.ms-office.vbaProject",
    "xl/worksheets/sheet1.xml": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
    ),
    "xl/styles.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
}
NEEDED_RELATIONSHIPS = {
    ("", f"{OFFICE}/officeDocument", "xl/workbook.xml"),
    ("", f"{MICROSOFT}/2007/relationships/ui/extensibility", "customUI/customUI14.xml"),
    ("xl/workbook.xml", f"{MICROSOFT}/2006/relationships/vbaProject", "xl/vbaProject.bin"),
    ("xl/workbook.xml", f"{OFFICE}/worksheet", "xl/worksheets/sheet1.xml"),
    ("xl/workbook.xml", f"{OFFICE}/styles", "xl/styles.xml"),
}
KEYS = ["INTERPRETER", "XLWINGS", "DLL64", "DLL32", "PYTHONPATH", "LANGUAGE"]
OF_A_MACHINE = re.compile(
    rb"[A-Za-z]:\\Users\\|/home/|/root/|/tmp/|absPath|<dc:creator>.+</dc:creator>"
)


def package_problems(parts: Parts) -> Iterator[str]:
    """Say what is wrong with the package."""
    trees = dict(_trees(parts))
    for name in parts:
        if name.endswith((".xml", ".rels")) and name not in trees:
            yield f"{name} is no XML"
    if next(iter(parts), "") != CONTENT_TYPES:
        yield f"{CONTENT_TYPES} is not the first part"
    if CONTENT_TYPES in trees:
        yield from _content_types(parts, trees[CONTENT_TYPES])
    yield from _relationships(parts, trees)
    yield from _settings(trees)
    for name, content in parts.items():
        if name != "xl/worksheets/sheet1.xml" and (found := OF_A_MACHINE.search(content)):
            yield f"{name} tells of the machine or its user: {found[0]!r}"


def code_names(parts: Parts) -> set[str]:
    """Return the names that the workbook and its sheet have in VBA."""
    trees = dict(_trees(parts))
    book, sheet = trees.get("xl/workbook.xml"), trees.get("xl/worksheets/sheet1.xml")
    found = [
        tree.find(f"{MAIN}{tag}")
        for tree, tag in ((book, "workbookPr"), (sheet, "sheetPr"))
        if tree is not None
    ]
    return {element.get("codeName", "") for element in found if element is not None}


def settings(parts: Parts) -> dict[str, str]:
    """Return the settings on the sheet."""
    tree = dict(_trees(parts)).get("xl/worksheets/sheet1.xml")
    rows = [] if tree is None else tree.iter(f"{MAIN}row")
    cells = [["".join(cell.itertext()) for cell in row] for row in rows]
    return {row[0]: row[1] for row in cells if len(row) == 2}


def _trees(parts: Parts) -> Iterator[tuple[str, ET.Element]]:
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                yield name, ET.fromstring(content)  # noqa: S314 - our own file
            except ET.ParseError:
                continue


def _content_types(parts: Parts, tree: ET.Element) -> Iterator[str]:
    kinds = {
        item.get("Extension"): item.get("ContentType") for item in tree.iter(f"{TYPES}Default")
    }
    overrides = [item.get("PartName", "").lstrip("/") for item in tree.iter(f"{TYPES}Override")]
    if len(overrides) != len(set(overrides)):
        yield "a part has two content types"
    own = {
        item.get("PartName", "").lstrip("/"): item.get("ContentType")
        for item in tree.iter(f"{TYPES}Override")
    }
    for name in set(overrides) - set(parts):
        yield f"there is a content type for {name}, but no such part"
    for name in parts:
        kind = own.get(name) or kinds.get(name.rpartition(".")[2])
        if name != CONTENT_TYPES and not kind:
            yield f"{name} has no content type"
        if name in NEEDED_TYPES and kind != NEEDED_TYPES[name]:
            yield f"{name} has the content type {kind}"


def _relationships(parts: Parts, trees: Mapping[str, ET.Element]) -> Iterator[str]:
    found = set()
    for name in (name for name in trees if name.endswith(".rels")):
        folder, file = posixpath.split(name)
        source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
        ids = [item.get("Id") for item in trees[name]]
        if len(ids) != len(set(ids)):
            yield f"{name}: two relationships have one id"
        for item in trees[name]:
            target = posixpath.normpath(
                posixpath.join(posixpath.dirname(source), item.get("Target", ""))
            )
            found.add((source, item.get("Type", ""), target))
            if item.get("TargetMode") == "External":
                yield f"{name} points outside the package: {target}"
            elif target not in parts:
                yield f"{name} points to {target}, which is not there"
    for source, kind, target in NEEDED_RELATIONSHIPS - found:
        yield f"no relationship {kind} from {source or 'the package'} to {target}"
    reached = {target for _, _, target in found}
    for name in parts:
        if not name.endswith(".rels") and name != CONTENT_TYPES and name not in reached:
            yield f"nothing points to {name}"


def _settings(trees: Mapping[str, ET.Element]) -> Iterator[str]:
    book, sheet = trees.get("xl/workbook.xml"), trees.get("xl/worksheets/sheet1.xml")
    if book is None or sheet is None:
        yield "there is no workbook or no sheet"
        return
    if [item.get("name") for item in book.iter(f"{MAIN}sheet")] != ["cpc.settings"]:
        yield "the sheet of settings is not called cpc.settings"
    for item in book.iter(f"{MAIN}sheet"):
        ids = {rel.get("Id") for rel in trees.get("xl/_rels/workbook.xml.rels", [])}
        if item.get(f"{{{OFFICE}}}id") not in ids:
            yield "the sheet has no relationship"
    keys = [next(iter(row), ET.Element("c")) for row in sheet.iter(f"{MAIN}row")]
    if ["".join(cell.itertext()) for cell in keys] != KEYS:
        yield f"the settings are not {', '.join(KEYS)}"
