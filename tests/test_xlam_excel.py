"""The VBA of cpc.xlam, run by pyOpenVBA's interpreter with the real functions behind it."""

from pathlib import Path
from typing import Any

import pytest
from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.interpreter import VBACurrency, VBAErrorValue

from addin.hosts.excel.build import build
from addin.hosts.excel.settings import Settings
from addin.hosts.excel.wrappers import in_vba
from addin.manual import AnyFunction
from cpc_functions import CATALOGUE
from tests.xlam.com import CellIs, Died
from tests.xlam.controls import Ribbon
from tests.xlam.excel import HWND, MAC, WINDOWS_32, Excel

PYTHON = r"C:\Users\Kari Nordmann\cpc\Scripts\pythonw.exe"
COMMAND = (
    f"\"{PYTHON}\" -B -P -c \"from addin.hosts.excel.server import serve; serve('$(CLSID)', 'en')\""
)
DIV0, NA, VALUE, NUM = CellIs(2007), CellIs(2042), CellIs(2015), CellIs(2036)
MAC_TASK = (
    "false|'/Users/kari/my env/bin/python3'"
    "|from addin.hosts.excel.commands import run; run('build_report', 0, 'en')"
    "|Book1|/Applications/Microsoft Excel|/Users/kari/xlwings.log"
)
CELLS = "addin.hosts.excel.cells"
COMMANDS = "addin.hosts.excel.commands"
MISSING = "\x1fmissing"
BUILT = build(Settings(PYTHON, "0.37.8"))


@pytest.fixture
def addin(tmp_path: Path) -> Path:
    path = tmp_path / "cpc.xlam"
    path.write_bytes(BUILT)
    return path


@pytest.fixture
def excel(addin: Path) -> Excel:
    return Excel(addin)


def sent(excel: Excel) -> tuple[Any, ...]:
    """Return the arguments of the last call to Python."""
    return excel.calls[-1][2]


# Answers


def test_a_formula_answers_with_the_function(excel: Excel) -> None:
    excel.book({"A1": 1200, "B1": 48})
    assert excel.call("CPC", excel.range("A1"), excel.range("B1")) == 25.0
    assert excel.calls == [(CELLS, "CPC", (1200.0, 48.0))]


def test_an_error_is_a_true_error_cell(excel: Excel) -> None:
    assert excel.call("CPC", 1200.0, 0.0) == DIV0
    assert isinstance(excel.call("CPC", 1200.0, 0.0), CellIs)


def test_errors_among_the_rows_of_an_answer_are_error_cells(excel: Excel) -> None:
    excel.book({"A1": 100, "A2": 50, "B1": 4, "B2": 0})
    assert excel.call("CPC", excel.range("A1:A2"), excel.range("B1:B2"), True) == [[25.0], [DIV0]]


def test_an_answer_of_one_row_is_a_row(excel: Excel) -> None:
    [[low, high]] = excel.call("CPC_CI", 1000.0, 10.0)
    assert low < 100 < high


def test_an_error_in_a_cell_comes_back_unchanged(excel: Excel) -> None:
    assert excel.call("CPC", VBAErrorValue(2042), 4.0) == NA
    assert sent(excel) == (-2146826246, 4.0)


def test_an_exception_in_python_is_value(excel: Excel) -> None:
    def fail(*_: object) -> None:
        raise Died(-2147352567)

    excel.answers = fail
    assert excel.call("CPC", 1.0, 2.0) == VALUE
    assert len(excel.calls) == 1


@pytest.mark.parametrize("function", in_vba(CATALOGUE), ids=lambda function: function.name)
def test_every_wrapper_hands_its_arguments_on_in_their_order(
    function: AnyFunction, every: Excel
) -> None:
    given = [float(number) for number in range(1, len(function.args) + 1)]
    every.answers = lambda *_: 25.0
    assert every.call(function.name, *given) == 25.0
    assert every.calls[-1] == (CELLS, function.name, tuple(given))


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Excel:
    path = tmp_path_factory.mktemp("excel") / "cpc.xlam"
    path.write_bytes(BUILT)
    return Excel(path)


# Arguments


def test_a_range_is_sent_as_its_values(excel: Excel) -> None:
    excel.book({"A1": 100, "A2": None, "A3": "x", "B1": True})
    excel.call("CPC", excel.range("A1:B3"), 4.0)
    assert sent(excel)[0] == ((100.0, True), (None, None), ("x", None))


def test_money_is_sent_as_a_number(excel: Excel) -> None:
    book = excel.book()
    cell = excel.range("A1", book)
    cell.vba_set("NumberFormat", "$#,##0.00")
    cell.vba_set("Value", VBACurrency("1234.5"))
    assert excel.call("CPC", cell, 2.0) == 617.25
    assert sent(excel) == (1234.5, 2.0)
    assert type(sent(excel)[0]) is float


