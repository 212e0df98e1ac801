"""What each ribbon button does: its name, and the function that does it on an open workbook.

A function takes the Excel and returns what was done, in a sentence or, for Explain this cell,
some lines; it raises Refused or Unreadable, with one sentence, for what cannot be done. The
modules are imported when a button is pressed: the process that answers cells needs none of them.
"""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xlwings import App


class _Command(NamedTuple):
    """The module of a command, and whether it works on a workbook that is open."""

    module: str
    needs_book: bool = True


_MODULES = {
    "build_report": _Command("report"),
    "update_report": _Command("report"),
    "new_tracker": _Command("templates", needs_book=False),
    "new_ab_test": _Command("templates", needs_book=False),
    "new_bids": _Command("templates", needs_book=False),
    "new_budget": _Command("templates", needs_book=False),
    "import_exports": _Command("import_exports"),
    "check_workbook": _Command("check"),
    "insert_cpc": _Command("insert"),
    "explain_cell": _Command("explain"),
    "freeze_to_values": _Command("freeze"),
    "undo": _Command("undo"),
    "functions_help": _Command("about", needs_book=False),
    "set_language": _Command("about", needs_book=False),
    "about": _Command("about", needs_book=False),
}


def _run(name: str, app: "App") -> str:
    from addin.ribbon_commands.session import perform

    command = _MODULES[name]
    act = getattr(import_module(f"addin.ribbon_commands.{command.module}"), name)
    return perform(act, app, name=name, needs_book=command.needs_book)


COMMANDS: Mapping[str, Callable[["App"], str]] = {name: partial(_run, name) for name in _MODULES}
