"""Build report and Update report, on a double of Excel and through LibreOffice."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from math import fsum
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

from addin.exports.text_file import Unreadable
from addin.ribbon_commands import report
from addin.ribbon_commands.portable import MARK, portable
from addin.ribbon_commands.refusal import Refused
from cpc_functions.texts import use_language
from tests.excel_state import CellState, SheetState, World, opened
from tests.office import recalculated
from tests.report_tables import tables
from tests.reports import told
from tests.ribbon_books import DAY, FIRST, ORGANIC, PAID, fill, plain, press, texts, tracker
from workbook_templates.edition import Edition
from workbook_templates.kinds import Kind, make
from workbook_templates.report.findings import Check
from workbook_templates.report.tables import Tables
from workbook_templates.report.workbook import make_report

MOST_CALLS = 30
OURS = "CPC "
SUMMED = ("cost", "conversions")


@cache
def small() -> Tables:
    """Return a report of all kinds of contents, with few rows: what is compared is formulas."""
    whole = tables()
    fifth = [row for row in whole.paid if row.day.day == 5]
    return tables(paid=fifth, days=[row for row in whole.days if row.day.day == 5])


@cache
def report_content() -> bytes:
    return make_report(Edition(small().span.first), small())


def ours(world: World) -> list[str]:
    return [sheet.name for sheet in world.books[0].sheets if sheet.name.startswith(OURS)]


@cache
def first_report() -> World:
    world = tracker()
    press("build_report", world)
    return world


def reported() -> World:
    """Return an Excel with a tracker that has a report."""
    return World([book.twin() for book in first_report().books])


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use_language("en")


@pytest.mark.parametrize("rows", [6, 5_000])
def test_a_report_takes_at_most_thirty_calls_whatever_the_number_of_rows(rows: int) -> None:
    world = tracker(rows)
    press("build_report", world)
    assert len(world.calls) == MOST_CALLS


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


def test_the_sheets_that_are_copied_calculate_what_the_report_does(tmp_path: Path) -> None:
    """Every cell of every sheet in LibreOffice: the report against what is copied of it."""
    content = report_content()
    (tmp_path / "own.xlsx").write_bytes(content)
    (tmp_path / "copied.xlsx").write_bytes(portable(content))
    paths = recalculated(tmp_path / "own.xlsx", tmp_path / "copied.xlsx", into=tmp_path / "out")
    own, copied = (load_workbook(path, data_only=True) for path in paths)
    for sheet in own:
        values = [[cell.value for cell in row] for row in sheet.iter_rows()]
        beside = copied[f"{OURS}{sheet.title}"]
        assert [
            [beside.cell(row, column).value for column in range(1, len(values[0]) + 1)]
            for row in range(1, len(values) + 1)
        ] == values, sheet.title
    cost, conversions = (fsum(getattr(row, key) or 0 for row in small().paid) for key in SUMMED)
    assert copied["CPC Report"]["B6"].value == pytest.approx(cost / conversions)


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
    today = datetime.now(UTC).date()
    of_file = told(path, currency="NOK", target=written[0].target, today=today)
    assert written[0].paid
    findings = [each for each in of_file.findings if each.check is not Check.OTHER_SHEETS]
    assert asdict(written[0]) == asdict(replace(of_file, findings=findings))


def test_the_sheets_of_a_report_can_be_printed_and_followed() -> None:
    book = load_workbook(BytesIO(portable(report_content())))
    front = book["CPC Report"]
    links = [cell.hyperlink.location for row in front.iter_rows() for cell in row if cell.hyperlink]
    assert "'CPC Sources'!A1" in links
    assert book["CPC Paid"].print_title_rows == "$4:$4"
    assert sum(len(sheet._charts) for sheet in book) == 6  # noqa: SLF001 - no other way to count


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


def test_a_report_is_replaced_in_its_place_and_nothing_is_left_of_the_earlier_one() -> None:
    world = reported()
    first = [sheet.name for sheet in world.books[0].sheets]
    fill(world.books[0].sheets[first.index("Paid")], FIRST + 6, [DAY + 9, "Social", "Other", 50.0])
    world.books[0].active = len(first) - 1
    press("update_report", world)
    assert [sheet.name for sheet in world.books[0].sheets] == first
    paid = next(sheet for sheet in world.books[0].sheets if sheet.name == "CPC Paid")
    assert "Other" in texts(paid)


def test_a_report_that_is_there_is_replaced_by_build_report_as_well() -> None:
    world = reported()
    once = ours(world)
    press("build_report", world)
    assert ours(world) == once


def test_a_sheet_of_the_user_is_never_replaced_whatever_its_name() -> None:
    world = tracker()
    mine = SheetState("CPC Report")
    fill(mine, 1, ["mine"])
    world.books[0].sheets.append(mine)
    press("build_report", world)
    assert mine in world.books[0].sheets
    assert "CPC Report (2)" in ours(world)


def test_without_a_report_there_is_nothing_to_update() -> None:
    with pytest.raises(Refused, match="no report to update"):
        press("update_report", tracker())


def test_a_copy_that_points_into_the_temporary_file_is_taken_away_and_opened_beside() -> None:
    world = tracker()
    world.links_copies = True
    before = world.snapshot()[0][0].sheets
    said = press("build_report", world)
    assert said == "The report stands in a new workbook; save it under a name of your own."
    assert world.books[0].sheets == before
    assert world.books[1].sheets[0].name == "Report"


def test_unknown_columns_are_asked_for_once_and_remembered() -> None:
    titles = ["Day", "Spend (NOK)", "Results", "Ad"]
    world = plain(titles, *([f"2026-01-0{day}", 120.0, 4.0, "A"] for day in range(1, 6)))
    world.answers = ["date=Day; cost=Spend (NOK); conversions=Results; campaign=Ad"]
    press("build_report", world)
    (question,) = world.questions
    assert question.endswith("date=Day; cost=Spend (NOK); conversions=Results")
    world.select(0, "B2")
    world.books[0].active = [sheet.name for sheet in world.books[0].sheets].index("Sheet1")
    press("update_report", world)
    assert len(world.questions) == 1


def test_what_cannot_be_known_is_asked_as_an_option_and_remembered() -> None:
    world = plain(["Spend", "Results"], [120.0, 4.0], [90.0, 2.0])
    world.answers = [None, "--from 2026-01-01 --to 2026-01-31"]
    press("build_report", world)
    assert "does not say which days it covers" in world.questions[1]
    assert "--from 2026-01-01" in world.books[0].names["cpc_options"]


def test_a_closed_dialog_leaves_everything_as_it_was() -> None:
    world = plain(["Spend", "Results"], [120.0, 4.0], [90.0, 2.0])
    before = world.snapshot()
    world.answers = [False]
    with pytest.raises((Refused, Unreadable)):
        press("build_report", world)
    assert world.snapshot() == before


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
