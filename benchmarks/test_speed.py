"""How fast the functions are: `make bench` prints what CHANGELOG and notes quote.

Targets, on two cores: CPC through the door under 10 µs, a gamma or beta quantile under 60 µs in
the median over the grid, CPC_BY on 100,000 rows under 0.5 s, CPC_CI on 10,000 rows under 1.5 s,
the import under 40 ms more than bare Python.
"""

import random
import subprocess
import sys
from itertools import product
from statistics import median
from time import perf_counter
from typing import Any

import cpc_functions as f
from cpc_functions.distributions import beta_isf, beta_ppf, gamma_isf, gamma_ppf
from cpc_functions.poisson import mean_interval

COUNTS = [0.25 * 1.5**step for step in range(38)]
TAILS = [0.25, 0.1, 0.05, 0.025, 0.005, 0.0005, 0.00005]


def grid() -> float:
    """Return the median seconds of a gamma quantile over counts 0.25 to 8e5 and all levels."""
    times = []
    for count, tail in product(COUNTS, TAILS):
        for quantile in (gamma_ppf, gamma_isf):
            start = perf_counter()
            quantile(tail, count)
            times.append(perf_counter() - start)
    return median(times)


def beta_grid() -> float:
    """Return the median seconds of a beta quantile over pairs of counts and all levels."""
    times = []
    for a, b, tail in product(COUNTS[::3], COUNTS[::3], TAILS):
        for quantile in (beta_ppf, beta_isf):
            start = perf_counter()
            quantile(tail, a, b)
            times.append(perf_counter() - start)
    return median(times)


def test_cpc_of_two_cells(benchmark: Any) -> None:
    assert benchmark(f.cpc.evaluate, 1200.0, 48.0) == 25.0


def test_cpc_of_one_hundred_thousand_rows(benchmark: Any) -> None:
    cost = [[float(row % 97)] for row in range(100_000)]
    won = [[float(row % 7)] for row in range(100_000)]
    assert benchmark(f.cpc.evaluate, cost, won) > 0


def test_cpc_row_by_row_of_one_hundred_thousand_rows(benchmark: Any) -> None:
    cost = [[float(row % 97)] for row in range(100_000)]
    won = [[1.0 + row % 7] for row in range(100_000)]
    assert len(benchmark.pedantic(f.cpc.evaluate, args=(cost, won, True), rounds=3)) == 100_000


def test_gamma_quantile_median_over_the_grid(benchmark: Any) -> None:
    benchmark.extra_info["median_us"] = 1e6 * benchmark.pedantic(grid, rounds=3)


def test_beta_quantile_median_over_the_grid(benchmark: Any) -> None:
    benchmark.extra_info["median_us"] = 1e6 * benchmark.pedantic(beta_grid, rounds=3)


def test_cpc_by_of_one_hundred_thousand_rows_and_a_thousand_keys(benchmark: Any) -> None:
    keys = [[f"campaign {row % 1000}"] for row in range(100_000)]
    cost = [[float(row % 97)] for row in range(100_000)]
    won = [[float(row % 7)] for row in range(100_000)]

    def fresh() -> Any:
        mean_interval.cache_clear()
        return f.cpc_by.evaluate(keys, cost, won)

    assert len(benchmark.pedantic(fresh, rounds=5)) == 1002


def test_cpc_ci_of_ten_thousand_rows_all_different(benchmark: Any) -> None:
    cost = [[100.0 + row] for row in range(10_000)]
    won = [[1 + row * 0.37] for row in range(10_000)]

    def fresh() -> Any:
        mean_interval.cache_clear()
        return f.cpc_ci.evaluate(cost, won)

    assert len(benchmark.pedantic(fresh, rounds=3)) == 10_000


def test_boschloo_of_two_hundred_clicks_a_side(benchmark: Any) -> None:
    assert benchmark.pedantic(f.ab_cvr.evaluate, args=(15, 200, 30, 200), rounds=3)


def test_markov_of_ten_thousand_paths_over_fifty_channels(benchmark: Any) -> None:
    draw = random.Random(1)  # noqa: S311 - data, no secret
    names = [f"c{place}" for place in range(50)]
    paths = [[" > ".join(draw.choices(names, k=draw.randint(1, 9)))] for _ in range(10_000)]
    won = [[draw.randint(0, 3)] for _ in paths]
    answer = benchmark.pedantic(f.attribution.evaluate, args=(paths, won, "markov"), rounds=3)
    assert len(answer) == 52


def test_start_of_python_with_the_functions(benchmark: Any) -> None:
    benchmark.pedantic(_start, args=("import cpc_functions",), rounds=15)


def test_start_of_the_command_line(benchmark: Any) -> None:
    benchmark.pedantic(_start, args=("import addin.fn",), rounds=15)


def test_start_of_bare_python(benchmark: Any) -> None:
    benchmark.pedantic(_start, args=("pass",), rounds=15)


def _start(program: str) -> None:
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 - own program
