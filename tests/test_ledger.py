"""The ledger: rows of every platform in the same columns, each counted once, none lost unseen."""

from datetime import date
from pathlib import Path

import pytest

from addin.exports.text_file import Unreadable
from tests.reports import ADS, export, found, left_out, told
from workbook_templates.report.findings import Check
from workbook_templates.report.left_out import Reason

FINE = (*ADS[:3], "keyword_text", *ADS[3:])
META = (
    *("Campaign name", "Result type", "Results", "Amount spent (NOK)"),
    *("Reporting starts", "Reporting ends"),
)


class TestFigures:
    def test_a_figure_is_a_ratio_of_sums(self, tmp_path: Path) -> None:
        path = export(
            tmp_path,
            "ads.csv",
            ("2026-07-01", "A", "one", "100.10", 10, 1),
            ("2026-07-02", "A", "one", "0.20", 10, 3),
            ("2026-07-02", "B", "two", "50", 5, 0),
        )
        tables = told(path)
        assert [(each.name, each.cost, each.cpc) for each in tables.channels] == [
            ("A", 100.3, 100.3 / 4),
            ("B", 50.0, None),
        ]
        assert tables.total.cpc == 150.3 / 4
        assert [(row.day, row.campaign, row.cost) for row in tables.paid] == [
            (date(2026, 7, 1), "one", 100.1),
            (date(2026, 7, 2), "one", 0.2),
            (date(2026, 7, 2), "two", 50.0),
        ]

    def test_amounts_are_added_without_an_error_of_rounding(self, tmp_path: Path) -> None:
        rows = [("2026-07-01", "A", "one", "0.1", 1, 1)] * 3
        assert told(export(tmp_path, "ads.csv", *rows)).total.cost == 0.3

    def test_a_figure_that_is_missing_is_none(self, tmp_path: Path) -> None:
        rows = [("2026-07-01", "A", "one", "10", "", 1), ("2026-07-01", "A", "two", "10", 4, "")]
        one, two = told(export(tmp_path, "ads.csv", *rows)).paid
        assert (one.clicks, two.conversions) == (None, None)

    def test_quality_scores_are_weighted_by_impressions(self, tmp_path: Path) -> None:
        titles = ("Day", "Campaign", "Cost", "Impr.", "Clicks", "Conversions", "Quality Score")
        rows = [("2026-07-01", "one", 5, 900, 9, 1, 8), ("2026-07-01", "one", 5, 100, 9, 1, 3)]
        (row,) = told(export(tmp_path, "ads.csv", *rows, titles=titles)).paid
        assert row.quality == 7.5  # (8 * 900 + 3 * 100) / 1000, as QS_WEIGHTED

    def test_a_row_without_a_date_among_others_is_refused(self, tmp_path: Path) -> None:
        rows = [("2026-07-01", "A", "one", 1, 1, 1), ("", "A", "two", 1, 1, 1)]
        with pytest.raises(Unreadable, match="line 3: the row has no date"):
            told(export(tmp_path, "ads.csv", *rows))

    def test_days_that_nothing_says_are_asked_for(self, tmp_path: Path) -> None:
        titles = ("Campaign", "Cost", "Impr.", "Clicks", "Conversions")
        path = export(tmp_path, "all time.csv", ("one", 10, 100, 5, 2), titles=titles)
        with pytest.raises(Unreadable, match="does not say which days"):
            told(path)
        tables = told(path, first=date(2026, 7, 1), last=date(2026, 9, 30))
        assert (tables.total.cpc, tables.months) == (5.0, [])


