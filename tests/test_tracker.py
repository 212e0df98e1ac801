"""The tracker, filled in and calculated: its figures are those of the functions."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import pairwise
from math import fsum
from typing import Any

import pytest

from cpc_functions import (
    CATALOGUE,
    ErrorCode,
    ab_cpc_p,
    cpc,
    cpc_blended,
    cpc_high,
    cpc_loaded,
    cpc_low,
    salt,
)
from cpc_functions.cost_rules import counts, counts_by
from tests.books import Book, calculated, filled, set_cells
from workbook_templates.edition import Edition
from workbook_templates.kinds import Kind, make
from workbook_templates.tracker.sample import channels, cost_rows, organic_rows, paid_rows

Sums = dict[tuple[Any, ...], tuple[float, float]]

YEAR = date(2026, 1, 1)
SAMPLE = Edition(YEAR, sample=True, rows=400)
EMPTY = Edition(YEAR, months=3, rows=20)
PAID: list[Any] = list(paid_rows(SAMPLE))
ORGANIC: list[Any] = list(organic_rows(SAMPLE))
COSTS: list[Any] = list(cost_rows(SAMPLE))
COLUMNS = ("cost", "conversions", "cpc", "low", "high", "verdict")
VERDICT = next(function for function in CATALOGUE if function.name == "CPC_VERDICT")

FIGURES = ("paid", "blended", "loaded")
UNRULY_PAID: Sequence[Sequence[Any]] = (
    (date(2026, 1, 5), "Google search", "What is it?", 300, 9000, 100, 3),
    (date(2026, 1, 31), "Google search", "What is it*", 500, 9000, 100, 2.5),
    (
        datetime(2026, 3, 31, 23, 30, tzinfo=UTC).replace(tzinfo=None),
        "Meta",
        "=HYPERLINK",
        200,
        1000,
        10,
        1,
    ),
    (date(2026, 2, 1), "Meta", "Nothing yet", 900, 5000, 50, 0),
    (date(2026, 2, 2), "Radio", "Not on the list", 70, None, None, 2),
    (date(2026, 4, 1), "Meta", "Outside", 10_000, 1, 1, 1),
    (None, "Meta", "Total", 1_970, None, None, 8.5),
    (date(2026, 2, 3), "Meta", "Text", "1 234,50", None, None, 1),
    (date(2026, 2, 4), "TikTok", "More conversions than clicks", 10, 9, 1, 2),
    (date(2026, 3, 1), "Meta", "Twice", 25, 100, 10, 1),
    (date(2026, 3, 1), "Meta", "Twice", 25, 100, 10, 1),
    (date(2026, 3, 1), "Meta", "Twice", 26, 100, 10, 1),
)
UNRULY_COSTS: Sequence[Sequence[Any]] = (
    (date(2026, 1, 1), "SEO", "seo specialist", 1000),
    (date(2026, 1, 1), "Blog post that was paid for", "influencer placement", 400),
    (date(2026, 1, 1), "Mystery", "consulting", 55.5),
)
CARELESS_PAID: Sequence[Sequence[Any]] = (
    (date(2026, 1, 1), "Meta", "A", 1200, None, 100, 14.5),
    (date(2026, 1, 1), "Meta", "A", 2200, None, 100, "--"),
    (date(2026, 1, 1), "Meta*", "B", 100, None, None, -1),
    (date(2026, 1, 2), "TikTok", "C", -50, None, None, None),
)
CARELESS_ORGANIC: Sequence[Sequence[Any]] = ((None, "Blog", 10, 25), (YEAR, "Blog", 10, 5))
CARELESS_COSTS: Sequence[Sequence[Any]] = (
    (date(2026, 1, 1), "Placement", "influencer placement", "2 500,00"),
    (date(2027, 1, 1), "Next year", "influencer placement", 777),
    (date(2026, 1, 1), "Its rule is empty", "paid search", 1050),
)


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Book]:
    empty = make(Kind.TRACKER, EMPTY)
    unruly = filled(empty, Paid=UNRULY_PAID, Costs=UNRULY_COSTS)
    return calculated(
        tmp_path_factory.mktemp("tracker"),
        sample=make(Kind.TRACKER, SAMPLE),
        empty=empty,
        unruly=set_cells(unruly, target=150, exported_on=date(2026, 3, 15)),
        careless=set_cells(
            filled(empty, Paid=CARELESS_PAID, Organic=CARELESS_ORGANIC, Costs=CARELESS_COSTS),
            channels_name=["Meta", "Meta", "TikTok"],
            rules_counts=[None],
            target="60 EUR",
            wanted_confidence=1,
        ),
        without_period=set_cells(
            filled(empty, Paid=CARELESS_PAID), last_day=date(2025, 12, 1), wanted_confidence=None
        ),
        norwegian=make(Kind.TRACKER, Edition(YEAR, language="nb", sample=True, rows=60)),
    )


@pytest.fixture(scope="module")
def sample(books: dict[str, Book]) -> Book:
    return books["sample"]


@pytest.fixture(scope="module")
def unruly(books: dict[str, Book]) -> Book:
    return books["unruly"]


def sums(*columns: int) -> Sums:
    """Return cost and conversions of the sample by some of its columns; dates by month."""
    groups = defaultdict(list)
    for row in PAID:
        key = tuple(row[0].replace(day=1) if column == 0 else row[column] for column in columns)
        groups[key].append((row[3], row[6]))
    return {
        key: (fsum(cost for cost, _ in pairs), fsum(count for _, count in pairs))
        for key, pairs in groups.items()
    }


def counted(row: Sequence[Any]) -> bool:
    return counts(row[2], counts_by(None))


@pytest.mark.parametrize("name", ["sample", "empty", "norwegian", "without_period"])
def test_no_cell_shows_an_error(books: dict[str, Book], name: str) -> None:
    assert books[name].errors() == []


def test_a_cost_that_is_text_shows_it_in_its_own_row_and_nowhere_else(unruly: Book) -> None:
    assert unruly.errors() == [f"Paid!{column}12 #VALUE!" for column in "KLM"]


def test_an_empty_tracker_shows_no_figure_and_invites(books: dict[str, Book]) -> None:
    empty = books["empty"]
    assert [empty.value(f"{name}_figure") for name in FIGURES] == [None] * 3
    assert empty.table("campaign", "row") == []
    assert sum(empty.column("check_found")) == 0
    assert "Fill in the Paid sheet, and the figure stands here." in set(empty.texts())


def test_totals_equal_the_rows_to_the_cent(sample: Book) -> None:
    ((cost, conversions),) = sums().values()
    assert sample.value("media_cost") == pytest.approx(cost, abs=0.005)
    assert sample.value("paid_converted") == pytest.approx(conversions, abs=1e-9)
    assert sample.value("counted_cost") == pytest.approx(
        fsum(row[3] for row in COSTS if counted(row)), abs=0.005
    )
    assert sample.value("left_out_cost") == pytest.approx(
        fsum(row[3] for row in COSTS if not counted(row)), abs=0.005
    )
    assert sample.value("unplaced_cost") == 0


def test_paid_and_organic_are_all(sample: Book) -> None:
    paid, organic, around = sample.table("group", "cost", "conversions", "value")
    assert paid[0] + organic[0] + around[0] == pytest.approx(sample.value("all_cost"), abs=0.005)
    assert organic[0] == pytest.approx(
        fsum(row[3] for row in COSTS if row[2] in ("SEO specialist", "Expert blogger")), abs=0.005
    )
    assert paid[1] + organic[1] == sample.value("all_converted")
    assert organic[1] == sum(row[3] for row in ORGANIC)
    assert organic[2] == pytest.approx(fsum(row[4] for row in ORGANIC), abs=0.005)


def test_three_figures_and_their_intervals_are_those_of_the_functions(sample: Book) -> None:
    cost, conversions = sample.value("conversion_cost"), sample.value("paid_converted")
    organic, beside = sample.value("organic_converted"), sample.value("left_out_cost")
    both = conversions + organic
    for name, figure, spent, found in (
        ("paid", cpc(cost, conversions), cost, conversions),
        ("blended", cpc_blended(cost, conversions, organic), cost, both),
        ("loaded", cpc_loaded(cost, beside, conversions, organic), cost + beside, both),
    ):
        shown = [sample.value(f"{name}_figure{limit}") for limit in ("", "_low", "_high")]
        limits = cpc_low(spent, found), cpc_high(spent, found)
        assert shown == pytest.approx([figure, *limits], rel=1e-9)


def test_channels_equal_the_functions(sample: Book) -> None:
    rows = sample.table("by_name", "name", *COLUMNS)[: len(channels(SAMPLE))]
    assert_rows({(name,): tuple(rest) for name, *rest in rows}, sums(1), sample)


def test_campaigns_equal_the_functions(sample: Book) -> None:
    rows = sample.table("campaign", "channel", "name", *COLUMNS)
    found = {(channel, name): tuple(rest) for channel, name, *rest in rows}
    assert_rows(found, sums(1, 2), sample)


def test_months_equal_the_functions(sample: Book) -> None:
    other = {
        month: fsum(row[3] for row in COSTS if counted(row) and row[0] == month)
        for (month,) in sums(0)
    }
    expected = {key: (cost + other[key[0]], found) for key, (cost, found) in sums(0).items()}
    rows = sample.table("months", "month", *COLUMNS)
    assert_rows({(month.date(),): tuple(rest) for month, *rest in rows}, expected, sample)


def assert_rows(rows: dict[Any, tuple[Any, ...]], expected: Sums, book: Book) -> None:
    assert set(rows) == set(expected)
    for key, (cost, conversions, *answers) in rows.items():
        assert (cost, conversions) == pytest.approx(expected[key], rel=1e-12)
        assert_figures(cost, conversions, book.value("target"), answers)


def assert_figures(cost: float, conversions: float, target: float, answers: Sequence[Any]) -> None:
    figure, low, high, verdict = answers
    assert low == pytest.approx(cpc_low(cost, conversions), rel=1e-9)
    if conversions:
        assert figure == pytest.approx(cpc(cost, conversions), rel=1e-9)
        assert high == pytest.approx(cpc_high(cost, conversions), rel=1e-9)
    else:
        assert (figure, high) == ("–", "–")
    told = VERDICT.evaluate(cost, conversions, target)
    assert told.partition(":")[0] == verdict


def test_a_change_between_months_is_told_only_when_it_is_real(sample: Book) -> None:
    rows = sample.table("months", "month", "cost", "conversions", "change", "real")
    assert {row[4] for row in rows[1:]} == {"rose", "fell", "cannot tell"}
    for (_, cost_a, found_a, *_rest), (_, cost_b, found_b, change, real) in pairwise(rows):
        assert change == pytest.approx(cpc(cost_b, found_b) / cpc(cost_a, found_a) - 1, rel=1e-9)
        p = ab_cpc_p(cost_a, found_a, cost_b, found_b)
        assert real == ("cannot tell" if p >= 0.05 else "rose" if change > 0 else "fell")


def test_the_verdict_on_the_paid_figure_is_that_of_the_function(sample: Book) -> None:
    figures = (sample.value(name) for name in ("conversion_cost", "paid_converted", "target"))
    assert VERDICT.evaluate(*figures) == sample.value("paid_figure_verdict")


def test_the_grade_is_that_of_salt(sample: Book) -> None:
    sentence = salt(sample.value("conversion_cost"), sample.value("paid_converted"))
    assert sentence.split()[-1] == sample.value("paid_grade")


def test_campaigns_are_ranked_by_their_limits_not_by_luck(sample: Book) -> None:
    listed = sample.table("campaign", "low", "high")
    highs = sorted(high for _, high in listed if isinstance(high, float))
    lows = sorted((low for low, _ in listed), reverse=True)
    assert sample.column("cheap_campaigns_high") == highs[:5]
    assert sample.column("dear_campaigns_low") == lows[:5]


def checked(book: Book) -> dict[str, tuple[Any, Any]]:
    """Return what the checks found, and the cost that it concerns."""
    rows = book.table("check", "sentence", "found", "concerned")
    return {sentence: (found, concerned) for sentence, found, concerned in rows if found}


def test_what_is_wrong_is_counted_with_its_cost(unruly: Book) -> None:
    assert checked(unruly) == {
        "Numbers or dates that are text": (1, None),
        "Paid rows with a cost but no date": (1, 1970),
        "Paid rows outside the period": (1, 10_000),
        "Paid rows that look like total lines": (1, None),
        "Paid rows that repeat day, campaign and cost": (1, None),
        "More conversions than clicks": (1, None),
        "Paid rows whose channel is not on the list": (1, 70),
        "Costs whose category no rule names": (1, 55.5),
        "Days that are younger than the conversion window": (4, 276),
    }


def test_a_row_that_is_half_text_is_left_out_whole(books: dict[str, Book]) -> None:
    careless = books["careless"]
    assert careless.value("media_cost") == 1200 + 100 - 50
    assert careless.value("paid_converted") == 14.5 - 1
    found = checked(careless)
    assert found["Numbers or dates that are text"] == (2, None)
    assert "Paid rows that repeat day, campaign and cost" not in found
    assert "More conversions than clicks" not in found


def test_no_money_and_no_conversion_is_lost_without_a_check(books: dict[str, Book]) -> None:
    found = checked(books["careless"])
    assert found["Organic rows with conversions but no date"] == (1, None)
    assert found["Cost lines outside the period"] == (1, 777)
    assert found["Costs whose category no rule names"] == (1, 1050)
    assert found["Negative numbers"] == (2, -50)
    assert books["careless"].value("unplaced_cost") == 1050


def test_a_channel_that_is_listed_twice_counts_once(books: dict[str, Book]) -> None:
    careless = books["careless"]
    assert careless.table("by_name", "name", "cost")[:2] == [("Meta", 1200), ("TikTok", -50)]
    found = checked(careless)
    assert found["Channels that are listed twice"] == (2, None)
    assert found["Paid rows whose channel is not on the list"] == (1, 100)


def test_settings_that_cannot_be_are_named(books: dict[str, Book]) -> None:
    found = checked(books["careless"])
    assert found["A target that is not a number above 0"] == (1, None)
    assert found["A confidence that is not between 0 and 100%"] == (1, None)
    assert books["careless"].value("confidence") == 0.95
    period = "The period ends before it begins, or has no first month"
    assert checked(books["without_period"])[period] == (1, None)
    texts = set(books["without_period"].texts())
    assert "No row is counted in the period: see Settings and Data checks." in texts


def test_a_fraction_of_a_conversion_is_not_rounded_away(books: dict[str, Book]) -> None:
    told = next(text for text in books["careless"].texts() if "graded" in text)
    assert told.startswith("13.5 conversions, graded too few")


def test_many_conversions_are_told_with_a_separator_of_thousands(sample: Book) -> None:
    told = next(text for text in sample.texts() if "graded" in text)
    assert told.startswith(f"{sample.value('paid_converted'):,.10g} conversions, graded")


def test_the_line_of_the_chart_is_called_what_it_is(books: dict[str, Book], sample: Book) -> None:
    assert sample.value("reference_name") == "Target"
    assert books["empty"].value("reference_name") == "Average"


def test_what_is_wrong_is_in_no_figure_and_lost_from_no_total(unruly: Book) -> None:
    media = 300 + 500 + 200 + 900 + 70 + 10 + 25 + 25 + 26
    assert unruly.value("media_cost") == media
    assert unruly.value("conversion_cost") == media + 400
    assert unruly.value("left_out_cost") == 1000
    assert unruly.value("all_cost") == media + 400 + 1000 + 55.5
    named = dict(unruly.table("by_name", "name", "cost"))
    assert named["Not on the list"] == 70
    assert named["Other counted"] == 400


def test_the_last_evening_of_the_period_is_in_it(unruly: Book) -> None:
    assert unruly.table("months", "month", "cost")[2][1] == 200 + 25 + 25 + 26


def test_names_with_wildcards_are_themselves(unruly: Book) -> None:
    rows = unruly.table("campaign", "name", "cost", "conversions")
    found = {name: (cost, count) for name, cost, count in rows}
    assert found["What is it?"] == (300, 3)
    assert found["What is it*"] == (500, 2.5)


def test_spend_without_a_conversion_has_no_figure_but_a_low_limit(unruly: Book) -> None:
    rows = {row[0]: row[1:] for row in unruly.table("campaign", "name", "cpc", "low", "high")}
    assert rows["Nothing yet"] == ("–", pytest.approx(cpc_low(900, 0), rel=1e-9), "–")
    assert cpc.evaluate(900, 0).code is ErrorCode.DIV0
