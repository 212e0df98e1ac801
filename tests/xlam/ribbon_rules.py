"""What customUI14.xml must keep: Microsoft's schema, ids, pictures, callbacks and their form."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree as ET

from pyopenvba.interpreter import _ast as syntax

Procedures = Mapping[tuple[str, str], syntax.Procedure]

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
SCHEMA = "schemas_microsoft_com_office_2009_07_customui.json"
PARAMETERS = {
    "onLoad": ["IRibbonUI"],
    "onAction": ["IRibbonControl"],
    "getLabel": ["IRibbonControl", "Variant"],
    "getScreentip": ["IRibbonControl", "Variant"],
    "getSupertip": ["IRibbonControl", "Variant"],
}
_LISTED = """
    AccountingFormatMenu CalculateNow ChartInsert ChartTypePieInsertGallery ErrorChecking
    FormulaEvaluate FunctionWizard FunctionsLookupReferenceInsertGallery GetExternalDataFromText
    Help PasteValues RefreshAll TableInsertExcel Translate WhatIfAnalysisMenu
"""
PICTURES = frozenset(_LISTED.split())
"""Those we use of Microsoft's lists of controls for Excel 2013, 2016 and 365: in all three."""
TABS = frozenset({"TabHome", "TabInsert", "TabFormulas", "TabData", "TabReview", "TabView"})
EITHER = (("label", "getLabel"), ("screentip", "getScreentip"), ("supertip", "getSupertip"))


def ribbon_problems(content: bytes, procedures: Procedures) -> Iterator[str]:
    """Say what is wrong with the tab; `procedures` are those of VBA, by module and name."""
    try:
        root = ET.fromstring(content)  # noqa: S314 - our own file
    except ET.ParseError:
        yield "the ribbon is no XML"
        return
    if root.tag != f"{{{NAMESPACE}}}customUI":
        yield f"the ribbon is {root.tag}"
        return
    yield from _by_schema(root, "mso14:CT_CustomUI/mso14:customUI")
    ids = [item.get("id", "") for item in root.iter() if item.get("id")]
    yield from (f"two controls have the id {name}" for name in set(ids) if ids.count(name) > 1)
    keys = [item.get("keytip") for item in root.iter() if item.get("keytip")]
    yield from (f"two controls have the key {key}" for key in set(keys) if keys.count(key) > 1)
    for item in root.iter():
        yield from _control(item, procedures)


def _control(item: ET.Element, procedures: Procedures) -> Iterator[str]:
    name = item.get("id", item.tag.rpartition("}")[2])
    if item.get("id") and not (item.get("label") or item.get("getLabel")):
        yield f"{name} has no label"
    if item.tag.endswith("}button") and not item.get("onAction"):
        yield f"{name} does nothing"
    if item.get("imageMso") and item.get("imageMso") not in PICTURES:
        yield f"{name}: Excel has no picture {item.get('imageMso')}"
    if item.get("insertAfterMso") and item.get("insertAfterMso") not in TABS:
        yield f"{name}: Excel has no tab {item.get('insertAfterMso')}"
    yield from (f"{name} has {a} and {b}" for a, b in EITHER if item.get(a) and item.get(b))
    for attribute, value in item.attrib.items():
        if attribute.startswith(("get", "on")):
            yield from _callback(f"{name} {attribute}", attribute, value, procedures)


def _callback(where: str, attribute: str, value: str, procedures: Procedures) -> Iterator[str]:
    module, _, name = value.partition(".")
    procedure = procedures.get((module, name))
    if procedure is None:
        yield f"{where}: there is no {value}"
    elif procedure.kind != "sub" or procedure.scope == "private":
        yield f"{where}: {value} is no public Sub"
    elif [parameter.declared for parameter in procedure.params] != PARAMETERS.get(attribute):
        yield f"{where}: {value} does not take {PARAMETERS.get(attribute)}"
    elif len(procedure.params) == 2 and procedure.params[1].by_val:
        yield f"{where}: {value} cannot give its answer back"


def _by_schema(item: ET.Element, kind: str) -> Iterator[str]:
    known = schema()["types"][kind]
    name = item.tag.rpartition("}")[2]
    attributes = {
        attribute["QName"].lstrip(":"): attribute for attribute in known.get("Attributes", ())
    }
    for attribute, value in item.attrib.items():
        if attribute not in attributes:
            yield f"{name} takes no {attribute}"
        elif not _allowed(attributes[attribute], value):
            yield f"{name}: {attribute} cannot be {value}"
    children = {
        child["Name"].rpartition(":")[2]: child["Name"] for child in known.get("Children", ())
    }
    for child in item:
        tag = child.tag.rpartition("}")[2]
        if tag in children:
            yield from _by_schema(child, children[tag])
        else:
            yield f"{name} holds no {tag}"


def _allowed(attribute: Mapping[str, Any], value: str) -> bool:
    if attribute["Type"].startswith("EnumValue<"):
        values: frozenset[str] = schema()["enums"][attribute["Type"].rpartition(".")[2].rstrip(">")]
        return value in values
    if attribute["Type"] == "BooleanValue":
        return value in {"true", "false", "0", "1"}
    for rule in attribute.get("Validators", ()):
        said = {one["Name"]: one["Value"] for one in rule.get("Arguments", ())}
        if not int(said.get("MinLength", 0)) <= len(value) <= int(said.get("MaxLength", 9999)):
            return False
        if "IsNcName" in said and not re.fullmatch(r"[A-Za-z_][\w.-]*", value):
            return False
    return True


@cache
def schema() -> dict[str, Any]:
    """Return Microsoft's schema of the ribbon, as openxml-audit carries it."""
    path = files("openxml_audit") / "data" / "openxml" / "schemas" / SCHEMA
    content = json.loads(path.read_text(encoding="utf-8"))
    return {
        "types": {kind["Name"]: kind for kind in content["Types"]},
        "enums": {
            kind["Name"]: frozenset(facet["Value"] for facet in kind["Facets"])
            for kind in content["Enums"]
        },
    }
