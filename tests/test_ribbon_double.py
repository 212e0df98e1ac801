"""The double of Excel has no member that xlwings and Excel have not."""

import inspect
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import xlwings
from xlwings import main

from tests import excel_com, excel_com_cells, excel_double, excel_names, excel_ranges, excel_sheets
from tests.excel_state import (
    ERRORS,
    BookState,
    CellState,
    ExcelError,
    SheetState,
    TableState,
    World,
)

OF_EXCEL = {  # members as in the Excel VBA reference, learn.microsoft.com/office/vba/api
    "ComApplication": {"InputBox", "GetOpenFilename", "Range", "Evaluate", "Intersect"},
    "ComWorkbooks": {"Add"},
    "ComWorkbook": {
        *("Sheets", "ActiveSheet", "LinkSources"),
        *("ProtectStructure", "MultiUserEditing", "Date1904"),
    },
    "ComSheets": {"Copy", "Delete"},
    "ComWorksheet": {"UsedRange", "Evaluate", "Activate", "ProtectContents"},
    "ComRange": {
        *("Row", "Column", "Rows", "Columns", "Count", "Value", "Value2", "Worksheet"),
        *("EntireRow", "Hidden", "Locked"),
        *("HasArray", "CurrentArray", "HasSpill", "SpillParent", "SpillingToRange"),
    },
    "ComName": {"Visible"},
}
OF_XLWINGS = {
    "App": xlwings.App,
    "Book": xlwings.Book,
    "Range": xlwings.Range,
    "Sheet": xlwings.Sheet,
    **{
        name: getattr(main, name)
        for name in (
            *("Books", "Font", "Name", "Names", "RangeColumns", "RangeRows"),
            *("Sheets", "Table", "Tables"),
        )
    },
}


MODULES = (excel_double, excel_names, excel_ranges, excel_sheets, excel_com, excel_com_cells)


def members(of: type[Any]) -> Iterator[tuple[str, Any]]:
    yield from ((name, each) for name, each in vars(of).items() if not name.startswith("_"))


def doubles() -> list[type[Any]]:
    return [
        each
        for module in MODULES
        for _, each in inspect.getmembers(module, inspect.isclass)
        if each.__module__ == module.__name__
    ]


def double_of(name: str) -> type[Any]:
    return next(each for each in doubles() if each.__name__ == name)


def test_every_class_is_one_of_xlwings_or_of_excel() -> None:
    assert {each.__name__ for each in doubles()} == {*OF_XLWINGS, *OF_EXCEL}


@pytest.mark.parametrize("name", OF_XLWINGS)
def test_every_member_is_one_of_xlwings(name: str) -> None:
    double, real = double_of(name), OF_XLWINGS[name]
    for member, ours in members(double):
        theirs = inspect.getattr_static(real, member)
        settable = isinstance(ours, property) and ours.fset
        assert not settable or theirs.fset, f"{name}.{member} cannot be set"
        if inspect.isfunction(ours):
            taken = {*inspect.signature(theirs).parameters}
            assert {*inspect.signature(ours).parameters} <= taken, f"{name}.{member}"


@pytest.mark.parametrize("name", OF_EXCEL)
def test_every_member_behind_api_is_one_of_excel(name: str) -> None:
    assert {member for member, _ in members(double_of(name))} == OF_EXCEL[name]


def test_a_part_of_an_array_cannot_be_changed() -> None:
    sheet = SheetState("A")
    sheet.arrays[1, 1] = (1, 1, 2, 1)
    world = World([BookState("a.xlsx", [sheet])])
    with pytest.raises(ExcelError, match="part of an array"):
        excel_ranges.Range(world, world.books[0], sheet, (1, 1, 1, 1)).raw_value = 1.0


def test_an_error_that_is_given_as_a_value_would_be_a_text_in_norwegian() -> None:
    world = World([BookState("a.xlsx", [SheetState("A")])])
    cell = excel_ranges.Range(world, world.books[0], world.books[0].sheets[0], (1, 1, 1, 1))
    with pytest.raises(ExcelError, match="another language"):
        cell.raw_value = "#N/A"
    cell.formula = "#N/A"
    assert cell.raw_value == ERRORS["#N/A"]


def test_currency_comes_with_four_decimals_and_exactly_when_it_is_asked_for() -> None:
    sheet = SheetState("A")
    sheet.cells[1, 1] = CellState(0.123456, "", is_currency=True)
    world = World([BookState("a.xlsx", [sheet])])
    cell = excel_ranges.Range(world, world.books[0], sheet, (1, 1, 1, 1))
    assert (cell.raw_value, cell.api.Value2) == (Decimal("0.1235"), 0.123456)


def test_a_group_of_sheets_with_a_table_is_refused_as_excel_does() -> None:
    sheets = [SheetState("A"), SheetState("B")]
    sheets[0].tables.append(TableState("T", (1, 1, 2, 2)))
    source = BookState("a.xlsx", sheets)
    target = BookState("b.xlsx", [SheetState("C")])
    world = World([target, source])
    group = excel_com.ComWorkbook(world, source).Sheets
    with pytest.raises(ExcelError, match="contains a table"):
        group.Copy(After=excel_com.ComWorkbook(world, target).ActiveSheet)
