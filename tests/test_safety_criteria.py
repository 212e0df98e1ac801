"""Names that a criterion could take for a pattern or a comparison: each sums its own rows alone.

Excel reads * and ? as any text, ~ as the sign that takes their meaning, and = < > at the start as
a comparison.
"""

import csv
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from addin.cli import app
from tests.books import Book, calculated

NAMES = (
    *("*", "?", "~", "a?", "a*", "~a", "~*", "~~a", "ab", ">5", "<>", "<6", "=x", "=", "x", "6"),
    *("TRUE", "#N/A", '"', "a\nb", "(a|b)", ".*", "[a]", "^a"),
)
DAYS = 60
Figures = dict[str, tuple[float, ...]]


def rows() -> list[tuple[Any, ...]]:
    """Return days of campaigns that each cost something else; the first ones win far more."""
    first = date(2026, 1, 1)
    return [
        (
            str(first + timedelta(day)),
            name,
            name,
            100 + place,
            (3 + day // 30) * (9 if place < 4 else 1),
        )
        for place, name in enumerate(NAMES)
        for day in range(DAYS)
    ]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Book]:
    """Return the report as JSON, and the workbook once it is calculated."""
    folder = tmp_path_factory.mktemp("criteria")
    export, output = folder / "ads.csv", folder / "report.xlsx"
    with export.open("w", encoding="utf-8", newline="") as file:
        titles = ("date_day", "platform", "campaign_name", "spend", "conversions")
        csv.writer(file).writerows([titles, *rows()])
    for words in (["-o", str(output)], ["--json"]):
        result = CliRunner().invoke(app, ["report", str(export), *words], catch_exceptions=False)
        assert result.exit_code == 0
    content = Path(output).read_bytes()
    return json.loads(result.stdout), calculated(folder, report=content)["report"]


def true_sums(days: range = range(DAYS)) -> Figures:
    """Return cost and conversions of each name, from the rows alone."""
    first = date(2026, 1, 1)
    told = {str(first + timedelta(day)) for day in days}
    return {
        name: (
            float(sum(row[3] for row in rows() if row[1] == name and row[0] in told)),
            float(sum(row[4] for row in rows() if row[1] == name and row[0] in told)),
        )
        for name in NAMES
    }


def test_the_sheet_of_campaigns_sums_each_name_alone(made: tuple[Any, Book]) -> None:
    sheet = made[1].book["Campaigns"]
    shown = {row[2]: row[3:5] for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert shown == true_sums()


def test_the_channels_of_the_report_sum_each_name_alone(made: tuple[Any, Book]) -> None:
    keys = ("name", "cost", "conversions")
    assert {name: tuple(sums) for name, *sums in made[1].table("by_name", *keys)} == true_sums()


def test_what_to_do_sums_each_name_alone(made: tuple[Any, Book]) -> None:
    told, book = made
    listed = {"cut": set[str](), "raise": set[str]()}
    for advice in told["advice"]:
        listed[advice["action"]].add(advice["campaign"])
    assert all(listed.values())
    for name, grid in (("cut", "cut"), ("raise", "more")):
        shown = {
            each: tuple(sums) for each, *sums in book.table(grid, "name", "cost", "conversions")
        }
        assert set(shown) == listed[name]
        assert shown == {each: sums for each, sums in true_sums().items() if each in shown}


def test_why_it_changed_sums_each_name_alone(made: tuple[Any, Book]) -> None:
    first = date(2026, 1, 1)
    for period in ("before", "after"):
        span = made[0]["change"][period]
        start, end = ((date.fromisoformat(span[key]) - first).days for key in ("first", "last"))
        keys = ("channel", f"cost_{period}", f"conversions_{period}")
        shown = {name: tuple(sums) for name, *sums in made[1].table("parts", *keys)}
        assert {name: shown[name] for name in NAMES} == true_sums(range(start, end + 1))


def test_no_such_name_makes_an_error(made: tuple[Any, Book]) -> None:
    assert [error for error in made[1].errors() if not error.endswith("#N/A")] == []
