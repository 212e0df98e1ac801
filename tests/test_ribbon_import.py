"""Import exports, on a double of Excel."""

from pathlib import Path

import pytest

from addin.exports.text_file import Unreadable
from addin.ribbon_commands.refusal import Refused
from tests.excel_state import CellState, World
from tests.reports import export
from tests.ribbon_books import DAY, FIRST, PAID, fill, press, row, tracker


def test_rows_are_added_changed_or_the_same_by_day_channel_and_campaign(tmp_path: Path) -> None:
    world = World(tracker(0).books)
    path = export(
        tmp_path,
        "ads.csv",
        ("2026-01-05", "Google", "One", 100.5, 50, 4),
        ("2026-01-06", "Google", "One", 90, 40, 3),
    )
    world.answers = [(str(path),)]
    assert press("import_exports", world) == "Paid: 2 rows added, 0 changed, 0 the same."
    paid = world.books[0].sheets[PAID]
    assert row(paid, FIRST, 7) == [DAY, "Google", "One", 100.5, None, 50.0, 4.0]
    export(
        tmp_path,
        "ads.csv",
        ("2026-01-05", "Google", "One", 100.5, 50, 4),
        ("2026-01-06", "Google", "One", 90, 40, 5),
        ("2026-01-07", "Google", "One", 80, 30, 2),
    )
    world.answers = [(str(path),), None]
    assert press("import_exports", world) == "Paid: 1 rows added, 1 changed, 1 the same."
    assert row(paid, FIRST + 1, 7)[-1] == 5.0


def test_a_text_that_looks_like_a_formula_or_a_number_stays_a_text(tmp_path: Path) -> None:
    world = tracker(0)
    names = ["=1+1", "+4", "-2", "@x", "2026"]
    path = export(
        tmp_path,
        "ads.csv",
        *(("2026-01-05", "Google", name, 10, 5, 1) for name in names),
    )
    world.answers = [(str(path),)]
    press("import_exports", world)
    paid = world.books[0].sheets[PAID]
    assert {paid.cells[FIRST + at, 3].value for at in range(5)} == set(names)
    assert not [
        paid.cells[FIRST + at, 3].formula for at in range(5) if paid.cells[FIRST + at, 3].formula
    ]


def test_a_table_is_written_in_one_step_and_grows_as_far_as_it_must(tmp_path: Path) -> None:
    world = tracker(20)
    days = [(f"2026-05-{day:02}", "Google", "New", 10, 5, 1) for day in range(1, 31)]
    world.answers = [(str(export(tmp_path, "ads.csv", *days)),)]
    press("import_exports", world)
    assert world.calls.count("Range.raw_value =") == 1
    assert world.books[0].sheets[PAID].tables[0].area[2] == FIRST + 20 + 30 - 1


def test_notes_and_scores_of_a_row_that_is_replaced_stay(tmp_path: Path) -> None:
    world = tracker(0)
    paid = world.books[0].sheets[PAID]
    fill(paid, FIRST, [DAY, "Google", "One", 1.0, None, 1.0, 1.0, None, 7.0, "brand"])
    path = export(tmp_path, "ads.csv", ("2026-01-05", "Google", "One", 100.5, 50, 4))
    world.answers = [(str(path),), None]
    press("import_exports", world)
    assert row(paid, FIRST, 10)[3:] == [100.5, None, 50.0, 4.0, None, 7.0, "brand"]


def test_formulas_in_columns_to_fill_in_are_never_written_over(tmp_path: Path) -> None:
    world = tracker(1)
    world.books[0].sheets[PAID].cells[FIRST, 4] = CellState(100.0, "=80*1.25")
    before = world.snapshot()
    path = export(tmp_path, "ads.csv", ("2026-01-05", "Google", "One", 100.5, 50, 4))
    world.answers = [(str(path),)]
    with pytest.raises(Refused, match=r"such as =80\*1.25"):
        press("import_exports", world)
    assert world.snapshot() == before


def test_what_stands_below_a_table_is_never_written_over(tmp_path: Path) -> None:
    world = tracker(20)
    fill(world.books[0].sheets[PAID], FIRST + 25, [None, "mine"])
    before = world.snapshot()
    days = [(f"2026-05-{day:02}", "Google", "New", 10, 5, 1) for day in range(1, 31)]
    world.answers = [(str(export(tmp_path, "ads.csv", *days)),)]
    with pytest.raises(Refused, match="Below the table Paid is no room for 30 rows"):
        press("import_exports", world)
    assert world.snapshot() == before


def test_two_rows_of_one_key_are_not_guessed_between(tmp_path: Path) -> None:
    world = tracker(0)
    paid = world.books[0].sheets[PAID]
    for number in (0, 1):
        fill(paid, FIRST + number, [DAY, "Google", "One", 1.0, None, 1.0, 1.0])
    path = export(tmp_path, "ads.csv", ("2026-01-05", "Google", "One", 100.5, 50, 4))
    world.answers = [(str(path),)]
    with pytest.raises(Refused, match="Rows 1 and 2 of the table Paid"):
        press("import_exports", world)


def test_a_closed_dialog_changes_nothing() -> None:
    world = tracker()
    before = world.snapshot()
    world.answers = [False]
    assert press("import_exports", world) == "Nothing was imported."
    assert world.snapshot() == before


def test_a_file_that_cannot_be_read_is_refused_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    world = tracker()
    before = world.snapshot()
    world.answers = [(str(path),)]
    with pytest.raises((Refused, Unreadable), match=r"x\.csv"):
        press("import_exports", world)
    assert world.snapshot() == before


def test_a_zero_takes_the_place_of_a_blank_cell(tmp_path: Path) -> None:
    """No conversions is a figure; a blank cell says that there is none."""
    world = tracker(0)
    paid = world.books[0].sheets[PAID]
    fill(paid, FIRST, [DAY, "Google", "One", 100.5, None, 50.0, None])
    path = export(tmp_path, "ads.csv", ("2026-01-05", "Google", "One", 100.5, 50, 0))
    world.answers = [(str(path),)]
    assert press("import_exports", world) == "Paid: 0 rows added, 1 changed, 0 the same."
    assert row(paid, FIRST, 7)[-1] == 0.0


def test_currency_that_stands_in_the_table_keeps_all_its_decimals(tmp_path: Path) -> None:
    """Range.Value cuts currency to four decimals; the whole table is written back."""
    world = tracker(0)
    paid = world.books[0].sheets[PAID]
    fill(paid, FIRST, [DAY, "Google", "One", 1.0, None, 1.0, 1.0])
    paid.cells[FIRST, 4] = CellState(0.123456789, "", is_currency=True)
    path = export(tmp_path, "ads.csv", ("2026-01-06", "Google", "One", 100.5, 50, 4))
    world.answers = [(str(path),)]
    press("import_exports", world)
    assert paid.cells[FIRST, 4].value == 0.123456789
