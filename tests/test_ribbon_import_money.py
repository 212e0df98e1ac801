"""Import exports loses no money: what a later row or file takes the place of."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cpc_functions.texts import use_language
from tests.excel_state import CellState
from tests.reports import export
from tests.ribbon_books import COSTS, DAY, FIRST, ORGANIC, PAID, fill, row, tracker
from tests.ribbon_imports import (
    ACCOUNTS,
    FIFTH,
    GOOGLE,
    ads,
    chosen,
    invoices,
    money,
    refused,
    visits,
)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use_language("en")


class TestOneImport:
    def test_names_that_a_table_cannot_tell_apart_are_added(self, tmp_path: Path) -> None:
        world = tracker(0)
        path = ads(tmp_path, "a.csv", ("Brand", 100), ("brand ", 70))
        assert chosen(world, path) == "Paid: 1 rows added, 0 changed, 0 the same."
        names = [DAY, "Google Ads", "Brand"]
        paid = world.books[0].sheets[PAID]
        assert row(paid, FIRST, 7) == [*names, 170.0, 1_800.0, 100.0, 8.0]
        assert chosen(world, path) == "Paid: 0 rows added, 0 changed, 1 the same."

    def test_the_quality_score_of_their_sum_is_weighted_by_impressions(
        self, tmp_path: Path
    ) -> None:
        """(9 * 300 + 5 * 100) / 400 = 8, as QS_WEIGHTED has it."""
        titles = (*GOOGLE, "Quality Score")
        rows = ((FIFTH, "A", "NOK", 10, 300, 5, 1, 9), (FIFTH, "a", "NOK", 10, 100, 5, 1, 5))
        world = tracker(0)
        chosen(world, export(tmp_path, "a.csv", *rows, titles=titles))
        assert row(world.books[0].sheets[PAID], FIRST, 9)[-1] == 8.0

    def test_visits_that_a_table_cannot_tell_apart_are_added(self, tmp_path: Path) -> None:
        world = tracker(0)
        chosen(world, visits(tmp_path, "Organic Search,50,4", "organic search,20,3"))
        found = row(world.books[0].sheets[ORGANIC], FIRST, 4)
        assert found == [DAY, "Organic Search", 70.0, 7.0]

    @pytest.mark.parametrize("second", [500.0, 1_000.0])
    def test_invoices_of_one_day_and_name_are_kept_apart(
        self, second: float, tmp_path: Path
    ) -> None:
        world = tracker(0)
        path = invoices(tmp_path, (1_000.0, ""), (second, ""))
        assert chosen(world, path) == "Costs: 2 rows added, 0 changed, 0 the same."
        assert money(world, COSTS) == [1_000.0, second]
        assert chosen(world, path) == "Costs: 0 rows added, 0 changed, 2 the same."


class TestLaterImports:
    @pytest.mark.parametrize("answer", [False, "no"])
    def test_another_account_never_takes_the_place_of_the_first(
        self, answer: object, tmp_path: Path
    ) -> None:
        world = tracker(0)
        chosen(world, ads(tmp_path, "a.csv", ("111", "One", 100), titles=ACCOUNTS))
        other = ads(tmp_path, "b.csv", ("222", "One", 70), titles=ACCOUNTS)
        refused(world, "choose the exports of all accounts at once", other, answers=[answer])
        (question,) = world.questions
        assert "change: 1, such as 2026-01-05, Google Ads, One: 100 becomes 70. " in question

    def test_the_exports_of_all_accounts_at_once_are_added(self, tmp_path: Path) -> None:
        world = tracker(0)
        one = ads(tmp_path, "a.csv", ("111", "One", 100), titles=ACCOUNTS)
        two = ads(tmp_path, "b.csv", ("222", "One", 70), titles=ACCOUNTS)
        chosen(world, one)
        assert chosen(world, one, two, answers=[None]).startswith("Paid: 0 rows added, 1 changed")
        assert money(world) == [170.0]

    def test_conversions_of_visits_are_asked_about_too(self, tmp_path: Path) -> None:
        world = tracker(0)
        organic = world.books[0].sheets[ORGANIC]
        fill(organic, FIRST, [DAY, "Organic Search", 50.0, 4.0])
        path = visits(tmp_path, "Organic Search,50,3")
        refused(world, "Nothing was imported", path, answers=[False])
        assert "Organic Search: 4 becomes 3. " in world.questions[0]

    def test_capitals_and_blank_cells_are_no_other_figures(self, tmp_path: Path) -> None:
        world = tracker(0)
        paid = world.books[0].sheets[PAID]
        fill(paid, FIRST, [DAY + 0.5, "google ads", "ONE", 100.0, None, 50.0, 4.0])
        said = chosen(world, ads(tmp_path, "a.csv", ("One", 100)))
        assert said == "Paid: 0 rows added, 1 changed, 0 the same."
        assert row(paid, FIRST, 5) == [DAY + 0.5, "google ads", "ONE", 100.0, 900.0]

    @pytest.mark.parametrize("new", [(500.0, ""), (1_000.0, "correction")])
    def test_an_invoice_that_may_be_a_correction_is_refused(
        self, new: tuple[float, str], tmp_path: Path
    ) -> None:
        world = tracker(0)
        chosen(world, invoices(tmp_path, (1_000.0, "first")))
        later = invoices(tmp_path, new, name="later.csv")
        refused(world, "Row 1 of the table Costs and the files have Agency of 2026-01-05", later)

    def test_both_invoices_at_once_are_two_costs(self, tmp_path: Path) -> None:
        world = tracker(0)
        one, both = (1_000.0, ""), ((500.0, ""), (1_000.0, ""))
        chosen(world, invoices(tmp_path, one))
        said = chosen(world, invoices(tmp_path, *both))
        assert said == "Costs: 1 rows added, 0 changed, 1 the same."
        assert money(world, COSTS) == [1_000.0, 500.0]

    def test_a_note_that_was_typed_beside_an_invoice_stays(self, tmp_path: Path) -> None:
        world = tracker(0)
        path = invoices(tmp_path, (1_000.0, ""))
        chosen(world, path)
        world.books[0].sheets[COSTS].cells[FIRST, 5] = CellState("paid")
        assert chosen(world, path) == "Costs: 0 rows added, 0 changed, 1 the same."
        assert row(world.books[0].sheets[COSTS], FIRST, 5)[3:] == [1_000.0, "paid"]


def test_what_is_asked_and_refused_is_in_the_language_of_office(tmp_path: Path) -> None:
    use_language("nb")
    world = tracker(0, language="nb")
    chosen(world, ads(tmp_path, "a.csv", ("One", 100)))
    later = ads(tmp_path, "b.csv", ("One", 70))
    refused(world, "Ingenting ble importert; hvis filene er fra andre", later, answers=[False])
    assert world.questions[0].endswith("Svar i så fall: erstatt\nerstatt")
    assert chosen(world, later, answers=[None]).startswith("Paid: 0 rader")
