"""`cpc report` and `cpc demo` as their users call them."""

import json
import re
import shlex
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from addin.cli import app
from addin.exports.text_file import Unreadable
from addin.headline import print_headline
from addin.report import day_of, rates_of
from tests.report_tables import tables
from tests.reports import export
from tests.test_recognise import FIXTURES


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def cpc(*args: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, args)])


def as_json(*args: str | Path) -> Any:
    result = cpc("report", *args, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


class TestFixtures:
    def test_the_example_of_ad_reporting(self) -> None:
        """Hand-made sums of the file: 587.05 / 59, 1188 / 108, 472.10 / 34."""
        told = as_json(FIXTURES / "pymc_Apache2" / "ad_report_schema.csv")
        assert {each["name"]: round(each["cpc"], 6) for each in told["channels"]} == {
            "Google Ads": 9.95,
            "Facebook Ads": 11.0,
            "TikTok Ads": 13.885294,
        }


class TestCommand:
    def ads(self, folder: Path) -> Path:
        rows = [(f"2026-07-{day:02}", "A", "one", 10, 9, 2) for day in range(1, 31)]
        return export(folder, "ads.csv", *rows)

    def test_a_workbook_is_made_and_its_figures_are_told(self, folder: Path) -> None:
        result = cpc("report", self.ads(folder), "-o", "report.xlsx")
        assert result.exit_code == 0
        assert "All paid\t300.00\t60\t5.00\t3.88\t6.55" in result.stdout  # scipy gamma.ppf
        assert "Report: report.xlsx" in result.stdout
        book = load_workbook(BytesIO((folder / "report.xlsx").read_bytes()))
        assert book.sheetnames[0] == "Report"

    def test_a_page_is_made(self, folder: Path) -> None:
        assert cpc("report", self.ads(folder), "--format", "html").exit_code == 0
        assert "5.00" in (folder / "report.html").read_text(encoding="utf-8")

    def test_json_makes_no_file(self, folder: Path) -> None:
        told = as_json(self.ads(folder))
        assert told["total"]["cpc"] == 5.0
        assert [path.name for path in folder.iterdir()] == ["ads.csv"]

    def test_an_existing_file_is_left_unless_it_may_be_replaced(self, folder: Path) -> None:
        (folder / "report.xlsx").write_text("mine")
        result = cpc("report", self.ads(folder))
        assert (result.exit_code, result.stdout) == (2, "")
        assert "exists and was left as it is" in result.stderr
        assert (folder / "report.xlsx").read_text() == "mine"
        assert cpc("report", self.ads(folder), "--force").exit_code == 0
        assert (folder / "report.xlsx").read_bytes().startswith(b"PK")

    def test_an_input_is_never_written_over(self, folder: Path) -> None:
        ads = self.ads(folder).rename(folder / "report.html")
        before = ads.read_bytes()
        result = cpc("report", ads, "-o", "report.html", "--format", "html", "--force")
        assert result.exit_code == 2
        assert "is one of the files that are read" in result.stderr
        assert ads.read_bytes() == before

    @pytest.mark.parametrize(
        ("args", "why"),
        [
            (("missing.csv",), "missing.csv: no such file"),
            (("none-*.csv",), "none-*.csv: no such file"),
            (("ads.csv", "-o", "report.pdf"), "ends in .xlsx"),
            (("ads.csv", "-o", "nowhere/report.xlsx"), "its folder does not exist"),
            (("ads.csv", "--lang", "fr"), "--lang fr: write one of en, nb"),
            (("ads.csv", "--from", "1/7/2026"), "--from 1/7/2026: write a day such as"),
            (("ads.csv", "--from", "2026-08-01", "--to", "2026-07-01"), "lies after --to"),
            (("ads.csv", "--rate", "EUR=11,5", "--currency", "NOK"), "--rate EUR=11,5"),
            (("ads.csv", "--rate", "EUR=11.5"), "say with --currency"),
            (("ads.csv", "--currency", "kr"), "--currency KR"),
            (("ads.csv", "--target", "-5"), "--target -5"),
            (("ads.csv", "--map", "cost=Price"), "Price"),
            (("ads.csv", "--from", "2027-01-01"), "no row of the files counts"),
        ],
    )
    def test_what_cannot_be_is_said_in_one_sentence(
        self, args: tuple[str, ...], why: str, folder: Path
    ) -> None:
        self.ads(folder)
        result = cpc("report", *args)
        assert result.exit_code == 2
        assert why in result.stderr
        assert "Traceback" not in result.stderr
        assert not (folder / "report.xlsx").exists()

    def test_one_map_is_for_the_files_that_have_its_titles(self, folder: Path) -> None:
        own = export(
            folder,
            "own.csv",
            ("2026-07-01", "radio", 40, 8),
            titles=("Tag", "Wo", "Geld", "Kunden"),
        )
        maps = ("date=Tag", "channel=Wo", "cost=Geld", "conversions=Kunden")
        options = [option for each in maps for option in ("--map", each)]
        told = as_json(self.ads(folder), own, *options)
        assert {each["name"]: each["cpc"] for each in told["channels"]} == {"A": 5.0, "radio": 5.0}
        again = as_json(own)
        assert again["total"]["cpc"] == 5.0

    def test_the_report_is_in_norwegian_if_asked(self, folder: Path) -> None:
        assert cpc("report", self.ads(folder), "--lang", "nb").exit_code == 0
        book = load_workbook(folder / "report.xlsx")
        assert book.sheetnames[0] == "Rapport"


class TestDemo:
    def test_it_makes_exports_and_the_report_on_them(self, folder: Path) -> None:
        result = cpc("demo")
        assert result.exit_code == 0, result.stderr
        assert "All paid" in result.stdout
        assert "Open cpc-demo/report.xlsx" in result.stdout.replace("\\", "/")
        assert {path.name for path in (folder / "cpc-demo").iterdir()} == {
            *("google-ads.csv", "meta-ads.xlsx", "microsoft-ads.csv", "ga4.csv"),
            *("other-costs.csv", "report.xlsx"),
        }
        assert [path.name for path in folder.iterdir()] == ["cpc-demo"]

    @pytest.mark.parametrize("language", ["en", "nb"])
    def test_it_ends_with_the_command_that_makes_the_same_report(
        self, language: str, folder: Path
    ) -> None:
        *_, command = cpc("demo", "--lang", language).stdout.splitlines()
        name, *words = shlex.split(command.replace("\\", "/"))
        assert name == "cpc"
        assert "--currency NOK" in command
        assert cpc(*words).exit_code == 0
        made = folder / "cpc-demo" / "report.xlsx"
        assert (folder / words[-1]).read_bytes() == made.read_bytes()

    def test_existing_files_are_left(self) -> None:
        assert cpc("demo").exit_code == 0
        result = cpc("demo")
        assert result.exit_code == 2
        assert "exists and was left as it is" in result.stderr
        assert cpc("demo", "--force").exit_code == 0


def test_a_rate_is_a_currency_and_a_number() -> None:
    assert rates_of(["EUR=11.5", "usd=10"], "NOK") == {"EUR": 11.5, "USD": 10.0}
    with pytest.raises(Unreadable):
        rates_of(["EUR=0"], "NOK")


@pytest.mark.parametrize("said", ["2026-10-01", "01.10.2026", "1.10.2026", "1 Oct 2026"])
def test_a_day_is_read_with_points_the_day_first(said: str) -> None:
    assert day_of("--from", said) == date(2026, 10, 1)


@pytest.mark.parametrize("said", ["01/10/2026", "2026-10", "2026-W40", "30.02.2026", "soon"])
def test_what_is_no_day_or_may_be_another_is_refused(said: str) -> None:
    with pytest.raises(Unreadable, match=r"--from .*: write a day such as 2026-01-31 or 31\.01\."):
        day_of("--from", said)


def test_no_day_is_no_limit() -> None:
    assert day_of("--from", "") is None


class TestHelp:
    def test_what_is_not_asked_for_has_no_default(self) -> None:
        told = " ".join(cpc("report", "--help").stdout.split())
        assert "0.0" not in told
        assert "very large files" in told


class TestTerminal:
    """The table of the headline, drawn."""

    def drawn(self, width: int, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> list[str]:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("COLUMNS", str(width))
        print_headline(tables())
        return re.sub(r"\x1b\[\d*m", "", capsys.readouterr().out).splitlines()

    AMOUNTS = ("567,300.00", "2,208", "256.93", "246.43", "267.99", "2,506.10")

    @pytest.mark.parametrize("width", [44, 52, 56, 58, 60, 66, 72, 80, 120])
    def test_an_amount_is_never_folded_or_cut(
        self, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        words = " ".join(self.drawn(width, monkeypatch, capsys)).split()
        assert {*self.AMOUNTS} <= {*words}

    @pytest.mark.parametrize("width", [58, 60, 80, 120])
    def test_amounts_stand_to_the_right(
        self, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        lines = self.drawn(width, monkeypatch, capsys)
        ends = [line.rstrip() for line in lines if re.search(r"\d\.\d\d$", line.rstrip())][:5]
        assert len({len(line) for line in ends}) == 1
        assert len(ends[0]) <= width

    def test_percent_is_written_as_in_the_report(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert "95% from" in "\n".join(self.drawn(120, monkeypatch, capsys))
