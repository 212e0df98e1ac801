"""The process that answers Excel, shown on xlwings' own code with stand-ins for pywin32.

The stand-ins let Python take this machine for Windows, so that each part runs in a process of its
own: `tests/excel/answers.py` says what cells show, `lasting.py` what the server goes on through,
`reached.py` which Excel a button reaches, `clicks.py` what it gives back.
"""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from addin.hosts.excel.imports import hidden

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("part", ["answers", "lasting", "reached", "clicks"])
def test_xlwings_own_server_does_what_is_said_in(part: str) -> None:
    run = python("-m", "pytest", "-q", "-p", "no:cacheprovider", f"tests/excel/{part}.py")
    assert run.returncode == 0, run.stdout + run.stderr


@cache
def started() -> dict[str, Any]:
    """Return what a server told that started, answered one cell and ended."""
    run = python("-m", "tests.excel.start")
    assert run.returncode == 0, run.stderr
    told: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return told


def test_the_server_answers_in_the_language_that_it_is_started_in() -> None:
    assert started()["answer"] == "over målet"


def test_the_server_starts_without_what_only_commands_need() -> None:
    loaded = set(started()["modules"])
    assert loaded.isdisjoint({"numpy", "pandas", "polars", "matplotlib", "plotly", "PIL"})
    assert loaded.isdisjoint({"openpyxl", "babel", "duckdb", "pyarrow", "jinja2", "rich", "lxml"})
    assert {name for name in loaded if name.partition(".")[0] == "addin"} == {
        "addin",
        "addin.hosts",
        "addin.hosts.excel",
        "addin.hosts.excel.cells",
        "addin.hosts.excel.commands",
        "addin.hosts.excel.imports",
        "addin.hosts.excel.server",
        "addin.hosts.excel.wire",
    }


def test_the_part_of_xlwings_with_a_licence_of_its_own_is_not_loaded() -> None:
    assert not {name for name in started()["modules"] if name.startswith("xlwings.pro")}


def test_a_command_finds_numpy_afterwards() -> None:
    assert started()["later"] == "numpy"


def test_a_hidden_module_is_not_found_and_is_found_again() -> None:
    sys.modules.pop("colorsys", None)
    with hidden("colorsys"), pytest.raises(ModuleNotFoundError, match="colorsys"):
        import colorsys
    import colorsys

    assert colorsys.__name__ == "colorsys"


def test_modules_are_found_again_after_a_failure() -> None:
    before = list(sys.meta_path)
    with pytest.raises(ValueError, match="on the way"), hidden("colorsys"):
        raise ValueError("on the way")
    assert sys.meta_path == before


def python(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - files of our own
        [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
