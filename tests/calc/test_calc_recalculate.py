"""Recalculate, in a real LibreOffice: what Excel wrote is read as our functions."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from addin.hosts.calc.office.formula import own
from tests.calc.office import Book, Office

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
LINK = "xl/externalLinks/externalLink1.xml"
REFERENCE = f'<externalReference xmlns:r="{RELATIONS}" r:id="rId99"/>'
PART = f'<Override PartName="/{LINK}" ContentType="{TYPE}"/>'
RELATION = (
    f'<Relationship Id="rId99" Type="{RELATIONS}/externalLink" '
    'Target="externalLinks/externalLink1.xml"/>'
)
INSERTED = {
    "xl/workbook.xml": ("</sheets>", f"<externalReferences>{REFERENCE}</externalReferences>"),
    "xl/_rels/workbook.xml.rels": ("", RELATION),
    "[Content_Types].xml": ("", PART),
}
"""What stands in a part beside the rest: behind a tag, or at the end of what holds everything."""

BOOK = (
    f'<externalLink xmlns="{MAIN}"><externalBook xmlns:r="{RELATIONS}" r:id="rId1">'
    '<sheetNames><sheetName val="cpc.settings"/></sheetNames><definedNames>'
    '<definedName name="CPC"/></definedNames></externalBook></externalLink>'
)
PATH = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/externalLinkPath" '
    'Target="file:///C:\\XLSTART\\cpc.xlam" TargetMode="External"/></Relationships>'
)
ADDED = {LINK: BOOK, "xl/externalLinks/_rels/externalLink1.xml.rels": PATH}


def linked(name: str, text: str) -> str:
    """Return a part of a workbook with what Excel adds for its add-in."""
    if name not in INSERTED:
        return text
    behind, added = INSERTED[name]
    place = text.index(behind) + len(behind) if behind else text.rindex("</")
    return text[:place] + added + text[place:]


@pytest.fixture
def from_excel(office: Office, tmp_path: Path) -> Iterator[Book]:
    """Open a workbook as Excel saves one: its add-in is an external book."""
    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["B1"] = 100, 4
    sheet["D1"] = "=[1]!CPC(A1,B1)"
    sheet["D2"] = '=IFERROR([1]!CPC(A1,B1),"[1]!CPC(x)")'
    sheet["D3"] = "=cpc(A1,B1)*2"
    sheet["D4"] = "=SUM(A1,B1)"
    sheet["F1"] = ArrayFormula("F1:G1", "=[1]!CPC_CI(A1,B1)")
    book.save(tmp_path / "plain.xlsx")
    with ZipFile(tmp_path / "plain.xlsx") as plain, ZipFile(tmp_path / "excel.xlsx", "w") as made:
        for name in plain.namelist():
            made.writestr(name, linked(name, plain.read(name).decode()))
        for name, text in ADDED.items():
            made.writestr(name, text)
    opened = office.open(tmp_path / "excel.xlsx")
    yield opened
    opened.close()


def test_formulas_that_excel_wrote_answer_afterwards(office: Office, from_excel: Book) -> None:
    assert from_excel.shown("D1") == "#NAME?"
    said = office.command("recalculate")
    assert said.endswith("cells of Excel that are read now: 5.")
    assert [from_excel.shown(f"D{row}") for row in (1, 2, 3, 4)] == [25, 25, 50, 104]
    assert from_excel.shown("F1") == pytest.approx(9.7641101, rel=1e-7)  # CPC_CI(100, 4)
    assert from_excel.shown("G1") == pytest.approx(91.7544519, rel=1e-7)


def test_a_long_column_is_read_row_by_row_as_it_was_written(office: Office, book: Book) -> None:
    book.fill("A1", [[float(row), 2.0] for row in range(1, 301)])
    for row in range(1, 301):
        factor = 3 if row == 200 else 1
        book.cell(f"D{row}").Formula = f"=[1]!CPC(A{row};B{row})*{factor}"
    office.command("recalculate")
    assert [book.shown(f"D{row}") for row in (1, 2, 199, 200, 201, 300)] == [
        0.5,
        1,
        99.5,
        300,
        100.5,
        150,
    ]


def test_explain_names_it_as_the_cure(office: Office, from_excel: Book) -> None:
    from_excel.select("D1")
    lines = office.command("explain_cell").splitlines()
    assert lines[0].endswith("→ #NAME?")
    assert lines[-1] == "Excel wrote this formula: Recalculate in the menu CPC reads it."


def test_a_protected_sheet_is_refused_in_words(office: Office, from_excel: Book) -> None:
    from_excel.sheet.protect("")
    said = office.command("recalculate")
    assert said == "The sheet Sheet is protected: unprotect it first."
    assert "[1]!CPC" in from_excel.cell("D1").Formula


def test_it_is_one_step_of_undo(office: Office, from_excel: Book) -> None:
    office.command("recalculate")
    from_excel.document.getUndoManager().undo()
    assert "[1]!CPC" in from_excel.cell("D1").Formula


@pytest.mark.usefixtures("from_excel")
def test_a_second_time_there_is_nothing_to_rename(office: Office) -> None:
    office.command("recalculate")
    assert office.command("recalculate") == "Everything was calculated anew."


@pytest.mark.parametrize(
    ("formula", "ours"),
    [
        ("=[1]!CPC(A1;B1)", "=CPC.CPC(A1;B1)"),
        ("=cpc_low(A1;B1)", "=CPC.CPC_LOW(A1;B1)"),
        ("='C:\\x\\cpc.xlam'!CPC(A1;B1)", "=CPC.CPC(A1;B1)"),
        ("=cpc.xlam!CPC(A1;B1)", "=CPC.CPC(A1;B1)"),
        ("=IF(A1>0;[2]!CTR(A1;B1);0)", "=IF(A1>0;CPC.CTR(A1;B1);0)"),
        ("=CPC.CPC(A1;B1)", "=CPC.CPC(A1;B1)"),
        ('="cpc(1)"', '="cpc(1)"'),
        ("=MYCPC(A1)", "=MYCPC(A1)"),
        ("=ORG.EXAMPLE.CPC(A1)", "=ORG.EXAMPLE.CPC(A1)"),
        ("=CPC+1", "=CPC+1"),
    ],
)
def test_only_calls_of_our_functions_are_renamed(formula: str, ours: str) -> None:
    assert own(formula) == ours
