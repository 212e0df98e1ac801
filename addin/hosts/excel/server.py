"""The process that answers Excel: one for each Excel, started by the add-in and kept.

It starts with what cells need and nothing else; a command imports the rest when it is given.
"""

import atexit
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import Any

from addin.hosts.excel.imports import HEAVY, OTHER_LICENCE, hidden
from cpc_functions import use_language

COM_ATTEMPTS = 20_000
"""How often Excel is asked again while it turns calls away, because a dialog is open or a cell is
being edited: some seconds. Without a number, xlwings would ask for ever, and Excel wait for us."""

MODULES = ("addin.hosts.excel.cells", "addin.hosts.excel.commands")


def serve(clsid: str, language: str = "en") -> None:
    """Answer calls under a COM class id, "{…}", until Excel lets go.

    `language` is that of the texts in cells, "en" or "nb"; any other is taken for English,
    because a server that does not start is #VALUE! in every cell.
    """
    with suppress(ValueError):
        use_language(language)
    load().serve(clsid)


def load() -> ModuleType:
    """Return xlwings, with the modules that Excel calls read once and for all.

    It asks an Excel that turns calls away for some seconds, and not for ever, and ends no Excel
    when it ends itself. Without a file time it never reloads modules: half of an upgrade beside
    half of what it replaces would answer cells until Excel is started again.
    """
    with hidden(*HEAVY, OTHER_LICENCE):
        xlwings = import_module("xlwings")
    windows: Any = import_module("xlwings._xlwindows")
    windows.N_COM_ATTEMPTS = COM_ATTEMPTS
    atexit.unregister(windows.cleanup)  # it would end every Excel that shows it no window
    udfs = import_module("xlwings.udfs")
    for name in MODULES:
        xlwings.get_udf_module(name, None)
        udfs.udf_modules[name]["filetime"] = None
    return xlwings
