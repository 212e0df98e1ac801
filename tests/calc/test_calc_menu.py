"""The menu CPC in a real LibreOffice: each command on a workbook that is open."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import pytest

from addin.hosts.calc.extension import extension_files
from addin.hosts.calc.menu import ITEMS
from cpc_functions import CATALOGUE
from tests.calc.office import Book, Office, running, settings, uno, unpacked
from tests.calc.pictures import pictured
from workbook_templates.edition import Edition
from workbook_templates.kinds import Kind, make

NAME = "report.xlsx"
"""Of a tracker: a name that a report might have had."""

OWN: list[list[Any]] = [
    ["Date", "Campaign", "Cost", "Conversions"],
    [46023, "Brand", 100, 1],
    [46024, "Brand", 500, 5],
]


@pytest.fixture(scope="module")
def tracker_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tracker") / "tracker.xlsx"
    path.write_bytes(make(Kind.TRACKER, Edition(date(2026, 1, 1), sample=True)))
    return path


@pytest.fixture
def tracker(office: Office, tracker_file: Path, tmp_path: Path) -> Iterator[Book]:
    opened = office.open(Path(shutil.copy(tracker_file, tmp_path / NAME)))
    yield opened
    opened.close()


def paid_figure(tracker: Book) -> float:
    """Return the paid cost per conversion as the tracker itself calculates it."""
    name = tracker.document.NamedRanges.getByName("paid_figure")
    return float(name.getReferredCells().getCellByPosition(0, 0).Value)


def test_build_report_opens_a_report_on_the_tracker_in_front(
    office: Office, tracker: Book, tmp_path: Path
) -> None:
    said = office.command("build_report")
    report = office.in_front()
    assert said.startswith("The report is a new document")
    assert not report.document.hasLocation()
    assert report.document.Sheets.ElementNames[0] == "Report"
    texts = [row[1] for row in report.cell("A1:B12").getDataArray()]
    figure = texts[texts.index("Paid cost per conversion") + 1]
    assert figure == pytest.approx(paid_figure(tracker), rel=1e-12)
    pictured(report, tmp_path, "calc-report")
    report.close()


def test_the_menu_starts_the_command(office: Office, tracker: Book) -> None:
    frame = tracker.document.CurrentController.Frame
    helper = office.service("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(frame, "service:CPC.Command?functions_help", "", 0, ())
    opened = office.in_front()
    assert opened.cell("A2").String == "CPC"
    opened.close()


def test_the_menu_of_calc_has_every_item_in_order(office: Office) -> None:
    provider = office.service("com.sun.star.configuration.ConfigurationProvider")
    place = settings(nodepath="/org.openoffice.Office.Addons/AddonUI/OfficeMenuBar/CPC.Command")
    menu = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationAccess", place
    )
    items = menu.getByName("Submenu")
    urls = [items.getByName(name).getByName("URL") for name in sorted(items.ElementNames)]
    titles = [items.getByName(name).getByName("Title") for name in sorted(items.ElementNames)]
    assert urls == [f"service:CPC.Command?{command}" for command in ITEMS]
    assert titles == [title.en for title in ITEMS.values()]


@pytest.mark.usefixtures("book")
def test_new_tracker_opens_one_that_has_no_file_yet(office: Office) -> None:
    office.command("new_tracker")
    made = office.in_front()
    assert "Paid" in made.document.Sheets.ElementNames
    assert not made.document.hasLocation()
    made.close()


def test_check_lists_what_it_found_on_a_sheet_of_its_own(office: Office, tracker: Book) -> None:
    said = office.command("check_workbook")
    assert said.endswith("listed on the sheet CPC Checks.")
    sheet = tracker.document.Sheets.getByName("CPC Checks")
    titles, first = sheet.getCellRangeByName("A1:E2").getDataArray()
    assert titles == ("Severity", "Source", "Line", "What was found", "What to do")
    assert all(first[place] for place in (0, 1, 3))


def test_a_workbook_without_figures_is_refused_in_one_sentence(office: Office, book: Book) -> None:
    book.fill("A1", [["Hello"]])
    said = office.command("build_report")
    assert "Traceback" not in said
    assert said.count("\n") == 0
    assert office.in_front().document.Sheets.ElementNames == book.document.Sheets.ElementNames


def test_columns_that_no_platform_writes_are_proposed_and_asked_about(
    office: Office, book: Book
) -> None:
    book.fill("A1", OWN)
    book.cell("A2:A3").NumberFormat = 36  # a date
    said = office.command("build_report")
    assert '--map "cost=Cost"' in said
    assert str(Path(gettempdir())) not in said
    office.command("build_report", yes=True)
    report = office.in_front()
    texts = [row[1] for row in report.cell("A1:B12").getDataArray()]
    assert texts[texts.index("Paid cost per conversion") + 1] == 100
    report.close()


def test_a_column_without_a_proposal_is_not_asked_about(office: Office, book: Book) -> None:
    book.fill("A1", [["Date", "Kroner", "Conversions"], [46023, 100, 1]])
    book.cell("A2").NumberFormat = 36
    said = office.command("build_report", yes=True)
    assert '--map "cost=TITLE"' in said


def test_a_text_that_looks_like_a_formula_stays_a_text(book: Book) -> None:
    """The name of a campaign comes from a file, and findings quote it."""
    uno()
    from addin.hosts.calc.office.documents import laid_out  # needs the bridge

    laid_out(book.sheet, [["Source", "Line"], ["=1+1", None], ["@x", 7.0]], (2000, 2000))
    assert [book.cell(place).Type.value for place in ("A2", "A3", "B2", "B3")] == [
        "TEXT",
        "TEXT",
        "EMPTY",
        "VALUE",
    ]
    assert book.cell("A2").String == "=1+1"


def test_a_second_check_takes_the_place_of_the_first_and_is_one_step_of_undo(
    office: Office, tracker: Book
) -> None:
    sheets = tracker.document.Sheets
    before = sheets.ElementNames
    office.command("check_workbook")
    first = sheets.ElementNames
    office.command("check_workbook")
    assert sorted(sheets.ElementNames) == sorted(first)
    tracker.document.getUndoManager().undo()
    tracker.document.getUndoManager().undo()
    assert sheets.ElementNames == before


def test_a_workbook_with_protected_sheets_is_not_given_another(
    office: Office, tracker: Book
) -> None:
    tracker.document.protect("")
    before = tracker.document.Sheets.ElementNames
    said = office.command("check_workbook")
    assert said == "The sheets of this workbook are protected: unprotect them first."
    assert tracker.document.Sheets.ElementNames == before
    tracker.document.unprotect("")


@pytest.mark.usefixtures("book")
def test_help_lists_the_functions_in_a_new_document(office: Office) -> None:
    office.command("functions_help")
    listed = office.in_front()
    names = [row[0] for row in listed.cell("A2:A200").getDataArray() if row[0]]
    assert names == [function.name for function in CATALOGUE if not function.alias_of]
    assert listed.cell("D2").String == "=CPC(1200, 48)"
    listed.close()


def test_without_the_command_cpc_the_menu_says_what_to_install(tmp_path: Path) -> None:
    extensions = unpacked(extension_files(()), tmp_path / "extensions")
    with running(extensions, tmp_path / "profile") as office:
        office.new()
        assert "pip install cpc-addin" in office.command("build_report")
