"""The figures of an export's rows: the notation is proved by the file, or said by its user."""

from collections.abc import Sequence
from typing import NamedTuple

from addin.exports.declared import LOCALE, Declared
from addin.exports.doubt import Doubtful
from addin.exports.grid import Cell, Line
from addin.exports.missing import refused
from addin.exports.notation import Proof, holds_figures, weigh
from addin.exports.numbers import Numbers, read_numbers
from addin.exports.platform import NUMBERS, Field
from addin.exports.recognise import Export
from addin.exports.refusals import unreadable
from addin.exports.text_file import Unreadable
from cpc_functions.headers import AMOUNTS, Role, role_of
from cpc_functions.locales import style_of

MICRO = 1_000_000
LARGEST = 9 * 10**12
SPEAKING = (*AMOUNTS, Role.RATIO)


class Figures(NamedTuple):
    """The columns of numbers, the locale that reads them all, and whether the user decided it."""

    numbers: dict[Field, Numbers]
    locale: str | None
    decided: bool


def figures_of(export: Export, said: Declared) -> Figures:
    """Return the figures of the rows; raises Unreadable at a cell that is not certain.

    What the file proves comes first. A locale that is said of this file alone must agree with it.
    """
    if not said.locale:
        locale = _proved(export)
        return Figures(_numbers(export, locale), locale, decided=False)
    try:
        locale = _proved(export)
        own = _numbers(export, locale)
    except Unreadable:
        return Figures(_numbers(export, said.locale), said.locale, decided=True)
    if LOCALE in said.shared:
        return Figures(own, locale, decided=False)
    numbers = _numbers(export, said.locale)
    if locale and any(numbers[field].values != own[field].values for field in own):
        raise Unreadable(
            f"{export.grid.path}: {LOCALE} {said.locale} is not how the file writes its numbers, "
            f"which is like {style_of(locale).sample}; leave the option out."
        )
    return Figures(numbers, said.locale, decided=False)


def column_of(export: Export, field: Field, lines: Sequence[Line], locale: str | None) -> Numbers:
    """Return the numbers of some lines in a column."""
    cells = export.cells(field, lines)
    try:
        numbers = read_numbers(cells, locale=locale)
        _refuse_too_large(cells, numbers.values, MICRO if field in export.platform.micros else 1)
    except Doubtful as doubt:
        raise unreadable(export, field, lines, doubt) from None
    return numbers


def _refuse_too_large(cells: Sequence[Cell], values: Sequence[float | None], unit: int) -> None:
    """Refuse figures whose sum has no room among 64 bits of millionths: nobody has such."""
    if sum(map(abs, filter(None, values))) > LARGEST * unit:
        sizes = [abs(value or 0) for value in values]
        largest = sizes.index(max(sizes))
        raise refused(largest, cells[largest], f"makes a sum beyond {LARGEST:,}")


def _numbers(export: Export, locale: str | None) -> dict[Field, Numbers]:
    return {field: column_of(export, field, export.rows, locale) for field in _fields(export)}


def _fields(export: Export) -> list[Field]:
    return [field for field in NUMBERS if field in export.columns]


def _proved(export: Export) -> str | None:
    """Return a locale that the figures prove, with those that are not used where need be."""
    fields, lines = _fields(export), [*export.rows, *export.totals]
    used = [export.cells(field, lines) for field in fields]
    try:
        proof = weigh(used)
    except Doubtful as doubt:
        raise unreadable(export, fields[doubt.column or 0], lines, doubt) from None
    if proof.doubt:
        proof = _weighed_with_others(export, used, lines) or proof
    return proof.locale if proof.needed and not proof.doubt else None


def _weighed_with_others(
    export: Export, used: Sequence[Sequence[Cell]], lines: Sequence[Line]
) -> Proof | None:
    """Return what the columns prove together with those that are ignored, such as a rate in %."""
    ignored = set(range(len(export.header.cells))) - set(export.columns.values())
    others = [
        cells
        for place in sorted(ignored)
        for cells in [export.at(place, lines)]
        if _speaks(str(export.header.cells[place]), cells)
    ]
    try:
        return weigh([*used, *others])
    except Doubtful:
        return None


def _speaks(title: str, cells: Sequence[Cell]) -> bool:
    """Return whether a column holds figures for certain: 24.12 may be the day before Christmas."""
    in_percent = any(isinstance(cell, str) and "%" in cell for cell in set(cells))
    return (in_percent or role_of(title) in SPEAKING) and holds_figures(cells)
