"""Undo: what a command changed is as it was, but for what was edited since."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from addin.hosts.excel.ribbon_texts import BUTTONS
from addin.ribbon_commands.portable import MARK
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import forget, undo_text
from cpc_functions.texts import use_language
from tests.excel_state import CellState, SheetState, World
from tests.reports import export
from tests.ribbon_books import DAY, FIRST, PAID, fill, formulas, plain, press, texts, tracker

LEFT = "Undone, but for what was edited since or is no longer there."


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    forget()
    yield
    forget()
    use_language("en")


def to_report(_folder: Path) -> World:
    return tracker()


def to_update(_folder: Path) -> World:
    world = tracker()
    press("build_report", world)
    paid = next(sheet for sheet in world.books[0].sheets if sheet.name == "Paid")
    fill(paid, FIRST + 6, [DAY + 9, "Social", "Other", 50.0])
    return world


def to_ask(_folder: Path) -> World:
    world = plain(["Day", "Spend (NOK)", "Results"], ["2026-01-05", 120.0, 4.0])
    world.answers = ["date=Day; cost=Spend (NOK); conversions=Results"]
    return world


def to_import(folder: Path) -> World:
    days = [(f"2026-05-{day:02}", "Google", "New", 10, 5, 1) for day in range(1, 31)]
    path = export(folder, "ads.csv", ("2026-01-05", "Search", "Campaign 0", 7, 5, 1), *days)
    world = tracker(15)
    world.answers = [(str(path),), None]
    return world


def to_check(_folder: Path) -> World:
    world = tracker()
    world.books[0].sheets[PAID].cells[FIRST, 7] = CellState(90.0)
    return world


def to_insert(_folder: Path, table: str = "Mine") -> World:
    return plain(["Cost", "Conversions"], [100.0, 4.0], [90.0, 3.0], table=table)


def to_freeze(_folder: Path) -> World:
    world = plain(["CPC", "Text"], [25.0, "x"], [30.0, "y"], [18.0, 46.0], [1.0, 2.0])
    cells = world.books[0].sheets[0].cells
    for at in (3, 4):
        cells[at, 2] = CellState(25.0, "=CPC(100,4)")
    cells[4, 3] = CellState("=text", "=CPC_VERDICT(1,2)")
    cells[5, 2].formula = "=CPC_CI(1000,4)"
    world.books[0].sheets[0].spills[5, 2] = (5, 2, 5, 3)
    cells[6, 2].formula = cells[6, 3].formula = "=CPC_CI(9,4)"
    world.books[0].sheets[0].arrays[6, 2] = (6, 2, 6, 3)
    return world


CHANGING: dict[str, tuple[str, Callable[[Path], World]]] = {
    "a first report": ("build_report", to_report),
    "a report on asked columns": ("build_report", to_ask),
    "a report in the place of another": ("update_report", to_update),
    "an import": ("import_exports", to_import),
    "a check": ("check_workbook", to_check),
    "columns of a table": ("insert_cpc", to_insert),
    "columns beside cells": ("insert_cpc", partial(to_insert, table="")),
    "frozen values": ("freeze_to_values", to_freeze),
}


@pytest.mark.parametrize("name", CHANGING)
def test_undo_leaves_the_workbook_as_it_was_before_the_command(name: str, tmp_path: Path) -> None:
    command, setup = CHANGING[name]
    world = setup(tmp_path)
    before = world.snapshot()
    press(command, world)
    assert world.snapshot() != before
    assert press("undo", world) == f"Undone: {BUTTONS[command].label.en} (CPC)."
    assert world.snapshot() == before


@pytest.mark.parametrize("name", CHANGING)
def test_excels_list_names_the_command_in_the_language(name: str, tmp_path: Path) -> None:
    command, setup = CHANGING[name]
    press(command, setup(tmp_path))
    label = BUTTONS[command].label
    assert (undo_text("en"), undo_text("nb")) == (f"{label.en} (CPC)", f"{label.nb} (CPC)")
    forget()
    assert undo_text("en") == ""


@pytest.mark.parametrize(
    "command", ["about", "set_language", "functions_help", "new_bids", "build_report"]
)
def test_a_command_that_changes_nothing_leaves_the_way_back(command: str, tmp_path: Path) -> None:
    """Also one that is refused: Excel's own list may still offer it."""
    world = to_insert(tmp_path)
    before = world.snapshot()[0][0]
    press("insert_cpc", world)
    world.answers = [False]
    try:
        press(command, world)
    except Refused:
        assert command == "build_report"
    assert undo_text("en") == f"{BUTTONS['insert_cpc'].label.en} (CPC)"
    assert press("undo", world).startswith("Undone: ")
    assert world.snapshot()[0][0] == before


def test_what_was_undone_cannot_be_undone_again(tmp_path: Path) -> None:
    world = to_insert(tmp_path)
    press("insert_cpc", world)
    press("undo", world)
    before = world.snapshot()
    assert press("undo", world) == "There is nothing to undo."
    assert world.snapshot() == before


def test_a_frozen_cell_that_was_edited_since_stays_and_the_others_are_formulas(
    tmp_path: Path,
) -> None:
    world = to_freeze(tmp_path)
    press("freeze_to_values", world)
    cells = world.books[0].sheets[0].cells
    cells[4, 2].value = 31.0
    cells[5, 3].value = 47.0  # one cell of the spilled answer
    assert press("undo", world) == LEFT
    assert {*formulas(world)} == {(3, 2), (4, 3), (6, 2), (6, 3)}
    assert [cells[4, 2].value, cells[5, 2].value, cells[5, 3].value] == [31.0, 18.0, 47.0]


def test_inserted_columns_that_were_edited_stay(tmp_path: Path) -> None:
    world = to_insert(tmp_path)
    press("insert_cpc", world)
    world.books[0].sheets[0].cells[4, 5].formula = "=CPC(1,2)"
    after = world.snapshot()
    assert press("undo", world) == LEFT
    assert world.snapshot() == after


def test_a_table_that_was_edited_after_an_import_stays(tmp_path: Path) -> None:
    world = to_import(tmp_path)
    press("import_exports", world)
    world.books[0].sheets[PAID].cells[FIRST + 20, 10] = CellState("a note")
    after = world.snapshot()
    assert press("undo", world) == LEFT
    assert world.snapshot() == after


def test_a_sheet_of_checks_with_notes_stays(tmp_path: Path) -> None:
    world = to_check(tmp_path)
    press("check_workbook", world)
    world.books[0].sheets[1].cells[2, 6] = CellState("done")
    assert press("undo", world) == LEFT
    assert "done" in texts(world.books[0].sheets[1])


def test_sheets_of_the_user_are_never_taken_away(tmp_path: Path) -> None:
    world = to_report(tmp_path)
    press("build_report", world)
    mine = SheetState("CPC mine")
    world.books[0].sheets.append(mine)
    press("undo", world)
    assert mine in world.books[0].sheets
    assert not [sheet for sheet in world.books[0].sheets if MARK in sheet.names]


def test_a_workbook_that_was_closed_is_no_failure(tmp_path: Path) -> None:
    world = to_insert(tmp_path)
    press("insert_cpc", world)
    world.books[0] = tracker().books[0]
    world.gone = "Range."
    assert press("undo", world) == LEFT


def test_undo_speaks_the_language_of_office(tmp_path: Path) -> None:
    use_language("nb")
    world = to_insert(tmp_path)
    press("insert_cpc", world)
    assert press("undo", world) == f"Angret: {BUTTONS['insert_cpc'].label.nb} (CPC)."
    assert press("undo", world) == "Det er ingenting å angre."
