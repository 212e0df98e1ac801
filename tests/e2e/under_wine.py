"""An Excel whose VBA pyOpenVBA's interpreter runs, and whose libraries and COM are wine's."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Timer
from typing import Any

from pyopenvba.apps.excel._model import Application
from pyopenvba.interpreter import VBAInt

from tests.e2e.kinds import ARRAY, BOOL, BSTR, EMPTY, I4, R8, VARIANT
from tests.e2e.rig import Windows
from tests.xlam.com import APPLICATION, Died
from tests.xlam.declared import Constants
from tests.xlam.excel import WINDOWS, Excel
from tests.xlam.taught import OUTSIDE

CLIENT = "from tests.e2e.client import main; main()"
MOST_SECONDS = 120
KNOWN = {ARRAY | VARIANT, BOOL, BSTR, EMPTY, I4, R8}
"""The types that CpcBridge reads out of an answer: nothing else may come."""


class Client:
    """The process that stands where Excel's would: libraries and COM, asked by lines of JSON."""

    def __init__(self, place: Windows) -> None:
        """Start it; it is ended when it takes too long."""
        self.process = place.start(CLIENT)
        self.timer = Timer(MOST_SECONDS, self.process.kill)
        self.timer.start()

    def ask(self, do: str, **what: Any) -> dict[str, Any]:
        """Ask for one thing; raises Died with the number of an error of COM."""
        sent, came = self.process.stdin, self.process.stdout
        assert sent is not None
        assert came is not None
        sent.write(json.dumps({"do": do, **what}) + "\n")
        sent.flush()
        line = came.readline()
        assert line, f"Windows does not answer any more: {self._last_words()}"
        answer: dict[str, Any] = json.loads(line)
        if "number" in answer:
            raise Died(answer["number"])
        return answer

    def _last_words(self) -> str:
        return self.process.stderr.read() if self.process.stderr else ""

    def close(self) -> None:
        """End it, and with it the Python that it started."""
        self.timer.cancel()
        self.process.kill()
        self.process.wait()


class ExcelUnderWine(Excel):
    """An Excel with the add-in, in a Windows that is there.

    `errors` are those of loading libraries, 0 for none, and `gone` those of calls to Python.
    """

    def __init__(
        self, client: Client, path: Path, library: str, constants: Constants = WINDOWS
    ) -> None:
        """Open the add-in; `library` is the one that its VBA declares."""
        super().__init__(path, constants)
        self.client = client
        self.library = library
        self.answers = self.call_udf
        self.errors: list[int] = []
        self.gone: list[int] = []
        self.said_by_library = ""

    def loads(self, path: object) -> object:
        """Load a library, as LoadLibraryW."""
        self.loaded.append(str(path))
        error = self.client.ask("load", path=str(path))["error"]
        self.errors.append(error)
        return VBAInt(0 if error else 1, "Long")

    def activates(self, command: object) -> object:
        """Start Python, as XLPyDLLActivateAuto."""
        self.commands.append(str(command))
        started = self.client.ask("start", library=self.library, command=str(command))
        self.said_by_library = started["said"] or ""
        return VBAInt(started["status"], "Long")

    def call_udf(self, module: str, name: str, args: tuple[Any, ...]) -> Any:
        """Call Python over COM."""
        sent = [{} if one == APPLICATION else one for one in args]
        try:
            return _plain(self.client.ask("ask", module=module, name=name, args=sent)["answer"])
        except Died as died:
            self.gone.append(died.number)
            raise

    def python(self, expression: str) -> str:
        """Return what an expression is in the Python that serves this Excel, as text."""
        return str(self.client.ask("evaluate", text=expression)["text"])


@contextmanager
def client(place: Windows) -> Iterator[Client]:
    """Start Excel's part in a Windows, and end it."""
    started = Client(place)
    try:
        yield started
    finally:
        started.close()


def _plain(held: list[Any]) -> Any:
    """Return an answer as pywin32 would; raises AssertionError for a type not looked for."""
    kind, value = held
    assert kind in KNOWN, f"Python sent the type {kind}, which the bridge does not read"
    return tuple(map(_element, value)) if kind & ARRAY else value


def _element(held: list[Any]) -> Any:
    """Return a cell, or a row of them: rows have no type of their own."""
    return _plain(held) if isinstance(held[0], int) else tuple(map(_plain, held))


def _through_outside(name: str) -> None:
    """Let what VBA calls reach the methods of a subclass of Outside."""
    member = Application._vba_members[name.lower()]  # noqa: SLF001 - the interpreter is taught

    def getter(application: Application, argument: object) -> object:
        outside = OUTSIDE[application]
        return outside.loads(argument) if name == "StandInLoad" else outside.activates(argument)

    Application._vba_members[name.lower()] = replace(member, getter=getter)  # noqa: SLF001 - as above


for _name in ("StandInLoad", "StandInActivate"):
    _through_outside(_name)
