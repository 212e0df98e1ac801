"""The CPC tab: what stands where, as customUI14.xml and as the texts that VBA hands to it."""

from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from addin.hosts.excel.ribbon_texts import BUTTONS, GROUPS, LANGUAGES, MESSAGES, Both
from addin.hosts.excel.vba_text import Block, module, quoted

NAMESPACE = "http://schemas.microsoft.com/office/2009/07/customui"
CALLBACKS = "RibbonCpc"


class Button(NamedTuple):
    """A command on the tab: its picture, an imageMso of Excel 2013 and later, and its key."""

    command: str
    image: str
    key: str
    large: bool = False


LANGUAGE = "set_language"
LAYOUT: dict[str, tuple[Button, ...]] = {
    "Report": (
        Button("build_report", "ChartInsert", "B", large=True),
        Button("update_report", "RefreshAll", "U", large=True),
    ),
    "Workbook": (
        Button("new_tracker", "TableInsertExcel", "T", large=True),
        Button("new_ab_test", "WhatIfAnalysisMenu", "A"),
        Button("new_bids", "AccountingFormatMenu", "D"),
        Button("new_budget", "ChartTypePieInsertGallery", "G"),
    ),
    "Data": (
        Button("import_exports", "GetExternalDataFromText", "I", large=True),
        Button("check_workbook", "ErrorChecking", "K", large=True),
    ),
    "Formulas": (
        Button("insert_cpc", "FunctionWizard", "N", large=True),
        Button("explain_cell", "FormulaEvaluate", "E"),
        Button("freeze_to_values", "PasteValues", "V"),
        Button("recalculate", "CalculateNow", "C"),
    ),
    "Help": (
        Button("functions_help", "FunctionsLookupReferenceInsertGallery", "F"),
        Button(LANGUAGE, "Translate", "L"),
        Button("about", "Help", "O"),
    ),
}


def camel(command: str) -> str:
    """Return a command as callbacks and controls write it: build_report is CpcBuildReport."""
    return "Cpc" + "".join(word.capitalize() for word in command.split("_"))


def control(command: str) -> str:
    """Return the id of the control of a command: cpcBuildReport."""
    return "c" + camel(command)[1:]


def custom_ui() -> str:
    """Return customUI14.xml."""
    tab = _attributes(id="cpcTab", label="CPC", insertAfterMso="TabData", keytip="CP")
    groups = [line for name, buttons in LAYOUT.items() for line in _group(name, buttons)]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
            f"<customUI{_attributes(xmlns=NAMESPACE, onLoad=f'{CALLBACKS}.CpcRibbonLoad')}>",
            "  <ribbon>",
            "    <tabs>",
            f"      <tab{tab}>",
            *groups,
            "      </tab>",
            "    </tabs>",
            "  </ribbon>",
            "</customUI>",
            "",
        ]
    )


def texts_module() -> str:
    """Return CpcTexts.bas: the texts of the tab, by key and language."""
    cases = [line for key, text in _texts().items() for line in _cases(key, text)]
    return module(
        "CpcTexts",
        "The texts of ribbon_texts.py. Remake with: python -m addin.hosts.excel.generate",
        [
            Block(
                "Public Function CpcText(ByVal key As String, ByVal language As String) As String",
                ['Select Case language & " " & key', *cases, "End Select"],
            )
        ],
    )


def _texts() -> dict[str, Both]:
    """Return every text under the key that VBA asks for."""
    texts = {f"cpcGroup{name}.label": label for name, label in GROUPS.items()}
    for command, words in BUTTONS.items():
        for part, text in words._asdict().items():
            texts[f"{control(command)}.{part}"] = text
    for tag, label in LANGUAGES.items():
        texts[f"{_choice(tag)}.label"] = label
    return texts | MESSAGES


def _cases(key: str, text: Both) -> list[str]:
    lines = []
    for language, words in text._asdict().items():
        lines += [f"    Case {quoted(f'{language} {key}')}", f"        CpcText = {quoted(words)}"]
    return lines


def _group(name: str, buttons: tuple[Button, ...]) -> list[str]:
    group = _attributes(id=f"cpcGroup{name}", getLabel=f"{CALLBACKS}.CpcLabel")
    inside = [line for button in buttons for line in _control(button)]
    return [f"        <group{group}>", *inside, "        </group>"]


def _control(button: Button) -> list[str]:
    look = {
        "id": control(button.command),
        "size": "large" if button.large else "normal",
        "imageMso": button.image,
        "keytip": button.key,
        "getLabel": f"{CALLBACKS}.CpcLabel",
        "getScreentip": f"{CALLBACKS}.CpcTip",
        "getSupertip": f"{CALLBACKS}.CpcHelp",
    }
    action = f"{CALLBACKS}.{camel(button.command)}"
    if button.command != LANGUAGE:
        return [f"          <button{_attributes(**look, onAction=action)}/>"]
    choices = [
        _attributes(id=_choice(tag), tag=tag, getLabel=f"{CALLBACKS}.CpcLabel", onAction=action)
        for tag in LANGUAGES
    ]
    return [
        f"          <menu{_attributes(**look)}>",
        *[f"            <button{choice}/>" for choice in choices],
        "          </menu>",
    ]


def _choice(tag: str) -> str:
    return f"cpcLanguage{tag.capitalize()}"


def _attributes(**values: str) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in values.items())
