"""A function that does what none should do harms no other one: in a real LibreOffice."""

from collections.abc import Iterator

import pytest

from addin.hosts.calc.extension import extension_files
from cpc_functions import CATALOGUE
from tests.calc.office import Book, Office, running, unpacked

ROGUE = """

def _rogue(name, answer):
    made = CATALOGUE[0].alias(name)
    made.evaluate = answer
    return made


def _raises(*cells):
    raise OverflowError("int too large")


CATALOGUE = (*CATALOGUE, *(_rogue(name, answer) for name, answer in {
    "ROGUE_RAISES": _raises,
    "ROGUE_HUGE": lambda *cells: 10**400,
    "ROGUE_HUGE_IN_ROWS": lambda *cells: [[10**400, 1.0]],
    "ROGUE_NAN": lambda *cells: float("nan"),
    "ROGUE_INFINITE": lambda *cells: float("inf"),
    "ROGUE_RAGGED": lambda *cells: [[1.0], [2.0, 3.0]],
    "ROGUE_NOTHING": lambda *cells: None,
    "ROGUE_EMPTY": lambda *cells: [],
    "ROGUE_OBJECT": lambda *cells: object(),
}.items()))
"""
NAMES = (
    "ROGUE_RAISES",
    "ROGUE_HUGE",
    "ROGUE_HUGE_IN_ROWS",
    "ROGUE_NAN",
    "ROGUE_INFINITE",
    "ROGUE_RAGGED",
    "ROGUE_NOTHING",
    "ROGUE_EMPTY",
    "ROGUE_OBJECT",
)
IS_NUMBER = {"ROGUE_RAGGED": 1.0}
FUNCTIONS = "pythonpath/cpc_functions/__init__.py"


@pytest.fixture(scope="module")
def rogues(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Return an office whose extension has functions that break every rule."""
    declared = [*CATALOGUE, *(CATALOGUE[0].alias(name) for name in NAMES)]
    files = extension_files((), declared)
    files[FUNCTIONS] += ROGUE.encode()
    folder = tmp_path_factory.mktemp("rogues")
    with running(unpacked(files, folder / "extensions"), folder / "profile") as office:
        yield office


@pytest.fixture
def among(rogues: Office) -> Iterator[Book]:
    book = rogues.new()
    yield book
    book.close()


@pytest.mark.parametrize("name", NAMES)
def test_it_is_an_error_in_its_own_cell(among: Book, name: str) -> None:
    shown = among.type("A1", f"={name}(1,2)")
    assert shown == IS_NUMBER.get(name, shown)
    assert (among.type("A2", "=ISERROR(A1)") == 1) is (name not in IS_NUMBER)


@pytest.mark.parametrize("name", NAMES)
def test_the_functions_answer_after_it_as_before(among: Book, name: str) -> None:
    among.type("A1", f"={name}(1,2)")
    assert among.type("A2", "=CPC(1200,48)") == 25
    assert among.type("A3", '=CPC_VERDICT(10000,50,120)&"!"') == "above target!"
    among.document.calculateAll()
    assert among.shown("A2") == 25


def test_a_ragged_table_is_a_table(among: Book) -> None:
    first, second = among.type_array("A1:B2", "=CPC.ROGUE_RAGGED(1;2)")
    assert first[0] == 1
    assert second == [2, 3]
