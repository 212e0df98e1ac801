"""A table as a check reads it: titles, what the columns hold, and the figures in the cells."""

import re
from functools import partial
from math import isfinite
from typing import NamedTuple

from cpc_functions.cells import Cell, CellError, ErrorCode, Rows, is_blank
from cpc_functions.headers import AMOUNTS, Role, role_of, words_of
from cpc_functions.numerals import Amount, parse_amount

_PLACEHOLDER = re.compile(
    r"\s*(?:[-–—]+|n/?a|null|none|\(none\)|nan|\(not set\)|[<>≤≥].*)?\s*",
    re.IGNORECASE,
)
_ERRORS = frozenset(code.value for code in ErrorCode)
_READINGS = (None, "en_US", "nb_NO")


class Line(NamedTuple):
    """A row of data with its number in the range, and its figures by column."""

    number: int
    cells: list[Cell]
    figures: dict[int, float]


class Book:
    """A table with titles; blank rows and repeated titles are no lines of it."""

    def __init__(self, rows: Rows) -> None:
        """Read the titles and the figures of a range."""
        self.titles = [cell.strip() if isinstance(cell, str) else "" for cell in rows[0]]
        self.roles = [role_of(title) for title in self.titles]
        self.amounts = [c for c, role in enumerate(self.roles) if role in AMOUNTS]
        figured = [c for c, r in enumerate(self.roles) if r in AMOUNTS or r is Role.RATIO]
        self.main = {role: self._main(role) for role in Role}
        titles = [same(title) for title in self.titles]
        self.lines: list[Line] = []
        self.repeated: list[int] = []
        for number, cells in enumerate(rows[1:], 2):
            if all(isinstance(cell, str) for cell in cells) and list(map(same, cells)) == titles:
                self.repeated.append(number)
            elif not all(map(is_missing, cells)):
                self.lines.append(Line(number, cells, _figures(cells, figured)))

    def columns(self, *roles: Role) -> list[int]:
        """Return the columns that hold one of these."""
        return [column for column, role in enumerate(self.roles) if role in roles]

    def _main(self, role: Role) -> int:
        """Return the column that holds this in the fewest words ("Clicks"), -1 without one."""
        columns = self.columns(role)
        return min(columns, key=lambda c: len(words_of(self.titles[c])), default=-1)


def is_missing(cell: Cell) -> bool:
    """Return whether a cell holds nothing, or a platform's sign for nothing."""
    return is_blank(cell) or (isinstance(cell, str) and bool(_PLACEHOLDER.fullmatch(cell)))


def same(cell: Cell) -> str:
    """Return a cell as text that ignores case and spacing, to compare cells by."""
    if isinstance(cell, str):
        return " ".join(cell.split()).lower()
    if cell is None:
        return ""
    return f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else str(cell).lower()


def error_in(cell: Cell) -> str:
    """Return the error that a cell shows, "" where it shows none."""
    if isinstance(cell, CellError):
        return cell.code.value
    return cell if isinstance(cell, str) and cell in _ERRORS else ""


def figure(cell: Cell) -> float | None:
    """Return the number in a cell, also where it is stored as text; None without one."""
    if cell.__class__ is float and isfinite(cell):
        return cell
    if isinstance(cell, str):
        amount = amount_in(cell, _READINGS[:1])
        return amount.value if amount else None
    if cell is None or isinstance(cell, (bool, CellError)) or not hasattr(cell, "__float__"):
        return None
    try:
        value = float(cell)
    except OverflowError:
        return None
    return value if isfinite(value) else None


def amount_in(text: str, readings: tuple[str | None, ...] = _READINGS) -> Amount | None:
    """Return the amount that a text says in the first locale that can read it."""
    return next((amount for amount in map(partial(_amount, text), readings) if amount), None)


def _amount(text: str, locale: str | None) -> Amount | None:
    try:
        return parse_amount(text, locale)
    except CellError:
        return None


def _figures(cells: list[Cell], columns: list[int]) -> dict[int, float]:
    read = {column: figure(cells[column]) for column in columns}
    return {column: value for column, value in read.items() if value is not None}
