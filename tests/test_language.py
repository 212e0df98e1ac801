"""The Norwegian of the workbooks: complete, in the words of the trade, and fit for its cells."""

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract
from openpyxl import Workbook, load_workbook

import workbook_templates
from addin import html
from cpc_functions.categories import CATEGORIES, Category
from cpc_functions.cost_rules import counts, counts_by, plain
from cpc_functions.headers import role_of
from cpc_functions.texts import NORWEGIAN
from workbook_templates.ab_test import ab_test
from workbook_templates.bids import bids
from workbook_templates.budget import budget
from workbook_templates.edition import Edition
from workbook_templates.kinds import Kind, make
from workbook_templates.language import LANGUAGES, translator
from workbook_templates.page import Column, Field, Grid, Page
from workbook_templates.sheet import Answer, Input, Sheet
from workbook_templates.tracker import tracker
from workbook_templates.writing.paper import COLUMN_WIDTH

PACKAGE = Path(workbook_templates.__file__).parent
PAGE = Path(html.__file__).parent
SPOKEN = re.compile(r"_|(\w+\.)*edition\.say")
LETTER = 0.85  # the width of a bold letter, where 1 is the digit that columns are measured in
LABEL_COLUMNS = 3
TITLE, MESSAGE, SHEET_NAME, LITERAL, FORMULA = 32, 255, 31, 255, 8192  # what Excel has room for


