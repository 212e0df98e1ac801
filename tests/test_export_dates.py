"""What a column of dates promises: the days that were meant, or the cell in doubt.

The shapes are those of real exports; the names of months and the orders are the Unicode CLDR's.
"""

import re
from datetime import date, datetime, time, timedelta

import pytest
from babel import Locale, localedata
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from addin.exports.dates import read_dates
from addin.exports.doubt import Doubtful
from addin.exports.grid import Cell
from addin.exports.month_names import LANGUAGES, months
from addin.exports.periods import read_period
from addin.exports.written_date import Grain

DAYS = st.lists(st.dates(date(1990, 1, 1), date(2099, 12, 31)), min_size=1, max_size=8)
STEADY = settings(derandomize=True, deadline=None, max_examples=150)
MARCH_4 = date(2026, 3, 4)


def values(*cells: Cell, order: str | None = None, start: date | None = None) -> list[date | None]:
    return read_dates(cells, order=order, start=start).values


def doubt(*cells: Cell, order: str | None = None) -> Doubtful:
    with pytest.raises(Doubtful) as caught:
        read_dates(cells, order=order)
    assert caught.value.text in str(caught.value)
    assert caught.value.reason
    return caught.value


@pytest.mark.parametrize(
    "cell",
    ["2026-03-04", "20260304", "2026/03/04", "2026.3.4", "2026. 3. 4", "04.03.2026", "4.3.2026",
     "Mar 4, 2026", "March 4, 2026", "4 March 2026", "4-Mar-2026", "4/mar/2026", "4. mars 2026",
     "4. März 2026", "4. mar. 2026", "4 de março de 2026", "4 de mar. de 2026", "04/mar./2026",
     "qua., 4 de mar. de 2026", "quarta-feira, 4 de março de 2026", "Mittwoch, 4. März 2026",
     "onsdag 4. mars 2026", "Wed, Mar 4, 2026", "2026年3月4日", "2026年3月4日(水)",
     "\ufeff2026-03-04 ",
     "4\u00a0March\u00a02026", MARCH_4, datetime.combine(MARCH_4, time()), 20260304.0, 20260304],
)  # fmt: skip
def test_reads_what_can_only_be_one_day(cell: Cell) -> None:
    read = read_dates([cell])
    assert (read.values, read.has_time, read.grain) == ([MARCH_4], False, Grain.DAY)


@pytest.mark.parametrize(
    "cell",
    ["2026-03-04 12:30", "2026-03-04T23:30:00+02:00", "2026-03-04T00:00:01Z", "2026-03-04|7",
     "2026-03-04 23:59:59.999 UTC", "March 4, 2026, 12:00 PM", "04.03.2026 09:15",
     "20260304 7:00 a.m.", datetime.combine(MARCH_4, time(23, 59))],
)  # fmt: skip
def test_the_time_of_day_is_cut_and_said(cell: Cell) -> None:
    read = read_dates([cell, "2026-03-05"])
    assert (read.values[0], read.has_time) == (MARCH_4, True)


@pytest.mark.parametrize(
    "cell", ["2026-03-04 00:00:00", "March 4, 2026, 12:00 AM", "2026-03-04T0:00"]
)
def test_midnight_alone_is_no_time_of_day(cell: str) -> None:
    read = read_dates([cell])
    assert (read.values, read.has_time) == ([MARCH_4], False)


@pytest.mark.parametrize(
    ("cells", "order", "expected"),
    [
        (("3/4/2026", "3/13/2026"), "mdy", [MARCH_4, date(2026, 3, 13)]),
        (("04/03/2026", "13/03/2026"), "dmy", [MARCH_4, date(2026, 3, 13)]),
        (("04-03-2026", "31-12-2026"), "dmy", [MARCH_4, date(2026, 12, 31)]),
        (("", "03/04/2026 10:00", "12/31/2026 11:00"), "mdy", [None, MARCH_4, date(2026, 12, 31)]),
        (("04/04/2026", "05/05/2026"), "", [date(2026, 4, 4), date(2026, 5, 5)]),
        (("04.03.2026",), "dmy", [MARCH_4]),
        (("2026/03/04",), "ymd", [MARCH_4]),
    ],
)
def test_a_day_above_12_decides_for_its_column(
    cells: tuple[str, ...], order: str, expected: list[date | None]
) -> None:
    read = read_dates(cells)
    assert (read.values, read.order) == (expected, order)


