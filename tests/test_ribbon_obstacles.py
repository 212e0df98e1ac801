"""What keeps Excel from writing is said with its cure, and nothing is changed: on its double."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from addin.hosts import failures
from addin.ribbon_commands import session
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import forget
from cpc_functions.texts import use_language
from tests.excel_ranges import Range
from tests.excel_state import BookState, CellState, ExcelError, SheetState, World
from tests.reports import export
from tests.ribbon_books import FIRST, PAID, ours, plain, press, reported, tracker

HIDDEN = "are hidden: clear the filter or unhide the rows"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    forget()
    yield
    forget()
    use_language("en")


def to_import(folder: Path) -> World:
    path = export(folder, "ads.csv", ("2026-05-01", "Google", "New", 10, 5, 1))
    world = tracker(3)
    world.answers = [(str(path),), None]
    return world


def to_insert(_folder: Path, table: str = "Mine") -> World:
    return plain(["Cost", "Conversions"], [100.0, 4.0], [90.0, 3.0], table=table)


def to_freeze(_folder: Path) -> World:
    world = plain(["CPC"], [25.0], [30.0])
    for row in (3, 4):
        cells = world.books[0].sheets[0].cells
        cells[row, 2] = CellState(cells[row, 2].value, "=CPC(100,4)")
    return world


WRITING: dict[str, tuple[str, Callable[[Path], World], int, int]] = {
    "an import": ("import_exports", to_import, PAID, FIRST + 1),
    "columns of a table": ("insert_cpc", to_insert, 0, 4),
    "columns beside cells": ("insert_cpc", lambda folder: to_insert(folder, ""), 0, 4),
    "frozen values": ("freeze_to_values", to_freeze, 0, 4),
}
every = pytest.mark.parametrize("name", WRITING)


def test_excel_writes_the_first_value_into_every_cell_that_a_filter_shows() -> None:
    """What the add-in keeps a person from: seen in Excel when rows go into filtered cells."""
    sheet = SheetState("A")
    sheet.obstacles.hidden = {2}
    world = World([BookState("a.xlsx", [sheet])])
    cells = Range(world, world.books[0], sheet, (1, 1, 3, 1))
    cells.raw_value = [[1.0], [2.0], [3.0]]
    assert cells.raw_value == ((1.0,), (None,), (1.0,))


@every
def test_rows_that_a_filter_hides_are_never_written(name: str, tmp_path: Path) -> None:
    command, setup, sheet, row = WRITING[name]
    world = setup(tmp_path)
    world.books[0].sheets[sheet].obstacles.hidden = {row}
    before = world.snapshot()
    with pytest.raises(Refused, match=HIDDEN):
        press(command, world)
    assert world.snapshot() == before


@pytest.mark.parametrize("name", [each for each in WRITING if each != "an import"])
def test_undo_asks_first_and_can_be_pressed_again(name: str, tmp_path: Path) -> None:
    command, setup, sheet, row = WRITING[name]
    world = setup(tmp_path)
    before = world.snapshot()
    press(command, world)
    obstacles = world.books[0].sheets[sheet].obstacles
    obstacles.hidden = {row}
    done = world.snapshot()
    with pytest.raises(Refused, match=HIDDEN):
        press("undo", world)
    assert world.snapshot() == done
    obstacles.hidden = set()
    assert press("undo", world).startswith("Undone: ")
    assert world.snapshot() == before


def test_undo_of_an_import_writes_nothing_into_filtered_rows(tmp_path: Path) -> None:
    world = to_import(tmp_path)
    press("import_exports", world)
    world.books[0].sheets[PAID].obstacles.hidden = {FIRST + 1}
    done = world.snapshot()
    with suppress(Refused):
        press("undo", world)
    assert world.snapshot() == done


def test_rows_are_hidden_on_a_mac_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "ON_MAC", True)
    world = to_insert(Path())
    world.on_mac = True
    world.books[0].sheets[0].obstacles.hidden = {3}
    with pytest.raises(Refused, match=HIDDEN):
        press("insert_cpc", world)


@every
def test_a_protected_sheet_is_refused_with_the_cure(name: str, tmp_path: Path) -> None:
    command, setup, sheet, _row = WRITING[name]
    world = setup(tmp_path)
    world.books[0].sheets[sheet].obstacles.protected = True
    before = world.snapshot()
    with pytest.raises(Refused, match="are protected: choose Review > Unprotect Sheet"):
        press(command, world)
    assert world.snapshot() == before


def test_cells_that_are_not_locked_are_written_on_a_protected_sheet(tmp_path: Path) -> None:
    world = to_import(tmp_path)
    obstacles = world.books[0].sheets[PAID].obstacles
    obstacles.protected, obstacles.unlocked = True, (FIRST, 1, FIRST + 500, 10)
    assert press("import_exports", world).startswith("Paid: 1 rows added")


def with_finding() -> World:
    world = tracker()
    world.books[0].sheets[PAID].cells[FIRST, 7] = CellState(90.0)
    return world


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize(
    ("command", "setup", "obstacle", "reasons"),
    [
        *(
            (command, setup, "fixed", ("Review > Protect Workbook", "Beskytt arbeidsbok"))
            for command, setup in (
                ("build_report", tracker),
                ("update_report", reported),
                ("check_workbook", with_finding),
            )
        ),
        ("update_report", reported, "shared", ("stop sharing it", "slutt å dele den")),
        ("build_report", tracker, "from_1904", ("1904 date system", "1904-datosystem")),
    ],
)
def test_a_workbook_that_takes_no_report_is_refused_with_the_cure(
    command: str,
    setup: Callable[[], World],
    obstacle: str,
    reasons: tuple[str, str],
    language: str,
) -> None:
    use_language(language)
    world = setup()
    setattr(world.books[0].obstacles, obstacle, True)
    before = world.snapshot()
    with pytest.raises(Refused, match=reasons[["en", "nb"].index(language)]):
        press(command, world)
    assert world.snapshot() == before


def test_a_workbook_that_excel_copies_no_sheets_into_has_its_report_beside() -> None:
    """As an .xls, whose sheets have too few rows."""
    world = tracker()
    before = world.snapshot()[0][0]
    world.gone = "Sheets.Copy"
    said = press("build_report", world)
    assert said == "The report stands in a new workbook; save it under a name of your own."
    assert world.books[0] == before
    assert not ours(world)


def test_the_log_holds_the_number_that_tells_faults_of_excel_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pywin32: com_error.excepinfo ends with the scode; the HRESULT is DISP_E_EXCEPTION."""
    monkeypatch.setattr(failures, "folder", lambda: tmp_path)
    fault = ExcelError("4711 in B2", -2147352567)
    vars(fault)["excepinfo"] = (0, "Microsoft Excel", "4711 in B2", "", 0, -2146827284)
    failures.record(fault, "build_report")
    log = (tmp_path / failures.NAME).read_text(encoding="utf-8")
    assert "ExcelError -2147352567 -2146827284\n" in log
    assert "4711" not in log
