"""The budget workbook says what the functions say, as LibreOffice calculates it."""

import re
from collections import defaultdict
from datetime import date
from io import BytesIO
from math import ceil, log10, sqrt
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook
from scipy.stats import chi2, norm

from cpc_functions import CATALOGUE
from tests.books import Book, calculated, filled, set_cells
from workbook_templates.budget import budget
from workbook_templates.edition import Edition
from workbook_templates.language import LANGUAGES
from workbook_templates.sheet import Sheet
from workbook_templates.writing.workbook import written

FUNCTIONS = {function.name: function for function in CATALOGUE}
YEAR = date(2026, 1, 1)
DASH = "–"
HEADER_ROW = 4
WITHIN = 1e-9
BELOW, UNKNOWN, ABOVE = "below target", "cannot tell", "above target"

# Channel, spend, conversions, periods, now, note.
TYPED = [
    ("Search", 2000, 90, 4, None, None),
    ("Search", 1000, 50, 4, None, None),  # steps need not be in order
    ("search ", 2000, 94, 2, None, None),  # the same step again
    ("Display", 500, 4, None, None, None),
    ("Display", 900, 4, None, None, None),  # nothing gained
    ("Fell", 1000, 60, 9, None, None),
    ("Fell", 3000, 20, 9, None, None),  # surely lost
    ("Tests", 0, 3, 6, None, None),  # what comes without spend
    ("Tests", 400, 11.5, 6, "x", None),
    ("Tests", 900, 14, 6, None, None),
    ("None yet", 300, 0, 2, None, None),
    ("None yet", 600, 0, 2, None, None),
    ("*?~", 100, 2, 1, None, None),
    ("Half a row", 100, None, None, None, None),
    ("Text", "1 000", 3, None, None, None),
    ("Negative", -5, 3, None, None, None),
    ("Search", 3000, 90, "4 weeks", None, None),
    ("TOTAL", 9000, 400, 4, None, None),
    ("Total: Account", 9000, 400, 4, None, None),
]
NOT_COUNTED = "not counted: give channel, spend and conversions"
TEXT, TOTAL = "not counted: a number is text", "not counted: a total line"
LOWEST = "lowest step: nothing to compare with"
SUMMED = "summed with the same step above"
NOTHING, CHANCE = "no conversion gained", "no upper limit: the gain may be chance"
REMARKS = [
    *(None, LOWEST, SUMMED, LOWEST, NOTHING, LOWEST, NOTHING, LOWEST, None, CHANCE),
    *(LOWEST, NOTHING, LOWEST, NOT_COUNTED, TEXT, NOT_COUNTED, TEXT, TOTAL, TOTAL),
]


class Step(NamedTuple):
    """One level of spend of one channel: conversions in all periods, and the periods."""

    spend: float
    won: float
    periods: float

    @property
    def rate(self) -> float:
        return self.won / self.periods

    def limits(self, confidence: float = 0.95) -> tuple[float, float]:
        """Garwood 1936, from the quantiles of chi-squared."""
        tail = (1 - confidence) / 2
        low = chi2.ppf(tail, 2 * self.won) / 2 if self.won else 0.0
        high = chi2.ppf(1 - tail, 2 * self.won + 2) / 2
        return low / self.periods, high / self.periods


class Extra(NamedTuple):
    """What a step gained over the one below, with MOVER's interval (Zou and Donner 2008)."""

    spend: float
    gain: float
    low: float
    high: float


def extra(below: Step, above: Step) -> Extra:
    gain = above.rate - below.rate
    (low0, high0), (low1, high1) = below.limits(), above.limits()
    return Extra(
        above.spend - below.spend,
        gain,
        gain - sqrt((above.rate - low1) ** 2 + (high0 - below.rate) ** 2),
        gain + sqrt((high1 - above.rate) ** 2 + (below.rate - low0) ** 2),
    )


def call(name: str, *cells: Any) -> Any:
    return FUNCTIONS[name].evaluate(*cells)


def close(value: float) -> Any:
    return pytest.approx(value, rel=WITHIN, abs=1e-11)


def rows(book: Book) -> list[dict[str, Any]]:
    """Return the rows of the Steps sheet that have a channel, by the titles of the columns."""
    titles, *listed = book.book["Steps"].iter_rows(min_row=HEADER_ROW, values_only=True)
    return [dict(zip(map(str, titles), row, strict=True)) for row in listed if row[0] is not None]


def counted(book: Book) -> list[tuple[str, dict[str, Any]]]:
    """Return the rows that count, with their channel."""
    return [
        (row["Channel"].strip().lower(), row)
        for row in rows(book)
        if row["Remark"] not in (NOT_COUNTED, TEXT, TOTAL)
    ]


