"""What each command leaves in a workbook, as LibreOffice renders and calculates it.

The commands work on the double of Excel; its workbooks are saved, and LibreOffice, which is
started once, calculates them all. Its figures are compared with those of the functions.
"""

from math import fsum
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

from addin.manual import plain as shown
from addin.ribbon_commands.portable import PREFIX, portable
from cpc_functions import CATALOGUE, cpc, cpc_ci
from tests.excel_saved import saved
from tests.excel_state import BookState, CellState, World
from tests.office import recalculated
from tests.reports import export
from tests.ribbon_books import (
    DAY,
    FIRST,
    PAID,
    fill,
    plain,
    press,
    report_content,
    reported,
    small,
    tracker,
)

Calculated = dict[str, tuple[BookState, Workbook]]

ROWS = ((100.0, 4.0), (90.0, 3.0), (1_234.5, 7.0))
IMPORTED = (("2026-01-05", 100.5, 4), ("2026-01-06", 90.0, 0), ("2026-01-07", 80.25, 3))
NEW = ("new_tracker", "new_ab_test", "new_bids", "new_budget")
ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "Err:502"}


def inserted(table: str) -> World:
    world = plain(["Cost (NOK)", "Conversions"], *ROWS, table=table)
    press("insert_cpc", world)
    return world


def frozen() -> World:
    world = plain(["CPC", "Of it"], [None], [None])
    cells = world.books[0].sheets[0].cells
    cells[3, 2] = CellState(cpc.evaluate(1_234.5, 7), "=CPC(1234.5,7)")
    cells[4, 2] = CellState(shown(cpc.evaluate(1, 0)), "=CPC(1,0)")
    cells[3, 3] = CellState(None, "=B3*7")
    cells[4, 3] = CellState(None, "=ISERROR(B4)")
    press("freeze_to_values", world)
    return world


def checked() -> World:
    world = tracker()
    world.books[0].sheets[PAID].cells[FIRST, 7] = CellState(90.0)
    press("check_workbook", world)
    return world


def imported(folder: Path) -> World:
    rows = [(day, "Google", "=1+1", cost, 50, count) for day, cost, count in IMPORTED]
    world = tracker(0)
    world.answers = [(str(export(folder, "ads.csv", *rows)),)]
    press("import_exports", world)
    return world


def updated() -> World:
    world = reported()
    paid = next(sheet for sheet in world.books[0].sheets if sheet.name == "Paid")
    fill(paid, FIRST + 6, [DAY + 9, "Social", "Other", 50.0, None, 10.0, 1.0])
    press("update_report", world)
    return world


def opened_by(command: str) -> World:
    world = World()
    press(command, world)
    return world


@pytest.fixture(scope="module")
def calculated(tmp_path_factory: pytest.TempPathFactory) -> Calculated:
    """Return each workbook, as the double and as LibreOffice has it."""
    folder = tmp_path_factory.mktemp("ribbon")
    made = {
        "table": inserted("Mine"),
        "cells": inserted(""),
        "freeze": frozen(),
        "check": checked(),
        "import": imported(folder),
        "update": updated(),
        **{name: opened_by(name) for name in (*NEW, "functions_help")},
    }
    books = {name: world.books[0] for name, world in made.items()}
    paths = [saved(book, folder / f"{name}.xlsx") for name, book in books.items()]
    for name, content in (
        ("own", report_content()),
        ("copied", portable(report_content(), str, "run")),
    ):
        paths.append(folder / f"{name}.xlsx")
        paths[-1].write_bytes(content)
        books[name] = BookState(name)
    results = recalculated(*paths, into=folder / "out")
    return {path.stem: (books[path.stem], load_workbook(path, data_only=True)) for path in results}


def cells_of(book: Workbook, sheet: str) -> dict[tuple[int, int], Any]:
    return {(cell.row, cell.column): cell.value for row in book[sheet].iter_rows() for cell in row}


