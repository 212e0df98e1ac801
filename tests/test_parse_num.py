"""What PARSE_NUM promises: the number that was meant, or a refusal; never a guess.

Where the expected numbers come from: ``oracles/o15`` (by hand, beside Babel's strict parser), and
Babel's own formatting, which must be read back exactly.
"""

from decimal import Decimal
from typing import Any

import pytest

from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.check import parse_num
from cpc_functions.numerals import parse_number
from tests.oracle_tables import oracle

NAMES = (
    "en_US en_GB en_IN en_CA en_AU en_ZA nb_NO nn_NO no da_DK sv_SE fi_FI de_DE de_AT de_CH fr_FR "
    "fr_CH fr_CA es_ES es_MX it_IT pt_BR pt_PT nl_NL pl_PL cs_CZ hu_HU ro_RO tr_TR ru_RU uk_UA "
    "el_GR ja_JP zh_CN ko_KR ar_EG ar_SA he_IL hi_IN th_TH vi_VN id_ID"
)
FIGURES = [
    *("0", "5", "-1", "0.05", "999", "1000", "-1234", "1234.5", "-0.125", "12345.678", "99999.99"),
    *("100000", "1234567", "-1234567.891", "12345678.9", "987654321.12", "123456789012.25"),
]


def refusal(*cells: object) -> CellError:
    answer = parse_num.evaluate(*cells)
    assert isinstance(answer, CellError)
    return answer


@pytest.mark.parametrize("row", oracle("o15_number_parsing"), ids=lambda row: row["case"])
def test_reads_the_oracle(row: dict[str, str]) -> None:
    answer = parse_num.evaluate(row["text"], row["locale"] or None)
    if row["expected"] == "ERROR":
        assert isinstance(answer, CellError)
        assert answer.why
    else:
        assert answer == float(row["expected"])


@pytest.mark.parametrize("locale", NAMES.split())
@pytest.mark.parametrize("digits", ["latn", "default"])
def test_reads_back_what_babel_writes(locale: str, digits: Any) -> None:
    babel = pytest.importorskip("babel.numbers")
    for figure in map(Decimal, FIGURES):
        how = {"locale": locale, "numbering_system": digits, "decimal_quantization": False}
        assert parse_number(babel.format_decimal(figure, **how), locale) == float(figure)
        share = babel.format_percent(figure, **how)
        assert parse_number(share, locale) == float(figure)
        for currency in ("NOK", "EUR", "USD", "GBP", "INR"):
            price = babel.format_currency(figure, currency, currency_digits=False, **how)
            assert parse_number(price, locale) == float(figure)


@pytest.mark.parametrize("name", ["nb_NO", "nb-NO", "NB_no", "nb", " no ", "nn-no"])
def test_a_locale_may_be_written_in_several_ways(name: str) -> None:
    assert parse_num.evaluate("1 234,5", name) == 1234.5


@pytest.mark.parametrize("name", ["klingon", "xx_YY", "Norway", "nb_NO_oslo_x", "en_", "1"])
def test_an_unknown_locale_is_refused_with_the_accepted_form(name: str) -> None:
    error = refusal("5", name)
    assert error.code is ErrorCode.VALUE
    assert '"nb_NO"' in error.why


@pytest.mark.parametrize(
    ("text", "locales"),
    [("1,234", ("en_US", "nb_NO")), ("1.234", ("de_DE", "en_US")), ("$12,345", ("en_US", "nb_NO"))],
)
def test_a_number_with_two_readings_is_refused_until_the_locale_is_said(
    text: str, locales: tuple[str, str]
) -> None:
    error = refusal(text)
    assert error.code is ErrorCode.VALUE
    assert all(f'"{locale}"' in error.why for locale in locales)
    thousands, decimals = (parse_num.evaluate(text, locale) for locale in locales)
    assert thousands == 1000 * decimals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1234,5", 1234.5), ("12,34", 12.34), ("0,123", 0.123), (".123", 0.123),
        ("1234.567", 1234.567), ("1,234,567", 1234567), ("1.234.567", 1234567),
        ("1 234", 1234), ("1'234", 1234), ("1 234.5", 1234.5), ("1,23,456", 123456),
        ("1,234e3", 1234), ("٣٬٥٠٠٫٥", 3500.5),
    ],
)  # fmt: skip
def test_a_number_with_one_reading_needs_no_locale(text: str, value: float) -> None:
    assert parse_num.evaluate(text) == value


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("1,234.56", "nb_NO"), ("1.234,56", "en_US"), ("1.234", "nb_NO"), ("1 234", "en_US"),
        ("12,34,567", "en_US"), ("12 34", "nb_NO"), ("0,123", "en_US"), ("1234,567", "en_US"),
        ("٣٫٥", "en_US"), ("1.2.3", "de_DE"), ("1 234.567,8", "de_DE"),
    ],
)  # fmt: skip
def test_the_declared_locale_decides(text: str, locale: str) -> None:
    error = refusal(text, locale)
    assert error.code is ErrorCode.VALUE
    assert locale in error.why or "locale" in error.why


