"""Cells as COM carries them: what is read, and what is sent."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from addin.hosts.excel.wire import FIRST_ERROR, MISSING, NUMBERS, read, written
from cpc_functions import CellError, ErrorCode


@pytest.mark.parametrize(
    ("sent", "cell"),
    [
        (1200.0, 1200.0),
        ("", ""),
        (True, True),
        (None, None),
        (MISSING, None),
        (1200, 1200.0),
        (Decimal("12.3456"), 12.3456),
        (date(2026, 1, 31), 46053.0),
        (datetime(2026, 1, 31, 18, tzinfo=UTC), 46053.75),
        (-2146826246, CellError(ErrorCode.NA)),
        (-2146826281, CellError(ErrorCode.DIV0)),
    ],
)
def test_a_cell_is_read_as_what_it_shows(sent: Any, cell: Any) -> None:
    """46053 is 31 January 2026 in Excel; CVErr(2042) and CVErr(2007) on their way."""
    assert read(sent) == cell
    assert type(read(sent)) is type(cell)
    assert read(((sent,), (sent,)))[1][0] == (cell if sent != MISSING else MISSING)


@pytest.mark.parametrize("sent", [10**400, Decimal("sNaN")])
def test_a_number_that_no_cell_holds_is_a_number_error(sent: Any) -> None:
    assert read(sent).code is ErrorCode.NUM


@pytest.mark.parametrize("sent", [b"bytes", object(), 1j])
def test_what_is_no_cell_is_a_value_error(sent: Any) -> None:
    assert read(sent).code is ErrorCode.VALUE


def test_plain_ranges_are_handed_on_as_they_are() -> None:
    """A hundred thousand rows are not copied for nothing."""
    rows = ((1.0, "a"), (None, True))
    assert read(rows) is rows


def test_a_flat_array_is_a_row() -> None:
    assert read((1.0, 2.0)) == [[1.0, 2.0]]


@pytest.mark.parametrize("code", ErrorCode)
def test_every_error_goes_and_comes_back(code: ErrorCode) -> None:
    ((number,),) = written(CellError(code, "why"))
    assert number == FIRST_ERROR + NUMBERS[code]
    assert read(number) == CellError(code)


def test_an_answer_is_rows_of_cells_whatever_its_shape() -> None:
    assert written(25.0) == [[25.0]]
    assert written([["a", 1.0], [True, ""]]) == [["a", 1.0], [True, ""]]
    assert written([[CellError(ErrorCode.NA)], [1.0]]) == [[-2146826246], [1.0]]
