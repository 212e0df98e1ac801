"""Public exports: the figures of a report equal those that DuckDB's SQL makes of the same file.

Costs per conversion of `ad_report_schema.csv`: its spend over its conversions, added by hand.
"""

import json
from datetime import date
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from addin.answers import answer
from addin.choices import Engine
from addin.cli import app
from addin.exports.grid import read_grids
from addin.exports.recognise import recognise
from addin.exports.remembered import NO_MAPS
from addin.exports.text_file import Unreadable
from addin.options import Options
from addin.sources import tables_of
from tests.test_recognise import SEEDS
from workbook_templates.report.findings import Check
from workbook_templates.report.tables import Tables

FIXTURES = Path(__file__).parent / "fixtures"
MICROSOFT = FIXTURES / "msads_docs_CCBY4" / "msads_docs_example_2020.csv"
SCHEMA = FIXTURES / "pymc_Apache2" / "ad_report_schema.csv"
UNIT, MICRO = 1, 1_000_000
# The columns of cost, impressions, clicks and conversions, and what the cost is counted in.
COLUMNS = {
    "amazon_ads_campaign_level_report_data": ("cost", "impressions", "clicks", "purchases_30_d"),
    "apple_search_campaign_report_data": (
        *("local_spend_amount", "impressions", "taps", "conversions"),
    ),
    "facebook_ads_basic_ad_data": ("spend", "impressions", "inline_link_clicks", ""),
    "google_ads_campaign_stats_data": ("cost_micros", "impressions", "clicks", "conversions"),
    "linkedin_ad_analytics_by_campaign_data": (
        *("cost_in_local_currency", "impressions", "clicks", "external_website_conversions"),
    ),
    "microsoft_ads_campaign_performance_daily_report_data": (
        *("spend", "impressions", "clicks", "conversions"),
    ),
    "pinterest_campaign_report_data": (
        *("spend_in_micro_dollar", "impression_1", "clickthrough_1", "total_conversions"),
    ),
    "reddit_ads_campaign_report_data": ("spend", "impressions", "clicks", ""),
    "snapchat_campaign_hourly_report_data": (
        *("spend", "impressions", "swipes", "conversion_purchases"),
    ),
    "tiktok_campaign_report_hourly_data": ("SPEND", "IMPRESSIONS", "CLICKS", "CONVERSION"),
    "twitter_campaign_report_data": (
        *("billed_charge_local_micro", "impressions", "clicks", "conversion_purchases_metric"),
    ),
}
IN_MICROS = ("google", "pinterest", "reddit", "snapchat", "twitter")
WITHOUT_COST = {
    "facebook_ads_basic_ad_actions_data",
    "google_ads_campaign_history_data",
    "reddit_ads_campaign_conversions",
}


def told(path: Path, engine: Engine = Engine.DUCKDB) -> Tables:
    options = Options(date(2026, 11, 23), engine=engine)
    return answer(tables_of([str(path)], NO_MAPS, options, print), options)


def by_sql(path: Path, column: str, unit: int = UNIT) -> float:
    """Return the sum of a column, without rounding on the way; 0 for a column of none."""
    if not column:
        return 0.0
    ((total,),) = (
        duckdb.read_csv(str(path), all_varchar=True)
        .aggregate(f"coalesce(sum(nullif(\"{column}\", '-')::decimal(30, 9)), 0)")
        .fetchall()
    )
    return float(total / unit)


def test_every_seed_with_a_cost_is_here() -> None:
    assert {path.stem for path in SEEDS.glob("*.csv")} == COLUMNS.keys() | WITHOUT_COST


@pytest.mark.parametrize("engine", [Engine.DUCKDB, Engine.POLARS, Engine.PANDAS])
@pytest.mark.parametrize("seed", COLUMNS)
def test_the_sums_of_a_seed_are_those_of_sql(seed: str, engine: Engine) -> None:
    path = SEEDS / f"{seed}.csv"
    cost, impressions, clicks, conversions = COLUMNS[seed]
    tables = told(path, engine)
    unit = MICRO if seed.startswith(IN_MICROS) else UNIT
    assert tables.total.cost == by_sql(path, cost, unit)
    assert tables.total.conversions == by_sql(path, conversions)
    assert (tables.total.clicks or 0.0) == by_sql(path, clicks)
    assert sum(row.impressions or 0.0 for row in tables.paid) == by_sql(path, impressions)
    assert not [each for each in tables.left_out if each.cost]


@pytest.mark.parametrize("seed", sorted(WITHOUT_COST))
def test_a_seed_without_a_cost_is_asked_about(seed: str) -> None:
    with pytest.raises(Unreadable, match="Say what its columns are"):
        told(SEEDS / f"{seed}.csv")


def test_costs_per_conversion_through_the_command() -> None:
    answered = CliRunner().invoke(app, ["report", str(SCHEMA), "--json"])
    channels = json.loads(answered.stdout)["channels"]
    assert {each["name"]: round(each["cpc"], 6) for each in channels} == {
        "Google Ads": 9.95,
        "Facebook Ads": 11.0,
        "TikTok Ads": 13.885294,
    }


def test_an_example_of_microsoft_is_read_between_its_header_and_its_footer() -> None:
    """It has clicks and no cost, so that no figure can be told of it."""
    (table,) = tables_of([str(MICROSOFT)], NO_MAPS, Options(date(2026, 11, 23)), print)
    assert (table.platform.name, table.row_count) == ("Microsoft Advertising", 5)
    assert sum(part.clicks or 0 for part in table.days) == 171 * MICRO
    export = recognise(read_grids(MICROSOFT)[0])
    assert (export.header.number, len(export.rows), export.remarks) == (11, 5, [])
    with pytest.raises(Unreadable, match="no row of the files counts"):
        told(MICROSOFT)


def test_a_total_of_microsoft_is_set_aside(tmp_path: Path) -> None:
    """As the example, with the columns of a report on cost and a line of totals."""
    text = MICROSOFT.read_text(encoding="utf-8").replace("2/7/2020", "2/13/2020")
    head, _, rest = text.partition('"AccountId"')
    footer = rest.rpartition("\n\n")[2]
    rows = '"Brand","1,234.50","90","12"\n"Other","65.50","10","1"\n"Total","1,300.00","100","13"\n'
    path = tmp_path / "microsoft.csv"
    titles = '"AccountName","CampaignName","Spend","Clicks","Conversions"\n'
    rows = "".join(f'"Fjord",{line}\n' for line in rows.splitlines()).replace(
        '"Fjord","Total"', '"Total",""'
    )
    path.write_text(f"{head}{titles}{rows}\n{footer}", encoding="utf-8")
    tables = told(path)
    assert (tables.total.cost, tables.total.conversions) == (1300.0, 13.0)
    assert tables.sources[0].total_lines == 1
    assert Check.TOTALS_DISAGREE not in {each.check for each in tables.findings}
