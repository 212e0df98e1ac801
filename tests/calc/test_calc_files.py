"""What LibreOffice writes of the functions into files, and reads again."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from addin.hosts.calc.conformance import CALC
from addin.hosts.calc.names import stored
from addin.hosts.conformance import HEADER, conformance
from cpc_functions import CATALOGUE
from tests.calc.office import Book, Office
from tests.calc.pictures import pictured

ODS, XLSX = "calc8", "Calc MS Excel 2007 XML"
SHEET = {"ods": "content.xml", "xlsx": "xl/worksheets/sheet1.xml"}


def filled(book: Book) -> Book:
    book.fill("A1", [[1200, 48]])
    book.cell("D1").Formula = "=CPC.CPC(A1;B1)"
    book.cell("D2").Formula = "=IFERROR(CPC.CPC(A1;0);-1)"
    book.cell("D3").Formula = '=CPC.CPC_VERDICT(A1;B1;10)&"!"'
    book.cell("F1:G1").setArrayFormula("=CPC.CPC_CI(A1;B1)")
    return book


def seen(book: Book) -> list[object]:
    return [book.shown(place) for place in ("D1", "D2", "D3", "F1", "G1")]


@pytest.mark.parametrize(("ending", "form"), [("ods", ODS), ("xlsx", XLSX)])
def test_a_saved_file_gives_the_same_answers_again(
    office: Office, book: Book, tmp_path: Path, ending: str, form: str
) -> None:
    before = seen(filled(book))
    again = office.open(book.save(tmp_path / f"saved.{ending}", form))
    assert seen(again) == before
    assert before[:3] == [25, -1, "above target!"]
    assert again.cell("D1").FormulaLocal == "=CPC(A1,B1)"
    again.close()


@pytest.mark.parametrize(("ending", "form"), [("ods", ODS), ("xlsx", XLSX)])
def test_a_file_holds_the_name_with_its_namespace_or_as_excel_has_it(
    book: Book, tmp_path: Path, ending: str, form: str
) -> None:
    """.ods: CPC.CPC in every LibreOffice. .xlsx: so before 24.2 or thereabouts, then CPC."""
    path = filled(book).save(tmp_path / f"saved.{ending}", form)
    with ZipFile(path) as package:
        text = package.read(SHEET[ending]).decode()
    calls = re.findall(r"(?:CPC\.)?\bCPC(?:_CI|_VERDICT)?\(", text)
    assert len(calls) == 4
    if ending == "ods":
        assert all(call.startswith("CPC.") for call in calls)


def test_each_function_is_found_by_the_name_that_files_hold(book: Book) -> None:
    for row, function in enumerate(CATALOGUE, 1):
        book.cell(f"A{row}").Formula = f"={stored(function.name)}()"
    errors = {book.cell(f"A{row}").getError() for row in range(1, len(CATALOGUE) + 1)}
    assert 525 not in errors  # the number of #NAME?


def test_every_example_of_the_catalogue_agrees_in_cells(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "conformance.xlsx"
    path.write_bytes(conformance(CALC))
    book = office.open(path)
    examples = sum([] not in example.args for f in CATALOGUE for example in f.examples)
    disagreeing = [
        row
        for row in range(HEADER + 1, HEADER + 1 + len(shown_rows(book)))
        if book.shown(f"G{row}") != 1
    ]
    assert disagreeing == []
    assert len(shown_rows(book)) == examples - ATTRIBUTE_EXAMPLES
    assert book.shown("A7") == f"All {examples - ATTRIBUTE_EXAMPLES} examples agree."
    book.close()


def shown_rows(book: Book) -> list[str]:
    rows: list[str] = []
    while name := str(book.cell(f"B{HEADER + 1 + len(rows)}").String):
        rows.append(name)
    return rows


ATTRIBUTE_EXAMPLES = next(len(f.examples) for f in CATALOGUE if f.name == "ATTRIBUTE")
"""The alias stands in no workbook that Excel opens as well: VBA cannot name it."""


def test_what_a_person_sees_is_kept_as_a_picture(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "conformance.xlsx"
    path.write_bytes(conformance(CALC))
    book = office.open(path)
    text = pictured(book, tmp_path, "calc-conformance")
    book.close()
    assert "All" in text
    assert "examples agree." in text
    assert "#NAME?" not in text
