"""The same traffic told twice: by other names, accounts, events, days or programs."""

from datetime import date
from pathlib import Path

import pytest

from addin.answers import answer
from addin.exports.declared import Declared, declared
from addin.exports.remembered import NO_MAPS
from addin.exports.text_file import Unreadable
from addin.options import Options
from addin.sources import tables_of
from tests.reports import ADS, TODAY, checks, export, found, left_out, told
from workbook_templates.report.findings import Check
from workbook_templates.report.left_out import Reason

GOOGLE = ("Day", "Campaign", "Currency code", "Cost", "Impr.", "Clicks", "Conversions")
BY_TYPE = ("Day", "Campaign type", *GOOGLE[1:])
META = ("Campaign name", "Day", "Result type", "Results", "Amount spent (NOK)", "Link clicks")
RANGES = (
    *("Campaign name", "Result type", "Results", "Amount spent (NOK)"),
    *("Reporting starts", "Reporting ends"),
)
GROUPS = ("Ad set name", *META[1:])
KEYWORDS = ("Day", "Keyword", *GOOGLE[1:])
TERMS = ("Day", "Search term", *GOOGLE[1:])
COSTS = ("Date", "What", "Category", "Cost", "Note", "Counts?")
FIRST, LAST = date(2026, 7, 1), date(2026, 7, 31)


def days_of(*months: int) -> list[str]:
    """Return the days of months that have 31."""
    return [f"2026-{month:02}-{day:02}" for month in months for day in range(1, 32)]


def google(folder: Path, name: str, *rows: tuple[object, ...]) -> Path:
    return export(folder, name, *rows, titles=GOOGLE)


class TestNames:
    def test_ad_sets_without_their_campaign_are_no_second_cost(self, tmp_path: Path) -> None:
        one = export(tmp_path, "a.csv", ("one", "2026-07-01", "Sale", 40, 4000, 90), titles=META)
        two = export(
            tmp_path,
            "b.csv",
            ("young", "2026-07-01", "Sale", 30, 3000, 50),
            ("old", "2026-07-01", "Sale", 10, 1000, 40),
            titles=GROUPS,
        )
        for order in ((one, two), (two, one)):
            tables = told(*order)
            assert (tables.total.cost, tables.total.conversions) == (4000.0, 40.0)
            assert left_out(tables, Reason.FINER_EXPORT).cost == 4000.0

    def test_a_name_that_only_one_file_has_makes_no_other_traffic(self, tmp_path: Path) -> None:
        plain = google(tmp_path, "a.csv", ("2026-07-01", "one", "NOK", 100, 900, 9, 4))
        row = ("2026-07-01", "Search", "one", "NOK", 100, 900, 9, 4)
        typed = export(tmp_path, "b.csv", row, titles=BY_TYPE)
        row = ("north", "2026-07-01", "one", "NOK", 100, 900, 9, 4)
        account = export(tmp_path, "c.csv", row, titles=("Account name", *GOOGLE))
        assert told(plain, typed).total.cost == 100.0
        assert told(account, plain).total.cost == 100.0

    def test_an_account_by_day_shows_its_campaigns(self, tmp_path: Path) -> None:
        titles = ("Day", "Account name", *GOOGLE[2:])
        row = ("2026-07-01", "north", "NOK", 100, 900, 9, 4)
        account = export(tmp_path, "account.csv", row, titles=titles)
        campaigns = google(
            tmp_path,
            "campaigns.csv",
            ("2026-07-01", "one", "NOK", 60, 500, 5, 3),
            ("2026-07-01", "two", "NOK", 40, 400, 4, 1),
        )
        assert told(campaigns, account).total.cost == 100.0

    def test_search_terms_are_no_other_traffic_than_keywords(self, tmp_path: Path) -> None:
        row = ("2026-07-01", "shoes", "one", "NOK", 100, 900, 9, 4)
        keywords = export(tmp_path, "a.csv", row, titles=KEYWORDS)
        row = ("2026-07-01", "red shoes", "one", "NOK", 45, 400, 4, 2)
        terms = export(tmp_path, "b.csv", row, titles=TERMS)
        tables = told(terms, keywords)
        assert tables.total.cost == 100.0
        assert found(tables, Check.NOT_COVERED).facts == {"share": 0.45, "field": "cost"}

    def test_one_name_on_two_platforms_is_two_campaigns(self, tmp_path: Path) -> None:
        coarse = export(tmp_path, "a.csv", ("2026-07-01", "Google Ads", "Brand", 10, 9, 1))
        fine = export(
            tmp_path,
            "b.csv",
            ("2026-07-01", "Bing Ads", "Brand", "shoes", 50, 9, 1),
            titles=(*ADS[:3], "keyword_text", *ADS[3:]),
        )
        assert told(coarse, fine).total.cost == 60.0

    def test_days_that_the_coarser_file_lacks_count(self, tmp_path: Path) -> None:
        coarse = google(
            tmp_path,
            "a.csv",
            ("2026-07-01", "one", "NOK", 100, 900, 9, 4),
            ("2026-07-21", "one", "NOK", 100, 900, 9, 4),
        )
        row = ("2026-07-11", "shoes", "one", "NOK", 30, 900, 9, 4)
        fine = export(tmp_path, "b.csv", row, titles=KEYWORDS)
        assert told(coarse, fine).total.cost == 230.0

    def test_what_only_one_of_two_files_has_is_told(self, tmp_path: Path) -> None:
        old = google(
            tmp_path,
            "a.csv",
            ("2026-07-01", "one", "NOK", 100, 900, 9, 4),
            ("2026-07-01", "before", "NOK", 70, 900, 9, 4),
        )
        new = google(
            tmp_path,
            "b.csv",
            ("2026-07-01", "one", "NOK", 100, 900, 9, 4),
            ("2026-07-01", "renamed", "NOK", 70, 900, 9, 4),
        )
        tables = told(old, new)
        told_of = [each for each in tables.findings if each.check is Check.ONLY_IN_ONE]
        assert [each.facts for each in told_of] == [{"count": 1, "cost": 70.0}] * 2
        assert found(tables, Check.REPEATED).facts == {"same": 1}

    def test_tables_that_name_nothing_are_asked_about(self, tmp_path: Path) -> None:
        titles = ("Day", "Currency code", "Cost", "Impr.", "Clicks", "Conversions")
        one = export(tmp_path, "a.csv", ("2026-07-01", "NOK", 10, 100, 5, 2), titles=titles)
        two = export(tmp_path, "b.csv", ("2026-07-01", "NOK", 90, 100, 5, 2), titles=titles)
        with pytest.raises(Unreadable, match="one would replace the other"):
            told(one, two)

    def test_a_file_without_conversions_replaces_none_that_has_them(self, tmp_path: Path) -> None:
        one = google(tmp_path, "a.csv", ("2026-07-01", "one", "NOK", 100, 900, 9, 4))
        row = ("2026-07-01", "one", "NOK", 100, 900, 9)
        two = export(tmp_path, "b.csv", row, titles=GOOGLE[:-1])
        assert told(one, two).total.cpc == 25.0


