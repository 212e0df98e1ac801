"""The file cpc.oxt, looked at without LibreOffice."""

import ast
import json
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from addin.hosts.calc.extension import build, extension_files
from addin.hosts.calc.interface import MORE
from addin.hosts.calc.names import argument, stored
from cpc_functions import CATALOGUE

FILES = extension_files()
INSIDE = [name for name in FILES if name.endswith(".py")]
MANIFEST = "{http://openoffice.org/2001/manifest}"
OOR = "{http://openoffice.org/2001/registry}"
OLDEST = (3, 10)
EVERY_EXAMPLE = """
import sys
sys.path = [path for path in sys.path if "-packages" not in path]
sys.path.insert(0, {place!r})
from addin.explaining import explained
from addin.hosts.calc.office.cells import in_calc, written
from cpc_functions import CATALOGUE, CellError
def sent(value):
    if isinstance(value, list):
        return tuple(tuple(map(sent, row if isinstance(row, list) else [row])) for row in value)
    return "" if value is None else float(value) if isinstance(value, (int, float)) else value
count = 0
for function in CATALOGUE:
    example = function.examples[0]
    args = [None if arg is None else sent(arg) for arg in example.args]
    left = len(function.args) - len(args)
    more = [tuple(args[len(function.args):])] if function.repeats else []
    given = in_calc(function)(None, *args[: len(function.args)], *[None] * left, *more)
    rows = given if isinstance(given, tuple) else ((given,),)
    assert repr(rows) == repr(written(function.evaluate(*example.args))), function.name
    count += 1
standard = sys.stdlib_module_names
print(count, *(name for name in sys.modules if name.partition(".")[0] not in standard))
"""


def test_it_is_the_same_to_the_byte_every_time() -> None:
    assert build() == build()
    with ZipFile(BytesIO(build())) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.testzip() is None


def test_the_manifest_names_every_file_that_libreoffice_must_read() -> None:
    root = etree.fromstring(FILES["META-INF/manifest.xml"])
    named = {entry.get(f"{MANIFEST}full-path") for entry in root}
    assert named == {"cpc.idl", "cpc_component.py", "CalcAddIns.xcu", "Addons.xcu"}
    assert named <= set(FILES)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith((".xml", ".xcu"))])
def test_its_xml_is_well_formed(name: str) -> None:
    assert etree.fromstring(FILES[name]).tag


def test_interface_and_wizard_have_the_same_functions_with_the_same_arguments() -> None:
    declared = {
        name: re.findall(r"\[in\] [\w<> ]+ (\w+)", arguments)
        for name, arguments in re.findall(r"> (\w+)\(|any (\w+)\(", FILES["cpc.idl"].decode())
        for name, arguments in [(name or arguments, _line(name or arguments))]
    }
    root = etree.fromstring(FILES["CalcAddIns.xcu"])
    functions = next(node for node in root.iter("node") if _name(node) == "AddInFunctions")
    described = {
        _name(node): [_name(each) for each in node.findall("node/node")] for node in functions
    }
    expected = {
        f.name: [argument(each.name) for each in f.args] + [MORE] * f.repeats for f in CATALOGUE
    }
    assert declared == expected
    assert described == expected


def test_a_file_stores_a_function_under_its_namespace() -> None:
    assert stored("CPC_LOW") == "CPC.CPC_LOW"


def test_every_text_of_the_wizard_is_there_in_both_languages() -> None:
    root = etree.fromstring(FILES["CalcAddIns.xcu"])
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    described = [prop for prop in root.iter("prop") if prop.get(f"{OOR}name") == "Description"]
    assert len(described) > 2 * len(CATALOGUE)
    for prop in described:
        texts = {value.get(lang): value.text for value in prop}
        assert set(texts) == {"en", "nb"}
        assert all(texts.values())
        assert texts["en"] != texts["nb"]


@pytest.mark.parametrize("name", INSIDE)
def test_what_runs_inside_is_written_for_the_oldest_python_that_it_takes(name: str) -> None:
    ast.parse(FILES[name], feature_version=OLDEST)


def test_an_older_python_is_told_so_before_anything_else_is_read() -> None:
    """LibreOffice 7.4 on Windows brings Python 3.8: it must be able to read this file at least."""
    tree = ast.parse(FILES["cpc_component.py"], feature_version=(3, 5))
    kinds = ast.Expr | ast.Import | ast.ImportFrom
    first = next(node for node in tree.body if not isinstance(node, kinds))
    assert isinstance(first, ast.If)
    assert "version_info" in ast.unparse(first.test)
    assert isinstance(first.body[0], ast.Raise)


def test_it_needs_nothing_but_the_standard_library(tmp_path: Path) -> None:
    """Every function answers its first example where no package is installed."""
    with ZipFile(BytesIO(build())) as package:
        package.extractall(tmp_path)
    code = EVERY_EXAMPLE.format(place=str(tmp_path / "pythonpath"))
    run = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    count, *modules = run.stdout.split()
    assert int(count) == len(CATALOGUE)
    assert {m.partition(".")[0] for m in modules} == {"__main__", "addin", "cpc_functions"}


def test_the_command_of_the_computer_is_only_in_a_file_made_for_it() -> None:
    assert json.loads(FILES["pythonpath/tool.json"]) == []
    made = extension_files(["/usr/bin/python3", "-m", "addin"])
    assert json.loads(made["pythonpath/tool.json"]) == ["/usr/bin/python3", "-m", "addin"]


def _line(name: str) -> str:
    text = FILES["cpc.idl"].decode()
    return next(line for line in text.splitlines() if f" {name}(" in line)


def _name(node: Any) -> str:
    return str(node.get(f"{OOR}name"))
