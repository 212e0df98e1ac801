"""Numbers and days in sentences: as people of each language write them, and never rounded away."""

import re
from datetime import date

import pytest

from tests.test_words import plain, words
from workbook_templates.edition import Edition
from workbook_templates.formats import Formats
from workbook_templates.language import LANGUAGES
from workbook_templates.report.tables import Span
from workbook_templates.report.words import Words


@pytest.mark.parametrize(
    ("language", "currency", "shown"),
    [
        ("en", "NOK", "NOK 1,234.50"),
        ("nb", "NOK", "1 234,50 kr"),
        ("nb", "USD", "1 234,50 USD"),
        ("en", "USD", "$1,234.50"),
        ("en", "JPY", "¥1,235"),
        ("en", "", "1,234.50"),
    ],
)
def test_an_amount_carries_its_currency_as_the_language_writes_it(
    language: str, currency: str, shown: str
) -> None:
    assert plain(words(language, currency).money(1234.5)) == shown


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (0.0499, "NOK 0.050"),
        (0.008308, "NOK 0.0083"),
        (0.83, "NOK 0.83"),
        (-0.004, "−NOK 0.0040"),
        (0, "NOK 0.00"),
        (1e-12, "NOK 0.00"),
        (-1e-12, "NOK 0.00"),
    ],
)
def test_a_small_amount_is_not_rounded_to_0(amount: float, shown: str) -> None:
    assert plain(words().money(amount)) == shown


@pytest.mark.parametrize("currency", ["NOK", "EUR", "USD", "SEK", "GBP", "JPY"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_names_the_currency_as_the_cells_do(language: str, currency: str) -> None:
    (symbol,) = re.findall(r'"([^"]*)"', Formats(currency, language).money)
    assert symbol.strip() in words(language, currency).money(1)
    assert (symbol != symbol.strip()) == (" " in plain(words(language, currency).money(1)))


def test_a_difference_is_as_exact_as_the_amounts_it_is_of() -> None:
    assert plain(words().signed(0.004, 293.7)) == "NOK 0.00"
    assert plain(words().signed(0.004, 0.05)) == "+NOK 0.004"


def test_without_a_currency_of_its_own_the_edition_gives_it() -> None:
    assert plain(Words(Edition(date(2026, 1, 1), currency="EUR")).money(7)) == "€7.00"


def test_what_is_not_known_is_a_dash() -> None:
    said = words()
    shown = {said.money(None), said.count(None), said.share(None), said.change(None)}
    assert shown == {"–"}
    assert said.limits(None, None) == "–"


@pytest.mark.parametrize(
    ("count", "shown"), [(12345, "12,345"), (77.5, "77.5"), (0.125, "0.12"), (0, "0")]
)
def test_a_count_has_decimals_only_where_it_is_no_whole_number(count: float, shown: str) -> None:
    assert words().count(count) == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0.123, "12 %"),
        (0.0834, "8,3 %"),
        (0.0004, "< 0,1 %"),
        (0, "0 %"),
        (0.963, "96,3 %"),
        (0.9996, "> 99,9 %"),
        (1, "100 %"),
        (1.5, "150 %"),
    ],
)
def test_a_share_near_an_end_is_not_rounded_onto_it(share: float, shown: str) -> None:
    assert plain(words("nb").share(share)) == shown


@pytest.mark.parametrize(
    ("change", "shown"), [(0.08, "+8%"), (-0.08, "−8%"), (0, "0%"), (0.129, "+13%")]
)
def test_a_change_has_its_sign(change: float, shown: str) -> None:
    assert words().change(change) == shown


def test_days_and_months_are_named() -> None:
    day = date(2026, 3, 4)
    assert (words().day(day), words().month(day)) == ("4 Mar 2026", "March 2026")
    assert (words("nb").day(day), words("nb").month(day)) == ("4. mars 2026", "mars 2026")


def test_a_span_of_one_month_has_its_name() -> None:
    assert words().span(Span(date(2024, 2, 1), date(2024, 2, 29))) == "February 2024"
    assert words().span(Span(date(2026, 1, 1), date(2026, 4, 30))) == "1 Jan 2026 to 30 Apr 2026"


def test_a_span_of_one_day_is_that_day() -> None:
    assert words().span(Span(date(2026, 11, 10), date(2026, 11, 10))) == "10 Nov 2026"


def test_a_chance_is_never_0() -> None:
    assert [words().chance(p) for p in (1e-9, 0.0031, 0.0496, 0.317)] == [
        "p < 0.0001",
        "p = 0.0031",
        "p = 0.0496",
        "p = 0.32",
    ]
