"""What a click on the ribbon gives back: one sentence, whatever happens."""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from addin.exports.text_file import Unreadable
from addin.hosts import failures
from addin.ribbon_commands.refusal import Refused
from cpc_functions.texts import say
from tests.excel.conftest import Commands
from tests.excel.session import clicked, commands, in_excel
from tests.excel.windows import Application

FIRST_WINDOW = Application(11)


def test_the_language_of_the_add_in_is_that_of_commands_and_then_of_cells(
    ribbon: Commands,
) -> None:
    ribbon["about"] = lambda _app: say("above target")
    assert clicked("about", FIRST_WINDOW, "nb") == "over målet"
    assert in_excel("CPC_VERDICT", [1000.0, 5.0, 20.0]) == "over målet"
    assert clicked("about", FIRST_WINDOW, "en") == "above target"
    assert clicked("about", FIRST_WINDOW, "tlh") == "above target"


@pytest.mark.parametrize("kind", [Refused, Unreadable])
def test_what_a_command_refuses_is_said_in_its_own_words_on_one_line(
    ribbon: Commands, log: Path, kind: type[Exception]
) -> None:
    def refuse(_app: Any) -> None:
        raise kind("Select a table\nwith costs first.")

    ribbon["build_report"] = refuse
    assert clicked("build_report", FIRST_WINDOW, "en") == "Select a table with costs first."
    assert not log.exists()


@pytest.mark.parametrize("fault", [KeyError("Kari Nordmann"), SystemExit(2), RecursionError()])
def test_a_fault_is_one_sentence_and_the_name_of_the_log(
    ribbon: Commands, log: Path, fault: BaseException
) -> None:
    def fail(_app: Any) -> None:
        raise fault

    ribbon["build_report"] = fail
    answer = clicked("build_report", FIRST_WINDOW, "en")
    assert answer == f"This did not work; what happened is in {log}."
    written = log.read_text(encoding="utf-8")
    assert f"build_report: {type(fault).__name__}" in written
    assert "in fail" in written
    assert "Kari" not in written


def test_the_log_keeps_the_number_of_an_error_of_excel_and_what_came_before(
    ribbon: Commands, log: Path
) -> None:
    refused = sys.modules["pywintypes"].com_error(-2147352567, "Kari")

    def fail(_app: Any) -> None:
        raise ValueError from refused

    ribbon["build_report"] = fail
    clicked("build_report", FIRST_WINDOW, "nb")
    written = log.read_text(encoding="utf-8")
    assert "after ComError -2147352567" in written
    assert "Kari" not in written


def test_the_log_does_not_grow_without_end(
    ribbon: Commands, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ribbon.clear()
    monkeypatch.setattr(failures, "MOST_BYTES", 3_000)
    for _ in range(40):
        clicked("no_such_command", FIRST_WINDOW, "en")
    assert sorted(path.name for path in log.parent.iterdir()) == [log.name, f"{log.name}.1"]
    assert all(path.stat().st_size <= 3_000 for path in log.parent.iterdir())


def test_a_log_that_cannot_be_written_is_said(ribbon: Commands, log: Path) -> None:
    log.mkdir()
    answer = clicked("no_such_command", FIRST_WINDOW, "en")
    assert answer == "This did not work; what happened is in a log that could not be written."
    assert not ribbon


def test_a_fault_leaves_excel_as_the_command_s_own_context_restores_it(
    ribbon: Commands, log: Path
) -> None:
    updating = [True]

    @contextmanager
    def still() -> Iterator[None]:
        updating.append(False)
        try:
            yield
        finally:
            updating.append(True)

    def fail(_app: Any) -> None:
        with still():
            raise ValueError

    ribbon["build_report"] = fail
    clicked("build_report", FIRST_WINDOW, "en")
    assert updating == [True, False, True]
    assert log.exists()


def test_a_module_that_failed_and_is_mended_is_used_at_the_next_click(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, log: Path
) -> None:
    """The first import raises; the process is the same when the second succeeds."""
    import addin

    monkeypatch.setattr(addin, "__path__", [str(tmp_path), *addin.__path__])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.delitem(sys.modules, "addin.ribbon", raising=False)
    module = tmp_path / "ribbon.py"
    module.write_text("raise RuntimeError\n", encoding="utf-8")
    assert str(log) in clicked("about", FIRST_WINDOW, "en")
    module.write_text("COMMANDS = {'about': lambda app: 'mended'}\n", encoding="utf-8")
    importlib.invalidate_caches()
    assert clicked("about", FIRST_WINDOW, "en") == "mended"
    monkeypatch.delitem(sys.modules, "addin.ribbon")


def test_reloaded_modules_answer_as_before(ribbon: Commands, log: Path) -> None:
    ribbon["about"] = lambda _app: "again"
    importlib.reload(commands)
    importlib.reload(failures)
    assert clicked("about", FIRST_WINDOW, "en") == "again"
    assert not log.exists()
