"""A LibreOffice that runs the extension, driven over UNO."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.office import soffice

WHERE_DEBIAN_KEEPS_UNO = "/usr/lib/python3/dist-packages"
PATIENCE = 60
PATH = "/usr/bin:/bin"
"""LibreOffice looks for its Python on the path, and must not find another one of its version."""

PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Linguistic/General">
    <prop oor:name="UILocale" oor:op="fuse"><value>{language}</value></prop>
  </item>
</oor:items>
"""

INSTALL = "The bridge to LibreOffice is needed: apt-get install python3-uno"


def uno() -> Any:
    """Return the module `uno`; without it the test fails, because a skip would look like a pass."""
    try:
        return import_module("uno")
    except ImportError:
        sys.path.append(WHERE_DEBIAN_KEEPS_UNO)
    try:
        return import_module("uno")
    except ImportError:
        pytest.fail(INSTALL)


class Office:
    """A running LibreOffice."""

    def __init__(self, context: Any) -> None:
        """Speak to the office of a component context."""
        self.context = context
        self.desktop = self.service("com.sun.star.frame.Desktop")

    def service(self, name: str) -> Any:
        """Return a service of the office."""
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def new(self) -> "Book":
        """Open an empty workbook."""
        return Book(self, self._load("private:factory/scalc"))

    def open(self, path: Path) -> "Book":
        """Open a file, and calculate everything in it."""
        document = self._load(path.as_uri())
        document.calculateAll()
        return Book(self, document)

    def in_front(self) -> "Book":
        """Return the workbook in front."""
        return Book(self, self.desktop.getCurrentComponent())

    def command(self, name: str, *, yes: bool = False) -> str:
        """Run a command of the menu and return its sentence; `yes` is the answer to questions."""
        arguments = []
        for key, value in {"command": name, "yes": yes}.items():
            argument = uno().createUnoStruct("com.sun.star.beans.NamedValue")
            argument.Name, argument.Value = key, value
            arguments.append(argument)
        said: str = self.service("CPC.Command").execute(tuple(arguments))
        return said

    def _load(self, url: str) -> Any:
        return self.desktop.loadComponentFromURL(url, "_blank", 0, ())


class Book:
    """A workbook in LibreOffice."""

    def __init__(self, office: Office, document: Any) -> None:
        """Work on a document."""
        self.office, self.document = office, document
        self.sheet = document.Sheets.getByIndex(0)

    def fill(self, place: str, rows: Sequence[Sequence[Any]]) -> None:
        """Write values; a blank is None."""
        first = self.cell(place).CellAddress
        for down, row in enumerate(rows):
            for right, value in enumerate(row):
                cell = self.sheet.getCellByPosition(first.Column + right, first.Row + down)
                if isinstance(value, str):
                    cell.String = value
                elif value is not None:
                    cell.Value = float(value)

    def type(self, place: str, formula: str) -> Any:
        """Enter a formula as a person types it, and return what the cell shows."""
        cell = self.cell(place)
        cell.FormulaLocal = formula
        return self.shown(place)

    def type_array(self, place: str, formula: str) -> list[list[Any]]:
        """Enter an array formula, with semicolons, and return the values of its cells."""
        area = self.cell(place)
        area.setArrayFormula(formula)
        return [list(row) for row in area.getDataArray()]

    def cell(self, place: str) -> Any:
        """Return a cell or a range of the first sheet."""
        return self.sheet.getCellRangeByName(place)

    def shown(self, place: str) -> Any:
        """Return a number, a text, or an error as the cell shows it."""
        cell = self.cell(place).getCellByPosition(0, 0)
        if cell.getError():
            return str(cell.String)
        text = cell.Type.value == "TEXT" or cell.FormulaResultType2 == 2
        return str(cell.String) if text else float(cell.Value)

    def select(self, place: str) -> None:
        """Select cells, as the mouse does."""
        self.document.CurrentController.select(self.cell(place))

    def save(self, path: Path, form: str) -> Path:
        """Save a copy: "calc8" is .ods."""
        self.document.storeToURL(path.as_uri(), settings(FilterName=form))
        return path

    def close(self) -> None:
        """Close the workbook without saving."""
        self.document.setModified(False)
        self.document.close(True)


def settings(**values: Any) -> tuple[Any, ...]:
    """Return named values as LibreOffice takes them."""
    made = []
    for name, value in values.items():
        setting = uno().createUnoStruct("com.sun.star.beans.PropertyValue")
        setting.Name, setting.Value = name, value
        made.append(setting)
    return tuple(made)


def unpacked(files: Mapping[str, bytes], folder: Path) -> Path:
    """Write an extension where LibreOffice takes it for one of its own, and return the place."""
    for name, content in files.items():
        path = folder / "cpc" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


class running:  # noqa: N801 - it is written as a call
    """A LibreOffice with a profile of its own in a language, from `with` to its end.

    No generator: an exception of UNO takes no traceback, which contextlib would give it.
    """

    def __init__(self, extensions: Path, profile: Path, language: str = "en-US") -> None:
        """Prepare the profile."""
        self.extensions, self.profile = extensions, profile
        own = profile / "user" / "registrymodifications.xcu"
        own.parent.mkdir(parents=True)
        own.write_text(PROFILE.format(language=language), encoding="utf-8")

    def __enter__(self) -> Office:
        """Start it, and return it as soon as it answers."""
        pipe = f"cpc{uuid4().hex}"
        command = [
            soffice(),
            f"-env:UserInstallation={self.profile.as_uri()}",
            f"-env:BUNDLED_EXTENSIONS={self.extensions.as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            f"--accept=pipe,name={pipe};urp;",
        ]
        with Path(f"{self.profile}.log").open("wb") as log:
            self.process = subprocess.Popen(  # noqa: S603 - the program on the path
                command,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                env={**os.environ, "PATH": PATH},
            )
        return Office(_connected(self.process, pipe))

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def _connected(process: "subprocess.Popen[bytes]", pipe: str) -> Any:
    local = uno().getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    nobody_yet = uno().getClass("com.sun.star.connection.NoConnectException")
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        with contextlib.suppress(nobody_yet):
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        time.sleep(0.05)
    return pytest.fail("LibreOffice did not start.")
