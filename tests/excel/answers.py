"""What cells show: xlwings' own server answers as Python does, whatever is sent."""

import io
import math
import re
from collections.abc import Callable
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from addin.hosts.excel.wire import MISSING
from cpc_functions import CATALOGUE, CellError, ErrorCode, Function
from cpc_functions.catalogue import Example
from tests.excel.session import CELLS, in_excel, udfs
from tests.excel.session import cells as in_cells
from tests.excel.wire import (
    ERRORS,
    as_currency,
    as_date,
    each_cell,
    hresult,
    leaves,
    received,
    sent,
    turned_over,
)

every_function = pytest.mark.parametrize("function", CATALOGUE, ids=lambda f: f.name)
every_example = pytest.mark.parametrize(
    ("function", "example"),
    [
        pytest.param(f, e, id=f"{f.name}-{place}")
        for f in CATALOGUE
        for place, e in enumerate(f.examples, 1)
    ],
)
NOT_FROM_A_CELL: list[Any] = [
    *(10**400, -(10**400), 2**53 + 1, -2146820000, math.nan, math.inf, Decimal("NaN")),
    *(Decimal("sNaN"), Decimal("1E+999"), b"bytes", object(), 1j, {}, [], ()),
    *(((1.0, 2.0), (3.0,)), (1.0, (2.0,)), ((1.0, (2.0, 3.0)),), ((),), "\x00", "\ud800"),
    *(MISSING, ((MISSING,),), hresult(ErrorCode.NA) - 1, -2147352572),
]


@every_example
def test_an_example_gives_in_a_cell_what_it_gives_in_python(
    function: Function[..., Any], example: Example
) -> None:
    answer = in_excel(function.name, map(sent, example.args))
    assert answer == received(function.evaluate(*example.args))


@every_example
@pytest.mark.parametrize("turned", [as_currency, as_date])
def test_currency_and_dates_are_the_numbers_that_they_show(
    function: Function[..., Any], example: Example, turned: Callable[[Any], Any]
) -> None:
    cells = [each_cell(sent(arg), turned) for arg in example.args]
    assert in_excel(function.name, cells) == received(function.evaluate(*example.args))


@every_example
def test_an_argument_left_out_is_its_default(
    function: Function[..., Any], example: Example
) -> None:
    cells = [
        MISSING if arg is None and not parameter.required else sent(arg)
        for arg, parameter in zip(example.args, function.args, strict=False)
    ]
    cells += map(sent, example.args[len(cells) :])
    while cells[-1] == MISSING:
        cells.pop()
    assert in_excel(function.name, cells) == received(function.evaluate(*example.args))


@every_example
def test_ranges_of_one_cell_and_rows_for_columns_are_read_as_in_python(
    function: Function[..., Any], example: Example
) -> None:
    for shaped in (turned_over, lambda cell: cell if isinstance(cell, list) else [[cell]]):
        args = [shaped(arg) for arg in example.args]
        assert in_excel(function.name, map(sent, args)) == received(function.evaluate(*args))


@every_function
def test_an_error_in_an_argument_is_the_same_error_as_in_python(
    function: Function[..., Any],
) -> None:
    example = function.examples[0]
    for code in ERRORS:
        for place in range(len(example.args)):
            for error in (CellError(code), [[CellError(code)], [1.0]]):
                args = [*example.args[:place], error, *example.args[place + 1 :]]
                answer = in_excel(function.name, map(sent, args))
                assert answer == received(function.evaluate(*args)), (code, place)


@every_function
def test_only_what_a_cell_holds_leaves_whatever_comes(function: Function[..., Any]) -> None:
    example = function.examples[0]
    errors = set(map(hresult, ERRORS))
    for strange in NOT_FROM_A_CELL:
        for place in range(len(example.args)):
            cells = list(map(sent, example.args))
            cells[place] = strange
            for cell in leaves(in_excel(function.name, cells)):
                assert type(cell) in (float, str, bool, int), (strange, cell)
                assert type(cell) is not float or math.isfinite(cell), strange
                assert type(cell) is not int or cell in errors, strange


def test_an_array_typed_into_a_formula_is_a_row() -> None:
    assert in_excel("CPC", [(100.0, 300.0), (2.0, 8.0), True]) == (50.0, 37.5)
    assert in_excel("CPC", [(100.0, 300.0), ((2.0,), (8.0,))]) == hresult(ErrorCode.VALUE)


def test_a_count_from_a_macro_is_a_number_and_never_an_error() -> None:
    assert in_excel("CPC", [1200, 48]) == 25.0
    assert type(in_excel("CPC", [1200, 48])) is float


def test_an_error_that_is_not_known_yet_is_no_number() -> None:
    """CVErr(2222) is #PYTHON!; as a revenue it would be minus two billions."""
    assert in_excel("ROAS", [-2146828288 + 2222, 48.0]) == hresult(ErrorCode.UNKNOWN)


def test_wrong_counts_of_arguments_are_value_errors() -> None:
    assert in_excel("CPC", [1.0]) == hresult(ErrorCode.VALUE)
    assert in_excel("CPC", [1.0] * 9) == hresult(ErrorCode.VALUE)


def test_a_hundred_thousand_rows_come_back_as_rows() -> None:
    cost = tuple((float(row),) for row in range(100_000))
    answer = in_excel("CPC", [cost, ((2.0,),) * 100_000, True])
    assert len(answer) == 100_000
    assert answer[-1] == (49_999.5,)


def test_xlwings_own_generator_sees_every_function_with_its_arguments() -> None:
    made = io.StringIO()
    udfs.generate_vba_wrapper(CELLS, in_cells, made, SimpleNamespace(Name="cpc.xlam"))
    declared = set(re.findall(r"^Function (\w+\(.*\))$", made.getvalue(), re.MULTILINE))
    expected = set()
    for function in CATALOGUE:
        named = [p.name if p.required else f"Optional {p.name}" for p in function.args]
        rest = ["ParamArray more()"] if function.repeats else []
        expected.add(f"{function.name}({', '.join([*named, *rest])})")
    assert declared == expected


@every_function
def test_nothing_is_converted_by_xlwings_and_nothing_is_volatile(
    function: Function[..., Any],
) -> None:
    info = getattr(in_cells, function.name).__xlfunc__
    ways = [arg["options"] for arg in [*info["args"], info["ret"]]]
    assert ways == [{"convert": "raw"}] * len(ways)
    assert not info["volatile"]
    assert info["async_mode"] is None
