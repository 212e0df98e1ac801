"""Our own tracker workbook is an export like others: what people filled in is read from it."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from addin.examine import inspect
from addin.exports.grid import read_grids
from addin.exports.platform import folded
from addin.exports.platforms.tracker import COSTS, ORGANIC, PAID
from addin.exports.reading import Declared, Reading, read
from addin.exports.tables import recognise_all
from addin.exports.text_file import Unreadable
from workbook_templates.edition import Edition
from workbook_templates.kinds import Kind, make
from workbook_templates.sheet import Input
from workbook_templates.tracker.costs import costs
from workbook_templates.tracker.organic import organic
from workbook_templates.tracker.paid import paid

LANGUAGES = ("en", "nb")
SHEETS = ((PAID, paid, "Paid"), (ORGANIC, organic, "Organic"), (COSTS, costs, "Costs"))
HEADER = 4


def edition(language: str, *, sample: bool = False) -> Edition:
    return Edition(date(2026, 1, 1), language=language, months=3, rows=20, sample=sample)


def made(language: str, folder: Path, *, sample: bool) -> Path:
    path = folder / "tracker.xlsx"
    path.write_bytes(make(Kind.TRACKER, edition(language, sample=sample)))
    return path


def readings(path: Path) -> list[Reading]:
    return [read(export, Declared()) for export in recognise_all(read_grids(path)).exports]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_labels_are_the_titles_of_the_workbook(language: str) -> None:
    for platform, declared, _ in SHEETS:
        columns = declared(edition(language)).columns
        titles = {folded(column.title) for column in columns if isinstance(column, Input)}
        of_language = [labels[LANGUAGES.index(language)] for labels in platform.labels.values()]
        assert set(of_language) == titles
        known = platform.known_by[LANGUAGES.index(language)]
        assert set(known) <= {folded(column.title) for column in columns}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sums_are_those_that_openpyxl_reads(language: str, tmp_path: Path) -> None:
    path = made(language, tmp_path, sample=True)
    book = load_workbook(BytesIO(path.read_bytes()))
    assert len(readings(path)) == len(SHEETS)
    for reading, (platform, _, _) in zip(readings(path), SHEETS, strict=True):
        assert reading.export.platform == platform
        assert reading.export.header.number == HEADER
        table = book[reading.export.grid.sheet]
        rows = [row for row in table.iter_rows(min_row=HEADER + 1, values_only=True) if any(row)]
        for field in reading.numbers:
            expected = column_sum(rows, reading.export.columns[field])
            assert reading.total(field) == pytest.approx(expected)
            assert expected > 0
        first = min(row[0] for row in rows)
        assert reading.period is not None
        assert reading.period[0] == first.date()


def column_sum(rows: list[Any], place: int) -> float:
    return sum((float(row[place]) for row in rows if row[place] is not None), 0.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_that_were_only_prepared_are_no_rows(language: str, tmp_path: Path) -> None:
    found = readings(made(language, tmp_path, sample=False))
    assert [len(reading.export.rows) for reading in found] == [0, 0, 0]


def test_a_sheet_without_an_export_is_named_once_and_no_more(tmp_path: Path) -> None:
    said = inspect(made("en", tmp_path, sample=True), Declared(), (), tmp_path / "none.toml")
    assert said.endswith(
        "sheets without an export: Start, Settings, Report, Campaigns, Calculations"
    )
    assert "column titles" not in said


def test_another_workbook_of_ours_is_no_export_and_refused_in_one_sentence(
    tmp_path: Path,
) -> None:
    path = tmp_path / "budget.xlsx"
    path.write_bytes(make(Kind.BUDGET, edition("en", sample=True)))
    with pytest.raises(Unreadable, match="No export either:") as refusal:
        recognise_all(read_grids(path))
    assert str(refusal.value).count("column titles of a platform") == 1
