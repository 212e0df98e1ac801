"""The golden set: the recorded answers of all calls, and what makes and keeps them."""

from pathlib import Path
from typing import Any

import pytest

from cpc_functions import CATALOGUE
from cpc_functions.cells import CellError, ErrorCode
from tests.golden.case import (
    Case,
    Failure,
    agree,
    answered,
    as_json,
    by_the_door,
    cells_in,
    each_cell,
    line,
)
from tests.golden.cases import cases, is_good
from tests.golden.record import ACCEPT, FILE, WITHIN, main, recorded


def test_the_recorded_calls_are_those_that_are_made() -> None:
    assert {name: as_json(each.case.args) for name, each in recorded().items()} == {
        case.name: as_json(case.args) for case in cases()
    }


def test_no_call_comes_twice() -> None:
    assert len({case.name for case in cases()}) == len(cases())
    assert len({repr((case.function.name, as_json(case.args))) for case in cases()}) == len(cases())


def test_python_gives_every_recorded_answer() -> None:
    given = {case.name: by_the_door(case.function, case.args) for case in cases()}
    assert not {
        name: (gives, given[name])
        for name, (_, gives) in recorded().items()
        if not agree(given[name], gives, WITHIN)
    }


def test_the_recorded_answers_of_examples_are_those_of_their_sources() -> None:
    examples = {
        f"{function.name}/example/{place}": example
        for function in CATALOGUE
        for place, example in enumerate(function.examples, 1)
    }
    recorded_examples = {name for name, each in recorded().items() if each.case.kind == "example"}
    assert recorded_examples == examples.keys()
    assert not [
        name
        for name, example in examples.items()
        if not agree(recorded()[name].gives, answered(_codes(example.gives)), example.within)
    ]


def _codes(gives: Any) -> Any:
    return each_cell(gives, lambda cell: CellError(cell) if isinstance(cell, ErrorCode) else cell)


@pytest.mark.parametrize("function", CATALOGUE, ids=lambda function: function.name)
def test_the_call_that_is_varied_is_a_good_one(function: Any) -> None:
    assert is_good(function)


@pytest.mark.parametrize(
    "function", [each for each in CATALOGUE if not each.alias_of], ids=lambda each: each.name
)
def test_every_argument_is_varied_in_every_way(function: Any) -> None:
    calls = [case for case in cases() if case.function is function]
    for place, parameter in enumerate(function.args):
        kinds = {case.kind for case in calls if case.name.endswith(f"/{parameter.name}")}
        assert {"blank-in-range", "error-in-range", "error"} <= kinds
        assert kinds & {"text", "text-in-range"}
        cells = [cell for case in calls for cell in cells_in([*case.args[place : place + 1]])]
        assert {True, None, "soon"} <= set(filter(_is_plain, cells))


def _is_plain(cell: Any) -> bool:
    return cell is True or cell is None or isinstance(cell, str)


def test_a_line_of_the_file_reads_back_as_what_was_written() -> None:
    assert [line(*each) for each in recorded().values()] == FILE.read_text("utf-8").splitlines()


def test_a_changed_answer_is_named_and_not_written_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "golden.jsonl"
    lines = FILE.read_text("utf-8").splitlines(keepends=True)
    wrong = lines[0].replace('"gives": 25.0', '"gives": 26.0')
    file.write_text("".join([wrong, *lines[1:]]), "utf-8")
    assert main([], file) == 1
    said = capsys.readouterr().out
    assert "CPC/example/1" in said
    assert '"gives": 26.0' in said
    assert '"gives": 25.0' in said
    assert file.read_text("utf-8").startswith(wrong)
    assert main([ACCEPT], file) == 0
    assert file.read_text("utf-8") == FILE.read_text("utf-8")


def test_new_and_lost_calls_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "golden.jsonl"
    lines = FILE.read_text("utf-8").splitlines(keepends=True)
    lost = lines[0].replace("CPC/example/1", "CPC/example/0")
    file.write_text("".join([lost, *lines[1:]]), "utf-8")
    assert main([], file) == 0
    assert capsys.readouterr().out.splitlines() == [
        "new      CPC/example/1",
        "gone     CPC/example/0",
    ]
    assert file.read_text("utf-8") == FILE.read_text("utf-8")


def test_a_case_knows_its_function_and_kind() -> None:
    case = Case("CPC_LOW/text/cost", ("soon", 20))
    assert (case.function.name, case.kind) == ("CPC_LOW", "text")
    assert by_the_door(case.function, case.args) == Failure("#VALUE!")