@pytest.mark.parametrize("name", ["table", "cells"])
def test_inserted_columns_give_the_figures_of_the_functions(
    name: str, calculated: Calculated
) -> None:
    """The limits are LibreOffice's own, by the chi-squared distribution."""
    cells = cells_of(calculated[name][1], "Sheet1")
    for number, (cost, conversions) in enumerate(ROWS, 3):
        figures = [cpc(cost, conversions), *cpc_ci(cost, conversions)]
        assert [cells[number, column] for column in (4, 5, 6)] == pytest.approx(figures, rel=1e-9)


def test_frozen_cells_are_numbers_and_errors_to_other_formulas(calculated: Calculated) -> None:
    cells = cells_of(calculated["freeze"][1], "Sheet1")
    assert cells[3, 2] == pytest.approx(cpc(1_234.5, 7))
    assert cells[3, 3] == pytest.approx(1_234.5)
    assert (cells[4, 2], cells[4, 3]) == ("#DIV/0!", True)


def test_findings_are_rendered_word_for_word(calculated: Calculated) -> None:
    book, office = calculated["check"]
    sheet = next(sheet for sheet in book.sheets if sheet.name == "CPC Checks")
    cells = cells_of(office, sheet.name)
    assert len(sheet.cells) > 5
    assert {place: cells[place] for place in sheet.cells} == {
        place: cell.value for place, cell in sheet.cells.items()
    }


def test_a_tracker_counts_what_was_imported(calculated: Calculated) -> None:
    """The sums of three days, one of them without a conversion: its cost counts."""
    book, office = calculated["import"]
    cost = fsum(row[1] for row in IMPORTED)
    conversions = fsum(row[2] for row in IMPORTED)
    names = ("paid_figure", "paid_figure_low", "paid_figure_high")
    figures = [_named(book, office, name) for name in names]
    assert figures == pytest.approx([cpc(cost, conversions), *cpc_ci(cost, conversions)])
    paid = cells_of(office, "Paid")
    assert {paid[FIRST + number, 3] for number in range(3)} == {"=1+1"}
    assert paid[FIRST, 11] == pytest.approx(cpc(100.5, 4))


def _named(book: BookState, office: Workbook, name: str) -> Any:
    sheet, _, address = book.names[name].rpartition("!")
    return cells_of(office, sheet.strip("'"))[coordinate_to_tuple(address.replace("$", ""))]


def test_an_updated_report_counts_the_rows_that_came_since(calculated: Calculated) -> None:
    front = cells_of(calculated["update"][1], f"{PREFIX}Report")
    assert front[6, 2] == pytest.approx(cpc(650, 25))


@pytest.mark.parametrize("command", [*NEW, "import", "update", "check"])
def test_no_cell_of_a_workbook_shows_an_error(command: str, calculated: Calculated) -> None:
    office = calculated[command][1]
    values = {value for sheet in office for value in cells_of(office, sheet.title).values()}
    assert len(values) > 20
    assert not values & ERRORS


def test_the_list_of_functions_is_rendered_word_for_word(calculated: Calculated) -> None:
    book, office = calculated["functions_help"]
    cells = cells_of(office, "Sheet1")
    assert {place: cells[place] for place in book.sheets[0].cells} == {
        place: cell.value for place, cell in book.sheets[0].cells.items()
    }
    first = next(each for each in CATALOGUE if each.name == "CPC")
    assert cells[2, 1] == first.name


def test_the_sheets_that_are_copied_calculate_what_the_report_does(calculated: Calculated) -> None:
    """Every cell of every sheet: the report against what is copied of it."""
    own, copied = calculated["own"][1], calculated["copied"][1]
    for sheet in own:
        beside = cells_of(copied, f"{PREFIX}{sheet.title}")
        values = cells_of(own, sheet.title)
        assert {place: beside.get(place) for place in values} == values, sheet.title
    cost = fsum(row.cost or 0 for row in small().paid)
    conversions = fsum(row.conversions or 0 for row in small().paid)
    assert copied["CPC Report"]["B6"].value == pytest.approx(cost / conversions)
