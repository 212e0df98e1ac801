"""LibreOffice's configuration files: nodes, and properties with a text for each language."""

from collections.abc import Mapping
from typing import Any

from lxml import etree

OOR = "http://openoffice.org/2001/registry"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SETS = {"AddInInfo", "AddInFunctions", "Parameters", "OfficeMenuBar", "Submenu"}
"""Nodes to which an extension adds nodes of its own; the rest stand in the schema."""


class Localised(dict[str, str]):
    """The texts of one property by language; a plain mapping is a node."""


def component_data(name: str, nodes: Mapping[str, Any]) -> bytes:
    """Return the file for one component of the configuration, as "CalcAddIns".

    `nodes` nests by the names of nodes; at the leaves are properties, each a text or Localised.
    """
    root = etree.Element(_oor("component-data"), nsmap={"oor": OOR})
    root.set(_oor("name"), name)
    root.set(_oor("package"), "org.openoffice.Office")
    for node, parts in nodes.items():
        _add(root, node, parts)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return data


def _add(parent: Any, name: str, value: Any) -> None:
    if isinstance(value, Localised):
        prop = etree.SubElement(parent, "prop", {_oor("name"): name})
        for language, text in value.items():
            etree.SubElement(prop, "value", {LANGUAGE: language}).text = text
    elif isinstance(value, str):
        prop = etree.SubElement(parent, "prop", {_oor("name"): name})
        etree.SubElement(prop, "value").text = value
    else:
        node = etree.SubElement(parent, "node", {_oor("name"): name})
        if parent.get(_oor("name")) in SETS:
            node.set(_oor("op"), "replace")
        for below, parts in value.items():
            _add(node, below, parts)


def _oor(name: str) -> str:
    return f"{{{OOR}}}{name}"
