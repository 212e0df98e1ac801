"""How a file writes its numbers, proved by the numbers themselves.

A column is read in every notation that the world's locales write. Those that can read every cell
survive, and when the survivors agree about every cell, there is nothing left to guess.
"""

import re
from collections.abc import Iterable, Sequence
from types import NoneType
from typing import NamedTuple

from addin.exports.doubt import Doubtful
from addin.exports.missing import is_missing, limit, shown
from cpc_functions.cells import CellError
from cpc_functions.numerals import parse_number

_SPACE_BETWEEN = r"(?<=\d)\s(?=\d)"
# One locale for each notation, and the marks that the locale allows but the notation has not: a
# column that needs two notations was put together from two files. In the order of the sentences.
_NOTATIONS = tuple(
    (locale, re.compile(left_out))
    for locale, left_out in (
        *(("en_US", "$^"), ("nb_NO", "$^"), ("de_DE", _SPACE_BETWEEN), ("de_CH", "$^")),
        *(("fr_CH", ","), ("fr_CH", r"\."), ("en_IN", "$^"), ("ar_EG", "$^")),
        *(("ar_MA", _SPACE_BETWEEN), ("fa", "$^"), ("hi", "$^"), ("bn", "$^"), ("th", "$^")),
    )
)
_ALL = frozenset(range(len(_NOTATIONS)))
_TO_SHAPE = str.maketrans("23456789", "11111111")
_WITHOUT_MARKS = re.compile(r"-?\d{1,15}", re.ASCII)


class _Witness(NamedTuple):
    """A text whose marks say something about the notation, and the column that it stands in."""

    column: int
    cells: Sequence[object]
    text: str

    @property
    def row(self) -> int:
        """The first cell that says so."""
        return self.cells.index(self.text)

    def values(self) -> dict[int, float]:
        """Return the number in each notation that can write the cell so."""
        figure = limit(self.text) or self.text
        values = {}
        for place, (locale, left_out) in enumerate(_NOTATIONS):
            if not left_out.search(figure):
                try:
                    values[place] = parse_number(figure, locale)
                except CellError:
                    continue
        return values

    def doubt(self, reason: str, option: str = "") -> Doubtful:
        return Doubtful(self.row, shown(self.text), reason, option, self.column)


class Proof(NamedTuple):
    """What the numbers of some columns prove: the locale that reads them, or the doubt left.

    `needed` says whether any cell depends on the locale.
    """

    locale: str
    needed: bool
    doubt: Doubtful | None


def prove(columns: Iterable[Sequence[object]]) -> str | None:
    """Return a locale that writes as the numeric columns of one file do; None without a proof.

    Columns of one export share a notation, so that "77,77 %" in one settles "1.234" in another.
    Raises Doubtful when two cells cannot have come from one notation.
    """
    proof = weigh(columns)
    return proof.locale if proof.needed and proof.doubt is None else None


def locales_for(text: str) -> list[str]:
    """Return a locale for each notation that could write a number so."""
    return [_NOTATIONS[place][0] for place in _Witness(0, (text,), text).values()]


def holds_figures(cells: Sequence[object]) -> bool:
    """Return whether every cell that is filled is a number or a percentage in some notation."""
    if not set(map(type, cells)) <= {str, float, NoneType}:
        return False
    texts = (cell for cell in dict.fromkeys(cells) if isinstance(cell, str))
    shapes = {text.translate(_TO_SHAPE): text for text in texts if not is_missing(text)}
    return all(map(locales_for, shapes.values()))


def weigh(columns: Iterable[Sequence[object]]) -> Proof:
    """Return what the columns prove together; cells that are no number are left to the reader."""
    heard = list[tuple[_Witness, dict[int, float]]]()
    survivors = _ALL
    for witness in _witnesses(columns):
        if values := witness.values():
            heard.append((witness, values))
            survivors &= values.keys()
            if not survivors:
                raise _contradiction(heard)
    doubts = (_doubt(witness, values, survivors) for witness, values in heard)
    locale = _NOTATIONS[min(survivors)][0]
    return Proof(locale, survivors < _ALL, next(filter(None, doubts), None))


def _witnesses(columns: Iterable[Sequence[object]]) -> Iterable[_Witness]:
    """Return one cell for each shape of number: which digits stand between the marks says nothing.

    Zeros are kept apart, for no group of thousands begins with one.
    """
    for column, cells in enumerate(columns):
        if set(map(type, cells)) <= {float, NoneType}:
            continue
        first = dict[str, str]()
        for cell in dict.fromkeys(cells):
            if isinstance(cell, str) and not _WITHOUT_MARKS.fullmatch(cell):
                first.setdefault(cell.translate(_TO_SHAPE), cell)
        for text in first.values():
            if not is_missing(text):
                yield _Witness(column, cells, text)


def _doubt(
    witness: _Witness, values: dict[int, float], survivors: frozenset[int]
) -> Doubtful | None:
    first, *rest = sorted(survivors)
    other = next((place for place in rest if values[place] != values[first]), None)
    if other is None:
        return None
    (one, is_one), (two, is_two) = (
        (_NOTATIONS[place][0], f"{values[place]:.15g}") for place in (first, other)
    )
    reason = f"is {is_one} in {one} and {is_two} in {two}, and no other number of the file decides"
    return witness.doubt(reason, f"--locale {one} or --locale {two}")


def _contradiction(heard: list[tuple[_Witness, dict[int, float]]]) -> Doubtful:
    *earlier, (last, values) = heard
    against = [other for other, its in earlier if not its.keys() & values.keys()]
    other = against[0] if against else earlier[0][0]
    return last.doubt(
        f"and '{shown(other.text)}' (cell {other.row + 1}) are not written in one notation"
    )
