"""Insert CPC, on a double of Excel."""

from typing import Any

import pytest

from addin.ribbon_commands.refusal import Refused
from tests.excel_state import LAST_ROW
from tests.ribbon_books import OLDER, fill, formulas, plain, press, texts

ROWS: tuple[list[Any], ...] = (
    ["Campaign", "Cost", "Conversions"],
    ["A", 100.0, 4.0],
    ["B", 90.0, 3.0],
)


def test_a_table_gets_columns_that_name_its_own() -> None:
    world = plain(*ROWS, table="Mine")
    press("insert_cpc", world)
    sheet = world.books[0].sheets[0]
    assert sheet.tables[0].area == (2, 2, 4, 7)
    assert [sheet.cells[2, at].value for at in (5, 6, 7)] == ["CPC", "CPC from", "CPC to"]
    assert {formulas(world)[at, 5] for at in (3, 4)} == {"=CPC([@Cost],[@Conversions])"}
    assert formulas(world)[3, 7] == "=INDEX(CPC_CI([@Cost],[@Conversions]),1,2)"


def test_cells_that_are_no_table_get_formulas_row_by_row() -> None:
    world = plain(*ROWS)
    press("insert_cpc", world)
    assert [formulas(world)[at, 5] for at in (3, 4)] == ["=CPC(C3,D3)", "=CPC(C4,D4)"]


def test_titles_with_signs_are_written_as_excel_reads_them() -> None:
    world = plain(["Cost (NOK) [net]", "Conversions"], [10.0, 2.0], table="Mine")
    press("insert_cpc", world)
    assert formulas(world)[3, 4] == "=CPC([@[Cost (NOK) '[net']]],[@Conversions])"


def test_formulas_are_written_in_one_step() -> None:
    world = plain(*ROWS, table="Mine")
    press("insert_cpc", world)
    assert world.calls.count("Range.formula2 =") == 1


def test_unclear_columns_are_asked_for() -> None:
    world = plain(["Spend", "Cost of other things", "Leads"], [10.0, 1.0, 2.0])
    world.answers = ["Spend"]
    press("insert_cpc", world)
    assert formulas(world)[3, 5] == "=CPC(B3,D3)"
    assert "Which column holds the cost?" in world.questions[0]


def test_what_stands_beside_is_never_written_over() -> None:
    world = plain([*ROWS[0], "CPC"], *([*each, None] for each in ROWS[1:]))
    fill(world.books[0].sheets[0], 4, ["mine"], 7)
    world.select(0, "B2:E4")
    before = world.snapshot()
    with pytest.raises(Refused, match="are not empty"):
        press("insert_cpc", world)
    assert world.snapshot() == before


def test_a_title_is_never_given_twice() -> None:
    rows: tuple[list[Any], ...] = (
        [*ROWS[0], "CPC"],
        *([*each, 1.0] for each in ROWS[1:]),
    )
    world = plain(*rows, table="Mine")
    press("insert_cpc", world)
    assert "CPC 2" in texts(world.books[0].sheets[0])


@pytest.mark.parametrize("older", OLDER, ids=repr)
def test_an_excel_without_spilling_formulas_gets_the_same_formulas(older: Exception) -> None:
    world = plain(*ROWS, table="Mine")
    world.older = older
    press("insert_cpc", world)
    assert formulas(world)[4, 5] == "=CPC([@Cost],[@Conversions])"
    assert world.calls.count("Range.formula =") == 1


def test_whole_columns_are_taken_as_far_as_they_are_used() -> None:
    world = plain(*ROWS)
    world.select(0, f"B1:D{LAST_ROW}")
    press("insert_cpc", world)
    assert set(formulas(world)) == {(row, column) for row in (3, 4) for column in (5, 6, 7)}


def test_several_blocks_are_refused() -> None:
    world = plain(*ROWS)
    world.select(0, "B2:D3")
    world.selected_also = "$F$2:$G$9"
    with pytest.raises(Refused, match="select one of them"):
        press("insert_cpc", world)
