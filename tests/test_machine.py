"""How the add-in finds Python and its libraries, and by which path it starts it."""

import sys
from dataclasses import replace
from pathlib import Path
from site import getuserbase
from types import SimpleNamespace

import pytest

from addin.exports.text_file import Unreadable
from addin.hosts.excel import machine as module
from addin.hosts.excel.install import install, installed
from addin.hosts.excel.machine import MAC, WINDOWS, Machine
from addin.hosts.excel.settings import Settings
from addin.hosts.excel.status import TRIALS
from tests.machines import Made, put_libraries, windows_in

PYTHON = Path(sys.executable)
ROOT = Path(__file__).parent.parent
FROM_HERE = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
AS_ON_WINDOWS = f"""{FROM_HERE}
from tests.excel.windows import install, taken_for_windows
install()
with taken_for_windows():
"""
TRIAL = f"{AS_ON_WINDOWS}    from addin.hosts.excel import trial\n"


@pytest.fixture
def windows(tmp_path: Path) -> Made:
    return windows_in(tmp_path)


def settings(machine: Machine) -> Settings:
    found = installed(machine.target)
    assert found
    return found


class TestTheLibrariesOfXlwings:
    def test_the_add_in_holds_their_full_paths(self, windows: Made, tmp_path: Path) -> None:
        list(install(windows))
        rows = dict(settings(windows).rows())
        assert rows["DLL64"] == str(tmp_path / "venv" / "xlwings64-0.37.8.dll")
        assert rows["DLL32"] == str(tmp_path / "venv" / "xlwings32-0.37.8.dll")

    def test_they_are_found_where_pip_puts_them_for_one_user(
        self, windows: Made, tmp_path: Path
    ) -> None:
        of_user = tmp_path / "AppData" / "Roaming" / "Python"
        put_libraries(of_user, "0.38.0")
        user = replace(windows, version="0.38.0", prefixes=(*windows.prefixes, of_user))
        list(install(user))
        assert settings(user).path64 == str(of_user / "xlwings64-0.38.0.dll")

    def test_pip_has_places_for_this_python_its_base_and_the_user(self) -> None:
        assert Machine().prefixes == tuple(map(Path, (sys.prefix, sys.base_prefix, getuserbase())))

    def test_without_them_nothing_is_written(self, windows: Made) -> None:
        with pytest.raises(Unreadable, match=r"xlwings64-0\.38\.0\.dll is not where pip puts it"):
            list(install(replace(windows, version="0.38.0")))
        assert not windows.target.exists()


class TestPathsThatExcelCannotSay:
    """VBA hands a command line on in the ANSI code page of Windows, here the Western one."""

    @pytest.fixture
    def russian(self, tmp_path: Path) -> Made:
        return windows_in(tmp_path / "Маша")

    def test_norwegian_letters_stay_as_they_are(self, tmp_path: Path) -> None:
        kare = windows_in(tmp_path / "Kåre Ødegård's")
        assert kare.startable(kare.interpreter) == kare.interpreter

    def test_the_short_name_of_the_folder_stands_for_other_letters(
        self, russian: Made, tmp_path: Path
    ) -> None:
        short = tmp_path / "B62C~1"
        short.symlink_to(tmp_path / "Маша")
        folder = russian.interpreter.parent
        names = {folder: short / "venv" / "Scripts"}
        list(install(replace(russian, short_names=names)))
        assert settings(russian).interpreter == str(short / "venv" / "Scripts" / "pythonw.exe")

    def test_where_windows_keeps_none_it_is_refused_with_the_cure(self, russian: Made) -> None:
        with pytest.raises(Unreadable, match=r"another folder, such as C:\\Python"):
            list(install(russian))
        assert not russian.target.exists()


class TestPathsThatCouldStartSomethingElse:
    @pytest.mark.parametrize(
        "path", [r"C:\Users\O'Brien\pythonw.exe", r"C:\a$b`c\pythonw.exe", r"\\server\x'y\p.exe"]
    )
    def test_windows_has_no_shell_for_which_they_mean_more(self, path: str) -> None:
        assert Settings(path, "0.37.8").interpreter == path

    @pytest.mark.parametrize(
        "path", ["C:\\$(CLSID)\\p.exe", 'C:\\a"b\\p.exe', "C:\\a\\", "/o'b/python3", "/a$b/python3"]
    )
    def test_others_are_refused_with_the_cure(self, path: str) -> None:
        with pytest.raises(ValueError, match="install it in another folder"):
            Settings(path, "0.37.8")


class TestAPythonStartedForAMoment:
    def test_one_that_answers_has_no_fault(self) -> None:
        _, code = TRIALS[WINDOWS]
        assert Machine().fault(PYTHON, f"{AS_ON_WINDOWS}    {code}") == ""

    def test_on_a_mac_it_must_have_what_the_buttons_import(self) -> None:
        _, code = TRIALS[MAC]
        assert Machine().fault(PYTHON, f"{FROM_HERE}{code}") == ""

    def test_another_answer_is_a_fault(self) -> None:
        code = f"{TRIAL}    import cpc_functions; cpc_functions.cpc.compute = max; trial.answer()"
        fault = Machine().fault(PYTHON, code)
        assert fault == "ValueError: =CPC(1200,48) gave 1200.0 and not 25"

    def test_it_ends_no_excel_as_xlwings_would(self) -> None:
        ends = "_xlwindows.Apps.cleanup = lambda: os._exit(9); atexit._run_exitfuncs()"
        code = f"    import atexit, os; from xlwings import _xlwindows; {ends}"
        assert Machine().fault(PYTHON, f"{TRIAL}    trial.load()\n{code}") == ""
        assert Machine().fault(PYTHON, f"{TRIAL}    import xlwings\n{code}") == "it ended with 9"

    def test_of_an_exception_the_last_line_is_told(self) -> None:
        fault = Machine().fault(PYTHON, "import no_such_module")
        assert fault == "ModuleNotFoundError: No module named 'no_such_module'"

    def test_one_that_ends_without_a_word_is_told_by_its_number(self) -> None:
        assert Machine().fault(PYTHON, "raise SystemExit(3)") == "it ended with 3"

    def test_it_imports_nothing_from_the_folder_it_is_run_in(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("PYTHONPATH", raising=False)
        (tmp_path / "fractions.py").write_text("raise SystemExit(4)")
        monkeypatch.chdir(tmp_path)
        assert Machine().fault(PYTHON, "import fractions") == ""

    def test_one_that_hangs_is_ended(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "START_SECONDS", 0.2)
        fault = Machine().fault(PYTHON, "import time; time.sleep(60)")
        assert fault == "no answer within 0.2 seconds"

    def test_one_that_may_not_be_started_is_told_in_the_words_of_the_system(
        self, tmp_path: Path
    ) -> None:
        assert Machine().fault(tmp_path / "python", "") == "No such file or directory"


@pytest.mark.parametrize("said", ["ausgeführt".encode("cp850"), "kjører".encode("cp865")])
def test_a_running_excel_is_asked_for_in_any_language(
    said: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an Excel, tasklist answers with a sentence in the console's own code page."""
    answers = {b"": False, said: False, said + b"\r\nEXCEL.EXE  4711 Console": True}
    for answer, runs in answers.items():
        done = SimpleNamespace(stdout=answer, returncode=0)
        monkeypatch.setattr("subprocess.run", lambda *_, done=done, **__: done)
        assert Machine(system=WINDOWS).excel_runs() is runs
