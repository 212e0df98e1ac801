"""The parts of a workbook file, as its rules read them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from openpyxl.utils.cell import range_boundaries

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Area(NamedTuple):
    """A rectangle of cells."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: "Area") -> bool:
        """Whether both have a cell in common."""
        beside = self.right < other.left or other.right < self.left
        return not (beside or self.bottom < other.top or other.bottom < self.top)


def area(reference: str) -> Area:
    """Read A1:B2."""
    left, top, right, bottom = range_boundaries(reference)
    return Area(int(left or 1), int(top or 1), int(right or 16384), int(bottom or 1048576))


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def every(root: Element, *names: str) -> Iterator[Element]:
    """Return the elements of these names, at any depth, in their order."""
    return (element for element in root.iter() if local(element) in names)


def has(root: Element, name: str) -> bool:
    """Whether an element of this name stands at any depth."""
    return next(every(root, name), None) is not None


def doubles(values: Iterable[str]) -> list[str]:
    """Return what occurs twice; Excel does not tell capitals from small letters."""
    return [value for value, n in Counter(value.casefold() for value in values).items() if n > 1]


def text(element: Element) -> str:
    """Return all the text within."""
    return "".join(element.itertext())


class Package:
    """The parts of a workbook."""

    def __init__(self, path: Path) -> None:
        """Read them all: a template is small."""
        with ZipFile(path) as file:
            self.bytes = {f"/{name}": file.read(name) for name in file.namelist()}
        self.parts: dict[str, Element] = {
            name: fromstring(content)  # noqa: S314 - a file this project wrote itself
            for name, content in self.bytes.items()
            if name.endswith((".xml", ".rels"))
        }

    def relations(self, part: str) -> dict[str, str]:
        """Return the target of each relation of a part by its id."""
        folder, _, name = part.rpartition("/")
        relations = self.parts.get(f"{folder}/_rels/{name}.rels", ())
        return {
            relation.attrib["Id"]: normpath(join(dirname(part), relation.attrib["Target"]))
            for relation in relations
            if relation.get("TargetMode") != "External"
        }

    @cached_property
    def workbook(self) -> Element:
        """The list of sheets and names."""
        return self.parts["/xl/workbook.xml"]

    @cached_property
    def sheets(self) -> dict[str, str]:
        """The part of each sheet by its name."""
        targets = self.relations("/xl/workbook.xml")
        sheets = every(self.workbook, "sheet")
        return {sheet.attrib["name"]: targets[sheet.attrib[f"{RELATION}id"]] for sheet in sheets}

    @cached_property
    def names(self) -> set[str]:
        """The defined names and the tables, which Excel keeps in one list."""
        names = {name.attrib["name"] for name in every(self.workbook, "definedName")}
        return {name.casefold() for name in names | {t.attrib["displayName"] for t in self.tables}}

    @cached_property
    def tables(self) -> list[Element]:
        """Every table."""
        return [root for root in self.parts.values() if local(root) == "table"]

    def formats(self, kind: str) -> int:
        """Count the formats of a kind: cellXfs or dxfs."""
        return sum(len(found) for found in every(self.parts["/xl/styles.xml"], kind))

    def shown(self, cell: Element) -> str | None:
        """Return the text of a cell of text."""
        if cell.get("t") == "s":
            strings = list(every(self.parts["/xl/sharedStrings.xml"], "si"))
            return text(strings[int(text(cell))])
        return text(cell) if cell.get("t") == "inlineStr" else None
