"""The calls as Excel's COM sends them to xlwings' own server, and what Excel gets back.

The server needs stand-ins for pywin32, which let Python take this machine for Windows: it runs in
a process of its own, `python -m tests.golden.excel_adapter`.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from addin.hosts.excel.wire import MISSING
from cpc_functions.cells import CellError
from tests.excel.wire import ERRORS, hresult, sent
from tests.golden.case import Case, Left, answer_in, answered, as_json, each_cell
from tests.golden.cases import cases as all_cases

ROOT = Path(__file__).parents[2]
CODES = {hresult(code): CellError(code) for code in ERRORS}


def not_due(case: Case) -> str:
    """Return why Excel cannot send a call, "" if it can."""
    return "a range without a cell" if any(arg == [] for arg in case.args) else ""


def answers() -> dict[str, Any]:
    """Return what Excel gets for every call that it can send, by their names."""
    run = subprocess.run(  # noqa: S603 - files of our own
        [sys.executable, "-m", __name__], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return {name: answer_in(answer) for name, answer in found.items()}


def main() -> None:
    """Ask the server for every answer and print them."""
    from tests.excel.session import in_excel

    found = {}
    for case in all_cases():
        if not not_due(case):
            given = in_excel(case.function.name, map(_sent, case.args))
            found[case.name] = as_json(answered(_received(given)))
    print(json.dumps(found))  # noqa: T201 - the process that asks reads it


def _sent(arg: Any) -> Any:
    """Return an argument as COM has it: a range of one cell is its value, without rows."""
    if arg is Left.OUT:
        return MISSING
    alone = isinstance(arg, list) and len(arg) == len(arg[0]) == 1
    return sent(arg[0][0] if alone else arg)


def _received(given: Any) -> Any:
    """Return an answer: an array without rows is a row, and an int is an error cell."""
    if not isinstance(given, tuple):
        return _shown(given)
    rows = given if isinstance(given[0], tuple) else (given,)
    return each_cell([list(row) for row in rows], _shown)


def _shown(cell: Any) -> Any:
    return CODES[cell] if type(cell) is int else cell


if __name__ == "__main__":
    main()
