"""What Build report reads of a workbook beside its rows, on a double of Excel."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from openpyxl.utils.cell import coordinate_to_tuple

from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session, perform
from cpc_functions.texts import use_language
from tests import excel_double
from tests.excel_state import CellState, SheetState, TableState, World
from tests.ribbon_books import COSTS, DAY, FIRST, fill, ours, press, texts, tracker

COUNTS = 6  # the column of Costs that follows the rules


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use_language("en")


def set_to(world: World, name: str, value: Any) -> World:
    """Write a value into a cell of Settings."""
    book = world.books[0]
    title, _, cell = book.names[name].replace("'", "").rpartition("!")
    settings = next(sheet for sheet in book.sheets if sheet.name == title)
    settings.cells[coordinate_to_tuple(cell.replace("$", ""))] = CellState(value)
    return world


def with_fee(counts: str, category: str = "Agency fee") -> World:
    world = tracker()
    fill(world.books[0].sheets[COSTS], FIRST, [DAY, "Invoice", category, 90.0, None, counts])
    return world


def report(world: World, title: str) -> SheetState:
    return next(sheet for sheet in world.books[0].sheets if sheet.name == title)


def test_days_after_the_last_day_of_settings_are_not_reported() -> None:
    """Six days of 100 each from 5 January; the first three are counted."""
    world = set_to(tracker(), "last_day", DAY + 2)
    assert press("build_report", world).endswith("3 rows of paid traffic.")


def test_a_last_day_after_every_row_does_not_make_the_report_longer() -> None:
    plain, late = tracker(), set_to(tracker(), "last_day", DAY + 300)
    for world in (plain, late):
        press("build_report", world)
    assert texts(report(late, "CPC Report")) == texts(report(plain, "CPC Report"))


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("en", "a confidence of 80 %, and Build report knows 95 % alone: write 95 %"),
        ("nb", "en konfidens på 80 %, og Lag rapport kan bare 95 %: skriv 95 %"),
    ],
)
def test_another_confidence_than_that_of_reports_is_refused(language: str, reason: str) -> None:
    use_language(language)
    with pytest.raises(Refused, match=reason):
        press("build_report", set_to(tracker(), "wanted_confidence", 0.8))


@pytest.mark.parametrize("category", ["Agency fee", "Model railway"])
def test_a_rule_of_the_tracker_that_a_report_does_not_follow_is_refused(category: str) -> None:
    world = with_fee("yes", category)
    before = world.snapshot()
    with pytest.raises(Refused, match=f"count {category} otherwise .* or put the rule back"):
        press("build_report", world)
    assert world.snapshot() == before


@pytest.mark.parametrize("counts", ["no", "nei", "?"])
def test_costs_that_count_as_everywhere_are_reported(counts: str) -> None:
    world = with_fee(counts)
    press("build_report", world)
    assert ours(world)


def test_other_settings_do_not_keep_a_tracker_from_being_checked() -> None:
    world = set_to(with_fee("yes"), "wanted_confidence", 0.8)
    assert press("check_workbook", world)


def test_a_table_of_the_users_that_is_called_costs_does_not_beat_the_selected_one() -> None:
    sheet, other = SheetState("Ads"), SheetState("Household")
    fill(sheet, 2, ["Day", "Spend (NOK)", "Results"], 2)
    fill(sheet, 3, ["2026-01-05", 120.0, 4.0], 2)
    fill(other, 1, ["Thing", "Paid by"])
    fill(other, 2, ["Lamp", "me"])
    other.tables.append(TableState("Costs", (1, 1, 2, 2)))
    world = tracker()
    world.books[0].sheets, world.books[0].names = [sheet, other], {}
    world.select(0, "B2")
    world.answers = ["date=Day; cost=Spend (NOK); conversions=Results"]
    assert press("build_report", world).endswith("1 rows of paid traffic.")


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has one time zone at a time")
def test_today_is_the_day_where_the_person_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kiribati is 26 hours ahead of the zone in the far west: it is never the same day there."""
    days = set()

    def today(session: Session) -> str:
        days.add(session.today)
        return ""

    for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        perform(today, excel_double.App(tracker()), name="about")  # type: ignore[arg-type]
    monkeypatch.undo()
    time.tzset()
    assert len(days) == 2
