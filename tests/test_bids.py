"""The bid workbook says what the functions say, as LibreOffice calculates it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import pytest

from cpc_functions import CATALOGUE
from tests.books import Book, calculated, filled, set_cells
from workbook_templates.bids import bids
from workbook_templates.edition import Edition
from workbook_templates.language import LANGUAGES
from workbook_templates.sheet import Sheet
from workbook_templates.writing.workbook import written

FUNCTIONS = {function.name: function for function in CATALOGUE}
YEAR = date(2026, 1, 1)
DASH = "–"
HEADER_ROW = 4
WITHIN = 1e-9
SAFE = {"wanted_confidence": 0.95, "wanted_sureness": 0.8, "wanted_buffer": 0.1, "highest_bid": 25}
TARGET = 1150 * 0.4 * (1 - 0.3)
STOP, LOWER, RAISE = "stop", "lower the bid", "room to raise"
KEEP, EARLY = "keep", "too early to tell"

# Keyword, campaign, match, cost, impressions, clicks, conversions, quality score, current bid.
# The target is 100: the stop line is 299.57.
TYPED = [
    ("just below the line", None, None, 299.5, None, 30, 0, 5, None),
    ("just above the line", None, None, 299.6, None, 30, None, 5, None),
    ("as dear as the last", None, None, 299.6, None, 30, 0, 5, None),
    ("dearer and as dear", None, None, 500, None, 50, 0, None, None),
    ("~*? = 1", "=1+1", None, 500, None, 50, 0, None, None),
    ("never clicked", None, None, None, 400, None, None, 7, 3),
    ("two for one click", None, None, 40, None, 4, 8, 8, 9),
    ("free", None, None, 0, None, 10, 2, 8, 1),
    ("text for a cost", None, None, "n/a", None, 10, None, "--", None),
    ("cost without clicks", None, None, 50, None, None, 1, 3, None),
    ("lowered already", None, None, 4000, None, 400, 20, 3, 1),
    ("surely dear", None, None, 4000, None, 400, 20, 3, 12),
    ("surely dear, no bid", None, None, 4000, None, 400, 20, 3, None),
    ("surely cheap", None, None, 1000, None, 400, 40, 9, 3),
    ("cheap without room", None, None, 1000, None, 400, 40, 9, 30),
    ("about right", None, None, 4000, None, 400, 40, 6, 12),
    ("wide", None, None, 300, None, 40, 3.5, 6, 12),
    ("just below the line", None, None, 10, None, 1, 0, 5, None),
    *[("one of many to stop", str(place), None, 400, None, 40, 0, 4, None) for place in range(9)],
    ("text, and conversions", None, None, "1 234,50", None, 20, 7, 5, 3),
    ("text for clicks", None, None, 200, None, "20", 7, 5, 3),
    ("a bid that is text", None, None, 1000, None, 400, 40, 9, "3 kr"),
    ("refund", None, None, -100, None, 5, 1, 9, 3),
    ("five for two clicks", None, None, 10, None, 2, 5, 9, 3),
    (" Totalt", None, None, 20000, None, 4000, 900, 7, 3),
    ("Total: Account", None, None, 20000, None, 4000, 900, None, None),
    ("totalt annet", None, None, 1000, None, 400, 40, 11, 3),
]
NOT_SUMMED = ("text, and conversions", "text for clicks", "text for a cost")
EXPECTED = [
    *(EARLY, STOP, STOP, STOP, STOP, None, None, None, None, EARLY),
    *(KEEP, LOWER, LOWER, RAISE, KEEP, KEEP, EARLY, EARLY, *[STOP] * 9),
    *([None] * 7),
    RAISE,
]


class Keyword(NamedTuple):
    """A row of the Keywords sheet, under the titles of its columns."""

    cells: dict[str, Any]

    def __getattr__(self, title: str) -> Any:
        """Return a cell by its title, written as a name."""
        return self.cells[title.replace("_", " ")]


def call(name: str, *cells: Any) -> Any:
    """Return what a function answers: a row of cells as a list."""
    answer = FUNCTIONS[name].evaluate(*cells)
    return answer[0] if isinstance(answer, list) and len(answer) == 1 else answer


def rows(book: Book) -> list[Keyword]:
    """Return the rows of the Keywords sheet that have a keyword."""
    titles, *listed = book.book["Keywords"].iter_rows(min_row=HEADER_ROW, values_only=True)
    return [
        Keyword(dict(zip(map(str, titles), row, strict=True)))
        for row in listed
        if row[0] is not None
    ]


def close(value: float) -> Any:
    return pytest.approx(value, rel=WITHIN, abs=1e-12)


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Book]:
    """One start of LibreOffice for every workbook that is looked at here."""
    sample, empty = (
        written(edition, bids(edition), "Bids", "Bids")
        for edition in (Edition(YEAR, sample=True), Edition(YEAR, rows=40))
    )
    typed = filled(empty, Keywords=TYPED)
    return calculated(
        tmp_path_factory.mktemp("bids"),
        sample=sample,
        without_weight=set_cells(sample, prior_weight=None, **SAFE),
        empty=empty,
        typed=set_cells(typed, target_given=100),
        without_target=typed,
        cleared=set_cells(sample, wanted_confidence=None, wanted_sureness=None, wanted_buffer=None),
        impossible=set_cells(sample, wanted_confidence=1, wanted_sureness=2, wanted_buffer=1.5),
        decimals=set_cells(sample, wanted_confidence=0.975),
        refunded=filled(empty, Keywords=[("refund", None, None, -500, None, 5, -3, 5, 2)]),
    )


def test_no_cell_shows_an_error(books: dict[str, Book]) -> None:
    assert {name: book.errors() for name, book in books.items()} == {name: [] for name in books}


@pytest.mark.parametrize("name", ["cleared", "impossible"])
def test_settings_that_cannot_be_are_replaced_and_found(books: dict[str, Book], name: str) -> None:
    book = books[name]
    used = [book.value(key) for key in ("confidence", "sureness", "buffer")]
    assert used == [0.95, 0.8, 0]
    found = dict(book.table("check", "sentence", "found"))
    replaced = {"cleared": 2, "impossible": 3}[name]  # an empty buffer is none
    assert found["Settings that are missing or impossible"] == replaced
    suggested, bids_to_set = zip(
        *((row.Suggestion, row.Bid_to_set) for row in rows(book)), strict=True
    )
    assert list(suggested) == [row.Suggestion for row in rows(books["sample"])]
    assert min(filter(None, bids_to_set)) > 0


def test_a_confidence_is_said_as_it_is(books: dict[str, Book]) -> None:
    assert any(text.startswith("97.5 % interval: ") for text in books["decimals"].texts())


def test_a_refund_alone_has_no_figure(books: dict[str, Book]) -> None:
    book = books["refunded"]
    assert (book.value("account_cost"), book.value("account_cpc")) == (-500, None)
    assert "The cost is negative: see the data checks." in book.texts()


def test_the_target_leaves_the_share_of_profit_that_is_to_stay(books: dict[str, Book]) -> None:
    book = books["sample"]
    assert book.value("target") == close(call("TARGET_CPC", 1150, 0.4, 0.3))
    assert book.value("stop_line") == close(call("STOP_AFTER", TARGET, 0.95))
    assert books["typed"].value("target") == 100


def test_each_keyword_has_the_figures_of_the_functions(books: dict[str, Book]) -> None:
    listed = rows(books["sample"])
    assert len(listed) == 40
    for row in listed:
        won, clicks, cost = row.Conversions, row.Clicks, row.Cost
        assert row.cells["Conv. rate"] == close(call("CVR", won, clicks))
        assert row.Cost_per_click == close(call("COST_PER_CLICK", cost, clicks))
        assert row.Low == close(call("CPC_LOW", cost, won))
        if won:
            assert row.Cost_per_conversion == close(call("CPC", cost, won))
            assert row.High == close(call("CPC_HIGH", cost, won))
        else:
            assert (row.Cost_per_conversion, row.High) == (DASH, DASH)


@pytest.mark.parametrize(
    ("name", "buffer", "weight"), [("sample", 0, 50), ("without_weight", 0.1, None)]
)
def test_each_keyword_has_the_bids_of_the_functions(
    books: dict[str, Book], name: str, buffer: float, weight: float | None
) -> None:
    listed = rows(books[name])
    account = sum(row.Conversions for row in listed) / sum(row.Clicks for row in listed)
    for row in listed:
        rate, known = row.Conversions / row.Clicks, account if weight else None
        most = call("MAX_BID", TARGET, rate, buffer)
        safe = call("MAX_BID_SAFE", TARGET, row.Conversions, row.Clicks, known, weight, 0.8)
        assert row.Maximum_bid == (close(min(25, most)) if row.Conversions else DASH)
        assert row.Safe_bid == close(min(25, safe))


def test_the_account_has_the_figures_of_the_functions(books: dict[str, Book]) -> None:
    book = books["sample"]
    listed = rows(book)
    cost, clicks, won = (
        sum(row.cells[title] for row in listed) for title in ("Cost", "Clicks", "Conversions")
    )
    assert book.value("account_cpc") == close(call("CPC", cost, won))
    assert book.value("account_low") == close(call("CPC_LOW", cost, won))
    assert book.value("account_high") == close(call("CPC_HIGH", cost, won))
    rate_low, rate_high = call("CVR_CI", won, clicks)
    assert book.value("account_cvr") == close(won / clicks)
    assert book.value("account_cvr_low") == close(rate_low)
    assert book.value("account_cvr_high") == close(rate_high)
    assert book.value("new_keyword_bid") == close(call("MAX_BID", TARGET, won / clicks))


def test_the_quality_score_is_weighted_by_impressions_or_else_by_clicks(
    books: dict[str, Book],
) -> None:
    for name, title in (("sample", "Impressions"), ("typed", "Clicks")):
        listed = [row for row in rows(books[name]) if row.Clicks]
        scores, weights = ([[row.cells[key]] for row in listed] for key in ("Quality score", title))
        if name == "typed":  # a score of 11 is none
            assert books[name].value("account_quality") is None
            continue
        assert books[name].value("account_quality") == close(call("QS_WEIGHTED", scores, weights))


def suggestions(row: Keyword, target: float) -> Iterator[str]:
    """Return what the Overview defines, in words of its own: the first one counts."""
    paid = row.Current_bid or row.Cost_per_click or 0
    careful = min(bid for bid in (row.Maximum_bid, row.Safe_bid) if bid not in (DASH, None))
    if not row.Conversions:
        yield STOP if row.Cost >= call("STOP_AFTER", target) else EARLY
    elif row.Low > target:
        yield LOWER if paid > careful else KEEP
    elif row.High < target:
        yield RAISE if paid < careful else KEEP
    else:
        yield KEEP if row.High < 3 * row.Low else EARLY


def test_a_suggestion_is_told_by_the_interval_alone(books: dict[str, Book]) -> None:
    for row in rows(books["sample"]):
        assert row.Suggestion == next(suggestions(row, TARGET)), row.Keyword


def test_every_suggestion_is_given_where_its_definition_says(books: dict[str, Book]) -> None:
    assert [row.Suggestion for row in rows(books["typed"])] == EXPECTED
    assert {row.Suggestion for row in rows(books["without_target"])} == {None}


def test_the_bid_to_set_is_the_lesser_of_maximum_and_safe_bid(books: dict[str, Book]) -> None:
    for row in rows(books["sample"]):
        changes = row.Suggestion in (LOWER, RAISE)
        assert row.Bid_to_set == (min(row.Maximum_bid, row.Safe_bid) if changes else None)
    bids_to_set = {row.Keyword: row.Bid_to_set for row in rows(books["typed"])}
    assert bids_to_set["two for one click"] is None, "no safe bid, and no bid"


def test_what_cannot_be_has_no_bid(books: dict[str, Book]) -> None:
    listed = {row.Keyword: row for row in rows(books["typed"])}
    assert listed["five for two clicks"].Maximum_bid == DASH
    assert listed["five for two clicks"].Safe_bid == DASH
    for name in (*NOT_SUMMED, "refund"):
        row = listed[name]
        assert {row.Cost_per_conversion, row.Low, row.High, row.Maximum_bid} == {None}


def test_a_row_with_text_for_a_number_is_left_out_whole(books: dict[str, Book]) -> None:
    book = books["typed"]
    summed = [row for row in rows(book) if row.Keyword not in NOT_SUMMED]
    for key in ("cost", "clicks", "conversions"):
        values = [row.cells[key.capitalize()] or 0 for row in summed]
        assert book.value(f"account_{key}") == close(sum(values))
        for score in range(1, 11):
            mine = [
                row.cells[key.capitalize()] or 0 for row in summed if row.Quality_score == score
            ]
            assert (book.column(f"score_{key}")[score - 1] or 0) == close(sum(mine))
    counts = book.column("score_keywords")
    assert counts[4] == len([row for row in summed if row.Quality_score == 5])


def test_what_was_spent_beyond_the_line_is_counted(books: dict[str, Book]) -> None:
    book = books["sample"]
    line = call("STOP_AFTER", TARGET)
    past = [row.Cost for row in rows(book) if not row.Conversions and row.Cost >= line]
    assert book.value("stopped_keywords") == len(past) == 5
    assert book.value("beyond_stop") == close(sum(past) - len(past) * line)
    assert [row.Left_to_the_stop_line for row in rows(book) if row.Cost in past] == [0] * 5


def test_each_table_sums_to_the_account(books: dict[str, Book]) -> None:
    for name in ("sample", "typed", "without_target"):
        book = books[name]
        for grid in ("advice", "score"):
            for key in ("cost", "conversions"):
                parts = [value for value in book.column(f"{grid}_{key}") if value]
                assert sum(parts) == close(book.value(f"account_{key}")), (name, grid, key)


def test_a_score_has_the_figures_of_its_keywords(books: dict[str, Book]) -> None:
    listed = rows(books["sample"])
    table = books["sample"].table("score", "score", "keywords", "cost", "cpc", "low", "high")
    for score, count, cost, cpc, low, high in table[:10]:
        mine = [row for row in listed if row.Quality_score == score]
        won = sum(row.Conversions for row in mine)
        assert (count, cost) == (len(mine), close(sum(row.Cost for row in mine)))
        assert low == close(call("CPC_LOW", cost, won))
        assert cpc == (close(call("CPC", cost, won)) if won else DASH)
        assert high == (close(call("CPC_HIGH", cost, won)) if won else DASH)


@pytest.mark.parametrize(
    ("grid", "word"), [("to_stop", STOP), ("to_lower", LOWER), ("to_raise", RAISE)]
)
def test_the_ten_that_cost_most_are_listed_each_once(
    books: dict[str, Book], grid: str, word: str
) -> None:
    for name in ("sample", "typed"):
        listed = [row for row in rows(books[name]) if row.Suggestion == word]
        listed.sort(key=lambda row: -row.Cost)  # equal costs stay in the order of the sheet
        shown = books[name].table(f"{grid}_list", "keyword", "campaign", "cost")
        assert shown == [(row.Keyword, row.Campaign, row.Cost) for row in listed[:10]]


def test_the_checks_find_what_is_wrong_with_the_rows(books: dict[str, Book]) -> None:
    found = dict(books["typed"].table("check", "sentence", "found"))
    assert found == {
        "Rows with text for a number": 3,
        "Bids or impressions that are text": 1,
        "Total lines": 2,
        "Rows below the table": 0,
        "More conversions than clicks": 2,
        "Conversions without cost": 2,
        "Cost without clicks": 1,
        "Negative amounts or counts": 1,
        "Keywords that stand more than once": 1,
        "Quality scores that are not 1 to 10": 1,
        "Settings that are missing or impossible": 0,
    }
    concerned = dict(books["typed"].table("check", "sentence", "concerned"))
    assert concerned["Total lines"] == 40000
    assert concerned["Rows with text for a number"] == 200
    assert not any(books["sample"].column("check_found"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_fits_its_prompt_and_needs_no_escape_in_a_formula(language: str) -> None:
    for sheet in bids(Edition(YEAR, language=language)):
        for column in sheet.columns if isinstance(sheet, Sheet) else ():
            assert len(column.title) <= 32
            assert not re.search(r"[\[\]#'@]", column.title)


def test_an_empty_workbook_invites_and_counts_nothing(books: dict[str, Book]) -> None:
    book = books["empty"]
    assert (
        "Paste your keywords into the Keywords sheet, and the answers stand here." in book.texts()
    )
    titles, *listed = book.book["Keywords"].iter_rows(min_row=HEADER_ROW, values_only=True)
    shown = titles.index("Bid to set") + 1  # what follows is hidden
    assert {value for row in listed for value in row[:shown]} == {None}
