"""The table of intended differences between the hosts: no row is idle, and all have a reason."""

from collections.abc import Callable

import pytest

from tests.golden import calc, native_twin
from tests.golden.case import Case, agree
from tests.golden.cases import cases
from tests.golden.comparing import due_of
from tests.golden.differences import DIFFERENCES, Difference, Host, expected_by
from tests.golden.record import WITHIN, recorded
from tests.golden.silent import SILENT, named

NOT_DUE: dict[Host, Callable[[Case], str]] = {
    Host.CALC: calc.not_due,
    Host.NATIVE: native_twin.not_due,
}
every_difference = pytest.mark.parametrize("difference", DIFFERENCES, ids=lambda each: each.what)


@every_difference
def test_a_difference_is_met_by_a_case(difference: Difference) -> None:
    of_host = [row for row in DIFFERENCES if row.host is difference.host]
    others = [row for row in of_host if row is not difference]
    due = (case for case in cases() if not NOT_DUE[difference.host](case))
    assert not all(
        agree(expected_by(of_host, case), expected_by(others, case), WITHIN) for case in due
    )


@every_difference
def test_a_difference_says_what_and_why_in_sentences(difference: Difference) -> None:
    assert difference.what.endswith(".")
    assert difference.reason.endswith(".")
    assert (difference.sees is None) != (difference.gives is None)


def test_the_command_line_excel_and_vba_differ_in_nothing() -> None:
    assert {row.host for row in DIFFERENCES} == NOT_DUE.keys()


@pytest.mark.parametrize("host", SILENT)
def test_another_figure_is_that_of_an_intended_difference(host: Host) -> None:
    by_name = {case.name: case for case in cases()}
    for name in named(host):
        assert not agree(due_of(host, by_name[name]), recorded()[name].gives, WITHIN), name


def test_other_figures_come_of_blank_cells_and_truths_alone() -> None:
    """The examples among them hold a blank cell."""
    assert {kind for kinds in SILENT.values() for kind in kinds} == {
        "blank",
        "true",
        "true-in-range",
        "example",
    }
    examples = [name for host in SILENT for name in named(host) if "/example/" in name]
    by_name = {case.name: case for case in cases()}
    assert all(None in by_name[name].args for name in examples)
