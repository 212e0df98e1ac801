"""What Build report asks about a table that it does not know, on a double of Excel."""

from collections.abc import Iterator

import pytest

from addin.exports.text_file import Unreadable
from addin.ribbon_commands.refusal import Refused
from cpc_functions.texts import use_language
from tests.excel_state import CellState
from tests.ribbon_books import plain, press


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        ("--target mye", "--target mye: skriv et beløp, for eksempel 250."),
        ("--tomorrow 1 --from 2026-01-01", "--tomorrow: et slikt valg finnes ikke."),
    ],
)
def test_what_is_answered_wrongly_is_refused_in_the_language_of_office(
    answer: str, refusal: str
) -> None:
    use_language("nb")
    world = plain(["Spend", "Results"], [120.0, 4.0], [90.0, 2.0])
    world.answers = [None, answer]
    with pytest.raises(Refused) as refused:
        press("build_report", world)
    assert str(refused.value) == refusal


def test_unknown_columns_are_asked_for_once_and_remembered() -> None:
    titles = ["Day", "Spend (NOK)", "Results", "Ad"]
    world = plain(titles, *([f"2026-01-0{day}", 120.0, 4.0, "A"] for day in range(1, 6)))
    world.answers = ["date=Day; cost=Spend (NOK); conversions=Results; campaign=Ad"]
    press("build_report", world)
    (question,) = world.questions
    assert question.endswith("date=Day; cost=Spend (NOK); conversions=Results")
    world.select(0, "B2")
    world.books[0].active = [sheet.name for sheet in world.books[0].sheets].index("Sheet1")
    press("update_report", world)
    assert len(world.questions) == 1


def test_what_cannot_be_known_is_asked_as_an_option_and_remembered() -> None:
    world = plain(["Spend", "Results"], [120.0, 4.0], [90.0, 2.0])
    world.answers = [None, "--from 2026-01-01 --to 2026-01-31"]
    press("build_report", world)
    assert "does not say which days it covers" in world.questions[1]
    assert "--from 2026-01-01" in world.books[0].names["cpc_options"]


def test_currency_in_cells_that_are_asked_about_keeps_all_its_decimals() -> None:
    world = plain(["Day", "Spend", "Results"], ["2026-01-05", 120.0, 4.0])
    cells = world.books[0].sheets[0].cells
    cells[3, 3] = CellState(120.123456, "", is_currency=True)
    world.answers = ["date=Day; cost=Spend; conversions=Results"]
    press("build_report", world)
    paid = next(sheet for sheet in world.books[0].sheets if sheet.name == "CPC Paid")
    assert 120.123456 in {cell.value for cell in paid.cells.values()}


def test_a_closed_dialog_leaves_everything_as_it_was() -> None:
    world = plain(["Spend", "Results"], [120.0, 4.0], [90.0, 2.0])
    before = world.snapshot()
    world.answers = [False]
    with pytest.raises((Refused, Unreadable)):
        press("build_report", world)
    assert world.snapshot() == before
