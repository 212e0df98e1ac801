"""The explanation of a cell, which needs no spreadsheet program."""

import subprocess
import sys

import pytest

from addin.explaining import MOST_SIGNS, UNREAD, explained, function_called, named_inputs
from cpc_functions import cpc_ci
from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.texts import rounded

FOREIGN = {"openpyxl", "xlwings", "babel", "numpy", "narwhals", "duckdb"}


def lines(name: str, *values: object, answer: object = 25.0) -> list[str]:
    function = function_called(name)
    assert function
    written = [f"A{number}" for number in range(1, len(values) + 1)]
    return explained(str, function, f"={name}()", answer, named_inputs(function, written, values))


def test_it_needs_the_standard_library_and_the_functions_alone() -> None:
    """The Python inside LibreOffice has nothing else."""
    asked = "import addin.explaining, sys; print(*{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert not FOREIGN & {*run.stdout.split()}
    assert "cpc_functions" in run.stdout


@pytest.mark.parametrize(
    "name", ["CPC", "cpc", "@CPC", "_xll.CPC", "'C:\\x y\\cpc.xlam'!CPC", "ORG.CPC.ADDIN.CPC"]
)
def test_a_function_is_known_however_a_host_writes_its_name(name: str) -> None:
    function = function_called(name)
    assert function is not None
    assert function.name == "CPC"


def test_a_function_of_others_is_none_of_ours() -> None:
    assert function_called("SUM") is None


def test_figures_are_told_with_their_interval() -> None:
    ((low, high),) = cpc_ci.evaluate(100, 4)
    assert lines("CPC", 100.0, 4.0)[-3:] == [
        "cost: A1 = 100",
        "conversions: A2 = 4",
        f"The interval (95 %) is {rounded(low)} to {rounded(high)}.",
    ]


def test_a_warning_names_the_row_of_the_range_that_it_stands_in() -> None:
    """The title and the blank row are counted as rows, and are no faults themselves."""
    cost = [["Cost"], [400.0], [None], [50.0]]
    conversions = [["Conversions"], [4.0], [None], [None]]
    told = lines("CPC", cost, conversions, answer=112.5)
    assert "Rows counted: 2. Left out: 1 blank, 1 of titles." in told
    assert [line for line in told if line.startswith("Row ")] == [told[-1]]
    assert told[-1].startswith("Row 4: Cost without a figure for conversions")


def test_an_error_is_told_with_its_reason() -> None:
    told = lines("CPC", 100.0, 0.0, answer=CellError(ErrorCode.DIV0))
    assert told[0] == "=CPC() → #DIV/0!"
    assert "#DIV/0! There are no conversions to divide by." in told


def test_arguments_that_come_again_bear_the_names_of_the_last_two() -> None:
    function = next(each for each in map(function_called, ("CPC_IFS",)) if each)
    values = [[[1.0]], [[2.0]], [["A"]], "A", [["B"]], "B"]
    names = [each.name for each in named_inputs(function, [""] * 6, values)]
    assert names[2:4] == names[4:6]


def test_messages_go_through_the_language_of_the_host() -> None:
    function = function_called("CPC")
    assert function
    said: list[str] = []

    def say(message: str) -> str:
        said.append(message)
        return message

    inputs = named_inputs(function, ["A1", "B1"], [[[100.0], [1.0]], [[4.0], [None]]])
    explained(say, function, "=CPC(A1,B1)", 25.25, inputs)
    assert {"{count} cells: {told}", "Row {row}: {problem}. {cure}."} <= {*said}


@pytest.mark.parametrize(
    ("name", "values", "answer"),
    [
        ("CPC_IFS", ([[100.0], [900.0]], [[4.0], [9.0]], [["a"], ["b"]], "a"), 25.0),
        ("CPC", ([[100.0], [900.0]], [[4.0], [9.0]], True), 25.0),
        ("CPC", (CellError(ErrorCode.NA), 4.0), CellError(ErrorCode.NA)),
        ("CPC", ("100", 4.0), CellError(ErrorCode.VALUE)),
        ("CPC", (0.0, 4.0), 0.0),
        ("CPC", (UNREAD, 4.0), 25.0),
    ],
)
def test_no_interval_is_told_that_is_not_of_the_answer(
    name: str, values: tuple[object, ...], answer: object
) -> None:
    told = lines(name, *values, answer=answer)
    assert not [line for line in told if "interval" in line or "limit" in line]


def test_rows_are_counted_where_the_ranges_are_columns() -> None:
    assert not [line for line in lines("CPC_CHECK", [["Cost", 1.0]] * 3) if "Rows counted" in line]


def test_what_could_not_be_read_is_said_and_nothing_is_concluded_from_it() -> None:
    told = lines("CPC", UNREAD, 4.0)
    assert told[2:] == ["cost: A1 (could not be read)", "conversions: A2 = 4"]


def test_a_long_formula_is_cut() -> None:
    function = function_called("CPC")
    assert function
    told = explained(str, function, "=CPC(" + "1+" * 500 + "1,4)", 25.0, [])
    assert told[0] == "=CPC(" + ("1+" * 500)[: MOST_SIGNS - 5] + "… → 25"
