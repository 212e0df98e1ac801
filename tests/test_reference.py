"""The reference page says what the catalogue says."""

import pytest

from addin.hosts.reference import PAGE, render
from addin.manual import AnyFunction
from cpc_functions import CATALOGUE

PAGE_TEXT = render(CATALOGUE)


def test_the_committed_page_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == PAGE_TEXT, "run: python -m addin.hosts.reference"


def test_the_page_says_how_it_was_made() -> None:
    assert "python -m addin.hosts.reference" in PAGE_TEXT.splitlines()[0]


@pytest.mark.parametrize("function", CATALOGUE, ids=lambda function: function.name)
def test_every_function_is_on_the_page(function: AnyFunction) -> None:
    if function.alias_of:
        assert f"`{function.name}`" in PAGE_TEXT
    else:
        assert f"### {function.name}\n\n`{function.signature}`" in PAGE_TEXT


def test_a_formula_stands_beside_its_answer() -> None:
    assert "`=CPC(1200, 48)` → `25`" in PAGE_TEXT
    assert "`=CPC({100;300}, {2;8})` → `40`" in PAGE_TEXT


def test_an_error_stands_with_its_reason() -> None:
    assert "`=CPC(1200, 0)` → `#DIV/0!` There are no conversions to divide by." in PAGE_TEXT
