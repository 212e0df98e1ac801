"""The ribbon in Excel for Mac, where nothing of Excel for Windows stands behind `.api`."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from addin import ribbon
from addin.ribbon_commands import ask, session
from addin.ribbon_commands.ask import MacAsk
from addin.ribbon_commands.refusal import Refused
from cpc_functions.texts import use_language
from tests.excel_state import CellState, World
from tests.reports import export
from tests.ribbon_books import FIRST, PAID, formulas, plain, press, row, texts, tracker

RESULTS = (["Day", "Spend (NOK)", "Results"], ["2026-01-05", 120.0, 4.0])
COLUMNS = "date=Day; cost=Spend (NOK); conversions=Results"


@pytest.fixture(autouse=True)
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[str]]]:
    """Be on a Mac; return what was asked, each with the words beside the script."""
    asked: list[list[str]] = []

    def run(command: list[str], **_options: Any) -> SimpleNamespace:
        asked.append(command)
        answer = ANSWERS.pop(0) if ANSWERS else None
        return SimpleNamespace(returncode=1 if answer is None else 0, stdout=f"{answer or ''}\n")

    monkeypatch.setattr(session, "ON_MAC", True)
    monkeypatch.setattr(subprocess, "run", run)
    yield asked
    ANSWERS.clear()
    session.forget()
    use_language("en")


ANSWERS: list[str] = []


def on_mac(world: World) -> World:
    world.on_mac = True
    return world


def test_a_report_stands_in_a_new_workbook_and_the_open_one_is_as_before() -> None:
    world = on_mac(tracker())
    before = world.snapshot()[0][0]
    said = press("build_report", world)
    assert said == "The report stands in a new workbook; save it under a name of your own."
    assert world.books[0] == before
    assert "Report" in [sheet.name for sheet in world.books[1].sheets]


def test_columns_are_asked_in_a_dialog_of_macos_and_remembered(said: list[list[str]]) -> None:
    world = on_mac(plain(*RESULTS))
    ANSWERS.append(COLUMNS)
    press("build_report", world)
    assert said[0][3].startswith("Which column is what?")
    press("build_report", world)
    assert len(said) == 1


def test_exports_are_chosen_in_a_dialog_of_macos(tmp_path: Path) -> None:
    world = on_mac(tracker(0))
    path = export(tmp_path, "ads.csv", ("2026-01-05", "Google", "One", 100.5, 50, 4))
    ANSWERS.append(f"{path}\n")
    assert press("import_exports", world) == "Paid: 1 rows added, 0 changed, 0 the same."
    assert row(world.books[0].sheets[PAID], FIRST, 7)[3:] == [100.5, None, 50.0, 4.0]


def test_a_closed_dialog_changes_nothing() -> None:
    world = on_mac(tracker())
    before = world.snapshot()
    assert press("import_exports", world) == "Nothing was imported."
    assert world.snapshot() == before


def test_a_question_is_never_a_part_of_the_script(said: list[list[str]]) -> None:
    MacAsk().text('" & (do shell script "x") & "', "=1")
    assert said == [[ask.OSASCRIPT, "-e", ask.TEXT_SCRIPT, '" & (do shell script "x") & "', "=1"]]


@pytest.mark.parametrize("table", ["Mine", ""])
def test_columns_are_inserted(table: str) -> None:
    world = on_mac(plain(["Cost", "Conversions"], [100.0, 4.0], table=table))
    press("insert_cpc", world)
    assert len(formulas(world)) == 3


def test_findings_are_listed() -> None:
    world = on_mac(tracker())
    world.books[0].sheets[PAID].cells[FIRST, 7] = CellState(90.0)
    press("check_workbook", world)
    assert any("more conversions than clicks" in text for text in texts(world.books[0].sheets[1]))


@pytest.mark.parametrize("command", ["new_tracker", "new_ab_test", "new_bids", "new_budget"])
def test_a_new_workbook_is_opened(command: str) -> None:
    world = on_mac(World())
    press(command, world)
    assert len(world.books) == 1


def test_the_list_of_functions_says_that_cells_cannot_call_them() -> None:
    assert "On a Mac" in press("functions_help", on_mac(tracker()))


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize(
    ("command", "reason", "cure"),
    [
        ("explain_cell", ("does not tell", "sier ikke"), ("Functions", "Funksjoner")),
        ("freeze_to_values", ("does not tell", "sier ikke"), ("Paste Special", "Lim inn utvalg")),
        ("update_report", ("of its own", "egen arbeidsbok"), ("Build report", "Lag rapport")),
    ],
)
def test_what_there_is_no_way_for_is_refused_with_the_reason_and_the_cure(
    command: str, reason: tuple[str, str], cure: tuple[str, str], language: str
) -> None:
    use_language(language)
    world = on_mac(tracker())
    before = world.snapshot()
    with pytest.raises(Refused) as refusal:
        press(command, world)
    place = ["en", "nb"].index(language)
    assert reason[place] in str(refusal.value)
    assert cure[place] in str(refusal.value)
    assert world.snapshot() == before


def test_every_button_is_pressed_here_or_asks_nothing_of_excel() -> None:
    """A new button needs a test on a Mac as well."""
    pressed = {"build_report", "update_report", "import_exports", "insert_cpc", "check_workbook"}
    pressed |= {"new_tracker", "new_ab_test", "new_bids", "new_budget", "functions_help"}
    pressed |= {"explain_cell", "freeze_to_values"}
    assert {*ribbon.COMMANDS} - pressed == {"about", "set_language", "undo"}
