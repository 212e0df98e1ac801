"""What stands in an export is text in every answer: never a formula, a tag, or a sign to obey."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree, html
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from typer.testing import CliRunner

from addin.cli import app
from addin.exports.platform import folded
from addin.exports.remembered import recall, remember
from tests.books import calculated
from tests.payloads import PAYLOADS
from workbook_templates.writing.rows import FORBIDDEN, LIKE_ESCAPE

PAID = ("Date", "Channel", "Campaign", "Cost", "Conversions", "Against target")
ORGANIC = ("Date", "Source", "Sessions", "Conversions", "Conversion value", "Conv. rate")
COSTS = ("Date", "What", "Category", "Cost", "Note", "Counts?")
EXPORTS = ("paid", "organic", "costs")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMS = ("xlsx", "html", "json")


def tables(names: Mapping[str, str]) -> dict[str, list[list[Any]]]:
    """Return three exports with a name in each place that holds one."""
    day = "2026-01-05"
    return {
        "paid": [[*PAID], *([day, name, name, -0.5, 1, ""] for name in names.values())],
        "organic": [[*ORGANIC], *([day, name, 10, 1, 20, ""] for name in names.values())],
        "costs": [[*COSTS], *([day, name, name, 7.25, name, ""] for name in names.values())],
    }


def write(folder: Path, kind: str, names: Mapping[str, str]) -> list[str]:
    """Write the exports as CSV or XLSX; return the names of the files."""
    for name, rows in tables(names).items():
        path = folder / f"{name}.{kind}"
        if kind == "csv":
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(rows)
            continue
        book = Workbook()
        for place, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                cell = book.active.cell(place, column, value)
                if isinstance(value, str):
                    cell.value = LIKE_ESCAPE.sub("_x005F_", value)
                    cell.data_type = "s"
        book.save(path)
    return [f"{name}.{kind}" for name in EXPORTS]


def report(*words: str) -> Any:
    result = CliRunner().invoke(app, ["report", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return result


def names_for(kind: str) -> dict[str, str]:
    """Return the payloads that a file of a kind can hold, by what is read of them."""
    cut = {name for name in PAYLOADS if name.lstrip().startswith('="')}  # refused as a cut formula
    fit = [n for n in PAYLOADS if n not in cut and not (kind == "xlsx" and unfit(n))]
    return {name.strip(): name for name in fit}


def unfit(name: str) -> bool:
    return bool(ILLEGAL_CHARACTERS_RE.search(name)) or "\r" in name


class Made(dict[str, str]):
    """A report in every form: what was printed, by form; `folder` holds the files."""

    folder: Path


@pytest.fixture(scope="module", params=["csv", "xlsx"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    made = Made()
    made.folder = tmp_path_factory.mktemp(request.param)
    names = names_for(request.param)
    harmless = {name: f"name {place}" for place, name in enumerate(names)}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made.folder)
        for title, texts in (("harmless", harmless), ("hostile", names)):
            files = write(made.folder, request.param, texts)
            made[title] = report(*files, "-o", f"{title}.xlsx").output
        made["html"] = report(*files, "--format", "html", "-o", "report.html").output
        made["json"] = report(*files, "--json").output
        made["names"] = json.dumps([*names])
        yield made


def names_of(made: Made) -> list[str]:
    return list(json.loads(made["names"]))


def cells(path: Path) -> Iterator[Any]:
    for sheet in load_workbook(path):
        yield from (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)


def formulas(path: Path) -> set[str]:
    """Return what stands in the formulas of a workbook, wherever a part of it holds any."""
    found = set()
    with ZipFile(path) as archive:
        for part in archive.namelist():
            root = etree.fromstring(archive.read(part))
            tags = (
                "f",
                "formula",
                "formula1",
                "formula2",
                "definedName",
                "calculatedColumnFormula",
            )
            found |= {node.text or "" for tag in tags for node in root.iter(f"{MAIN}{tag}")}
    return found


def held(text: str) -> str:
    """Return a text as a cell holds it."""
    return FORBIDDEN.sub("", text)


def decoded(text: str) -> str:
    """Return a text as a spreadsheet shows what a file says (ECMA-376-1, 22.9.2.19)."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def test_the_names_are_many_and_of_every_kind() -> None:
    assert len(PAYLOADS) > 600
    assert len(names_for("csv")) > 300
    assert len(names_for("xlsx")) > 200


def test_no_formula_of_a_workbook_depends_on_a_name(made: Made) -> None:
    hostile, harmless = (
        formulas(made.folder / f"{title}.xlsx") for title in ("hostile", "harmless")
    )
    assert len(harmless) > 1000
    assert hostile == harmless


