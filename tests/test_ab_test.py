"""The A/B test workbook says what the functions say, as LibreOffice calculates it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from cpc_functions import CATALOGUE, CellError
from tests.books import Book, calculated, filled, set_cells
from workbook_templates.ab_test import ab_test
from workbook_templates.ab_test.chart_data import DRAWN, DRAWN_FROM
from workbook_templates.edition import Edition
from workbook_templates.writing.workbook import written

FUNCTIONS = {function.name: function for function in CATALOGUE}
JANUARY = date(2026, 1, 1)
NO_FIGURE = "–"
ARMS = ("cost_a", "conversions_a", "cost_b", "conversions_b")
INPUTS = ("Date", "Cost A", "Clicks A", "Conversions A", "Cost B", "Clicks B", "Conversions B")
HEADER_ROW = 4
LONG = 180

TOTALS = {
    "arm_cost": (90000, 91000.5),
    "arm_clicks": (7200, 7100),
    "arm_conversions": (300, 361.5),
}
PLAN = {"typical_cpc": 290, "monthly_cost": 50000, "spread_given": 1.4}
CLEARED = {"smallest": None, "wanted_confidence": None, "wanted_power": None}
WITHOUT_B = {"arm_cost": (900, 1000), "arm_clicks": (5, 0), "arm_conversions": (8, 0)}


def call(name: str, *cells: Any) -> Any:
    """Return what a function answers: a row of cells as a list."""
    answer = FUNCTIONS[name].evaluate(*cells)
    return answer[0] if isinstance(answer, list) and len(answer) == 1 else answer


def daily(book: Book, title: str) -> list[Any]:
    """Return a column of the Days sheet by its title."""
    rows = book.book["Days"].iter_rows(min_row=HEADER_ROW, values_only=True)
    place = list(next(rows)).index(title)
    return [row[place] for row in rows]


def arms(book: Book) -> list[float]:
    return [book.value(name) for name in ARMS]


def uneven_days() -> list[tuple[Any, ...]]:
    """Return half a year: A alone at first, two blank rows, a slow drift beyond five points."""
    rows: list[tuple[Any, ...]] = []
    for number in range(LONG):
        day = datetime(2026, 1, 1) + timedelta(days=number)  # noqa: DTZ001 - a day, as cells have it
        cost_b = None if number < 3 else 800 + number % 13 + 60 * max(0, number - 120)
        found_b = None if number < 3 else number * 29 % 7 + 0.5
        cost_a = 1 if number < 3 else 800 + number % 11
        row = (day, cost_a, 90, number * 37 % 6, cost_b, 91, found_b)
        rows.append((None,) * 7 if number in (50, 51) else row)
    return rows


def careless_days() -> list[tuple[Any, ...]]:
    """Return days with texts for numbers, a refund, a date that is a text and one out of order."""
    later, earlier, *days = [datetime(2026, 1, day) for day in (4, 3, *range(5, 14))]  # noqa: DTZ001
    return [
        (later, "1 200", 10, 2, 100, 10, 1),
        (earlier, 100, 10, -3, 100, 10, 1),
        (None, 100, 5, 9, "n/a", 5, 2),
        ("2026-01-09", 0, 0, 0, 0, 0, 0),
        *((day, 100, 9, 3, 100, 9, 2) for day in days),
    ]


def made(*, sample: bool = False) -> bytes:
    edition = Edition(JANUARY, rows=LONG, sample=sample)
    return written(edition, ab_test(edition), "title", "subject")


def with_totals(content: bytes, **columns: Sequence[float]) -> bytes:
    """Return a workbook with both arms filled in on the Test sheet."""
    book = load_workbook(BytesIO(content))
    for name, values in columns.items():
        ((sheet, area),) = book.defined_names[name].destinations
        for (cell,), value in zip(book[sheet][area], values, strict=True):
            cell.value = value
    changed = BytesIO()
    book.save(changed)
    return changed.getvalue()


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Book]:
    empty = made()
    return calculated(
        tmp_path_factory.mktemp("ab_test"),
        sample=made(sample=True),
        empty=empty,
        totals=set_cells(with_totals(empty, **TOTALS), **PLAN),
        without_b=set_cells(with_totals(empty, **WITHOUT_B), looks=3),
        no_cost=with_totals(empty, arm_conversions=(5, 0)),
        no_conversion=with_totals(empty, arm_cost=(900, 1000)),
        careless=set_cells(filled(empty, Daily=careless_days()), **CLEARED),
        uneven=set_cells(filled(empty, Daily=uneven_days()), looks=30, planned_cost=100000),
    )


@pytest.fixture(scope="module")
def sample(books: dict[str, Book]) -> Book:
    return books["sample"]


NAMES = (
    *("sample", "empty", "totals", "without_b"),
    *("no_cost", "no_conversion", "careless", "uneven"),
)


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_is_an_error(books: dict[str, Book], name: str) -> None:
    assert books[name].errors() == []


def test_an_empty_workbook_invites_and_answers_nothing(books: dict[str, Book]) -> None:
    empty = books["empty"]
    numbers = [
        cell.value
        for sheet in empty.book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, int | float)
    ]
    names = ("smallest", "wanted_confidence", "confidence", "wanted_power")
    given = [empty.value(name) for name in names]
    lines = empty.column("look_equal") + empty.column("look_needed")
    assert sorted(numbers) == sorted(given + lines)
    assert empty.column("told_sentence") == ["Fill in both arms, and the verdict stands here."]
    assert empty.column("warning_status") == [None] * len(empty.column("warning_status"))


def spread_of_days(book: Book) -> float:
    arms = (("Cost A", "Conversions A"), ("Cost B", "Conversions B"))
    spreads = [
        call("DISPERSION", *([[value] for value in daily(book, title)] for title in titles))
        for titles in arms
    ]
    return float(sum(spreads) / 2)


@pytest.mark.parametrize("name", ["sample", "uneven"])
def test_days_are_added_up_and_their_spread_measured(books: dict[str, Book], name: str) -> None:
    book = books[name]
    for arm in "ab":
        for key in ("Cost", "Clicks", "Conversions"):
            total = sum(value or 0 for value in daily(book, f"{key} {arm.upper()}"))
            assert book.value(f"{key.lower()}_{arm}") == pytest.approx(total, rel=1e-12)
    assert book.value("source") == "days"
    assert book.value("spread") == pytest.approx(spread_of_days(book), rel=1e-9)


def test_the_sample_tells_a_test_that_was_planned_and_finished(sample: Book) -> None:
    days = [day for day in daily(sample, "Date") if day]
    assert len(days) == 42
    assert days[0].weekday() == 0
    assert 0.78 < sample.value("ratio") < 0.87
    assert sample.value("plan_cost") == sample.value("planned_cost") > sample.value("needed_cost")
    assert sample.value("verdict") == "B is cheaper"
    assert sample.value("p_any_day") > 0.05 > sample.value("p_value")
    assert sample.column("warning_status") == ["OK"] * len(sample.column("warning_status"))


def test_totals_are_taken_where_no_day_is_filled_in(books: dict[str, Book]) -> None:
    totals = books["totals"]
    assert totals.value("source") == "totals"
    assert arms(totals) == [90000, 300, 91000.5, 361.5]
    assert totals.value("spread") == 1.4
    assert totals.value("days_run") is None


@pytest.mark.parametrize("name", ["sample", "totals", "uneven"])
def test_the_test_is_that_of_the_function(books: dict[str, Book], name: str) -> None:
    book = books[name]
    names = ("ratio", "ratio_low", "ratio_high", "p_value", "probability")
    *expected, plain = call("AB_CPC", *arms(book), book.value("confidence"), book.value("spread"))
    assert [book.value(key) for key in names] == pytest.approx(expected, rel=1e-9)
    if not book.value("early"):
        assert book.value("verdict") == plain


@pytest.mark.parametrize("name", ["sample", "totals", "uneven"])
def test_both_arms_have_their_figure_interval_and_rate(books: dict[str, Book], name: str) -> None:
    book = books[name]
    spread, confidence = book.value("spread"), book.value("confidence")
    for place, arm in enumerate("ab"):
        cost, count, clicks = (
            book.value(f"{key}_{arm}") for key in ("cost", "conversions", "clicks")
        )
        dispersed = cost / spread, count / spread, confidence
        expected = {
            "result_cpc": call("CPC", cost, count),
            "result_low": call("CPC_LOW", *dispersed),
            "result_high": call("CPC_HIGH", *dispersed),
            "rate_rate": call("CVR", count, clicks),
            "rate_low": call("CVR_CI", count, clicks, confidence)[0],
            "rate_high": call("CVR_CI", count, clicks, confidence)[1],
            "rate_click_cost": call("COST_PER_CLICK", cost, clicks),
        }
        assert {key: book.column(key)[place] for key in expected} == pytest.approx(
            expected, rel=1e-9
        )


@pytest.mark.parametrize("name", ["sample", "totals", "uneven"])
def test_the_rates_differ_as_the_function_says(books: dict[str, Book], name: str) -> None:
    book = books[name]
    counts = [book.value(key) for key in ("conversions_a", "clicks_a", "conversions_b", "clicks_b")]
    a_less_b, low, high = call("AB_CVR", *counts, book.value("confidence"))[:3]
    shown = [book.value(key) for key in ("rate_gap", "rate_gap_low", "rate_gap_high")]
    assert shown == pytest.approx([-a_less_b, -high, -low], rel=1e-9)


@pytest.mark.parametrize("name", ["sample", "uneven"])
def test_the_p_of_every_day_is_that_of_the_function(books: dict[str, Book], name: str) -> None:
    book = books[name]
    rows = [
        row
        for row in zip(*(daily(book, title) for title in (*INPUTS, "p valid any day")), strict=True)
        if any(value is not None for value in row[1:7])
    ]
    columns = [[[row[place]] for row in rows] for place in (1, 3, 4, 6)]
    answers = [cell for (cell,) in FUNCTIONS["AB_SEQ"].evaluate(*columns, book.value("spread"))]
    shown = [row[7] for row in rows]
    expected = [NO_FIGURE if isinstance(cell, CellError) else cell for cell in answers]
    assert len(rows) == {"sample": 42, "uneven": LONG - 2}[name]
    for is_shown, is_expected in zip(shown, expected, strict=True):
        assert is_shown == (
            NO_FIGURE if is_expected == NO_FIGURE else pytest.approx(is_expected, rel=1e-9)
        )
    moved = [is_expected == NO_FIGURE for is_expected in expected]
    assert [moved[0], moved[3], moved[-1]] == [name == "uneven", False, name == "uneven"]
    assert book.value("p_any_day") == (
        shown[-1] if name == "uneven" else pytest.approx(expected[-1])
    )


def test_the_p_of_totals_is_that_of_one_look(books: dict[str, Book]) -> None:
    totals = books["totals"]
    [p] = call("AB_SEQ", *([[value]] for value in arms(totals)), totals.value("spread"))
    assert totals.value("p_any_day") == pytest.approx(p, rel=1e-9)


def test_the_ratio_runs_along_with_the_days(sample: Book) -> None:
    so_far = dict.fromkeys(ARMS, 0.0)
    titles = ("Cost A", "Conversions A", "Cost B", "Conversions B")
    drawn = sample.column("look_low"), sample.column("look_high"), sample.column("look_ratio")
    for number, row in enumerate(zip(*(daily(sample, title) for title in titles), strict=True)):
        for key, value in zip(ARMS, row, strict=True):
            so_far[key] += value
        expected = call(
            "AB_CPC", *so_far.values(), sample.value("confidence"), sample.value("spread")
        )
        assert daily(sample, "Ratio so far")[number] == pytest.approx(expected[0], rel=1e-9)
        few = min(so_far["conversions_a"], so_far["conversions_b"]) < DRAWN_FROM
        low, high, ratio = (column[number] for column in drawn)
        if few:
            assert (low, high, ratio) == (None, None, None)
        else:
            assert (ratio, low, high) == pytest.approx(tuple(expected[:3]), rel=1e-9)


def test_days_to_come_draw_nothing(sample: Book) -> None:
    for key in ("day", "base", "below", "above", "evidence"):
        assert sample.column(f"look_{key}")[42:] == [None] * (DRAWN - 42)


def test_a_long_test_is_drawn_from_its_first_days_to_its_last(
    books: dict[str, Book],
) -> None:
    days = books["uneven"].column("look_day")
    assert len(days) == DRAWN
    assert days == sorted(set(days))
    assert days[-1] == books["uneven"].value("days_run") == LONG - 2


def test_the_charted_bars_are_the_intervals(sample: Book) -> None:
    parts = zip(*(sample.column(f"bars_{key}") for key in ("base", "below", "above")), strict=True)
    ends = zip(*(sample.column(f"result_{key}") for key in ("low", "cpc", "high")), strict=True)
    for (base, below, above), limits in zip(parts, ends, strict=True):
        assert (base, base + below, base + below + above) == pytest.approx(limits, rel=1e-12)


@pytest.mark.parametrize("name", ["sample", "totals"])
def test_the_plan_is_that_of_the_function(books: dict[str, Book], name: str) -> None:
    book = books[name]
    ratio, alpha = 1 - book.value("smallest"), 1 - book.value("confidence")
    budget = call("AB_BUDGET", book.value("typical_cpc"), ratio, book.value("wanted_power"), alpha)
    assert book.value("needed_cost") == pytest.approx(budget * book.value("spread"), rel=1e-9)


def test_what_is_still_needed_is_the_plan_less_what_was_spent(
    books: dict[str, Book],
) -> None:
    totals = books["totals"]
    still = [totals.value("needed_cost") - spent for spent in (90000, 91000.5)]
    assert min(still) > 0
    assert totals.column("ahead_still") == pytest.approx(still, rel=1e-9)
    cpc = totals.column("result_cpc")
    coming = [money / each for money, each in zip(still, cpc, strict=True)]
    assert totals.column("ahead_conversions") == pytest.approx(coming, rel=1e-9)


def test_reading_before_the_plan_is_reached_is_warned_of(books: dict[str, Book]) -> None:
    totals = books["totals"]  # no looks were confessed, but the plan is not reached yet
    assert totals.value("early") == 1
    assert totals.column("warning_status")[0] == "look"
    assert totals.value("p_any_day") > 0.05
    assert totals.value("verdict") == "cannot tell"


def test_looks_that_are_confessed_make_the_verdict_rest_on_the_p_of_any_day(
    books: dict[str, Book],
) -> None:
    uneven = books["uneven"]
    assert min(uneven.value("cost_a"), uneven.value("cost_b")) > uneven.value("plan_cost")
    assert uneven.value("early") == 1
    assert uneven.value("p_any_day") == NO_FIGURE
    assert uneven.value("verdict") == "cannot tell"
    found = dict(
        zip(uneven.column("warning_sentence"), uneven.column("warning_found"), strict=True)
    )
    assert found["The split of the cost has moved"] == 1


def test_money_at_stake_is_what_the_ratio_leaves_of_a_month(
    books: dict[str, Book],
) -> None:
    totals = books["totals"]
    ratios = [totals.value(key) for key in ("ratio_low", "ratio", "ratio_high")]
    saved = [50000 * (1 - ratio) for ratio in ratios]
    assert totals.column("stake_saved") == pytest.approx(saved, rel=1e-12)


def test_an_arm_without_conversions_has_no_figure_but_a_low_limit(
    books: dict[str, Book],
) -> None:
    book = books["without_b"]
    assert book.value("ratio") == book.value("ratio_high") == NO_FIGURE
    assert book.value("ratio_low") == pytest.approx(call("AB_CPC", 900, 8, 1000, 0)[1], rel=1e-9)
    assert book.column("result_cpc") == [112.5, NO_FIGURE]
    assert book.column("result_low")[1] == pytest.approx(call("CPC_LOW", 1000, 0), rel=1e-9)
    assert book.column("rate_low") == [NO_FIGURE, None]
    assert book.value("verdict") == "cannot tell"


def test_without_any_conversion_there_is_no_ratio_to_tell(books: dict[str, Book]) -> None:
    book = books["no_conversion"]
    assert book.column("told_sentence") == ["Neither arm has a conversion yet."]
    assert book.column("result_cpc") == [NO_FIGURE, NO_FIGURE]


def test_conversions_without_cost_are_no_figure(books: dict[str, Book]) -> None:
    book = books["no_cost"]
    assert book.column("result_cpc") == [None, None]
    assert book.column("told_sentence") == ["Fill in both arms, and the verdict stands here."]


def test_careless_input_is_found_and_what_is_a_number_still_counts(
    books: dict[str, Book],
) -> None:
    book = books["careless"]
    found = dict(zip(book.column("warning_sentence"), book.column("warning_found"), strict=True))
    assert found["Numbers or dates that are text"] == 3
    assert found["Negative numbers"] == found["Days out of order"] == 1
    assert found["No plan"] == 1
    assert arms(book) == [1100, 35, 1100, 22]
    assert book.value("confidence") == 0.95
