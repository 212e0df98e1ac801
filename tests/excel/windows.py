"""Stand-ins for pywin32, so that xlwings' code for Windows runs here.

`install` must come before xlwings is imported, in a process made for it. The stand-ins hold what
xlwings 0.37.8 touches when it is imported and when it answers a cell, and two Excels to find.
"""

import asyncio
import atexit
import concurrent.futures
import ctypes
import datetime as dt
import logging.handlers
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from types import ModuleType, SimpleNamespace
from typing import Any

PLATFORM_READERS = (asyncio, concurrent.futures, logging.handlers, subprocess)
"""Modules of Python that ask for the platform as they are imported: they must have it right."""

PROCESS_OF_WINDOW = {11: 100, 12: 100, 21: 200}
"""Two Excels: one with two windows, and one with one, from the front to the back."""

XLDESK, EXCEL7 = 1, 2
MOST_ASKED = 100_000


class ComError(Exception):
    """An error that a COM call gave: HRESULT, message, details, argument."""

    def __init__(self, hresult: int, *more: Any) -> None:
        """Keep the HRESULT, as pywin32 does."""
        super().__init__(hresult, *more)
        self.hresult = hresult


class Dispatched:
    """What pywin32 makes of an object on the other side."""


class Application:
    """A pointer to Excel's Application, as COM hands it over: of one window, and what else it has.

    A property that is an exception is raised when it is read; `asked` counts the readings.
    """

    def __init__(self, hwnd: int, **properties: Any) -> None:
        """Make the Excel that a window belongs to."""
        self.properties = {"Hwnd": hwnd, **properties}
        self.asked = 0

    def GetTypeInfo(self) -> SimpleNamespace:  # noqa: N802 - COM's own name
        """Say what kind of object this is."""
        return SimpleNamespace(GetDocumentation=lambda _: ("_Application", "", 0, None))

    def __getattr__(self, name: str) -> Any:
        """Read a property."""
        if name not in self.properties:
            raise AttributeError(name)
        self.asked += 1
        assert self.asked < MOST_ASKED, "asked for ever"
        found = self.properties[name]
        if isinstance(found, Exception):
            raise found
        return found


class Function:
    """A function of a DLL, which takes the type of its answer."""

    restype: Any = None


def nothing(*_: Any, **__: Any) -> None:
    """Do nothing, as calls that only tell Windows something."""


def install() -> None:
    """Make the stand-ins importable."""
    _install_com()
    _install_windows()


def _install_com() -> None:
    told = (
        *("CoInitialize", "CoUninitialize", "CoResumeClassObjects", "CoRevokeClassObject"),
        *("CoRegisterClassObject", "EnableQuitMessage", "MakePyFactory"),
    )
    types = ("CDispatch", "CoClassBaseClass", "DispatchBaseClass")
    _module("pywintypes", com_error=ComError, error=OSError, IID=str, TimeType=dt.datetime)
    _module(
        "pythoncom",
        __file__="pythoncom.dll",
        com_error=ComError,
        ole_error=ComError,
        IID_IDispatch="dispatch",
        IID_IEnumVARIANT="enum",
        TypeIIDs={"dispatch": Application},
        CLSCTX_LOCAL_SERVER=4,
        REGCLS_MULTIPLEUSE=1,
        REGCLS_SUSPENDED=4,
        PumpWaitingMessages=lambda: 1,
        **dict.fromkeys(told, nothing),
    )
    _module(
        "win32com.client",
        Dispatch=lambda found, **_: found,
        DispatchEx=nothing,
        gencache=SimpleNamespace(EnsureModule=nothing),
        **{name: type(name, (Dispatched,), {}) for name in types},
    )
    _module("win32com.server.dispatcher")
    _module("win32com.server.policy", DefaultPolicy=object)
    _module("win32com.server.util", wrap=lambda thing, *_, **__: thing, unwrap=_not_ours)


def _install_windows() -> None:
    _module("win32api", GetCurrentThreadId=int)
    _module("win32con")
    _module("win32timezone")
    _module(
        "win32event",
        INFINITE=-1,
        QS_ALLEVENTS=0,
        WAIT_OBJECT_0=0,
        MsgWaitForMultipleObjects=lambda *_: 0,
    )
    _module("win32gui", FindWindowEx=_child_window)
    _module("win32process", GetWindowThreadProcessId=lambda hwnd: (1, PROCESS_OF_WINDOW[hwnd]))
    front, *_ = PROCESS_OF_WINDOW
    behind = dict(pairwise(PROCESS_OF_WINDOW))
    user32 = SimpleNamespace(
        GetTopWindow=lambda _: front, GetWindow=lambda hwnd, _: behind.get(hwnd)
    )
    libraries: dict[str, Any] = {
        "windll": SimpleNamespace(user32=user32),
        "oledll": SimpleNamespace(ole32=SimpleNamespace(CLSIDFromString=nothing)),
        "PyDLL": lambda _: SimpleNamespace(PyCom_PyObjectFromIUnknown=Function()),
    }
    for name, library in libraries.items():
        setattr(ctypes, name, library)


@contextmanager
def taken_for_windows() -> Iterator[None]:
    """Let Python say that this is Windows; xlwings is imported within."""
    true, sys.platform = sys.platform, "win32"
    try:
        yield
    finally:
        sys.platform = true
    from xlwings import _xlwindows

    atexit.unregister(_xlwindows.cleanup)


def _module(name: str, **holds: Any) -> ModuleType:
    module = ModuleType(name)
    module.__dict__.update(holds)
    sys.modules[name] = module
    parent, _, own = name.rpartition(".")
    if parent:
        setattr(sys.modules.get(parent) or _module(parent), own, module)
    return module


def _not_ours(_thing: Any) -> Any:
    raise ComError(-2147467262)  # E_NOINTERFACE: a value, not an object of this server


def _child_window(parent: int, _after: int, name: str, _title: None) -> int:
    return {"XLDESK": XLDESK, "EXCEL7": EXCEL7}[name] if parent else 0