def test_whole_columns_end_with_the_used_rows(excel: Excel) -> None:
    excel.book({"A1": "cost", "B1": "conversions", "A2": 100, "B2": 4, "A3": 100, "B3": 1})
    assert excel.call("CPC", excel.range("A:A"), excel.range("B:B")) == 40.0
    assert sent(excel) == (
        (("cost",), (100.0,), (100.0,)),
        (("conversions",), (4.0,), (1.0,)),
    )


def test_whole_columns_of_two_sheets_stay_of_one_length(excel: Excel) -> None:
    short = excel.book({"A1": 100, "A2": 100})
    long = excel.book({"A1": 4, "A2": 1, "A5": 3})
    answer = excel.call("CPC", excel.range("A:A", short), excel.range("A:A", long))
    assert answer == 25.0
    assert [len(column) for column in sent(excel)] == [5, 5]


def test_rows_above_the_used_ones_are_kept_so_that_answers_stay_beside_them(excel: Excel) -> None:
    excel.book({"A3": 100, "B3": 4})
    excel.call("CPC", excel.range("A:A"), excel.range("B:B"))
    assert sent(excel)[0] == ((None,), (None,), (100.0,))


def test_a_short_range_is_sent_whole(excel: Excel) -> None:
    excel.book({"A1": 100, "B1": 4})
    excel.call("CPC_LOW", excel.range("A1:A4"), excel.range("B1:B4"))
    assert [len(column) for column in sent(excel)] == [4, 4]


def test_a_long_range_outside_the_used_cells_is_one_blank_cell(excel: Excel) -> None:
    excel.book({"A1": 100})
    excel.call("CPC", excel.range("C500:C9000"), 4.0)
    assert sent(excel) == (None, 4.0)


def test_a_range_of_several_blocks_is_refused(excel: Excel) -> None:
    excel.book({"A1": 100, "A3": 100})
    assert excel.call("CPC", excel.range("A1,A3"), 4.0) == VALUE
    assert excel.calls == []


def test_optional_arguments_left_out_at_the_end_are_not_sent(excel: Excel) -> None:
    excel.call("TARGET_CPC", 900.0, 0.4)
    assert sent(excel) == (900.0, 0.4)


def test_an_optional_argument_left_out_before_another_is_said_to_be(excel: Excel) -> None:
    excel.call("CPC_LOW", 1000.0, 10.0, 0.9)
    excel.app.add_module(
        "Public Function Skips() As Variant\n    Skips = TARGET_CPC(900, 0.4, , 2)\nEnd Function\n",
        name="Skipping",
    )
    excel.app.run("Skips")
    assert sent(excel) == (900.0, 0.4, MISSING, 2.0)


def test_arguments_that_repeat_follow_the_first_ones(excel: Excel) -> None:
    excel.book({"A1": 100, "A2": 50, "B1": 4, "B2": 1, "C1": "brand", "C2": "generic"})
    cost, conversions, kind = map(excel.range, ("A1:A2", "B1:B2", "C1:C2"))
    assert excel.call("CPC_IFS", cost, conversions, kind, "brand") == 25.0
    assert len(sent(excel)) == 4
    assert excel.call("CPC_IFS", cost, conversions, kind, "g*", cost, "<60") == 50.0
    assert len(sent(excel)) == 6


# Array formulas of Excel before spilling


def test_an_array_formula_over_more_cells_than_the_answer_shows_blanks(excel: Excel) -> None:
    excel.book({"D1": 0})
    excel.caller = excel.range("D1:F2")
    [[low, high, blank], below] = excel.call("CPC_CI", 1000.0, 10.0)
    assert low < high
    assert blank == ""
    assert below == ["", "", ""]


def test_a_formula_in_one_cell_is_left_to_spill(excel: Excel) -> None:
    excel.book({"D1": 0})
    excel.caller = excel.range("D1")
    assert len(excel.call("CPC_CI", 1000.0, 10.0)[0]) == 2


# The process


def test_one_python_serves_every_workbook_of_an_excel(excel: Excel) -> None:
    for book in (excel.book({"A1": 100}), excel.book({"A1": 50})):
        excel.call("CPC", excel.range("A1", book), 2.0)
        excel.call("CPC", excel.range("A1", book), 4.0)
    assert excel.commands == [COMMAND]
    assert len(excel.calls) == 4


def test_the_library_is_looked_for_beside_python_and_one_folder_up(excel: Excel) -> None:
    beside = r"C:\Users\Kari Nordmann\cpc\Scripts\xlwings64-0.37.8.dll"
    above = r"C:\Users\Kari Nordmann\cpc\xlwings64-0.37.8.dll"
    excel.libraries = {above}
    assert excel.call("CPC", 100.0, 4.0) == 25.0
    assert excel.loaded == [beside, above]


