"""The judge of our workbooks can say no: each fault below is one that Excel repairs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table

from tests.open_xml import problems


def plain() -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Cost", "Conversions"])
    sheet.append([1200, 48])
    sheet.add_table(Table(displayName="Paid", ref="A1:B2"))
    return book


def other_head(book: Workbook) -> None:
    table = book.worksheets[0].tables["Paid"]
    table._initialise_columns()  # noqa: SLF001 - as a careless writer does
    table.tableColumns[0].name = "Spend"
    table.tableColumns[1].name = "Conversions"


def merges_meet(book: Workbook) -> None:
    for area in ("D4:E5", "E5:F6"):
        book.worksheets[0].merged_cells.ranges.add(CellRange(area))


def cell_as_name(book: Workbook) -> None:
    book.defined_names["CPC1"] = DefinedName("CPC1", attr_text="Sheet!$A$1")


def lost_sheet(book: Workbook) -> None:
    book.defined_names["cost"] = DefinedName("cost", attr_text="Nowhere!$A$1")


def long_prompt(book: Workbook) -> None:
    check = DataValidation(showInputMessage=True, prompt="a" * 256)
    check.add("A2")
    book.worksheets[0].add_data_validation(check)


def long_text_in_formula(book: Workbook) -> None:
    book.worksheets[0]["D2"] = f'="{"a" * 256}"'


def dead_link(book: Workbook) -> None:
    cell = book.worksheets[0]["D2"]
    cell.value = "there"
    cell.hyperlink = Hyperlink(ref="D2", location="Nowhere!A1")


def test_a_sound_workbook_has_no_problems(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    plain().save(path)
    assert problems(path) == []


@pytest.mark.parametrize(
    ("fault", "found"),
    [
        (other_head, "Spend"),
        (merges_meet, "E5"),
        (cell_as_name, "CPC1"),
        (lost_sheet, "Nowhere"),
        (long_prompt, "prompt"),
        (long_text_in_formula, "255"),
        (dead_link, "Nowhere"),
    ],
)
def test_a_fault_is_found(fault: Callable[[Workbook], None], found: str, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    book = plain()
    fault(book)
    book.save(path)
    assert found in " ".join(problems(path))