class TestEvents:
    def test_a_result_that_comes_late_replaces_the_row_without_one(self, tmp_path: Path) -> None:
        first = export(tmp_path, "a.csv", ("one", "2026-07-02", "", "", 300, 9), titles=META)
        later = export(tmp_path, "b.csv", ("one", "2026-07-02", "Sale", 2, 300, 9), titles=META)
        tables = told(first, later)
        assert (tables.total.cost, tables.total.conversions) == (300.0, 2.0)

    def test_cost_without_a_result_is_unclear_where_another_file_counts_others(
        self, tmp_path: Path
    ) -> None:
        sales = export(tmp_path, "a.csv", ("one", "2026-07-01", "Sale", 9, 1050, 9), titles=META)
        leads = export(
            tmp_path,
            "b.csv",
            ("two", "2026-08-01", "Lead", 5, 100, 9),
            ("three", "2026-08-01", "", "", 700, 9),
            titles=META,
        )
        tables = told(sales, leads, events=["Sale"])
        assert tables.total.cost == 1050.0
        assert left_out(tables, Reason.EVENT_UNCLEAR).cost == 700.0

    def test_two_names_of_one_thing_can_be_said_to_be_one(self, tmp_path: Path) -> None:
        path = export(
            tmp_path,
            "a.csv",
            ("one", "2026-07-01", "Sale", 4, 100, 9),
            ("one", "2026-08-01", "Purchase", 6, 100, 9),
            titles=META,
        )
        tables = told(path, events=["Sale", "Purchase"])
        assert (tables.event, tables.total.cpc) == ("Sale + Purchase", 20.0)

    def test_results_of_meta_without_their_kind_are_told(self, tmp_path: Path) -> None:
        titles = ("Campaign name", "Day", "Results", "Amount spent (NOK)")
        path = export(tmp_path, "a.csv", ("one", "2026-07-01", 40, 12), titles=titles)
        assert Check.RESULTS_NOT_NAMED in checks(told(path))


