"""The made-up exports: shaped as the platforms' files are, and read without a doubt."""

import csv
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from addin.demo import make_exports
from addin.demo.campaigns import Account
from addin.demo.figures import campaign_days, of_account, sums
from addin.demo.other_costs import bills
from addin.demo.story import story_to
from addin.demo.visits import visits
from addin.exports.grid import read_grids
from addin.exports.platform import Field
from addin.exports.platforms.tracker import COSTS
from addin.exports.reading import Declared, Reading, read
from addin.exports.recognise import recognise

LAST_DAY = date(2026, 11, 22)
STORY = story_to(LAST_DAY)
NAMES = ["google-ads.csv", "meta-ads.xlsx", "microsoft-ads.csv", "ga4.csv", "other-costs.csv"]
ADS = {
    "google-ads.csv": Account.GOOGLE,
    "meta-ads.xlsx": Account.META,
    "microsoft-ads.csv": Account.MICROSOFT,
}
CENTS = 100
BOM = b"\xef\xbb\xbf"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    make_exports(folder, LAST_DAY)
    return folder


def reading_of(path: Path) -> Reading:
    (grid,) = read_grids(path)
    return read(recognise(grid), Declared())


def text_lines(path: Path) -> list[list[str]]:
    """Return the records of a text as Python's own reader parts them."""
    return list(csv.reader(StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_the_files_are_written_and_named(tmp_path: Path) -> None:
    paths = make_exports(tmp_path / "new" / "folder", LAST_DAY)
    assert [path.name for path in paths] == NAMES
    assert sorted((tmp_path / "new" / "folder").iterdir()) == sorted(paths)


def test_nothing_is_written_outside_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    make_exports(folder, LAST_DAY)
    assert list(tmp_path.iterdir()) == [folder]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "demo", tmp_path / "mine.csv"
    folder.mkdir()
    outside.write_text("mine")
    (folder / "ga4.csv").symlink_to(outside)
    with pytest.raises(FileExistsError, match=r"ga4\.csv"):
        make_exports(folder, LAST_DAY, replace=True)
    assert outside.read_text() == "mine"
    assert [path.name for path in folder.iterdir()] == ["ga4.csv"]


def test_a_file_is_replaced_only_where_asked(tmp_path: Path) -> None:
    own = tmp_path / "ga4.csv"
    own.write_text("mine")
    with pytest.raises(FileExistsError, match=r"ga4\.csv"):
        make_exports(tmp_path, LAST_DAY)
    assert [path.name for path in tmp_path.iterdir()] == ["ga4.csv"]
    make_exports(tmp_path, LAST_DAY, replace=True)
    assert own.read_text().startswith("# ---")


def test_equal_days_give_equal_bytes(folder: Path, tmp_path: Path) -> None:
    for path in make_exports(tmp_path, LAST_DAY):
        assert path.read_bytes() == (folder / path.name).read_bytes()


@pytest.mark.parametrize("last_day", [date(1, 1, 2), date(1990, 12, 31), date(2100, 1, 1)])
def test_a_day_that_no_export_names_is_refused(last_day: date, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is no day from 1991 to 2099"):
        make_exports(tmp_path, last_day)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ADS)
def test_an_export_of_ads_is_read_without_a_doubt(name: str, folder: Path) -> None:
    reading = reading_of(folder / name)
    rows = of_account(campaign_days(STORY), ADS[name])
    whole = sums(rows)
    assert reading.export.platform.name == ADS[name]
    assert len(reading.export.rows) == len(rows) == 120 * len({row.campaign for row in rows})
    assert reading.period == (LAST_DAY - timedelta(days=119), LAST_DAY)
    assert reading.currencies == {"NOK"}
    assert reading.differences == []
    assert reading.export.repeated == []
    assert reading.total(Field.COST) == pytest.approx(whole.cost / CENTS, abs=1e-6)
    assert reading.total(Field.IMPRESSIONS) == whole.impressions
    assert reading.total(Field.CLICKS) == whole.clicks
    assert reading.total(Field.CONVERSIONS) == pytest.approx(whole.conversions / CENTS, abs=1e-6)
    assert reading.total(Field.VALUE) == pytest.approx(whole.value / CENTS, abs=1e-6)
    assert all(numbers.missing == 0 for numbers in reading.numbers.values())


@pytest.mark.parametrize(
    ("name", "totals"), [("google-ads.csv", 5), ("meta-ads.xlsx", 1), ("microsoft-ads.csv", 1)]
)
def test_its_lines_of_totals_are_set_aside(name: str, totals: int, folder: Path) -> None:
    assert len(reading_of(folder / name).export.totals) == totals


def test_analytics_is_read_without_a_doubt(folder: Path) -> None:
    reading = reading_of(folder / "ga4.csv")
    rows = visits(STORY, campaign_days(STORY))
    assert reading.export.platform.name == "Google Analytics 4"
    assert len(reading.export.rows) == len(rows) == 120 * 11
    assert reading.period == (STORY.first_day, LAST_DAY)
    assert not reading.export.totals
    assert not reading.export.remarks
    assert reading.total(Field.SESSIONS) == sum(row.sessions for row in rows)
    assert reading.total(Field.CONVERSIONS) == sum(row.key_events for row in rows)
    assert reading.total(Field.VALUE) == pytest.approx(sum(row.revenue for row in rows) / CENTS)
    assert {"Organic Search", "Direct", "Paid Search", "Paid Social", "Paid Shopping"} <= {
        *map(str, reading.export.cells(Field.CHANNEL))
    }


def test_google_writes_a_title_a_period_and_totals_below(folder: Path) -> None:
    content = (folder / "google-ads.csv").read_bytes()
    assert not content.startswith(BOM)
    assert b"\r" not in content
    assert content.split(b"\n")[:2] == [
        b"Campaign report",
        b'"July 26, 2026 - November 22, 2026"',
    ]
    lines = text_lines(folder / "google-ads.csv")
    assert lines[2][:4] == ["Day", "Campaign", "Campaign type", "Currency code"]
    assert [line[0] for line in lines[-5:]] == [
        *("Total: Campaigns", "Total: Account"),
        *("Total: Search", "Total: Shopping", "Total: Display"),
    ]
    assert [line[1:4] for line in lines[-5:]] == [[" --", " --", "NOK"]] * 5
    shares = {(line[2], line[-1]) for line in lines[3:-5]}
    assert ("Shopping", " --") in shares
    assert ("Search", "< 10%") in shares
    assert any(not line[9].endswith(".00") for line in lines[3:-5])
    assert b'"1,' in content


def test_meta_writes_its_total_first_days_as_texts_and_figures_as_numbers(folder: Path) -> None:
    book = load_workbook(folder / "meta-ads.xlsx")
    assert book.sheetnames == ["Worksheet"]
    header, total, *rows = (list(row) for row in book["Worksheet"].iter_rows(values_only=True))
    spent, results, day = (
        header.index(title) for title in ("Amount spent (NOK)", "Results", "Day")
    )
    assert total[: results - 1] == [None] * (results - 1)
    assert total[spent] == pytest.approx(sum(row[spent] for row in rows))
    assert total[results] == sum(row[results] for row in rows)
    assert total[-2:] == ["2026-07-26", "2026-11-22"]
    assert {row[day] for row in rows} == {str(day) for day in STORY.days}
    assert all(isinstance(row[results], int) and row[results] > 0 for row in rows)
    assert {row[results - 1] for row in rows} == {"Website purchases"}


def test_microsoft_writes_nine_lines_a_total_and_its_copyright(folder: Path) -> None:
    content = (folder / "microsoft-ads.csv").read_bytes()
    assert content.startswith(BOM)
    lines = text_lines(folder / "microsoft-ads.csv")
    assert [line[0].partition(":")[0] for line in lines[:9]] == [
        *("Report Name", "Report Time", "Time Zone", "Last Completed Available Day"),
        *("Last Completed Available Hour", "Report Aggregation", "Report Filter"),
        *("Potential Incomplete Data", "Rows"),
    ]
    assert lines[1] == ["Report Time: 7/26/2026,11/22/2026"]
    assert lines[8:10] == [["Rows: 360"], []]
    assert lines[10][0] == "Gregorian date"
    assert lines[11][0] == "7/26/2026"
    assert lines[-3][:4] == ["Total", "", "", ""]
    assert lines[-2:] == [[], ["©2026 Microsoft Corporation. All rights reserved. "]]
    remarks = reading_of(folder / "microsoft-ads.csv").export.remarks
    assert {line.number for line in remarks} <= {len(lines)}


def test_analytics_writes_facts_after_a_hash_and_fractions(folder: Path) -> None:
    content = (folder / "ga4.csv").read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert content.isascii()
    lines = text_lines(folder / "ga4.csv")
    assert all(line[0].startswith("#") for line in lines[:9])
    assert lines[7:10] == [["# Start date: 20260726"], ["# End date: 20261122"], []]
    assert lines[10][:3] == [
        *("Session primary channel group (Default channel group)", "Date", "Sessions"),
    ]
    assert all(0 <= float(line[4]) <= 1 for line in lines[11:])


def test_other_costs_are_read_as_the_costs_sheet_of_the_tracker(folder: Path) -> None:
    reading = reading_of(folder / "other-costs.csv")
    assert reading.export.platform is COSTS
    assert reading.total(Field.COST) == sum(bill.cost for bill in bills(STORY))
    assert reading.export.cells(Field.CATEGORY) == [bill.category for bill in bills(STORY)]
    assert reading.dates
    assert reading.dates.values == [bill.day for bill in bills(STORY)]
    assert {bill.category for bill in bills(STORY)} == {
        *("seo specialist", "expert blogger", "agency fee", "influencer placement"),
    }
    assert all(STORY.first_day <= bill.day <= LAST_DAY for bill in bills(STORY))


def test_only_what_was_paid_for_placing_an_ad_counts(folder: Path) -> None:
    header, *rows = text_lines(folder / "other-costs.csv")
    assert header[:5] == ["Date", "What", "Category", "Cost", "Note"]
    assert {(row[2], row[5]) for row in rows} == {
        ("seo specialist", "no"),
        ("expert blogger", "no"),
        ("agency fee", "no"),
        ("influencer placement", "yes"),
    }
    counted = sum(float(row[7] or 0) for row in rows)
    left_out = sum(float(row[8] or 0) for row in rows)
    assert counted == 18_000
    assert counted + left_out == sum(bill.cost for bill in bills(STORY))
