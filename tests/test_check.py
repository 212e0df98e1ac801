"""What CPC_CHECK promises: it finds seeded faults, and leaves sound tables alone.

Where the expected findings come from: each fault was typed in by hand, in the row that is named.
"""

from datetime import date
from typing import Any

import pytest

from cpc_functions.cells import CellError
from cpc_functions.check import cpc_check
from cpc_functions.findings import Finding
from cpc_functions.headers import Role, role_of
from cpc_functions.review import review

Rows = list[list[Any]]

TODAY = 46022.0  # 31 December 2025
HEADER = ["row", "problem", "what to do"]
CLEAN = [HEADER, ["", "nothing found", ""]]
SIMPLE = ["Campaign", "Cost", "Conversions"]

GOOGLE: Rows = [
    ["Campaign", "Campaign type", "Currency code", "Clicks", "Impr.", "CTR", "Avg. CPC", "Cost",
     "Conversions", "Cost / conv.", "Conv. rate"],
    ["Brand", "Search", "NOK", 812, 10233, 0.0794, 3.21, 2606.52, 64.5, 40.41, 0.0794],
    ["Total Wine", "Search", "NOK", 300, 9100, 0.033, 5.0, 1500, 0, " --", 0],
    ["Sum of all fears", "Display", "NOK", 300, 91000, 0.0033, 0.5, 150, 1, 150, 0.0033],
    ["Paused", "Shopping", "NOK", 0, 0, " --", " --", 0, 0, " --", " --"],
    ["Paused", "Shopping", "NOK", 0, 0, " --", " --", 0, 0, " --", " --"],
]  # fmt: skip
META: Rows = [
    ["Kampanjenavn", "Rapportering starter", "Rapportering slutter", "Beløp brukt (NOK)",
     "Resultater", "Kostnad per resultat", "Klikk på lenke", "Klikk (alle)", "Eksponeringer",
     "CPC (kostnad per klikk på lenke) (NOK)"],
    ["Vår", 46000, 46006, 1499.99, 12, 124.999167, 210, 240, 18044, 7.1428],
    ["Sommer", 46000, 46006, 2000, 25, 80, 400, 480, 30100, 5],
    ["Høst", 46000, 46006, 350.5, 0, None, 33, 41, 2900, 10.62],
    ["Vinter", 46000, 46006, 800, 3, 266.67, 91, 99, 7003, 8.79],
]  # fmt: skip
DAILY: Rows = [
    ["Dato", "Kanal", "Kostnad", "Konverteringer", "Klikk", "Visninger", "Valuta"],
    *([45992.0 + day, "Google Ads", 100.0 + day * 7 % 13, day % 5, 60 + day, 2000 + day, "NOK"]
      for day in range(30)),
    [46022.0, "Organisk søk", 0, 14, 160, 5000, "NOK"],
    [46022.0, "Direct", None, 9, 80, None, "NOK"],
]  # fmt: skip
COSTS: Rows = [
    ["Kategori", "Leverandør", "Beløp", "Teller", "Merknad"],
    ["Paid search", "Google", 12000, True, "Total for året kommer senere, se avtalen"],
    ["SEO specialist", "Byrå AS", 9000, False, None],
    ["Organisk innhold", "Byrå AS", 4000, "Nei", None],
    ["Paid social", "Meta", 8000, True, "2025-01-01"],
]
GROCER: Rows = [
    ["Day", "Product category", "Source / medium", "Spend", "Leads", "Lead value", "Revenue (EUR)"],
    [date(2025, 3, 1), "Organic cotton", "google / cpc", 10.5, 1, 40, 120],
    [date(2025, 3, 2), "Organic cotton", "bing / cpc", 20.5, 2, 44, -30],
    [date(2025, 3, 3), "Wool", "google / cpc", 31, 3, 84, 90],
    [None, None, None, None, None, None, None],
]