def steps(book: Book) -> dict[str, dict[float, Step]]:
    """Return the steps of each channel by spend: rows of the same channel and spend are summed."""
    found: dict[str, dict[float, Step]] = defaultdict(dict)
    for channel, row in counted(book):
        spend, ran = row["Spend"], row["Periods"] or 1
        _, won, periods = found[channel].get(spend, Step(spend, 0, 0))
        found[channel][spend] = Step(spend, won + row["Conversions"] * ran, periods + ran)
    return found


def last_steps(book: Book) -> dict[str, Extra | None]:
    """Return the step up to where each channel stands: the marked row, or its last one."""
    stands: dict[str, tuple[bool, float]] = {}
    for channel, row in counted(book):
        marked = row["Now"] is not None
        if marked or not stands.get(channel, (False, 0))[0]:
            stands[channel] = (marked, row["Spend"])
    found: dict[str, Extra | None] = {}
    for channel, (_, spend) in stands.items():
        levels = steps(book)[channel]
        lower = [level for level in levels if level < spend]
        found[channel] = extra(levels[max(lower)], levels[spend]) if lower else None
    return found


def with_floor(content: bytes, amount: float) -> bytes:
    """Return a workbook with another floor for the first channel that has one."""
    book = load_workbook(BytesIO(content))
    ((sheet, area),) = book.defined_names["floor_spend"].destinations
    book[sheet][area.replace("$", "").partition(":")[0]].value = amount
    changed = BytesIO()
    book.save(changed)
    return changed.getvalue()


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Book]:
    """One start of LibreOffice for every workbook that is looked at here."""
    sample, empty = (
        written(edition, budget(edition), "Budget", "Budget")
        for edition in (Edition(YEAR, sample=True), Edition(YEAR, rows=30))
    )
    many = [(f"Channel {place}", 100, 5, 4, None, None) for place in range(14)]
    typed = filled(empty, Steps=TYPED)
    return calculated(
        tmp_path_factory.mktemp("budget"),
        sample=sample,
        large_share=set_cells(sample, move_share=0.9),
        high_floor=with_floor(sample, 7350),
        surer=set_cells(sample, wanted_confidence=0.999),
        cleared=set_cells(sample, wanted_confidence=None),
        impossible=set_cells(sample, wanted_confidence=2),
        empty=empty,
        typed=set_cells(typed, target=40, shown_channel="Tests"),
        many=filled(empty, Steps=many),
    )


def test_no_cell_shows_an_error(books: dict[str, Book]) -> None:
    assert {name: book.errors() for name, book in books.items()} == {name: [] for name in books}


@pytest.mark.parametrize("name", ["cleared", "impossible"])
def test_a_confidence_that_cannot_be_is_replaced_and_found(
    books: dict[str, Book], name: str
) -> None:
    book, sample = books[name], books["sample"]
    assert book.value("confidence") == 0.95
    assert book.value("move_least") == sample.value("move_least")
    found = dict(book.table("check", "sentence", "found"))
    assert found["Confidence that is missing or impossible"] == 1
    assert any(text.startswith("99.9 % interval: ") for text in books["surer"].texts())


@pytest.mark.parametrize("name", ["sample", "typed"])
def test_each_step_is_compared_with_the_next_lower_one(books: dict[str, Book], name: str) -> None:
    book = books[name]
    for channel, row in counted(book):
        levels = steps(book)[channel]
        step = levels[row["Spend"]]
        average = call("CPC", step.spend * step.periods, step.won)
        shown = row["Cost per conversion"]
        assert shown == (close(average) if step.won else DASH)
        lower = [level for level in levels if level < step.spend]
        if not lower:
            assert (row["Next lower spend"], row["Extra conversions"]) == (None, None)
            continue
        below = levels[max(lower)]
        gained = extra(below, step)
        assert row["Next lower spend"] == below.spend
        assert row["Extra spend"] == close(gained.spend)
        assert row["Extra conversions"] == close(gained.gain)
        assert row["Extra low"] == close(gained.low)
        assert row["Extra high"] == close(gained.high)
        marginal = call("MARGINAL_STEP", below.spend, below.rate, step.spend, step.rate)
        assert row["Marginal cost per conversion"] == (close(marginal) if gained.gain > 0 else DASH)
        for title, limit in (("low", gained.high), ("high", gained.low)):
            each = close(gained.spend / limit) if limit > 0 else DASH
            assert row[f"Marginal {title}"] == each


