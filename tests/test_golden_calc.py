"""The golden set in cells of a real LibreOffice, with the extension as it is built."""

from typing import Any

import pytest

from addin.hosts.calc.extension import extension_files
from tests.calc.office import running, unpacked
from tests.golden import calc
from tests.golden.case import shape
from tests.golden.cases import cases
from tests.golden.comparing import silent, wrong
from tests.golden.differences import Host, expected
from tests.golden.silent import named

DUE = [case for case in cases() if not calc.not_due(case)]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("office")
    shaped = [(case, shape(expected(Host.CALC, case))) for case in DUE]
    with running(unpacked(extension_files(), folder / "bundled"), folder / "profile") as office:
        return calc.answers(office, shaped)


def test_calc_gives_every_answer_that_is_due_of_it(answers: dict[str, Any]) -> None:
    assert not wrong(Host.CALC, DUE, answers)


def test_where_calc_gives_another_figure_is_named(answers: dict[str, Any]) -> None:
    assert silent(DUE, answers) == set(named(Host.CALC))


def test_only_a_range_without_a_cell_is_not_written() -> None:
    assert [case.name for case in cases() if calc.not_due(case)] == ["CPC_CHECK/example/4"]
