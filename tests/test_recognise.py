"""An export is recognised by its content: platform, header, rows, totals, remarks."""

from pathlib import Path

import pytest

from addin.csv_file import Unreadable
from addin.exports.grid import read_grids
from addin.exports.platform import Field
from addin.exports.recognise import Export, recognise

FIXTURES = Path(__file__).parent / "fixtures"
SEEDS = FIXTURES / "dbt_ad_reporting_Apache2"

GOOGLE = """\
Campaign report
"July 8, 2025 - July 31, 2025"
Campaign status,Campaign,Currency code,Impr.,Clicks,CTR,Avg. CPC,Cost,Conversions,Cost / conv.
Enabled,Brand,NOK,"25,881",812,3.14%,3.10,"2,517.20",41.50,60.66
Paused,Generic,NOK,"9,100",301, --,11.80,"3,551.80",9.00,394.64
Total: Campaigns, --, --,"34,981","1,113",3.18%,5.45,"6,069.00",50.50,120.18
Total: Account, --, --,"34,981","1,113",3.18%,5.45,"6,069.00",50.50,120.18
"""
META = """\
"Campaign name","Results","Result indicator","Amount spent (NOK)","Reporting starts","Objective"
"","12","actions:lead","1200.50","2026-01-01","leads"
"Prospecting","7","actions:lead","700.25","2026-01-01","leads"
"Retargeting","5","actions:lead","500.25","2026-01-01","leads"
"""
MICROSOFT = """\
"Report Name: My Campaign Report"
"Report Time: 2/1/2020,2/7/2020"
"Rows: 2"

"Gregorian date","Campaign name","Clicks","Spend","Conversions"
"2/1/2020","Shoes","35","70.10","3"
"2/7/2020","Boots","50","99.90","2"
"Total","","85","170.00","5"

"©2024 Microsoft Corporation. All rights reserved. "
"""
GA4 = """\
# ----------------------------------------
# Acquisition
# Start date: 20231001
# End date: 20231031
# ----------------------------------------

Session default channel group,Sessions,Conversions
Organic Search,1200,31
Paid Search,800,12

# Start date: 20231001
Nth day,Active users
0000,100
"""
NORWEGIAN_META = """\
"Kampanjenavn","Resultater","Beløp brukt (NOK)","Rapportering starter","Klikk på lenke"
"Vår","3","450,50","2026-01-01","40"
"""


def export_of(text: str, folder: Path, encoding: str = "utf-8") -> Export:
    path = folder / "export.dat"
    path.write_bytes(text.encode(encoding))
    (grid,) = read_grids(path)
    return recognise(grid)


@pytest.mark.parametrize(
    ("text", "platform", "rows", "totals"),
    [
        pytest.param(GOOGLE, "Google Ads", 2, 2, id="google"),
        pytest.param(META, "Meta", 2, 1, id="meta"),
        pytest.param(NORWEGIAN_META, "Meta", 1, 0, id="meta-nb"),
        pytest.param(MICROSOFT, "Microsoft Advertising", 2, 1, id="microsoft"),
        pytest.param(GA4, "Google Analytics 4", 2, 0, id="ga4"),
    ],
)
def test_a_platform_is_known_by_its_titles(
    text: str, platform: str, rows: int, totals: int, tmp_path: Path
) -> None:
    export = export_of(text, tmp_path)
    assert export.platform.name == platform
    assert (len(export.rows), len(export.totals)) == (rows, totals)


def test_the_excel_flavour_of_google_is_the_same_export(tmp_path: Path) -> None:
    lines = GOOGLE.replace('"July 8, 2025 - July 31, 2025"', "July 8, 2025 - July 31, 2025")
    tabbed = "\n".join("\t".join(row) for row in _cells(lines))
    export = export_of("\ufeff" + tabbed, tmp_path, "utf-16-le")
    assert export.platform.name == "Google Ads"
    assert export.grid.encoding.startswith("utf-16")
    assert export.cells(Field.CAMPAIGN) == ["Brand", "Generic"]


def test_columns_are_found_and_the_rest_is_named(tmp_path: Path) -> None:
    export = export_of(GOOGLE, tmp_path)
    assert export.cells(Field.COST) == ["2,517.20", "3,551.80"]
    assert export.ignored == ["Campaign status", "CTR", "Avg. CPC", "Cost / conv."]
    assert [str(line.cells[0]) for line in export.before] == [
        "Campaign report",
        "July 8, 2025 - July 31, 2025",
    ]


def test_a_total_that_names_nothing_is_set_aside(tmp_path: Path) -> None:
    export = export_of(META, tmp_path)
    assert export.cells(Field.COST, export.totals) == ["1200.50"]
    assert export.currencies == {"NOK"}


def test_the_copyright_is_no_row_and_no_remark(tmp_path: Path) -> None:
    export = export_of(MICROSOFT, tmp_path)
    assert [line.number for line in export.remarks] == []


def test_a_title_that_stands_twice_is_told(tmp_path: Path) -> None:
    export = export_of(META.replace('"Objective"', '"Results"'), tmp_path)
    assert export.repeated == ["results"]


def test_all_in_brackets_is_no_currency(tmp_path: Path) -> None:
    text = META.replace("Result indicator", "Clicks (all)")
    assert Field.CLICKS in export_of(text, tmp_path).columns


def test_what_no_platform_wrote_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="column titles of a platform that is known"):
        export_of("a,b\n1,2\n", tmp_path)