# One line per row: the cells, and the faults that stand in it.
SEEDED = [
    ("Brand", "Search", 45990, "NOK", 900, 30, 300, 9000, 30, []),
    ("Brand", "Search", 45990, "NOK", 900, 30, 300, 9000, 30, ["DUPLICATE"]),
    ("Shoes", "Search", 45991, "NOK", "1 200,50", 20, 400, 9100, None, ["TEXT_NUMBER"]),
    ("Hats", "Search", 45992, "NOK", "1,234", 20, 400, 9200, None, ["TEXT_NUMBER"]),
    ("Gloves", "Search", 45993, "EUR", 410, 20, 400, 9300, 20.5, ["MIXED_CURRENCY"]),
    ("Scarves", "Search", 45994, "NOK", "€ 77.25", 2, 40, 930, None,
     ["TEXT_NUMBER", "MIXED_CURRENCY"]),
    ("Coats", "Search", 46030, "NOK", 77.5, 3, 44, 935, 25.83, ["FUTURE_DATE"]),
    ("Socks", "Search", "2025-12-03", "NOK", 70.5, 4, 45, 936, 17.63, ["DATE_AS_TEXT"]),
    ("Belts", "Search", "03.12.2025", "NOK", 71.5, 5, 46, 937, 14.3, ["DATE_AS_TEXT"]),
    ("Boots", "Search", 45995, "NOK", 72.5, 50, 47, 938, 1.45, ["MORE_CONVERSIONS"]),
    ("Ties", "Search", 45995, "NOK", 73.5, 6, 948, 939, 12.25, ["MORE_CLICKS"]),
    ("Suits", "Search", 45995, "NOK", -73.5, 6, 94, 940, -12.25, ["NEGATIVE_COST"]),
    ("Rings", "Search", 45995, "NOK", 0, 7, 95, 941, 0, ["NO_COST"]),
    ("Bags", "Search", 45995, "NOK", None, 8, 96, 942, None, ["NO_COST"]),
    ("Hoods", "Search", 45995, "NOK", 88.8, None, 97, 943, None, ["NO_CONVERSIONS_FIGURE"]),
    ("Capes", "Search", 45995, "NOK", CellError("#REF!"), 9, 98, 944, None, ["ERROR_CELL"]),
    ("Vests", "Search", 45995, "NOK", 91.2, "#N/A", 99, 945, None, ["ERROR_CELL"]),
    ("Articles", "SEO", 45995, "NOK", 500, 10, 100, 946, 50, ["ORGANIC_COST"]),
    ("Posts", "Organic social", 45995, "NOK", 510, 11, 101, 947, 46.36, ["ORGANIC_COST"]),
    ("Shirts", "Search", 45996, "NOK", "unknown", 11, 102, 948, None, ["NOT_A_NUMBER"]),
    ("Sarongs", "Search", 45996, "NOK", 92.1, "--", 104, 950, None,
     ["PLACEHOLDER", "NO_CONVERSIONS_FIGURE"]),
    ("Kilts", "Search", 45996, "NOK", 93.1, -1, 103, 949, None, ["NEGATIVE_COUNT"]),
    ("Campaign", "Type", "Date", "Currency", "Cost", "Conversions", "Clicks", "Impressions", "CPC",
     ["HEADER_AGAIN"]),
    ("Total: Campaigns", None, None, "NOK", 9999, 250, 5000, 77000, None, ["TOTAL_LABEL"]),
    ("Totalt", None, None, "NOK", 9999, 250, 5000, 77000, None, ["TOTAL_LABEL"]),
]  # fmt: skip
SEEDED_TITLES = [
    "Campaign", "Type", "Date", "Currency", "Cost", "Conversions", "Clicks", "Impressions", "CPC",
]  # fmt: skip


def faults(rows: Rows) -> list[tuple[int, str]]:
    return [(fault.row, fault.finding.name) for fault in review(rows, TODAY)]


@pytest.mark.parametrize(
    "book", [GOOGLE, META, DAILY, COSTS, GROCER], ids=["google", "meta", "daily", "costs", "grocer"]
)
def test_a_sound_table_gives_no_false_alarm(book: Rows) -> None:
    assert cpc_check.evaluate(book, TODAY) == CLEAN


