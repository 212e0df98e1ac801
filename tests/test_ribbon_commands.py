"""Each other button of the ribbon, on a double of Excel."""

from collections.abc import Iterator

import pytest

from addin import ribbon
from addin.hosts.excel.ribbon_texts import BUTTONS
from addin.ribbon_commands.refusal import Refused
from cpc_functions import CATALOGUE
from cpc_functions.texts import use_language
from tests.excel_state import CellState, World
from tests.ribbon_books import FIRST, PAID, formulas, press, row, texts, tracker


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use_language("en")


def test_every_button_but_recalculate_is_here() -> None:
    """Recalculate needs no Python; Undo is in Excel's own list."""
    assert {*ribbon.COMMANDS} == {*BUTTONS, "undo"} - {"recalculate"}


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("new_tracker", "Paid"),
        ("new_ab_test", "Test"),
        ("new_bids", "Keywords"),
        ("new_budget", "Steps"),
    ],
)
def test_a_new_workbook_is_unsaved_and_needs_no_other_one(command: str, title: str) -> None:
    world = World()
    press(command, world)
    (book,) = world.books
    assert title in [sheet.name for sheet in book.sheets]
    assert book.name.endswith("1"), "Excel numbers what comes from a template"
    assert not [call for call in world.calls if "calculation" in call]


def test_without_a_workbook_a_command_says_so() -> None:
    with pytest.raises(Refused, match="No workbook is open"):
        press("build_report", World())


def test_findings_are_listed_on_a_sheet_of_their_own() -> None:
    world = tracker()
    paid = world.books[0].sheets[PAID]
    paid.cells[FIRST, 7] = CellState(90.0)  # more conversions than clicks
    said = press("check_workbook", world)
    sheet = world.books[0].sheets[1]
    assert said.endswith("findings are listed on the sheet CPC Checks.")
    assert row(sheet, 1, 5) == ["Severity", "Source", "Line", "What was found", "What to do"]
    assert any("more conversions than clicks" in text for text in texts(sheet))


def test_a_second_check_keeps_the_first() -> None:
    world = tracker()
    world.books[0].sheets[PAID].cells[FIRST, 7] = CellState(90.0)
    press("check_workbook", world)
    assert press("check_workbook", world).endswith("CPC Checks 2.")


def test_every_function_is_listed_in_a_new_workbook() -> None:
    world = tracker()
    press("functions_help", world)
    named = texts(world.books[-1].sheets[0])
    assert {each.name for each in CATALOGUE if not each.alias_of} <= named
    assert not formulas(World([world.books[-1]]))


def test_the_language_is_said_in_the_language() -> None:
    use_language("nb")
    assert press("set_language", World()).startswith("Tekstene i tillegget er nå på norsk")


def test_about_says_the_version_and_where_the_log_is() -> None:
    said = press("about", World())
    assert "xlwings 0." in said
    assert "cpc-addin.log" in said
    assert "never the cost per click" in said
