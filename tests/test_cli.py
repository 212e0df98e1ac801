"""What the command `cpc` answers, and how it says that it cannot."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from addin.cli import app
from addin.exit_codes import ANSWERED, ERROR_CELL, UNREADABLE
from addin.fn import call
from cpc_functions import CATALOGUE

ADS = "Campaign,Cost,Conversions\nbrand,100.5,10\ngeneric,600,5\n"

ROOT = Path(__file__).parent.parent


def cpc(*words: str) -> Any:
    return CliRunner().invoke(app, words)


def fn(*words: str) -> str:
    """Return what `cpc fn` prints for a call that it answers."""
    result = cpc("fn", *words)
    assert result.exit_code == ANSWERED, result.output
    return str(result.stdout)


def refusal(*words: str) -> str:
    """Return the reason why `cpc fn` cannot read a call."""
    result = cpc("fn", *words)
    assert (result.exit_code, result.stdout) == (UNREADABLE, ""), result.output
    return str(result.stderr)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestCells:
    def test_ranges_may_be_pasted_as_the_help_pages_write_them(self) -> None:
        assert fn("CPC", "{100;300;600}", "{2;8;8}") == f"{1000 / 18}\n"
        assert "brand\t100.0" in fn("CPC_BY", '{"brand";"generic"}', "{100;5}", "{1;2}")

    @pytest.mark.parametrize(
        ("words", "answer"),
        [
            (("CPC", "1200", "48"), "25.0"),
            (("cpc", "1200", "48"), "25.0"),
            (("CPC", "100;300", "2;8"), "40.0"),
            (("CPC", "", "12"), "0.0"),
            (("CPC", "1.2e3", "48"), "25.0"),
            (("CPC", "1", "3"), "0.3333333333333333"),
            (("ROI", "-1200", "1000"), "-2.2"),
            (("CPC_IFS", "100;300", "2;8", "a;b", "b"), "37.5"),
            (("CPC_IFS", "1;2;3", "1;1;1", "a;a;b", "a", "1;2;3", ">1"), "2.0"),
            (("PARSE_NUM", "1 234,5", "nb_NO"), "1234.5"),
            (("PARSE_NUM", "1.234", "de_DE"), "1234.0"),
            (("COST_COUNTS", "SEO specialist"), "FALSE"),
        ],
    )
    def test_a_call_prints_its_answer(self, words: tuple[str, ...], answer: str) -> None:
        assert fn(*words) == f"{answer}\n"

    def test_a_range_in_gives_a_value_per_line_out(self) -> None:
        assert fn("CPC", "100;300;600", "2;0;8", "TRUE") == "50.0\n#DIV/0!\n75.0\n"

    def test_an_optional_argument_that_is_blank_is_its_default(self) -> None:
        assert fn("CPC", "1200", "48", "") == "25.0\n"

    def test_iso_dates_are_dates_where_one_is_expected(self) -> None:
        table = fn("CPC_BY_PERIOD", "2026-03-04;2026-03-05", "10;20", "2;3", "month")
        assert table.splitlines()[1].startswith("2026-03-01\t30.0\t5.0\t6.0\t")


class TestErrorCells:
    def test_the_code_is_the_answer_and_the_reason_goes_to_stderr(self) -> None:
        result = cpc("fn", "CPC", "1200", "0")
        assert result.exit_code == ERROR_CELL
        assert result.stdout == "#DIV/0!\n"
        assert result.stderr == "There are no conversions to divide by.\n"

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            (("CPC", "-5", "10"), "#NUM!"),
            (("CPC", "1200", "many"), "#VALUE!"),
            (("CPC", "1 200", "48"), "#VALUE!"),
            (("CPC", "1200", "TRUE"), "#VALUE!"),
            (("CPC", "#N/A", "48"), "#N/A"),
            (("CPC", "1200"), "#VALUE!"),
            (("CPC", "1", "2", "FALSE", "4"), "#VALUE!"),
        ],
    )
    def test_each_kind(self, words: tuple[str, ...], code: str) -> None:
        result = cpc("fn", *words)
        assert (result.exit_code, result.stdout) == (ERROR_CELL, f"{code}\n")

    def test_an_error_inside_a_table_leaves_the_other_cells(self) -> None:
        assert fn("CPC_CI", "100", "0").splitlines()[1].endswith("\t#DIV/0!")


class TestTables:
    def test_a_row_is_printed_under_the_names_of_its_columns(self) -> None:
        names, row = fn("CPC_CI", "50000", "20").splitlines()
        assert names == "low\thigh"
        low, high = map(float, row.split("\t"))
        # Garwood limits of a count of 20, scipy.stats.chi2: 12.216519 and 30.888377
        assert low == pytest.approx(50000 / 30.888377, rel=1e-7)
        assert high == pytest.approx(50000 / 12.216519, rel=1e-7)

    def test_a_table_brings_its_own_header(self) -> None:
        table = fn("CPC_BY", "a;b;a", "100;50;100", "2;1;2").splitlines()
        assert table[0].split("\t")[:4] == ["key", "cost", "conversions", "CPC"]
        assert table[1].split("\t")[:4] == ["a", "200.0", "4.0", "50.0"]

    def test_a_terminal_gets_it_drawn_with_six_digits(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("TERM", "dumb")
        with pytest.raises(SystemExit, match="0"):
            app(["fn", "CPC_CI", "50000", "20"])
        drawn = capsys.readouterr().out
        assert drawn.split()[:2] == ["low", "high"]
        assert drawn.split()[-2:] == ["1618.73", "4092.82"]

    def test_a_narrow_terminal_never_breaks_a_number_in_two(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("COLUMNS", "40")
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        call("CPC_BY", ["{a;b}", "{100;600}", "{10;5}"], "", as_json=False)
        assert "b\t600.0\t5.0\t120.0\t51.42123106551" in capsys.readouterr().out

    def test_text_from_a_file_cannot_steer_the_terminal(self) -> None:
        table = fn("CPC_BY", "\x1b[31mred;a\tb", "1;2", "1;1")
        assert "\x1b" not in table
        assert all(
            line.count("\t") == table.splitlines()[0].count("\t") for line in table.splitlines()
        )


class TestJson:
    def test_a_number(self) -> None:
        assert json.loads(fn("CPC", "1200", "48", "--json")) == 25.0

    def test_rows_with_an_error_among_them(self) -> None:
        ((low, high),) = json.loads(fn("--json", "CPC_CI", "100", "0"))
        assert low > 0
        assert high["error"] == "#DIV/0!"

    def test_an_error(self) -> None:
        result = cpc("fn", "CPC", "1200", "0", "--json")
        assert result.exit_code == ERROR_CELL
        assert json.loads(result.stdout) == {
            "error": "#DIV/0!",
            "why": "There are no conversions to divide by.",
        }


class TestFiles:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_a_column_is_found_by_its_header(
        self, folder: Path, encoding: str, delimiter: str
    ) -> None:
        text = "Kampanje,Kostnad på nett,Salg\nSmørbrød,100.5,2\nBrød og pålegg,99.5,6\n"
        (folder / "ads.csv").write_bytes(text.replace(",", delimiter).encode(encoding))
        assert fn("CPC", "ads.csv:Kostnad på nett", "ads.csv:Salg") == "25.0\n"
        assert "\nSmørbrød\t" in fn(
            "CPC_BY", *(f"ads.csv:{name}" for name in text.splitlines()[0].split(","))
        )

    def test_the_path_may_be_absolute_and_the_header_may_hold_a_colon(self, folder: Path) -> None:
        (folder / "ads.csv").write_text("Cost: all;Sales\n100;4\n", encoding="utf-8")
        assert fn("CPC", f"{folder / 'ads.csv'}:Cost: all", "ads.csv:Sales") == "25.0\n"

    def test_blank_cells_and_error_cells_are_what_they_are_in_a_sheet(self, folder: Path) -> None:
        (folder / "ads.csv").write_text("Cost,Sales\n100,4\n,\n\n,4\n", encoding="utf-8")
        assert fn("CPC", "ads.csv:Cost", "ads.csv:Sales") == "12.5\n"
        (folder / "ads.csv").write_text("Cost,Sales\n100,4\n#N/A,4\n", encoding="utf-8")
        assert cpc("fn", "CPC", "ads.csv:Cost", "ads.csv:Sales").stdout == "#N/A\n"

    def test_a_whole_file_goes_where_a_range_is_read(self, folder: Path) -> None:
        (folder / "ads.csv").write_text(ADS + "Total,700.5,15\n", encoding="utf-8")
        assert "Total" in fn("CPC_CHECK", "ads.csv")

    def test_numbers_of_another_country_need_the_locale(self, folder: Path) -> None:
        (folder / "ads.csv").write_text("Cost;Sales\n1 234,50;10\n65,50;3\n", encoding="utf-8")
        assert fn("CPC", "ads.csv:Cost", "ads.csv:Sales", "--locale", "nb_NO") == "100.0\n"
        why = refusal("CPC", "ads.csv:Cost", "ads.csv:Sales")
        for part in ("ads.csv", "line 2", "column Cost", "'1 234,50'", "--locale nb_NO"):
            assert part in why

    @pytest.mark.parametrize("number", ["1,234", "1 234", "12 %", "kr 5", "(5)", "1.234.567"])
    def test_no_number_is_guessed(self, folder: Path, number: str) -> None:
        (folder / "ads.csv").write_text(f"Cost\tSales\n{number}\t10\n", encoding="utf-8")
        assert f"'{number}'" in refusal("CPC", "ads.csv:Cost", "ads.csv:Sales")

    def test_a_point_before_three_digits_may_be_a_thousand(self, folder: Path) -> None:
        (folder / "ads.csv").write_text("Cost;Sales\n1.234;10\n500;7\n", encoding="utf-8")
        assert "'1.234' may be a thousand" in refusal("CPC", "ads.csv:Cost", "ads.csv:Sales")
        assert fn("CPC", "ads.csv:Cost", "ads.csv:Sales", "--locale", "de") == "102.0\n"
        (folder / "ads.csv").write_text("Cost;Sales\n1.234;1\n0.766;1\n", encoding="utf-8")
        assert fn("CPC", "ads.csv:Cost", "ads.csv:Sales") == "1.0\n"

    def test_a_text_column_stays_text(self, folder: Path) -> None:
        (folder / "ads.csv").write_text("Id,Cost,Sales\n007,1,1\n1e5,1,1\n", encoding="utf-8")
        keys = [
            row.split("\t")[0]
            for row in fn("CPC_BY", "ads.csv:Id", "ads.csv:Cost", "ads.csv:Sales").splitlines()
        ]
        assert keys[0] == "key"
        assert {"007", "1e5"} <= set(keys)

    def test_a_column_of_dates(self, folder: Path) -> None:
        (folder / "ads.csv").write_text("Day,Cost,Sales\n2026-03-04,9,3\n", encoding="utf-8")
        table = fn("CPC_BY_PERIOD", "ads.csv:Day", "ads.csv:Cost", "ads.csv:Sales", "day")
        assert table.splitlines()[1].startswith("2026-03-04\t9.0\t3.0\t3.0\t")


class TestLanguage:
    def test_verdicts_are_norwegian_when_asked(self) -> None:
        assert fn("CPC_VERDICT", "10000", "50", "120", "--lang", "nb") == "over målet\n"
        assert fn("CPC_VERDICT", "10000", "50", "120") == "above target\n"

    def test_an_unknown_language_is_refused(self) -> None:
        assert "must be en or nb" in refusal("SALT", "1", "2", "--lang", "sv")


class TestRefusals:
    def test_an_unknown_function_gets_the_nearest_names(self) -> None:
        assert "Did you mean CPC_BLENDED" in refusal("CPC_BLEND", "1", "2")

    def test_a_file_that_is_not_there(self) -> None:
        assert "none.csv: No such file" in refusal("CPC", "none.csv:Cost", "1")

    def test_a_drive_letter_is_part_of_the_path(self) -> None:
        assert r"C:\none.csv: No such file" in refusal("CPC", r"C:\none.csv:Cost", "1")

    def test_a_header_that_is_not_there(self, folder: Path) -> None:
        (folder / "ads.csv").write_text(ADS, encoding="utf-8")
        why = refusal("CPC", "ads.csv:cost", "1")
        assert "no column 'cost'. Did you mean 'Cost'?" in why
        assert "Campaign, Cost, Conversions" in why

    def test_a_header_that_stands_twice(self, folder: Path) -> None:
        (folder / "ads.csv").write_text("Cost,Cost\n1,2\n", encoding="utf-8")
        assert "several columns are named 'Cost'" in refusal("CPC", "ads.csv:Cost", "1")

    def test_a_file_without_a_column_where_one_is_needed(self, folder: Path) -> None:
        (folder / "ads.csv").write_text(ADS, encoding="utf-8")
        assert "cost: name a column of the file, as in ads.csv:" in refusal("CPC", "ads.csv", "1")

    def test_a_row_that_is_longer_than_the_header(self, folder: Path) -> None:
        (folder / "ads.csv").write_text("Cost,Sales\n1,234,5\n", encoding="utf-8")
        assert "line 2: 3 cells under 2 headers" in refusal("CPC", "ads.csv:Cost", "1")

    def test_an_empty_file(self, folder: Path) -> None:
        (folder / "ads.csv").write_text("\n\n", encoding="utf-8")
        assert "the file is empty" in refusal("CPC", "ads.csv:Cost", "1")

    def test_a_file_that_is_no_text(self, folder: Path) -> None:
        (folder / "ads.csv").write_bytes(b"PK\x03\x04\x14\x00\x81\x8d\x8f\x90\x9d" * 50)
        assert "ads.csv: not a text" in refusal("CPC", "ads.csv:Cost", "1")

    def test_a_quote_that_is_never_closed(self, folder: Path) -> None:
        (folder / "ads.csv").write_text('Cost,Sales\n"1,2\n3,4\n', encoding="utf-8")
        assert "ads.csv, line 2: " in refusal("CPC", "ads.csv:Cost", "1")

    def test_a_locale_that_is_not_known(self, folder: Path) -> None:
        (folder / "ads.csv").write_text(ADS, encoding="utf-8")
        assert "xx_YY" in refusal("CPC", "ads.csv:Cost", "1", "--locale", "xx_YY")

    def test_an_option_that_does_not_exist(self) -> None:
        assert "--jsn" in refusal("CPC", "1200", "48", "--jsn")


def test_the_exit_codes_are_the_documented_ones() -> None:
    assert (ANSWERED, ERROR_CELL, UNREADABLE) == (0, 1, 2)
    assert "Exit code: 0  an answer\n" in fn("--help")


class TestHelp:
    def test_a_name_alone_prints_the_page_of_the_function(self) -> None:
        page = fn("cpc")
        for part in (
            "CPC(cost, conversions, [each])",
            "What the paid traffic cost.",
            "at least 0",
            "=CPC(1200, 48)\n      25",
            "#DIV/0!  There are no conversions to divide by.",
            "cpc fn CPC 1200 48",
            "Source: ",
            "Also CPA, KPK",
        ):
            assert part in page
        assert fn("CPC", "--help") == page

    @pytest.mark.parametrize("function", CATALOGUE, ids=lambda function: function.name)
    def test_every_function_has_a_page(self, function: Any) -> None:
        page = fn(function.name)
        assert page.startswith(f"{function.signature}\n")
        assert "Examples\n" in page

    def test_the_list_shows_every_function_under_its_family(self) -> None:
        shown = fn("--list")
        assert shown.startswith("What a conversion costs\n  CPC(cost, conversions, [each])\n")
        assert all(function.name in shown for function in CATALOGUE)

    def test_the_list_as_json(self) -> None:
        listed = json.loads(fn("--list", "--json"))
        assert [entry["name"] for entry in listed] == [f.name for f in CATALOGUE]
        assert listed[0]["args"][0]["unit"] == "money"

    def test_the_help_of_the_command_teaches_by_examples(self) -> None:
        assert "cpc fn CPC 1200 48" in fn("--help")
        assert fn("--help") == fn()

    def test_the_version_is_that_of_the_distribution(self) -> None:
        assert cpc("--version").stdout == f"cpc {version('cpc-addin')}\n"


@pytest.mark.parametrize(
    ("cells", "out", "code"),
    [(["1200", "48"], "25.0\n", 0), (["1200", "0"], "#DIV/0!\n", 1), (["ads.csv:Cost"], "", 2)],
)
def test_the_module_is_the_command(cells: list[str], out: str, code: int) -> None:
    command = [sys.executable, "-m", "addin", "fn", "CPC", *cells]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)  # noqa: S603 - this very product
    assert (run.stdout, run.returncode) == (out, code)
    assert bool(run.stderr) == (code != 0)
