"""Build report, on a double of Excel."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

from addin.exports.text_file import Unreadable
from addin.ribbon_commands import report
from addin.ribbon_commands.portable import MARK, portable
from addin.ribbon_commands.refusal import Refused
from cpc_functions.texts import use_language
from tests.excel_files import opened
from tests.excel_state import CellState, World
from tests.reports import told
from tests.ribbon_books import (
    DAY,
    FIRST,
    ORGANIC,
    PAID,
    fill,
    ours,
    press,
    report_content,
    reported,
    tracker,
)
from workbook_templates.edition import Edition
from workbook_templates.kinds import Kind, make
from workbook_templates.report.findings import Check
from workbook_templates.report.tables import Tables
from workbook_templates.report.workbook import make_report

MOST_CALLS = 30


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use_language("en")


@pytest.mark.parametrize("rows", [6, 5_000])
def test_a_report_takes_at_most_thirty_calls_whatever_the_number_of_rows(rows: int) -> None:
    world = tracker(rows)
    press("build_report", world)
    assert len(world.calls) <= MOST_CALLS


def test_the_report_stands_beside_the_active_sheet_and_the_rest_is_as_before() -> None:
    world = tracker()
    before = world.snapshot()[0][0]
    said = press("build_report", world)
    book = world.books[0]
    assert said == "The report is on the sheet CPC Report: 6 rows of paid traffic."
    assert [sheet.name for sheet in book.sheets][:2] == ["Start", "CPC Report"]
    assert [sheet for sheet in book.sheets if sheet.name not in ours(world)] == before.sheets
    assert book.names == before.names
    assert world.books == [book]


def test_no_name_and_no_table_of_the_report_can_meet_one_of_the_workbook() -> None:
    world = reported()
    sheets = [sheet for sheet in world.books[0].sheets if sheet.name in ours(world)]
    assert not [sheet.tables for sheet in sheets if sheet.tables]
    assert all(MARK in sheet.names for sheet in sheets)
    formulas = [cell.formula for sheet in sheets for cell in sheet.cells.values() if cell.formula]
    assert formulas
    assert not [each for each in formulas if "paid_" in each or "Paid[" in each or ".xlsx" in each]


def test_the_open_workbook_tells_what_its_file_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same as `cpc report tracker.xlsx`, whose reading has tests of its own."""
    edition = Edition(date(2026, 1, 1), months=3, rows=200, sample=True)
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(make(Kind.TRACKER, edition))
    world = World([opened(path.read_bytes(), path.name)])
    written: list[Tables] = []

    def kept(edition: Edition, tables: Tables) -> bytes:
        written.append(tables)
        return make_report(edition, tables)

    monkeypatch.setattr(report, "make_report", kept)
    press("build_report", world)
    today = datetime.now().astimezone().date()
    of_file = told(path, currency="NOK", target=written[0].target, today=today)
    assert written[0].paid
    findings = [each for each in of_file.findings if each.check is not Check.OTHER_SHEETS]
    assert asdict(written[0]) == asdict(replace(of_file, findings=findings))


def test_the_sheets_of_a_report_can_be_printed_and_followed() -> None:
    book = load_workbook(BytesIO(portable(report_content(), str, "run")))
    front = book["CPC Report"]
    links = [cell.hyperlink.location for row in front.iter_rows() for cell in row if cell.hyperlink]
    assert "'CPC Sources'!A1" in links
    assert book["CPC Paid"].print_title_rows == "$4:$4"
    assert sum(len(sheet._charts) for sheet in book) == 6  # noqa: SLF001 - no other way to count


def test_currency_is_reported_with_all_its_decimals() -> None:
    """Range.Value cuts it to four; a date is read as a date all the same."""
    world = tracker(1)
    paid = world.books[0].sheets[PAID]
    paid.cells[FIRST, 4] = CellState(100.123456, "", is_currency=True)
    press("build_report", world)
    rows = next(sheet for sheet in world.books[0].sheets if sheet.name == "CPC Paid").cells
    assert 100.123456 in {cell.value for cell in rows.values()}
    assert any(cell.is_date and cell.value == DAY for cell in rows.values())


def test_the_tracker_says_its_currency_and_its_target() -> None:
    world = tracker()
    book = world.books[0]
    title, _, cell = book.names["target"].replace("'", "").rpartition("!")
    settings = next(sheet for sheet in book.sheets if sheet.name == title)
    row, column = coordinate_to_tuple(cell.replace("$", ""))
    settings.cells[row, column] = CellState(250.5)
    press("build_report", world)
    sheet = next(sheet for sheet in book.sheets if sheet.name == "CPC Settings")
    values = {cell.value for cell in sheet.cells.values()}
    assert {"NOK", 250.5} <= values


def test_an_empty_tracker_is_refused_with_what_to_do() -> None:
    world = tracker(0)
    world.books[0].active = PAID
    world.select(PAID, "A5:B6")
    with pytest.raises((Refused, Unreadable)):
        press("build_report", world)


def test_a_table_of_ours_with_other_titles_is_refused_and_not_left_out() -> None:
    world = tracker()
    organic = world.books[0].sheets[ORGANIC]
    fill(organic, FIRST, [DAY, "Blog", 10.0, 1.0])
    for column in range(1, 7):
        organic.cells[FIRST - 1, column].value = f"Mine {column}"
    with pytest.raises(Refused, match="The table Organic has titles that are not known"):
        press("build_report", world)


def test_a_norwegian_excel_gets_a_norwegian_report() -> None:
    use_language("nb")
    world = tracker(language="nb")
    said = press("build_report", world)
    assert said == "Rapporten står på arket CPC Rapport: 6 rader betalt trafikk."
    assert "CPC Betalt" in ours(world)
