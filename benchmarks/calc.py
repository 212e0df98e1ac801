"""How fast the functions are in cells of LibreOffice, beside its own formula.

`python -m benchmarks.calc`, with LibreOffice and python3-uno. Seconds of CPU of LibreOffice for
one hard recalculation, the median of five.
"""

import os
import subprocess
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import sleep

from addin.hosts.calc.extension import extension_files
from tests.calc.office import Book, Office, running, unpacked

NATIVE = "=IF(B1=0;NA();A1/B1)"
OURS = "=CPC.CPC(A1;B1)"
NATIVE_ARRAY = "=SUM(IF(B1:B{n}=0;NA();A1:A{n}/B1:B{n}))"
OURS_ARRAY = "=SUM(CPC.CPC(A1:A{n};B1:B{n};TRUE()))"
OURS_RATIO = "=CPC.CPC(A1:A{n};B1:B{n})"
TIMES = 5
TO_BOTTOM = 0


def cpu_seconds(office: running) -> float:
    """Return the CPU that a LibreOffice of ours has used, and no other one."""
    command = ["pgrep", "-g", str(office.process.pid), "soffice.bin"]
    found = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    fields = Path(f"/proc/{int(found.stdout)}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def recalculation(book: Book, ours: running) -> float:
    """Return the CPU of a hard recalculation."""
    spent = []
    for _ in range(TIMES):
        before = cpu_seconds(ours)
        book.document.calculateAll()
        spent.append(cpu_seconds(ours) - before)
    return median(spent)


def filled(office: Office, count: int) -> Book:
    book = office.new()
    area = book.sheet.getCellRangeByPosition(0, 0, 1, count - 1)
    area.setDataArray(tuple((row % 97 * 10.0 + 1, row % 13 + 1.0) for row in range(count)))
    return book


def measure(office: Office, count: int, ours: running) -> None:
    for formula in (NATIVE, OURS):
        book = filled(office, count)
        book.cell("D1").Formula = formula
        book.sheet.getCellRangeByPosition(3, 0, 3, count - 1).fillAuto(TO_BOTTOM, 1)
        tell(count, formula, recalculation(book, ours))
        book.close()
    for formula in (NATIVE_ARRAY, OURS_ARRAY, OURS_RATIO):
        book = filled(office, count)
        book.cell("D1:D1").setArrayFormula(formula.format(n=count))
        tell(count, formula.format(n=count), recalculation(book, ours))
        book.close()


def tell(count: int, formula: str, seconds: float) -> None:
    print(f"{count:>7,}  {seconds:6.2f} s  {seconds / count * 1e6:6.1f} µs each  {formula}")


if __name__ == "__main__":
    with TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        extensions = unpacked(extension_files(), folder / "extensions")
        ours = running(extensions, folder / "profile")
        with ours as started:
            sleep(1)  # what LibreOffice still does after its start
            for cells in (10_000, 100_000):
                measure(started, cells, ours)