class TestOverlap:
    def test_a_later_file_replaces_rows_by_their_key(self, tmp_path: Path) -> None:
        old = export(
            tmp_path,
            "old.csv",
            ("2026-07-01", "A", "one", 10, 1, 1),
            ("2026-07-02", "A", "one", 20, 1, 1),
            ("2026-07-02", "A", "two", 30, 1, 1),
        )
        new = export(
            tmp_path,
            "new.csv",
            ("2026-07-02", "A", "one", 20, 1, 2),
            ("2026-07-02", "A", "two", 30, 1, 1),
            ("2026-07-03", "A", "one", 40, 1, 1),
        )
        tables = told(old, new)
        assert (tables.total.cost, tables.total.conversions) == (100.0, 5.0)
        assert found(tables, Check.REPLACED).facts == {"changed": 1, "before": 20.0, "after": 20.0}
        rows = left_out(tables, Reason.REPLACED)
        assert (rows.source, rows.rows, rows.cost) == ("old.csv", 2, 50.0)
        first, second = tables.sources
        assert (first.added, first.used) == (3, 1)
        assert (second.added, second.changed, second.same) == (1, 1, 1)

    def test_the_same_file_twice_adds_nothing(self, tmp_path: Path) -> None:
        rows = [("2026-07-01", "A", "one", 10, 1, 1)]
        one, two = export(tmp_path, "a.csv", *rows), export(tmp_path, "b.csv", *rows)
        assert told(one, two).total.cost == 10.0
        with pytest.raises(Unreadable, match="named twice"):
            told(one, one)

    def test_files_of_other_days_are_added(self, tmp_path: Path) -> None:
        july = export(tmp_path, "july.csv", ("2026-07-01", "A", "one", 10, 1, 1))
        august = export(tmp_path, "august.csv", ("2026-08-01", "A", "one", 10, 1, 1))
        tables = told(july, august)
        assert tables.total.cost == 20.0
        assert not tables.left_out

    def test_a_finer_export_is_no_second_cost(self, tmp_path: Path) -> None:
        coarse = export(tmp_path, "campaigns.csv", ("2026-07-01", "A", "one", 100, 9, 4))
        fine = export(
            tmp_path,
            "keywords.csv",
            ("2026-07-01", "A", "one", "shoes", 30, 3, 1),
            ("2026-07-01", "A", "one", "boots", 15, 3, 1),
            titles=FINE,
        )
        for order in ((coarse, fine), (fine, coarse)):
            tables = told(*order)
            assert tables.total.cost == 100.0
            assert left_out(tables, Reason.FINER_EXPORT).cost == 45.0
            assert found(tables, Check.NOT_COVERED).facts == {"share": 0.45, "field": "cost"}

    def test_a_campaign_that_only_the_finer_export_has_counts(self, tmp_path: Path) -> None:
        coarse = export(tmp_path, "campaigns.csv", ("2026-07-01", "A", "one", 100, 9, 4))
        row = ("2026-07-01", "A", "two", "shoes", 30, 3, 1)
        fine = export(tmp_path, "keywords.csv", row, titles=FINE)
        assert told(coarse, fine).total.cost == 130.0

    def test_months_and_days_of_one_campaign_are_not_added(self, tmp_path: Path) -> None:
        month = export(
            tmp_path,
            "month.csv",
            ("one", "sale", 9, 100, "2026-07-01", "2026-07-31"),
            titles=META,
        )
        days = export(
            tmp_path,
            "days.csv",
            ("one", "sale", 4, 40, "2026-07-01", "2026-07-01"),
            ("one", "sale", 5, 60, "2026-07-31", "2026-07-31"),
            titles=META,
        )
        tables = told(month, days)
        assert (tables.total.cost, tables.total.conversions) == (100.0, 9.0)
        assert len(tables.paid) == 2

    def test_a_row_that_others_cover_in_part_is_refused(self, tmp_path: Path) -> None:
        quarter = export(
            tmp_path,
            "quarter.csv",
            ("one", "sale", 9, 100, "2026-07-01", "2026-09-30"),
            titles=META,
        )
        day = export(
            tmp_path, "day.csv", ("one", "sale", 4, 40, "2026-07-01", "2026-07-01"), titles=META
        )
        with pytest.raises(Unreadable, match=r"is covered by day\.csv in part"):
            told(quarter, day)

    def test_accounts_are_kept_apart(self, tmp_path: Path) -> None:
        titles = ("account_name", *ADS)
        rows = [(name, "2026-07-01", "A", "one", 10, 1, 1) for name in ("north", "south")]
        paths = [export(tmp_path, f"{row[0]}.csv", row, titles=titles) for row in rows]
        assert told(*paths).total.cost == 20.0


class TestPeriod:
    def test_rows_outside_of_the_period_are_left_out_and_counted(self, tmp_path: Path) -> None:
        days = [(f"2026-07-{day:02}", "A", "one", 10, 1, 1) for day in range(1, 11)]
        path = export(tmp_path, "ads.csv", *days)
        tables = told(path, first=date(2026, 7, 3), last=date(2026, 7, 5))
        assert tables.total.cost == 30.0
        rows = left_out(tables, Reason.OUTSIDE_PERIOD)
        assert (rows.rows, rows.cost, rows.conversions) == (7, 70.0, 7.0)
        assert sum(row.cost for row in tables.days) == 30.0

    def test_many_rows_are_told_by_month(self, tmp_path: Path) -> None:
        rows = [
            (f"2026-{1 + at % 6:02}-{1 + at % 28:02}", "A", f"c{at % 90}", 1, 1, 1)
            for at in range(5_400)
        ]
        tables = told(export(tmp_path, "ads.csv", *rows))
        assert {row.day.day for row in tables.paid} == {1}
        assert tables.total.cost == sum(row.cost or 0 for row in tables.paid) == 5_400.0
        assert [each.name for each in tables.months] == [f"2026-0{month}" for month in range(1, 7)]
