"""How fast an export of 100,000 rows is read, beside readers that prove nothing.

Run `python -m benchmarks.reading`; peers that are not installed are left out. Each reader is a
process of its own, so that start and imports are counted. The figures are medians of three rounds
taken in turn, with the CPU time of all threads. It takes two minutes, most of them openpyxl's.
"""

import csv
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from importlib.util import find_spec
from os import wait4
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROWS = 100_000
ROUNDS = 3
TITLES = (
    *("Campaign name", "Day", "Result indicator", "Results", "Amount spent (NOK)"),
    *("Impressions", "Link clicks", "Reporting starts", "Reporting ends"),
)
RESULT = "actions:offsite_conversion.fb_pixel_purchase"


class Cost(NamedTuple):
    """What one run took: seconds by the clock, seconds of CPU, megabytes at the most."""

    wall: float
    cpu: float
    memory: float


def ours(path: str) -> None:
    from addin.exports.grid import read_grids
    from addin.exports.reading import Declared, read
    from addin.exports.recognise import recognise

    for grid in read_grids(Path(path)):
        assert len(read(recognise(grid), Declared()).export.rows) == ROWS


def cells_alone(path: str) -> None:
    from addin.exports.grid import read_grids

    assert len(read_grids(Path(path))[0].lines) == ROWS + 1


def pandas_and_openpyxl(path: str) -> None:
    import pandas as pd  # type: ignore[import-untyped]

    if path.endswith(".xlsx"):
        assert len(pd.read_excel(path, engine="openpyxl")) == ROWS
    else:
        assert len(pd.read_csv(path)) == ROWS


def calamine(path: str) -> None:
    from python_calamine import CalamineWorkbook

    sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    assert len(sheet.to_python()) == ROWS + 1


def fastexcel(path: str) -> None:
    from fastexcel import read_excel

    assert read_excel(path).load_sheet(0).height == ROWS


def csv_of_python(path: str) -> None:
    with Path(path).open(encoding="utf-8", newline="") as lines:
        assert len(list(csv.reader(lines))) == ROWS + 1


def make(folder: str) -> None:
    """Write the same rows as CSV and as XLSX."""
    from openpyxl import Workbook

    draw = random.Random(4)  # noqa: S311 - data, no secret
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Worksheet")
    sheet.append(TITLES)
    with Path(folder, "meta.csv").open("w", encoding="utf-8", newline="") as file:
        text = csv.writer(file)
        text.writerow(TITLES)
        for row in range(ROWS):
            day = (date(2025, 1, 1) + timedelta(days=row % 365)).isoformat()
            counts = (draw.randint(100, 9999), draw.randint(0, 200))
            spent = round(draw.uniform(0, 900), 2)
            cells = [f"Campaign {row % 97}", day, RESULT, draw.randint(0, 9), spent, *counts]
            sheet.append([*cells, day, day])
            text.writerow([*cells, day, day])
    book.save(Path(folder, "meta.xlsx"))


Reader = Callable[[str], None]
READERS: dict[str, tuple[tuple[Reader, str], ...]] = {
    "meta.xlsx": (
        (ours, "addin"),
        (cells_alone, "addin"),
        (calamine, "python_calamine"),
        (fastexcel, "fastexcel"),
        (pandas_and_openpyxl, "pandas"),
    ),
    "meta.csv": (
        (ours, "addin"),
        (cells_alone, "addin"),
        (csv_of_python, "csv"),
        (pandas_and_openpyxl, "pandas"),
    ),
}
PROGRAMS = {program.__name__: program for readers in READERS.values() for program, _ in readers}


def measured(name: str, path: str) -> Cost:
    """Return what a process takes that does nothing else; this one stays small beside it."""
    begins = time.perf_counter()
    command = [sys.executable, "-m", "benchmarks.reading", name, path]
    with subprocess.Popen(command) as process:  # noqa: S603 - own program
        _, status, used = wait4(process.pid, 0)
        process.returncode = status
    assert status == 0, name
    peak = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return Cost(time.perf_counter() - begins, used.ru_utime + used.ru_stime, peak)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        measured("make", folder)
        print(f"{ROWS:,} rows of {len(TITLES)} columns    wall s   CPU s      MB")
        for file, readers in READERS.items():
            names = [reader.__name__ for reader, module in readers if find_spec(module)]
            path = str(Path(folder, file))
            rounds = [[measured(name, path) for name in names] for _ in range(ROUNDS)]
            for name, costs in zip(names, zip(*rounds, strict=True), strict=True):
                wall, cpu, memory = map(median, zip(*costs, strict=True))
                print(f"{file:10} {name:20} {wall:8.2f} {cpu:7.2f} {memory:7.0f}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        {"make": make, **PROGRAMS}[sys.argv[1]](sys.argv[2])
    else:
        main()
