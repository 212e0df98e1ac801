"""The process behind the cells: which Python is started, how often, and what when it dies."""

from pathlib import Path
from typing import Any

import pytest

from addin.hosts.excel.build import build
from addin.hosts.excel.settings import Settings
from tests.xlam.com import APPLICATION, Died
from tests.xlam.excel import WINDOWS_32, Excel
from tests.xlam.made import COMMAND, COMMANDS, PYTHON, VALUE, opened, placed

BESIDE = r"C:\Users\Kari Nordmann\cpc\Scripts\xlwings64-0.37.8.dll"
ABOVE = r"C:\Users\Kari Nordmann\cpc\xlwings64-0.37.8.dll"


@pytest.fixture
def excel(tmp_path: Path) -> Excel:
    return opened(tmp_path)


def test_one_python_serves_every_workbook_of_an_excel(excel: Excel) -> None:
    for book in (excel.book({"A1": 100}), excel.book({"A1": 50})):
        excel.call("CPC", excel.range("A1", book), 2.0)
        excel.call("CPC", excel.range("A1", book), 4.0)
    assert excel.commands == [COMMAND]
    assert len(excel.calls) == 4


def test_the_library_is_looked_for_beside_python_and_one_folder_up(excel: Excel) -> None:
    excel.libraries = {ABOVE}
    assert excel.call("CPC", 100.0, 4.0) == 25.0
    assert excel.loaded == [BESIDE, ABOVE]


def test_32_bit_excel_loads_the_32_bit_library(tmp_path: Path) -> None:
    excel = opened(tmp_path, WINDOWS_32)
    assert excel.call("CPC", 100.0, 4.0) == 25.0
    assert excel.loaded == [r"C:\Users\Kari Nordmann\cpc\Scripts\xlwings32-0.37.8.dll"]


def test_the_library_is_loaded_from_where_the_installer_found_it(tmp_path: Path) -> None:
    """`pip install --user` puts it into neither of the folders beside Python."""
    found = r"C:\Users\Kari Nordmann\AppData\Roaming\Python\xlwings64-0.37.8.dll"
    settings = Settings(PYTHON, "0.37.8", path64=found)
    excel = Excel(placed(tmp_path, build(settings)))
    assert excel.call("CPC", 100.0, 4.0) == 25.0
    assert excel.loaded == [found]


def test_a_library_that_has_moved_is_looked_for_beside_python(tmp_path: Path) -> None:
    gone = r"D:\gone\xlwings64-0.37.8.dll"
    excel = Excel(placed(tmp_path, build(Settings(PYTHON, "0.37.8", path64=gone))))
    excel.libraries = {BESIDE}
    assert excel.call("CPC", 100.0, 4.0) == 25.0
    assert excel.loaded == [gone, BESIDE]


def test_a_library_is_never_looked_for_by_its_name_alone(excel: Excel) -> None:
    """Windows would look in the current folder, where a workbook came from."""
    excel.libraries = set()
    excel.call("CPC", 100.0, 4.0)
    assert excel.loaded == [BESIDE, ABOVE]


@pytest.mark.parametrize("number", [462, -2147023174, -2147023170, -2147417848])
def test_a_python_that_died_is_started_again_once(excel: Excel, number: int) -> None:
    answers = excel.answers
    first = iter([True])

    def dies_once(module: str, name: str, args: tuple[Any, ...]) -> Any:
        if next(first, False):
            raise Died(number)
        return answers(module, name, args)

    excel.answers = dies_once
    assert excel.call("CPC", 100.0, 4.0) == 25.0
    assert excel.commands == [COMMAND, COMMAND]


def test_a_python_that_dies_every_time_is_not_started_for_ever(excel: Excel) -> None:
    def dies(*_: object) -> None:
        raise Died(462)

    excel.answers = dies
    assert excel.call("CPC", 100.0, 4.0) == VALUE
    assert len(excel.commands) == 2


def test_a_python_that_does_not_start_is_not_waited_for_by_every_cell(excel: Excel) -> None:
    excel.starts = -1
    assert [excel.call("CPC", 100.0, 4.0) for _ in range(50)] == [VALUE] * 50
    assert len(excel.commands) == 1


def test_recalculating_tries_a_python_that_did_not_start_again(excel: Excel) -> None:
    excel.libraries = set()
    assert excel.call("CPC", 100.0, 4.0) == VALUE
    excel.libraries = None
    assert excel.call("CPC", 100.0, 4.0) == VALUE
    excel.click("CpcRecalculate")
    assert excel.rebuilt == 1
    assert excel.call("CPC", 100.0, 4.0) == 25.0


# Hostile workbooks


def hostile(excel: Excel, sheet: str) -> None:
    """Open and show a workbook whose sheet names another interpreter."""
    cells: dict[str, object] = {}
    for row, key in enumerate(
        ("INTERPRETER", "INTERPRETER_WIN", "XLWINGS", "DLL64", "PYTHONPATH", "LANGUAGE"), start=1
    ):
        cells |= {f"A{row}": key, f"B{row}": r"\\evil\share\python.exe"}
    excel.app.activate_workbook(excel.book(cells, sheet))


@pytest.mark.parametrize(
    "sheet", ["cpc.conf", "cpc.settings", "CpcAddin.conf", "xlwings.conf", "_cpc.conf"]
)
def test_a_workbook_cannot_choose_what_is_started(excel: Excel, sheet: str) -> None:
    hostile(excel, sheet)
    assert excel.call("CPC", 100.0, 4.0) == 25.0
    excel.answers = lambda *_: ""
    excel.click("CpcBuildReport")
    assert excel.commands == [COMMAND]
    assert excel.loaded == [BESIDE]
    assert excel.calls[1] == (COMMANDS, "run", ("build_report", APPLICATION, "en"))


def test_python_does_not_import_from_the_folder_of_a_workbook() -> None:
    """`python -c` looks for modules in the current folder first, unless it is told -P."""
    assert " -P " in COMMAND
