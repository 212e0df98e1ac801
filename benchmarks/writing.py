"""How fast the rows of a data sheet are written: this writer beside openpyxl and XlsxWriter.

    python -m benchmarks.writing          10,000 rows
    python -m benchmarks.writing 50000

The rows are those of the tracker's sheet of paid traffic: 10 values and 9 formulas. Every writer
runs in a process of its own, in turns; the clock starts when everything is imported and the values
are there. XlsxWriter is measured where it is installed; it searches each formula for functions that
need a prefix, which is most of its time. Target: 0.35 s of CPU for 10,000 rows.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from importlib.util import find_spec
from io import BytesIO
from itertools import chain, cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from workbook_templates.edition import Edition
from workbook_templates.sheet import Answer, Value
from workbook_templates.tracker.paid import paid
from workbook_templates.tracker.sample import paid_rows
from workbook_templates.writing.package import packed
from workbook_templates.writing.rows import Column, Rows

ROUNDS = 3
EDITION = Edition(date(2026, 1, 1), sample=True, rows=5040)
SHEET = paid(EDITION)
FORMULAS = [f"={SHEET.formula(column)}" for column in SHEET.columns if isinstance(column, Answer)]
FORMATS = [EDITION.formats.of(column.unit) for column in SHEET.columns]
Table = Sequence[Sequence[Value]]


def ours(table: Table) -> bytes:
    book = Workbook()
    styles = [book._cell_styles.add(style) for style in looks(book)]  # noqa: SLF001 - as in Canvas
    formulas = [""] * (len(styles) - len(FORMULAS)) + [formula[1:] for formula in FORMULAS]
    book.active["A1"] = "Paid"
    columns = [*map(Column, styles, formulas)]
    return packed(book, {book.active.title: Rows(2, len(table), columns, table)})


def looks(book: Workbook) -> list[StyleArray]:
    """Return the style of each column: openpyxl is twice as fast where cells share it."""
    cells = [Cell(book.worksheets[0], 1, 1) for _ in FORMATS]
    for cell, shown in zip(cells, FORMATS, strict=True):
        cell.number_format = shown
    return [cell._style for cell in cells]  # noqa: SLF001 - the only way to share it


def openpyxl_normal(table: Table) -> bytes:
    book = Workbook()
    styles = looks(book)
    for number, values in enumerate(table, 1):
        cells = zip(chain(values, FORMULAS), styles, strict=True)
        for column, (value, style) in enumerate(cells, 1):
            book.active.cell(number, column, value)._style = style  # noqa: SLF001 - as above
    return saved(book)


def openpyxl_write_only(table: Table) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    styles = looks(book)
    for values in table:
        cells = zip(chain(values, FORMULAS), styles, strict=True)
        sheet.append([styled(sheet, value, style) for value, style in cells])
    return saved(book)


def styled(sheet: Worksheet, value: Value, style: StyleArray) -> Cell:
    cell = WriteOnlyCell(sheet, value)
    cell._style = style  # noqa: SLF001 - as above
    return cell


def saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def xlsxwriter(table: Table) -> bytes:
    return by_xlsxwriter(table, {})


def xlsxwriter_constant_memory(table: Table) -> bytes:
    return by_xlsxwriter(table, {"constant_memory": True})


def by_xlsxwriter(table: Table, options: dict[str, bool]) -> bytes:
    from xlsxwriter import Workbook as Written

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsx")
        with Written(path, options) as book:
            sheet = book.add_worksheet()
            formats = [book.add_format({"num_format": shown}) for shown in FORMATS]
            for number, values in enumerate(table):
                cells = zip(chain(values, FORMULAS), formats, strict=True)
                for column, (value, shown) in enumerate(cells):
                    sheet.write(number, column, value, shown)
        return path.read_bytes()


WRITERS: dict[str, Callable[[Table], bytes]] = {
    writer.__name__: writer
    for writer in (
        ours,
        xlsxwriter_constant_memory,
        xlsxwriter,
        openpyxl_write_only,
        openpyxl_normal,
    )
}


def measure(writer: str, rows: int) -> None:
    """Write once and print what it took."""
    table = list(islice(cycle(paid_rows(EDITION)), rows))
    WRITERS[writer](table[:10])  # imports and tables of the library
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, cpu = perf_counter(), process_time()
    size = len(WRITERS[writer](table))
    wall, cpu = perf_counter() - wall, process_time() - cpu
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(json.dumps({"wall": wall, "cpu": cpu, "grown": grown / 1024, "size": size / 1e6}))


def main(rows: int) -> None:
    """Measure every writer in turns and print the medians."""
    installed = [name for name in WRITERS if "xlsxwriter" not in name or find_spec("xlsxwriter")]
    found: dict[str, list[dict[str, float]]] = {name: [] for name in installed}
    for _ in range(ROUNDS):
        for name, runs in found.items():
            command = [sys.executable, "-m", "benchmarks.writing", name, str(rows)]
            run = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - own program
            runs.append(json.loads(run.stdout))
    print(f"{rows:,} rows of {len(FORMATS)} columns, median of {ROUNDS}")
    print(f"{'':28}wall s   cpu s   rows/s    grown MB   file MB   times ours (cpu)")
    least = median(run["cpu"] for run in found["ours"])
    for name, runs in found.items():
        wall, cpu, grown, size = (
            median(run[key] for run in runs) for key in ("wall", "cpu", "grown", "size")
        )
        print(
            f"{name:28}{wall:6.2f}  {cpu:6.2f}  {rows / wall:7,.0f}  {grown:9.0f}"
            f"  {size:8.1f}  {cpu / least:8.1f}"
        )


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in WRITERS:
        measure(sys.argv[1], int(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 10_000)
