"""`cpc new`: a workbook from the command line."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from addin.cli import app


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["new", *words])
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("kind", ["tracker", "ab-test", "bids", "budget"])
def test_it_makes_a_workbook_named_after_its_kind(kind: str) -> None:
    code, said, _ = run(kind)
    assert code == 0
    assert f"Made {kind}.xlsx" in said
    assert "Next:" in said
    assert load_workbook(f"{kind}.xlsx").sheetnames[0] == "Start"


def test_it_makes_what_was_asked_for() -> None:
    run("tracker", "--lang", "nb", "--currency", "eur", "--from", "2025-07", "--months", "6",
        "-o", "kpk.xlsx")  # fmt: skip
    book = load_workbook("kpk.xlsx")
    assert book.sheetnames[1:3] == ["Betalt", "Organisk"]
    settings = {name: _cell(book, name) for name in ("currency", "first_month", "months")}
    assert settings["currency"] == '="EUR"'
    assert f"{settings['first_month']:%Y-%m}" == "2025-07"
    assert settings["months"] == "=6"


def test_it_leaves_an_existing_file_as_it_is() -> None:
    Path("tracker.xlsx").write_bytes(b"mine")
    code, _, error = run("tracker")
    assert code == 2
    assert "tracker.xlsx exists and was left as it is" in error
    assert "--force" in error
    assert Path("tracker.xlsx").read_bytes() == b"mine"


def test_it_replaces_a_file_when_told_to() -> None:
    Path("tracker.xlsx").write_bytes(b"mine")
    assert run("tracker", "--force")[0] == 0
    assert load_workbook("tracker.xlsx").sheetnames


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["tracker", "-o", "tracker.pdf"], "tracker.pdf: the name of a workbook ends in .xlsx."),
        (["tracker", "--currency", "kr"], "'KR' is no currency code; write NOK, EUR, USD"),
        (["tracker", "--months", "99"], "months must be 1 to 36, not 99."),
        (["tracker", "--lang", "sv"], "the language must be one of en, nb, not 'sv'."),
        (["tracker", "-o", "nowhere/book.xlsx"], "cannot be written: No such file or directory"),
        (["calendar"], "'calendar' is not one of"),
        (["tracker", "--from", "7/2025"], "write the year and the month, such as 2026-01."),
        (["tracker", "--from", "9999-12"], "the first month must be of 2000 to 2095, not of 9999."),
    ],
)
def test_what_cannot_be_made_is_refused_with_the_reason(words: list[str], reason: str) -> None:
    code, said, error = run(*words)
    assert code == 2
    assert said == ""
    assert reason in " ".join(error.replace("│", " ").split())
    assert list(Path().iterdir()) == []


def _cell(book: object, name: str) -> object:
    ((sheet, area),) = book.defined_names[name].destinations  # type: ignore[attr-defined]
    return book[sheet][area.replace("$", "")].value  # type: ignore[index]
