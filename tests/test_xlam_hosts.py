"""What the function wizard is told, and what the add-in does in Excel for Mac."""

from pathlib import Path

import pytest
from pyopenvba.apps.excel import ExcelApplication

from addin.hosts.excel.build import build
from addin.hosts.excel.settings import Settings
from addin.hosts.excel.wrappers import in_vba
from cpc_functions import CATALOGUE
from tests.xlam.excel import MAC, Excel
from tests.xlam.made import NA, opened, placed

MAC_TASK = (
    "false|'/Users/kari/my env/bin/python3'"
    "|from addin.hosts.excel.commands import run; run('build_report', 0, 'en')"
    "|Book1|/Applications/Microsoft Excel|/Users/kari/xlwings.log"
)


@pytest.fixture
def excel(tmp_path: Path) -> Excel:
    return opened(tmp_path)


# The function wizard


def test_the_wizard_learns_every_function_once_a_workbook_is_open(excel: Excel) -> None:
    excel.app.application.active_book = None
    excel.app.interpreter.run("Workbook_Open", [], module="ThisWorkbook")
    assert excel.described == []
    book = excel.book()
    for _ in range(2):
        excel.app.interpreter.run("host_WorkbookActivate", [book], module="ThisWorkbook")
    assert [told["macro"] for told in excel.described] == [
        f"'cpc.xlam'!{function.name}" for function in in_vba(CATALOGUE)
    ]


def test_the_wizard_says_what_each_argument_is(excel: Excel) -> None:
    excel.book()
    excel.app.interpreter.run("Workbook_Open", [], module="ThisWorkbook")
    told = next(told for told in excel.described if told["macro"].endswith("!CPC_LOW"))
    assert told["category"] == "Cost per conversion"
    assert told["description"].startswith("Return the lower")
    assert told["arguments"][0].startswith("What the paid traffic cost. (money")
    assert told["arguments"][2].endswith("Left out: 0.95.")
    for told, function in zip(excel.described, in_vba(CATALOGUE), strict=True):
        assert len(told["arguments"]) == len(function.args) + function.repeats
        assert max(map(len, [told["description"], *told["arguments"]])) <= 255


# Mac


def test_on_a_mac_functions_are_not_available(tmp_path: Path) -> None:
    excel = opened(tmp_path, MAC)
    assert excel.call("CPC", 100.0, 4.0) == NA
    assert excel.commands == []


def test_on_a_mac_a_button_runs_the_same_command(tmp_path: Path) -> None:
    excel = on_a_mac(tmp_path)
    excel.book()
    excel.click("CpcBuildReport")
    assert excel.scripts == [
        (
            "xlwings-0.37.8.applescript",
            "VbaHandler",
            MAC_TASK,
        )
    ]


@pytest.mark.parametrize("name", ["$(open -a Calculator).xlsx", "a`id`.xlsx", 'a".xlsx', "a|b"])
def test_on_a_mac_the_name_of_a_workbook_is_no_shell_command(tmp_path: Path, name: str) -> None:
    excel = on_a_mac(tmp_path)
    excel.book().name = name
    excel.click("CpcBuildReport")
    assert excel.scripts == []
    assert excel.said() == ['Save this workbook under a name without " $ ` \\ | ; & first.']


def on_a_mac(folder: Path) -> Excel:
    settings = Settings("/Users/kari/my env/bin/python3", "0.37.8")
    return Excel(placed(folder, build(settings)), MAC)


def test_the_interpreter_knows_the_workbook_as_excel_does(tmp_path: Path) -> None:
    app = ExcelApplication.open(placed(tmp_path), with_vba=False)
    assert [sheet.name for sheet in app.sheets()] == ["cpc.settings"]