def test_every_seeded_fault_is_found_and_nothing_else() -> None:
    rows: Rows = [list(SEEDED_TITLES), *(list(cells) for *cells, _ in SEEDED)]
    seeded = [(row, name) for row, (*_, names) in enumerate(SEEDED, 2) for name in names]
    assert len(seeded) == 26
    assert sorted(faults(rows)) == sorted(seeded)


def test_an_averaged_ratio_is_found() -> None:
    rows: Rows = [
        [*SIMPLE, "CPC"], ["A", 100, 1, 100], ["B", 100, 10, 10], ["Snitt", 200, 11, 55],
    ]  # fmt: skip
    assert faults(rows) == [(4, "TOTAL_LABEL"), (4, "AVERAGE_OF_RATIOS")]
    rows[3] = ["Total", 200, 11, 18.18]
    assert faults(rows) == [(4, "TOTAL_LABEL")]


def test_the_kinds_of_faults_all_have_a_test() -> None:
    tested = {name for *_, names in SEEDED for name in names}
    assert {fault.name for fault in Finding} - tested == {
        "NO_HEADER", "TOTAL_SUM", "AVERAGE_OF_RATIOS",
    }  # fmt: skip


def test_the_answer_says_row_problem_and_cure() -> None:
    answer = cpc_check.evaluate([SIMPLE, ["A", -5, 1]], TODAY)
    assert answer == [
        HEADER,
        [2.0, "Cost is negative", "Net the credit against the spend that it belongs to"],
    ]


@pytest.mark.parametrize(
    "label",
    ["Total", "TOTALT", "Totalt:", "Sum", "Grand total", "Total: Account", "Gesamt: Konto",
     "Sum kampanjer", "Totalt for perioden", "I alt", "Summe", "Totaal", "Totale", "Suma", "Итого",
     "合計", "总计", "합계", "Yhteensä", "Total - 12 rows", "Total 2025", "Delsum", "Average"],
)  # fmt: skip
def test_totals_are_known_by_their_label(label: str) -> None:
    assert faults([SIMPLE, ["A", 10, 1], ["B", 25, 3], [label, 36, 4]]) == [(4, "TOTAL_LABEL")]


@pytest.mark.parametrize("name", ["Total Wine", "Summer", "Sumo", "Totally", "Overall fit", "Alt"])
def test_a_campaign_may_be_named_nearly_so(name: str) -> None:
    assert faults([SIMPLE, ["A", 10, 1], ["B", 25, 3], [name, 36, 5]]) == []


@pytest.mark.parametrize("place", [1, 3, 4])
def test_totals_are_known_by_arithmetic_wherever_they_stand(place: int) -> None:
    rows: Rows = [list(SIMPLE), ["A", 10.1, 1], ["B", 25.2, 3], ["C", 7.3, 1]]
    rows.insert(place, ["Everything", 42.6, 5])
    assert faults(rows) == [(place + 1, "TOTAL_SUM")]


def test_a_total_printed_twice_is_found_twice() -> None:
    total = [42.6, 5.0]
    rows: Rows = [
        SIMPLE, ["A", 10.1, 1], ["B", 25.2, 3], ["C", 7.3, 1], ["x", *total], ["y", *total],
    ]  # fmt: skip
    assert faults(rows) == [(5, "TOTAL_SUM"), (6, "TOTAL_SUM")]


def test_subtotals_without_a_name_are_found_group_by_group() -> None:
    rows: Rows = [
        ["Channel", "Campaign", "Cost", "Clicks"],
        ["Google", "A", 10, 4], ["Google", "B", 15, 6], ["Google", None, 25, 10],
        ["Meta", "A", 11, 4], ["Meta", "C", 15, 9], ["Meta", None, 26, 13],
    ]  # fmt: skip
    assert faults(rows) == [(4, "TOTAL_SUM"), (7, "TOTAL_SUM")]


def test_a_row_with_a_day_of_its_own_is_no_total() -> None:
    rows: Rows = [
        ["Date", "Cost", "Conversions"],
        [45990, 100, 2],
        [45991, 200, 4],
        [45992, 300, 6],
    ]
    assert faults(rows) == []


