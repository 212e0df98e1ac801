"""`cpc check` as its users call it: what the checks of the report find, and no report."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from addin.cli import app
from tests.reports import export

DAYS = [(f"2026-07-{day:02}", "google_ads", "one", 10, 9, 2) for day in range(1, 31)]
TITLES = ["Severity", "Source", "Line", "What was found", "What to do"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*args: str | Path) -> Result:
    return CliRunner().invoke(app, ["check", *map(str, args)])


def test_a_finding_is_a_line_with_severity_source_and_cure(folder: Path) -> None:
    ads = export(folder, "ads.csv", *DAYS, ("2036-07-01", "google_ads", "one", 10, 9, 2))
    run = check(ads)
    assert run.exit_code == 0
    (line,) = (line for line in run.stdout.splitlines() if "future" in line)
    assert line.startswith("Error: ads.csv")
    assert line.endswith("Check whether day and month were swapped.")


def test_it_makes_no_file(folder: Path) -> None:
    check(export(folder, "ads.csv", *DAYS))
    assert [path.name for path in folder.iterdir()] == ["ads.csv"]


def test_as_json_it_is_titles_and_rows_in_the_language_asked_for(folder: Path) -> None:
    ads = export(folder, "ads.csv", *DAYS, ("2036-07-01", "google_ads", "one", 10, 9, 2))
    english, norwegian = (
        json.loads(check(ads, "--json", "--lang", language).stdout) for language in ("en", "nb")
    )
    assert english["headings"] == TITLES
    assert len(english["findings"]) == len(norwegian["findings"])
    assert {row[0] for row in english["findings"]} <= {"Error", "Warning", "Note"}
    assert "Feil" in {row[0] for row in norwegian["findings"]}


def test_what_cannot_be_read_is_refused_with_the_cure(folder: Path) -> None:
    own = export(folder, "own.csv", ("2026-07-01", 10, 2), titles=("Dag", "Kroner", "Kjøp"))
    run = check(own)
    assert run.exit_code == 2
    assert run.stderr.startswith(f"cpc: {own}: ")
    assert '--map "date=Dag"' in run.stderr
    mapped = ("--map", "date=Dag", "--map", "cost=Kroner", "--map", "conversions=Kjøp")
    assert check(own, *mapped).exit_code == 0
