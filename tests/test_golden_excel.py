"""The golden set in Excel, once through COM and xlwings, and once through the add-in's VBA."""

from pathlib import Path

from tests.golden import excel_adapter, vba
from tests.golden.cases import cases
from tests.golden.comparing import wrong
from tests.golden.differences import Host


def test_the_server_that_answers_excel_gives_every_recorded_answer() -> None:
    due = [case for case in cases() if not excel_adapter.not_due(case)]
    assert not wrong(Host.EXCEL, due, excel_adapter.answers())


def test_only_a_range_without_a_cell_is_not_sent() -> None:
    assert [case.name for case in cases() if excel_adapter.not_due(case)] == ["CPC_CHECK/example/4"]


def test_the_wrappers_of_vba_give_every_recorded_answer(tmp_path: Path) -> None:
    due = [case for case in cases() if not vba.not_due(case)]
    assert not wrong(Host.VBA, due, vba.answers(due, tmp_path))


def test_what_does_not_reach_a_wrapper_is_of_three_kinds() -> None:
    reasons: dict[str, set[str]] = {}
    for case in cases():
        reasons.setdefault(vba.not_due(case), set()).add(case.kind)
    assert reasons.keys() == {"", vba.EMPTY, vba.RESERVED, vba.COUNT}
    assert reasons[vba.COUNT] == {"missing", "one-too-many"}
    assert reasons[vba.EMPTY] == {"example"}


def test_only_the_name_that_vba_reserves_has_no_wrapper() -> None:
    without = {case.function.name for case in cases() if vba.not_due(case) == vba.RESERVED}
    assert without == {"ATTRIBUTE"}
