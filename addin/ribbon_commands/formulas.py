"""Formulas of cells, in Excel with spilling answers and in Excel before them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from addin.ribbon_commands.writable import refuse_unwritable

if TYPE_CHECKING:
    from xlwings import Range

UNKNOWN_NAME = -2147352570
"""DISP_E_UNKNOWNNAME: what COM says of a member that an older Excel has not."""


def can_spill(cells: "Range") -> bool:
    """Return whether this Excel has formulas that spill: Excel 2016 and 2019 have none."""
    return knows(lambda: cells[0, 0].formula2)


def knows(read: Callable[[], object]) -> bool:
    """Return whether Excel has the member that is read."""
    try:
        read()
    except AttributeError:
        return False
    except Exception as fault:
        if getattr(fault, "hresult", None) != UNKNOWN_NAME:
            raise
        return False
    return True


def formulas_of(cells: "Range", *, spilling: bool) -> list[list[str]]:
    """Return formulas as rows, and values as the texts that would be typed.

    Where formulas can spill, they are read as those that can: written back as the others, they
    would be cut to one cell.
    """
    found = cells.formula2 if spilling else cells.formula
    if not isinstance(found, tuple | list):
        return [[str(found or "")]]
    return [
        [str(cell or "") for cell in (row if isinstance(row, tuple | list) else [row])]
        for row in found
    ]


def write_formula(cell: "Range", formula: str, *, spilling: bool) -> None:
    """Write the formula of one cell, which may be on a row that is hidden."""
    if spilling:
        cell.formula2 = formula
    else:
        cell.formula = formula


def write_formulas(cells: "Range", rows: Sequence[Sequence[str]], *, spilling: bool) -> None:
    """Write formulas in one step; raises Refused where Excel would write into other cells."""
    refuse_unwritable(cells)
    if spilling:
        cells.formula2 = rows
    else:
        cells.formula = rows
