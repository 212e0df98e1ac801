"""The double of Excel's sheets, ranges and names, which stand behind `.api` of xlwings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from openpyxl.utils import range_boundaries

from tests.excel_cells import as_stored, places_of, turned, used_area, values_of
from tests.excel_obstacles import Area, Place
from tests.excel_state import LAST_ROW, BookState, SheetState, World


@dataclass(eq=False)
class ComWorksheet:
    """Excel's Worksheet."""

    _world: World
    _book: BookState
    _state: SheetState

    def Activate(self) -> None:  # noqa: N802
        self._world.call("Worksheet.Activate")
        self._book.active = self._book.sheets.index(self._state)

    @property
    def ProtectContents(self) -> bool:  # noqa: N802
        self._world.call("Worksheet.ProtectContents")
        return self._state.obstacles.protected

    @property
    def UsedRange(self) -> "ComRange":  # noqa: N802
        self._world.call("Worksheet.UsedRange")
        return ComRange(self._world, self._state, used_area(self._state))

    def Evaluate(self, formula: str) -> Any:  # noqa: N802
        self._world.call("Worksheet.Evaluate")
        assert len(formula) <= 255, "Excel takes no more"
        if re.fullmatch(r"-?\d+(\.\d+)?", formula):
            return float(formula)
        if formula in {"TRUE", "FALSE"}:
            return formula == "TRUE"
        if formula.startswith('"'):
            return formula.strip('"')
        left, top, right, bottom = range_boundaries(formula.replace("$", ""))
        return ComRange(self._world, self._state, (top or 1, left, bottom or LAST_ROW, right))


@dataclass(eq=False)
class ComRange:
    """Excel's Range."""

    _world: World
    _sheet: SheetState
    _area: Area
    _counted: int = 0

    @property
    def Row(self) -> int:  # noqa: N802
        self._world.call("Range.Row")
        return self._area[0]

    @property
    def Value(self) -> Any:  # noqa: N802
        self._world.call("Range.Value")
        return values_of(self._sheet, self._area)

    @property
    def Value2(self) -> Any:  # noqa: N802
        self._world.call("Range.Value2")
        return turned(self._sheet, self._area, as_stored)

    @property
    def Column(self) -> int:  # noqa: N802
        self._world.call("Range.Column")
        return self._area[1]

    @property
    def Rows(self) -> "ComRange":  # noqa: N802
        self._world.call("Range.Rows")
        return replace(self, _counted=self._area[2] - self._area[0] + 1)

    @property
    def Columns(self) -> "ComRange":  # noqa: N802
        self._world.call("Range.Columns")
        return replace(self, _counted=self._area[3] - self._area[1] + 1)

    @property
    def Count(self) -> int:  # noqa: N802
        self._world.call("Range.Count")
        return self._counted

    @property
    def EntireRow(self) -> "ComRange":  # noqa: N802
        self._world.call("Range.EntireRow")
        return replace(self)

    @property
    def Hidden(self) -> bool | None:  # noqa: N802
        """Whether all rows are hidden; None where some are and some are not."""
        self._world.call("Range.Hidden")
        return self._sheet.obstacles.all_hidden(self._area)

    @property
    def Locked(self) -> bool | None:  # noqa: N802
        """Whether all cells are locked; None where some are and some are not."""
        self._world.call("Range.Locked")
        return self._sheet.obstacles.locked(self._area)

    @property
    def HasArray(self) -> bool | None:  # noqa: N802
        """Whether all cells are of array formulas; None where some are and some are not."""
        self._world.call("Range.HasArray")
        return self._all_of(self._sheet.arrays)

    @property
    def CurrentArray(self) -> "ComRange":  # noqa: N802
        self._world.call("Range.CurrentArray")
        return replace(self, _area=self._filled(self._sheet.arrays))

    @property
    def HasSpill(self) -> bool | None:  # noqa: N802
        """Whether all cells spill; None where some do and some do not."""
        self._world.call("Range.HasSpill")
        self._world.needs_spilling()
        return self._all_of(self._sheet.spills)

    @property
    def SpillParent(self) -> "ComRange":  # noqa: N802
        self._world.call("Range.SpillParent")
        self._world.needs_spilling()
        top, left, *_ = self._filled(self._sheet.spills)
        return replace(self, _area=(top, left, top, left))

    @property
    def SpillingToRange(self) -> "ComRange":  # noqa: N802
        self._world.call("Range.SpillingToRange")
        self._world.needs_spilling()
        return replace(self, _area=self._sheet.spills[self._area[:2]])

    def _all_of(self, areas: Mapping[Place, Area]) -> bool | None:
        inside = {place for area in areas.values() for place in places_of(area)}
        told = {place in inside for place in places_of(self._area)}
        return None if len(told) > 1 else told.pop()

    def _filled(self, areas: Mapping[Place, Area]) -> Area:
        place = self._area[:2]
        return next(area for area in areas.values() if place in set(places_of(area)))

    @property
    def Worksheet(self) -> ComWorksheet:  # noqa: N802
        self._world.call("Range.Worksheet")
        return ComWorksheet(self._world, self._world.books[0], self._sheet)


@dataclass(eq=False)
class ComName:
    """Excel's Name."""

    _world: World

    @property
    def Visible(self) -> bool:  # noqa: N802
        self._world.call("Name.Visible")
        return True

    @Visible.setter
    def Visible(self, _value: bool) -> None:  # noqa: N802
        self._world.call("Name.Visible =")
