"""What no sheet, year or number has room for: a whole report, or a sentence that says why."""

import csv
import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from addin.cli import app
from tests.open_xml import problems
from workbook_templates.writing.rows import LAST_ROW, LONGEST, Column, Rows, as_held

TITLES = ("date_day", "platform", "campaign_name", "spend", "clicks", "impressions", "conversions")
Row = Sequence[Any]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def export(rows: Sequence[Row]) -> None:
    with Path("ads.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([TITLES, *rows])


def report(*words: str) -> tuple[int, str, str]:
    """Return the exit code, the answer and the message; a traceback fails the test."""
    result = CliRunner().invoke(app, ["report", "ads.csv", *words], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def day(place: int) -> str:
    return (date(2026, 1, 1) + timedelta(place)).isoformat()


def row(place: int, **changed: Any) -> Row:
    usual = (day(place), "Meta", "Brand", 10, 5, 50, 1)
    return [changed.get(title, value) for title, value in zip(TITLES, usual, strict=True)]


def total() -> dict[str, Any]:
    code, answer, message = report("--json")
    assert code == 0, message
    told: dict[str, Any] = json.loads(answer)["total"]
    return told


UTF_16 = "utf-16-le"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * (LONGEST - 1) + "…"),
        ("😀" * 16_383 + "x", "😀" * 16_383 + "x"),
        ("😀" * 16_384, "😀" * 16_383 + "…"),
        ("x" + "😀" * 16_383, "x" + "😀" * 16_383),
        ("x" + "😀" * 16_384, "x" + "😀" * 16_382 + "…"),
    ],
)
def test_a_text_beyond_32767_code_units_is_cut_where_it_is_seen(text: str, kept: str) -> None:
    """Excel counts UTF-16 code units, and repairs a file that holds more of them in a cell."""
    assert as_held(text) == kept
    assert len(as_held(text).encode(UTF_16)) <= 2 * LONGEST


@pytest.mark.parametrize("title", ["platform", "campaign_name"])
@pytest.mark.parametrize("text", ["x" * 40_000, "😀" * 20_000], ids=["letters", "pairs"])
def test_a_very_long_name_breaks_no_file(title: str, text: str) -> None:
    export([row(place, **{title: text}) for place in range(3)])
    assert report()[0] == 0
    assert problems(Path("report.xlsx")) == []
    for sheet in load_workbook("report.xlsx"):
        for cells in sheet.iter_rows():
            for cell in cells:
                if cell.data_type == "s":
                    assert len(str(cell.value).encode(UTF_16)) <= 2 * LONGEST
    assert total()["cost"] == 30


def test_more_rows_than_a_sheet_holds_are_refused() -> None:
    with pytest.raises(ValueError, match="a sheet ends at row 1,048,576"):
        Rows(2, LAST_ROW, [Column(0)], [])
    assert Rows(1, LAST_ROW, [Column(0)], []).last == LAST_ROW


LARGE = 9_007_199_254.740992  # in millionths the last whole number that a double holds


@pytest.mark.parametrize("amount", ["1000000000000", "1234567890123.45", LARGE])
def test_an_amount_of_fifteen_digits_is_summed_to_its_last(amount: object) -> None:
    export([row(0, spend=amount)])
    assert total()["cost"] == pytest.approx(float(str(amount)), rel=1e-15)


@pytest.mark.parametrize("title", ["spend", "clicks", "impressions", "conversions"])
@pytest.mark.parametrize("digits", [13, 15, 18, 30, 308])
def test_a_figure_that_nobody_has_is_refused(title: str, digits: int) -> None:
    export([row(0), row(1, **{title: "9" * digits}), row(2, **{title: "9" * digits})])
    for words in (["--json"], [], ["--engine", "polars", "--json"]):
        code, _, message = report(*words)
        assert code == 2
        assert message.startswith("cpc: ads.csv")
        assert message.count("\n") == 1