@pytest.mark.parametrize("cells", [("3/4/2026",), ("03-04-2026", "05-06-2026")])
def test_without_one_the_order_is_asked_for(cells: tuple[str, ...]) -> None:
    refused = doubt(*cells)
    assert (refused.index, refused.text) == (0, cells[0])
    assert refused.option == "--dates dmy or --dates mdy"
    assert values(*cells, order="mdy")[0] == MARCH_4
    assert values(*cells, order="dmy")[0] == date(2026, 4, 3)


@pytest.mark.parametrize(
    "cells",
    [
        ("13/04/2026", "04/13/2026"),
        ("13/04/2026", "5/4/2026"),
        ("13/04/2026", "04-05-2026"),
        ("13/04/2026", "2026-05-04"),
        (date(2026, 5, 4), "13/04/2026"),
        ("04.05.2026", "13/04/2026"),
    ],
)
def test_dates_that_an_office_has_swapped_in_part_are_refused_naming_both(
    cells: tuple[Cell, Cell],
) -> None:
    refused = doubt(*cells)
    assert refused.index == 1
    assert all(str(cell) in str(refused) for cell in cells)


def test_the_cell_that_does_not_fit_the_declared_order_is_refused() -> None:
    assert doubt("03/04/2026", "13/04/2026", order="mdy").index == 1
    assert doubt("04.13.2026").option == "--dates dmy or --dates mdy"
    assert values("04.13.2026", order="mdy") == [date(2026, 4, 13)]
    with pytest.raises(ValueError, match="american"):
        read_dates(["3/4/2026"], order="american")


