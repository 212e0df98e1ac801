"""Imports run one way, and the functions run where nothing but an old Python is installed."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("addin", "workbook_templates", "cpc_functions")
OLDEST = (3, 10)
NEWER_THAN_OLDEST = {
    "asyncio": {"Runner", "TaskGroup", "timeout"},
    "datetime": {"UTC"},
    "enum": {"EnumCheck", "FlagBoundary", "ReprEnum", "StrEnum", "member", "nonmember", "verify"},
    "itertools": {"batched"},
    "math": {"cbrt", "exp2", "fma", "sumprod"},
    "operator": {"call"},
    "tomllib": set(),
    "typing": {
        "LiteralString",
        "Never",
        "NotRequired",
        "Required",
        "Self",
        "TypeVarTuple",
        "Unpack",
        "assert_never",
        "assert_type",
        "override",
        "reveal_type",
    },
    "warnings": {"deprecated"},
}

FILES = [path for layer in LAYERS for path in sorted((ROOT / layer).rglob("*.py"))]
FUNCTION_FILES = [path for path in FILES if path.is_relative_to(ROOT / "cpc_functions")]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Return the modules that a file imports, anywhere in it, and what it takes from them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)}: write the import in full"
            yield from ((node.module or "", alias.name) for alias in node.names)


def attributes(path: Path) -> Iterator[tuple[str, str]]:
    """Return what a file reads from a module by dot, as in math.cbrt."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield node.value.id, node.attr


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_layer_imports_only_the_layers_below_it(path: Path) -> None:
    own = path.relative_to(ROOT).parts[0]
    above = set(LAYERS[: LAYERS.index(own)])
    assert above.isdisjoint(module.partition(".")[0] for module, _ in imports(path))


@pytest.mark.parametrize("path", FUNCTION_FILES, ids=named)
def test_the_functions_need_nothing_but_python(path: Path) -> None:
    needed = {module.partition(".")[0] for module, _ in imports(path)}
    assert needed <= sys.stdlib_module_names | {"cpc_functions"}


@pytest.mark.parametrize("path", FUNCTION_FILES, ids=named)
def test_the_functions_are_written_for_python_3_10(path: Path) -> None:
    ast.parse(path.read_text(encoding="utf-8"), feature_version=OLDEST)
    used = {*imports(path), *attributes(path)}
    newer = {
        (module, name)
        for module, name in used
        if module in NEWER_THAN_OLDEST
        and (name in NEWER_THAN_OLDEST[module] or not NEWER_THAN_OLDEST[module])
    }
    assert not newer
