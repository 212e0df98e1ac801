"""What is checked of the buttons under wine: each returns what was found and what is right."""

from collections.abc import Callable
from typing import Any

from tests.e2e.rig import XLWINGS
from tests.e2e.under_wine import ExcelUnderWine

PYTHON = "3.11.9"
PROCESS = "__import__('os').getpid()"

Check = Callable[[ExcelUnderWine], tuple[Any, Any]]


def a_command(excel: ExcelUnderWine) -> tuple[Any, Any]:
    excel.click("CpcAbout")
    [said] = excel.said()
    told = said.splitlines()[1]
    return (told, excel.client.ask("still")["still"], excel.undo, excel.gone), (
        f"Python {PYTHON}, xlwings {XLWINGS}.",
        *(False, [], []),
    )


def a_refusal(excel: ExcelUnderWine) -> tuple[Any, Any]:
    excel.app.interpreter.run("CpcUndo", [], module="RibbonCpc")
    return excel.said()[-1], "No workbook is open: open one first, or make a new one."


def excel_let_go(excel: ExcelUnderWine) -> tuple[Any, Any]:
    excel.app.interpreter.run("Workbook_BeforeClose", [False], module="ThisWorkbook")
    last = excel.calls[-1][1:]
    return (last, excel.gone, excel.call("CPC", 1200.0, 48.0)), (("forget", ()), [], 25.0)


def a_python_that_ended_in_a_command(excel: ExcelUnderWine) -> tuple[Any, Any]:
    process, calls = excel.python(PROCESS), len(excel.calls)
    excel.client.ask("end_python_when_still")
    excel.click("CpcAbout")
    said = excel.said()[-1].partition(".")[0]
    told = said, len(excel.calls) - calls, excel.call("CPC", 1200.0, 48.0)
    return (*told, excel.python(PROCESS) != process), (
        *("Python stopped while it worked", 1, 25.0),
        True,
    )


COMMAND_CHECKS: dict[str, Check] = {
    "a button, with no workbook open: Python calls the Excel that it was handed": a_command,
    "Undo, with no workbook open, says so": a_refusal,
    "Python lets go of Excel, and answers again": excel_let_go,
    "a Python that ended in a command is not asked twice": a_python_that_ended_in_a_command,
}