@pytest.mark.parametrize(
    "cell",
    ["3/4/26", "4.3.26", "30.02.2026", "2026-02-30", "13/13/2026", "1926-03-04", "20261301",
     "2026", "0007", "45000", "202603", "campaign", "May", "7 Foo 2026", "2026-W54", "2026-13",
     "2026-03-04 25:00", "2026-03-04 7", "n/a", 45000.0, 3.5, True, float("nan"), float("inf"),
     date(1900, 1, 1), "٢٠٢٦-٠٣-٠٤x", "3/4-2026", "Total"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_its_place(cell: Cell) -> None:
    assert doubt("2026-01-31", cell).index == 1


@pytest.mark.parametrize("cell", [None, "", " --", "-"])
def test_an_empty_cell_is_no_date_and_no_error(cell: Cell) -> None:
    assert values(cell, "2026-03-04") == [None, MARCH_4]


def test_numbers_are_days_only_where_that_is_said() -> None:
    read = read_dates([46085.0, 46085.5], serials=True)
    assert (read.values, read.has_time) == ([MARCH_4, MARCH_4], True)
    with pytest.raises(Doubtful):
        read_dates([1e300], serials=True)


def test_days_that_are_counted_need_their_first_day() -> None:
    assert values("0000", "0031", start=date(2026, 2, 1)) == [date(2026, 2, 1), MARCH_4]
    assert "first day" in doubt("0000").reason


@pytest.mark.parametrize(
    ("cells", "grain", "first"),
    [
        (("2026-W14", "2026W15"), Grain.WEEK, date(2026, 3, 30)),
        (("2026-03", "April 2026"), Grain.MONTH, date(2026, 3, 1)),
        (("mars 2026", "mai 2026"), Grain.MONTH, date(2026, 3, 1)),
        (("março de 2026",), Grain.MONTH, date(2026, 3, 1)),
        (("2026年3月",), Grain.MONTH, date(2026, 3, 1)),
    ],
)
def test_weeks_and_months_give_their_first_day(
    cells: tuple[str, ...], grain: Grain, first: date
) -> None:
    read = read_dates(cells)
    assert (read.values[0], read.grain) == (first, grain)


def test_times_of_different_length_are_refused_naming_both() -> None:
    refused = doubt("2026-03", "2026-03-04")
    assert "'2026-03' (cell 1)" in refused.reason


@STEADY
@given(st.sampled_from(LANGUAGES), st.sampled_from(["medium", "long", "full"]), DAYS)
def test_reads_back_the_dates_in_words_that_babel_writes(
    language: str, width: str, days: list[date]
) -> None:
    if "MMM" not in Locale.parse(language).date_formats[width].pattern:
        return
    texts = [format_date(day, width, language) for day in days]
    assert values(*texts) == days


@STEADY
@given(st.sampled_from(["dd/MM/yyyy", "M/d/yyyy", "MM-dd-yyyy", "d.M.yyyy"]), DAYS)
def test_dates_in_figures_are_read_back_or_doubted(pattern: str, days: list[date]) -> None:
    texts = [format_date(day, pattern) for day in days]
    assert values(*texts, order="dmy" if pattern[0] == "d" else "mdy") == days
    certain = "." in pattern
    try:
        assert values(*texts) == days
    except Doubtful:
        assert not certain


def test_no_locale_writes_the_month_before_the_day_with_points_or_after_it_behind_the_year() -> (
    None
):
    orders = {
        (mark, "".join(dict.fromkeys(re.findall("[dMy]", pattern.replace("L", "M")))))
        for name in localedata.locale_identifiers()
        for pattern in [Locale.parse(name).date_formats["short"].pattern]
        for mark in re.findall(r"[./]", pattern)
    }
    assert {order for mark, order in orders if mark == "."} == {"dMy", "yMd"}
    assert "ydM" not in {order for _, order in orders}


def test_each_name_of_a_month_means_one_month_in_all_languages() -> None:
    for language in LANGUAGES:
        for month, name in Locale.parse(language).months["format"]["abbreviated"].items():
            assert months()[name.lower().replace(".", "")] == month


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("July 8, 2025 - July 31, 2025", date(2025, 7, 8), date(2025, 7, 31)),
        ("27 January 2026 - 5 February 2026", date(2026, 1, 27), date(2026, 2, 5)),
        ("5 de maio de 2026 - 11 de maio de 2026", date(2026, 5, 5), date(2026, 5, 11)),
        ("2026年3月1日 - 2026年3月31日", date(2026, 3, 1), date(2026, 3, 31)),
        ("1. juli 2025 – 31. juli 2025", date(2025, 7, 1), date(2025, 7, 31)),
        ("2026-03-01 - 2026-03-31", date(2026, 3, 1), date(2026, 3, 31)),
        ("2/1/2020,2/13/2020", date(2020, 2, 1), date(2020, 2, 13)),
        ("20231001", date(2023, 10, 1), date(2023, 10, 1)),
        ("October 1, 2024, 12:00 AM", date(2024, 10, 1), date(2024, 10, 1)),
        ("February 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("December 2025 - January 2026", date(2025, 12, 1), date(2026, 1, 31)),
        ("2026-W14", date(2026, 3, 30), date(2026, 4, 5)),
        ("Jul 1 - Jul 31, 2025", date(2025, 7, 1), date(2025, 7, 31)),
        ("1. juli - 31. juli 2025", date(2025, 7, 1), date(2025, 7, 31)),
        ("1. juli 2025–31. juli 2025", date(2025, 7, 1), date(2025, 7, 31)),
        ("2025년 7월 1일 - 2025년 7월 31일", date(2025, 7, 1), date(2025, 7, 31)),
        ("1 de julho - 31 de julho de 2025", date(2025, 7, 1), date(2025, 7, 31)),
    ],
)
def test_a_period_is_read_from_the_lines_above_a_table(text: str, first: date, last: date) -> None:
    assert read_period(text) == (first, last)


@pytest.mark.parametrize(
    "text", ["All time", "Campaign report", "", "Spring - Summer", "5", "1 - 2"]
)
def test_other_lines_are_no_period(text: str) -> None:
    assert read_period(text) is None


def test_a_period_in_doubt_is_asked_for() -> None:
    with pytest.raises(Doubtful) as caught:
        read_period("2/1/2020,2/7/2020")
    assert caught.value.option == "--dates dmy or --dates mdy"
    assert read_period("2/1/2020,2/7/2020", order="mdy") == (date(2020, 2, 1), date(2020, 2, 7))
    with pytest.raises(Doubtful, match="ends before it begins"):
        read_period("2026-03-31 - 2026-03-01")
    with pytest.raises(Doubtful, match="ends before it begins"):
        read_period("Dec 15 - Jan 14, 2026")


@given(st.text(max_size=30))
@STEADY
def test_any_text_is_a_period_or_none_or_in_doubt(text: str) -> None:
    try:
        period = read_period(text)
    except Doubtful:
        return
    assert period is None or period[1] - period[0] >= timedelta(0)
