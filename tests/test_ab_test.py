"""The A/B test workbook says what the functions say, as LibreOffice calculates it."""

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from cpc_functions import CATALOGUE, CellError
from tests.books import Book, calculated, filled
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
LONG, SHORT = 180, 20

TOTALS = {
    "arm_cost": (90000, 91000.5),
    "arm_clicks": (7200, 7100),
    "arm_conversions": (300, 361.5),
}
PLAN = {"typical_cpc": 290, "monthly_cost": 50000, "spread_given": 1.4}
CLEARED = {"smallest": None, "wanted_confidence": None, "wanted_power": None}
NO_PLAN = {"arm_cost": (900000, 900000), "arm_conversions": (3000, 3250)}
NEAR_ONE = {"arm_cost": (900000, 900000), "arm_conversions": (3000, 3155)}
WITHOUT_A = {"arm_cost": (900, 1000), "arm_conversions": (0, 8)}
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


def steady_days(first_cost: object, *, clicks: object = 40) -> list[tuple[Any, ...]]:
    """Return twenty days whose conversions differ far more than chance explains."""
    start = datetime(2026, 1, 1)  # noqa: DTZ001 - as cells have it
    return [
        (
            start + timedelta(days=number),
            *(first_cost if number == 0 else 1000, clicks, 3 + 40 * (number % 4 == 0)),
            *(1000, 40, 5 + 60 * (number % 4 == 2)),
        )
        for number in range(20)
    ]


def careless_days() -> list[tuple[Any, ...]]:
    """Return days with a refund, a date that is a text and one out of order."""
    later, earlier, *days = [datetime(2026, 1, day) for day in (4, 3, *range(5, 14))]  # noqa: DTZ001
    return [
        (later, 100, 10, 2, 100, 10, 1),
        (earlier, 100, 10, -3, 100, 10, 1),
        (None, 100, 5, 9, 100, 5, 2),
        ("2026-01-09", 0, 0, 0, 0, 0, 0),
        *((day, 100, 9, 3, 100, 9, 2) for day in days),
    ]


def made(rows: int, *, sample: bool = False) -> bytes:
    edition = Edition(JANUARY, rows=rows, sample=sample)
    return written(edition, ab_test(edition), "title", "subject")


def typed(content: bytes, **cells: Any) -> bytes:
    """Return a workbook with values typed into named cells, both at once where there are two."""
    book = load_workbook(BytesIO(content))
    for name, value in cells.items():
        ((sheet, area),) = book.defined_names[name].destinations
        places = book[sheet][area.replace("$", "")]
        if isinstance(value, tuple):
            for (cell,), each in zip(places, value, strict=True):
                cell.value = each
        else:
            places.value = value
    changed = BytesIO()
    book.save(changed)
    return changed.getvalue()


def told(book: Book) -> str:
    """Return the verdict in words."""
    return str(book.value("told_sentence"))


def warned(book: Book) -> dict[str, Any]:
    """Return how often each thing was found, by its sentence."""
    return dict(zip(book.column("warning_sentence"), book.column("warning_found"), strict=True))


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Book]:
    empty = made(SHORT)
    return calculated(
        tmp_path_factory.mktemp("ab_test"),
        sample=made(LONG, sample=True),
        empty=empty,
        totals=typed(empty, **TOTALS, **PLAN),
        without_b=typed(empty, **WITHOUT_B, looks=3),
        no_cost=typed(empty, arm_conversions=(5, 0)),
        no_conversion=typed(empty, arm_cost=(900, 1000), wanted_confidence=-0.5),
        careless=typed(filled(empty, Daily=careless_days()), **CLEARED),
        uneven=typed(filled(made(LONG), Daily=uneven_days()), looks=30, planned_cost=100000),
        no_plan=typed(empty, **NO_PLAN),
        near_one=typed(empty, **NEAR_ONE, planned_cost=900000),
        without_a=typed(empty, **WITHOUT_A, planned_cost=900),
        spread_out=typed(filled(empty, Daily=steady_days(1000)), planned_cost=20000),
        text_cost=typed(filled(empty, Daily=steady_days("1 000")), planned_cost=20000),
        text_clicks=filled(empty, Daily=steady_days(1000, clicks="n/a")),
        text_total=typed(empty, **{**TOTALS, "arm_cost": (90000, "91 000")}),
        text_looks=typed(empty, **TOTALS, looks="three", planned_cost=90000),
        negative_cost=typed(empty, **{**TOTALS, "arm_cost": (90000, -5)}),
        negative_count=typed(empty, **{**TOTALS, "arm_conversions": (-3, 361.5)}),
        too_sure=typed(empty, **TOTALS, **PLAN, wanted_confidence=95),
        surest=typed(empty, **TOTALS, **PLAN, wanted_confidence=0.999),
    )


