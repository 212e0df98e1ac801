"""How fast a cell is answered and the command starts: `make bench`."""

import subprocess
import sys

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from cpc_functions import cpc, cpc_ci

ROWS = 100_000
COSTS = [[float(row % 97)] for row in range(ROWS)]
COUNTS = [[float(row % 13)] for row in range(ROWS)]


def test_one_cell(benchmark: BenchmarkFixture) -> None:
    assert benchmark(cpc.evaluate, 1200, 48) == 25.0


def test_a_ratio_of_the_sums_of_100_000_rows(benchmark: BenchmarkFixture) -> None:
    assert benchmark(cpc.evaluate, COSTS, COUNTS) == pytest.approx(8.0, rel=1e-3)


def test_an_answer_for_each_of_100_000_rows(benchmark: BenchmarkFixture) -> None:
    assert len(benchmark(cpc.evaluate, COSTS, COUNTS, True)) == ROWS


def test_an_exact_interval_for_each_of_1_000_rows(benchmark: BenchmarkFixture) -> None:
    assert len(benchmark(cpc_ci.evaluate, COSTS[:1000], COUNTS[:1000])) == 1000


@pytest.mark.parametrize("statement", ["pass", "import cpc_functions", "import addin.fn"])
def test_start(benchmark: BenchmarkFixture, statement: str) -> None:
    run = [sys.executable, "-c", statement]
    assert benchmark(subprocess.run, run, check=True).returncode == 0
