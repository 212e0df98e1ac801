"""The Excel that a click reaches: which one it is, when it is busy, and what is kept of it."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from addin.hosts.excel.server import COM_ATTEMPTS
from tests.excel.conftest import Commands
from tests.excel.session import asked, clicked, commands, xlwings
from tests.excel.windows import Application, ComError

REJECTED, RETRY_LATER, IGNORED = -2147418111, -2147417846, -2146777998
FIRST_WINDOW, SECOND_WINDOW, OTHER_EXCEL = map(Application, (11, 12, 21))


# The Excel that is meant


def test_a_command_runs_on_the_excel_that_it_was_clicked_in(
    ribbon: Commands,
) -> None:
    """Windows 11 and 12 belong to process 100, window 21 to process 200."""
    ribbon["about"] = lambda app: f"process {app.pid}"
    assert clicked("about", FIRST_WINDOW, "en") == "process 100"
    assert clicked("about", SECOND_WINDOW, "en") == "process 100"
    assert clicked("about", OTHER_EXCEL, "en") == "process 200"


def test_a_command_runs_on_an_excel_that_has_no_workbook_open(
    ribbon: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no window by which it could be found."""
    monkeypatch.setattr(sys.modules["win32gui"], "FindWindowEx", lambda *_: 0)
    ribbon["new_tracker"] = lambda app: f"process {app.pid}, Excel {app.version}"
    excel = Application(11, Version="16.0")
    assert clicked("new_tracker", excel, "en") == "process 100, Excel 16.0"


def test_without_an_application_the_excel_in_front_is_meant_and_told(
    ribbon: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RunPython on a Mac hands nothing over and nothing back."""
    shown: list[Any] = []
    monkeypatch.setattr(xlwings.App, "alert", lambda app, *said: shown.append((app.pid, *said)))
    ribbon["about"] = lambda app: f"process {app.pid}"
    assert commands.run("about", 0, "en") == "process 100"
    assert shown == [(100, "process 100", "CPC")]
    assert clicked("about", OTHER_EXCEL, "en") == "process 200"
    assert len(shown) == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Open a workbook first."), ("nb", "Åpne en arbeidsbok først.")],
)
def test_an_excel_that_cannot_be_found_is_told_to_open_a_workbook(
    ribbon: Commands,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    sentence: str,
) -> None:
    """Xlwings finds an Excel by the window of a workbook."""
    ribbon["about"] = lambda app: f"process {app.pid}"
    monkeypatch.setattr(sys.modules["win32gui"], "FindWindowEx", lambda *_: 0)
    assert clicked("about", 0, language) == sentence


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "Excel was busy: "), ("nb", "Excel var opptatt: ")]
)
def test_an_excel_that_turns_every_call_away_is_given_up_and_said_to_be_busy(
    ribbon: Commands, log: Path, language: str, sentence: str
) -> None:
    """Without a number xlwings would ask for ever, and Excel wait for the answer."""
    excel = Application(11, ScreenUpdating=ComError(REJECTED))
    ribbon["about"] = lambda app: str(app.screen_updating)
    assert clicked("about", excel, language).startswith(sentence)
    assert COM_ATTEMPTS <= excel.asked <= COM_ATTEMPTS + 10
    assert not log.exists()


@pytest.mark.parametrize("number", [RETRY_LATER, IGNORED])
def test_an_excel_that_says_itself_that_it_is_busy_is_said_to_be(
    ribbon: Commands, log: Path, number: int
) -> None:
    excel = Application(11, ScreenUpdating=ComError(number))
    ribbon["about"] = lambda app: str(app.screen_updating)
    assert clicked("about", excel, "en").startswith("Excel was busy: ")
    assert not log.exists()


def test_a_call_that_excel_turns_away_once_is_made_again(ribbon: Commands) -> None:
    """With 0 for its attempts, xlwings would take the refusal for the answer None."""
    refusals = [ComError(REJECTED)]

    def item(_workbooks: object, name: str) -> str:
        if refusals:
            raise refusals.pop()
        return name

    dispatched = sys.modules["win32com.client"].CDispatch
    workbooks = type("Workbooks", (dispatched,), {"__call__": item})()
    ribbon["about"] = lambda app: app.api.Workbooks("Book1")
    assert clicked("about", Application(11, Workbooks=workbooks), "en") == "Book1"


# The way back


def test_the_undo_list_says_what_the_last_command_left(session: ModuleType) -> None:
    session.__dict__["undo_text"] = lambda language: f"Build report (CPC) {language}"
    assert asked("undoable", "nb") == "Build report (CPC) nb"


def test_a_way_back_that_fails_is_none(session: ModuleType) -> None:
    def fail(_language: str) -> str:
        raise ValueError

    session.__dict__["undo_text"] = fail
    assert asked("undoable", "en") == ""


def test_what_is_kept_of_excel_is_let_go_when_excel_closes(session: ModuleType) -> None:
    kept = ["a range"]
    session.__dict__["forget"] = kept.clear
    assert asked("forget") == ""
    assert kept == []


def test_a_server_that_ran_no_command_has_nothing_to_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, commands.SESSION, raising=False)
    assert asked("forget") == ""
    assert commands.SESSION not in sys.modules
