"""How fast cells are answered: xlwings' own server code, with stand-ins for pywin32.

Run `python -m benchmarks.excel_cells`; it takes a quarter of a minute. What Windows needs to carry
a call between two processes is not in it. The peer is the same function behind the conversion that
xlwings uses when nothing is said, and for the start `import xlwings` alone, with whatever is
installed. Figures are medians.
"""

import json
import subprocess
import sys
import time
from importlib import import_module
from statistics import median
from types import ModuleType
from typing import Any

from tests.excel.windows import install, taken_for_windows

ROWS = 100_000
ROUNDS = 5
CALLS = 2_000
OURS, USUAL = "addin.hosts.excel.cells", "usual"
PEER = "import xlwings, json, time; print(json.dumps({'seconds': time.process_time()}))"


def main() -> None:
    install()
    with taken_for_windows():
        from addin.hosts.excel.server import load

        xlwings = load()
    sys.modules[USUAL] = usual(xlwings)
    columns = [tuple((float(row % most + 1),) for row in range(ROWS)) for most in (997, 7)]
    print(f"{'':36}{'ours':>9}{'usual':>9}{'target':>9}")
    for title, cells, calls, unit, target in (
        ("one cell, µs", (1200.0, 48.0), CALLS, 1e6, 60),
        (f"{ROWS:,} × 2 cells, ms", columns, 1, 1e3, 300),
        ("the same, one answer a row, ms", (*columns, True), 1, 1e3, ""),
    ):
        taken = [per_call(module, tuple(cells), calls) * unit for module in (OURS, USUAL)]
        print(f"{title:36}{taken[0]:9.1f}{taken[1]:9.1f}{target:>9}")
    ours, peer = cpu_of("-m", "tests.excel.start") * 1e3, cpu_of("-c", PEER) * 1e3
    print(f"{'start to the first answer, ms of CPU':36}{ours:9.0f}{peer:9.0f}{400:>9}")


def usual(xlwings: Any) -> ModuleType:
    """Return a module with CPC as xlwings' manual would write it."""
    from cpc_functions import cpc

    def answer(cost: Any, conversions: Any, each: Any = None) -> Any:
        return cpc.evaluate(in_rows(cost), in_rows(conversions), each)

    module = ModuleType(USUAL)
    module.__file__ = __file__
    module.__dict__["CPC"] = xlwings.func(answer)
    return module


def in_rows(cells: Any) -> Any:
    """Return a column as the rows that it was before xlwings flattened it."""
    return [[cell] for cell in cells] if isinstance(cells, list) else cells


def per_call(module: str, cells: tuple[Any, ...], calls: int) -> float:
    """Return the seconds of one call of CPC."""
    call_udf = import_module("xlwings.udfs").call_udf
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for _ in range(calls):
            call_udf(module, "CPC", cells)
        taken.append(time.perf_counter() - began)
    return median(taken) / calls


def cpu_of(*words: str) -> float:
    """Return the CPU seconds that a process of Python says it took."""
    told = [
        subprocess.run([sys.executable, *words], capture_output=True, check=True).stdout  # noqa: S603
        for _ in range(ROUNDS)
    ]
    return median(float(json.loads(text.splitlines()[-1])["seconds"]) for text in told)


if __name__ == "__main__":
    main()