def spoken() -> Iterator[ast.expr]:
    """Return what the code has translated: also within f-strings, where extractors do not look."""
    for path in sorted([*PACKAGE.rglob("*.py"), *PAGE.parent.rglob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and SPOKEN.fullmatch(ast.unparse(node.func)):
                yield node.args[0]


def messages() -> set[str]:
    """Return every message: those of the code and the page, and the names of the categories."""
    literal = {node.value for node in spoken() if isinstance(node, ast.Constant)}
    return {*map(str, literal), *on_the_page(), *(category.name for category in CATEGORIES)}


def on_the_page() -> Iterator[str]:
    """Return the messages in the templates of the page."""
    for path in sorted(PAGE.glob("*.html")):
        with path.open("rb") as file:
            yield from (str(found[2]) for found in babel_extract(file, ["_"], [], {}))


@cache
def catalogue() -> dict[str, Message]:
    with (PACKAGE / "locale/nb/LC_MESSAGES/messages.po").open("rb") as file:
        return {str(message.id): message for message in read_po(file, locale="nb") if message.id}


def norwegian() -> dict[str, str]:
    return {english: str(message.string) for english, message in catalogue().items()}


@cache
def book(kind: Kind, language: str) -> Workbook:
    edition = Edition(date(2026, 1, 1), language=language, months=3, rows=9)
    return load_workbook(BytesIO(make(kind, edition)))


def formulas(of: Workbook) -> Iterator[str]:
    for sheet in of:
        for row in sheet.iter_rows():
            yield from (str(cell.value) for cell in row if cell.data_type == "f")


def literals(formula: str) -> list[str]:
    return re.findall(r'"((?:[^"]|"")*)"', formula)


def texts(of: Workbook) -> Iterator[str]:
    """Return what a reader may come to see: texts in cells, and texts within formulas."""
    for sheet in of:
        for row in sheet.iter_rows():
            yield from (str(cell.value) for cell in row if cell.data_type == "s")
    for formula in formulas(of):
        yield from literals(formula)


def headers(of: Workbook) -> Iterator[list[str]]:
    for sheet in of:
        for table in sheet.tables.values():
            yield [column.name for column in table.tableColumns]


every_workbook = pytest.mark.parametrize(
    ("kind", "language"), [(kind, language) for kind in Kind for language in LANGUAGES]
)


def test_every_message_is_translated_and_none_is_left_over() -> None:
    assert set(catalogue()) == messages()


def test_messages_stand_in_the_code_as_whole_texts() -> None:
    composed = {ast.unparse(node) for node in spoken() if not isinstance(node, ast.Constant)}
    assert composed == {"category.name"}


def test_every_translation_is_finished() -> None:
    assert not [english for english, text in norwegian().items() if not text.strip()]
    assert not [english for english, message in catalogue().items() if message.fuzzy]


def test_a_translation_keeps_the_form_of_its_message() -> None:
    changed = [(a, b) for a, b in norwegian().items() if form(a) != form(b)]
    assert not changed


def form(text: str) -> tuple[list[str], int, bool]:
    """Return the placeholders of a text, its indent, and whether it is a sentence."""
    indent = len(text) - len(text.lstrip())
    sentence = re.search(r"(?<!onv)[.?:]$", text) is not None  # Conv. is no sentence
    return sorted(re.findall(r"{\w*}", text)), indent, sentence


def test_no_translation_ends_the_text_of_a_formula() -> None:
    """Messages become text in formulas, between quotation marks."""
    assert not [text for text in norwegian().values() if '"' in text]


def test_numbers_in_a_translation_have_a_decimal_comma() -> None:
    """A date keeps its points: 04.03.2026."""
    undated = (re.sub(r"\d+\.\d+\.\d+", "", text) for text in norwegian().values())
    assert not [text for text in undated if re.search(r"\d\.\d", text)]


def test_a_word_of_the_functions_is_the_same_word_in_the_workbooks() -> None:
    functions = {small(english): small(text) for english, text in NORWEGIAN.items()}
    workbooks = {small(english): small(text) for english, text in norwegian().items()}
    both = functions.keys() & workbooks.keys()
    assert {"paid", "organic", "blended", "cannot tell"} <= both
    assert {word: workbooks[word] for word in both} == {word: functions[word] for word in both}


def small(text: str) -> str:
    """Return a text as it stands within a sentence; LOW is a signal, Low is a limit."""
    return text[:1].lower() + text[1:]


@pytest.mark.parametrize("category", CATEGORIES, ids=lambda category: category.name)
def test_the_functions_know_each_category_by_its_norwegian_name(category: Category) -> None:
    translated = norwegian()[category.name]
    assert plain(translated) in map(plain, (category.name, *category.also))
    assert counts(translated, counts_by(None)) == category.verdict.counts


def test_headings_hold_the_same_in_both_languages() -> None:
    """CPC_CHECK and the import read a column by its heading."""
    pairs = zip(headers(book(Kind.TRACKER, "en")), headers(book(Kind.TRACKER, "nb")), strict=True)
    for english, translated in pairs:
        assert [*map(role_of, translated)] == [*map(role_of, english)]


@every_workbook
def test_the_headings_of_a_table_are_unique_and_can_be_named_in_formulas(
    kind: Kind, language: str
) -> None:
    for titles in headers(book(kind, language)):
        assert len({title.casefold() for title in titles}) == len(titles)
        assert not [title for title in titles if re.search(r"[\[\]#'\n]", title)]


@every_workbook
def test_sheet_names_have_room_in_their_tabs(kind: Kind, language: str) -> None:
    assert not [name for name in book(kind, language).sheetnames if len(name) > SHEET_NAME]


@every_workbook
def test_messages_beside_cells_have_room(kind: Kind, language: str) -> None:
    for sheet in book(kind, language):
        for check in sheet.data_validations.dataValidation:
            assert max(len(check.errorTitle or ""), len(check.promptTitle or "")) <= TITLE
            assert max(len(check.error or ""), len(check.prompt or "")) <= MESSAGE


@every_workbook
def test_formulas_have_room_for_their_texts(kind: Kind, language: str) -> None:
    for formula in formulas(book(kind, language)):
        assert len(formula) <= FORMULA
        assert max(map(len, literals(formula)), default=0) <= LITERAL


@pytest.mark.parametrize("kind", Kind)
def test_no_english_is_left_in_a_norwegian_workbook(kind: Kind) -> None:
    words = {**NORWEGIAN, **norwegian()}
    english = {word for word, text in words.items() if word != text} - set(words.values())
    assert not [text for text in texts(book(kind, "nb")) if text in english]


@pytest.mark.parametrize("declared", [ab_test, bids, budget, tracker])
@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_labels_and_verdicts_fit_their_columns(
    declared: Callable[[Edition], Sequence[Page | Sheet]], language: str
) -> None:
    wide = [
        f"{sheet.title}: {text}"
        for sheet in declared(Edition(date(2026, 1, 1), language=language))
        for text, width in unbroken(sheet)
        if LETTER * len(text) > width
    ]
    assert not wide


def unbroken(sheet: Page | Sheet) -> Iterator[tuple[str, float]]:
    """Return what has to stand on one line, with the width it has: verdicts, words of headings."""
    columns: list[tuple[Column | Input | Answer, float]] = []
    if isinstance(sheet, Sheet):
        columns += [(column, column.width) for column in sheet.columns]
    else:
        for block in sheet.blocks:
            if isinstance(block, Grid):
                columns += [(column, column.span * COLUMN_WIDTH) for column in block.columns]
            elif isinstance(block, Field):
                yield block.label, LABEL_COLUMNS * COLUMN_WIDTH
    for column, width in columns:
        words = () if isinstance(column, Input) else column.words
        yield from ((text, width) for text in (*re.findall(r"[^\s-]+-?", column.title), *words))


def test_english_is_what_the_code_says() -> None:
    assert translator("en")("Cost per conversion") == "Cost per conversion"


def test_norwegian_is_what_the_catalogue_says() -> None:
    assert translator("nb")("Cost per conversion") == "Kostnad per konvertering"


def test_an_unknown_language_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(ValueError, match="the language must be one of en, nb, not 'sv'"):
        Edition(date(2026, 1, 1), language="sv")
