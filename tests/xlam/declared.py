"""VBA as each kind of Excel compiles it, and the words in it that nothing declares."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from typing import Any

from pyopenvba.interpreter import _ast as syntax
from pyopenvba.interpreter._constants_data import EXCEL_CONSTANTS, OFFICE_CONSTANTS, VBA_CONSTANTS
from pyopenvba.interpreter._intrinsics import INTRINSICS
from pyopenvba.interpreter._inventory import members_of
from pyopenvba.interpreter._parse import parse_module
from pyopenvba.interpreter._preprocess import strip_directives

Constants = tuple[tuple[str, object], ...]

PLATFORMS: dict[str, Constants] = {
    "64-bit Windows": (("Mac", False), ("Win64", True)),
    "32-bit Windows": (("Mac", False), ("Win64", False)),
    "Mac": (("Mac", True), ("Win64", True), ("Win32", False)),
}
ONLY_ON_MAC = {"applescripttask"}
ONLY_ON_WINDOWS = {"strptr"}
_KNOWN = "application debug empty err false getsetting me nothing null savesetting true"


@lru_cache(maxsize=256)
def parsed(name: str, source: str, constants: Constants) -> syntax.Module:
    """Return a module as one platform compiles it; the parser does not know WithEvents."""
    compiled = strip_directives(source, module=name, constants=dict(constants))
    return parse_module(compiled.replace("Private WithEvents ", "Private "), name=name)


def undeclared(
    sources: Mapping[str, str], trees: Mapping[str, syntax.Module], platform: str
) -> Iterator[str]:
    """Say which words nothing declares; a label that a jump looks for ends in a colon."""
    everywhere = _everywhere() | {name.lower() for name in trees}
    everywhere = everywhere - ONLY_ON_WINDOWS | ONLY_ON_MAC if platform == "Mac" else everywhere
    for tree in trees.values():
        everywhere |= {one.name.lower() for one in tree.procedures if one.scope != "private"}
    for name, source in sources.items():
        for procedure, used in _free(name, source, PLATFORMS[platform]):
            for word in used - everywhere:
                yield f"{name}.{procedure}: {word} is not declared"


@cache
def _everywhere() -> frozenset[str]:
    """Return what VBA and Excel know by themselves."""
    names = {*INTRINSICS, *_KNOWN.split(), *ONLY_ON_WINDOWS, *members_of("Global", "excel")}
    for constants in (EXCEL_CONSTANTS, OFFICE_CONSTANTS, VBA_CONSTANTS):
        names |= set(constants)
    return frozenset(name.lower() for name in names)


@lru_cache(maxsize=256)
def _free(name: str, source: str, constants: Constants) -> list[tuple[str, set[str]]]:
    """Return the words of each procedure that are declared neither in it nor in its module."""
    tree = parsed(name, source, constants)
    own = _declared(tree.variables) | _declared(tree.constants)
    own |= {declare.name.lower() for declare in tree.declares}
    own |= {procedure.name.lower() for procedure in tree.procedures}
    return [(procedure.name, _words(procedure) - own) for procedure in tree.procedures]


def _words(procedure: syntax.Procedure) -> set[str]:
    """Return the words that a procedure uses and does not declare; labels end in a colon."""
    body = procedure.body
    used = {node.name.lower().rstrip("$") for node in _nodes(body, syntax.Name)}
    jumps = _nodes(body, syntax.OnError, syntax.Resume, syntax.GoTo)
    labels = {node.name.lower() for node in _nodes(body, syntax.Label)}
    used |= {f"{jump.label}:" for jump in jumps if jump.label and jump.label.lower() not in labels}
    return used - _declared(body) - {parameter.name.lower() for parameter in procedure.params}


def _declared(statements: object) -> set[str]:
    dims = {one.name.lower() for dim in _nodes(statements, syntax.Dim) for one in dim.decls}
    constants = _nodes(statements, syntax.ConstDecl)
    return dims | {name.lower() for constant in constants for name, *_ in constant.names}


def _nodes(tree: object, *kinds: type) -> Iterator[Any]:
    """Walk a tree and give its nodes of some kinds."""
    if isinstance(tree, kinds):
        yield tree
    if is_dataclass(tree):
        for field in fields(tree):
            yield from _nodes(getattr(tree, field.name), *kinds)
    elif isinstance(tree, (list, tuple)):
        for item in tree:
            yield from _nodes(item, *kinds)
