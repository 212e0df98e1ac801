"""Explain this cell, on a double of Excel."""

from typing import Any

import pytest

from addin.ribbon_commands.refusal import Refused
from cpc_functions import CATALOGUE
from cpc_functions.texts import rounded
from tests.excel_state import CellState, World
from tests.ribbon_books import plain, press


def explained(world: World, formula: str, value: Any = 25.0, at: str = "H9") -> list[str]:
    world.select(0, at)
    sheet, (top, left, *_) = world.selection or (world.books[0].sheets[0], (1, 1))
    sheet.cells[top, left] = CellState(value, formula)
    return press("explain_cell", world).splitlines()


def test_it_says_formula_inputs_what_was_left_out_and_the_interval() -> None:
    """The interval of 10 conversions is that of CPC_CI(1000, 10)."""
    rows = (["Cost", "Conversions"], [400.0, 4.0], [None, None], [600.0, 6.0])
    lines = explained(plain(*rows), "=CPC(B2:B5,C2:C5)", 100.0)
    assert lines[0] == "=CPC(B2:B5,C2:C5) → 100"
    assert "cost: B2:B5 4 cells: numbers 2, blank 1, text 1" in lines
    assert "Rows counted: 2. Left out: 1 blank, 1 of titles." in lines
    (low, high) = next(f for f in CATALOGUE if f.name == "CPC_CI").evaluate(1000, 10)[0]
    assert f"The interval (95 %) is {rounded(low)} to {rounded(high)}." in lines


def test_it_warns_of_cost_without_a_figure_for_conversions() -> None:
    rows = (["Cost", "Conversions"], [400.0, 4.0], [50.0, None])
    lines = explained(plain(*rows), "=CPC(B3:B4,C3:C4)", 112.5)
    assert any("Cost without a figure for conversions" in line for line in lines)


def test_it_says_why_an_answer_is_an_error() -> None:
    lines = explained(plain(["Cost"], [400.0]), "=CPC(B3,0)", "#DIV/0!")
    assert lines[0].endswith("→ #DIV/0!")
    assert any(line.startswith("#DIV/0! ") for line in lines[1:])


def test_a_column_of_the_same_row_is_read() -> None:
    world = plain(["Cost", "Conversions", "CPC"], [100.0, 4.0, None], table="Mine")
    lines = explained(world, "=CPC([@Cost],[@Conversions])", 25.0, "D3")
    assert "cost: [@Cost] = 100" in lines


def test_whole_columns_are_read_as_far_as_they_are_used() -> None:
    world = plain(["Cost", "Conversions"], [400.0, 4.0])
    lines = explained(world, "=CPC(B:B,C:C)", 100.0)
    assert any(line.startswith("cost: B:B 8 cells") for line in lines)


@pytest.mark.parametrize("formula", ["=SUM(B2:B3)", "=CPC(1,2)+1", "=1+CPC(1,2)", "25"])
def test_a_cell_that_is_not_ours_is_refused(formula: str) -> None:
    with pytest.raises(Refused, match="does not begin with one of our functions"):
        explained(plain(["Cost"], [1.0]), formula)


def test_the_workbook_stays_as_it_is() -> None:
    world = plain(["Cost", "Conversions"], [400.0, 4.0])
    explained(world, "=CPC(B3,C3)", 100.0)
    before = world.snapshot()
    press("explain_cell", world)
    assert world.snapshot() == before


@pytest.mark.parametrize(
    "cost", ["[@Cost]", "Mine[@Cost]", "Mine[@[Cost]]", "Mine[[#This Row],[Cost]]", "mine[@cost]"]
)
def test_every_way_to_name_a_column_of_the_row_is_read(cost: str) -> None:
    world = plain(["Cost", "Conversions", "CPC"], [100.0, 4.0, None], table="Mine")
    lines = explained(world, f"=CPC({cost},Mine[@Conversions])", 25.0, "D3")
    assert f"cost: {cost} = 100" in lines
    assert any(line.startswith("The interval (95 %) is") for line in lines)


def test_signs_in_a_title_are_read_as_excel_writes_them() -> None:
    world = plain(["Cost ['000]", "Conversions", "CPC"], [100.0, 4.0, None], table="Mine")
    lines = explained(world, "=CPC([@[Cost '[''000']]],4)", 25.0, "D3")
    assert any(line.endswith("= 100") for line in lines)


def test_a_table_names_its_row_from_beside_as_well() -> None:
    world = plain(["Cost", "Conversions"], [100.0, 4.0], table="Mine")
    assert "cost: Mine[@Cost] = 100" in explained(world, "=CPC(Mine[@Cost],4)", 25.0, "H3")


@pytest.mark.parametrize("unknown", ["[@Spend]", "Other[@Cost]"])
def test_a_column_that_is_not_there_is_refused(unknown: str) -> None:
    world = plain(["Cost", "Conversions", "CPC"], [100.0, 4.0, None], table="Mine")
    with pytest.raises(Refused, match="is no column of a table around this cell"):
        explained(world, f"=CPC({unknown},4)", 25.0, "D3")


def test_an_argument_that_excel_cannot_work_out_alone_is_refused_in_words() -> None:
    """Worksheet.Evaluate takes 255 characters: learn.microsoft.com/office/vba/api."""
    long = "+".join(["1"] * 200)
    with pytest.raises(Refused, match=r"at most 255 characters, and 1\+1\+.*own"):
        explained(plain(["Cost"], [1.0]), f"=CPC({long},4)")


def test_currency_is_told_with_all_its_decimals() -> None:
    world = plain(["Cost"], [1.0])
    world.books[0].sheets[0].cells[3, 2] = CellState(0.123456789, "", is_currency=True)
    assert "cost: B3 = 0.123456789" in explained(world, "=CPC(B3,4)")


def test_a_title_among_the_cells_is_no_warning() -> None:
    rows = (["Cost", "Conversions"], [400.0, 4.0], [600.0, 6.0])
    lines = explained(plain(*rows), "=CPC(B2:B4,C2:C4)", 100.0)
    assert lines[-1].startswith("The interval (95 %) is")
