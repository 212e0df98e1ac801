"""Excel's part under wine: it loads the library of xlwings, starts Python and calls it.

Runs with the Python for Windows. A line of JSON asks for one thing, and a line answers it. The
folder that it runs in is the one that Excel would be in.
"""

import json
import os
import sys
from contextlib import suppress
from ctypes import CDLL, byref, c_char_p, c_int32, c_void_p, c_wchar_p
from signal import SIGTERM
from typing import Any

from tests.e2e.com import call, ole
from tests.e2e.served import Served
from tests.e2e.variants import Failed, Variant, held, reference, variant

kernel = CDLL("kernel32")
kernel.LoadLibraryW.restype = kernel.GetModuleHandleW.restype = c_void_p
kernel.GetProcAddress.restype = c_void_p
kernel.GetProcAddress.argtypes = (c_void_p, c_char_p)


class Excel:
    """The one process of Excel and the object that it got from Python."""

    def __init__(self) -> None:
        """Enter the apartment that Excel calls from."""
        ole.CoInitialize(None)
        self.python = Variant()
        window = CDLL("user32").GetDesktopWindow()
        self.application = Served(
            Hwnd=window,
            ScreenUpdating=True,
            DisplayAlerts=True,
            StatusBar=False,
            Workbooks=Served(Count=0),
        )

    def load(self, path: str) -> dict[str, Any]:
        """Load a library; say the number of the error, 0 for none."""
        loaded = kernel.LoadLibraryW(c_wchar_p(path))
        return {"error": 0 if loaded else kernel.GetLastError()}

    def start(self, library: str, command: str) -> dict[str, Any]:
        """Start Python by the library, which is loaded under this name; say what it returned."""
        found = kernel.GetModuleHandleW(c_wchar_p(library))
        activate = CDLL(library, handle=found).XLPyDLLActivateAuto
        activate.restype = c_int32
        result = Variant()
        status = activate(byref(result), c_char_p(command.encode("mbcs")), 1)
        if status == 0:
            self.python = result
        return {"status": status, "said": held(result)[1]}

    def ask(self, module: str, name: str, args: list[Any]) -> dict[str, Any]:
        """Call a function of Python; say the types and values of its answer.

        An object among the arguments is the Application.
        """
        sent = variant([self.application if isinstance(one, dict) else one for one in args])
        called = self._called("CallUDF", variant(module), variant(name), reference(sent))
        return {"answer": held(called)}

    def evaluate(self, text: str) -> dict[str, Any]:
        """Say what an expression is in that Python, as text."""
        return {"text": held(self._called("Str", self._called("Eval", variant(text))))[1]}

    def still(self) -> dict[str, Any]:
        """Say whether the screen of the Application is held still."""
        return {"still": not self.application.properties["ScreenUpdating"]}

    def end_python_when_still(self) -> dict[str, Any]:
        """Let Python end as soon as a command holds the screen still."""

        def end(_name: str) -> None:
            self.application.changed = lambda _: None
            with suppress(Failed):
                self.evaluate("__import__('os')._exit(1)")

        self.application.changed = end
        return {}

    def kill(self, process: int) -> dict[str, Any]:
        """End a process at once."""
        os.kill(process, SIGTERM)  # on Windows it gets no chance to do anything
        return {}

    def _called(self, name: str, *args: Variant) -> Variant:
        return call(self.python.value.pointer, name, *args)


def main() -> None:
    """Answer until the input ends."""
    excel = Excel()
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer = getattr(excel, asked.pop("do"))(**asked)
        except Failed as failed:
            answer = {"number": failed.number, "text": failed.text}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
