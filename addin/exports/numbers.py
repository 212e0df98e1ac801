"""Columns of numbers, read strictly: what a cell says is proved by the column, or declared."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from math import isfinite
from types import NoneType
from typing import NamedTuple, TypeGuard, cast

from addin.exports.doubt import Doubtful
from addin.exports.grid import Cell
from addin.exports.missing import is_missing, limit, refused
from addin.exports.notation import locales_for, prove, weigh
from cpc_functions import cells as cell_texts
from cpc_functions.cells import CellError
from cpc_functions.locales import style_of
from cpc_functions.numerals import parse_amount

__all__ = ["Numbers", "prove", "read_numbers"]

_ALIKE = {" ": " \u00a0\u202f", "'": "'’"}
_PERCENT = re.compile("[%٪]")
_SWALLOWED = re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII)


class Numbers(NamedTuple):
    """A column of numbers; None stands where the platform gave none.

    `locale` writes numbers as the column does; None when every locale reads it the same.
    `currencies` are those that all cells with a currency may mean: "kr" alone leaves four.
    A `percent` column holds fractions: 12 % is 0.12. `missing` cells hold no figure, `bucketed`
    ones only a limit such as "< 10%".
    """

    values: list[float | None]
    locale: str | None
    currencies: frozenset[str]
    percent: bool
    missing: int
    bucketed: int


def read_numbers(cells: Sequence[Cell], *, locale: str | None = None) -> Numbers:
    """Return the numbers of a column; raises Doubtful at a cell that is not certain.

    `locale` is what the user declares, or what `prove` found in the columns of the file; one that
    is not known raises CellError.
    """
    if locale:
        return _Column(locale).read(cells)._replace(locale=locale)
    proof = weigh([cells])
    if proof.doubt:
        raise proof.doubt
    numbers = _Column(proof.locale).read(cells)
    if not proof.needed:
        return numbers
    _refuse_swallowed_thousands(cells)
    return numbers._replace(locale=proof.locale)


class _Column:
    """The reading of one column whose notation is known."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        style = style_of(locale)
        groups, decimal = _ALIKE.get(style.groups[0], style.groups[0]), style.decimals[0]
        # Most cells are bare digits with the usual marks: they need no second look.
        self.usual = re.compile(
            rf"-?(?:\d{{1,15}}|[1-9]\d{{0,2}}(?:[{groups}]\d{{3}}){{1,4}})(?:[{decimal}]\d{{1,20}})?",
            re.ASCII,
        )
        self.to_python = str.maketrans({**dict.fromkeys(groups), decimal: "."})
        self.currencies = frozenset[str]()
        self.known: dict[Cell, float | None] = {}  # each text is read once
        self.limits = set[Cell]()
        self.percent: str | None = None
        self.limit_in_percent: str | None = None

    def read(self, cells: Sequence[Cell]) -> Numbers:
        if _hold_only_numbers(cells):
            return Numbers([*cells], None, self.currencies, False, cells.count(None), 0)
        known = self.known
        values = [
            known[cell] if cell in known else self._value(index, cell)
            for index, cell in enumerate(cells)
        ]
        percent = self.percent or self.limit_in_percent
        if percent:
            self._refuse_mixture(cells, values, percent)
        bucketed = sum(cell in self.limits for cell in cells) if self.limits else 0
        missing = values.count(None) - bucketed
        return Numbers(values, None, self.currencies, bool(percent), missing, bucketed)

    def _value(self, index: int, cell: Cell) -> float | None:
        if isinstance(cell, str):
            value = self.known[cell] = self._said(index, cell)
            return value
        if cell is None:
            return None
        if isinstance(cell, (bool, date)):
            kind = "a date" if isinstance(cell, date) else "TRUE or FALSE"
            raise refused(index, cell, f"is {kind} in a column of numbers")
        if not isfinite(cell):
            raise refused(index, cell, "is no number that a cell can hold")
        return float(cell)

    def _said(self, index: int, text: str) -> float | None:
        if self.usual.fullmatch(text):
            return float(text.translate(self.to_python))
        if is_missing(text):
            return None
        figure = limit(text)
        in_percent = _PERCENT.search(text) is not None
        try:
            value, named = parse_amount(text if figure is None else figure, self.locale)
        except CellError as error:
            raise _refusal(index, text, error) from error
        if named:
            self._name(index, text, named)
        if figure is not None:
            self.limits.add(text)
            if in_percent:
                self.limit_in_percent = self.limit_in_percent or text
            return None
        if in_percent:
            self.percent = self.percent or text
        return value

    def _name(self, index: int, text: str, named: frozenset[str]) -> None:
        both = self.currencies & named if self.currencies else named
        if not both:
            others = ", ".join(sorted(self.currencies))
            raise refused(index, text, f"names another currency than the cells above ({others})")
        self.currencies = both

    def _refuse_mixture(
        self, cells: Sequence[Cell], values: Sequence[float | None], percent: str
    ) -> None:
        """Refuse numbers without a percent sign beside numbers with one; 0 is the same in both.

        Where only a limit has the sign ("< 10%"), an office has turned the other cells into
        fractions: what is above 1 is then no fraction.
        """
        most = 0.0 if self.percent else 1.0
        for index, (cell, value) in enumerate(zip(cells, values, strict=True)):
            signed = isinstance(cell, str) and _PERCENT.search(cell)
            if value is not None and abs(value) > most and not signed:
                raise refused(index, cell, f"has no percent sign, but '{percent}' has one")


def _hold_only_numbers(cells: Sequence[Cell]) -> TypeGuard[Sequence[float | None]]:
    """Return whether every cell is blank or a number that a cell can hold: nothing to be read."""
    if not set(map(type, cells)) <= {float, NoneType}:
        return False
    return all(map(isfinite, cast("Iterable[float]", filter(None, cells))))  # 0 is finite


def _refusal(index: int, text: str, error: CellError) -> Doubtful:
    """Return the doubt about a text that the notation of its column cannot write."""
    reason = error.why.removeprefix("text: ").removeprefix(cell_texts.shown(text)).strip(" .")
    other = locales_for(text)
    return refused(index, text, reason.partition("; ")[0], f"--locale {other[0]}" if other else "")


def _refuse_swallowed_thousands(cells: Sequence[Cell]) -> None:
    """Refuse 1.234 as a number beside numbers as text: an office may have read 1,234 as decimals.

    An office of another country turns only that part of a column into numbers that fits its own
    notation, and leaves the rest as text.
    """
    if set(map(type, cells)) <= {str, NoneType}:
        return
    for index, cell in enumerate(cells):
        if isinstance(cell, float) and _SWALLOWED.fullmatch(repr(cell)):
            raise refused(
                index,
                cell,
                "is a number but others of its column are text: it may have been "
                f"{str(cell).replace('.', '')} before an office of another country opened the file",
                "--locale",
            )
