"""What the tests of the server that answers Excel put in the place of the ribbon's own.

It imports no stand-in for pywin32: pytest may read it in a process that other tests run in.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from addin.hosts import failures
from cpc_functions.texts import use_language

Commands = dict[str, Callable[[Any], Any]]
SESSION = "addin.ribbon_commands.session"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(failures, "folder", lambda: tmp_path)
    return tmp_path / failures.NAME


@pytest.fixture
def ribbon(monkeypatch: pytest.MonkeyPatch) -> Iterator[Commands]:
    """Put commands in the place of the ribbon's own."""
    module = ModuleType("addin.ribbon")
    found: Commands = {}
    module.__dict__["COMMANDS"] = found
    monkeypatch.setitem(sys.modules, "addin.ribbon", module)
    yield found
    use_language("en")


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Put a session in the place of the ribbon's own."""
    module = ModuleType(SESSION)
    monkeypatch.setitem(sys.modules, SESSION, module)
    return module
