"""`cpc addin install --calc` and its sisters: with LibreOffice's own unopkg, and with none."""

import json
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from addin.cli import app
from addin.exports.text_file import Unreadable
from addin.hosts.calc.extension import build, version_built
from addin.hosts.calc.install import build_file, install, installed, status, uninstall
from addin.hosts.calc.place import AS_ROOT, MAC, WINDOWS, Place
from tests.office import soffice

NOBODY = 65534
PLACE = Place(system="Linux", folders=(), is_root=False)
STAND_IN = """\
#!{python}
import shutil, sys
with open({log!r}, "a") as log:
    log.write(" ".join(sys.argv[1:2]) + "\\n")
for argument in sys.argv[2:]:
    if argument.endswith(".oxt"):
        shutil.copy(argument, {kept!r})
print({says!r})
sys.stderr.write({complains!r})
sys.exit({code})
"""
REAL = """\
#!{python}
# LibreOffice for a user who is not root, with a home of his own; root's files are handed over.
import os, pathlib, shutil, subprocess, sys
home, root = pathlib.Path({home!r}), os.getuid() == 0
arguments, back = sys.argv[1:], None
for place, argument in enumerate(arguments):
    if argument.endswith((".oxt", ".fods")):
        arguments[place] = shutil.copy(argument, home)
        os.chmod(arguments[place], 0o644)
    if place and arguments[place - 1] == "--outdir":
        arguments[place], back = str(home), argument
command = [{program!r}, *arguments, f"-env:UserInstallation={{(home / 'profile').as_uri()}}"]
rights = dict(user={nobody}, group={nobody}, extra_groups=[]) if root else dict()
surroundings = dict(HOME=str(home), PATH="/usr/bin:/bin")
code = subprocess.run(command, env=surroundings, **rights).returncode
for made in home.glob("*.csv") if back else ():
    shutil.copy(made, back)
sys.exit(code)
"""


class Closed(Place):
    """A computer on which no LibreOffice is open, whatever other tests do."""

    def office_runs(self) -> bool:
        return False


class Programs:
    """A folder of programs that are found before those of the system."""

    def __init__(self, folder: Path) -> None:
        """Begin with none."""
        self.folder = folder
        self.log, self.kept = folder / "log", folder / "kept.oxt"

    def unopkg(self, says: str = "", complains: str = "", code: int = 0) -> None:
        """Put a stand-in in the place of unopkg."""
        self.put(
            STAND_IN.format(
                python=sys.executable,
                log=str(self.log),
                kept=str(self.kept),
                says=says,
                complains=complains,
                code=code,
            )
        )

    def put(self, script: str, name: str = "unopkg") -> None:
        path = self.folder / name
        path.write_text(script, encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def asked(self) -> list[str]:
        return self.log.read_text().split() if self.log.exists() else []


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "pythonloader.py").touch()
    return Programs(tmp_path)


@pytest.mark.usefixtures("programs")
def test_without_libreoffice_it_says_where_to_get_it() -> None:
    with pytest.raises(Unreadable, match=r"LibreOffice was not found.*cpc addin build --calc"):
        list(install(PLACE))


@pytest.mark.parametrize("system", [WINDOWS, MAC])
@pytest.mark.usefixtures("programs")
def test_it_looks_where_the_system_keeps_programs(system: str, tmp_path: Path) -> None:
    there = tmp_path / "LibreOffice" / "program" / "unopkg.com"
    place = Place(system=system, folders=(str(tmp_path),), is_root=False)
    with pytest.raises(Unreadable, match="LibreOffice was not found"):
        _ = place.unopkg
    if system == WINDOWS:
        there.parent.mkdir(parents=True)
        there.touch()
        assert place.unopkg == there


@pytest.mark.parametrize("ask", [install, status, partial(uninstall, logs=Path("no-such-folder"))])
def test_root_is_refused_because_unopkg_refuses_root(
    programs: Programs, ask: Callable[[Place], Iterable[object]]
) -> None:
    programs.unopkg()
    with pytest.raises(Unreadable) as refusal:
        list(ask(Place(system="Linux", is_root=True)))
    assert str(refusal.value) == AS_ROOT
    assert programs.asked() == []


def test_what_is_installed_is_made_for_this_python(programs: Programs) -> None:
    programs.unopkg()
    list(install(PLACE))
    assert programs.asked() == ["add"]
    with ZipFile(programs.kept) as package:
        tool = json.loads(package.read("pythonpath/tool.json"))
    assert tool == [sys.executable, "-P", "-m", "addin"]


