"""`cpc addin install`, `uninstall` and `build`, on a computer made of folders.

What only Windows or a Mac can show is in docs/excel-checklist.md.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from addin.cli import app
from addin.exports.text_file import Unreadable
from addin.hosts.excel.install import build_file, install, installed, uninstall
from addin.hosts.excel.machine import MAC
from tests.machines import Made, windows_in


@pytest.fixture
def windows(tmp_path: Path) -> Made:
    return windows_in(tmp_path)


class TestInstall:
    def test_it_lies_in_the_start_folder_which_is_made(self, windows: Made) -> None:
        told = "\n".join(install(windows))
        target = Path(windows.appdata, "Microsoft", "Excel", "XLSTART", "cpc.xlam")
        assert windows.target == target
        assert target.exists()
        assert str(target) in told
        assert "Windows asks nothing" in told
        assert "=CPC(1200,48)" in told

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

    def test_a_python_without_its_twin_is_refused(self, windows: Made) -> None:
        windows.interpreter.unlink()
        with pytest.raises(Unreadable, match="does not exist"):
            list(install(windows))

    def test_a_python_of_the_store_is_refused(self, windows: Made, tmp_path: Path) -> None:
        store = replace(windows, executable=tmp_path / "WindowsApps" / "python.exe")
        with pytest.raises(Unreadable, match="Microsoft Store"):
            list(install(store))
        assert not windows.target.exists()

    def test_nor_is_a_virtual_environment_of_one(self, windows: Made, tmp_path: Path) -> None:
        base = tmp_path / "Program Files" / "WindowsApps" / "PythonSoftwareFoundation.Python.3.12"
        store = replace(windows, prefixes=(*windows.prefixes, base))
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
        (logs / "cpc-addin.log").touch()
        (logs / "cpc-addin.log.1").touch()
        list(install(windows))
        told = "\n".join(uninstall(replace(windows, noted=True), logs))
        assert "chosen on the ribbon" in told
        assert "DeleteSetting" not in told
        assert str(windows.target) in told
        assert not windows.target.exists()
        assert not logs.exists()

    def test_twice_is_as_once(self, windows: Made) -> None:
        list(install(windows))
        list(uninstall(windows, windows.home))
        assert list(uninstall(windows, windows.home)) == ["There is no add-in to remove."]

    def test_on_a_mac_it_says_what_excel_alone_can_remove(self, tmp_path: Path) -> None:
        mac = Made(system=MAC, home=tmp_path, executable=tmp_path / "python3")
        list(install(mac))
        told = "\n".join(uninstall(mac, tmp_path / "logs"))
        assert 'DeleteSetting "CpcAddin"' in told
        assert not mac.target.exists()


class TestBuild:
    def test_it_is_the_same_to_the_byte(self, tmp_path: Path) -> None:
        machine = Made(system="Linux", executable=Path("/opt/python"))
        for name in ("a.xlam", "b.xlam"):
            list(build_file(tmp_path / name, machine, force=False))
        assert (tmp_path / "a.xlam").read_bytes() == (tmp_path / "b.xlam").read_bytes()

    def test_for_another_computer_the_libraries_have_bare_names(self, tmp_path: Path) -> None:
        machine = Made(system="Linux", executable=Path("/opt/python"), prefixes=())
        list(build_file(tmp_path / "a.xlam", machine, force=False))
        found = installed(tmp_path / "a.xlam")
        assert found
        assert dict(found.rows())["DLL64"] == "xlwings64-0.37.8.dll"

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
