"""What AB_SIZE and AB_BUDGET promise. Expected numbers: R power.prop.test (o07a), R (o07b)."""

from typing import Any

import pytest
from scipy import stats

from cpc_functions.cells import ErrorCode
from cpc_functions.size import ab_budget, ab_size
from tests.oracle_tables import numbers, oracle


@pytest.mark.parametrize("row", oracle("o07a_sample_size_cvr"), ids=lambda row: row["case"])
def test_the_size_is_that_of_power_prop_test(row: dict[str, str]) -> None:
    cells = numbers(row, "baseline", "rel_uplift", "power", "alpha")
    assert ab_size.evaluate(*cells) == float(row["n_per_arm_R"])


@pytest.mark.parametrize("row", oracle("o07b_sample_size_cpc"), ids=lambda row: row["case"])
def test_the_budget_is_that_of_the_log_ratio(row: dict[str, str]) -> None:
    cells = numbers(row, "cpc_A", "ratio_B_over_A", "power", "alpha")
    assert ab_budget.evaluate(*cells) == pytest.approx(float(row["budget_per_arm"]), rel=1e-6)


@pytest.mark.parametrize("uplift", [0.4, -0.4])
@pytest.mark.parametrize("power", [0.6, 0.9])
def test_the_size_is_the_least_that_reaches_the_power(uplift: float, power: float) -> None:
    def reached(size: float) -> Any:
        before, after = 0.1, 0.1 * (1 + uplift)
        mean = (before + after) / 2
        equal = (2 * mean * (1 - mean)) ** 0.5
        unequal = (before * (1 - before) + after * (1 - after)) ** 0.5
        distance = size**0.5 * abs(after - before)
        return stats.norm.cdf((distance - stats.norm.isf(0.025) * equal) / unequal)

    size = ab_size.evaluate(0.1, uplift, power)
    assert reached(size - 1) < power <= reached(size)


@pytest.mark.parametrize("ratio", [0.5, 0.8, 1.3])
def test_the_budget_of_both_directions_buys_the_same_evidence(ratio: float) -> None:
    assert ab_budget.evaluate(50, ratio) == pytest.approx(
        ab_budget.evaluate(50 * ratio, 1 / ratio), rel=1e-12
    )


@pytest.mark.parametrize(
    ("function", "cells", "words"),
    [
        (ab_size, (0, 0.2), "baseline_cvr: must be above 0 and below 1, not 0; write 0.03"),
        (ab_size, (5, 0.2), "baseline_cvr: must be above 0 and below 1, not 5; write 0.03"),
        (ab_size, (0.1, 10), "uplift: 10 on a rate of 0.1 gives 1.1, which is not a rate"),
        (ab_size, (0.1, -1), "uplift: -1 on a rate of 0.1 gives 0, which is not a rate"),
        (ab_size, (0.1, 0), "uplift: no sample shows a change of 0"),
        (ab_size, (0.1, 0.2, 80), "power: must be above 0 and below 1, not 80; write 0.8"),
        (ab_size, (0.1, 0.2, 0.02), "power: must be above half of alpha, not 0.02"),
        (ab_size, (0.1, 0.2, 0.8, 5), "alpha: must be above 0 and below 1, not 5; write 0.05"),
        (ab_budget, (50, 0), "ratio: must be above 0, not 0; write 0.8 for 20 % cheaper"),
        (ab_budget, (50, -0.2), "ratio: must be above 0, not -0.2"),
        (ab_budget, (50, 1), "ratio: no budget tells equal costs apart"),
        (ab_budget, (-50, 0.8), "cpc: must be at least 0"),
        (ab_budget, (50, 0.8, 0.8, 0), "alpha: must be above 0"),
    ],
)
def test_bad_plans_are_named(function: Any, cells: Any, words: str) -> None:
    error = function.evaluate(*cells)
    assert error.code is ErrorCode.NUM
    assert error.why.startswith(words)