def test_every_name_is_a_text_of_the_workbook(made: Made) -> None:
    found = [*cells(made.folder / "hostile.xlsx")]
    texts = {decoded(cell.value) for cell in found if cell.data_type == "s"}
    assert [name for name in names_of(made) if held(name) not in texts] == []
    others = {cell.value for cell in found if cell.data_type not in ("s", "f")}
    assert not {value for value in others if isinstance(value, str)}


def test_negative_numbers_stay_numbers(made: Made) -> None:
    found = [cell for cell in cells(made.folder / "hostile.xlsx") if cell.value == -0.5]
    assert len(found) >= len(names_of(made))
    assert {cell.data_type for cell in found} == {"n"}


@pytest.mark.parametrize("made", ["csv"], indirect=True)  # an XLSX holds fewer of the names
def test_a_calculated_workbook_holds_every_name_and_no_error(tmp_path: Path, made: Made) -> None:
    content = (made.folder / "hostile.xlsx").read_bytes()
    book = calculated(tmp_path, hostile=content)["hostile"]
    errors = [error for error in book.errors() if not error.endswith(("#N/A", "#DIV/0!"))]
    assert errors == []
    sheet = book.book["Campaigns"]
    shown = {decoded(str(row[2])): row[3] for row in sheet.iter_rows(min_row=5, values_only=True)}
    # LibreOffice keeps _x005F_ in the texts of cells, and takes a carriage return for a new line.
    odd = {name for name in names_of(made) if LIKE_ESCAPE.search(name) or "\r" in name}
    expected = {held(name) for name in names_of(made) if name not in odd}
    assert {name: shown.get(name) for name in expected} == dict.fromkeys(expected, -0.5)


def test_a_page_holds_names_as_text_alone(made: Made) -> None:
    document = html.document_fromstring((made.folder / "report.html").read_text(encoding="utf-8"))
    tags = {element.tag for element in document.iter(etree.Element)}
    assert not tags & {"script", "img", "iframe", "object", "link", "a", "form"}
    keys = {key for element in document.iter(etree.Element) for key in element.attrib}
    assert not {key for key in keys if key.startswith("on")} | keys & {"href", "src"}


def test_json_holds_every_name_as_it_stands(made: Made) -> None:
    told = json.loads(made["json"])
    assert {row["campaign"] for row in told["paid"]} == set(names_of(made))
    assert {row["category"] for row in told["costs"]} == set(names_of(made))
    assert {row["source"] for row in told["organic"]} == set(names_of(made))


def test_nothing_printed_is_a_sign_to_obey(made: Made) -> None:
    for text in made.values():
        assert {letter for letter in text if not letter.isprintable()} <= {"\n", "\t", "\u00a0"}


@pytest.mark.parametrize("form", FORMS)
def test_a_file_named_like_a_formula_is_a_text_too(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And so are two hundred of them, each with its line on the sheet of sources."""
    monkeypatch.chdir(tmp_path)
    names = [n.strip() for n in PAYLOADS if "/" not in n and len(n.strip().encode()) < 250][:200]
    for place, name in enumerate(dict.fromkeys(names)):
        row = f"2026-01-05,Meta,Campaign {place},10,1,"
        (tmp_path / name).write_text(f"{','.join(PAID)}\n{row}\n", encoding="utf-8")
    files = sorted(path.name for path in tmp_path.iterdir())
    words = ["--json"] if form == "json" else ["--format", form, "-o", f"report.{form}"]
    result = report(*words, "--", *files)
    printed = {letter for letter in result.output if not letter.isprintable()}
    assert printed <= {"\n", "\t", "\u00a0"}
    if form == "xlsx":
        sheet = load_workbook(tmp_path / "report.xlsx")["Sources"]
        found = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "s"]
        assert {held(file) for file in files} <= {decoded(cell.value) for cell in found}
    elif form == "html":
        source = (tmp_path / "report.html").read_text(encoding="utf-8")
        assert "<img" not in source
        assert "<img src=x onerror=alert(1)>" in unescape(source)
    else:
        assert [each["file"] for each in json.loads(result.stdout)["sources"]] == files


def test_a_map_of_columns_remembers_any_title(tmp_path: Path) -> None:
    memory = tmp_path / "cpc-columns.toml"
    titles = [*{folded(name): name.strip() for name in PAYLOADS}.values()][:200]
    for title in titles:
        remember(memory, [title, "Cost"], {"campaign": title, "cost": "Cost"})
    assert [entry.column_map["campaign"] for entry in recall(memory)] == titles
