"""`cpc addin status`: each thing that keeps the add-in from working, with its cure."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from addin.cli import app
from addin.hosts.excel import machine
from addin.hosts.excel.build import build
from addin.hosts.excel.install import install, installed
from addin.hosts.excel.machine import MAC
from tests.machines import Made, put_libraries, windows_in, wrong


@pytest.fixture
def windows(tmp_path: Path) -> Made:
    made = windows_in(tmp_path)
    list(install(made))
    return made


def test_after_an_install_all_is_in_order(windows: Made) -> None:
    assert wrong(windows) == []


def test_no_add_in(tmp_path: Path) -> None:
    ((what, cure),) = wrong(windows_in(tmp_path))
    assert what.startswith("no add-in at")
    assert cure == "run: cpc addin install"


@pytest.mark.parametrize(
    ("change", "what", "cure"),
    [
        ({"version": "0.37.9"}, "xlwings 0.37.9 is installed", "cpc addin install"),
        ({"blocked": True}, "from the internet", "Unblock"),
        (
            {"says": "ImportError: no pywin32"},
            "answers =CPC(1200,48)",
            "no pywin32. With that Python, install",
        ),
    ],
)
def test_each_fault_has_its_cure(
    change: dict[str, object], what: str, cure: str, windows: Made
) -> None:
    ((said, then),) = wrong(replace(windows, **change))  # type: ignore[arg-type]
    assert what in said
    assert cure in then


def test_a_python_that_was_moved_is_not_started(windows: Made) -> None:
    windows.interpreter.unlink()
    ((what, cure),) = wrong(replace(windows, says="no such file"))
    assert what.startswith("the Python that it starts")
    assert cure == "run: cpc addin install"


@pytest.mark.parametrize("bits", [64, 32])
def test_a_library_that_is_gone(bits: int, windows: Made, tmp_path: Path) -> None:
    (tmp_path / "venv" / f"xlwings{bits}-0.37.8.dll").unlink()
    ((what, cure),) = wrong(windows)
    assert what == f"xlwings{bits}-0.37.8.dll for {bits}-bit Excel"
    assert "pip install" in cure


def test_libraries_that_pip_put_elsewhere_for_the_user(tmp_path: Path) -> None:
    made = windows_in(tmp_path)
    for library in (tmp_path / "venv").glob("*.dll"):
        library.unlink()
    put_libraries(tmp_path / "user")
    list(install(replace(made, prefixes=(tmp_path / "user",))))
    assert wrong(made) == []


@pytest.mark.parametrize("place", [Path("venv/Scripts"), Path("venv")])
def test_a_library_that_was_moved_to_where_vba_looks_too(place: Path, tmp_path: Path) -> None:
    made = windows_in(tmp_path)
    libraries = [file.rename(tmp_path / file.name) for file in (tmp_path / "venv").glob("*.dll")]
    list(install(replace(made, prefixes=(tmp_path,))))
    for library in libraries:
        library.rename(tmp_path / place / library.name)
    assert wrong(made) == []


def test_an_add_in_of_another_version_of_the_product(windows: Made) -> None:
    settings = installed(windows.target)
    assert settings
    windows.target.write_bytes(build(replace(settings, language="nb")) + b" ")
    assert any("of this version of the product" in what for what, _ in wrong(windows))


def test_on_a_mac_python_must_run_the_buttons(tmp_path: Path) -> None:
    mac = Made(system=MAC, home=tmp_path, executable=tmp_path / "python3")
    mac.executable.touch()
    list(install(mac))
    script = mac.script("0.37.8")
    script.parent.mkdir(parents=True)
    script.touch()
    assert wrong(mac) == []
    ((what, cure),) = wrong(replace(mac, says="ImportError: no appscript"))
    assert "runs the buttons" in what
    assert "no appscript" in cure


@pytest.mark.parametrize(("change", "code"), [({}, 0), ({"blocked": True}, 1)])
def test_the_command_ends_as_it_found(
    change: dict[str, bool],
    code: int,
    windows: Made,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = replace(windows, **change)  # type: ignore[arg-type]
    monkeypatch.setattr(machine, "Machine", lambda: found)
    result = CliRunner().invoke(app, ["addin", "status"])
    assert bool(result.exit_code) == bool(code)
    assert ("NO  Windows does not hold" in result.stdout) == bool(code)
    assert "ok  the add-in is at" in result.stdout
