"""The golden set as native formulas, which need no add-in."""

from typing import Any

import pytest

from tests.golden import native_twin
from tests.golden.case import agree
from tests.golden.cases import cases
from tests.golden.differences import UNSAID, Host, expected
from tests.golden.native_twin import figures
from tests.golden.record import recorded
from tests.golden.silent import is_silent, named
from tests.test_formula import ABSOLUTE, WITHIN

DUE = [case for case in cases() if not native_twin.not_due(case)]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    return native_twin.answers(DUE, tmp_path_factory.mktemp("twins"))


def test_a_native_formula_gives_every_figure_that_is_due_of_it(
    answers: dict[str, list[Any]],
) -> None:
    wrong = {}
    for case in DUE:
        got, answer = answers[case.name], expected(Host.NATIVE, case)
        ought = figures(case, answer)
        least = ABSOLUTE.get(case.function.name, 0.0)
        if answer is not UNSAID and not agree(got, ought, WITHIN, least):
            wrong[case.name] = {"host": str(Host.NATIVE), "expected": ought, "got": got}
    assert not wrong


def test_where_a_native_formula_gives_another_figure_is_named(
    answers: dict[str, list[Any]],
) -> None:
    silent = {
        case.name
        for case in DUE
        if is_silent(
            answers[case.name],
            figures(case, recorded()[case.name].gives),
            WITHIN,
            ABSOLUTE.get(case.function.name, 0.0),
        )
    }
    assert silent == set(named(Host.NATIVE))


def test_what_is_not_due_of_a_native_formula_has_a_reason() -> None:
    assert {native_twin.not_due(case) for case in cases()} == {
        "",
        native_twin.NO_TWIN,
        native_twin.BAD_INPUT,
        native_twin.EACH_ROW,
        native_twin.UNCHECKED,
        native_twin.DEFAULT,
        native_twin.ODD,
    }