def test_what_libreoffice_says_against_it_is_told(programs: Programs) -> None:
    programs.unopkg(complains="ERROR: the lock file\nindicates it is running.\n", code=1)
    with pytest.raises(Unreadable, match=r"ERROR: the lock file indicates it is running\."):
        list(install(PLACE))


def test_a_libreoffice_without_python_is_told_what_it_lacks(
    programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs.unopkg()
    monkeypatch.setattr("addin.hosts.calc.place.BESIDE", ("no-such-loader.py",))
    with pytest.raises(Unreadable, match="apt install python3-uno"):
        list(install(PLACE))
    assert programs.asked() == []


def test_status_names_what_is_missing_and_the_cure(programs: Programs) -> None:
    programs.unopkg(says="All deployed user extensions:\n")
    first, _python = status(PLACE)
    assert (first.ok, first.cure) == (False, "Run: cpc addin install --calc")


def test_status_sees_another_version(programs: Programs) -> None:
    programs.unopkg(says="Identifier: cpc-addin.calc\n  Version: 0.0.1\n")
    programs.put("#!/bin/sh\n", "soffice")
    there, same, python, trial = status(Closed(system="Linux", folders=(), is_root=False))
    assert (there.ok, same.ok, python.ok) == (True, False, True)
    assert "0.0.1" in same.what
    assert trial.what == "LibreOffice answers =CPC(1200;48): it gave nothing and not 25."


def test_status_asks_nothing_of_a_libreoffice_that_is_open(
    programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs.unopkg(says="Identifier: cpc-addin.calc\n  Version: 0.0.1\n")
    monkeypatch.setattr(Place, "office_runs", lambda _: True)
    assert status(PLACE)[-1].ok
    assert status(PLACE)[-1].what.startswith("LibreOffice is open: close it")


def test_nothing_is_taken_away_where_nothing_is(programs: Programs, tmp_path: Path) -> None:
    programs.unopkg(says="Identifier: another.extension\n  Version: 1\n")
    assert list(uninstall(PLACE, tmp_path / "logs")) == [
        "There was nothing to take away from LibreOffice."
    ]
    assert programs.asked() == ["list"]


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put a way to the real unopkg on the path, as a user who is not root and has a home."""
    unopkg = shutil.which("unopkg")
    if unopkg is None:
        pytest.fail("unopkg is not on the path: apt-get install libreoffice-calc")
    with TemporaryDirectory(prefix="cpc-home-", ignore_cleanup_errors=True) as name:
        home, programs = Path(name) / "home", Path(name) / "programs"
        home.mkdir()
        programs.mkdir()
        Path(name).chmod(0o755)
        home.chmod(0o777)
        for called, program in (("unopkg", unopkg), ("soffice", soffice())):
            script = REAL.format(
                python=sys.executable, home=str(home), program=program, nobody=NOBODY
            )
            Programs(programs).put(script, called)
        monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
        yield


@pytest.mark.usefixtures("real")
def test_libreoffice_takes_it_twice_as_once_answers_and_gives_it_back(tmp_path: Path) -> None:
    place = Closed(system="Linux", folders=(), is_root=False)
    assert installed(place) is None
    for _ in range(2):
        assert next(install(place)).startswith("Installed")
        assert installed(place) == version_built()
    found = status(place)
    assert [each for each in found if not each.ok] == []
    assert found[-1].what == "LibreOffice answers =CPC(1200;48) with 25."
    assert next(uninstall(place, tmp_path / "logs")) == "Taken away from LibreOffice."
    assert installed(place) is None


def test_the_file_can_be_built_on_any_system(tmp_path: Path) -> None:
    path = tmp_path / "cpc.oxt"
    (line,) = build_file(path, force=False)
    assert "Tools > Extensions" in line
    assert path.read_bytes() == build()
    with pytest.raises(Unreadable, match="exists and was left as it is"):
        list(build_file(path, force=False))
    with pytest.raises(Unreadable, match=r"ends in \.oxt"):
        list(build_file(tmp_path / "cpc.zip", force=False))


def test_the_command_builds_it(tmp_path: Path) -> None:
    path = tmp_path / "cpc.oxt"
    run = CliRunner().invoke(app, ["addin", "build", "--calc", "-o", str(path)])
    assert run.exit_code == 0
    with ZipFile(BytesIO(path.read_bytes())) as package:
        assert "cpc.idl" in package.namelist()


@pytest.mark.parametrize("command", ["install", "status", "uninstall"])
@pytest.mark.usefixtures("programs")
def test_the_commands_say_that_libreoffice_is_absent(command: str) -> None:
    run = CliRunner().invoke(app, ["addin", command, "--calc"])
    assert run.exit_code == 2, run.output
    assert "LibreOffice was not found" in run.stderr