class TestLongerTimes:
    def rows(self, folder: Path, name: str, *spans: tuple[float, str, str]) -> Path:
        lines = [("one", "Sale", 4, cost, first, last) for cost, first, last in spans]
        return export(folder, name, *lines, titles=RANGES)

    def test_times_that_overlap_in_part_are_refused(self, tmp_path: Path) -> None:
        one = self.rows(tmp_path, "a.csv", (2000, "2026-07-01", "2026-07-31"))
        two = self.rows(tmp_path, "b.csv", (2001, "2026-07-15", "2026-08-14"))
        with pytest.raises(Unreadable, match="in part; leave one of the two out"):
            told(one, two)

    def test_weeks_within_a_month_are_no_second_cost(self, tmp_path: Path) -> None:
        month = self.rows(tmp_path, "a.csv", (4000, "2026-06-01", "2026-06-30"))
        weeks = self.rows(
            tmp_path,
            "b.csv",
            (1000, "2026-06-01", "2026-06-07"),
            (3000, "2026-06-08", "2026-06-14"),
        )
        for order in ((month, weeks), (weeks, month)):
            assert told(*order).total.cost == 4000.0

    def test_two_files_without_days_are_not_relabelled(self, tmp_path: Path) -> None:
        titles = ("Campaign", "Cost", "Impr.", "Clicks", "Conversions")
        paths = [
            export(tmp_path, f"{name}.csv", ("one", 10, 100, 5, 2), titles=titles)
            for name in ("june", "july")
        ]
        with pytest.raises(Unreadable, match="neither says which days it covers"):
            told(*paths, first=FIRST, last=LAST)

    def test_rows_that_cross_the_periods_are_not_compared(self, tmp_path: Path) -> None:
        days = [(10, day, day) for day in days_of(7)]
        week = [(70, "2026-07-27", "2026-08-02")]
        days += [(10, day, day) for day in days_of(8)[2:]]
        path = self.rows(tmp_path, "a.csv", *days[:26], *week, *days[31:])
        tables = told(path)
        assert tables.change is None
        assert Check.NOT_COMPARED in checks(tables)

    def test_a_source_that_lacks_one_of_the_periods_is_not_compared(self, tmp_path: Path) -> None:
        ads = export(
            tmp_path,
            "ads.csv",
            *[
                (f"2026-{month:02}-{day:02}", "A", "one", 10, 9, 2)
                for month in (7, 8)
                for day in range(1, 32)
            ],
        )
        meta = self.rows(
            tmp_path,
            "meta.csv",
            *[(10, day, day) for day in days_of(8)],
        )
        assert told(ads).change
        tables = told(ads, meta, currency="NOK")
        assert tables.change is None
        assert Check.NOT_COMPARED in checks(tables)


class TestPrograms:
    def test_two_kinds_of_tables_of_one_platform_are_refused(self, tmp_path: Path) -> None:
        ui = google(tmp_path, "a.csv", ("2026-07-02", "one", "NOK", 100, 900, 9, 4))
        api = export(
            tmp_path,
            "b.csv",
            (100_000_000, "2026-07-01", 9, 4, 17),
            (100_000_000, "2026-07-03", 9, 4, 17),
            titles=("cost_micros", "date", "clicks", "conversions", "id"),
        )
        ads = export(
            tmp_path,
            "c.csv",
            ("2026-07-01", "google_ads", "one", 100, 9, 4),
            ("2026-07-03", "google_ads", "one", 100, 9, 4),
        )
        for other in (api, ads):
            with pytest.raises(Unreadable, match="both hold Google Ads of the same days"):
                told(ui, other, currency="NOK")

    def test_an_invoice_of_ads_beside_their_export_is_told(self, tmp_path: Path) -> None:
        ads = google(tmp_path, "a.csv", ("2026-07-01", "one", "NOK", 100, 900, 9, 4))
        row = ("2026-07-31", "Google", "Google Ads", 100, "", "yes")
        costs = export(tmp_path, "costs.csv", row, titles=COSTS)
        tables = told(ads, costs, currency="NOK")
        facts = found(tables, Check.INVOICE_BESIDE).facts
        assert facts == {"cost": 100.0, "category": "google ads"}


