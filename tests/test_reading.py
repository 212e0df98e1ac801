"""What an export says, against sums that are computed otherwise; and what is refused."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from addin.exports.grid import read_grids
from addin.exports.platform import Field
from addin.exports.reading import Declared, Reading, read
from addin.exports.recognise import recognise
from addin.exports.text_file import Unreadable
from tests.test_recognise import GA4, GOOGLE, META, SEEDS

NOTHING = Declared()
MICRO = Decimal("1e-6")


def read_file(path: Path, declared: Declared = NOTHING) -> Reading:
    (grid,) = read_grids(path)
    return read(recognise(grid), declared)


def read_text(text: str, folder: Path, declared: Declared = NOTHING) -> Reading:
    path = folder / "export.csv"
    path.write_text(text, encoding="utf-8")
    return read_file(path, declared)


def plain_sum(path: Path, column: str) -> Decimal:
    """Return the sum of a column as Python's own csv and decimal modules make it."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum((Decimal(row[column]) for row in csv.DictReader(file) if row[column]), Decimal())


@pytest.mark.parametrize(
    ("seed", "cost", "conversions", "unit"),
    [
        ("amazon_ads_campaign_level_report_data", "cost", "purchases_30_d", Decimal(1)),
        ("apple_search_campaign_report_data", "local_spend_amount", "conversions", Decimal(1)),
        ("facebook_ads_basic_ad_data", "spend", "", Decimal(1)),
        ("google_ads_campaign_stats_data", "cost_micros", "conversions", MICRO),
        (
            "linkedin_ad_analytics_by_campaign_data",
            "cost_in_local_currency",
            "external_website_conversions",
            Decimal(1),
        ),
        (
            "microsoft_ads_campaign_performance_daily_report_data",
            "spend",
            "conversions",
            Decimal(1),
        ),
        (
            "pinterest_campaign_report_data",
            "spend_in_micro_dollar",
            "total_conversions",
            MICRO,
        ),
        ("reddit_ads_campaign_report_data", "spend", "", MICRO),
        ("snapchat_campaign_hourly_report_data", "spend", "conversion_purchases", MICRO),
        ("tiktok_campaign_report_hourly_data", "SPEND", "CONVERSION", Decimal(1)),
        (
            "twitter_campaign_report_data",
            "billed_charge_local_micro",
            "conversion_purchases_metric",
            MICRO,
        ),
    ],
)
def test_every_row_of_a_seed_is_summed(
    seed: str, cost: str, conversions: str, unit: Decimal
) -> None:
    path = SEEDS / f"{seed}.csv"
    reading = read_file(path)
    assert reading.total(Field.COST) == pytest.approx(float(plain_sum(path, cost) * unit))
    if conversions:
        expected = float(plain_sum(path, conversions))
        assert reading.total(Field.CONVERSIONS) == pytest.approx(expected)


def test_totals_that_agree_are_no_doubt(tmp_path: Path) -> None:
    reading = read_text(GOOGLE, tmp_path)
    assert reading.total(Field.COST) == pytest.approx(6069.0)
    assert reading.total(Field.CONVERSIONS) == 50.5
    assert reading.differences == []
    assert reading.currencies == {"NOK"}
    assert [str(day) for day in reading.period or ()] == ["2025-07-08", "2025-07-31"]


def test_a_total_that_differs_is_told_with_its_difference(tmp_path: Path) -> None:
    reading = read_text(META.replace('"1200.50"', '"1300.50"'), tmp_path)
    (difference,) = reading.differences
    assert (difference.field, difference.line) == (Field.COST, 2)
    assert difference.total - difference.rows == pytest.approx(100.0)


def test_a_number_that_reads_two_ways_is_refused_with_line_column_and_cure(tmp_path: Path) -> None:
    text = META.replace('"700.25"', '"1.234"').replace('"500.25"', '"2.500"')
    text = text.replace('"1200.50"', '"3.734"')
    with pytest.raises(Unreadable, match=r"line 3, column Amount spent \(NOK\).*--locale"):
        read_text(text, tmp_path)
    assert read_text(text, tmp_path, Declared(locale="de_DE")).total(Field.COST) == 3734
    assert read_text(text, tmp_path, Declared(locale="en_US")).total(Field.COST) == 3.734


def test_a_date_that_reads_two_ways_is_refused_with_line_column_and_cure(tmp_path: Path) -> None:
    text = META.replace("2026-01-01", "03/04/2026")
    with pytest.raises(Unreadable, match=r"line 3, column Reporting starts.*--dates"):
        read_text(text, tmp_path)
    reading = read_text(text, tmp_path, Declared(dates="dmy"))
    assert str((reading.period or ("",))[0]) == "2026-04-03"


def test_a_placeholder_is_missing_and_no_zero(tmp_path: Path) -> None:
    reading = read_text(GOOGLE.replace(",9.00,", ", --,"), tmp_path)
    assert reading.values(Field.CONVERSIONS) == [41.5, None]
    assert reading.numbers[Field.CONVERSIONS].missing == 1


def test_a_campaign_may_be_called_total(tmp_path: Path) -> None:
    reading = read_text(GOOGLE.replace("Brand", "Total Body Workout"), tmp_path)
    assert reading.total(Field.COST) == pytest.approx(6069.0)
    assert reading.export.cells(Field.CAMPAIGN) == ["Total Body Workout", "Generic"]


def test_the_last_day_of_meta_is_that_of_its_column(tmp_path: Path) -> None:
    text = META.replace('"Objective"', '"Reporting ends"').replace('"leads"', '"2026-01-31"')
    reading = read_text(text, tmp_path)
    assert [str(day) for day in reading.period or ()] == ["2026-01-01", "2026-01-31"]


def test_the_period_of_analytics_stands_above_its_table(tmp_path: Path) -> None:
    reading = read_text(GA4, tmp_path)
    assert [str(day) for day in reading.period or ()] == ["2023-10-01", "2023-10-31"]
    assert reading.export.more == 11


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param(
            GOOGLE.replace("Total: Campaigns", "Alles: Campaigns"),
            "line 6: its figures are the sums of all other rows",
            id="a total of an unknown name",
        ),
        pytest.param(
            META.replace('"700.25"', '"70%"')
            .replace('"500.25"', '"30%"')
            .replace('"1200.50"', '"100%"'),
            "percentages are no cost",
            id="percentages",
        ),
        pytest.param(
            META.replace('"Objective"', '"Amount spent (NOK)"').replace('"leads"', '"1.5"'),
            "2 columns are called",
            id="two columns of one title that differ",
        ),
        pytest.param(
            GOOGLE + 'Campaign report\n"August 1, 2025 - August 31, 2025"\n',
            "line 9: another report begins here",
            id="another report below",
        ),
    ],
)
def test_what_would_be_silently_wrong_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_text(text, tmp_path)


def test_a_currency_that_the_file_contradicts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="--currency EUR is not what the file says, which is NOK"):
        read_text(GOOGLE, tmp_path, Declared(currency="EUR"))
