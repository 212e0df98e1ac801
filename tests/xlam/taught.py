"""What the interpreter of pyOpenVBA is taught, so that it runs the add-in as Excel would.

It has no libraries of Windows, no ribbon and no macro options; and it reads of a range only the
used cells, where Excel reads them all.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from weakref import WeakKeyDictionary

from pyopenvba.apps.excel._model import Application, Range
from pyopenvba.interpreter import (
    Interpreter,
    ModuleRuntime,
    VBAArray,
    VBAInt,
    VBAObject,
    parse_module,
)
from pyopenvba.interpreter._ast import Module
from pyopenvba.interpreter._objects import MemberSpec
from pyopenvba.interpreter._preprocess import strip_directives

from tests.xlam.code_rules import DOCUMENTS
from tests.xlam.controls import Language
from tests.xlam.declared import Constants
from tests.xlam.outside import HWND, Outside, Server

MOST_CELLS = 100_000
OUTSIDE: WeakKeyDictionary[Application, Outside] = WeakKeyDictionary()
"""What each Excel meets outside of VBA."""

STAND_INS = """
Public Function LoadLibraryW(ByVal path As Variant) As Long
    LoadLibraryW = Application.StandInLoad(path)
End Function
Public Function StrPtr(ByVal text As Variant) As Variant
    StrPtr = text
End Function
Public Function XLPyDLLActivateAuto(ByRef result As Variant, ByVal start As String, mode) As Long
    XLPyDLLActivateAuto = Application.StandInActivate(start)
    If XLPyDLLActivateAuto = 0 Then Set result = Application.StandInServer()
End Function
Public Function MessageBoxW(ByVal owner, ByVal text, ByVal title, ByVal kind) As Long
    Application.StandInShow owner, text, title, kind
End Function
Public Function CoRegisterMessageFilter(ByVal wanted As Variant, ByRef previous As Variant) As Long
    previous = Application.StandInFilter(wanted)
End Function
Public Function Environ(ByVal name As String) As String
    Environ = "/Users/kari"
End Function
Public Function GetSetting(ByVal program, ByVal section, ByVal key, ByVal default) As String
    GetSetting = Application.StandInKept(program & "/" & section & "/" & key, default)
End Function
Public Sub SaveSetting(ByVal program, ByVal section, ByVal key, ByVal value As String)
    Application.StandInKeep program & "/" & section & "/" & key, value
End Sub
Public Function AppleScriptTask(ByVal script As String, ByVal handler As String, ByVal text)
    Application.StandInScript script, handler, text
End Function
"""
_LEFT_OUT = re.compile(
    r"^(Private Declare .*|Attribute \w+\.VB_.*|Private WithEvents .*)$", re.MULTILINE
)

_MEMBERS: dict[str, Callable[..., object]] = {
    "Caller": lambda outside: outside.caller,
    "Hwnd": lambda _: VBAInt(HWND, "Long"),
    "LanguageSettings": lambda outside: Language(outside.office),
    "Path": lambda _: "/Applications/Microsoft Excel.app",
    "CalculateFullRebuild": Outside.rebuild,
    "StandInLoad": Outside.loads,
    "StandInActivate": Outside.activates,
    "StandInServer": Server,
    "StandInShow": Outside.shows,
    "StandInFilter": Outside.filters,
    "OnUndo": Outside.offers,
    "StandInScript": Outside.script,
    "StandInKept": lambda outside, key, default: outside.kept.get(key, default),
    "StandInKeep": Outside.keep,
}
_MACRO_OPTIONS = ("Macro", "Description", "Category", "ArgumentDescriptions")


def load(vba: Interpreter, name: str, source: str, constants: Constants) -> None:
    """Add a module of the add-in, as one kind of Excel compiles it."""
    compiled = strip_directives(source, module=name, constants=dict(constants))
    compiled = _LEFT_OUT.sub("", compiled.replace("\r\n", "\n"))
    compiled = compiled.replace("LongPtr", "Long")  # a type that it does not know
    if name == "ThisWorkbook":  # events are called by hand
        compiled = compiled.replace("Set host = Application", "").replace(
            "Private Sub", "Public Sub"
        )
    kind = "document" if name in DOCUMENTS else "standard"
    vba.modules[name.lower()] = ModuleRuntime(_parsed(name, compiled, kind), vba)
    if kind == "document":
        host = vba.host.global_object(name.lower())
        assert isinstance(host, VBAObject), f"no sheet or workbook is called {name} in VBA"
        vba.bind_document(name, host)


@cache
def _parsed(name: str, source: str, kind: str) -> Module:
    """Parse a module once for all the tests that run it."""
    return parse_module(source, name=name, kind=kind)


def _value2(area: Range) -> object:
    """Return every cell of a block, blank ones too; the interpreter stops at the used ones."""
    block = area.first
    if area.single:
        return area._read(block.top, block.left, raw=True)
    height, width = block.bottom - block.top + 1, block.right - block.left + 1
    assert height * width <= MOST_CELLS, "whole columns are not to be read"
    return VBAArray(
        [(1, height), (1, width)],
        items=[
            area._read(row, column, raw=True)
            for column in range(block.left, block.right + 1)
            for row in range(block.top, block.bottom + 1)
        ],
    )


def _member(name: str, answer: Callable[..., object], parameters: tuple[str, ...] = ()) -> None:
    def getter(application: Application, *args: object) -> object:
        return answer(OUTSIDE[application], *args)

    Application._vba_members[name.lower()] = MemberSpec(
        name=name, kind="method", getter=getter, parameters=parameters, varargs=not parameters
    )


for _name, _answer in _MEMBERS.items():
    _member(_name, _answer)
_member("MacroOptions", Outside.describes, _MACRO_OPTIONS)
Range._vba_members["value2"] = replace(Range._vba_members["value2"], getter=_value2)
