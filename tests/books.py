"""A workbook as a reader sees it once it is calculated: by the names of its cells and ranges."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries

from tests.office import recalculated


@dataclass(frozen=True)
class Book:
    """A calculated workbook."""

    book: Workbook

    def value(self, name: str) -> Any:
        """Return the value of a named cell."""
        (value,) = self.column(name)
        return value

    def column(self, name: str) -> list[Any]:
        """Return the values of a named range of one column."""
        ((sheet, area),) = self.book.defined_names[name].destinations
        left, top, right, bottom = range_boundaries(area.replace("$", ""))
        assert left == right, f"{name} is not one column"
        return [self.book[sheet].cell(row, left).value for row in range(top, bottom + 1)]

    def table(self, name: str, *keys: str) -> list[tuple[Any, ...]]:
        """Return the rows of a grid, without those whose first cell is empty."""
        columns = [self.column(f"{name}_{key}") for key in keys]
        return [row for row in zip(*columns, strict=True) if row[0] not in (None, "")]

    def errors(self) -> list[str]:
        """Return every cell that shows an error, with its place."""
        return [
            f"{sheet.title}!{cell.coordinate} {cell.value}"
            for sheet in self.book
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "e" or str(cell.value).startswith("Err:")
        ]

    def texts(self) -> Iterator[str]:
        """Return every text of the workbook."""
        for sheet in self.book:
            for row in sheet.iter_rows():
                yield from (cell.value for cell in row if isinstance(cell.value, str))


def filled(content: bytes, **sheets: Sequence[Sequence[Any]]) -> bytes:
    """Return a workbook with rows of inputs typed into its tables, from the first row on."""
    book = load_workbook(BytesIO(content))
    for name, rows in sheets.items():
        sheet = next(sheet for sheet in book if name in sheet.tables)
        _left, header, _right, _bottom = range_boundaries(sheet.tables[name].ref)
        for place, row in enumerate(rows, header + 1):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(place, column)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"
    changed = BytesIO()
    book.save(changed)
    return changed.getvalue()


def set_cells(content: bytes, **cells: Any) -> bytes:
    """Return a workbook with values typed into its named cells; a list goes down a range."""
    book = load_workbook(BytesIO(content))
    for name, value in cells.items():
        ((sheet, area),) = book.defined_names[name].destinations
        left, top, _right, _bottom = range_boundaries(area.replace("$", ""))
        for row, one in enumerate(value if isinstance(value, list) else [value], top):
            book[sheet].cell(row, left).value = one
    changed = BytesIO()
    book.save(changed)
    return changed.getvalue()


def calculated(folder: Path, **books: bytes) -> dict[str, Book]:
    """Return workbooks by name as LibreOffice calculates them, in one start."""
    paths = []
    for name, content in books.items():
        path = folder / f"{name}.xlsx"
        path.write_bytes(content)
        paths.append(path)
    made = recalculated(*paths, into=folder / "calculated")
    return {
        name: Book(load_workbook(path, data_only=True))
        for name, path in zip(books, made, strict=True)
    }
