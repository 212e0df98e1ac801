"""What a server goes on through: faults of our own, a log that fails, an upgrade under way."""

from pathlib import Path

import pytest

from addin.hosts import failures
from addin.hosts.excel.server import serve
from cpc_functions import ErrorCode
from cpc_functions.arguments import Conversions, Cost
from cpc_functions.catalogue import udf
from cpc_functions.parameter import Unit
from tests.excel.session import cells as in_cells
from tests.excel.session import in_excel, udfs
from tests.excel.wire import hresult


def test_a_fault_is_a_value_error_in_its_cell_and_in_the_log_without_what_stood_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    @udf(unit=Unit.MONEY, examples=[])
    def broken(cost: Cost, conversions: Conversions) -> float:
        """Return nothing."""
        raise RuntimeError(f"secret {cost} {conversions}")

    monkeypatch.setattr(failures, "folder", lambda: tmp_path)
    monkeypatch.setattr(in_cells, "BROKEN", in_cells.in_cells(broken), raising=False)
    for _ in range(3):
        assert in_excel("BROKEN", [4711.0, "geheim"]) == hresult(ErrorCode.VALUE)
        assert in_excel("BROKEN", [4711.0, 12.0]) == hresult(ErrorCode.VALUE)
        assert in_excel("CPC", [1200.0, 48.0]) == 25.0
    log = (tmp_path / failures.NAME).read_text(encoding="utf-8")
    assert log.count("=BROKEN(…): RuntimeError") == 1
    assert Path(__file__).name in log
    assert "4711" not in log
    assert "secret 4" not in log


def test_a_log_that_cannot_be_written_costs_no_answer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(failures, "folder", lambda: tmp_path / "file" / "logs")
    assert failures.record(ValueError("x"), "=CPC(…)") == ""


def test_an_upgrade_under_way_does_not_reach_a_server_that_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A module is reloaded by xlwings when the time of its file has changed."""

    def gone(path: str) -> float:
        raise FileNotFoundError(path)

    monkeypatch.setattr(udfs.os.path, "getmtime", gone)
    assert in_excel("CPC", [1200.0, 48.0]) == 25.0


def test_a_server_starts_in_english_where_the_language_is_unknown() -> None:
    serve("{506e67c3-55b5-48c3-a035-eed5deea7d6d}", "tlh")
    assert in_excel("CPC_VERDICT", [1000.0, 5.0, 20.0]) == "above target"
