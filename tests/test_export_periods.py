"""Which days an export is of: those of its rows, as long as its titles say, or those above it.

The shapes are those of real exports; a line above the titles is never passed over in silence.
"""

from datetime import date
from pathlib import Path

import pytest

from addin.exports.grid import read_grids
from addin.exports.platform import Field
from addin.exports.reading import Declared, Reading, read
from addin.exports.recognise import recognise
from addin.exports.remembered import NO_MAPS, Maps
from addin.exports.text_file import Unreadable
from addin.exports.written_date import Grain

GOOGLE = """\
Campaign report
"{above}"
Campaign,Currency code,Impr.,Clicks,Cost,Conversions
Alpha,NOK,100,10,3100.50,31
"""
SNAPCHAT = """\
{title},Campaign Name,Amount Spent,Paid Impressions,Clicks,Purchases
{one},Alpha,700.50,1000,100,7
{two},Alpha,700.00,900,90,7
"""
MICROSOFT = """\
"Report Name: Campaign Performance"
"Report Time: 6/28/2026,7/25/2026"
"Report Aggregation: {aggregation}"

Gregorian date,Campaign name,Impressions,Clicks,Spend,Conversions
{one},Alpha,1000,100,700.50,7
{two},Alpha,900,90,700.25,7
"""
OWN = """\
{title};Channel;Spend;Sales
{one};TV;700,50;7
{two};TV;600,25;6
"""
NOTHING = Declared()
COLUMNS = {"channel": "Channel", "cost": "Spend", "conversions": "Sales"}


def read_text(text: str, folder: Path, said: Declared = NOTHING, dated: str = "") -> Reading:
    """Return what is read of a text; of an own table, `dated` is the title of its dates."""
    path = folder / "export.csv"
    path.write_text(text, encoding="utf-8")
    (grid,) = read_grids(path)
    maps = Maps({"date": dated, **COLUMNS}, (), "") if dated else NO_MAPS
    return read(recognise(grid, maps), said)


def first_and_last(reading: Reading) -> list[str]:
    return [str(day) for day in reading.period or ()]


@pytest.mark.parametrize(
    "above", ["All time", "Todo o período", "Gesamter Zeitraum", "Hele perioden", "全期間"]
)
def test_a_table_of_all_time_is_of_no_shorter_time(above: str, tmp_path: Path) -> None:
    reading = read_text(GOOGLE.format(above=above), tmp_path)
    assert reading.period is None
    assert f"'{above}' says that its figures are of no shorter time" in reading.unplaced


def test_what_is_said_of_all_time_is_nothing_to_rows_with_days(tmp_path: Path) -> None:
    text = GOOGLE.format(above="All time").replace("Campaign,", "Campaign,Day,")
    reading = read_text(text.replace("Alpha,", "Alpha,2026-07-01,"), tmp_path)
    assert (first_and_last(reading), reading.unplaced) == (["2026-07-01", "2026-07-01"], "")


@pytest.mark.parametrize(
    "above",
    [
        "1 июля 2025 г. - 31 июля 2025 г.",
        "1.7.25 - 31.7.25",
        "Summer 2025",
        "2025-07-01 and 2025-07-31",
    ],
)
def test_a_line_of_days_that_cannot_be_read_is_refused(above: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=rf"'{above}' stands above the titles.*with a column of"):
        read_text(GOOGLE.format(above=above), tmp_path)


def test_a_period_that_may_be_two_is_asked_for(tmp_path: Path) -> None:
    text = GOOGLE.format(above="7/1/2025 - 7/8/2025")
    reading = read_text(text, tmp_path)
    assert reading.period is None
    assert "above its titles, '7/1/2025' is 2025-01-07 or 2025-07-01" in reading.unplaced
    assert "--dates mdy" in reading.unplaced
    reading = read_text(text, tmp_path, Declared(dates="mdy"))
    assert first_and_last(reading) == ["2025-07-01", "2025-07-08"]
    assert reading.decided == {"--dates"}


@pytest.mark.parametrize("above", ["Last month", "Campaigns of 12 shops"])
def test_a_line_without_days_says_none(above: str, tmp_path: Path) -> None:
    reading = read_text(GOOGLE.format(above=above), tmp_path)
    assert (reading.period, reading.unplaced) == (None, "")


def test_the_day_on_which_a_file_was_made_is_no_period(tmp_path: Path) -> None:
    text = GOOGLE.replace('"{above}"', "Exported,2026-08-01")
    with pytest.raises(Unreadable, match="'Exported, 2026-08-01' stands above the titles"):
        read_text(text, tmp_path)


