"""Where rows belong: paid or organic, which event, which currency; what is left out is counted."""

from datetime import date
from pathlib import Path

import pytest

from addin.exports.text_file import Unreadable
from addin.traffic import traffic_of
from tests.reports import checks, export, found, left_out, told
from workbook_templates.report.findings import Check
from workbook_templates.report.left_out import Reason

GOOGLE = ("Day", "Campaign", "Currency code", "Cost", "Impr.", "Clicks", "Conversions")
META = ("Campaign name", "Day", "Result type", "Results", "Amount spent (NOK)", "Link clicks")
GA4 = "# Start date: 20260701\n# End date: 20260731\n\n{title},Sessions,Key events,Total revenue\n"
COSTS = ("Date", "What", "Category", "Cost", "Note", "Counts?")


def ga4(folder: Path, *rows: str, title: str = "Session default channel group") -> Path:
    path = folder / "ga4.csv"
    path.write_text(GA4.format(title=title) + "\n".join(rows) + "\n", encoding="utf-8")
    return path


class TestTraffic:
    # Analytics Help, "Default channel group": the groups whose names begin with Paid, and these.
    @pytest.mark.parametrize(
        ("channel", "traffic"),
        [
            ("Paid Search", "paid"),
            ("Cross-network", "paid"),
            ("Organic Search", "organic"),
            ("Direct", "organic"),
            ("Unassigned", None),
            ("google / cpc", "paid"),
            ("google / organic", "organic"),
            ("(direct) / (none)", "organic"),
            ("newsletter / email", "organic"),
            ("partner / banner", "paid"),
            ("someone / something", None),
            ("(data not available)", None),
        ],
    )
    def test_a_channel_of_the_analytics_is_paid_for_or_not(
        self, channel: str, traffic: str | None
    ) -> None:
        assert traffic_of(channel) == traffic

    def test_organic_conversions_come_from_analytics_and_paid_ones_from_platforms(
        self, tmp_path: Path
    ) -> None:
        ads = export(tmp_path, "ads.csv", ("2026-07-01", "A", "one", 100, 9, 10))
        seen = ga4(tmp_path, "Organic Search,50,4,900", "Paid Search,9,7,0", "Unassigned,5,2,0")
        tables = told(ads, seen)
        assert tables.total.cpc == 10.0
        assert tables.blended
        assert tables.blended.cpc == 100 / 14
        assert [(row.source, row.sessions, row.conversions) for row in tables.organic] == [
            ("Organic Search", 50.0, 4.0)
        ]
        assert left_out(tables, Reason.SEEN_BY_ANALYTICS).conversions == 7.0
        assert left_out(tables, Reason.UNASSIGNED).rows == 1
        claims = found(tables, Check.PLATFORMS_CLAIM_MORE).facts
        assert claims == {"claimed": 10.0, "credited": 7.0}

    def test_two_views_of_the_same_visits_are_never_added(self, tmp_path: Path) -> None:
        one = ga4(tmp_path, "Organic Search,50,4,900").rename(tmp_path / "groups.csv")
        two = ga4(tmp_path, "google / organic,50,4,900", title="Session source / medium")
        with pytest.raises(Unreadable, match="show the same visits in two ways"):
            told(one, two)

    def test_search_queries_are_no_conversions(self, tmp_path: Path) -> None:
        titles = ("Date", "Clicks", "Impressions", "CTR", "Position")
        rows = [("2026-07-01", 40, 900, "4.44%", 7.1)]
        console = export(tmp_path, "chart.csv", *rows, titles=titles)
        ads = export(tmp_path, "ads.csv", ("2026-07-01", "A", "one", 100, 9, 10))
        tables = told(ads, console)
        assert left_out(tables, Reason.NO_CONVERSIONS).rows == 1
        assert not tables.organic

    def test_organic_work_among_paid_rows_is_moved_beside_the_figure(self, tmp_path: Path) -> None:
        path = export(
            tmp_path,
            "ads.csv",
            ("2026-07-01", "A", "one", 100, 9, 10),
            ("2026-07-01", "SEO", "articles", 500, 9, 10),
        )
        tables = told(path)
        assert tables.total.cpc == 10.0
        assert found(tables, Check.ORGANIC_AS_PAID).facts == {"cost": 500.0, "channel": "SEO"}
        assert [(row.category, row.cost) for row in tables.costs] == [("SEO", 500.0)]
        assert tables.loaded
        assert tables.loaded.cost == 600.0

    def test_costs_count_by_their_category(self, tmp_path: Path) -> None:
        ads = export(tmp_path, "ads.csv", ("2026-07-01", "A", "one", 100, 9, 10))
        other = export(
            tmp_path,
            "costs.csv",
            ("2026-07-01", "Kari", "Influencer placement", 50, "", "yes"),
            ("2026-07-01", "Ola", "SEO specialist", 700, "", "no"),
            ("2026-08-01", "Ola", "SEO specialist", 700, "", "no"),
            titles=COSTS,
        )
        tables = told(ads, other, first=date(2026, 7, 1), last=date(2026, 7, 31))
        assert (tables.total.cost, tables.total.cpc) == (150.0, 15.0)
        assert tables.loaded
        assert tables.loaded.cost == 850.0
        assert left_out(tables, Reason.OUTSIDE_PERIOD).cost == 700.0


