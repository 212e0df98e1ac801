"""The component that LibreOffice loads: the functions, and the commands of the menu."""

import sys
from pathlib import Path
from typing import Any

if sys.version_info < (3, 10):
    raise ImportError("The CPC add-in needs a LibreOffice with Python 3.10 or newer.")

HERE = Path(__file__).parent / "pythonpath"
sys.path.insert(0, str(HERE))  # before whatever else is called addin or cpc_functions

import unohelper
from com.sun.star.task import XJob, XJobExecutor
from cpcaddin import XFunctions

from addin.hosts.calc.names import COMMAND, NAMESPACE
from addin.hosts.calc.office.cells import in_calc
from addin.hosts.calc.office.language import language_of
from cpc_functions import CATALOGUE


def _functions(context: Any) -> Any:
    """Return the object whose methods Calc calls."""
    language = language_of(context)
    methods = {function.name: in_calc(function, language) for function in CATALOGUE}
    return type("Functions", (unohelper.Base, XFunctions), methods)()


class Command(unohelper.Base, XJobExecutor, XJob):
    """The menu: `trigger` shows what a command says, `execute` returns it to a macro."""

    def __init__(self, context: Any) -> None:
        """Work in the office of a component context."""
        self.context = context

    def trigger(self, command: str) -> None:
        """Run a command of the menu."""
        from addin.hosts.calc.office import commands  # imported when a menu is first used

        commands.shown(self.context, command)

    def execute(self, arguments: Any) -> str:
        """Run the command that the argument `command` names, and return its sentence.

        Nobody is asked; `yes` says beforehand whether the answer to a question is yes.
        """
        from addin.hosts.calc.office import commands

        given = {argument.Name: argument.Value for argument in arguments}
        return commands.run(self.context, given["command"], lambda _: bool(given.get("yes")))


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(
    _functions, NAMESPACE, (NAMESPACE, "com.sun.star.sheet.AddIn")
)
g_ImplementationHelper.addImplementation(Command, COMMAND, (COMMAND,))
