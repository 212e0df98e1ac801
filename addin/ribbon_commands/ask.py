"""The questions that a command may put to the person at the screen."""

import subprocess
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from xlwings import App

TEXT = 2  # Application.InputBox, Type: the answer is text
TITLE = "CPC"
LONGEST = 250  # signs that the dialog shows: Excel refuses more than 255
KINDS = ("csv", "tsv", "txt", "xlsx", "zip", "parquet")
FILES = "Exports ({0}),{0}".format(";".join(f"*.{kind}" for kind in KINDS))

OSASCRIPT = "/usr/bin/osascript"
TEXT_SCRIPT = """\
on run argv
    activate
    set answered to display dialog (item 1 of argv) default answer (item 2 of argv) with title "CPC"
    return text returned of answered
end run
"""
FILES_SCRIPT = """\
on run argv
    activate
    set chosen to choose file with prompt (item 1 of argv) with multiple selections allowed
    set answered to ""
    repeat with oneFile in chosen
        set answered to answered & (POSIX path of oneFile) & linefeed
    end repeat
    return answered
end run
"""


class Ask(Protocol):
    """Who answers: a person at Excel, or a test."""

    def text(self, question: str, suggestion: str) -> str:
        """Return the answer, "" where the person does not want to go on."""

    def files(self, question: str) -> list[str]:
        """Return the files that were chosen, none where the person does not want to go on."""


class ExcelAsk:
    """Excel's own dialogs."""

    def __init__(self, app: "App") -> None:
        """Ask in the windows of this Excel."""
        self._app = app

    def text(self, question: str, suggestion: str) -> str:
        """Return what was typed; a closed dialog says False."""
        prompt = question
        if len(prompt) > LONGEST:
            prompt = f"{question[: LONGEST // 2]} … {question[3 - LONGEST // 2 :]}"
        default = suggestion if len(suggestion) <= LONGEST else ""
        answer = self._app.api.InputBox(prompt, TITLE, default, Type=TEXT)
        return "" if answer is False else str(answer).strip()

    def files(self, question: str) -> list[str]:
        """Return the chosen files; a closed dialog says False."""
        chosen = self._app.api.GetOpenFilename(FileFilter=FILES, Title=question, MultiSelect=True)
        return [] if chosen is False else [str(name) for name in chosen]


class MacAsk:
    """The dialogs of macOS, where Excel's own cannot be called from outside."""

    def text(self, question: str, suggestion: str) -> str:
        """Return what was typed."""
        return _answered(TEXT_SCRIPT, question, suggestion).strip()

    def files(self, question: str) -> list[str]:
        """Return the chosen files."""
        return [name for name in _answered(FILES_SCRIPT, question).split("\n") if name]


def _answered(script: str, *words: str) -> str:
    """Return what a script says; a closed dialog ends it with an error, and nothing said.

    The words are handed over beside the script, so that none of them can be a part of it.
    """
    run = subprocess.run(  # noqa: S603 - a program of macOS, and a script of our own
        [OSASCRIPT, "-e", script, *words], capture_output=True, encoding="utf-8", check=False
    )
    return run.stdout if run.returncode == 0 else ""
