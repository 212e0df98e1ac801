"""What holds for every workbook that is made: valid, plain, printable, the same twice."""

import re
from datetime import date
from functools import cache
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell

from cpc_functions import CATALOGUE
from tests.open_xml import problems
from workbook_templates import theme
from workbook_templates.edition import Edition
from workbook_templates.formats import Formats
from workbook_templates.kinds import Kind, about, make
from workbook_templates.language import LANGUAGES
from workbook_templates.tracker.sample import paid_rows
from workbook_templates.writing.package import write_file

YEAR = date(2026, 1, 1)
A4 = 9
NEWER = re.compile(r"_xlfn|\b(LET|LAMBDA|FILTER|UNIQUE|XLOOKUP|MAXIFS|TEXTJOIN|TEXT|TODAY|NOW)\(")
KINDS = [
    pytest.param(kind, language, sample, id=f"{kind}-{language}-{'sample' if sample else 'empty'}")
    for kind in Kind
    for language in LANGUAGES
    for sample in (True, False)
]


def edition(language: str, *, sample: bool) -> Edition:
    return Edition(YEAR, language=language, sample=sample, rows=20, months=3)


@cache
def book(kind: Kind, language: str = "en", *, sample: bool = False) -> Workbook:
    return load_workbook(BytesIO(make(kind, edition(language, sample=sample))))


def formulas(workbook: Workbook) -> list[str]:
    return [
        cell.value
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


@pytest.mark.parametrize(("kind", "language", "sample"), KINDS)
def test_it_is_a_valid_open_xml_file(
    kind: Kind, language: str, tmp_path: Path, *, sample: bool
) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(make(kind, edition(language, sample=sample)))
    assert problems(path) == []


@pytest.mark.parametrize("kind", Kind)
def test_equal_choices_make_equal_bytes(kind: Kind) -> None:
    choices = edition("en", sample=True)
    assert make(kind, choices) == make(kind, choices)


@pytest.mark.parametrize("kind", Kind)
def test_it_holds_formulas_that_every_program_knows(kind: Kind) -> None:
    written = formulas(book(kind, sample=True))
    assert len(written) > 50
    assert [formula for formula in written if NEWER.search(formula)] == []


@pytest.mark.parametrize("kind", Kind)
def test_no_name_hides_a_function_of_the_add_in(kind: Kind) -> None:
    workbook = book(kind)
    tables = {table for sheet in workbook for table in sheet.tables}
    taken = {name.upper() for name in {*workbook.defined_names, *tables}}
    assert taken.isdisjoint(function.name for function in CATALOGUE)


@pytest.mark.parametrize("kind", Kind)
def test_every_sheet_prints_on_a4_one_page_wide(kind: Kind) -> None:
    for sheet in book(kind):
        assert sheet.page_setup.paperSize == A4
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)


@pytest.mark.parametrize("kind", Kind)
def test_the_header_of_a_table_stays_and_is_printed_on_every_page(kind: Kind) -> None:
    tables = [
        (sheet, table) for sheet in book(kind, sample=True) for table in sheet.tables.values()
    ]
    assert tables
    for sheet, table in tables:
        header = int(re.findall(r"\d+", table.ref)[0])
        assert sheet.freeze_panes == f"A{header + 1}"
        assert sheet.print_title_rows == f"${header}:${header}"
        assert not table.totalsRowShown


@pytest.mark.parametrize("kind", Kind)
def test_it_says_what_it_is_in_its_properties(kind: Kind) -> None:
    properties = book(kind, "nb").properties
    assert (properties.title, properties.subject) == about(kind, edition("nb", sample=False))
    assert properties.creator == "CPC add-in"
    assert properties.language == "nb"


@pytest.mark.parametrize("kind", Kind)
def test_nothing_is_locked_unless_asked_for(kind: Kind) -> None:
    assert not any(sheet.protection.sheet for sheet in book(kind))


