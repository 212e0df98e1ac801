"""The conformance workbook for LibreOffice. `python -m addin.hosts.calc.conformance out.xlsx`."""

import sys
from pathlib import Path
from typing import Any

from addin.hosts.calc.names import stored
from addin.hosts.conformance import Host, conformance


def _shown(cell: Any) -> Any:
    return float(cell) if isinstance(cell, bool) else cell


CALC = Host(
    (
        "Does LibreOffice give every example the answer that Python gives?",
        "1. Install the CPC extension in an English LibreOffice, and open this workbook.",
        "2. Press Ctrl+Shift+F9: LibreOffice calculates everything anew.",
        "3. The cell below says whether all agree. A row that does not agree says FALSE.",
    ),
    stored=stored,
    spare=0,
    shown=_shown,
)
"""Cells beyond an answer are #N/A or show it again, as those of every array formula of Calc do;
a TRUE that an add-in gives is 1."""

if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(conformance(CALC))
