"""What is done and said when Python fails in the middle of a command, or cannot be reached."""

from pathlib import Path
from typing import Any

import pytest

from tests.xlam.com import APPLICATION, Died
from tests.xlam.excel import Excel
from tests.xlam.made import COMMAND, COMMANDS, opened
from tests.xlam.outside import EXCEL_S_FILTER

MANUAL, AUTOMATIC = -4135, -4105  # XlCalculation
EXCLAMATION = 48  # of MessageBoxW
UNREACHABLE = "Python did not answer. To see why, run in a terminal: cpc addin status"
LOST = (
    "Python stopped while it worked. Look through the workbook before you press the button again; "
    "to see why, run in a terminal: cpc addin status"
)
RUN = (COMMANDS, "run", ("build_report", APPLICATION, "en"))
UNDOABLE = (COMMANDS, "undoable", ("en",))


@pytest.fixture
def excel(tmp_path: Path) -> Excel:
    return opened(tmp_path)


def dies(number: int, times: int = 9) -> Any:
    """Return a Python that is gone the first times it is called."""
    left = iter(range(times))

    def answer(_module: str, name: str, _args: tuple[Any, ...]) -> str:
        if name == "run" and next(left, None) is not None:
            raise Died(number)
        return ""

    return answer


def test_a_python_that_cannot_be_reached_is_said_with_the_cure(excel: Excel) -> None:
    excel.libraries = set()
    excel.click("CpcBuildReport")
    assert excel.shown == [(UNREACHABLE, EXCLAMATION)]


def test_what_an_exception_of_python_says_is_not_shown(excel: Excel) -> None:
    """The interpreter's error says "gone", as a traceback would stand in Err.Description."""
    excel.answers = dies(-2147352567)
    excel.click("CpcBuildReport")
    assert excel.calls == [RUN]
    assert excel.said() == [UNREACHABLE]


@pytest.mark.parametrize("number", [462, -2147023174])
def test_a_command_that_never_reached_python_is_sent_once_more(excel: Excel, number: int) -> None:
    excel.answers = dies(number, times=1)
    excel.click("CpcBuildReport")
    assert excel.calls == [RUN, RUN, UNDOABLE]
    assert excel.commands == [COMMAND, COMMAND]
    assert excel.said() == []


@pytest.mark.parametrize("number", [-2147023170, -2147417848])
def test_a_command_that_may_have_run_is_not_run_twice(excel: Excel, number: int) -> None:
    excel.answers = dies(number, times=1)
    excel.click("CpcBuildReport")
    assert excel.calls == [RUN]
    assert excel.shown == [(LOST, EXCLAMATION)]
    excel.click("CpcBuildReport")
    assert excel.calls == [RUN, RUN, UNDOABLE]
    assert excel.commands == [COMMAND, COMMAND]


def test_excel_is_as_before_when_python_dies_while_it_holds_excel_still(excel: Excel) -> None:
    application = excel.app.application
    application.calculation, application.status_bar = AUTOMATIC, "Ready for Kari"

    def die_holding_still(*_: object) -> str:
        application.screen_updating = application.display_alerts = False
        application.enable_events = False
        application.calculation, application.status_bar = MANUAL, "CPC: reading"
        raise Died(-2147023170)

    excel.answers = die_holding_still
    excel.click("CpcBuildReport")
    assert application.screen_updating
    assert application.display_alerts
    assert application.enable_events
    assert application.calculation == AUTOMATIC
    assert application.status_bar == "Ready for Kari"
    assert excel.filter == EXCEL_S_FILTER


def test_a_command_that_ends_well_decides_itself_how_excel_is_left(excel: Excel) -> None:
    def calculate_by_hand(*_: object) -> str:
        excel.app.application.calculation = MANUAL
        return ""

    excel.answers = calculate_by_hand
    excel.click("CpcBuildReport")
    assert excel.app.application.calculation == MANUAL
