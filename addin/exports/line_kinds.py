"""What a line below a header is, by what stands in it: a total, room for a row, or one cell."""

import re
from collections.abc import Set as AbstractSet

from addin.exports.grid import Cell, Line
from addin.exports.header import Header
from addin.exports.missing import is_missing
from addin.exports.platform import NAMES, Field, Platform, folded
from cpc_functions.totals import may_say_total, says_total

OF_ALL = "grand total"  # no campaign is called so: it names a total above the rows as well


def cell_at(line: Line, place: int) -> Cell:
    """Return the cell at a place, counted from 0; a short line is blank at its end."""
    return line.cells[place] if place < len(line.cells) else None


def filled(cell: Cell) -> bool:
    """Return whether anything stands in a cell."""
    return cell is not None and str(cell).strip() != ""


def texts_of(line: Line) -> list[str]:
    """Return what stands in the cells of a line, in which something stands."""
    return [str(cell).strip() for cell in line.cells if filled(cell)]


def lone(line: Line) -> str:
    """Return the text of a line that holds one cell and no more."""
    first = ""
    for cell in line.cells:  # of nearly every line, the first two cells decide
        if cell is not None and cell != "" and (text := str(cell).strip()):
            if first:
                return ""
            first = text
    return first


def has_nothing(line: Line, header: Header) -> bool:
    """Return whether a line is room for a row: nothing stands in any column that is read."""
    return not any(filled(cell_at(line, place)) for place in header.columns.values())


def names_a_total(line: Line, header: Header) -> bool:
    """Return whether a line at the end of a table names a total, in words known everywhere."""
    return any(_is_label(label, header.platform) for label in _labels(line, header))


def labels_of_totals(cells: AbstractSet[Cell], platform: Platform) -> set[str]:
    """Return the texts among cells that name a total; one look tells where there are none."""
    texts = {cell for cell in cells if isinstance(cell, str)}
    if not may_say_total("\n".join(texts)):
        return set()
    return {text for text in texts if may_say_total(text) and _is_label(text, platform)}


def naming_places(header: Header) -> list[int]:
    """Return the columns that name what a row is about; the account where nothing finer does."""
    fields = [field for field in (*NAMES, Field.WHAT) if field in header.columns]
    if not fields and Field.ACCOUNT in header.columns:
        fields = [Field.ACCOUNT]
    return [header.columns[field] for field in fields]


def is_total_above(line: Line, header: Header) -> bool:
    """Return whether the first line below a header is the total of all others."""
    if any(folded(label) == OF_ALL for label in _labels(line, header)):
        return True
    names = _names(line, header) if header.platform.total_without_name else []
    return bool(names) and not any(filled(cell) for cell in names)


def _labels(line: Line, header: Header) -> list[str]:
    """Return the texts that may say what a line is: its first, its names, and any beyond."""
    first = next((cell for cell in line.cells if not is_missing(cell)), None)
    beyond = line.cells[len(header.line.cells) :]
    labels = [first, *_names(line, header), *beyond]
    return [label for label in labels if isinstance(label, str)]


def _names(line: Line, header: Header) -> list[Cell]:
    return [cell_at(line, place) for place in naming_places(header)]


def _is_label(label: str, platform: Platform) -> bool:
    if says_total(label):
        return True
    return bool(platform.total) and bool(re.fullmatch(platform.total, label.strip().casefold()))
