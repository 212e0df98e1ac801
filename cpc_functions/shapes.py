"""The shapes that ranges have, and which of their rows count."""

from collections.abc import Sequence
from itertools import chain
from typing import Any, NamedTuple

from cpc_functions.cells import Cell, CellError, ErrorCode, Rows, is_blank, looks_like_number

Shape = tuple[int, int]


def is_range(cells: object) -> bool:
    """Return whether a host sent a range: rows of cells, rather than one cell."""
    return cells.__class__ is list or isinstance(cells, (list, tuple))


def rows_of(cells: Any, name: str) -> Rows:
    """Return a range as rows; one cell is one row, a flat list is a column.

    Raises CellError #VALUE! for an empty range and for rows of unequal length.
    """
    if not is_range(cells):
        return [[cells]]
    if not cells:
        raise CellError(ErrorCode.VALUE, f"{name}: the range is empty.")
    if not set(map(type, cells)) <= {list, tuple}:
        cells = [row if is_range(row) else [row] for row in cells]
    widths = set(map(len, cells))
    if widths == {0} or len(widths) > 1:
        raise CellError(ErrorCode.VALUE, f"{name}: the rows of the range differ in length.")
    rows: Rows = cells
    return rows


class Range(NamedTuple):
    """The cells of a range one after the other, row by row, its shape, and their types."""

    cells: list[Cell]
    shape: Shape
    types: set[type]

    @classmethod
    def of(cls, cells: Any, name: str) -> "Range":
        """Return what a host sent as a range; one cell is a range of one."""
        rows = rows_of(cells, name)
        flat = list(chain.from_iterable(rows))
        return cls(flat, (len(rows), len(rows[0])), set(map(type, flat)))

    @property
    def all_numbers(self) -> bool:
        """Return whether every cell is a plain number: then no row needs a second look."""
        return self.types <= {float, int}

    def filled(self, values: Sequence[Any]) -> list[list[Any]]:
        """Return other values, one for each cell, in the shape of this range."""
        width = self.shape[1]
        return [list(values[start : start + width]) for start in range(0, len(values), width)]

    def raise_error(self) -> None:
        """Raise the first error among the cells, if there is one."""
        if CellError in self.types:
            raise next(cell for cell in self.cells if isinstance(cell, CellError))


def one_cell(cells: Any, name: str) -> Any:
    """Return the one cell that is allowed here, also when it comes as a range of one."""
    if not is_range(cells):
        return cells
    found = Range.of(cells, name).cells
    if len(found) != 1:
        raise CellError(ErrorCode.VALUE, f"{name}: expected one cell, found a range.")
    return found[0]


def common_shape(shapes: dict[str, Shape]) -> Shape:
    """Return the shape that ranges share; #VALUE! names two that differ."""
    first, shape = next(iter(shapes.items()))
    for name, other in shapes.items():
        if other != shape:
            raise CellError(
                ErrorCode.VALUE,
                f"{first} has {_size(shape)} and {name} has {_size(other)}: "
                "select ranges of the same shape.",
            )
    return shape


def uncounted(numbers: Sequence[Sequence[Cell]], words: Sequence[Sequence[Cell]] = ()) -> set[int]:
    """Return the rows that are not data: wholly blank ones, and headers.

    A header is a row in which every cell that should be a number is text. A pair of numbers
    stored as text is no header: skipping it would lose money without a word. In a single
    column only the first row can be a header, because one text cell proves nothing; a single
    row cannot be one.
    """
    skipped: set[int] = set()
    single = len(numbers) == 1
    alone = bool(numbers) and len(numbers[0]) == 1
    for row, cells in enumerate(zip(*numbers, strict=True)):
        if any(cell.__class__ is float or cell.__class__ is int for cell in cells):
            continue
        blank = all(map(is_blank, cells)) and all(is_blank(column[row]) for column in words)
        header = not alone and (row == 0 or not single) and all(map(_is_title, cells))
        if blank or header:
            skipped.add(row)
    return skipped


def _is_title(cell: Cell) -> bool:
    return isinstance(cell, str) and cell != "" and not looks_like_number(cell)


def _size(shape: Shape) -> str:
    rows, columns = shape
    if columns == 1:
        return f"{rows} row{'s' * (rows != 1)}"
    if rows == 1:
        return f"{columns} columns"
    return f"{rows} × {columns} cells"
