"""The conformance workbook for LibreOffice. `python -m addin.hosts.calc.conformance out.xlsx`."""

import sys
from pathlib import Path

from addin.hosts.calc.names import stored
from addin.hosts.conformance import Host, conformance

CALC = Host(
    stored=stored,
    spare=0,
    shown=lambda cell: float(cell) if cell is True or cell is False else cell,
)
"""Cells beyond an answer are #N/A or show it again, as those of every array formula of Calc do;
a TRUE that an add-in gives is 1."""

if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(conformance(CALC))
