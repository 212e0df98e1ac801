"""Cells as LibreOffice hands them over, and answers as it takes them: without LibreOffice."""

import math
import struct

import pytest

from addin.hosts.calc.office.cells import ERRORS, NUMBERS, error, in_calc, read, written
from cpc_functions import CATALOGUE, CellError, ErrorCode, cpc, cpc_by, cpc_verdict


def number_of(answer: object) -> int:
    """Return the number of the error that Calc shows for a NaN."""
    assert isinstance(answer, float)
    assert math.isnan(answer)
    bits: int = struct.unpack("<Q", struct.pack("<d", answer))[0]
    return bits & 0xFFFFFFFF


def test_an_argument_left_out_is_not_passed_on() -> None:
    assert read((100.0, 4.0, None), repeats=False) == [100.0, 4.0]
    assert read((100.0, None, 4.0), repeats=False) == [100.0, None, 4.0]


def test_arguments_that_come_again_come_together() -> None:
    assert read((1.0, 2.0, ("a", 3.0)), repeats=True) == [1.0, 2.0, "a", 3.0]
    assert read((1.0, 2.0, None), repeats=True) == [1.0, 2.0]


@pytest.mark.parametrize(("code", "number"), NUMBERS.items())
def test_errors_keep_their_kind_both_ways(code: ErrorCode, number: int) -> None:
    (given,) = read((error(number),), repeats=False)
    assert given == CellError(code)
    assert number_of(written(CellError(code))[0][0]) == number


def test_an_error_inside_a_computed_range_is_seen() -> None:
    (rows,) = read((((1.0,), (ERRORS[ErrorCode.NA],)),), repeats=False)
    assert rows == [[1.0], [CellError(ErrorCode.NA)]]


def test_long_ranges_are_cut_where_the_last_of_them_ends() -> None:
    cost = tuple((float(row),) if row < 3 else ("",) for row in range(2000))
    conversions = tuple((1.0,) if row < 5 else ("",) for row in range(2000))
    first, second = read((cost, conversions), repeats=False)
    assert (len(first), len(second)) == (5, 5)


def test_a_short_range_is_left_as_long_as_it_is() -> None:
    (rows,) = read(((("",), ("",)),), repeats=False)
    assert len(rows) == 2


def test_a_blank_column_is_one_blank_row() -> None:
    (rows,) = read((tuple(("",) for _ in range(2000)),), repeats=False)
    assert rows == (("",),)


def test_answers_are_rows_of_numbers_and_texts() -> None:
    assert in_calc(cpc)(None, 1200.0, 48.0, None) == ((25.0,),)
    table = in_calc(cpc_by)(None, (("a",), ("b",)), ((1.0,), (2.0,)), ((1.0,), (1.0,)), None, None)
    assert isinstance(table, tuple)
    assert {type(cell) for row in table if isinstance(row, tuple) for cell in row} <= {float, str}


def test_a_function_of_one_text_answers_with_it_alone() -> None:
    verdict = in_calc(cpc_verdict)
    assert verdict(None, 10000.0, 50.0, 120.0, None) == "above target"
    columns = ((10000.0,), (10000.0,)), ((50.0,), (50.0,)), 120.0
    assert number_of(verdict(None, *columns, None)) == NUMBERS[ErrorCode.VALUE]


def test_a_truth_is_a_number() -> None:
    assert written(True) == ((1.0,),)


def test_what_no_cell_holds_is_an_error() -> None:
    class Broken:
        name, repeats, unit, kind = "BROKEN", False, cpc.unit, cpc.kind

        def __init__(self, answer: object) -> None:
            self.answer = answer

        def evaluate(self, *_: object) -> object:
            if isinstance(self.answer, Exception):
                raise self.answer
            return self.answer

    for answer in (10**400, object(), None, OverflowError("too large"), [[10**400]]):
        rows = in_calc(Broken(answer))(None)  # type: ignore[arg-type]
        assert isinstance(rows, tuple)
        assert number_of(rows[0][0]) == NUMBERS[ErrorCode.VALUE]


def test_every_function_has_a_method() -> None:
    assert all(callable(in_calc(function)) for function in CATALOGUE)