@pytest.fixture(scope="module")
def sample(books: dict[str, Book]) -> Book:
    return books["sample"]


TYPED = ("text_cost", "text_clicks", "text_total", "text_looks")
NEGATIVE = ("negative_cost", "negative_count")
NAMES = (
    *("sample", "empty", "totals", "without_b", "without_a", "no_plan", "near_one"),
    *("no_cost", "no_conversion", "careless", "uneven", "spread_out", *TYPED, *NEGATIVE),
    *("too_sure", "surest"),
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
    assert told(empty) == "Fill in both arms, and the verdict stands here."
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


def test_a_test_without_a_plan_rests_on_the_p_of_any_day(books: dict[str, Book]) -> None:
    totals = books["totals"]
    assert totals.value("early") == 1
    assert warned(totals)["No plan"] == 1
    assert warned(totals)["Looked at before the plan was reached"] == 0
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
    assert warned(uneven)["The split of the cost has moved"] == 1
    assert warned(uneven)["Looked at before the plan was reached"] == 1


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
    assert told(book) == "Neither arm has a conversion yet."
    assert book.column("result_cpc") == [NO_FIGURE, NO_FIGURE]


def test_conversions_without_cost_are_no_figure(books: dict[str, Book]) -> None:
    book = books["no_cost"]
    assert book.column("result_cpc") == [None, None]
    assert told(book) == "Fill in both arms, and the verdict stands here."


def test_what_the_data_ask_for_is_advice_and_no_plan(books: dict[str, Book]) -> None:
    book = books["no_plan"]
    assert min(book.value("cost_a"), book.value("cost_b")) > book.value("needed_cost")
    assert book.value("plan_cost") is None
    assert (book.value("early"), warned(book)["No plan"]) == (1, 1)
    assert call("AB_CPC", *arms(book))[5] == "B is cheaper"
    [p] = call("AB_SEQ", *([[value]] for value in arms(book)))
    assert book.value("p_any_day") == pytest.approx(p, rel=1e-9)
    assert p > 0.05
    assert book.value("verdict") == "cannot tell"
    assert told(book) == (
        "It cannot be told yet which arm is cheaper: before the end of a plan, the p that is "
        "valid on any day decides. With B a conversion costs 0.923 times as much as with A; "
        "anything from 0.878 to 0.970 times would fit, were this the end of a plan."
    )


def test_a_limit_is_never_rounded_onto_1(books: dict[str, Book]) -> None:
    book = books["near_one"]
    assert 0.9995 < book.value("ratio_high") < 1
    assert book.value("verdict") == "B is cheaper"
    assert f"to {book.value('ratio_high'):.5f} times fits the data." in told(book)


def test_an_arm_without_conversions_is_told_in_words(books: dict[str, Book]) -> None:
    high = call("AB_CPC", 900, 0, 1000, 8)[2]
    assert told(books["without_a"]) == (
        "B is cheaper. B has conversions and A none yet: a conversion costs at most "
        f"{high:.3f} times as much with B as with A."
    )
    assert books["without_a"].value("ratio") == books["without_a"].value("ratio_low") == NO_FIGURE
    low = call("AB_CPC", 900, 8, 1000, 0)[1]
    assert told(books["without_b"]).endswith(
        "A has conversions and B none yet: a conversion costs at least "
        f"{low:.3f} times as much with B as with A."
    )
    assert told(books["without_b"]).startswith("It cannot be told yet which arm is cheaper: before")


@pytest.mark.parametrize("name", TYPED)
def test_as_long_as_a_number_is_text_nothing_is_concluded(
    books: dict[str, Book], name: str
) -> None:
    book = books[name]
    days = {"text_cost": 1, "text_clicks": 20}.get(name)
    test = None if days else 1
    assert (book.value("texts_in_days"), book.value("texts_in_test")) == (days, test)
    found = warned(book)
    assert found["Numbers that are text, on the Days sheet"] == (days or 0)
    assert found["Numbers that are text, on this sheet"] == (test or 0)
    assert told(book) == (
        f"Nothing is concluded: numbers that are text were found, {days or 0} on the Days sheet "
        f"and {test or 0} on the Test sheet. The warnings on the Test sheet say what to do."
    )
    answers = ("verdict", "ratio", "ratio_low", "ratio_high", "p_value", "p_any_day", "spread")
    assert [book.value(key) for key in (*answers, "probability", *ARMS)] == [None] * 12
    columns = ("result_cpc", "result_low", "result_high", "rate_rate", "stake_saved", "look_ratio")
    assert {value for key in columns for value in book.column(key)} == {None}
    calculated = ("CPC A so far", "CPC B so far", "Ratio so far", "p valid any day")
    shown = {value for title in calculated for value in daily(book, title)[1:]}
    assert shown == {None}


def test_the_spread_that_a_text_would_hide_decides(books: dict[str, Book]) -> None:
    book = books["spread_out"]
    assert book.value("early") == 0
    assert book.value("spread") == pytest.approx(spread_of_days(book), rel=1e-9)
    assert book.value("spread") > 10
    assert call("AB_CPC", *arms(book))[5] == "B is cheaper"
    assert book.value("verdict") == "cannot tell"


@pytest.mark.parametrize("name", NEGATIVE)
def test_an_arm_below_zero_has_no_figure_and_is_found(books: dict[str, Book], name: str) -> None:
    book = books[name]
    place = {"negative_cost": 1, "negative_count": 0}[name]
    for key in ("result_cpc", "result_low", "result_high"):
        shown = book.column(key)
        assert shown[place] == NO_FIGURE
        assert shown[1 - place] > 0
    assert warned(book)["Negative numbers"] == 1
    assert told(book) == (
        "Nothing is concluded: the cost or the conversions of an arm are negative. The warnings "
        "on the Test sheet say what to do."
    )


def test_a_confidence_that_is_none_is_95_percent_and_found(books: dict[str, Book]) -> None:
    for name in ("too_sure", "no_conversion"):
        assert books[name].value("confidence") == 0.95
        assert warned(books[name])["A confidence that is none"] == 1
    assert books["too_sure"].value("ratio_high") == books["totals"].value("ratio_high")
    assert warned(books["surest"])["A confidence that is none"] == 0


def test_a_confidence_is_told_as_it_is(books: dict[str, Book]) -> None:
    texts = list(books["surest"].texts())
    assert any(text.startswith("99.9 % interval: ") for text in texts)
    assert not any(text.startswith("100") for text in texts)


def test_careless_input_is_found_and_what_is_a_number_counts(
    books: dict[str, Book],
) -> None:
    book = books["careless"]
    found = warned(book)
    assert found["Dates that are text"] == 1
    assert found["Negative numbers"] == found["Days out of order"] == 1
    assert found["No plan"] == 1
    assert arms(book) == [1200, 35, 1200, 22]
    assert book.value("confidence") == 0.95
