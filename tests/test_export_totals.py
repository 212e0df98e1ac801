"""Totals among the rows are refused: summed with them, everything would be counted twice."""

from pathlib import Path

import pytest

from addin.exports.grid import read_grids
from addin.exports.platform import Field
from addin.exports.reading import Declared, Reading, read
from addin.exports.recognise import recognise
from addin.exports.text_file import Unreadable
from cpc_functions.totals import says_total

HEADER = "Campaign,Currency code,Impr.,Clicks,Cost,Conversions"
ROWS = (
    "Alpha,NOK,1000,100,1200.50,10",
    "Beta,NOK,5000,200,800.00,4",
    "Gamma,NOK,50,20,30.00,1",
)
TOTALS = (
    "Total: Account,NOK,6050,320,2030.50,15",
    "Total: Campaigns,NOK,6050,320,2030.50,15",
    "Total: Search,NOK,6050,320,2030.50,15",
)
META = "Campaign name,{also}Results,Result type,Amount spent (NOK),Impressions,Link clicks"
AMONG = "names a total, and stands among the rows"
SUMS = "its figures are the sums of all other rows"


def read_lines(folder: Path, *lines: str) -> Reading:
    path = folder / "export.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (grid,) = read_grids(path)
    return read(recognise(grid), Declared())


def test_totals_below_all_rows_are_set_aside(tmp_path: Path) -> None:
    reading = read_lines(tmp_path, HEADER, *ROWS, *TOTALS)
    assert reading.total(Field.COST) == pytest.approx(2030.50)
    assert len(reading.export.totals) == 3


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([*TOTALS, *ROWS], id="sorted, so that they stand above the rows"),
        pytest.param([*ROWS[:2], *TOTALS, *ROWS[2:]], id="between the rows"),
        pytest.param([*ROWS, *TOTALS, *ROWS, *TOTALS], id="two exports in one file"),
        pytest.param([TOTALS[0], TOTALS[0].replace("Total: Account", "Alpha")], id="one campaign"),
    ],
)
def test_totals_elsewhere_are_refused(lines: list[str], tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=f"'Total: Account' {AMONG}"):
        read_lines(tmp_path, HEADER, *lines)


def test_a_total_of_each_campaign_is_refused(tmp_path: Path) -> None:
    lines = ["x,Alpha,NOK,600,60,700.25,6", "y,Alpha,NOK,400,40,500.25,4"]
    total = "Total,Alpha,NOK,1000,100,1200.50,10"
    with pytest.raises(Unreadable, match=f"line 4: 'Total' {AMONG}"):
        read_lines(tmp_path, f"Ad group,{HEADER}", *lines, total, "z,Beta,NOK,9,2,5.5,1")


def test_people_search_for_totals(tmp_path: Path) -> None:
    lines = ["total cost,Alpha,NOK,10,2,3.50,1", "sum,Alpha,NOK,20,3,4.50,1"]
    header = f"Search term,{HEADER}"
    total = "Total: Search terms, --,NOK,39,7,13.50,3"
    last = "shoes,Beta,NOK,9,2,5.50,1"
    reading = read_lines(tmp_path, header, *lines, last, total)
    assert reading.total(Field.COST) == pytest.approx(13.50)
    with pytest.raises(Unreadable, match=f"line 2: 'Total: Search terms' {AMONG}"):
        read_lines(tmp_path, header, total, *lines, last)


@pytest.mark.parametrize(
    "place", [pytest.param(1, id="between the rows"), pytest.param(2, id="below them")]
)
def test_a_row_of_meta_that_names_nothing_is_refused_unless_it_is_first(
    place: int, tmp_path: Path
) -> None:
    rows = ["Alpha,10,Purchase,1000.50,1000,100", "Beta,20,Purchase,500.00,1000,100"]
    total = ",,,1500.50,2000,200"
    header = META.format(also="")
    assert read_lines(tmp_path, header, total, *rows).total(Field.COST) == 1500.50
    rows.insert(place, total)
    with pytest.raises(Unreadable, match=f"line {place + 2}: it names nothing, as a total does"):
        read_lines(tmp_path, header, *rows)


