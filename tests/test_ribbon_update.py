"""Update report, and Build report where there is one: on a double of Excel."""

from collections.abc import Iterator

import pytest

from addin.ribbon_commands.refusal import Refused
from cpc_functions.texts import use_language
from tests.excel_state import SheetState
from tests.ribbon_books import DAY, FIRST, fill, ours, press, reported, texts, tracker


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use_language("en")


def test_a_report_is_replaced_in_its_place_and_nothing_is_left_of_the_earlier_one() -> None:
    world = reported()
    first = [sheet.name for sheet in world.books[0].sheets]
    fill(world.books[0].sheets[first.index("Paid")], FIRST + 6, [DAY + 9, "Social", "Other", 50.0])
    world.books[0].active = len(first) - 1
    press("update_report", world)
    assert [sheet.name for sheet in world.books[0].sheets] == first
    paid = next(sheet for sheet in world.books[0].sheets if sheet.name == "CPC Paid")
    assert "Other" in texts(paid)


def test_a_report_that_is_there_is_replaced_by_build_report_as_well() -> None:
    world = reported()
    once = ours(world)
    press("build_report", world)
    assert ours(world) == once


def test_a_sheet_of_the_user_is_never_replaced_whatever_its_name() -> None:
    world = tracker()
    mine = SheetState("CPC Report")
    fill(mine, 1, ["mine"])
    world.books[0].sheets.append(mine)
    press("build_report", world)
    assert mine in world.books[0].sheets
    assert "CPC Report (2)" in ours(world)


def test_without_a_report_there_is_nothing_to_update() -> None:
    with pytest.raises(Refused, match="no report to update"):
        press("update_report", tracker())


def test_a_copy_that_points_into_the_temporary_file_is_taken_away_and_opened_beside() -> None:
    world = tracker()
    world.links_copies = True
    before = world.snapshot()[0][0].sheets
    said = press("build_report", world)
    assert said == "The report stands in a new workbook; save it under a name of your own."
    assert world.books[0].sheets == before
    assert world.books[1].sheets[0].name == "Report"


@pytest.mark.parametrize("command", ["build_report", "update_report"])
@pytest.mark.parametrize(
    ("built", "now", "front"), [("en", "nb", "CPC Rapport"), ("nb", "en", "CPC Report")]
)
def test_a_report_in_the_other_language_is_found_and_replaced(
    built: str, now: str, front: str, command: str
) -> None:
    world = tracker()
    use_language(built)
    press("build_report", world)
    before = ours(world)
    use_language(now)
    press(command, world)
    assert front in ours(world)
    assert not {*before} & {*ours(world)} - {"CPC Start"}
    assert len(ours(world)) == len(before)


def test_to_look_for_a_report_in_any_language_is_one_question() -> None:
    world = tracker()
    press("build_report", world)
    assert world.calls.count("Application.Evaluate") == 2, "the tracker's facts are the other one"


def test_nothing_is_left_open_of_the_report_that_was_replaced() -> None:
    world = reported()
    press("update_report", world)
    assert len(world.books) == 1
