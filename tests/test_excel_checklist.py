"""The checklist for a person with Excel: what it asks for exists, and what it promises is so."""

import re
from pathlib import Path

import pytest

from addin.hosts.excel.ribbon_texts import BUTTONS, GROUPS
from cpc_functions import CATALOGUE, CellError, Function, cpc, cpc_ci, use_language
from cpc_functions.verdict import cpc_verdict

TEXT = (Path(__file__).parent.parent / "docs" / "excel-checklist.md").read_text(encoding="utf-8")
LABELS = {words.label.en for words in BUTTONS.values()}


def test_every_function_in_it_is_in_the_catalogue() -> None:
    ours = {function.name for function in CATALOGUE}
    named = set(re.findall(r"\b([A-Z_]{3,})\(", TEXT))
    assert named - ours == {"IFERROR", "LAMBDA", "LET"}


def test_every_button_and_group_in_it_is_on_the_tab() -> None:
    before_the_tab, buttons = TEXT.split("## 4.")
    bold = set(re.findall(r"\*\*([^*]+)\*\*", buttons.split("## 5.")[0]))
    assert bold <= LABELS
    assert ", ".join(words.en for words in GROUPS.values()) in before_the_tab


@pytest.mark.parametrize("command", ["install", "status", "uninstall"])
def test_it_goes_through_the_commands_that_install(command: str) -> None:
    assert f"`cpc addin {command}`" in TEXT


def test_the_figures_that_it_promises_are_those_of_the_functions() -> None:
    assert cpc.evaluate(1200, 48) == 25.0
    assert cpc.evaluate([[100], [300]], [[2], [8]]) == 40.0
    assert cpc.evaluate([[100], [300]], [[2], [8]], True) == [[50.0], [37.5]]
    (interval,) = cpc_ci.evaluate(1200, 48)
    assert [round(figure, 2) for figure in interval if figure != 25.0] == [18.86, 33.91]
    assert str(cpc.evaluate(1200, 0).code.value) == "#DIV/0!"


@pytest.mark.parametrize(
    ("name", "cells"), [("CPC_LOW", (1200, 48, None)), ("TARGET_CPC", (100, 0.4, None, 1))]
)
def test_formulas_with_an_argument_left_out_give_numbers(
    name: str, cells: tuple[float | None, ...]
) -> None:
    function: Function[..., float] = next(f for f in CATALOGUE if f.name == name)
    assert not isinstance(function.evaluate(*cells), CellError)


def test_the_norwegian_verdict_is_the_one_that_it_promises() -> None:
    use_language("nb")
    try:
        assert cpc_verdict.evaluate(1000, 5, 20) in TEXT
    finally:
        use_language("en")