class TestEvents:
    ROWS = (
        ("one", "2026-07-01", "Purchases", 4, 400, 9),
        ("two", "2026-07-01", "Leads", 10, 100, 20),
        ("three", "2026-07-01", "", "", 50, 9),
    )

    def test_different_events_are_never_added(self, tmp_path: Path) -> None:
        path = export(tmp_path, "meta.csv", *self.ROWS, titles=META)
        with pytest.raises(Unreadable, match="--event 'Purchases': 4 for 400"):
            told(path)

    def test_one_event_is_told_and_the_others_are_counted(self, tmp_path: Path) -> None:
        tables = told(export(tmp_path, "meta.csv", *self.ROWS, titles=META), events=["Leads"])
        assert (tables.event, tables.total.cpc) == ("Leads", 10.0)
        assert left_out(tables, Reason.OTHER_EVENT).cost == 400.0
        assert left_out(tables, Reason.EVENT_UNCLEAR).cost == 50.0
        assert found(tables, Check.OTHER_EVENTS).facts == {"cost": 400.0, "event": "Leads"}

    def test_cost_without_a_result_counts_where_there_is_one_event(self, tmp_path: Path) -> None:
        rows = (self.ROWS[0], self.ROWS[2])
        tables = told(export(tmp_path, "meta.csv", *rows, titles=META))
        assert (tables.event, tables.total.cpc) == ("Purchases", 450 / 4)
        facts = found(tables, Check.COST_WITHOUT_CONVERSIONS).facts
        assert facts == {"count": 1, "cost": 50.0}

    def test_an_event_that_no_file_names_is_refused(self, tmp_path: Path) -> None:
        path = export(tmp_path, "meta.csv", *self.ROWS, titles=META)
        with pytest.raises(Unreadable, match="--event Sales: the files name Purchases, Leads"):
            told(path, events=["Sales"])

    def test_a_source_that_names_no_event_is_told(self, tmp_path: Path) -> None:
        meta = export(tmp_path, "meta.csv", self.ROWS[0], titles=META)
        row = ("2026-07-01", "one", "NOK", 10, 100, 5, 2)
        google = export(tmp_path, "google.csv", row, titles=GOOGLE)
        tables = told(meta, google)
        assert tables.total.cpc == 410 / 6
        assert found(tables, Check.EVENT_NOT_SAID).source == "google.csv"


class TestCurrencies:
    def rows(self, folder: Path) -> Path:
        return export(
            folder,
            "google.csv",
            ("2026-07-01", "one", "EUR", 10, 100, 5, 2),
            ("2026-07-01", "two", "NOK", 100, 100, 5, 2),
            titles=GOOGLE,
        )

    def test_different_currencies_are_never_added(self, tmp_path: Path) -> None:
        with pytest.raises(Unreadable, match="EUR and NOK, which are never added") as refused:
            told(self.rows(tmp_path))
        assert "--currency EUR --rate NOK=" in str(refused.value)

    def test_a_given_rate_converts(self, tmp_path: Path) -> None:
        tables = told(self.rows(tmp_path), currency="NOK", rates={"EUR": 11.5})
        assert (tables.currency, tables.total.cost, tables.total.cpc) == ("NOK", 215.0, 53.75)
        facts = found(tables, Check.MIXED_CURRENCIES).facts
        assert facts == {"cost": 10.0, "currency": "EUR", "rate": 11.5}

    def test_a_file_that_does_not_say_its_currency_is_asked_about(self, tmp_path: Path) -> None:
        meta = export(tmp_path, "meta.csv", TestEvents.ROWS[0], titles=META)
        ads = export(tmp_path, "ads.csv", ("2026-07-01", "A", "one", 100, 9, 10))
        with pytest.raises(Unreadable, match=r"ads\.csv: it does not say its currency"):
            told(meta, ads)
        assert told(meta, ads, currency="NOK").currency == "NOK"

    def test_where_no_file_says_a_currency_none_is_told(self, tmp_path: Path) -> None:
        tables = told(export(tmp_path, "ads.csv", ("2026-07-01", "A", "one", 100, 9, 10)))
        assert tables.currency == ""
        assert Check.MIXED_CURRENCIES not in checks(tables)