class TestCosts:
    ROWS = (
        ("2026-07-31", "Kari", "Influencer placement", 50, "", "yes"),
        ("2026-07-31", "Kari", "Influencer placement", 50, "", "yes"),
        ("2026-08-31", "Ola", "SEO specialist", 70, "", "no"),
    )

    def test_costs_that_two_trackers_hold_count_once(self, tmp_path: Path) -> None:
        ads = google(tmp_path, "a.csv", ("2026-07-01", "one", "NOK", 100, 900, 9, 4))
        july = export(tmp_path, "july.csv", *self.ROWS[:2], titles=COSTS)
        august = export(tmp_path, "august.csv", *self.ROWS, titles=COSTS)
        tables = told(ads, july, august, currency="NOK")
        assert [row.cost for row in tables.costs] == [50.0, 50.0, 70.0]
        assert tables.total.cost == 200.0
        assert left_out(tables, Reason.REPEATED_COST).rows == 2
        assert found(tables, Check.REPEATED).facts == {"same": 2}


class TestMoney:
    def test_costs_are_converted_too(self, tmp_path: Path) -> None:
        ads = google(tmp_path, "a.csv", ("2026-07-01", "one", "NOK", 100, 900, 9, 4))
        titles = (*COSTS[:3], "Cost (EUR)", *COSTS[4:])
        row = ("2026-07-31", "Kari", "Influencer placement", 10, "", "yes")
        costs = export(tmp_path, "costs.csv", row, titles=titles)
        tables = told(ads, costs, currency="NOK", rates={"EUR": 11.5})
        assert tables.total.cost == 215.0

    def test_what_is_left_out_is_converted_too(self, tmp_path: Path) -> None:
        path = google(
            tmp_path,
            "a.csv",
            ("2026-07-01", "one", "NOK", 100, 900, 9, 4),
            ("2026-08-01", "one", "EUR", 10, 900, 9, 4),
        )
        tables = told(path, currency="NOK", rates={"EUR": 11.5}, first=FIRST, last=LAST)
        assert left_out(tables, Reason.OUTSIDE_PERIOD).cost == 115.0

    def test_a_value_in_another_currency_is_left_out(self, tmp_path: Path) -> None:
        titles = (*META, "Purchases conversion value (USD)")
        row = ("one", "2026-07-01", "Sale", 4, 100, 9, 500.5)
        tables = told(export(tmp_path, "a.csv", row, titles=titles), currency="NOK")
        assert (tables.currency, tables.paid[0].value) == ("NOK", None)
        assert Check.VALUE_IN_OTHER_CURRENCY in checks(tables)

    def test_files_that_say_no_currency_are_told(self, tmp_path: Path) -> None:
        one = export(tmp_path, "a.csv", ("2026-07-01", "A", "one", 100, 9, 4))
        titles = ("Day", "Campaign", "Cost", "Impr.", "Clicks", "Conversions")
        two = export(tmp_path, "b.csv", ("2026-07-01", "one", 10, 100, 5, 2), titles=titles)
        assert found(told(one, two), Check.CURRENCY_NOT_SAID).facts == {"count": 2}

    def test_a_file_without_cost_needs_no_rate(self, tmp_path: Path) -> None:
        one = google(tmp_path, "a.csv", ("2026-07-01", "one", "NOK", 100, 900, 9, 4))
        row = ("two", "2026-07-01", "Sale", 0, 0, 9)
        titles = (*META[:4], "Amount spent (EUR)", META[5])
        two = export(tmp_path, "b.csv", row, titles=titles)
        assert told(one, two).total.cost == 100.0


def test_many_rows_without_days_are_one_period(tmp_path: Path) -> None:
    titles = ("Campaign", "Search term", "Cost", "Impr.", "Clicks", "Conversions")
    rows = [("one", f"term {at}", 1, 100, 5, 1) for at in range(5_100)]
    path = export(tmp_path, "terms.csv", *rows, titles=titles)
    assert told(path, first=FIRST, last=LAST).total.cost == 5_100.0


def test_organic_work_among_many_paid_rows(tmp_path: Path) -> None:
    rows = [("2026-07-01", "A", f"c{at}", 1, 5, 1) for at in range(5_100)]
    path = export(tmp_path, "ads.csv", *rows, ("2026-07-01", "SEO", "x", 9, 5, 1))
    assert told(path).total.cost == 5_100.0


