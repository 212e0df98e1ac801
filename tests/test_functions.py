"""Every function of the catalogue: its examples, its help, and what it makes of awkward cells."""

import math
from itertools import product
from typing import Any

import pytest

from cpc_functions import CATALOGUE, Cell, CellError, ErrorCode, Function
from cpc_functions.catalogue import Example, Kind
from cpc_functions.cells import is_blank
from cpc_functions.door import FAULT

every_function = pytest.mark.parametrize("function", CATALOGUE, ids=lambda f: f.name)
EXAMPLES = [
    pytest.param(f, e, id=f"{f.name}-{place}")
    for f in CATALOGUE
    for place, e in enumerate(f.examples, 1)
]
AWKWARD: list[Any] = [
    *(None, True, "", "n/a", "1 200", 0, -0.0, 1, -1, 0.5, 1e-308, 1e308, 10**400),
    *(math.inf, math.nan, CellError(ErrorCode.NA, "from another cell")),
    [[1], [2], [3]],
    [["Title"], [None], [4]],
    [[1, 2], [3]],
    [],
]
TYPICAL: list[Any] = [1, 0.5, [[5], [6], [7]]]


def agrees(answer: Any, gives: Any, within: float) -> bool:
    """Return whether an answer is the expected one: codes for errors, numbers relatively."""
    if isinstance(gives, ErrorCode):
        return isinstance(answer, CellError) and answer.code is gives
    if isinstance(gives, (list, tuple)):
        return (
            isinstance(answer, list)
            and len(answer) == len(gives)
            and all(agrees(a, g, within) for a, g in zip(answer, gives, strict=True))
        )
    if isinstance(gives, float) and isinstance(answer, float):
        return math.isclose(answer, gives, rel_tol=within, abs_tol=0 if gives else within)
    return type(answer) is type(gives) and bool(answer == gives)


def leaves(answer: Any) -> list[Any]:
    """Return the cells of an answer, whatever its shape."""
    return [c for part in answer for c in leaves(part)] if isinstance(answer, list) else [answer]


def assert_fit_for_a_cell(answer: Any) -> None:
    for cell in leaves(answer):
        assert isinstance(cell, (float, str, bool, CellError)), cell
        assert not isinstance(cell, float) or math.isfinite(cell)
        if isinstance(cell, CellError) and cell.why != "from another cell":
            assert cell.why.endswith("."), cell
            assert cell.why != FAULT, cell.__cause__


@pytest.mark.parametrize(("function", "example"), EXAMPLES)
def test_gives_what_its_example_says(function: Function[..., Any], example: Example) -> None:
    answer = function.evaluate(*example.args)
    assert agrees(answer, example.gives, example.within), answer
    assert example.source


@every_function
def test_shows_an_answer_an_error_and_a_blank_cell(function: Function[..., Any]) -> None:
    given = [example.gives for example in function.examples]
    assert any(not isinstance(gives, ErrorCode) for gives in given)
    errors = [gives for gives in given for cell in leaves_of(gives) if isinstance(cell, ErrorCode)]
    assert errors or function.name == "CPC_CHECK"
    assert any(is_blank(c) for e in function.examples for c in leaves_of(e.args))


@every_function
def test_shows_each_optional_argument_with_and_without(function: Function[..., Any]) -> None:
    for place, parameter in enumerate(function.args):
        if not parameter.required:
            used = [len(e.args) > place and e.args[place] is not None for e in function.examples]
            assert any(used), parameter.name
            assert not all(used), parameter.name


@every_function
def test_explains_itself(function: Function[..., Any]) -> None:
    assert function.summary.startswith("Return ")
    assert function.summary.endswith(".")
    assert len(function.summary) < 100
    starts = [paragraph.partition(":")[0] for paragraph in function.paragraphs]
    assert starts.count("Errors") == 1
    assert starts.count("Source") == 1
    assert starts[-1] == "Source"
    assert all(parameter.arg.meaning.endswith(".") for parameter in function.args)


@every_function
def test_quality_score_functions_say_how_weak_their_model_is(
    function: Function[..., Any],
) -> None:
    if function.family == "quality":
        doubts = [p for p in function.paragraphs if p.startswith("When not to trust it:")]
        assert len(doubts) == 1
        assert any(word in doubts[0] for word in ("simplified model", "weak", "diagnostic"))


@every_function
def test_makes_a_cell_of_every_awkward_cell(function: Function[..., Any]) -> None:
    """Awkward cells in every place, first against typical others, then all against all."""
    places = len(function.args) + 2 * function.repeats
    for typical in TYPICAL:
        for place in range(places):
            for cell in AWKWARD:
                cells = [typical] * places
                cells[place] = cell
                assert_fit_for_a_cell(function.evaluate(*cells))
    required = min(2, sum(parameter.required for parameter in function.args))
    rest = TYPICAL[:1] * (sum(parameter.required for parameter in function.args) - required)
    for awkward in product(AWKWARD, repeat=required):
        assert_fit_for_a_cell(function.evaluate(*awkward, *rest))


