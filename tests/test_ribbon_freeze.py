"""Freeze to values, on a double of Excel."""

import pytest

from addin.ribbon_commands.refusal import Refused
from tests.excel_state import LAST_ROW, CellState, SheetState, World
from tests.ribbon_books import OLDER, formulas, plain, press


def some() -> World:
    world = plain(["CPC", "Text", "Other"], [25.0, "x", 1.0], [30.0, "'y", 2.0], [None, "z", 3.0])
    cells = world.books[0].sheets[0].cells
    cells[3, 2] = CellState(25.0, "=CPC(100,4)")
    cells[4, 2] = CellState("#DIV/0!", "=cpc(1,0)")
    cells[5, 2] = CellState("=text", "=CPC_VERDICT(1,2)")
    cells[3, 4] = CellState(1.0, '="CPC("&1')
    return world


def test_our_formulas_become_values_in_one_step_for_each_area() -> None:
    world = some()
    said = press("freeze_to_values", world)
    assert said == "3 cells now hold values in the place of formulas."
    assert [world.books[0].sheets[0].cells[at, 2].value for at in (3, 4, 5)] == [
        25.0,
        "#DIV/0!",
        "=text",
    ]
    assert formulas(world) == {(3, 4): '="CPC("&1'}
    assert world.calls.count("Range.formula =") == 1


def test_of_a_selection_only_its_cells_are_frozen() -> None:
    world = some()
    world.select(0, "B3:B4")
    assert press("freeze_to_values", world).startswith("2 cells")
    assert (5, 2) in formulas(world)


def test_an_answer_that_spills_is_written_into_all_its_cells() -> None:
    world = plain(["low", "high"], [18.0, 46.0], [25.0, None])
    sheet = world.books[0].sheets[0]
    sheet.cells[3, 2] = CellState(18.0, "=CPC_CI(1000,4)")
    sheet.spills[3, 2] = (3, 2, 3, 3)
    sheet.cells[4, 2] = CellState(25.0, "=CPC(100,4)")
    world.select(0, "B3:B4")
    press("freeze_to_values", world)
    assert [sheet.cells[3, 2].value, sheet.cells[3, 3].value] == [18.0, 46.0]
    assert not formulas(world)


def test_without_our_formulas_nothing_changes() -> None:
    world = plain(["a"], [1.0])
    before = world.snapshot()
    assert press("freeze_to_values", world) == "No cell here holds one of our functions."
    assert world.snapshot() == before


def sheet_of(world: World) -> SheetState:
    return world.books[0].sheets[0]


@pytest.mark.parametrize("older", OLDER, ids=repr)
def test_an_excel_without_spilling_formulas_freezes_as_well(older: Exception) -> None:
    world = some()
    world.older = older
    assert press("freeze_to_values", world).startswith("3 cells")
    assert formulas(world) == {(3, 4): '="CPC("&1'}


def test_a_fault_of_excel_is_not_taken_for_an_older_one() -> None:
    world = some()
    world.older = OSError("the connection to Excel is gone")
    with pytest.raises(OSError, match="is gone"):
        press("freeze_to_values", world)


def test_currency_keeps_all_its_decimals() -> None:
    """Range.Value cuts it to four, and the cut figure would be all that is left."""
    world = plain(["CPC"], [25.0])
    sheet_of(world).cells[3, 2] = CellState(0.123456789, "=CPC(1,8.1)", is_currency=True)
    press("freeze_to_values", world)
    assert sheet_of(world).cells[3, 2].value == 0.123456789


def with_array() -> World:
    world = plain(["low", "high", "CPC"], [18.0, 46.0, 25.0])
    for column in (2, 3):
        value = sheet_of(world).cells[3, column].value
        sheet_of(world).cells[3, column] = CellState(value, "=CPC_CI(1000,4)")
    sheet_of(world).arrays[3, 2] = (3, 2, 3, 3)
    sheet_of(world).cells[3, 4] = CellState(25.0, "=CPC(100,4)")
    return world


@pytest.mark.parametrize("selected", ["B2", "C2:C3", "B3:D3"])
def test_an_array_formula_is_frozen_as_a_whole(selected: str) -> None:
    world = with_array()
    world.select(0, selected)
    press("freeze_to_values", world)
    cells = sheet_of(world).cells
    assert [cells[3, column].value for column in (2, 3)] == [18.0, 46.0]
    assert not [at for at in formulas(world) if at[1] < 4]


def test_an_array_formula_that_undo_could_not_put_back_is_refused() -> None:
    """Range.FormulaArray takes 255 characters: learn.microsoft.com/office/vba/api."""
    world = with_array()
    for column in (2, 3):
        sheet_of(world).cells[3, column].formula = f"=CPC_CI({'1+' * 130}1,4)"
    before = world.snapshot()
    with pytest.raises(Refused, match="The array formula in B3 is too long"):
        press("freeze_to_values", world)
    assert world.snapshot() == before


def test_whole_columns_are_read_as_far_as_they_are_used() -> None:
    world = some()
    world.select(0, f"A1:C{LAST_ROW}")
    assert press("freeze_to_values", world).startswith("3 cells")


def test_cells_that_nobody_uses_hold_none_of_our_functions() -> None:
    world = some()
    world.select(0, "J20:K30")
    assert press("freeze_to_values", world) == "No cell here holds one of our functions."


def test_several_blocks_are_refused() -> None:
    world = some()
    world.select(0, "B3:B4")
    world.selected_also = "$D$3"
    with pytest.raises(Refused, match="select one of them"):
        press("freeze_to_values", world)


@pytest.mark.parametrize("filled", ["spills", "arrays"])
def test_one_answer_of_several_cells_does_not_make_5000_others_slow(filled: str) -> None:
    """Some thirty halves are asked: 2 × log2(5,000) and a few."""
    world = plain(["low", "high"], *([25.0, None] for _row in range(5_000)))
    sheet = sheet_of(world)
    for row in range(3, 5_003):
        sheet.cells[row, 2] = CellState(25.0, "=CPC(100,4)")
    sheet.cells[1_234, 2] = CellState(18.0, "=CPC_CI(1000,4)")
    sheet.cells[1_234, 3] = CellState(46.0, "=CPC_CI(1000,4)" if filled == "arrays" else "")
    getattr(sheet, filled)[1_234, 2] = (1_234, 2, 1_234, 3)
    world.select(0, "B2")
    press("freeze_to_values", world)
    assert not formulas(world)
    assert sheet.cells[1_234, 3].value == 46.0
    assert len(world.calls) < 500
