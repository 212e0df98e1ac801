"""`cpc addin`: put in place, looked at and taken away, on a computer made of folders.

What only Windows or a Mac can show is in docs/excel-checklist.md.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from addin.cli import app
from addin.exports.text_file import Unreadable
from addin.hosts.excel.build import build
from addin.hosts.excel.install import build_file, install, installed, uninstall
from addin.hosts.excel.machine import MAC, WINDOWS, Machine
from addin.hosts.excel.status import BLOCK_CHILDREN, CHILDREN, SECURITY, status


@dataclass(frozen=True)
class Made(Machine):
    """A computer whose Excel, registry and xlwings are said by a test."""

    running: bool = False
    blocked: bool = False
    noted: bool = False
    version: str = "0.37.8"
    policies: dict[tuple[str, str], str] = field(default_factory=dict)

    def xlwings(self) -> str:
        return self.version

    def excel_runs(self) -> bool:
        return self.running

    def is_blocked(self, path: Path) -> bool:
        return self.blocked and path == self.target

    def forget(self) -> bool:
        return self.noted

    def policy(self, key: str, name: str) -> str:
        return self.policies.get((key, name), "")


@pytest.fixture
def windows(tmp_path: Path) -> Made:
    python = tmp_path / "venv" / "Scripts"
    python.mkdir(parents=True)
    for name in ("python.exe", "pythonw.exe"):
        (python / name).touch()
    for bits in (64, 32):
        (tmp_path / "venv" / f"xlwings{bits}-0.37.8.dll").touch()
    return Made(
        system=WINDOWS,
        home=tmp_path / "home",
        appdata=str(tmp_path / "AppData"),
        executable=python / "python.exe",
        prefixes=(tmp_path / "venv",),
    )


def wrong(machine: Machine) -> list[tuple[str, str]]:
    return [(each.what, each.cure) for each in status(machine) if not each.ok]


class TestInstall:
    def test_it_lies_in_the_start_folder_which_is_made(self, windows: Made) -> None:
        told = "\n".join(install(windows))
        target = Path(windows.appdata, "Microsoft", "Excel", "XLSTART", "cpc.xlam")
        assert windows.target == target
        assert target.exists()
        assert str(target) in told
        assert "Windows asks nothing" in told
        assert "=CPC(1200,48)" in told
        assert wrong(windows) == []

    def test_it_starts_this_python_without_a_window(self, windows: Made) -> None:
        list(install(windows))
        settings = installed(windows.target)
        assert settings
        assert settings.interpreter.endswith("pythonw.exe")
        assert settings.xlwings == "0.37.8"

    def test_twice_is_as_once(self, windows: Made) -> None:
        list(install(windows))
        before = windows.target.stat()
        assert "is in place" in next(iter(install(windows)))
        assert windows.target.stat().st_mtime_ns == before.st_mtime_ns

    def test_a_running_excel_is_told(self, windows: Made) -> None:
        assert any("Excel is running" in line for line in install(replace(windows, running=True)))

    def test_a_file_of_others_is_left(self, windows: Made) -> None:
        windows.target.parent.mkdir(parents=True)
        windows.target.write_bytes(b"mine")
        for work in (install(windows), uninstall(windows, windows.home)):
            with pytest.raises(Unreadable, match="is not of this product"):
                list(work)
        assert windows.target.read_bytes() == b"mine"

    def test_without_the_library_nothing_is_written(self, windows: Made) -> None:
        with pytest.raises(Unreadable, match=r"xlwings64-0\.38\.0\.dll is not beside Python"):
            list(install(replace(windows, version="0.38.0")))
        assert not windows.target.exists()

    def test_a_python_without_its_twin_is_refused(self, windows: Made) -> None:
        windows.interpreter.unlink()
        with pytest.raises(Unreadable, match="does not exist"):
            list(install(windows))

    def test_a_python_of_the_store_is_refused(self, windows: Made, tmp_path: Path) -> None:
        store = replace(windows, executable=tmp_path / "WindowsApps" / "python.exe")
        with pytest.raises(Unreadable, match="Microsoft Store"):
            list(install(store))
        assert not windows.target.exists()

    def test_where_there_is_no_excel_it_says_what_can_be_done(self, tmp_path: Path) -> None:
        with pytest.raises(Unreadable, match=r"cpc addin build -o cpc\.xlam"):
            list(install(Made(system="Linux", home=tmp_path)))

    def test_on_a_mac_it_lies_in_the_start_folder_of_office(self, tmp_path: Path) -> None:
        mac = Made(system=MAC, home=tmp_path, executable=tmp_path / "python3")
        mac.executable.touch()
        told = "\n".join(install(mac))
        assert mac.target.exists()
        assert "Startup.localized" in str(mac.target)
        assert "xlwings runpython install" in told


class TestUninstall:
    def test_nothing_is_left(self, windows: Made) -> None:
        logs = windows.home / "logs"
        logs.mkdir(parents=True)
        (logs / "cpc-excel.log").touch()
        (logs / "cpc-excel.log.1").touch()
        list(install(windows))
        told = "\n".join(uninstall(replace(windows, noted=True), logs))
        assert "chosen on the ribbon" in told
        assert str(windows.target) in told
        assert not windows.target.exists()
        assert not logs.exists()

    def test_twice_is_as_once(self, windows: Made) -> None:
        list(install(windows))
        list(uninstall(windows, windows.home))
        assert list(uninstall(windows, windows.home)) == ["There is no add-in to remove."]


class TestStatus:
    def test_no_add_in(self, windows: Made) -> None:
        ((what, cure),) = wrong(windows)
        assert what.startswith("no add-in at")
        assert cure == "run: cpc addin install"

    @pytest.mark.parametrize(
        ("change", "what", "cure"),
        [
            ({"version": "0.37.9"}, "xlwings 0.37.9 is installed", "cpc addin install"),
            ({"blocked": True}, "from the internet", "Unblock"),
            ({"policies": {(SECURITY, "VBAWarnings"): "4"}}, "unsigned macros", "XLSTART"),
            ({"policies": {(CHILDREN, BLOCK_CHILDREN): "1"}}, "other programs", "pythonw.exe"),
        ],
    )
    def test_each_fault_has_its_cure(
        self, change: dict[str, object], what: str, cure: str, windows: Made
    ) -> None:
        list(install(windows))
        ((said, then),) = wrong(replace(windows, **change))  # type: ignore[arg-type]
        assert what in said
        assert cure in then

    def test_a_python_that_was_moved(self, windows: Made) -> None:
        list(install(windows))
        windows.interpreter.unlink()
        assert any("the Python that it starts" in what for what, _ in wrong(windows))

    def test_a_library_that_is_gone(self, windows: Made, tmp_path: Path) -> None:
        list(install(windows))
        (tmp_path / "venv" / "xlwings32-0.37.8.dll").unlink()
        ((what, cure),) = wrong(windows)
        assert what == "xlwings32-0.37.8.dll for 32-bit Excel"
        assert "pip install" in cure

    def test_an_add_in_of_another_version_of_the_product(self, windows: Made) -> None:
        list(install(windows))
        settings = installed(windows.target)
        assert settings
        windows.target.write_bytes(build(replace(settings, language="nb")) + b" ")
        assert any("of this version of the product" in what for what, _ in wrong(windows))


class TestBuild:
    def test_it_is_the_same_to_the_byte(self, tmp_path: Path) -> None:
        machine = Made(executable=Path("/opt/python"))
        for name in ("a.xlam", "b.xlam"):
            list(build_file(tmp_path / name, machine, force=False))
        assert (tmp_path / "a.xlam").read_bytes() == (tmp_path / "b.xlam").read_bytes()

    def test_an_existing_file_is_left(self, tmp_path: Path) -> None:
        (tmp_path / "a.xlam").write_text("mine")
        with pytest.raises(Unreadable, match="exists and was left as it is"):
            list(build_file(tmp_path / "a.xlam", Made(), force=False))
        with pytest.raises(Unreadable, match=r"ends in \.xlam"):
            list(build_file(tmp_path / "a.xlsm", Made(), force=False))

    def test_the_command_makes_it_anywhere(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        result = CliRunner().invoke(app, ["addin", "build"])
        assert result.exit_code == 0, result.stderr
        assert "Made cpc.xlam" in result.stdout
        assert installed(tmp_path / "cpc.xlam")
