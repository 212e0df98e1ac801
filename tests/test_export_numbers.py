"""What a column of numbers promises: the numbers that were meant, or the cell in doubt.

Where the expected numbers come from: ``oracles/o15`` (by hand), and Babel's own formatting, which
must be read back exactly. The shapes are those of real exports.
"""

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Literal

import pytest
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st

from addin.exports.doubt import Doubtful
from addin.exports.grid import Cell
from addin.exports.numbers import Numbers, prove, read_numbers
from tests.oracle_tables import oracle

LOCALES = (
    "en_US en_GB en_IN nb_NO da_DK sv_SE fi_FI de_DE de_AT de_CH fr_FR fr_CH es_ES es_MX it_IT "
    "pt_BR pt_PT nl_NL pl_PL cs_CZ tr_TR ja_JP ar_EG hi_IN th_TH vi_VN id_ID"
)
FIGURES = st.one_of(
    st.decimals("-99999999", "99999999", places=3),
    st.decimals("-9999", "9999", places=3),
    st.integers(-9_999_999, 9_999_999).map(Decimal),
)
COLUMNS = st.lists(FIGURES, min_size=1, max_size=6)
STEADY = settings(derandomize=True, deadline=None, max_examples=150)


def values(*cells: Cell, locale: str | None = None) -> list[float | None]:
    return read_numbers(cells, locale=locale).values


def read_if_certain(texts: list[str], locale: str | None = None) -> list[float | None] | None:
    try:
        return values(*texts, locale=locale)
    except Doubtful:
        return None


def doubt(*cells: Cell, locale: str | None = None) -> Doubtful:
    with pytest.raises(Doubtful) as caught:
        read_numbers(cells, locale=locale)
    assert caught.value.text in str(caught.value)
    assert caught.value.reason
    return caught.value


@pytest.mark.parametrize("row", oracle("o15_number_parsing"), ids=lambda row: row["case"])
def test_reads_the_oracle_as_a_column_of_one_cell(row: dict[str, str]) -> None:
    locale = row["locale"] or None
    if row["expected"] != "ERROR":
        assert values(row["text"], locale=locale) == [float(row["expected"])]
    elif row["text"] in {"", "—"}:  # no number in a formula, but in an export a figure that is none
        assert values(row["text"], locale=locale) == [None]
    else:
        doubt(row["text"], locale=locale)


@STEADY
@given(st.sampled_from(LOCALES.split()), st.sampled_from(["latn", "default"]), COLUMNS)
def test_reads_back_what_babel_writes(
    locale: str, digits: Literal["default"], figures: list[Decimal]
) -> None:
    expected = [float(figure) for figure in figures]
    how: partial[dict[str, Any]] = partial(
        dict, locale=locale, numbering_system=digits, decimal_quantization=False
    )
    for texts in (
        [format_decimal(figure, **how()) for figure in figures],
        [format_currency(figure, "EUR", currency_digits=False, **how()) for figure in figures],
        [format_percent(figure, **how()) for figure in figures],
    ):
        assert values(*texts, locale=locale) == expected
        assert read_if_certain(texts) in (expected, None)


@STEADY
@given(st.sampled_from(LOCALES.split()), COLUMNS)
def test_a_file_that_proves_its_notation_is_read_by_the_proof(
    locale: str, figures: list[Decimal]
) -> None:
    cents = [figure.quantize(Decimal("0.01")) for figure in figures]
    written = [
        [format_decimal(figure, locale=locale, decimal_quantization=False) for figure in column]
        for column in (figures, cents, [Decimal("12.5")])
    ]
    proved = prove(written)
    for texts, column in zip(written, (figures, cents), strict=False):
        expected = [float(figure) for figure in column]
        assert read_if_certain(texts, proved) in (expected, None)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1.234", "12,50"), [1234, 12.5]),
        (("1,234.50", "2,000"), [1234.5, 2000]),
        (("25,881", "77.77"), [25881, 77.77]),
        (("18\u00a0158", "1\u00a0537,85"), [18158, 1537.85]),
        (("18\u202f158",), [18158]),
        (("1’234.50", "2'000"), [1234.5, 2000]),
        (("1,23,456", "1,234"), [123456, 1234]),
        (("161074.000", "7.300"), [161074, 7.3]),
        (("0.670124481", "1"), [0.670124481, 1]),
        (("46711.99312222", "-3"), [46711.99312222, -3]),
        (("٣٫٥", "٤"), [3.5, 4]),
        (("1200", "980"), [1200, 980]),
        (("1 234.5", "2 000"), [1234.5, 2000]),
    ],
)
def test_one_certain_cell_decides_for_its_column(
    cells: tuple[str, ...], expected: list[float]
) -> None:
    assert values(*cells) == expected
    assert values(*reversed(cells)) == expected[::-1]


@pytest.mark.parametrize(
    ("cells", "index", "options"),
    [
        (("1.234", "2.500"), 0, ("en_US", "de_DE")),
        (("7", "1,234"), 1, ("en_US", "nb_NO")),
        (("$ 25,881", "--"), 0, ("en_US", "nb_NO")),
        (("12.345 %", "5 %"), 0, ("en_US", "de_DE")),
    ],
)
def test_a_column_with_two_readings_is_refused_until_the_locale_is_said(
    cells: tuple[str, ...], index: int, options: tuple[str, str]
) -> None:
    refused = doubt(*cells)
    assert (refused.index, refused.text) == (index, cells[index])
    assert refused.option == "--locale {} or --locale {}".format(*options)
    one, two = (values(*cells, locale=locale)[index] for locale in options)
    assert one != two


