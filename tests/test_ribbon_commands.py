"""Each other button of the ribbon, on a double of Excel."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import pytest

from addin import ribbon
from addin.exports.text_file import Unreadable
from addin.hosts.excel.ribbon_texts import BUTTONS
from addin.ribbon_commands.refusal import Refused
from cpc_functions import CATALOGUE
from cpc_functions.texts import use_language
from tests.excel_state import CellState, World
from tests.reports import export
from tests.ribbon_books import DAY, FIRST, PAID, fill, plain, press, row, texts, tracker

ADS = partial(
    export, titles=("date_day", "platform", "campaign_name", "spend", "clicks", "conversions")
)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    use_language("en")


def formulas(world: World, sheet: int = 0) -> dict[tuple[int, int], str]:
    cells = world.books[0].sheets[sheet].cells
    return {place: cell.formula for place, cell in cells.items() if cell.formula}


def test_every_button_but_recalculate_is_here() -> None:
    assert set(ribbon.COMMANDS) == set(BUTTONS) - {"recalculate"}


@pytest.mark.parametrize(
    ("command", "title"),
    [
        ("new_tracker", "Paid"),
        ("new_ab_test", "Test"),
        ("new_bids", "Keywords"),
        ("new_budget", "Steps"),
    ],
)
def test_a_new_workbook_is_unsaved_and_needs_no_other_one(command: str, title: str) -> None:
    world = World()
    press(command, world)
    (book,) = world.books
    assert title in [sheet.name for sheet in book.sheets]
    assert book.name.endswith("1"), "Excel numbers what comes from a template"
    assert not [call for call in world.calls if "calculation" in call]


def test_without_a_workbook_a_command_says_so() -> None:
    with pytest.raises(Refused, match="No workbook is open"):
        press("build_report", World())


class TestImportExports:
    """Import exports."""

    def test_rows_are_added_changed_or_the_same_by_day_channel_and_campaign(
        self, tmp_path: Path
    ) -> None:
        world = World(tracker(0).books)
        path = ADS(
            tmp_path,
            "ads.csv",
            ("2026-01-05", "Google", "One", 100.5, 50, 4),
            ("2026-01-06", "Google", "One", 90, 40, 3),
        )
        world.answers = [(str(path),)]
        assert press("import_exports", world) == "Paid: 2 rows added, 0 changed, 0 the same."
        paid = world.books[0].sheets[PAID]
        assert row(paid, FIRST, 7) == [DAY, "Google", "One", 100.5, None, 50.0, 4.0]
        ADS(
            tmp_path,
            "ads.csv",
            ("2026-01-05", "Google", "One", 100.5, 50, 4),
            ("2026-01-06", "Google", "One", 90, 40, 5),
            ("2026-01-07", "Google", "One", 80, 30, 2),
        )
        world.answers = [(str(path),)]
        assert press("import_exports", world) == "Paid: 1 rows added, 1 changed, 1 the same."
        assert row(paid, FIRST + 1, 7)[-1] == 5.0

    def test_a_text_that_looks_like_a_formula_or_a_number_stays_a_text(
        self, tmp_path: Path
    ) -> None:
        world = tracker(0)
        names = ["=1+1", "+4", "-2", "@x", "2026"]
        path = ADS(
            tmp_path,
            "ads.csv",
            *(("2026-01-05", "Google", name, 10, 5, 1) for name in names),
        )
        world.answers = [(str(path),)]
        press("import_exports", world)
        paid = world.books[0].sheets[PAID]
        assert {paid.cells[FIRST + at, 3].value for at in range(5)} == set(names)
        assert not [
            paid.cells[FIRST + at, 3].formula
            for at in range(5)
            if paid.cells[FIRST + at, 3].formula
        ]

    def test_a_table_is_written_in_one_step_and_grows_as_far_as_it_must(
        self, tmp_path: Path
    ) -> None:
        world = tracker(20)
        days = [(f"2026-05-{day:02}", "Google", "New", 10, 5, 1) for day in range(1, 31)]
        world.answers = [(str(ADS(tmp_path, "ads.csv", *days)),)]
        press("import_exports", world)
        assert world.calls.count("Range.raw_value =") == 1
        assert world.books[0].sheets[PAID].tables[0].area[2] == FIRST + 20 + 30 - 1

    def test_notes_and_scores_of_a_row_that_is_replaced_stay(self, tmp_path: Path) -> None:
        world = tracker(0)
        paid = world.books[0].sheets[PAID]
        fill(paid, FIRST, [DAY, "Google", "One", 1.0, None, 1.0, 1.0, None, 7.0, "brand"])
        path = ADS(tmp_path, "ads.csv", ("2026-01-05", "Google", "One", 100.5, 50, 4))
        world.answers = [(str(path),)]
        press("import_exports", world)
        assert row(paid, FIRST, 10)[3:] == [100.5, None, 50.0, 4.0, None, 7.0, "brand"]

    def test_formulas_in_columns_to_fill_in_are_never_written_over(self, tmp_path: Path) -> None:
        world = tracker(1)
        world.books[0].sheets[PAID].cells[FIRST, 4] = CellState(100.0, "=80*1.25")
        before = world.snapshot()
        path = ADS(tmp_path, "ads.csv", ("2026-01-05", "Google", "One", 100.5, 50, 4))
        world.answers = [(str(path),)]
        with pytest.raises(Refused, match=r"such as =80\*1.25"):
            press("import_exports", world)
        assert world.snapshot() == before

    def test_what_stands_below_a_table_is_never_written_over(self, tmp_path: Path) -> None:
        world = tracker(20)
        fill(world.books[0].sheets[PAID], FIRST + 25, [None, "mine"])
        before = world.snapshot()
        days = [(f"2026-05-{day:02}", "Google", "New", 10, 5, 1) for day in range(1, 31)]
        world.answers = [(str(ADS(tmp_path, "ads.csv", *days)),)]
        with pytest.raises(Refused, match="Below the table Paid is no room for 30 rows"):
            press("import_exports", world)
        assert world.snapshot() == before

    def test_two_rows_of_one_key_are_not_guessed_between(self, tmp_path: Path) -> None:
        world = tracker(0)
        paid = world.books[0].sheets[PAID]
        for number in (0, 1):
            fill(paid, FIRST + number, [DAY, "Google", "One", 1.0, None, 1.0, 1.0])
        path = ADS(tmp_path, "ads.csv", ("2026-01-05", "Google", "One", 100.5, 50, 4))
        world.answers = [(str(path),)]
        with pytest.raises(Refused, match="Rows 1 and 2 of the table Paid"):
            press("import_exports", world)

    def test_a_closed_dialog_changes_nothing(self) -> None:
        world = tracker()
        before = world.snapshot()
        world.answers = [False]
        assert press("import_exports", world) == "Nothing was imported."
        assert world.snapshot() == before

    def test_a_file_that_cannot_be_read_is_refused_with_its_reason(self, tmp_path: Path) -> None:
        path = tmp_path / "x.csv"
        path.write_text("a,b\n1,2\n", encoding="utf-8")
        world = tracker()
        before = world.snapshot()
        world.answers = [(str(path),)]
        with pytest.raises((Refused, Unreadable), match=r"x\.csv"):
            press("import_exports", world)
        assert world.snapshot() == before


class TestCheckWorkbook:
    """Check this workbook."""

    def test_findings_are_listed_on_a_sheet_of_their_own(self) -> None:
        world = tracker()
        paid = world.books[0].sheets[PAID]
        paid.cells[FIRST, 7] = CellState(90.0)  # more conversions than clicks
        said = press("check_workbook", world)
        sheet = world.books[0].sheets[1]
        assert said.endswith("findings are listed on the sheet CPC Checks.")
        assert row(sheet, 1, 5) == ["Severity", "Source", "Line", "What was found", "What to do"]
        assert any("more conversions than clicks" in text for text in texts(sheet))

    def test_a_second_check_keeps_the_first(self) -> None:
        world = tracker()
        world.books[0].sheets[PAID].cells[FIRST, 7] = CellState(90.0)
        press("check_workbook", world)
        assert press("check_workbook", world).endswith("CPC Checks 2.")


class TestInsertCpc:
    """Insert CPC."""

    ROWS: ClassVar[tuple[list[Any], ...]] = (
        ["Campaign", "Cost", "Conversions"],
        ["A", 100.0, 4.0],
        ["B", 90.0, 3.0],
    )

    def test_a_table_gets_columns_that_name_its_own(self) -> None:
        world = plain(*self.ROWS, table="Mine")
        press("insert_cpc", world)
        sheet = world.books[0].sheets[0]
        assert sheet.tables[0].area == (2, 2, 4, 7)
        assert [sheet.cells[2, at].value for at in (5, 6, 7)] == ["CPC", "CPC from", "CPC to"]
        assert {formulas(world)[at, 5] for at in (3, 4)} == {"=CPC([@Cost],[@Conversions])"}
        assert formulas(world)[3, 7] == "=INDEX(CPC_CI([@Cost],[@Conversions]),1,2)"

    def test_cells_that_are_no_table_get_formulas_row_by_row(self) -> None:
        world = plain(*self.ROWS)
        press("insert_cpc", world)
        assert [formulas(world)[at, 5] for at in (3, 4)] == ["=CPC(C3,D3)", "=CPC(C4,D4)"]

    def test_titles_with_signs_are_written_as_excel_reads_them(self) -> None:
        world = plain(["Cost (NOK) [net]", "Conversions"], [10.0, 2.0], table="Mine")
        press("insert_cpc", world)
        assert formulas(world)[3, 4] == "=CPC([@[Cost (NOK) '[net']]],[@Conversions])"

    def test_formulas_are_written_in_one_step(self) -> None:
        world = plain(*self.ROWS, table="Mine")
        press("insert_cpc", world)
        assert world.calls.count("Range.formula2 =") == 1

    def test_unclear_columns_are_asked_for(self) -> None:
        world = plain(["Spend", "Cost of other things", "Leads"], [10.0, 1.0, 2.0])
        world.answers = ["Spend"]
        press("insert_cpc", world)
        assert formulas(world)[3, 5] == "=CPC(B3,D3)"
        assert "Which column holds the cost?" in world.questions[0]

    def test_what_stands_beside_is_never_written_over(self) -> None:
        world = plain([*self.ROWS[0], "CPC"], *([*each, None] for each in self.ROWS[1:]))
        fill(world.books[0].sheets[0], 4, ["mine"], 7)
        world.select(0, "B2:E4")
        before = world.snapshot()
        with pytest.raises(Refused, match="are not empty"):
            press("insert_cpc", world)
        assert world.snapshot() == before

    def test_a_title_is_never_given_twice(self) -> None:
        rows: tuple[list[Any], ...] = (
            [*self.ROWS[0], "CPC"],
            *([*each, 1.0] for each in self.ROWS[1:]),
        )
        world = plain(*rows, table="Mine")
        press("insert_cpc", world)
        assert "CPC 2" in texts(world.books[0].sheets[0])


class TestExplainCell:
    """Explain this cell."""

    def explained(self, world: World, formula: str, value: Any = 25.0, at: str = "H9") -> list[str]:
        world.select(0, at)
        sheet, (top, left, *_) = world.selection or (world.books[0].sheets[0], (1, 1))
        sheet.cells[top, left] = CellState(value, formula)
        return press("explain_cell", world).splitlines()

    def test_it_says_formula_inputs_what_was_left_out_and_the_interval(self) -> None:
        """The interval of 10 conversions is that of CPC_CI(1000, 10)."""
        rows = (["Cost", "Conversions"], [400.0, 4.0], [None, None], [600.0, 6.0])
        lines = self.explained(plain(*rows), "=CPC(B2:B5,C2:C5)", 100.0)
        assert lines[0] == "=CPC(B2:B5,C2:C5) → 100"
        assert "cost: B2:B5 4 cells: numbers 2, blank 1, text 1" in lines
        assert "Rows counted: 2. Left out: 1 blank, 1 of titles." in lines
        (low, high) = next(f for f in CATALOGUE if f.name == "CPC_CI").evaluate(1000, 10)[0]
        assert f"The interval (95 %) is {low:.10g} to {high:.10g}." in lines

    def test_it_warns_of_cost_without_a_figure_for_conversions(self) -> None:
        rows = (["Cost", "Conversions"], [400.0, 4.0], [50.0, None])
        lines = self.explained(plain(*rows), "=CPC(B3:B4,C3:C4)", 112.5)
        assert any("Cost without a figure for conversions" in line for line in lines)

    def test_it_says_why_an_answer_is_an_error(self) -> None:
        lines = self.explained(plain(["Cost"], [400.0]), "=CPC(B3,0)", "#DIV/0!")
        assert lines[0].endswith("→ #DIV/0!")
        assert any(line.startswith("#DIV/0! ") for line in lines[1:])

    def test_a_column_of_the_same_row_is_read(self) -> None:
        world = plain(["Cost", "Conversions", "CPC"], [100.0, 4.0, None], table="Mine")
        lines = self.explained(world, "=CPC([@Cost],[@Conversions])", 25.0, "D3")
        assert "cost: [@Cost] = 100" in lines

    def test_whole_columns_are_read_as_far_as_they_are_used(self) -> None:
        world = plain(["Cost", "Conversions"], [400.0, 4.0])
        lines = self.explained(world, "=CPC(B:B,C:C)", 100.0)
        assert any(line.startswith("cost: B:B 8 cells") for line in lines)

    @pytest.mark.parametrize("formula", ["=SUM(B2:B3)", "=CPC(1,2)+1", "=1+CPC(1,2)", "25"])
    def test_a_cell_that_is_not_ours_is_refused(self, formula: str) -> None:
        with pytest.raises(Refused, match="does not begin with one of our functions"):
            self.explained(plain(["Cost"], [1.0]), formula)

    def test_the_workbook_stays_as_it_is(self) -> None:
        world = plain(["Cost", "Conversions"], [400.0, 4.0])
        self.explained(world, "=CPC(B3,C3)", 100.0)
        before = world.snapshot()
        press("explain_cell", world)
        assert world.snapshot() == before


class TestFreezeToValues:
    """Freeze to values."""

    def sheet(self) -> World:
        world = plain(
            ["CPC", "Text", "Other"], [25.0, "x", 1.0], [30.0, "'y", 2.0], [None, "z", 3.0]
        )
        cells = world.books[0].sheets[0].cells
        cells[3, 2] = CellState(25.0, "=CPC(100,4)")
        cells[4, 2] = CellState("#DIV/0!", "=cpc(1,0)")
        cells[5, 2] = CellState("=text", "=CPC_VERDICT(1,2)")
        cells[3, 4] = CellState(1.0, '="CPC("&1')
        return world

    def test_our_formulas_become_values_in_one_step_for_each_area(self) -> None:
        world = self.sheet()
        said = press("freeze_to_values", world)
        assert said == "3 cells now hold values in the place of formulas."
        assert [world.books[0].sheets[0].cells[at, 2].value for at in (3, 4, 5)] == [
            25.0,
            "#DIV/0!",
            "=text",
        ]
        assert formulas(world) == {(3, 4): '="CPC("&1'}
        assert world.calls.count("Range.raw_value =") == 1

    def test_of_a_selection_only_its_cells_are_frozen(self) -> None:
        world = self.sheet()
        world.select(0, "B3:B4")
        assert press("freeze_to_values", world).startswith("2 cells")
        assert (5, 2) in formulas(world)

    def test_an_answer_that_spills_is_written_into_all_its_cells(self) -> None:
        world = plain(["low", "high"], [18.0, 46.0], [25.0, None])
        sheet = world.books[0].sheets[0]
        sheet.cells[3, 2] = CellState(18.0, "=CPC_CI(1000,4)")
        sheet.spills[3, 2] = (3, 2, 3, 3)
        sheet.cells[4, 2] = CellState(25.0, "=CPC(100,4)")
        world.select(0, "B3:B4")
        press("freeze_to_values", world)
        assert [sheet.cells[3, 2].value, sheet.cells[3, 3].value] == [18.0, 46.0]
        assert not formulas(world)

    def test_without_our_formulas_nothing_changes(self) -> None:
        world = plain(["a"], [1.0])
        before = world.snapshot()
        assert press("freeze_to_values", world) == "No cell here holds one of our functions."
        assert world.snapshot() == before


def test_every_function_is_listed_in_a_new_workbook() -> None:
    world = tracker()
    press("functions_help", world)
    named = texts(world.books[-1].sheets[0])
    assert {each.name for each in CATALOGUE if not each.alias_of} <= named
    assert not formulas(World([world.books[-1]]))


def test_the_language_is_said_in_the_language() -> None:
    use_language("nb")
    assert press("set_language", World()).startswith("Tekstene i tillegget er nå på norsk")


def test_about_says_the_version_and_where_the_log_is() -> None:
    said = press("about", World())
    assert "xlwings 0." in said
    assert "cpc-excel.log" in said
    assert "never the cost per click" in said