def test_months_of_zeros_are_not_compared(tmp_path: Path) -> None:
    rows = [(f"2026-{month:02}-01", "A", "one", 0, 0, 0) for month in (6, 7, 8)]
    assert told(export(tmp_path, "ads.csv", *rows)).change is None


def test_an_empty_export_beside_a_full_one_is_told(tmp_path: Path) -> None:
    full = google(tmp_path, "a.csv", ("2026-07-01", "one", "NOK", 100, 900, 9, 4))
    empty = export(tmp_path, "b.csv", titles=META)
    assert found(told(full, empty), Check.NO_ROWS).source == "b.csv"


def test_sheets_without_an_export_are_told(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.worksheets[0].append(ADS)
    book.worksheets[0].append(("2026-07-01", "A", "one", 100, 9, 4))
    book.create_sheet("Pivot").append(("something", "else"))
    book.save(tmp_path / "ads.xlsx")
    assert found(told(tmp_path / "ads.xlsx"), Check.OTHER_SHEETS).facts == {"names": "Pivot"}


def test_two_properties_of_the_analytics_are_added(tmp_path: Path) -> None:
    ads = google(tmp_path, "a.csv", ("2026-09-01", "one", "NOK", 100, 900, 9, 4))
    paths = []
    for name, won in (("shop", 12), ("app", 30)):
        path = tmp_path / f"{name}.csv"
        days = f"# Property: {name}\n# Start date: 20260901\n# End date: 20260903\n\n"
        table = f"Session default channel group,Sessions,Key events\nOrganic Search,50,{won}\n"
        path.write_text(days + table, encoding="utf-8")
        paths.append(path)
    assert sum(row.conversions or 0 for row in told(ads, *paths).organic) == 42.0


def test_organic_conversions_of_other_days_are_told(tmp_path: Path) -> None:
    ads = google(tmp_path, "a.csv", ("2026-07-01", "one", "NOK", 100, 900, 9, 4))
    ga4 = tmp_path / "ga4.csv"
    head = "# Start date: 20260901\n# End date: 20260930\n\nSession default channel group,Sessions,"
    ga4.write_text(f"{head}Key events\nOrganic Search,50,4\n", encoding="utf-8")
    facts = found(told(ads, ga4), Check.OTHER_DAYS).facts
    assert facts == {"first": date(2026, 9, 1), "last": date(2026, 9, 30)}


def test_events_of_the_analytics_are_chosen_too(tmp_path: Path) -> None:
    ads = google(tmp_path, "a.csv", ("2026-07-01", "one", "NOK", 100, 900, 9, 4))
    ga4 = tmp_path / "ga4.csv"
    days = "# Start date: 20260701\n# End date: 20260701\n\n"
    titles = "Session default channel group,Event name,Sessions,Key events\n"
    rows = "Organic Search,purchase,50,4\nOrganic Search,page_view,50,300\n"
    ga4.write_text(days + titles + rows, encoding="utf-8")
    with pytest.raises(Unreadable, match="--event: page_view, purchase"):
        told(ads, ga4)
    tables = told(ads, ga4, events=["purchase"])
    assert sum(row.conversions or 0 for row in tables.organic) == 4.0


def test_days_that_are_not_understood_are_not_relabelled(tmp_path: Path) -> None:
    path = tmp_path / "google.csv"
    path.write_text(
        "Campaign report\nAll time\nCampaign,Cost,Impr.,Clicks,Conversions\none,200000,9,9,4\n",
        encoding="utf-8",
    )
    with pytest.raises(Unreadable, match="All time"):
        told(path, first=FIRST, last=LAST)


def test_an_option_that_decides_one_of_several_files_names_it(tmp_path: Path) -> None:
    titles = ("Day", "Campaign", "Cost", "Impr.", "Clicks", "Conversions")
    one = export(tmp_path, "a.csv", ("2026-07-01", "one", "1.234", 9000, 500, 4), titles=titles)
    two = export(tmp_path, "b.csv", ("2026-07-02", "two", 10, 9000, 500, 4), titles=titles)
    shared = declared(["de_DE"], []).of_several()
    with pytest.raises(Unreadable, match=r"--locale a\.csv=de_DE"):
        reported(one, two, shared)
    named = declared(["a.csv=de_DE"], []).of_several()
    assert reported(one, two, named) == 1244.0


def reported(one: Path, two: Path, said: Declared) -> float:
    options = Options(TODAY, said)
    files = [str(one), str(two)]
    return answer(tables_of(files, NO_MAPS, options, lambda _: None), options).total.cost
