"""What pressing a button does: Python works on Excel, its sentence is shown, Undo is offered."""

from pathlib import Path
from typing import Any

import pytest

from tests.xlam.com import APPLICATION, Died
from tests.xlam.excel import Excel
from tests.xlam.made import COMMANDS, opened
from tests.xlam.outside import EXCEL_S_FILTER

INFORMATION, EXCLAMATION = 64, 48  # of MessageBoxW
UNREACHABLE = "Python did not answer. To see why, run in a terminal: cpc addin status"
RUN = (COMMANDS, "run", ("build_report", APPLICATION, "en"))
UNDOABLE = (COMMANDS, "undoable", ("en",))


@pytest.fixture
def excel(tmp_path: Path) -> Excel:
    excel = opened(tmp_path)
    excel.answers = says("")
    return excel


def says(sentence: str, undo: str = "") -> Any:
    """Return a Python whose commands give this sentence, and this text for the Undo list."""
    return lambda _module, name, _args: {"run": sentence, "undoable": undo, "forget": ""}[name]


# Running


def test_a_command_gets_the_excel_that_it_was_clicked_in_and_its_sentence_is_shown(
    excel: Excel,
) -> None:
    excel.answers = says("The report is on the sheet Report.")
    excel.click("CpcBuildReport")
    assert excel.calls == [RUN, UNDOABLE]
    assert excel.shown == [("The report is on the sheet Report.", INFORMATION)]


def test_a_command_works_where_no_workbook_is_open(excel: Excel) -> None:
    excel.app.application.active_book = None
    excel.click("CpcNewTracker")
    assert excel.calls[0][2] == ("new_tracker", APPLICATION, "en")
    assert excel.said() == []


def test_a_command_with_nothing_to_say_shows_nothing(excel: Excel) -> None:
    excel.click("CpcUpdateReport")
    assert excel.said() == []


def test_a_long_text_is_shown_whole_with_the_signs_of_every_language(excel: Excel) -> None:
    """MsgBox would stop after 1,024 signs, and make question marks of 日本."""
    text = "Kampanje 日本: 25 kr per konvertering ≥ målet. " * 50
    excel.answers = says(text)
    excel.click("CpcExplainCell")
    assert excel.shown == [(text, INFORMATION)]
    assert excel.app.dialogs == []


def test_a_formula_cannot_press_a_button(excel: Excel) -> None:
    excel.book({"A1": 0})
    excel.caller = excel.range("A1")
    excel.click("CpcFreezeToValues")
    assert excel.calls == []


def test_excel_does_not_ask_for_a_click_while_a_command_takes_its_time(excel: Excel) -> None:
    """Excel's message filter would; it is away for as long as Python works."""
    filters = []

    def watch(_module: str, name: str, _args: tuple[Any, ...]) -> str:
        filters.append((name, excel.filter))
        return ""

    excel.answers = watch
    excel.click("CpcBuildReport")
    assert filters == [("run", 0), ("undoable", EXCEL_S_FILTER)]
    assert excel.filter == EXCEL_S_FILTER


# Undo


def test_a_command_that_can_be_taken_back_is_on_the_undo_list(excel: Excel) -> None:
    excel.answers = says("The report is ready.", "Build report (CPC)")
    excel.click("CpcBuildReport")
    assert excel.undo == [("Build report (CPC)", "'cpc.xlam'!CpcUndo")]


def test_a_command_that_cannot_leaves_the_undo_list_alone(excel: Excel) -> None:
    excel.click("CpcAbout")
    assert excel.undo == []


def test_a_python_that_dies_after_the_command_costs_its_undo_and_no_more(excel: Excel) -> None:
    def answer(_module: str, name: str, _args: tuple[Any, ...]) -> str:
        if name == "undoable":
            raise Died(-2147023170)
        return "Done."

    excel.answers = answer
    excel.click("CpcBuildReport")
    assert excel.said() == ["Done."]
    assert excel.undo == []


def test_undo_is_a_command_of_python(excel: Excel) -> None:
    excel.answers = says("Taken back.")
    excel.app.interpreter.run("CpcUndo", [], module="RibbonCpc")
    assert excel.calls[0] == (COMMANDS, "run", ("undo", APPLICATION, "en"))
    assert excel.said() == ["Taken back."]
    assert excel.undo == []


def test_undo_without_python_is_one_sentence(excel: Excel) -> None:
    excel.libraries = set()
    excel.app.interpreter.run("CpcUndo", [], module="RibbonCpc")
    assert excel.shown == [(UNREACHABLE, EXCLAMATION)]


def test_python_lets_go_of_excel_when_excel_closes(excel: Excel) -> None:
    excel.click("CpcAbout")
    excel.app.interpreter.run("Workbook_BeforeClose", [False], module="ThisWorkbook")
    assert excel.calls[-1] == (COMMANDS, "forget", ())


def test_no_python_is_started_to_let_go(excel: Excel) -> None:
    excel.app.interpreter.run("Workbook_BeforeClose", [False], module="ThisWorkbook")
    assert excel.commands == []