def test_one_campaign_and_a_nameless_total_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="line 3: it names nothing"):
        read_lines(
            tmp_path,
            META.format(also=""),
            "Alpha,10,Purchase,1000.50,1000,100",
            ",10,Purchase,1000.50,1000,100",
        )


@pytest.mark.parametrize("conversions", ["15", "14", ""])
def test_cost_and_views_tell_a_total_of_an_unknown_name(conversions: str, tmp_path: Path) -> None:
    """A conversion that two campaigns share is counted once in the total."""
    with pytest.raises(Unreadable, match=f"line 5: {SUMS}"):
        read_lines(tmp_path, HEADER, *ROWS, f"Resultat,NOK,6050,320,2030.50,{conversions}")


def test_a_campaign_with_half_of_the_cost_alone_is_no_total(tmp_path: Path) -> None:
    reading = read_lines(tmp_path, HEADER, *ROWS, "Delta,NOK,9,8,2030.50,15")
    assert reading.total(Field.COST) == pytest.approx(4061.0)


def test_the_total_of_the_only_campaign_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="line 3: its figures are those of the other row"):
        read_lines(tmp_path, HEADER, ROWS[0], ROWS[0].replace("Alpha", "Kampanjene under ett"))


def test_a_row_without_a_date_and_with_the_figures_of_the_other_is_refused(tmp_path: Path) -> None:
    header = f"Day,{HEADER}"
    with pytest.raises(Unreadable, match="line 2: the row has no date and the other's figures"):
        read_lines(tmp_path, header, f",{ROWS[0]}", f"2026-07-01,{ROWS[0]}")


def test_two_campaigns_of_one_budget_are_no_total(tmp_path: Path) -> None:
    second = "Beta,NOK,1000,100,1200.50,9"
    assert read_lines(tmp_path, HEADER, ROWS[0], second).total(Field.CONVERSIONS) == 19


@pytest.mark.parametrize(
    "second",
    [
        pytest.param("Alpha,2026-07-02,NOK,a", id="another day"),
        pytest.param("Beta,2026-07-01,SEK,a", id="another currency"),
        pytest.param("Beta,2026-07-01,NOK,b", id="another campaign of another account"),
    ],
)
def test_two_rows_that_are_apart_may_have_equal_figures(second: str, tmp_path: Path) -> None:
    header = "Campaign,Day,Currency code,Account,Impr.,Clicks,Cost,Conversions"
    figures = ",1000,100,1200.50,10"
    reading = read_lines(tmp_path, header, f"Alpha,2026-07-01,NOK,a{figures}", second + figures)
    assert reading.total(Field.COST) == 2401.0


def test_subtotals_with_the_only_results_are_refused(tmp_path: Path) -> None:
    """Meta gives no results by age for some goals: then only the rows of all ages have them."""
    with pytest.raises(Unreadable, match="column Age: the 2 rows that name nothing here, or all"):
        read_lines(
            tmp_path,
            META.format(also="Age,"),
            "Alpha,All,30,Purchase,2000.50,2000,200",
            "Alpha,18-24,,Purchase,1000.25,1200,120",
            "Alpha,25-34,,Purchase,1000.25,800,80",
            "Beta,All,10,Purchase,1000.00,1000,100",
            "Beta,18-24,,Purchase,500.00,400,40",
            "Beta,25-34,,Purchase,500.00,600,60",
        )


@pytest.mark.parametrize(
    "label",
    [
        *("Genel Toplam", "Kopsumma", "Summa summarum", "Tổng", "전체", "Toplam: Hesap"),
        *("All campaigns", "Alle Kampagnen", "alle kampanjer", "Todas as campanhas"),
    ],
)
def test_a_total_is_known_by_its_name_in_many_languages(label: str, tmp_path: Path) -> None:
    reading = read_lines(tmp_path, HEADER, *ROWS, f"{label},NOK,6050,320,2030.50,14")
    assert reading.total(Field.COST) == pytest.approx(2030.50)
    assert len(reading.export.totals) == 1


@pytest.mark.parametrize("name", ["Total Wine", "All campaigns Norway", "Generell", "Resultat"])
def test_a_name_is_no_total(name: str) -> None:
    assert not says_total(name)