@every_function
def test_refuses_a_wrong_count_of_arguments_by_name(function: Function[..., Any]) -> None:
    least = sum(parameter.required for parameter in function.args)
    wrong = [least - 1] if function.repeats else [least - 1, len(function.args) + 1]
    for count in wrong:
        answer = function.evaluate(*[1] * count)
        assert answer.code is ErrorCode.VALUE
        assert function.name in answer.why
        assert all(parameter.name in answer.why for parameter in function.args)


@every_function
def test_hands_on_the_error_of_a_cell_unchanged(function: Function[..., Any]) -> None:
    error = CellError(ErrorCode.REF, "deleted")
    for place, parameter in enumerate(function.args):
        if parameter.arg.unit.name == "RANGE":
            continue
        cells: list[Any] = [[[5], [6]] if p.column else 1 for p in function.args]
        cells[place] = error
        assert error in leaves(function.evaluate(*cells)), parameter.name


@every_function
def test_names_the_argument_that_is_out_of_bounds(function: Function[..., Any]) -> None:
    for place, parameter in enumerate(function.args):
        arg = parameter.arg
        if arg.unit.name in ("TEXT", "LOGICAL", "RANGE"):
            continue
        outside = [
            bound + step
            for bound, step in (
                *((arg.at_least, -1), (arg.at_most, 1), (arg.above, 0), (arg.below, 0)),
            )
            if bound is not None
        ]
        for value in outside:
            cells: list[Any] = [_inside(p) for p in function.args]
            cells[place] = [[value], [value]] if parameter.column else value
            answer = function.evaluate(*cells)
            assert isinstance(answer, CellError), (parameter.name, value)
            assert answer.code is ErrorCode.NUM
            assert answer.why.startswith(parameter.name), answer.why


@every_function
def test_names_the_argument_that_is_text_instead_of_a_number(
    function: Function[..., Any],
) -> None:
    for place, parameter in enumerate(function.args):
        if parameter.form is not float:
            continue
        cells: list[Any] = [_inside(p) for p in function.args]
        inside = _inside(parameter._replace(required=True))
        cells[place] = [inside[0], ["n/a"]] if parameter.column else "n/a"
        answer = function.evaluate(*cells)
        assert isinstance(answer, CellError), parameter.name
        assert answer.code is ErrorCode.VALUE
        assert answer.why.startswith(parameter.name), answer.why


@every_function
def test_names_the_ranges_that_differ_in_shape(function: Function[..., Any]) -> None:
    """Where two ranges stand beside one another, a third row in the second is refused."""
    tables: dict[str, list[int]] = {}
    for place, parameter in enumerate(function.args):
        if parameter.form is not float or not (
            parameter.column or parameter.summed or function.kind is Kind.ELEMENTWISE
        ):
            continue
        name = "" if function.kind is Kind.ELEMENTWISE else parameter.arg.table
        tables.setdefault(name, []).append(place)
    for places in tables.values():
        for second in places[1:]:
            cells: list[Any] = [_inside(p) for p in function.args]
            inside = [_inside(p._replace(required=True)) for p in function.args]
            for place, rows in ((places[0], 2), (second, 3)):
                cell = inside[place]
                cells[place] = [[cell[0][0] if isinstance(cell, list) else cell]] * rows
            for place, parameter in enumerate(function.args):
                if parameter.column and place not in (places[0], second) and cells[place]:
                    cells[place] = [cells[place][0]] * 2
            answer = function.evaluate(*cells)
            assert isinstance(answer, CellError)
            assert answer.code is ErrorCode.VALUE
            assert function.args[second].name in answer.why


def leaves_of(cells: Any) -> list[Any]:
    """Return the single cells in arguments or expected answers."""
    if isinstance(cells, (list, tuple)):
        return [cell for part in cells for cell in leaves_of(part)]
    return [cells]


def _inside(parameter: Any) -> Any:
    """Return a cell that the parameter accepts."""
    arg = parameter.arg
    if not parameter.required:
        return None
    value: Cell = 1.0
    if arg.unit.name == "TEXT":
        value = arg.choices[0] if arg.choices else "a"
    elif arg.unit.name == "DATE":
        value = 46000.0
    elif arg.below is not None or arg.at_most is not None:
        value = arg.at_least if arg.at_least is not None else 0.5
    elif arg.at_least is not None:
        value = max(1.0, arg.at_least)
    return [[value], [value]] if parameter.column else value