def test_the_interval_is_movers_for_a_difference_of_rates() -> None:
    """By hand: 20 and 26 conversions have Garwood's 12.217..30.888 and 16.984..38.096."""
    gained = extra(Step(1000, 20, 1), Step(1500, 26, 1))
    assert gained.low == pytest.approx(6 - sqrt(9.016**2 + 10.888**2), abs=2e-3)
    assert gained.high == pytest.approx(6 + sqrt(12.096**2 + 7.783**2), abs=2e-3)


def test_a_verdict_needs_the_whole_interval_on_one_side(books: dict[str, Book]) -> None:
    for name, target in (("sample", 360), ("typed", 40)):
        for row in rows(books[name]):
            low, high = row["Marginal low"], row["Marginal high"]
            if row["Extra conversions"] is None:
                expected = None
            elif low == DASH or low > target:
                expected = ABOVE
            else:
                expected = BELOW if high != DASH and high < target else UNKNOWN
            assert row["Against target"] == expected
    typed = rows(books["typed"])
    told = [typed[place]["Against target"] for place in (0, 8, 6)]
    assert told == [BELOW, UNKNOWN, ABOVE]


def test_a_remark_says_what_is_special_about_a_row(books: dict[str, Book]) -> None:
    assert [row["Remark"] for row in rows(books["typed"])] == REMARKS


def test_channels_are_found_by_themselves_where_they_stand_now(books: dict[str, Book]) -> None:
    found = dict(books["typed"].table("by_channel", "name", "spend"))
    names = ("Search", "Display", "Fell", "Tests", "None yet", "*?~")
    assert found == dict(zip(names, (2000, 900, 3000, 400, 600, 100), strict=True))
    assert len(books["many"].table("by_channel", "name", "spend")) == 12
    meta = dict(books["sample"].table("by_channel", "name", "spend"))["Meta"]
    assert meta == 6000, "marked, though a later row was tried"


def test_a_channel_shows_average_and_marginal_with_their_intervals(books: dict[str, Book]) -> None:
    book = books["sample"]
    table = book.table("by_channel", "name", "spend", "conversions", "cpc", "low", "high")
    for name, spend, rate, average, low, high in table:
        step = steps(book)[name.lower()][spend]
        cost = spend * step.periods
        assert rate == close(step.rate)
        assert average == close(call("CPC", cost, step.won))
        assert low == close(call("CPC_LOW", cost, step.won))
        assert high == close(call("CPC_HIGH", cost, step.won))
    marginals = book.table("by_channel", "name", "marginal", "marginal_low", "marginal_high")
    for name, *figures in marginals:
        last = last_steps(book)[name.lower()]
        gains = (last.gain, last.high, last.low) if last else ()
        expected = [close(last.spend / gain) if gain > 0 else DASH for gain in gains if last]
        assert figures == (expected or [None] * 3)


def test_the_move_goes_from_the_surely_dearest_to_the_surely_cheapest(
    books: dict[str, Book],
) -> None:
    book = books["sample"]
    last = {name: step for name, step in last_steps(book).items() if step}
    dear = min(last, key=lambda name: last[name].high / last[name].spend)
    cheap = max(last, key=lambda name: last[name].low / last[name].spend)
    names = book.column("channel_name")
    assert names[book.value("move_from") - 1].lower() == dear == "linkedin"
    assert names[book.value("move_to") - 1].lower() == cheap == "google shopping"
    assert last[dear].high / last[dear].spend < last[cheap].low / last[cheap].spend


def test_the_move_brings_what_the_last_steps_brought(books: dict[str, Book]) -> None:
    book = books["sample"]
    last = last_steps(book)
    dear, cheap = last["linkedin"], last["google shopping"]
    assert dear is not None
    assert cheap is not None
    moved = book.value("moved")
    assert moved == close(0.1 * 7500)
    gained, lost = moved * cheap.gain / cheap.spend, moved * dear.gain / dear.spend
    assert book.value("move_gained") == close(gained)
    assert book.value("move_lost") == close(lost)
    assert book.value("move_net") == close(gained - lost)
    least = moved * (cheap.low / cheap.spend - dear.high / dear.spend)
    assert book.value("move_least") == close(least)
    assert 0 < least < gained - lost


def test_the_total_is_preserved_and_the_expected_conversions_add_up(
    books: dict[str, Book],
) -> None:
    for name in ("sample", "large_share", "high_floor", "typed"):
        book = books[name]
        plan = book.table("plan", "name", "spend", "after", "conversions", "expected")
        _names, spend, after, now, expected = (list(column) for column in zip(*plan, strict=True))
        assert sum(after) == close(sum(spend)) == close(book.value("total_spend"))
        assert sum(expected) == close(sum(now) + book.value("move_net"))


