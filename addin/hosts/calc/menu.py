"""Addons.xcu: the menu CPC of Calc, with the words of the ribbon in Excel."""

from addin.hosts.calc.configuration import Localised, component_data
from addin.hosts.calc.names import COMMAND
from addin.hosts.excel.ribbon_texts import BUTTONS, GROUPS, Both

CALC = "com.sun.star.sheet.SpreadsheetDocument"

ITEMS = {
    "build_report": BUTTONS["build_report"].label,
    "new_tracker": BUTTONS["new_tracker"].label,
    "check_workbook": BUTTONS["check_workbook"].label,
    "explain_cell": BUTTONS["explain_cell"].label,
    "recalculate": BUTTONS["recalculate"].label,
    "functions_help": GROUPS["Help"],
}
"""The commands in their order."""


def menu() -> bytes:
    """Return the file: the menu, which LibreOffice also shows where menus are tabs."""
    items = {
        f"{place}_{name}": _item(name, title) for place, (name, title) in enumerate(ITEMS.items())
    }
    top = {"Title": Localised(en="CPC"), "Context": CALC, "Submenu": items}
    return component_data("Addons", {"AddonUI": {"OfficeMenuBar": {COMMAND: top}}})


def _item(command: str, title: Both) -> dict[str, object]:
    return {
        "URL": f"service:{COMMAND}?{command}",
        "Title": Localised(title._asdict()),
        "Target": "_self",
        "Context": CALC,
    }
