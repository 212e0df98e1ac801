"""Exports are only read, the report is written where it was asked for, and nothing else happens."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from addin.cli import app

EXPORT = """\
date_day,platform,campaign_name,spend,conversions
2026-01-05,meta,Brand,100.50,4
2026-01-06,meta,Brand,60.25,2
"""


class Heard(list[tuple[str, tuple[Any, ...]]]):
    """What Python did with files and the network, by the names of its audit events."""

    on = False

    def written(self) -> set[Path]:
        """Return the files that were opened to be written."""
        flags = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
        return {
            Path(os.fsdecode(args[0])).absolute()
            for event, args in self
            if event == "open" and isinstance(args[0], str | bytes) and args[2] & flags
        }


HEARD = Heard()


def hear(event: str, args: tuple[Any, ...]) -> None:
    if HEARD.on and event.startswith(("open", "socket.", "os.", "subprocess.")):
        HEARD.append((event, args))


sys.addaudithook(hear)  # it stays until Python ends, and so it hears only while it is asked to


@pytest.fixture
def heard() -> Iterator[Heard]:
    HEARD.clear()
    HEARD.on = True
    yield HEARD
    HEARD.on = False


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the command, apart from home and from that of temporary files."""
    for name in ("work", "home", "temp"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))
    monkeypatch.chdir(tmp_path / "work")
    (tmp_path / "work" / "ads.csv").write_text(EXPORT, encoding="utf-8")
    return tmp_path / "work"


def run(*words: str) -> tuple[int, str]:
    """Return the exit code and the message; a traceback fails the test."""
    result = CliRunner().invoke(app, words, catch_exceptions=False)
    return result.exit_code, result.stderr


def files_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_only_the_report_is_written_and_no_export_is_changed(folder: Path, heard: Heard) -> None:
    before = files_of(folder.parent)
    assert run("inspect", "ads.csv")[0] == 0
    for form in ("xlsx", "html"):
        assert run("report", "ads.csv", "--format", form)[0] == 0
    assert run("report", "ads.csv", "--json")[0] == 0
    HEARD.on = False
    after = files_of(folder.parent)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"work/report.xlsx", "work/report.html"}
    temp = folder.parent / "temp"
    outside = {
        path for path in heard.written() if path.parent != folder and path != Path(os.devnull)
    }
    assert {path for path in outside if temp not in (path, path.parent)} == set()
    assert [event for event, _ in heard if event.startswith(("socket.", "subprocess."))] == []


def test_columns_are_remembered_only_if_they_were_given(folder: Path) -> None:
    (folder / "own.csv").write_text("Day,Spend,Orders\n2026-01-05,10,1\n", encoding="utf-8")
    maps = [f"--map={said}" for said in ("date=Day", "cost=Spend", "conversions=Orders")]
    assert run("report", "own.csv", "--json", *maps)[0] == 0
    assert {path.name for path in folder.iterdir()} == {"ads.csv", "own.csv", "cpc-columns.toml"}


