"""Reports that a person keeps, and what refers to a report: on a double of Excel."""

from collections.abc import Iterator

import pytest

from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import forget
from cpc_functions.texts import use_language
from tests.excel_books import rename
from tests.excel_state import CellState, SheetState, World
from tests.ribbon_books import DAY, FIRST, fill, ours, press, reported, texts, tracker

LEFT = "Undone, but for what was edited since or is no longer there."


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    forget()
    yield
    forget()
    use_language("en")


def titled(world: World, title: str) -> SheetState:
    return next(sheet for sheet in world.books[0].sheets if sheet.name == title)


def with_more_rows() -> World:
    world = reported()
    fill(titled(world, "Paid"), FIRST + 6, [DAY + 9, "Social", "Other", 50.0])
    return world


def with_dashboard() -> World:
    world = with_more_rows()
    sheet = SheetState("Dashboard")
    sheet.cells[1, 1] = CellState(1.0, "='CPC Report'!B6*2")
    sheet.cells[2, 1] = CellState("'CPC Report'!B6")
    world.books[0].sheets.append(sheet)
    world.books[0].names["mine"] = "'CPC Report'!$B$6"
    return world


def copied(world: World) -> list[SheetState]:
    """Copy all sheets of the report, as a person does who marks and copies them."""
    book = world.books[0]
    copies = [titled(world, title).twin() for title in ours(world)]
    for sheet in copies:
        rename(copies, sheet, f"{sheet.name} (2)")
    book.sheets += copies
    return copies


@pytest.mark.parametrize("command", ["build_report", "update_report"])
def test_copies_of_a_report_are_kept_as_they_are(command: str) -> None:
    world = with_more_rows()
    copies = copied(world)
    before = [sheet.twin() for sheet in copies]
    press(command, world)
    assert [sheet for sheet in world.books[0].sheets if "(2)" in sheet.name] == before
    assert "Other" in texts(titled(world, "CPC Paid"))


def test_a_report_whose_front_has_another_title_is_kept_whole() -> None:
    world = with_more_rows()
    book = world.books[0]
    rename(book.sheets, titled(world, "CPC Report"), "January")
    before = [sheet.twin() for sheet in book.sheets]
    with pytest.raises(Refused, match="no report to update"):
        press("update_report", world)
    press("build_report", world)
    press("update_report", world)
    new = {"CPC Report"} | {title for title in ours(world) if title.endswith("(2)")}
    assert "Other" in texts(titled(world, "CPC Paid (2)"))
    assert [sheet for sheet in book.sheets if sheet.name not in new] == before


def test_a_copy_that_lives_on_the_report_is_not_given_other_figures() -> None:
    world = with_more_rows()
    copy = titled(world, "CPC Report").twin()
    copy.name = "CPC Report (2)"
    world.books[0].sheets.append(copy)
    before = world.snapshot()
    with pytest.raises(Refused, match=r"CPC Report \(2\) is a copy that takes its figures"):
        press("update_report", world)
    assert world.snapshot() == before


def test_formulas_and_names_that_refer_to_a_report_refer_to_the_new_one() -> None:
    world = with_dashboard()
    before = titled(world, "Dashboard").twin()
    press("update_report", world)
    assert titled(world, "Dashboard") == before
    assert world.books[0].names["mine"] == "'CPC Report'!$B$6"
    assert "Other" in texts(titled(world, "CPC Paid"))


def test_undo_brings_back_the_report_that_is_referred_to() -> None:
    world = with_dashboard()
    before = world.snapshot()
    press("update_report", world)
    assert press("undo", world).startswith("Undone: ")
    assert world.snapshot() == before


@pytest.mark.parametrize("stuck", ["language", "array"])
def test_what_cannot_follow_is_refused_and_stays(stuck: str) -> None:
    world = with_dashboard()
    dashboard = titled(world, "Dashboard")
    if stuck == "language":
        use_language("nb")
    else:
        dashboard.arrays[1, 1] = (1, 1, 1, 1)
    before = world.snapshot()
    with pytest.raises(Refused, match=r"'Dashboard'!A1 (refers to|viser til)"):
        press("update_report", world)
    assert world.snapshot() == before


def test_a_protected_sheet_that_refers_to_a_report_is_refused_with_the_cure() -> None:
    world = with_dashboard()
    titled(world, "Dashboard").obstacles.protected = True
    before = world.snapshot()
    with pytest.raises(Refused, match="A1 of the sheet Dashboard are protected"):
        press("update_report", world)
    assert world.snapshot() == before


def test_a_report_that_is_referred_to_since_is_not_undone() -> None:
    world = tracker()
    press("build_report", world)
    sheet = SheetState("Dashboard")
    sheet.cells[1, 1] = CellState(1.0, "='CPC Report'!B6")
    world.books[0].sheets.append(sheet)
    after = world.books[0].twin().sheets
    assert press("undo", world) == LEFT
    assert world.books[0].sheets == after


@pytest.mark.parametrize("command", ["build_report", "update_report"])
def test_a_report_with_notes_made_since_is_not_undone(command: str) -> None:
    world = with_more_rows()
    press(command, world)
    titled(world, "CPC Report").cells[90, 2] = CellState("seen by the board")
    after = world.snapshot()
    assert press("undo", world) == LEFT
    assert world.snapshot() == after
