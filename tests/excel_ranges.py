"""xlwings' ranges, for the double of Excel."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

from tests.excel_cells import (
    NO_MODEL,
    entered,
    fill_area,
    formula_in,
    give_up,
    places_of,
    refuse_locked,
    region_of,
    spill_again,
    turned,
    typed_in,
    values_of,
)
from tests.excel_com_cells import ComRange
from tests.excel_names import Font, RangeColumns, RangeRows
from tests.excel_obstacles import Area
from tests.excel_state import BookState, SheetState, World

if TYPE_CHECKING:
    from tests.excel_sheets import Sheet, Table


def _look(name: str) -> property:
    """Return how cells look, which nothing here depends on."""

    def read(area: "Range") -> None:
        area._world.call(f"Range.{name}")  # noqa: SLF001 - a member of Range

    def write(area: "Range", _value: object) -> None:
        area._world.call(f"Range.{name} =")  # noqa: SLF001 - as above

    return property(read, write)


@dataclass(eq=False)
class Range:
    """xlwings.Range."""

    _world: World
    _book: BookState
    _sheet: SheetState
    _area: Area
    font: Font = field(default_factory=Font)

    @property
    def api(self) -> Any:
        return NO_MODEL if self._world.on_mac else ComRange(self._world, self._sheet, self._area)

    def _part(self, area: Area) -> "Range":
        return Range(self._world, self._book, self._sheet, area)

    @property
    def row(self) -> int:
        self._world.call("Range.row")
        return self._area[0]

    @property
    def column(self) -> int:
        self._world.call("Range.column")
        return self._area[1]

    @property
    def rows(self) -> "RangeRows":
        self._world.call("Range.rows")
        top, left, bottom, right = self._area
        rows = RangeRows(self._part((row, left, row, right)) for row in range(top, bottom + 1))
        rows.hidden = self._sheet.obstacles.all_hidden(self._area)
        return rows

    @property
    def columns(self) -> "RangeColumns":
        self._world.call("Range.columns")
        top, left, bottom, right = self._area
        return RangeColumns(self._part((top, at, bottom, at)) for at in range(left, right + 1))

    @property
    def size(self) -> int:
        self._world.call("Range.size")
        top, left, bottom, right = self._area
        return (bottom - top + 1) * (right - left + 1)

    @property
    def shape(self) -> tuple[int, int]:
        self._world.call("Range.shape")
        top, left, bottom, right = self._area
        return bottom - top + 1, right - left + 1

    @property
    def address(self) -> str:
        self._world.call("Range.address")
        corners = (self._area[:2], self._area[2:])
        ends = [f"${get_column_letter(column)}${row}" for row, column in corners]
        address = ":".join(dict.fromkeys(ends))
        return ",".join(filter(None, (address, self._world.selected_also)))

    @property
    def sheet(self) -> "Sheet":
        from tests.excel_sheets import Sheet

        self._world.call("Range.sheet")
        return Sheet(self._world, self._book, self._sheet)

    @property
    def table(self) -> "Table | None":
        from tests.excel_sheets import Table

        self._world.call("Range.table")
        top, left, bottom, right = self._area
        for table in self._sheet.tables:
            first, start, last, end = table.area
            if first <= top and bottom <= last and start <= left and right <= end:
                return Table(self._world, self._book, self._sheet, table)
        return None

    @property
    def current_region(self) -> "Range":
        self._world.call("Range.current_region")
        return self._part(region_of(self._sheet, self._area))

    @property
    def raw_value(self) -> Any:
        self._world.call("Range.raw_value")
        return values_of(self._sheet, self._area)

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        self._world.call("Range.raw_value =")
        fill_area(self._sheet, self._area, data, entered)

    @property
    def formula(self) -> Any:
        self._world.call("Range.formula")
        return turned(self._sheet, self._area, formula_in)

    @formula.setter
    def formula(self, value: Any) -> None:
        self._world.call("Range.formula =")
        fill_area(self._sheet, self._area, value, typed_in)

    @property
    def formula2(self) -> Any:
        self._world.call("Range.formula2")
        self._world.needs_spilling()
        return turned(self._sheet, self._area, formula_in)

    @formula2.setter
    def formula2(self, value: Any) -> None:
        self._world.call("Range.formula2 =")
        self._world.needs_spilling()
        fill_area(self._sheet, self._area, value, typed_in)
        spill_again(self._sheet, self._area)

    @property
    def formula_array(self) -> str | None:
        self._world.call("Range.formula_array")
        at = self._area[:2]
        return self._sheet.cells[at].formula if at in self._sheet.arrays else None

    @formula_array.setter
    def formula_array(self, value: str) -> None:
        self._world.call("Range.formula_array =")
        assert len(value) <= 255, "Excel refuses more"
        fill_area(self._sheet, self._area, value, typed_in)
        self._sheet.arrays[self._area[:2]] = self._area

    column_width = _look("column_width")
    wrap_text = _look("wrap_text")

    def __getitem__(self, key: tuple[int | slice, int]) -> "Range":
        """Return a cell by its row and column within the range, or some rows of a column."""
        self._world.call("Range.__getitem__")
        rows, column = key[0], self._area[1] + key[1]
        first, last = (rows.start, rows.stop - 1) if isinstance(rows, slice) else (rows, rows)
        area = (self._area[0] + first, column, self._area[0] + last, column)
        return self._part(area)

    def resize(self, row_size: int | None = None, column_size: int | None = None) -> "Range":
        self._world.call("Range.resize")
        top, left, bottom, right = self._area
        bottom = top + row_size - 1 if row_size else bottom
        right = left + column_size - 1 if column_size else right
        return self._part((top, left, bottom, right))

    def clear_contents(self) -> None:
        self._world.call("Range.clear_contents")
        refuse_locked(self._sheet, self._area)
        give_up(self._sheet, self._area)
        for place in places_of(self._area):
            if cell := self._sheet.cells.get(place):
                cell.value, cell.formula = None, ""
                if not cell.is_date:
                    del self._sheet.cells[place]
