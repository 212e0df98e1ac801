"""The double of Excel has no member that xlwings and Excel have not."""

import inspect
from collections.abc import Iterator
from typing import Any

import pytest
import xlwings
from xlwings import main

from tests import excel_com, excel_double
from tests.excel_state import BookState, ExcelError, SheetState, TableState, World

OF_EXCEL = {  # members as in the Excel VBA reference, learn.microsoft.com/office/vba/api
    "ComApplication": {"InputBox", "GetOpenFilename", "Range", "Evaluate", "Intersect"},
    "ComWorkbooks": {"Add"},
    "ComWorkbook": {"Sheets", "ActiveSheet", "LinkSources"},
    "ComSheets": {"Copy", "Delete"},
    "ComWorksheet": {"UsedRange", "Evaluate", "Activate"},
    "ComRange": {"Row", "Value", "Worksheet", "HasSpill", "SpillingToRange"},
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


def members(of: type[Any]) -> Iterator[tuple[str, Any]]:
    yield from ((name, each) for name, each in vars(of).items() if not name.startswith("_"))


def doubles() -> list[type[Any]]:
    return [
        each
        for module in (excel_double, excel_com)
        for _, each in inspect.getmembers(module, inspect.isclass)
        if each.__module__ == module.__name__
    ]


def test_every_class_is_one_of_xlwings_or_of_excel() -> None:
    assert {each.__name__ for each in doubles()} == {*OF_XLWINGS, *OF_EXCEL}


@pytest.mark.parametrize("name", OF_XLWINGS)
def test_every_member_is_one_of_xlwings(name: str) -> None:
    double, real = getattr(excel_double, name), OF_XLWINGS[name]
    for member, ours in members(double):
        theirs = inspect.getattr_static(real, member)
        settable = isinstance(ours, property) and ours.fset
        assert not settable or theirs.fset, f"{name}.{member} cannot be set"
        if inspect.isfunction(ours):
            taken = {*inspect.signature(theirs).parameters}
            assert {*inspect.signature(ours).parameters} <= taken, f"{name}.{member}"


@pytest.mark.parametrize("name", OF_EXCEL)
def test_every_member_behind_api_is_one_of_excel(name: str) -> None:
    assert {member for member, _ in members(getattr(excel_com, name))} == OF_EXCEL[name]


def test_a_group_of_sheets_with_a_table_is_refused_as_excel_does() -> None:
    sheets = [SheetState("A"), SheetState("B")]
    sheets[0].tables.append(TableState("T", (1, 1, 2, 2)))
    source = BookState("a.xlsx", sheets)
    target = BookState("b.xlsx", [SheetState("C")])
    world = World([target, source])
    group = excel_com.ComWorkbook(world, source).Sheets
    with pytest.raises(ExcelError, match="contains a table"):
        group.Copy(After=excel_com.ComWorkbook(world, target).ActiveSheet)