def years(first: int, count: int) -> list[Row]:
    months = [date(first + place // 12, place % 12 + 1, 1) for place in range(12 * count)]
    return [row(0, date_day=month.isoformat()) for month in months]


KINDS: dict[str, tuple[Callable[[], list[Row]], float]] = {
    "one row": (lambda: [row(0)], 10),
    "zeros": (lambda: [row(n, spend=0, clicks=0, conversions=0) for n in range(20)], 0),
    "no cost": (lambda: [row(n, spend=0) for n in range(20)], 0),
    "no conversions": (lambda: [row(n, conversions=0) for n in range(20)], 200),
    "conversions not known": (lambda: [row(n, conversions="") for n in range(20)], 200),
    "refunds": (lambda: [row(n, spend=-10 if n % 5 else 20) for n in range(20)], -80),
    "refunds alone": (lambda: [row(n, spend=-10) for n in range(20)], -200),
    "refund of one channel": (
        lambda: [row(n, platform=f"p{n % 2}", spend=-10 if n % 2 else 30) for n in range(40)],
        400,
    ),
    "twenty years of days": (
        lambda: [row(0, date_day=str(date(2006, 1, 1) + timedelta(n))) for n in range(7_305)],
        73_050,
    ),
    "ninety years": (lambda: years(2000, 95), 11_400),
    "sixty channels": (lambda: [row(n % 30, platform=f"p{n % 60}") for n in range(1_800)], 18_000),
    "many campaigns": (
        lambda: [row(n % 5, campaign_name=f"c{n}", conversions=n % 3) for n in range(5_000)],
        50_000,
    ),
    "no names": (lambda: [row(n, platform="", campaign_name="") for n in range(9)], 90),
}

SLOW = {"many campaigns", "twenty years of days"}  # to check as Open XML: the same as few of them


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_of_any_size_is_made(kind: str) -> None:
    rows, cost = KINDS[kind]
    export(rows())
    assert total()["cost"] == pytest.approx(cost)
    assert report()[::2] == (0, "")
    if kind not in SLOW:
        assert problems(Path("report.xlsx")) == []
    assert report("--format", "html")[::2] == (0, "")


@pytest.mark.parametrize("words", [["--json"], [], ["--format", "html"]])
@pytest.mark.parametrize("first", [1990, 1999, 2096, 2099])
def test_years_that_no_report_holds_are_named(first: int, words: list[str]) -> None:
    export(years(first, 1))
    code, _, message = report(*words)
    assert (code, "the years 2000 to 2095" in message) == (2, True)


def test_only_organic_traffic_has_no_cost() -> None:
    text = (
        "Date,Source,Sessions,Conversions,Conversion value,Conv. rate\n2026-01-05,Blog,10,1,20,\n"
    )
    Path("ads.csv").write_text(text, encoding="utf-8")
    assert total()["cpc"] is None
    assert report()[0] == 0


def test_only_costs_have_no_conversion() -> None:
    text = "Date,What,Category,Cost,Note,Counts?\n2026-01-05,Text,seo specialist,100,,\n"
    Path("ads.csv").write_text(text, encoding="utf-8")
    assert total()["cpc"] is None
    assert report()[0] == 0


def test_a_currency_without_any_amount_needs_no_rate() -> None:
    text = "Day,Cur,Spend,Won\n2026-01-05,NOK,10,1\n2026-01-05,USD,0,0\n2026-01-06,USD,,2\n"
    Path("ads.csv").write_text(text, encoding="utf-8")
    said = ("date=Day", "currency=Cur", "cost=Spend", "conversions=Won")
    maps = [f"--map={each}" for each in said]
    code, answer, message = report("--json", "--currency", "NOK", *maps)
    assert (code, message) == (0, "")
    assert json.loads(answer)["total"]["cost"] == 10


def test_scores_weighed_by_many_impressions_fit_their_sum() -> None:
    titles = "Date,Channel,Campaign,Cost,Impressions,Conversions,Quality score,Against target"
    line = "2026-01-05,Meta,Brand,10,4000000000000,1,10,"
    Path("ads.csv").write_text(f"{titles}\n{line}\n{line}\n", encoding="utf-8")
    assert total()["cost"] == 20
