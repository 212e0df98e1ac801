"""What keeps Excel from doing as it is told, for its double: filters, protection, lost sheets."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Place = tuple[int, int]
Area = tuple[int, int, int, int]  # first row, first column, last row, last column


@dataclass
class OfSheet:
    """The rows of a sheet that a filter hides, whether it is protected, and what is not locked."""

    hidden: set[int] = field(default_factory=set)
    protected: bool = False
    unlocked: Area = (0, 0, 0, 0)

    def all_hidden(self, area: Area) -> bool | None:
        """Return whether all rows of an area are hidden, None where some are and some are not."""
        told = {row in self.hidden for row in range(area[0], area[2] + 1)}
        return None if len(told) > 1 else told.pop()

    def locked(self, area: Area) -> bool | None:
        """Return whether all cells of an area are locked, None where some are and some are not."""
        top, left, bottom, right = self.unlocked
        told = {not (top <= row <= bottom and left <= at <= right) for row, at in _places(area)}
        return None if len(told) > 1 else told.pop()


@dataclass
class OfBook:
    """Whether the list of sheets is protected, whether others work in it, where its days begin."""

    fixed: bool = False
    shared: bool = False
    from_1904: bool = False


def refers(text: str, old: str, new: str) -> str:
    """Return a formula as Excel has it when a sheet gets another title, "" for one that is gone."""
    return text.replace(f"'{old}'!", f"'{new}'!" if new else "#REF!")


def follow_in(cells: dict[Place, Any], old: str, new: str) -> None:
    for cell in cells.values():
        cell.formula = refers(cell.formula, old, new)


def _places(area: Area) -> Iterator[Place]:
    top, left, bottom, right = area
    return ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
