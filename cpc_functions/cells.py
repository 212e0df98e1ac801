"""What stands in a cell: reading it strictly, and the errors a cell can show."""

import re
from collections.abc import Callable
from enum import Enum
from math import isfinite
from typing import Any


class ErrorCode(str, Enum):
    """The error values of spreadsheet programs, as a cell shows them."""

    NULL = "#NULL!"
    DIV0 = "#DIV/0!"
    VALUE = "#VALUE!"
    REF = "#REF!"
    NAME = "#NAME?"
    NUM = "#NUM!"
    NA = "#N/A"
    SPILL = "#SPILL!"
    CALC = "#CALC!"
    FIELD = "#FIELD!"
    BLOCKED = "#BLOCKED!"
    BUSY = "#BUSY!"
    CONNECT = "#CONNECT!"
    GETTING_DATA = "#GETTING_DATA"
    UNKNOWN = "#UNKNOWN!"


class CellError(Exception):
    """A code for the cell and a sentence for the person: raised inside, a value outside."""

    def __init__(self, code: ErrorCode | str, why: str = "") -> None:
        """Make an error cell; `code` may also be written as the cell shows it ("#N/A")."""
        super().__init__(code, why)
        self.code = ErrorCode(code)
        self.why = why

    def __str__(self) -> str:
        """Return the code and the reason, as the command line prints them."""
        return f"{self.code.value} {self.why}".strip()

    def __repr__(self) -> str:
        """Return the call that makes this error."""
        return f"CellError({self.code.value!r}, {self.why!r})"

    def __eq__(self, other: object) -> bool:
        """Compare as cells compare: two errors are equal when code and reason are."""
        return isinstance(other, CellError) and self.code is other.code and self.why == other.why

    def __hash__(self) -> int:
        """Hash what `__eq__` compares."""
        return hash((self.code, self.why))


Cell = float | int | str | bool | None | CellError
Rows = list[list[Cell]]

EPOCH = 693594
"""Day 0 of spreadsheets, 30 December 1899, as Python counts days."""

_ERROR_TEXTS = {code.value for code in ErrorCode}
_NOT_DIGITS = re.compile(
    r"[\s.,'’()%+\-−/:$€£¥₹₩]|kr\.?|rs\.?|nok|sek|dkk|eur|usd|gbp|chf|pln|brl|inr|jpy",
    re.IGNORECASE,
)


def is_blank(cell: object) -> bool:
    """Return whether the cell is empty, or looks empty: a formula that gave ""."""
    return cell is None or cell == ""


def looks_like_number(text: str) -> bool:
    """Return whether a text would be read as a number, an amount or a date by a person."""
    return _NOT_DIGITS.sub("", text).isdigit()


def shown(cell: object) -> str:
    """Return a cell as a sentence may quote it: short, on one line."""
    if cell is None or cell == "":
        return "a blank cell"
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, str):
        text = " ".join(cell.split())
        return f"the text '{text[:40]}…'" if len(text) > 41 else f"the text '{text}'"
    if isinstance(cell, (int, float)):
        return f"{cell:g}" if abs(cell) < 1e300 else "a number too large for a cell"
    return f"a {type(cell).__name__}"


def number(cell: Any, name: str) -> float:
    """Return the cell as a number; a blank is 0, as in the spreadsheet's own arithmetic.

    Raises CellError: the cell's own error unchanged, #VALUE! for text, TRUE/FALSE and dates,
    #NUM! for what no cell can hold. A number stored as text is refused: 1.234 is a thousand in
    Berlin and one and a bit in London, and guessing is how money is lost.
    """
    if cell.__class__ is float or cell.__class__ is int:
        value = cell
    elif is_blank(cell):
        return 0.0
    elif isinstance(cell, CellError):
        raise cell
    elif isinstance(cell, str):
        if cell in _ERROR_TEXTS:
            raise CellError(cell, f"{name}: the cell shows an error.")
        cure = "; make it a number with PARSE_NUM" if looks_like_number(cell) else ""
        raise CellError(ErrorCode.VALUE, f"{name}: expected a number, found {shown(cell)}{cure}.")
    elif isinstance(cell, bool) or not hasattr(cell, "__float__"):
        raise CellError(ErrorCode.VALUE, f"{name}: expected a number, found {shown(cell)}.")
    else:
        value = cell
    try:
        result = float(value)
    except OverflowError:
        result = float("inf")
    if not isfinite(result):
        raise CellError(ErrorCode.NUM, f"{name}: the number is too large for a cell.")
    return result


def text(cell: object, name: str) -> str:
    """Return the cell as text; a blank is "", a number is written the shortest way."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, CellError):
        raise cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    value = number(cell, name)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def logical(cell: object, name: str) -> bool:
    """Return the cell as TRUE or FALSE; 1 and 0 are taken as a spreadsheet takes them."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, CellError):
        raise cell
    if not isinstance(cell, str) and number(cell, name) in (0.0, 1.0):
        return number(cell, name) == 1.0
    raise CellError(ErrorCode.VALUE, f"{name}: expected TRUE or FALSE, found {shown(cell)}.")


def date_serial(day: Any) -> float:
    """Return a Python date as the number that spreadsheets store: days since 30 December 1899."""
    return float(day.toordinal() - EPOCH)


def date_number(cell: Any, name: str) -> float:
    """Return a date as its number; #VALUE! for a blank cell, which is no date, and for text."""
    if is_blank(cell):
        raise CellError(ErrorCode.VALUE, f"{name}: expected a date, found a blank cell.")
    if isinstance(cell, str) and cell not in _ERROR_TEXTS:
        raise CellError(
            ErrorCode.VALUE,
            f"{name}: expected a date, found {shown(cell)}; a date that is text is no date yet, "
            "enter it as one (2026-01-31 reads the same everywhere).",
        )
    return date_serial(cell) if hasattr(cell, "toordinal") else number(cell, name)


def attempt(compute: Callable[..., float], *args: Any) -> float | CellError:
    """Return an answer, or its error as a value: for tables whose other cells stand."""
    try:
        return compute(*args)
    except CellError as error:
        return error.with_traceback(None)


def divide(numerator: float, denominator: float, of: str) -> float:
    """Return a quotient; #DIV/0! with the reason when there are no `of` to divide by."""
    if denominator == 0:
        raise CellError(ErrorCode.DIV0, f"There are no {of} to divide by.")
    return numerator / denominator
