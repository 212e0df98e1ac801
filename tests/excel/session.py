"""The server that answers Excel, as it stands once it has started, in a process for this alone."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from tests.excel.windows import install, taken_for_windows
from tests.excel.wire import carried

install()
with taken_for_windows():
    from addin.hosts.excel.server import load

    xlwings = load()

CELLS = "addin.hosts.excel.cells"
COMMANDS = "addin.hosts.excel.commands"
cells = import_module(CELLS)
commands = import_module(COMMANDS)
com_server = import_module("xlwings.com_server")
udfs = import_module("xlwings.udfs")


def in_excel(name: str, sent: Iterable[Any]) -> Any:
    """Return what a cell gets for a call of a function."""
    return carried(com_server.XLPython().CallUDF(CELLS, name, tuple(sent)))


def clicked(*sent: Any) -> Any:
    """Return what a click on the ribbon gets."""
    return asked("run", *sent)


def asked(name: str, *sent: Any) -> Any:
    """Return what the ribbon gets for a call of one of its functions."""
    return com_server.XLPython().CallUDF(COMMANDS, name, sent)
