"""Writing VBA: what the language and its compiler allow."""

from collections.abc import Sequence
from typing import NamedTuple

CODE_PAGE = "cp1252"
LONGEST_LINE = 1023
MOST_CONTINUED = 24
LARGEST_PROCEDURE = 65_536
LONGEST_HELP = 255
"""Limits of VBA: characters in a line, continuations of one, bytes in a procedure; and of
`Application.MacroOptions`: characters in a description."""

_WORDS = """
    abs addressof and any array as attribute boolean byref byte byval call case cbool cbyte ccur
    cdate cdbl cdec cdecl cint circle clng clnglng clngptr close const csng cstr currency cvar
    cverr date debug decimal declare defbool defbyte defcur defdate defdbl defdec defint deflng
    deflnglng deflngptr defobj defsng defstr defvar dim do doevents double each else elseif
    empty end endif enum eqv erase event exit false fix for friend function get global gosub
    goto if imp implements in input inputb int integer is lbound len lenb let like lineinput
    lock long longlong longptr loop lset me mod new next not nothing null on open option
    optional or paramarray preserve print private pset public put raiseevent redim rem resume
    return rset scale seek select set sgn shared single spc static step stop string sub tab then
    to true type typeof ubound unlock until variant vb_base vb_control vb_creatable
    vb_customizable vb_description vb_exposed vb_ext_key vb_globalnamespace vb_helpid
    vb_invoke_func vb_invoke_property vb_invoke_propertyput vb_invoke_propertyputref
    vb_memberflags vb_name vb_predeclaredid vb_procdata vb_templatederived vb_usermemid
    vb_vardescription vb_varhelpid vb_varmemberflags vb_varprocdata vb_varusermemid wend while
    width with withevents write xor
"""
RESERVED = frozenset(_WORDS.split())
"""Words that cannot be names: [MS-VBAL] 3.3.5.2."""

_SIGNS = {"−": "-", "→": "->", "≥": ">=", "≤": "<="}
"""Signs of our texts that the code page of VBA lacks."""


class Block(NamedTuple):
    """A procedure: its declaration and the lines of its body."""

    declaration: str
    body: Sequence[str]

    def lines(self) -> list[str]:
        """Return the procedure with its end."""
        kind = "Function" if " Function " in self.declaration else "Sub"
        indented = [line if line.startswith("Attribute ") else f"    {line}" for line in self.body]
        return [self.declaration, *indented, f"End {kind}", ""]


def module(name: str, comment: str, blocks: Sequence[Block], *, hidden: bool = True) -> str:
    """Return a standard module; one that is hidden offers nothing to other workbooks.

    Raises ValueError where a line is longer than VBA reads.
    """
    options = ["Option Explicit", *["Option Private Module"] * hidden]
    head = [f'Attribute VB_Name = "{name}"', *options, "", f"' {comment}", ""]
    lines = [*head, *(line for block in blocks for line in block.lines())]
    for line in lines:
        if len(line) > LONGEST_LINE:
            raise ValueError(f"{name}: VBA reads no line this long: {line[:60]}…")
    return "\n".join(lines)


def quoted(text: str) -> str:
    """Return a text as a VBA literal; raises UnicodeEncodeError for signs that VBA lacks."""
    for sign, plain in _SIGNS.items():
        text = text.replace(sign, plain)
    text.encode(CODE_PAGE)
    return '"' + text.replace('"', '""') + '"'
