"""cpc.xlam is whole: what is committed is in it, and a lint and three other readers agree."""

import logging
import warnings
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from pyopenvba import check_file

from addin import ribbon
from addin.hosts.excel.build import build
from addin.hosts.excel.generate import HERE, generated
from addin.hosts.excel.ribbon_texts import BUTTONS, GROUPS, LANGUAGES, MESSAGES
from addin.hosts.excel.ribbon_ui import LAYOUT, camel, custom_ui
from addin.hosts.excel.settings import Settings
from addin.hosts.excel.vba_project import sources
from tests.xlam.lint import problems
from tests.xlam.package_rules import settings as on_the_sheet
from tests.xlam.ribbon_rules import NAMESPACE

SETTINGS = Settings(r"C:\Users\Kåre & co\cpc\Scripts\pythonw.exe", "0.37.8")
_NAMED = """
    build_report update_report new_tracker new_ab_test new_bids new_budget import_exports
    check_workbook insert_cpc explain_cell freeze_to_values recalculate functions_help
    set_language about
"""
COMMANDS = _NAMED.split()


@pytest.fixture(scope="module")
def content() -> bytes:
    return build(SETTINGS)


@pytest.fixture(scope="module")
def path(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("xlam") / "cpc.xlam"
    path.write_bytes(content)
    return path


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("path", generated(), ids=lambda path: path.name)
def test_the_committed_text_is_fresh(path: Path) -> None:
    fresh = generated()[path]
    assert path.read_text(encoding="utf-8") == fresh, "run: python -m addin.hosts.excel.generate"


def test_the_lint_finds_nothing(content: bytes) -> None:
    assert list(problems(content)) == []


def test_the_integrity_check_of_pyopenvba_finds_nothing(path: Path) -> None:
    report = check_file(path)
    assert report.complete
    assert report.issues == ()


def test_two_builds_are_the_same_to_the_byte(content: bytes) -> None:
    assert sha256(build(SETTINGS)).digest() == sha256(content).digest()


def test_olevba_extracts_the_committed_text(path: Path) -> None:
    extracted = dict(_extracted(path))
    assert extracted.keys() == {file.stem for file in (HERE / "vba").iterdir()}
    for name, source in extracted.items():
        assert source == sources(SETTINGS)[name].replace("\r\n", "\n"), name


def test_only_the_names_of_the_libraries_differ_from_the_committed_text() -> None:
    for name, source in sources(SETTINGS).items():
        file = next((HERE / "vba").glob(f"{name}.*"))
        committed = file.read_text(encoding="utf-8")
        back = source.replace('Lib "xlwings64-0.37.8.dll"', 'Lib "DLL64"')
        back = back.replace('Lib "xlwings32-0.37.8.dll"', 'Lib "DLL32"')
        assert back.replace("\r\n", "\n") == committed


def test_the_settings_are_on_the_sheet_of_the_add_in(content: bytes) -> None:
    assert on_the_sheet(parts(content)) == {
        "INTERPRETER": r"C:\Users\Kåre & co\cpc\Scripts\pythonw.exe",
        "XLWINGS": "0.37.8",
        "DLL64": "xlwings64-0.37.8.dll",
        "DLL32": "xlwings32-0.37.8.dll",
        "PYTHONPATH": "",
        "LANGUAGE": "",
    }


@pytest.mark.parametrize(
    "refused",
    [
        {"interpreter": ""},
        {"interpreter": 'C:\\a" & calc.exe & "\\pythonw.exe'},
        {"interpreter": "/Users/o'brien/bin/python3"},
        {"interpreter": "C:\\a\npythonw.exe"},
        {"pythonpath": "C:\\work\\"},
        {"pythonpath": "'); import evil; ('"},
        {"xlwings": "../evil"},
        {"xlwings": ""},
        {"language": "de"},
    ],
    ids=str,
)
def test_settings_that_could_start_something_else_are_refused(refused: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Settings(**{"interpreter": r"C:\Py\pythonw.exe", "xlwings": "0.37.8"} | refused)


def test_every_command_has_its_button_and_its_words() -> None:
    on_the_tab = [button.command for buttons in LAYOUT.values() for button in buttons]
    assert on_the_tab == COMMANDS == list(BUTTONS)
    assert list(LAYOUT) == list(GROUPS) == ["Report", "Workbook", "Data", "Formulas", "Help"]


def test_python_knows_every_command_but_the_one_of_vba_and_undo_besides() -> None:
    assert set(ribbon.COMMANDS) == set(COMMANDS) - {"recalculate"} | {"undo"}


def test_every_button_presses_the_command_of_its_name() -> None:
    buttons = ET.fromstring(custom_ui()).iter(f"{{{NAMESPACE}}}button")  # noqa: S314 - our own
    pressed = {button.get("onAction", "") for button in buttons}
    assert pressed == {f"RibbonCpc.{camel(command)}" for command in COMMANDS}
    callbacks = (HERE / "vba" / "RibbonCpc.bas").read_text(encoding="utf-8")
    for command in set(COMMANDS) - {"recalculate", "set_language"}:
        body = f'Public Sub {camel(command)}(control As IRibbonControl)\n    CpcRun "{command}"\n'
        assert body in callbacks


def test_no_text_is_missing_or_left_in_english() -> None:
    same = {"Data", "English", "Norsk bokmål"}
    texts = [text for words in BUTTONS.values() for text in words]
    for text in [*texts, *GROUPS.values(), *LANGUAGES.values(), *MESSAGES.values()]:
        assert text.en
        assert text.nb
        assert text.en != text.nb or text.en in same


def test_a_tip_fits_where_office_shows_it() -> None:
    for words in BUTTONS.values():
        for text in (*words.label, *words.tip, *words.help):
            assert len(text) <= 1024
        assert max(map(len, words.label)) <= 22


def _extracted(path: Path) -> Iterator[tuple[str, str]]:
    with warnings.catch_warnings():  # it uses old names of pyparsing
        warnings.simplefilter("ignore", DeprecationWarning)
        from oletools.olevba import VBA_Parser
    logging.disable(logging.CRITICAL)
    try:
        parser = VBA_Parser(str(path))
        for _, _, name, source in parser.extract_macros():
            yield name.rpartition(".")[0], source.replace("\r\n", "\n")
        parser.close()
    finally:
        logging.disable(logging.NOTSET)