def test_a_parquet_file_is_not_changed_either(folder: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    query = "copy (select * from 'ads.csv') to 'ads.parquet' (format parquet)"
    duckdb.connect().execute(query)
    before = files_of(folder.parent)
    assert run("report", "ads.parquet", "--json") == (0, "")
    assert files_of(folder.parent) == before


def test_a_read_only_file_in_a_read_only_folder_is_read(folder: Path) -> None:
    locked = folder / "locked"
    locked.mkdir()
    (folder / "ads.csv").rename(locked / "ads.csv")
    (locked / "ads.csv").chmod(0o444)
    locked.chmod(0o555)
    try:
        assert run("report", "locked/ads.csv", "-o", "report.xlsx") == (0, "")
    finally:
        locked.chmod(0o755)


def same(folder: Path) -> Path:
    return folder / "ads.xlsx"


def symbolic(folder: Path) -> Path:
    path = folder / "link.xlsx"
    path.symlink_to("ads.xlsx")
    return path


def hard(folder: Path) -> Path:
    path = folder / "hard.xlsx"
    path.hardlink_to(folder / "ads.xlsx")
    return path


def otherwise_spelled(folder: Path) -> Path:
    return folder / ".." / folder.name / "." / "ads.xlsx"


def in_capitals(folder: Path) -> Path:
    path = folder / "ADS.XLSX"
    if not path.exists():  # a file system may tell capitals apart
        path.symlink_to("ads.xlsx")
    return path


@pytest.mark.parametrize("named", [same, symbolic, hard, otherwise_spelled, in_capitals])
def test_a_report_never_replaces_a_file_that_it_reads(
    folder: Path, named: Callable[[Path], Path]
) -> None:
    export = folder / "ads.xlsx"
    (folder / "ads.csv").rename(export)  # told by its content, and not by its name
    code, message = run("report", "ads.xlsx", "-o", str(named(folder)), "--force")
    assert code == 2
    assert "is one of the files that are read" in message
    assert export.read_text(encoding="utf-8") == EXPORT


@pytest.mark.parametrize("words", [(), ("--force",)])
def test_a_file_is_replaced_only_by_force(folder: Path, words: tuple[str, ...]) -> None:
    old = folder / "report.xlsx"
    old.write_bytes(b"old")
    code, message = run("report", "ads.csv", *words)
    if words:
        assert code == 0
        assert old.read_bytes().startswith(b"PK")
    else:
        assert (code, old.read_bytes()) == (2, b"old")
        assert "exists and was left as it is" in message


def test_a_link_is_followed_only_by_force(folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "report.xlsx").symlink_to("other/report.xlsx")
    code, message = run("report", "ads.csv")
    assert (code, [*(folder / "other").iterdir()]) == (2, [])
    assert "exists and was left as it is" in message
    assert run("report", "ads.csv", "--force") == (0, "")
    assert (folder / "report.xlsx").is_symlink()
    assert (folder / "other" / "report.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("missing/report.xlsx", "its folder does not exist; make it first"),
        ("taken.xlsx", "is a folder; name a file in it"),
        ("ads.csv/report.xlsx", "its folder does not exist"),
        ("report.xls", "the name of this report ends in .xlsx"),
        ("report", "the name of this report ends in .xlsx"),
        (f"{'x' * 300}.xlsx", "name too long"),
    ],
)
def test_where_no_report_can_be_written_a_sentence_says_so(
    folder: Path, output: str, told: str
) -> None:
    (folder / "taken.xlsx").mkdir()
    before = files_of(folder)
    code, message = run("report", "ads.csv", "-o", output, "--force")
    assert code == 2
    assert told in message
    assert message.count("\n") == 1
    assert files_of(folder) == before


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (OSError(28, "No space left on device"), "cannot be written: No space left on device."),
        (PermissionError(13, "Permission denied"), "Is it open in another program?"),
        (OSError(30, "Read-only file system"), "cannot be written: Read-only file system."),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_what_stops_a_write_leaves_the_old_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError, told: str, step: str
) -> None:
    def fail(*_: object) -> None:
        raise fault

    (folder / "report.xlsx").write_bytes(b"old")
    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    code, message = run("report", "ads.csv", "--force")
    assert (code, (folder / "report.xlsx").read_bytes()) == (2, b"old")
    assert told in message
    assert {path.name for path in folder.iterdir()} == {"ads.csv", "report.xlsx"}


@pytest.mark.parametrize("command", ["inspect", "report"])
def test_a_name_that_no_system_takes_is_told_in_a_sentence(folder: Path, command: str) -> None:
    code, message = run(command, f"{folder.name}{'x' * 300}.csv")
    assert code == 2
    assert "ame too long" in message
    assert message.startswith("cpc: workxxx")


@pytest.mark.parametrize("command", ["inspect", "report"])
@pytest.mark.parametrize("sign", ["\x1b]0;x\x07", "\x9b2J", "\u202e"])
def test_what_is_said_of_a_file_holds_no_sign_to_obey(
    folder: Path, command: str, sign: str
) -> None:
    path = folder / f"ads{sign}.csv"
    for text in (EXPORT.replace("100.50", f"1{sign}5"), EXPORT.replace("spend", f"x{sign}y,spend")):
        path.write_text(text, encoding="utf-8")
        result = CliRunner().invoke(app, [command, path.name], catch_exceptions=False)
        assert {letter for letter in result.output if not letter.isprintable()} <= {"\n", "\t"}
