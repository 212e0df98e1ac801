"""The language that the CPC tab speaks."""

from pathlib import Path

import pytest

from addin.hosts.excel.build import build
from addin.hosts.excel.settings import Settings
from tests.xlam.com import APPLICATION
from tests.xlam.controls import Ribbon
from tests.xlam.excel import Excel
from tests.xlam.made import BUILT, COMMAND, PYTHON, opened, placed


@pytest.fixture
def excel(tmp_path: Path) -> Excel:
    return opened(tmp_path)


@pytest.mark.parametrize(
    ("office", "label"), [(1033, "Build report"), (1044, "Lag rapport"), (2068, "Lag rapport")]
)
def test_the_tab_speaks_the_language_of_office(tmp_path: Path, office: int, label: str) -> None:
    excel = opened(tmp_path, office=office)
    assert excel.text("CpcLabel", "cpcBuildReport") == label
    assert excel.text("CpcLabel", "cpcGroupHelp") in {"Help", "Hjelp"}


def test_a_language_that_the_user_chose_is_kept(tmp_path: Path) -> None:
    excel = opened(tmp_path)
    excel.answers = lambda *_: ""
    ribbon = Ribbon()
    excel.app.interpreter.run("CpcRibbonLoad", [ribbon], module="RibbonCpc")
    excel.click("CpcSetLanguage", tag="nb")
    assert ribbon.drawn_again == 1
    assert excel.calls[0][2] == ("set_language", APPLICATION, "nb")
    assert excel.kept == {"CpcAddin/Ribbon/Language": "nb"}
    assert (tmp_path / "cpc.xlam").read_bytes() == BUILT
    again = opened(tmp_path)
    again.kept = excel.kept
    again.answers = lambda *_: ""
    assert again.text("CpcTip", "cpcNewBids") == "Hva kan et klikk koste på det meste?"
    again.click("CpcSetLanguage", tag="office")
    assert again.text("CpcLabel", "cpcNewBids") == "New bids"


@pytest.mark.parametrize("said", ["en'); import os; ('", "de", "EN"])
def test_a_language_set_by_hand_to_something_else_is_not_followed(excel: Excel, said: str) -> None:
    excel.kept = {"CpcAddin/Ribbon/Language": said}
    excel.app.sheet(1, workbook=excel.addin).set_value("B6", said)
    excel.call("CPC", 100.0, 4.0)
    assert excel.commands == [COMMAND]


def test_the_language_of_the_installation_holds_until_the_user_chooses(tmp_path: Path) -> None:
    norwegian = build(Settings(PYTHON, "0.37.8", language="nb"))
    assert Excel(placed(tmp_path, norwegian)).text("CpcLabel", "cpcNewBids") == "Nye bud"


@pytest.mark.parametrize("callback", ["CpcSetLanguage", "CpcRecalculate"])
def test_what_excel_refuses_is_one_sentence_of_our_own(excel: Excel, callback: str) -> None:
    excel.refuses = True
    excel.click(callback, tag="en")
    [said] = excel.said()
    assert said.startswith("Excel could not do this now. Finish what you are typing in a cell")