def test_a_move_is_no_larger_than_share_floor_and_last_steps_allow(
    books: dict[str, Book],
) -> None:
    assert books["large_share"].value("moved") == 2500, "the last step of the receiving channel"
    assert books["high_floor"].value("moved") == 150, "what LinkedIn has above its floor"
    typed = books["typed"]
    names = typed.column("channel_name")
    assert names[typed.value("move_from") - 1] == "Fell"
    assert names[typed.value("move_to") - 1] == "Search"
    assert typed.value("moved") == close(300)
    assert typed.value("move_lost") == 0, "a step that lost conversions has none to lose"


def test_where_intervals_overlap_a_step_to_try_stands_instead(books: dict[str, Book]) -> None:
    book = books["surer"]
    assert (book.value("move_told"), book.value("moved")) == (0, None)
    shopping = steps(book)["google shopping"][7500]
    z = (norm.ppf(0.9995) + norm.ppf(0.8)) ** 2 / shopping.periods
    more = (z + sqrt(z * z + 8 * shopping.rate * z)) / 2
    step = more * 7500 / shopping.rate  # its average is above its marginal cost
    assert book.column("pace_trial")[1] == close(step)
    unit = 10 ** (int(log10(step)) - 1)
    assert book.value("trial_step") == close(ceil(step / unit) * unit)
    said = next(text for text in book.texts() if text.startswith("Cannot tell yet which"))
    assert "in Google shopping, over 8 periods" in said


def test_the_average_of_all_channels_has_the_limits_of_their_sum(books: dict[str, Book]) -> None:
    book = books["sample"]
    stand = [
        steps(book)[name.lower()][spend] for name, spend in book.table("channel", "name", "spend")
    ]
    spend, rate = sum(step.spend for step in stand), sum(step.rate for step in stand)
    down = sqrt(sum((step.rate - step.limits()[0]) ** 2 for step in stand))
    up = sqrt(sum((step.limits()[1] - step.rate) ** 2 for step in stand))
    assert book.value("total_cpc") == close(spend / rate)
    assert book.value("total_low") == close(spend / (rate + up))
    assert book.value("total_high") == close(spend / (rate - down))


def test_the_steps_of_the_chosen_channel_are_drawn_in_order(books: dict[str, Book]) -> None:
    chosen = steps(books["typed"])["tests"]
    drawn = books["typed"].table("charted", "spend", "base", "below", "above")
    assert [spend for spend, *_ in drawn] == [0, 400, 900]
    for spend, base, below, above in drawn:
        low, high = chosen[spend].limits()
        assert (base, base + below, base + below + above) == (
            close(low),
            close(chosen[spend].rate),
            close(high),
        )


def test_the_checks_find_what_is_wrong_with_the_rows(books: dict[str, Book]) -> None:
    found = dict(books["typed"].table("check", "sentence", "found"))
    assert found == {
        "Rows with text for a number": 2,
        "Total lines": 2,
        "Rows that are not complete, or negative": 2,
        "Rows summed with a row above": 1,
        "Channels with one level of spend": 1,
        "Channels with more than one mark in Now": 0,
        "More than 12 channels": 0,
        "Floors of channels that are not found": 0,
        "Rows below the table": 0,
        "Confidence that is missing or impossible": 0,
    }
    concerned = dict(books["typed"].table("check", "sentence", "concerned"))
    assert (concerned["Total lines"], concerned["Rows with text for a number"]) == (18000, 3000)
    assert dict(books["many"].table("check", "sentence", "found"))["More than 12 channels"] == 2


def test_channels_with_one_step_each_get_a_step_to_try(books: dict[str, Book]) -> None:
    said = [text for text in books["many"].texts() if text.startswith("No channel has two levels")]
    assert said
    assert "in Channel 0, over 4 periods" in said[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_fits_its_prompt_and_needs_no_escape_in_a_formula(language: str) -> None:
    for sheet in budget(Edition(YEAR, language=language)):
        for column in sheet.columns if isinstance(sheet, Sheet) else ():
            assert len(column.title) <= 32
            assert not re.search(r"[\[\]#'@]", column.title)


def test_an_empty_workbook_invites_and_counts_nothing(books: dict[str, Book]) -> None:
    book = books["empty"]
    assert "Fill in the Steps sheet, and the suggestion stands here." in book.texts()
    titles, *listed = book.book["Steps"].iter_rows(min_row=HEADER_ROW, values_only=True)
    shown = titles.index("Remark") + 1  # what follows is hidden
    assert {value for row in listed for value in row[:shown]} == {None}
