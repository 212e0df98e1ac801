"""One cell answered as the server answers it: `cpc addin status` runs it in the add-in's Python."""

from importlib import import_module
from typing import Any

from addin.hosts.excel.server import load


def answer() -> None:
    """Load what the server loads and answer =CPC(1200,48).

    Raises what loading raises, and ValueError for another answer than 25.
    """
    load()
    com_server: Any = import_module("xlwings.com_server")
    given = com_server.XLPython().CallUDF("addin.hosts.excel.cells", "CPC", (1200.0, 48.0))
    if given != 25.0:
        raise ValueError(f"=CPC(1200,48) gave {given!r} and not 25")