@pytest.mark.parametrize("kind", Kind)
def test_protection_locks_pages_and_leaves_inputs_and_tables_open(kind: Kind) -> None:
    content = make(kind, Edition(YEAR, rows=20, months=3, protect=True))
    for sheet in load_workbook(BytesIO(content)):
        assert sheet.protection.sheet is not bool(sheet.tables)
        cells = () if sheet.tables else chain.from_iterable(sheet.iter_rows())
        for cell in cells:
            given = cell.fill.start_color.rgb == f"00{theme.INPUT_FILL}"
            assert isinstance(cell, MergedCell) or cell.protection.locked is not given


def test_a_year_of_five_thousand_rows_stays_under_a_megabyte() -> None:
    choices = Edition(YEAR, sample=True, rows=5040)
    content = make(Kind.TRACKER, choices)
    assert len(paid_rows(choices)) == 5040
    assert len(content) < 1_000_000
    with ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None


@pytest.mark.parametrize(("rows", "months"), [(200, 36), (5, 12), (1, 1), (400, 12), (6000, 12)])
def test_a_sample_fills_every_month_and_keeps_to_its_room(rows: int, months: int) -> None:
    made = paid_rows(Edition(YEAR, sample=True, rows=rows, months=months))
    days = [row[0] for row in made if isinstance(row[0], date)]
    assert len(made) == len(days) <= rows
    assert len({day.replace(day=1) for day in days}) == min(months, rows)


@pytest.mark.parametrize(("ink", "ground"), sorted(set(theme.TEXT_PAIRS)))
def test_text_can_be_read_on_its_ground(ink: str, ground: str) -> None:
    """WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1."""
    lighter, darker = sorted((luminance(ink), luminance(ground)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("currency", "language", "money"),
    [
        ("NOK", "nb", '#,##0.00" kr"'),
        ("NOK", "en", '"NOK "#,##0.00'),
        ("USD", "en", '"$"#,##0.00'),
        ("EUR", "nb", '#,##0.00" €"'),
        ("JPY", "en", '"¥"#,##0'),
        ("KWD", "en", '"KWD "#,##0.000'),
    ],
)
def test_money_is_written_as_its_currency_and_language_write_it(
    currency: str, language: str, money: str
) -> None:
    """Unicode CLDR, number patterns; ISO 4217, minor units."""
    assert Formats(currency, language).money == money


def test_what_is_no_currency_is_refused() -> None:
    with pytest.raises(ValueError, match="'kr' is no currency code; write NOK"):
        Formats("kr", "nb")


@pytest.mark.parametrize(
    ("choices", "reason"),
    [
        ({"months": 0}, "months must be 1 to 36, not 0"),
        ({"months": 37}, "months must be 1 to 36, not 37"),
        (
            {"first_month": date(1999, 12, 1)},
            "the first month must be of 2000 to 2095, not of 1999",
        ),
        ({"rows": 0}, "rows must be 1 to 100000, not 0"),
        ({"language": "sv"}, "the language must be one of en, nb, not 'sv'"),
    ],
)
def test_an_edition_that_cannot_be_made_is_refused(choices: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Edition(**{"first_month": YEAR, **choices})


def test_a_file_is_not_replaced_without_being_asked(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        write_file(b"theirs", path, replace=False)
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed_and_permissions_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "book.xlsx", tmp_path / "link.xlsx"
    target.write_bytes(b"mine")
    target.chmod(0o600)
    link.symlink_to(target)
    write_file(b"theirs", link, replace=True)
    assert link.is_symlink()
    assert target.read_bytes() == b"theirs"
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_long_name_is_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'a' * 245}.xlsx"
    write_file(b"theirs", path, replace=False)
    assert path.read_bytes() == b"theirs"


def test_a_write_that_fails_leaves_the_file_and_no_remains(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"mine")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_file(b"theirs", path, replace=True)
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]
