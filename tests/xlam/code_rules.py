"""What the VBA must keep to compile, on 64- and 32-bit Windows and on a Mac."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from pyopenvba.exceptions import VBACompileError, VBAUnsupportedError
from pyopenvba.interpreter import _ast as syntax

from addin.hosts.excel.vba_text import (
    LARGEST_PROCEDURE,
    LONGEST_HELP,
    LONGEST_LINE,
    MOST_CONTINUED,
    RESERVED,
)
from tests.xlam.declared import PLATFORMS, parsed, undeclared

Sources = Mapping[str, str]
Trees = dict[str, syntax.Module]

CELL = re.compile(r"(?i)[A-Z]{1,3}[0-9]{1,7}|R[0-9]*C?[0-9]*|C[0-9]*")
BUILT_IN = {"acos", "n", "t", "rate", "price", "value", "text", "na"}
DOCUMENTS = {"ThisWorkbook", "CpcSettings"}


def code_problems(sources: Sources, project: str, libraries: set[str]) -> Iterator[str]:
    """Say what would not compile or could not be called; `libraries` are the DLLs of xlwings."""
    for name, source in sources.items():
        yield from _text(name, source)
    for platform, constants in PLATFORMS.items():
        trees: Trees = {}
        for name, source in sources.items():
            try:
                trees[name] = parsed(name, source, constants)
            except (VBACompileError, VBAUnsupportedError) as error:
                yield f"{name} does not compile for {platform}: {error}"
        if len(trees) == len(sources):
            yield from _names(trees, project)
            yield from _respelt(trees, sources)
            yield from _declares(trees, platform, libraries)
            yield from (f"{found} ({platform})" for found in undeclared(sources, trees, platform))


def procedures(sources: Sources) -> dict[tuple[str, str], syntax.Procedure]:
    """Return the procedures by module and name, as 64-bit Windows compiles them."""
    found: dict[tuple[str, str], syntax.Procedure] = {}
    for name, source in sources.items():
        try:
            tree = parsed(name, source, PLATFORMS["64-bit Windows"])
        except (VBACompileError, VBAUnsupportedError):
            continue
        found |= {(name, procedure.name): procedure for procedure in tree.procedures}
    return found


def _text(name: str, source: str) -> Iterator[str]:
    if re.search(r"(?<!\r)\n|\r(?!\n)", source):
        yield f"{name}: a line does not end in CR LF"
    if f'Attribute VB_Name = "{name}"' not in source:
        yield f"{name} calls itself otherwise"
    if name != "CpcSettings" and "Option Explicit" not in source:
        yield f"{name} lets variables go undeclared"
    yield from _too_long(name, source)


def _too_long(name: str, source: str) -> Iterator[str]:
    continued = 0
    for line in source.split("\r\n"):
        continued = continued + 1 if line.endswith(" _") else 0
        if len(line) > LONGEST_LINE:
            yield f"{name}: a line of {len(line)} characters"
        if continued > MOST_CONTINUED:
            yield f"{name}: a line is continued {continued} times"
    for text in re.findall(r'VB_Description = "(.*)"', source):
        if len(text) > LONGEST_HELP:
            yield f"{name}: a description of {len(text)} characters"
    for body in re.split(r"\r\nEnd (?:Sub|Function)", source):
        if len(body) > LARGEST_PROCEDURE:
            yield f"{name}: a procedure of {len(body)} characters"


def _names(trees: Trees, project: str) -> Iterator[str]:
    public = [
        procedure.name.lower()
        for tree in trees.values()
        for procedure in tree.procedures
        if procedure.scope != "private"
    ]
    taken = Counter([*public, *(name.lower() for name in trees), project.lower()])
    yield from (f"{name} is the name of two things" for name, times in taken.items() if times > 1)
    for name, tree in trees.items():
        own = Counter(procedure.name.lower() for procedure in tree.procedures)
        yield from (f"{name} has {again} twice" for again, times in own.items() if times > 1)
        for procedure in tree.procedures:
            yield from _names_in(procedure, visible=name == "CpcFunctions")


def _respelt(trees: Trees, sources: Sources) -> Iterator[str]:
    """Find names that the editor of VBA would respell: it knows one spelling of a word."""
    functions = trees.get("CpcFunctions")
    ours = {one.name.lower(): one.name for one in functions.procedures} if functions else {}
    for name, source in sources.items():
        code = re.sub(r'"(?:[^"\r\n]|"")*"', "", source)  # what stands in quotes stays as it is
        words = set(re.findall(r"\w+", re.sub(r"'.*|^Attribute.*", "", code, flags=re.MULTILINE)))
        for word in words:
            if ours.get(word.lower(), word) != word:
                yield f"{name}: {word} would respell the function {word.upper()}"


def _names_in(procedure: syntax.Procedure, *, visible: bool) -> Iterator[str]:
    if visible and CELL.fullmatch(procedure.name):
        yield f"{procedure.name} is the address of a cell"
    if visible and procedure.name.lower() in BUILT_IN:
        yield f"{procedure.name} is a function of Excel"
    names = [procedure.name, *(parameter.name for parameter in procedure.params)]
    for name, times in Counter(name.lower() for name in names).items():
        if times > 1:
            yield f"{procedure.name} uses the name {name} twice"
        if name in RESERVED:
            yield f"{procedure.name}: {name} is a word of VBA"
    optional = [parameter.optional or parameter.param_array for parameter in procedure.params]
    if optional != sorted(optional):
        yield f"{procedure.name}: an argument that is needed follows an optional one"


def _declares(trees: Trees, platform: str, libraries: set[str]) -> Iterator[str]:
    used = {declare.library.lower() for tree in trees.values() for declare in tree.declares}
    bits = "32" if platform == "32-bit Windows" else "64"
    own = {name for name in libraries if name.startswith(f"xlwings{bits}-")}
    needed = set() if platform == "Mac" else {"kernel32", "ole32", "user32", *own}
    if used != needed:
        yield f"{platform}: libraries {sorted(used)}, not {sorted(needed)}"
