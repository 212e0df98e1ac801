"""A short trial of an add-in in the interpreter: what must be right in every build."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pyopenvba.exceptions import PyOpenVBAError
from pyopenvba.interpreter import VBACurrency

from addin.hosts.excel.ribbon_ui import LAYOUT, camel, control
from addin.hosts.excel.wrappers import in_vba
from cpc_functions import CATALOGUE
from tests.xlam.com import APPLICATION, Died
from tests.xlam.excel import MAC, Excel
from tests.xlam.outside import EXCEL_S_FILTER

CELLS = "addin.hosts.excel.cells"
MISSING = "\x1fmissing"
DIV0, VALUE = 2007, 2015

Trial = Callable[[Path], None]
WRONG = (AssertionError, PyOpenVBAError)
"""How a trial fails: a wrong answer, or VBA that does not run."""


def answers(path: Path) -> None:
    """Values, error cells, rows of both, and money."""
    excel = Excel(path)
    excel.book({"A1": 100, "A2": 50, "B1": 4, "B2": 0})
    cost, conversions = excel.range("A1:A2"), excel.range("B1:B2")
    assert excel.call("CPC", cost, conversions) == 37.5
    assert excel.call("CPC", 1.0, 0.0) == DIV0
    assert excel.call("CPC", cost, conversions, True) == [[25.0], [DIV0]]
    assert excel.call("CPC_IFS", cost, conversions, conversions, ">1") == 25.0
    excel.range("C1").vba_set("Value", VBACurrency("12.5"))
    assert excel.call("CPC", excel.range("C1"), 5.0) == 2.5
    assert type(excel.calls[-1][2][0]) is float
    assert excel.call("CPC", excel.range("A:A"), excel.range("B:B")) == 37.5
    calls = len(excel.calls)
    assert excel.call("CPC", excel.range("A1,A2"), 4.0) == VALUE
    assert len(excel.calls) == calls


def wrappers(path: Path) -> None:
    """Every function asks for its own name, with its arguments in their order."""
    excel = Excel(path)
    excel.answers = lambda *_: 1.0
    for function in in_vba(CATALOGUE):
        given = [float(number) for number in range(len(function.args))]
        excel.call(function.name, *given)
        assert excel.calls[-1] == (CELLS, function.name, tuple(given))
        needed = [number for number, arg in zip(given, function.args, strict=True) if arg.required]
        excel.call(function.name, *needed)
        assert excel.calls[-1] == (CELLS, function.name, tuple(needed))
    excel.app.add_module(
        "Public Sub Skip()\n    x = TARGET_CPC(9, 0.4, , 2)\nEnd Sub\n", name="Skips"
    )
    excel.app.run("Skip")
    assert excel.calls[-1][2] == (9.0, 0.4, MISSING, 2.0)


def process(path: Path) -> None:
    """One Python, one more when it died, and no other that a workbook names."""
    excel = Excel(path)
    book = excel.book({"A1": "INTERPRETER", "B1": r"\\evil\py.exe"}, "cpc.settings")
    excel.app.activate_workbook(book)
    own = excel.app.sheet(1, workbook=excel.addin).value("B1")
    for gone in (0, 462, -2147023174, -2147023170, -2147417848):
        excel.answers = _dying(gone)
        assert excel.call("CPC", 1.0, 4.0) == 0.25
    assert len(excel.commands) == 5
    serve = "from addin.hosts.excel.server import serve; serve('$(CLSID)', 'en')"
    assert set(excel.commands) == {f'"{own}" -B -P -c "{serve}"'}
    assert excel.loaded[0].startswith(str(own).rpartition("\\")[0])
    excel.starts = -1
    excel.answers = _dying(462)
    assert excel.call("CPC", 1.0, 4.0) == VALUE
    assert excel.call("CPC", 1.0, 4.0) == VALUE
    assert len(excel.commands) == 6


def ribbon(path: Path) -> None:
    """Every button runs its command, every label is there, a formula presses none."""
    excel = Excel(path)
    excel.answers = lambda *_: ""
    for button in (button for buttons in LAYOUT.values() for button in buttons):
        excel.click(camel(button.command), tag="en")
        if button.command == "recalculate":
            assert excel.rebuilt == 1
        else:
            assert excel.calls[-2][2] == (button.command, APPLICATION, "en")
        for callback in ("CpcLabel", "CpcTip", "CpcHelp"):
            assert excel.text(callback, control(button.command))
    calls = len(excel.calls)
    excel.book()
    excel.caller = excel.range("A1")
    excel.click("CpcBuildReport")
    assert len(excel.calls) == calls


def commands(path: Path) -> None:
    """Its sentence and Undo after a command, and no trace of one that Python died in."""
    excel = Excel(path)
    settings = excel.app.application
    during = []

    def work(_module: str, name: str, _args: tuple[Any, ...]) -> str:
        during.append((name, excel.filter))
        return {"run": "x" * 2000, "undoable": "Build report (CPC)"}.get(name, "")

    def die(*_: object) -> str:
        settings.screen_updating = False
        raise Died(-2147023170)

    excel.answers = work
    excel.click("CpcBuildReport")
    assert excel.said() == ["x" * 2000]
    assert excel.undo == [("Build report (CPC)", "'cpc.xlam'!CpcUndo")]
    assert during == [("run", 0), ("undoable", EXCEL_S_FILTER)]
    excel.app.interpreter.run("Workbook_BeforeClose", [False], module="ThisWorkbook")
    assert excel.calls[-1][1] == "forget"
    excel.answers = die
    calls = len(excel.calls)
    excel.click("CpcBuildReport")
    assert len(excel.calls) == calls + 1
    assert excel.said()[1].startswith("Python stopped while it worked.")
    assert settings.screen_updating
    assert excel.filter == EXCEL_S_FILTER


def wizard(path: Path) -> None:
    """Tell the wizard of every function."""
    excel = Excel(path)
    excel.book()
    excel.app.interpreter.run("Workbook_Open", [], module="ThisWorkbook")
    assert len(excel.described) == len(in_vba(CATALOGUE))


def mac(path: Path) -> None:
    """No process, #N/A in cells, and the name of a workbook is no shell command."""
    excel = Excel(path, MAC)
    assert excel.call("CPC", 1.0, 4.0) == 2042
    excel.book()
    excel.click("CpcAbout")
    assert "run('about', 0, 'en')" in excel.scripts[0][2]
    assert excel.scripts[0][2].startswith("false|")
    excel.app.workbook.name = "$(id).xlsx"
    excel.click("CpcAbout")
    assert len(excel.scripts) == 1


def _dying(number: int) -> Callable[[str, str, tuple[Any, ...]], Any]:
    first = iter([number] if number else [])

    def answer(_module: str, _name: str, args: tuple[Any, ...]) -> Any:
        if gone := next(first, 0):
            raise Died(gone)
        return args[0] / args[1]

    return answer