@pytest.mark.parametrize(
    ("seed", "platform"),
    [
        ("amazon_ads_campaign_level_report_data", "Amazon Ads (API)"),
        ("apple_search_campaign_report_data", "Apple Search Ads (API)"),
        ("facebook_ads_basic_ad_data", "Meta (API)"),
        ("google_ads_campaign_stats_data", "Google Ads (API)"),
        ("linkedin_ad_analytics_by_campaign_data", "LinkedIn (API)"),
        ("microsoft_ads_campaign_performance_daily_report_data", "Microsoft Advertising (API)"),
        ("pinterest_campaign_report_data", "Pinterest (API)"),
        ("reddit_ads_campaign_report_data", "Reddit (API)"),
        ("snapchat_campaign_hourly_report_data", "Snapchat (API)"),
        ("tiktok_campaign_report_hourly_data", "TikTok (API)"),
        ("twitter_campaign_report_data", "X (API)"),
    ],
)
def test_every_seed_of_ad_reporting_is_recognised(seed: str, platform: str) -> None:
    (grid,) = read_grids(SEEDS / f"{seed}.csv")
    assert recognise(grid).platform.name == platform


def test_the_example_of_microsoft_is_read_without_its_lines_of_facts() -> None:
    (grid,) = read_grids(FIXTURES / "msads_docs_CCBY4" / "msads_docs_example_2020.csv")
    export = recognise(grid)
    assert export.platform.name == "Microsoft Advertising"
    assert export.cells(Field.CLICKS) == ["35", "50", "1", "80", "5"]
    assert len(export.remarks) == 0


def test_the_schema_of_ad_reporting_is_recognised() -> None:
    (grid,) = read_grids(FIXTURES / "pymc_Apache2" / "ad_report_schema.csv")
    assert recognise(grid).platform.name == "ad_reporting"


def _cells(text: str) -> list[list[str]]:
    import csv

    return list(csv.reader(text.splitlines()))


def test_a_row_and_a_total_of_another_language_are_no_two_rows(tmp_path: Path) -> None:
    lines = GOOGLE.splitlines()
    one = "\n".join([*lines[:4], lines[3].replace("Brand", "合計")])
    export = export_of(one, tmp_path)
    assert (len(export.rows), len(export.totals)) == (1, 1)


@pytest.mark.parametrize("line", [",2000,43,Grand total", "Grand total,2000,43"])
@pytest.mark.parametrize("place", [0, 2])
def test_the_grand_total_of_analytics_is_no_channel(line: str, place: int, tmp_path: Path) -> None:
    rows = ["Organic Search,1200,31", "Paid Search,800,12"]
    rows.insert(place, line)
    export = export_of(
        "\n".join(["Session default channel group,Sessions,Key events", *rows]), tmp_path
    )
    assert export.cells(Field.SESSIONS) == ["1200", "800"]
    assert export.cells(Field.SESSIONS, export.totals) == ["2000"]


def test_accounts_are_read(tmp_path: Path) -> None:
    export = export_of(GOOGLE.replace("Campaign status,", "Account name,"), tmp_path)
    assert export.cells(Field.ACCOUNT) == ["Enabled", "Paused"]


def test_the_cost_of_an_account_comes_before_its_converted_twin(tmp_path: Path) -> None:
    text = GOOGLE.replace("Avg. CPC", "Cost (Converted currency)")
    export = export_of(text, tmp_path)
    assert export.cells(Field.COST) == ["2,517.20", "3,551.80"]


def test_the_converted_cost_is_read_where_accounts_do_not_name_their_currencies(
    tmp_path: Path,
) -> None:
    """A manager account: 2,517.20 may be in kroner and 3,551.80 in euros."""
    text = GOOGLE.replace("Currency code", "Conv. value")
    text = text.replace("Avg. CPC", "Cost (Converted currency)").replace(",NOK,", ",0.00,")
    export = export_of(text, tmp_path)
    assert export.cells(Field.COST) == ["3.10", "11.80"]
    assert Field.CURRENCY not in export.columns
    assert Field.VALUE not in export.columns


@pytest.mark.parametrize(
    ("text", "title", "kinds"),
    [
        pytest.param(
            GOOGLE.replace("Campaign status", "Conversion action"),
            "Conversion action",
            ["Enabled", "Paused"],
            id="google",
        ),
        pytest.param(
            "Session default channel group,Event name,Sessions,Key events\n"
            "Organic Search,purchase,1200,31\nOrganic Search,newsletter,800,300\n",
            "Event name",
            ["purchase", "newsletter"],
            id="ga4",
        ),
    ],
)
def test_a_column_that_names_kinds_of_conversions_is_read(
    text: str, title: str, kinds: list[str], tmp_path: Path
) -> None:
    export = export_of(text, tmp_path)
    assert title not in export.ignored
    assert export.cells(Field.EVENT) == kinds


def test_a_converted_cost_has_the_converted_currency(tmp_path: Path) -> None:
    text = GOOGLE.replace(",Cost,", ",Cost (Converted currency),")
    text = text.replace("Campaign status,", "Converted currency code,").replace("Enabled", "EUR")
    export = export_of(text.replace("Paused", "EUR"), tmp_path)
    assert export.cells(Field.COST) == ["2,517.20", "3,551.80"]
    assert export.cells(Field.CURRENCY) == ["EUR", "EUR"]