@pytest.mark.parametrize(
    "cells",
    [("1.234,50", "1,234.50"), ("12,3", "4.5"), ("1 234,50", "1.234"), ("1,234,567", "1.234.567")],
)
def test_two_notations_in_one_column_are_refused_naming_both(cells: tuple[str, str]) -> None:
    refused = doubt(*cells)
    assert refused.index == 1
    assert all(cell in str(refused) for cell in cells)


def test_the_columns_of_a_file_prove_its_notation_together() -> None:
    assert values("1.234", locale=prove([["1.234"], ["77,77 %"]])) == [1234]
    assert values("1,234", locale=prove([["1,234"], ["77.77 %"]])) == [1234]
    assert prove([["1.234"], ["2.500"]]) is None
    assert prove([["5"], [7.5, None, "--"]]) is None
    with pytest.raises(Doubtful) as caught:
        prove([["1"], ["12,50"], ["3", "12.50"]])
    assert (caught.value.column, caught.value.index, caught.value.text) == (2, 1, "12.50")


def test_the_locale_that_a_column_proves_is_said_and_none_where_it_does_not_matter() -> None:
    assert read_numbers(["12.5"]).locale == "en_US"
    assert read_numbers(["12,5"]).locale == "nb_NO"
    assert read_numbers(["1.234,5"], locale="de_AT").locale == "de_AT"
    assert read_numbers(["12", 3.5]).locale is None


def test_a_number_that_the_declared_locale_cannot_write_is_refused_with_one_that_can() -> None:
    refused = doubt("12,50", "12.50", locale="nb_NO")
    assert (refused.index, refused.option) == (1, "--locale en_US")


@pytest.mark.parametrize("cell", [None, "", " ", "-", "--", " --", "– ", "—", "\u00a0"])
def test_what_is_missing_is_counted_and_never_0(cell: Cell) -> None:
    assert read_numbers([cell, "5"]) == Numbers([None, 5.0], None, frozenset(), False, 1, 0)


@pytest.mark.parametrize("cell", ["< 10%", "< 10 %", "<10", "<5", "> 90%", " <10\u00a0%"])
def test_a_figure_that_is_kept_back_is_counted_by_itself(cell: str) -> None:
    read = read_numbers([cell, ""])
    assert (read.values, read.missing, read.bucketed) == ([None, None], 1, 1)
    assert read.percent is ("%" in cell)


@pytest.mark.parametrize(
    "cell",
    ["n/a", "N/A", "null", "No data available.", "< ten", "1.2K", "00:22:49", "2026-03-04", "top 5",
     True, False, date(2026, 3, 4), float("nan"), float("inf"), "#N/A", "=1", "1e999", "---"],
)  # fmt: skip
def test_what_is_no_number_is_refused_with_its_place(cell: Cell) -> None:
    for locale in (None, "nb_NO", "en_US"):
        assert doubt("1", cell, locale=locale).index == 1


def test_percent_is_a_fraction_and_marks_the_column() -> None:
    read = read_numbers(["77.77%", "< 10%", "0", " --", "0.00%"])
    assert read == Numbers([0.7777, None, 0.0, None, 0.0], "en_US", frozenset(), True, 1, 1)


@pytest.mark.parametrize("cells", [("12%", "5"), (0.12, "12%"), ("12.5", "< 10%"), (12.5, "< 10%")])
def test_percent_beside_plain_numbers_is_refused(cells: tuple[Cell, ...]) -> None:
    assert "percent sign" in doubt(*cells).reason


def test_fractions_stand_beside_a_limit_in_percent_as_an_office_leaves_them() -> None:
    assert read_numbers([0.4217, "< 10%", 1.0]).values == [0.4217, None, 1.0]


@pytest.mark.parametrize(
    ("cells", "currencies"),
    [
        (("R$ 236,86", "0"), {"BRL"}),
        (("kr 5", "7 kr."), {"NOK", "SEK", "DKK", "ISK"}),
        (("kr 5", "NOK 7"), {"NOK"}),
        (("Rs.1000.0", "Rs.14.217777799999999"), {"INR", "PKR", "LKR", "NPR", "MUR"}),
        (("¥1200",), {"JPY", "CNY"}),
        (("12.5",), set()),
    ],
)
def test_currencies_are_collected_and_not_guessed(
    cells: tuple[str, ...], currencies: set[str]
) -> None:
    assert read_numbers(cells).currencies == currencies


def test_two_currencies_in_one_column_are_refused() -> None:
    refused = doubt("USD 5", "5", "EUR 6")
    assert refused.index == 2
    assert "USD" in refused.reason


def test_typed_numbers_pass_as_they_are() -> None:
    assert values(1.234, -5.0, 2, None) == [1.234, -5, 2, None]


def test_a_typed_number_that_an_office_may_have_divided_by_1000_is_refused() -> None:
    assert doubt(1.234, "12.50").index == 0
    assert values(1.234, "12.50", locale="en_US") == [1.234, 12.5]
    assert values(0.125, 12.5, "12.50") == [0.125, 12.5, 12.5]