@pytest.mark.parametrize(
    "text",
    ["-5,2", "−5,2", "–5,2", "- 5,2", "5,2-", "5,2 −", "(5,2)", "kr -5,2", "-kr 5,2", "5,2- kr",
     "(kr 5,2)", "\ufeff-5,2", "\u200e-5,2", "-5,2\u00a0NOK"],
)  # fmt: skip
def test_a_negative_number_has_many_spellings(text: str) -> None:
    assert parse_num.evaluate(text, "nb_NO") == -5.2


@pytest.mark.parametrize(
    "text",
    ["kr 1234,5", "1234,5 kr", "1234,5 kr.", "NOK1234,5", "1234,5 NOK", "€1234,5", "$ 1234,5",
     "£1234,5", "Rs.1234,5", "R$ 1234,5", "US$1234,5", "$1234,5 USD", "1234,5 zł", "CHF 1234,5",
     "¥1234,5", "₹1234,5", "+1234,5"],
)  # fmt: skip
def test_a_currency_is_left_out(text: str) -> None:
    assert parse_num.evaluate(text, "nb_NO") == 1234.5


@pytest.mark.parametrize("space", " \u00a0\u202f\u2009\u2007")
def test_every_space_groups_digits(space: str) -> None:
    assert parse_num.evaluate(f"1{space}234{space}567,5", "nb_NO") == 1234567.5


def test_percent_is_a_fraction_rounded_once() -> None:
    assert parse_num.evaluate([["12,3 %", "0,7%", "%5", "(29 %)"]], "tr") == [
        [0.123, 0.007, 0.05, -0.29]
    ]


def test_a_price_without_minor_units_is_no_negative_number() -> None:
    assert parse_num.evaluate([["500,-"], ["kr 1 500,–"], ["500,-"]], "nb") == [
        [500], [1500], [500],
    ]  # fmt: skip
    assert parse_num.evaluate("CHF 1'500.-", "de_CH") == 1500


@pytest.mark.parametrize(
    "text",
    ["１２３", "12\uff13", "nan", "NaN", "inf", "-Infinity", "1_000", "1/2", "½", "12³", "1.2K",
     "1,2 mill", "3M", "2026-01-31", "31.12.2026", "1/31/2026", "10:30", "TRUE", "usann", "-", "--",
     "—", "n/a", "null", "12abc", "abc12", "1 2 3", "--5", "-(5)", "(5", "5)", "+-5", "5+", "€5 $",
     "5 EUR NOK", "5 % kr", "0x10", "1e", "e5", "=5", "5;6", "1..2", "1.,2", "", "top 5"],
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    for locale in (None, "en_US", "nb_NO", "de_CH"):
        assert refusal(text, locale).code is ErrorCode.VALUE


def test_a_limit_is_not_available() -> None:
    assert refusal("< 10 %").code is ErrorCode.NA


@pytest.mark.parametrize("text", ["1e400", "9" * 400, "1e-999"])
def test_what_no_cell_can_hold_is_refused(text: str) -> None:
    assert refusal(text).code is ErrorCode.NUM


def test_cells_that_are_no_text_keep_their_meaning() -> None:
    cells = [[7, -2.5, True, None, CellError("#REF!", "gone"), "#N/A"]]
    (seven, half, true, blank, gone, missing) = parse_num.evaluate(cells)[0]
    assert (seven, half) == (7.0, -2.5)
    assert [e.code.value for e in (true, blank, gone, missing)] == [
        "#VALUE!", "#VALUE!", "#REF!", "#N/A",
    ]  # fmt: skip


def test_each_row_may_have_its_own_locale() -> None:
    assert parse_num.evaluate([["1,234"], ["1,234"]], [["en"], ["nb"]]) == [[1234.0], [1.234]]
