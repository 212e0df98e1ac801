"""The texts of the function wizard: English as the catalogue says, Norwegian complete."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import workbook_templates
from addin import function_texts
from addin.function_texts import argument_help, repeated_help, summary
from addin.hosts.excel.vba_text import LONGEST_HELP, quoted
from addin.hosts.excel.wrappers import help_module
from addin.manual import AnyFunction, accepted, left_out
from cpc_functions import CATALOGUE
from cpc_functions.parameter import Arg, Parameter, Unit
from cpc_functions.texts import NORWEGIAN
from workbook_templates.language import LANGUAGES, translator

MODULE = Path(function_texts.__file__)
PO = "locale/nb/LC_MESSAGES"
SAYS = re.compile(r"(self|words|_words\(language\))\.say")
FUNCTIONS = {function.name: function for function in CATALOGUE}
PARAMETERS = [(function, parameter) for function in CATALOGUE for parameter in function.args]
SHOWN_IN_CELLS = ("HIGH", "LOW", "(other)", "above target", "below target")
ENGLISH_WORDS = re.compile(
    r"\b(the|of|and|or|above|below|when|that|which|left|out|none|with|from|TRUE|FALSE)\b"
)

EXPLAINED = [
    (
        "CPC",
        "cost",
        "Hva den betalte trafikken kostet. (beløp, i samme valuta som dataene; minst 0)",
    ),
    (
        "CPC",
        "each",
        (
            "SANN gir ett svar per rad, i stedet for ett svar for summene. "
            "(SANN eller USANN) Utelatt: USANN."
        ),
    ),
    (
        "CPC_LOW",
        "confidence",
        (
            "Hvor ofte intervaller laget slik rommer det sanne tallet; 0,95 hvis utelatt. "
            "(andel: 0,05 er 5 %; over 0 og under 1) Utelatt: 0,95."
        ),
    ),
    (
        "CPC_CI",
        "method",
        (
            "Hvordan intervallet lages; exact dekker aldri mindre enn oppgitt. "
            '(tekst; én av "exact", "midp", "jeffreys", "score", "byar") Utelatt: "exact".'
        ),
    ),
    (
        "COST_COUNTS",
        "rules",
        (
            "Dine egne regler: kategori og SANN eller USANN, i to kolonner. "
            "(celleområde) Utelatt: ingen verdi."
        ),
    ),
    (
        "CONV_NEEDED",
        "precision",
        (
            "Hvor langt over tallet det sanne tallet kan ligge: 0,2 er 20 % dyrere. "
            "(andel: 0,05 er 5 %; over 0 og høyst 10)"
        ),
    ),
]


@cache
def catalogue(path: Path = MODULE.parent / PO / "functions.po") -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="nb")


def norwegian() -> dict[str, str]:
    return {str(message.id): str(message.string) for message in catalogue() if message.id}


def composed() -> set[str]:
    """Return what the code has translated as whole texts."""
    calls = (
        node.args[0]
        for node in ast.walk(ast.parse(MODULE.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and SAYS.fullmatch(ast.unparse(node.func))
    )
    return {str(node.value) for node in calls if isinstance(node, ast.Constant)}


def every_help(language: str) -> Iterator[str]:
    """Return every text that a wizard shows in a language."""
    for function in CATALOGUE:
        yield summary(function, language)
        if function.repeats:
            yield repeated_help(function, language)
    yield from (argument_help(parameter, language) for _, parameter in PARAMETERS)


def parameter(function: str, name: str) -> Parameter:
    return next(each for each in FUNCTIONS[function].args if each.name == name)


def unquoted(text: str) -> str:
    """Return a text without what is typed in formulas."""
    return re.sub(r'"[^"]*"', "", text)


@pytest.mark.parametrize("function", CATALOGUE, ids=lambda function: function.name)
def test_english_is_what_the_manual_says(function: AnyFunction) -> None:
    assert summary(function, "en") == function.summary
    for each in function.args:
        default = f" Left out: {left_out(each)}." if left_out(each) else ""
        english = f"{each.arg.meaning} ({accepted(each)}){default}"
        assert argument_help(each, "en") == english


def test_english_is_what_the_wizard_of_excel_shows() -> None:
    module = help_module(CATALOGUE)
    function = FUNCTIONS["CPC_IFS"]
    helps = [argument_help(each, "en") for each in function.args]
    helps.append(repeated_help(function, "en"))
    arguments = ", _\n        ".join(map(quoted, helps))
    described = f'Describe "CPC_IFS", {quoted(summary(function, "en"))}, Array( _\n        '
    assert f"{described}{arguments})" in module
    assert not [text for text in every_help("en") if quoted(text) not in module]


def test_every_message_is_translated_and_none_is_left_over() -> None:
    args = [each.arg for _, each in PARAMETERS]
    assert norwegian().keys() == {
        *(function.summary for function in CATALOGUE),
        *(arg.meaning for arg in args),
        *(arg.unit.value for arg in args),
        *composed(),
    }
    assert not catalogue().obsolete


def test_every_unit_can_be_said() -> None:
    assert {unit.value for unit in Unit} <= norwegian().keys()


def test_every_translation_is_finished() -> None:
    assert not [english for english, text in norwegian().items() if not text.strip()]
    assert not [message.id for message in catalogue() if message.id and message.fuzzy]


def test_no_text_is_left_in_english() -> None:
    assert not [english for english, text in norwegian().items() if text == english]
    assert not [text for text in every_help("nb") if ENGLISH_WORDS.search(unquoted(text))]


def test_a_translation_keeps_the_form_of_its_message() -> None:
    changed = [(a, b) for a, b in norwegian().items() if form(a) != form(b)]
    assert not changed


def form(text: str) -> tuple[list[str], list[str], bool, bool]:
    """Return the placeholders and numbers of a text, if it is a sentence, if it is a word."""
    numbers = [number.replace(",", ".") for number in re.findall(r"\d+(?:[.,]\d+)?", text)]
    sentence = text.endswith(".")
    return sorted(re.findall(r"{\w*}", text)), sorted(numbers), sentence, text.isupper()


def test_what_is_typed_is_typed_alike_in_both_languages() -> None:
    cells = {f'"{english}"': f'"{text}"' for english, text in NORWEGIAN.items()}
    for english, text in norwegian().items():
        typed = re.findall(r'"[^"]*"', english)
        assert re.findall(r'"[^"]*"', text) == [cells.get(word, word) for word in typed]


@pytest.mark.parametrize("word", SHOWN_IN_CELLS)
def test_words_that_cells_show_are_called_as_the_cells_show_them(word: str) -> None:
    texts = [text for english, text in norwegian().items() if word in english]
    assert texts
    assert not [text for text in texts if NORWEGIAN[word] not in text]


def test_a_message_of_the_workbooks_reads_alike_in_the_wizard() -> None:
    workbooks = catalogue(Path(workbook_templates.__file__).parent / PO / "messages.po")
    say = translator("nb")
    both = {text for text in norwegian() if text in workbooks}
    assert "text" in both
    assert {text: norwegian()[text] for text in both} == {text: say(text) for text in both}


def test_numbers_are_written_as_they_are_typed_in_a_norwegian_cell() -> None:
    assert not [text for text in every_help("nb") if re.search(r"\d\.\d", text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_excel_has_room_and_signs_for_every_text(language: str) -> None:
    assert not [text for text in every_help(language) if len(text) > LONGEST_HELP]
    assert all(map(quoted, every_help(language)))


def test_an_alias_says_what_its_function_says() -> None:
    assert summary(FUNCTIONS["KPK"], "nb") == (
        "Gir kostnaden per konvertering: samlet kostnad delt på samlet antall konverteringer."
    )


@pytest.mark.parametrize(("function", "name", "text"), EXPLAINED)
def test_an_argument_is_explained_in_norwegian(function: str, name: str, text: str) -> None:
    assert argument_help(parameter(function, name), "nb") == text


def test_bounds_and_defaults_have_a_decimal_comma_in_norwegian() -> None:
    arg = Arg("Cost per conversion.", Unit.RATIO, above=0.5)
    given = Parameter("ratio", arg, float, required=False, default=1.25)
    assert argument_help(given, "nb") == (
        "Kostnad per konvertering. (forholdstall, ikke prosent; over 0,5) Utelatt: 1,25."
    )


def test_a_point_in_a_text_to_type_stays() -> None:
    given = Parameter(
        "mark", Arg("Length of a period.", Unit.TEXT), str, required=False, default="a.b"
    )
    assert argument_help(given, "nb").endswith('Utelatt: "a.b".')


def test_a_text_without_translation_is_shown_in_english() -> None:
    given = Parameter("new", Arg("A new meaning.", Unit.NUMBER), float)
    assert argument_help(given, "nb") == "A new meaning. (tall)"


def test_an_unknown_language_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(ValueError, match="the language must be one of en, nb, not 'sv'"):
        summary(FUNCTIONS["CPC"], "sv")