@pytest.mark.parametrize("title", ["Week", "week"])
def test_a_column_called_week_holds_weeks(title: str, tmp_path: Path) -> None:
    text = SNAPCHAT.format(title=title, one="2026-06-29", two="2026-07-06")
    reading = read_text(text, tmp_path)
    assert reading.dates is not None
    assert reading.dates.grain is Grain.WEEK
    assert first_and_last(reading) == ["2026-06-29", "2026-07-12"]


@pytest.mark.parametrize(
    ("title", "one", "two", "last"),
    [
        ("Uke", "2026-06-29", "2026-07-06", "2026-07-12"),
        ("Week (Monday)", "2026-06-29", "2026-07-06", "2026-07-12"),
        ("Semaine", "29.06.2026", "06.07.2026", "2026-07-12"),
        ("Måned", "2026-06-01", "2026-07-01", "2026-07-31"),
        ("Month", "June 2026", "July 2026", "2026-07-31"),
        ("Monat", "01.06.2026", "01.07.2026", "2026-07-31"),
        ("Day", "2026-06-01", "2026-07-01", "2026-07-01"),
    ],
)
def test_the_title_of_a_users_own_column_says_how_long_each_date_is(
    title: str, one: str, two: str, last: str, tmp_path: Path
) -> None:
    text = OWN.format(title=title, one=one, two=two)
    assert first_and_last(read_text(text, tmp_path, dated=title))[1] == last


@pytest.mark.parametrize(
    ("title", "one", "two", "reason"),
    [
        ("Week", "2026-06-29", "2026-07-01", "2026-07-01 is less than a week after"),
        ("Month", "2026-06-01", "2026-07-02", "2026-07-02 is no first day of a month"),
        ("Quarter", "2026-04-01", "2026-07-01", "2026-04-01 is the first day of a quarter"),
    ],
)
def test_a_title_that_its_dates_contradict_is_refused(
    title: str, one: str, two: str, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(Unreadable, match=f"column {title}: {reason}.*export by day, week or month"):
        read_text(OWN.format(title=title, one=one, two=two), tmp_path, dated=title)


@pytest.mark.parametrize(
    ("aggregation", "last"), [("Weekly", "2026-07-25"), ("Daily", "2026-07-19")]
)
def test_microsoft_says_above_how_long_each_date_is(
    aggregation: str, last: str, tmp_path: Path
) -> None:
    text = MICROSOFT.format(aggregation=aggregation, one="6/28/2026", two="7/19/2026")
    assert first_and_last(read_text(text, tmp_path)) == ["2026-06-28", last]


def test_dates_that_may_be_weeks_are_refused_where_nothing_says_their_length(
    tmp_path: Path,
) -> None:
    text = MICROSOFT.format(aggregation="?", one="6/28/2026", two="7/19/2026")
    with pytest.raises(Unreadable, match="may be days or weeks, as the file goes on to 2026-07-25"):
        read_text(text, tmp_path)


@pytest.mark.parametrize(
    ("title", "one", "last"),
    [("Week", "2026-06-29", "2026-07-05"), ("Month", "June 2026", "2026-06-30")],
)
def test_weeks_and_months_of_google_are_read(
    title: str, one: str, last: str, tmp_path: Path
) -> None:
    text = GOOGLE.format(above="June 1, 2026 - July 31, 2026")
    text = text.replace("Campaign,", f"Campaign,{title},").replace("Alpha,", f"Alpha,{one},")
    reading = read_text(text, tmp_path)
    assert title not in reading.export.ignored
    assert first_and_last(reading)[1] == last


def test_the_last_day_of_linkedin_is_that_of_its_column(tmp_path: Path) -> None:
    text = (
        "Start Date (in UTC),End Date (in UTC),Campaign Name,Total Spent,Impressions,Clicks\n"
        "10/1/2024,11/30/2024,Leaders,100.50,1000,40\n"
    )
    reading = read_text(text, tmp_path)
    assert first_and_last(reading) == ["2024-10-01", "2024-11-30"]
    assert reading.ends == [date(2024, 11, 30)]


def test_an_empty_export_is_of_the_days_above_it(tmp_path: Path) -> None:
    text = GOOGLE.format(above="July 1, 2026 - July 31, 2026").replace(
        "Alpha,NOK,100,10,3100.50,31\n", ""
    )
    reading = read_text(text, tmp_path)
    assert first_and_last(reading) == ["2026-07-01", "2026-07-31"]
    assert reading.export.cells(Field.COST) == []
