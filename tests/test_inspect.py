"""`cpc inspect`: what a file is, said so that a person can check it."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from addin.cli import app
from addin.exports.grid import read_grids
from addin.exports.tables import recognise_all
from tests.test_recognise import FIXTURES, GA4, GOOGLE, META


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["inspect", *words])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def google(tmp_path: Path) -> str:
    path = tmp_path / "google.csv"
    path.write_text(GOOGLE, encoding="utf-8")
    return str(path)


def test_it_says_platform_period_currency_rows_and_totals(google: str) -> None:
    code, said, _ = run(google)
    assert code == 0
    for words in (
        "Google Ads, paid traffic",
        "period       2025-07-08 to 2025-07-31",
        "currency     NOK",
        "numbers      written like 1,234.56",
        "rows         2",
        "total lines  2 set aside; they equal the sums of the rows",
        "cost         6,069",
        "cost per conversion: 120 (95 %: 91.3 to 162)",  # scipy gamma: 91.28 to 161.66
        "ignored      Campaign status, CTR, Avg. CPC, Cost / conv.",
    ):
        assert words in said
    assert "doubt" not in said


def test_a_total_that_does_not_add_up_is_a_doubt(tmp_path: Path) -> None:
    path = tmp_path / "meta.csv"
    path.write_text(META.replace('"1200.50"', '"1300.50"'), encoding="utf-8")
    _, said, _ = run(str(path))
    assert "cost 1,300.50 against 1,200.50 of the rows, a difference of 100.00" in said


def test_results_of_different_kinds_get_no_cost_per_conversion(tmp_path: Path) -> None:
    path = tmp_path / "meta.csv"
    path.write_text(META.replace("actions:lead", "actions:link_click", 2), encoding="utf-8")
    _, said, _ = run(str(path))
    assert "results of different kinds, never to be summed" in said
    assert "cost per conversion" not in said


def test_analytics_have_conversions_and_no_cost(tmp_path: Path) -> None:
    path = tmp_path / "ga4.csv"
    path.write_text(GA4, encoding="utf-8")
    _, said, _ = run(str(path))
    assert "Google Analytics 4, paid and organic traffic" in said
    assert "conversions  43" in said
    assert "cost " not in said


@pytest.mark.parametrize(
    ("old", "new", "doubt"),
    [
        (",3.10,", ",3.10,", ""),
        ("Generic,NOK", "Generic,EUR", "amounts of different ones are never added"),
        ("Total: Campaigns", "Total: Search", ""),
        ("Paused,Generic", "Note: July is preliminary\nPaused,Generic", "line 5 is no row"),
    ],
)
def test_doubts_are_said(google: str, old: str, new: str, doubt: str) -> None:
    Path(google).write_text(GOOGLE.replace(old, new), encoding="utf-8")
    code, said, _ = run(google)
    assert code == 0
    assert doubt in said
    assert ("\n  doubt " in said) is bool(doubt)


def test_amounts_in_two_currencies_are_not_added(google: str) -> None:
    Path(google).write_text(GOOGLE.replace("Generic,NOK", "Generic,EUR"), encoding="utf-8")
    _, said, _ = run(google)
    assert "cost         not summed: more than one currency" in said
    assert "cost per conversion" not in said


def test_a_row_with_only_one_of_the_two_leaves_the_figure_untold(google: str) -> None:
    Path(google).write_text(GOOGLE.replace(",9.00,", ", --,"), encoding="utf-8")
    _, said, _ = run(google)
    assert "cost per conversion: not told, 1 rows have only one of the two" in said


def test_an_export_without_data_says_so_and_gives_no_figure(tmp_path: Path) -> None:
    path = tmp_path / "meta.csv"
    path.write_text(META.splitlines()[0] + '\n"No data available."\n', encoding="utf-8")
    _, said, _ = run(str(path))
    assert "the export holds no rows" in said
    assert "cost per conversion" not in said


def test_it_changes_nothing(google: str) -> None:
    before = Path(google).read_bytes(), Path(google).stat().st_mtime_ns
    run(google)
    assert (Path(google).read_bytes(), Path(google).stat().st_mtime_ns) == before


def test_known_answers_of_the_schema_of_ad_reporting() -> None:
    """Of the project that the file comes from: 587.05 + 1188 + 472.10 over 59 + 108 + 34."""
    _, said, _ = run(str(FIXTURES / "pymc_Apache2" / "ad_report_schema.csv"))
    assert "cost         2,247.15" in said
    assert "conversions  201" in said


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("a,b\n1,2\n", "no line of its first 40 holds the column titles of a platform"),
        ("", "empty"),
    ],
)
def test_what_cannot_be_read_is_refused(content: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text(content, encoding="utf-8")
    code, said, error = run(str(path))
    assert (code, said) == (2, "")
    assert reason in error


@pytest.mark.parametrize(
    ("option", "reason"),
    [
        (["--dates", "ymd-ish"], "--dates ymd-ish: write one of dmy, mdy."),
        (["--currency", "kr"], "--currency KR: write a code such as NOK or EUR."),
        (["--locale", "xx_YY"], "--locale xx_YY:"),
    ],
)
def test_an_option_that_means_nothing_is_refused(
    google: str, option: list[str], reason: str
) -> None:
    code, _, error = run(google, *option)
    assert code == 2
    assert reason in error


def test_columns_are_named_by_an_option_and_remembered_in_this_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("own.csv").write_text("Day,Spent,Orders\n2026-01-01,100.50,4\n", encoding="utf-8")
    code, _, error = run("own.csv")
    assert code == 2
    assert 'The titles on line 1 are: "Day", "Spent", "Orders".' in error
    code, said, _ = run("own.csv", "--map", "cost=Spent", "--map", "conversions = Orders")
    assert code == 0
    assert "Own table, paid traffic" in said
    assert "columns      by --map; remembered in cpc-columns.toml" in said
    assert "columns      by cpc-columns.toml" in run("own.csv")[1]


def test_a_folder_that_cannot_be_written_only_forgets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("own.csv").write_text("Day,Spent\n2026-01-01,100.50\n", encoding="utf-8")
    monkeypatch.setattr("workbook_templates.writing.package.write_file", _no_room)
    code, said, _ = run("own.csv", "--map", "cost=Spent")
    assert code == 0
    assert "cpc-columns.toml: the columns cannot be remembered" in said


def _no_room(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    code, _, error = run(str(tmp_path / "nowhere.csv"))
    assert code == 2
    assert "nowhere.csv" in error


def test_it_says_that_an_export_is_of_all_time(tmp_path: Path) -> None:
    path = tmp_path / "google.csv"
    path.write_text(GOOGLE.replace("July 8, 2025 - July 31, 2025", "All time"), encoding="utf-8")
    _, said, _ = run(str(path))
    assert "period       not said" in said
    assert "doubt        above its titles, 'All time' says" in said


def test_it_doubts_results_of_which_no_column_says_the_kind(tmp_path: Path) -> None:
    path = tmp_path / "meta.csv"
    path.write_text(META.replace("Result indicator", "Attribution setting"), encoding="utf-8")
    _, said, _ = run(str(path))
    assert '"Results" may hold results of different kinds, and no column names them' in said


def test_a_text_in_a_zip_that_is_no_export_is_refused_beside_the_others(tmp_path: Path) -> None:
    path = tmp_path / "exports.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("google.csv", GOOGLE)
        archive.writestr("other.csv", "Kampanje,Visn.,Kostnad\nVår,10,500\n")
    tables = recognise_all(read_grids(path))
    assert [export.grid.sheet for export in tables.exports] == ["google.csv"]
    assert tables.others == []
    (refused,) = tables.refused
    assert "other.csv: no line of its first 40 holds" in str(refused)
