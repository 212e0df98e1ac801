"""Whichever call fails, the workbook and Excel's settings are as they were before.

Each command is run as often as it makes calls; each time another call fails. What the commands
compute between the calls is computed once.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from addin.ribbon_commands import import_exports, report, telling, templates
from addin.ribbon_commands.refusal import Refused
from cpc_functions.texts import use_language
from tests.excel_state import CellState, ExcelError, SheetState, World
from tests.reports import export
from tests.ribbon_books import FIRST, PAID, fill, plain, press, tracker

Setup = Callable[[Path], World]


def with_report(_folder: Path) -> World:
    return World([book.twin() for book in _reported().books])


@cache
def _reported() -> World:
    """Return a tracker with a report, and a sheet and a name that refer to it."""
    world = tracker()
    book = world.books[0]
    asked = ("currency", "target", "last_day", "wanted_confidence")
    book.names = {name: book.names[name] for name in asked}
    book.sheets = [sheet for sheet in book.sheets if sheet.tables or sheet.name == "Settings"]
    book.sheets.append(SheetState("Dashboard"))
    press("build_report", world)
    book.sheets[-1].cells[1, 1] = CellState(1.0, "='CPC Report'!B6")
    book.names["mine"] = "'CPC Report'!$B$6"
    return world


def with_files(folder: Path) -> World:
    path = folder / "ads.csv"
    if not path.exists():
        export(
            folder,
            "ads.csv",
            *((f"2026-05-{day:02}", "Google", "New", 10, 5, 1) for day in range(1, 31)),
        )
    world = tracker(15)
    world.answers = [(str(path),), None]
    return world


def with_a_fault(_folder: Path) -> World:
    world = tracker()
    world.books[0].sheets[PAID].cells[FIRST, 7] = CellState(90.0)
    return world


def with_table(_folder: Path) -> World:
    return plain(["Cost", "Conversions"], [100.0, 4.0], [90.0, 3.0], table="Mine")


def without_table(_folder: Path) -> World:
    return plain(["Cost", "Conversions"], [100.0, 4.0], [90.0, 3.0])


def to_ask(_folder: Path) -> World:
    world = plain(
        ["Day", "Spend (NOK)", "Results"], ["2026-01-05", 120.0, 4.0], ["2026-01-06", 9.0, 2.0]
    )
    world.answers = ["date=Day; cost=Spend (NOK); conversions=Results"]
    return world


def with_formulas(_folder: Path) -> World:
    world = plain(["CPC", "Text"], [25.0, "x"], [30.0, "y"])
    for at, column in ((3, 2), (3, 3), (4, 3)):
        world.books[0].sheets[0].cells[at, column] = CellState(25.0, "=CPC(100,4)")
    return world


def with_answers_of_several_cells(_folder: Path) -> World:
    world = plain(["low", "high"], [18.0, 46.0], [19.0, 47.0], ["#DIV/0!", None])
    sheet = world.books[0].sheets[0]
    sheet.cells[3, 2].formula = "=CPC_CI(1000,4)"
    sheet.spills[3, 2] = (3, 2, 3, 3)
    sheet.cells[4, 2].formula = sheet.cells[4, 3].formula = "=CPC_CI(1001,4)"
    sheet.arrays[4, 2] = (4, 2, 4, 3)
    sheet.cells[5, 2].formula = "=CPC(1,0)"
    return world


def to_explain(_folder: Path) -> World:
    world = with_table(_folder)
    fill(world.books[0].sheets[0], 8, [25.0])
    world.books[0].sheets[0].cells[3, 4] = CellState(25.0, "=CPC(B3:B4,C3:C4)")
    world.select(0, "D3")
    return world


EVERY: dict[str, tuple[str, Setup]] = {
    "a first report": ("build_report", lambda _: tracker()),
    "a report on asked columns": ("build_report", to_ask),
    "an update": ("update_report", with_report),
    "a template": ("new_tracker", lambda _: World()),
    "an import": ("import_exports", with_files),
    "a check": ("check_workbook", with_a_fault),
    "columns of a table": ("insert_cpc", with_table),
    "columns beside cells": ("insert_cpc", without_table),
    "an explanation": ("explain_cell", to_explain),
    "frozen values": ("freeze_to_values", with_formulas),
    "frozen answers of several cells": ("freeze_to_values", with_answers_of_several_cells),
    "the functions": ("functions_help", lambda _: tracker()),
}


@pytest.fixture(autouse=True)
def _computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    use_language("en")
    monkeypatch.setattr(report, "token_hex", lambda _bytes: "run")
    for module, name in (
        (import_exports, "answer"),
        (import_exports, "tables_of"),
        (report, "make_report"),
        (report, "portable"),
        (telling, "answer"),
        (telling, "tables_of_grids"),
        (templates, "make"),
    ):
        monkeypatch.setattr(module, name, _remembered(getattr(module, name)))


def _remembered(compute: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that computes once: between two faults only the calls differ."""
    answers: list[Any] = []

    def answer(*args: Any, **kwargs: Any) -> Any:
        if not answers:
            answers.append(compute(*args, **kwargs))
        return answers[0]

    return answer


@contextmanager
def either_way() -> Iterator[list[Exception]]:
    """Take a failure that was told, for some calls only put things back and are made again."""
    faults: list[Exception] = []
    try:
        yield faults
    except (ExcelError, Refused) as fault:
        faults.append(fault)


@pytest.mark.parametrize("name", EVERY)
def test_a_failure_at_any_call_leaves_everything_as_it_was(name: str, tmp_path: Path) -> None:
    command, setup = EVERY[name]
    whole = setup(tmp_path)
    press(command, whole)
    told = 0
    for number in range(1, len(whole.calls) + 1):
        world = setup(tmp_path)
        before = world.snapshot()
        world.fails_at = number
        with either_way() as faults:
            press(command, world)
        told += bool(faults)
        after = world.snapshot()
        assert after[1] == before[1], f"settings after call {number}, {whole.calls[number - 1]}"
        if faults:
            assert after == before, f"after call {number}, {whole.calls[number - 1]}"
    assert told > len(whole.calls) // 2
