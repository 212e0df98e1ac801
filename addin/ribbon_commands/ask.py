"""The questions that a command may put to the person at the screen."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from xlwings import App

TEXT = 2  # Application.InputBox, Type: the answer is text
TITLE = "CPC"
LONGEST = 250  # signs that the dialog shows: Excel refuses more than 255
FILES = (
    "Exports (*.csv;*.tsv;*.txt;*.xlsx;*.zip;*.parquet),*.csv;*.tsv;*.txt;*.xlsx;*.zip;*.parquet"
)


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
