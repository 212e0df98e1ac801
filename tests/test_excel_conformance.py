"""The workbook for a person with Excel: every example, and a verdict that can be trusted."""

from functools import cache
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from addin.hosts.conformance import HEADER, RESULTS, VERDICT, cases, conformance
from addin.hosts.conformance_cells import RANGES, put
from cpc_functions import CATALOGUE, CellError
from cpc_functions.shapes import is_range
from tests.office import recalculated

AGREES, ANSWER = 7, 4


@cache
def made() -> bytes:
    return conformance()


def test_every_example_of_every_function_that_vba_can_name_has_a_row() -> None:
    sheet = load_workbook(BytesIO(made()))[RESULTS]
    rows = [row[1:] for row in sheet.iter_rows(min_row=HEADER + 1, values_only=True)]
    named = [f.name for f in CATALOGUE for e in f.examples if [] not in e.args]
    assert [name for name, *_ in rows] == [name for name in named if name != "ATTRIBUTE"]
    assert {f.name for f in CATALOGUE} - {name for name, *_ in rows} == {"ATTRIBUTE"}


def test_the_only_example_left_out_is_a_range_without_cells() -> None:
    left_out = [(f.name, e.args) for f in CATALOGUE for e in f.examples if [] in e.args]
    assert left_out == [("CPC_CHECK", ([],))]


def test_each_row_calls_its_function_and_shows_the_call_as_text() -> None:
    book = load_workbook(BytesIO(made()))
    for row, case in enumerate(cases(), HEADER + 1):
        shown = book[RESULTS].cell(row, 3)
        assert shown.data_type == "s"
        assert shown.value.startswith(f"={case.function.name}(")
        call = answer_cell(book, row).value
        call = call.text if hasattr(call, "text") else call
        assert call.startswith(f"={case.function.name}(")


def test_the_first_lines_say_how_excel_finds_the_functions() -> None:
    sheet = load_workbook(BytesIO(made()))[RESULTS]
    first = " ".join(str(sheet.cell(row, 1).value) for row in range(1, HEADER - 2))
    assert "Ctrl+Alt+Shift+F9" in first
    assert "Recalculate" in first


def test_it_is_the_same_file_every_time() -> None:
    assert conformance() == made()


@pytest.fixture(scope="module")
def calculated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workbook]:
    """Return the workbook in LibreOffice: without the functions, with answers, with wrong ones."""
    folder = tmp_path_factory.mktemp("conformance")
    files = {
        "unknown": made(),
        "right": answered(),
        "wrong": answered(wrong),
        "longer": answered(longer=True),
    }
    for name, content in files.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    paths = recalculated(*(folder / f"{name}.xlsx" for name in files), into=folder / "out")
    return {path.stem: load_workbook(path, data_only=True) for path in paths}


def test_it_opens_without_the_add_in_and_says_that_nothing_agrees(
    calculated: dict[str, Workbook],
) -> None:
    assert verdict(calculated["unknown"]) == f"Only 0 of {len(list(cases()))} examples agree."
    assert set(agreeing(calculated["unknown"])) == {False}
    assert calculated["unknown"][RESULTS].cell(HEADER + 1, ANSWER).value == "#NAME?"


def test_the_answers_of_python_agree_one_and_all(calculated: dict[str, Workbook]) -> None:
    assert verdict(calculated["right"]) == f"All {len(list(cases()))} examples agree."


def test_no_answer_agrees_that_is_a_trifle_off(calculated: dict[str, Workbook]) -> None:
    """Each answer is off by ten times what its example allows, or is another text or error."""
    assert set(agreeing(calculated["wrong"])) == {False}


def test_no_table_agrees_that_has_a_row_too_many(calculated: dict[str, Workbook]) -> None:
    tables = [is_range(case.example.gives) for case in cases()]
    assert agreeing(calculated["longer"]) == [not table for table in tables]


def answered(change: Any = None, *, longer: bool = False) -> bytes:
    """Return the workbook with answers of Python in the place of formulas, or changed ones."""
    book = load_workbook(BytesIO(made()))
    for row, (function, example) in enumerate(cases(), HEADER + 1):
        cell = answer_cell(book, row)
        sheet, top, left = cell.parent, cell.row, cell.column
        answer = function.evaluate(*example.args)
        rows = [list(line) for line in answer] if is_range(answer) else [[answer]]
        if change:
            rows[-1][-1] = change(rows[-1][-1], example.within)
        if is_range(answer):
            rows += [[0.0]] if longer else []
            del sheet.array_formulae[cell.coordinate]
        for down, line in enumerate(rows):
            for right, value in enumerate(line):
                sheet.cell(top + down, left + right).value = None
                put(sheet, top + down, left + right, value)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def wrong(cell: Any, within: float) -> Any:
    if isinstance(cell, CellError):
        return 0.0
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return cell * (1 + 10 * within) if cell else 10 * within
    return f"{cell}."


def answer_cell(book: Workbook, row: int) -> Any:
    """Return the cell that calls the function: on the sheet of ranges if it gives a table."""
    cell = book[RESULTS].cell(row, ANSWER)
    place = str(cell.value).partition(f"={RANGES}!")[2]
    return book[RANGES][place] if place else cell


def agreeing(book: Workbook) -> list[Any]:
    rows = range(HEADER + 1, HEADER + 1 + len(list(cases())))
    return [book[RESULTS].cell(row, AGREES).value for row in rows]


def verdict(book: Workbook) -> Any:
    ((sheet, place),) = book.defined_names[VERDICT].destinations
    return book[sheet][place].value