def test_kr_agrees_with_the_crown_that_the_column_names() -> None:
    rows: Rows = [["Cost (NOK)"], ["kr 5,50"], ["NOK 6,50"], ["SEK 7,50"]]
    assert faults(rows) == [
        (2, "TEXT_NUMBER"), (3, "TEXT_NUMBER"), (4, "MIXED_CURRENCY"), (4, "TEXT_NUMBER"),
    ]  # fmt: skip


def test_cost_and_revenue_in_two_currencies_are_mixed() -> None:
    assert faults([["Cost (NOK)", "Revenue (USD)"], [5, 6]]) == [(1, "MIXED_CURRENCY")]


def test_the_computers_day_is_used_when_none_is_given() -> None:
    rows: Rows = [["Date", "Cost"], [2958465, 5], [40000, 6]]
    assert [row[0] for row in cpc_check.evaluate(rows)[1:]] == [2.0]
    assert cpc_check.evaluate([["Date", "Cost"], [46022.9, 5]], TODAY) == CLEAN
    assert cpc_check.evaluate([["Date", "Cost"], [46023, 5]], TODAY) != CLEAN


def test_a_number_that_only_looks_like_a_date_is_said() -> None:
    assert faults([["Date", "Cost"], [20251203, 5]]) == [(2, "DATE_AS_TEXT")]


@pytest.mark.parametrize(
    "rows",
    [
        [[None]], [["Cost"]], None, 5, "Cost", [[CellError("#N/A")]], [["Cost"], [float("nan")]],
        [["Cost"], [10**400]], [["Date"], [float("nan")]],
        [["Date", "Cost"], [10**400, -(10**400)]],
        [["Date"], [CellError("#REF!")]],
        [["Cost", "Cost"], [True, date(2025, 1, 1)]], [["Date", "CPC"], [True, 1e-7]],
        [[1, 2], [3, 4]], [["Currency", "Cost"], [5, "kr"]], [["Cost"], [""], ["  "]],
    ],
)  # fmt: skip
def test_whatever_stands_in_the_cells_there_is_a_table(rows: object) -> None:
    answer = cpc_check.evaluate(rows, TODAY)
    assert answer[0] == HEADER
    assert all(len(line) == len(HEADER) for line in answer)


def test_a_range_without_known_titles_is_not_called_clean() -> None:
    assert faults([["Report of 2025"], ["x"]]) == [(1, "NO_HEADER")]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Amount spent (NOK)", Role.COST), ("Beløp brukt (NOK)", Role.COST), ("Cost", Role.COST),
        ("Cost (Converted currency)", Role.COST), ("Spend in account currency", Role.COST),
        ("Annonsekostnad", Role.COST), ("Cost / conv.", Role.RATIO), ("Avg. CPC", Role.RATIO),
        ("Kostnad/konv.", Role.RATIO), ("Cost per result", Role.RATIO), ("KPK", Role.RATIO),
        ("Conv. rate", Role.RATIO), ("Search impr. share", Role.RATIO), ("CTR (%)", Role.RATIO),
        ("Conv. value", Role.REVENUE), ("Konverteringsverdi", Role.REVENUE),
        ("Conversions", Role.CONVERSIONS), ("Resultater", Role.CONVERSIONS),
        ("Key events", Role.CONVERSIONS), ("Conversion action", Role.KEY),
        ("Link clicks", Role.CLICKS), ("Klikk på lenke", Role.CLICKS), ("Impr.", Role.IMPRESSIONS),
        ("Visninger", Role.IMPRESSIONS), ("Day", Role.DATE), ("Dato", Role.DATE),
        ("End date", Role.KEY),
        ("Conversion date", Role.DATE), ("Order value", Role.REVENUE),
        ("Order date", Role.DATE), ("Antall bestillinger", Role.CONVERSIONS),
        ("Currency code", Role.CURRENCY), ("Valuta", Role.CURRENCY),
        ("Cost type", Role.CATEGORY), ("Organic clicks", Role.KEY), ("Kampanje", Role.KEY),
    ],
)  # fmt: skip
def test_titles_are_understood(title: str, role: Role) -> None:
    assert role_of(title) is role
