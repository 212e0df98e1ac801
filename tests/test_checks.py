"""The checks: what each of them finds, and that a clean export has no finding."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.reports import ADS, TODAY, checks, export, found, told
from workbook_templates.report.findings import Check

GOOGLE = ("Day", "Campaign", "Cost", "Impr.", "Clicks", "Conversions", "Cost / conv.")
KEYWORDS = ("Day", "Search term", "Campaign", "Cost", "Impr.", "Clicks", "Conversions")
CLEAN = (
    ("2026-07-01", "A", "one", 100, 90, 10),
    ("2026-07-02", "A", "two", 110, 90, 11),
)


def test_a_clean_export_has_no_finding(tmp_path: Path) -> None:
    assert told(export(tmp_path, "ads.csv", *CLEAN)).findings == []


def test_every_check_can_be_found() -> None:
    """Each member is found by a test of this file or of its own: the list is complete."""
    text = "".join(
        path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")
    )
    assert [check.name for check in Check if f"Check.{check.name}" not in text] == []


def test_a_total_that_the_rows_do_not_make_up(tmp_path: Path) -> None:
    rows = [
        ("2026-07-01", "one", 60, 500, 9, 3, 20),
        ("2026-07-02", "one", 40, 500, 9, 2, 20),
        ("Total: Account", "", 130, 1000, 18, 5, 26),
    ]
    finding = found(told(export(tmp_path, "g.csv", *rows, titles=GOOGLE)), Check.TOTALS_DISAGREE)
    assert (finding.line, finding.facts) == (4, {"field": "cost", "total": 130.0, "rows": 100.0})


def test_search_terms_that_do_not_cover_the_account(tmp_path: Path) -> None:
    rows = [
        ("2026-07-01", "shoes", "one", 30, 500, 9, 3),
        ("2026-07-01", "boots", "one", 15, 400, 9, 2),
        ("Total: Account", "", "", 100, 900, 18, 5),
    ]
    finding = found(told(export(tmp_path, "g.csv", *rows, titles=KEYWORDS)), Check.NOT_COVERED)
    assert finding.facts == {"share": 0.45, "field": "cost"}


def test_an_average_of_ratios_in_a_line_of_totals(tmp_path: Path) -> None:
    rows = [
        ("2026-07-01", "one", 10, 500, 9, 1, 10),
        ("2026-07-02", "one", 90, 500, 9, 3, 30),
        ("Total: Account", "", 100, 1000, 18, 4, 20),
    ]
    finding = found(told(export(tmp_path, "g.csv", *rows, titles=GOOGLE)), Check.AVERAGED_RATIO)
    assert finding.facts == {"column": "Cost / conv.", "average": 20.0, "cpc": 25.0}


def test_rows_that_stand_twice(tmp_path: Path) -> None:
    tables = told(export(tmp_path, "ads.csv", *CLEAN, CLEAN[0]))
    assert found(tables, Check.DUPLICATES).facts == {"count": 1, "cost": 100.0}
    assert tables.total.cost == 310.0


def test_cost_without_a_figure_of_conversions(tmp_path: Path) -> None:
    row = ("2026-07-03", "A", "three", 40, 9, "--")
    tables = told(export(tmp_path, "ads.csv", *CLEAN, row))
    facts = found(tables, Check.COST_WITHOUT_CONVERSIONS).facts
    assert facts == {"count": 1, "cost": 40.0}
    assert tables.total.cpc == 250 / 21


def test_conversions_without_a_cost(tmp_path: Path) -> None:
    row = ("2026-07-03", "A", "three", "", 9, 4)
    facts = found(
        told(export(tmp_path, "ads.csv", *CLEAN, row)), Check.CONVERSIONS_WITHOUT_COST
    ).facts
    assert facts == {"count": 1, "conversions": 4.0}


def test_more_conversions_than_clicks(tmp_path: Path) -> None:
    row = ("2026-07-03", "A", "three", 5, 2, 4)
    tables = told(export(tmp_path, "ads.csv", *CLEAN, row))
    assert found(tables, Check.CONVERSIONS_OVER_CLICKS).facts == {"count": 1}
    assert found(tables, Check.RATE_OVER_ONE).facts == {"name": "three", "rate": 2.0}


def test_days_in_the_future(tmp_path: Path) -> None:
    row = ("2026-12-01", "A", "one", 5, 20, 4)
    finding = found(told(export(tmp_path, "ads.csv", *CLEAN, row)), Check.FUTURE_DATES)
    assert finding.facts == {"count": 1, "day": date(2026, 12, 1)}


def test_dates_of_which_some_are_text(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(ADS)
    sheet.append((date(2026, 7, 1), *CLEAN[0][1:]))
    sheet.append(CLEAN[1])
    book.save(tmp_path / "ads.xlsx")
    finding = found(told(tmp_path / "ads.xlsx"), Check.MIXED_DATES)
    assert finding.facts == {"count": 1, "rows": 2}


def test_days_whose_conversions_still_come_in(tmp_path: Path) -> None:
    row = (TODAY.isoformat(), "A", "one", 90, 20, 4)
    facts = found(told(export(tmp_path, "ads.csv", *CLEAN, row)), Check.YOUNG_DAYS).facts
    assert facts == {"share": 0.3, "days": 30}


def test_brand_campaigns_among_others(tmp_path: Path) -> None:
    rows = [
        ("2026-07-01", "A", "Brand - exact", 100, 90, 50),
        ("2026-07-01", "A", "Non-brand - shoes", 100, 90, 10),
    ]
    facts = found(told(export(tmp_path, "ads.csv", *rows)), Check.BRAND_MIXED).facts
    assert facts == {"brand": 2.0, "others": 10.0}


@pytest.mark.parametrize("name", ["Non-brand", "No brand", "Generic brand terms", "Rebranding"])
def test_what_is_called_otherwise_is_no_brand_campaign(name: str, tmp_path: Path) -> None:
    tables = told(export(tmp_path, "ads.csv", *CLEAN, ("2026-07-01", "A", name, 5, 20, 4)))
    assert Check.BRAND_MIXED not in checks(tables)


def test_counts_that_are_kept_back(tmp_path: Path) -> None:
    row = ("2026-07-03", "A", "three", 5, 20, "<5")
    assert found(told(export(tmp_path, "ads.csv", *CLEAN, row)), Check.MASKED).facts["count"] == 1


def test_lines_that_are_no_rows(tmp_path: Path) -> None:
    path = export(tmp_path, "ads.csv", *CLEAN, ("Downloaded by a colleague",))
    assert found(told(path), Check.REMARKS).facts == {"count": 1}


def test_another_table_below(tmp_path: Path) -> None:
    path = tmp_path / "ga4.csv"
    block = (
        "# Start date: 20260701\n# End date: 20260731\n\nSession default channel group,Sessions,"
    )
    rows = "Key events\nOrganic Search,50,4\n"
    path.write_text(f"{block}{rows}\n{block}{rows}", encoding="utf-8")
    assert found(told(path), Check.MORE_TABLES).line == 7


def test_the_gravest_finding_stands_first(tmp_path: Path) -> None:
    rows = [
        ("2026-07-01", "one", 10, 500, 2, 3, 3.33),
        ("2026-07-02", "one", 90, 500, 9, "--", ""),
        ("Total: Account", "", 130, 1000, 18, 5, 26),
    ]
    tables = told(export(tmp_path, "g.csv", *rows, titles=GOOGLE))
    severities = [finding.check.severity for finding in tables.findings]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)
    assert severities[0] == "error"


def test_a_large_file_says_what_was_not_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("addin.large.LARGE", 100)
    path = export(tmp_path, "ads.csv", *CLEAN * 40)
    assert found(told(path), Check.LARGE).facts == {"count": 80}