def test_32_bit_excel_loads_the_32_bit_library(addin: Path) -> None:
    excel = Excel(addin, WINDOWS_32)
    assert excel.call("CPC", 100.0, 4.0) == 25.0
    assert excel.loaded == [r"C:\Users\Kari Nordmann\cpc\Scripts\xlwings32-0.37.8.dll"]


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
    assert excel.loaded == [r"C:\Users\Kari Nordmann\cpc\Scripts\xlwings64-0.37.8.dll"]
    assert excel.calls[-1] == (COMMANDS, "run", ("build_report", HWND, "en"))


def test_python_does_not_import_from_the_folder_of_a_workbook() -> None:
    """`python -c` looks for modules in the current folder first, unless it is told -P."""
    assert " -P " in COMMAND


def test_a_formula_cannot_press_a_button(excel: Excel) -> None:
    excel.book({"A1": 0})
    excel.caller = excel.range("A1")
    excel.click("CpcFreezeToValues")
    assert excel.calls == []


# The ribbon


def test_a_button_runs_its_command_and_shows_its_sentence(excel: Excel) -> None:
    excel.answers = lambda *_: "The report is on the sheet Report."
    excel.click("CpcBuildReport")
    assert excel.calls == [(COMMANDS, "run", ("build_report", HWND, "en"))]
    assert excel.said() == ["The report is on the sheet Report."]


def test_a_command_with_nothing_to_say_shows_nothing(excel: Excel) -> None:
    excel.answers = lambda *_: ""
    excel.click("CpcUpdateReport")
    assert excel.said() == []


def test_a_python_that_cannot_be_reached_is_said_with_the_cure(excel: Excel) -> None:
    excel.libraries = set()
    excel.click("CpcBuildReport")
    [said] = excel.said()
    assert said.startswith("Python did not answer. To see why, run in a terminal: cpc addin status")
    assert "xlwings64-0.37.8.dll" in said


@pytest.mark.parametrize(
    ("office", "label"), [(1033, "Build report"), (1044, "Lag rapport"), (2068, "Lag rapport")]
)
def test_the_tab_speaks_the_language_of_office(addin: Path, office: int, label: str) -> None:
    excel = Excel(addin, office=office)
    assert excel.text("CpcLabel", "cpcBuildReport") == label
    assert excel.text("CpcLabel", "cpcGroupHelp") in {"Help", "Hjelp"}


def test_a_language_that_the_user_chose_is_kept(excel: Excel, addin: Path) -> None:
    excel.answers = lambda *_: ""
    ribbon = Ribbon()
    excel.app.interpreter.run("CpcRibbonLoad", [ribbon], module="RibbonCpc")
    excel.click("CpcSetLanguage", tag="nb")
    assert ribbon.drawn_again == 1
    assert excel.calls[-1][2] == ("set_language", HWND, "nb")
    assert excel.kept == {"CpcAddin/Ribbon/Language": "nb"}
    assert addin.read_bytes() == BUILT
    again = Excel(addin)
    again.kept = excel.kept
    again.answers = lambda *_: ""
    assert again.text("CpcTip", "cpcNewBids") == "Hva kan et klikk koste på det meste?"
    again.click("CpcSetLanguage", tag="office")
    assert again.text("CpcLabel", "cpcNewBids") == "New bids"


@pytest.mark.parametrize("said", ["en'); import os; ('", "de", "EN"])
def test_a_language_set_by_hand_to_something_else_is_not_followed(excel: Excel, said: str) -> None:
    excel.kept = {"CpcAddin/Ribbon/Language": said}
    excel.app.sheet(1, workbook=excel.addin).set_value("B6", said)
    excel.call("CPC", 100.0, 4.0)
    assert excel.commands == [COMMAND]


def test_the_language_of_the_installation_holds_until_the_user_chooses(tmp_path: Path) -> None:
    path = tmp_path / "cpc.xlam"
    path.write_bytes(build(Settings(PYTHON, "0.37.8", language="nb")))
    assert Excel(path).text("CpcLabel", "cpcNewBids") == "Nye bud"


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


def test_on_a_mac_functions_are_not_available(addin: Path) -> None:
    excel = Excel(addin, MAC)
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
    path = folder / "cpc.xlam"
    path.write_bytes(build(Settings("/Users/kari/my env/bin/python3", "0.37.8")))
    return Excel(path, MAC)


def test_the_interpreter_knows_the_workbook_as_excel_does(addin: Path) -> None:
    app = ExcelApplication.open(addin, with_vba=False)
    assert [sheet.name for sheet in app.sheets()] == ["cpc.settings"]
