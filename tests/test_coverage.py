"""How often the intervals hold the truth and the tests cry wolf: what the help texts promise."""

from math import sqrt

import pytest
from scipy.stats import gamma, poisson

from benchmarks.coverage_cost_per_customer import coverage
from cpc_functions.poisson import mean_interval
from cpc_functions.rate_ratio import PaidArm, central_p
from tests.oracle_tables import oracle

METHODS = {"garwood": "exact", "midp": "midp", "jeffreys": "jeffreys", "score": "score"}
SINGLE_MEANS = [
    row
    for row in oracle("coverage_poisson_exact")
    if row["method"] in METHODS and row["true_mean_conversions"].replace(".", "").isdigit()
]


@pytest.mark.parametrize(
    "row",
    SINGLE_MEANS,
    ids=lambda r: "-".join([r["method"], r["conf"], r["true_mean_conversions"]]),
)
def test_coverage_of_the_intervals(row: dict[str, str]) -> None:
    """Summed over all counts that can come: exact, to the five digits that the table prints."""
    mean, confidence = float(row["true_mean_conversions"]), float(row["conf"])
    held = 0.0
    for count in range(int(mean + 15 * sqrt(mean) + 20)):
        low, high = mean_interval(float(count), confidence, METHODS[row["method"]])
        held += poisson.pmf(count, mean) * (low <= mean <= high)
    assert held == pytest.approx(float(row["coverage"]), abs=6e-6)


@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.99])
def test_the_exact_interval_never_covers_less_than_it_says(confidence: float) -> None:
    for step in range(60):
        mean = 0.3 * 1.1**step
        held = sum(
            poisson.pmf(count, mean)
            for count in range(int(mean + 15 * sqrt(mean) + 20))
            if mean_interval(float(count), confidence)[0]
            <= mean
            <= mean_interval(float(count), confidence)[1]
        )
        assert held >= confidence - 1e-9


@pytest.mark.parametrize(
    "row",
    [row for row in oracle("ab_cpc_type1") if row["phi"] == "1"],
    ids=lambda r: f"{r['mean_conv_per_arm']}-{r['share_B']}",
)
def test_false_alarms_of_the_comparison_of_two_arms(row: dict[str, str]) -> None:
    """At equal true costs, summed over all pairs of counts; the table is a simulation."""
    share = float(row["share_B"])
    total = 2 * float(row["mean_conv_per_arm"])
    means = total * (1 - share), total * share
    spreads = [range(max(0, int(m - 7 * sqrt(m))), int(m + 8 * sqrt(m) + 8)) for m in means]
    chances = [
        poisson.pmf(list(spread), m).tolist() for spread, m in zip(spreads, means, strict=True)
    ]
    alarms = sum(
        chance_a * chance_b
        for a, chance_a in zip(spreads[0], chances[0], strict=True)
        for b, chance_b in zip(spreads[1], chances[1], strict=True)
        if central_p(PaidArm(1 - share, a), PaidArm(share, b)) < 0.05
    )
    assert alarms == pytest.approx(float(row["central_exact"]), abs=0.004)
    assert alarms <= 0.05


@pytest.mark.parametrize(("conversions", "share"), [(5, 0.2), (20, 0.8), (100, 0.2), (1000, 0.05)])
def test_coverage_of_the_cost_per_customer(conversions: float, share: float) -> None:
    runs = 4000
    held = coverage(conversions, share, runs)["exact"]
    assert held >= 0.95 - 3 * sqrt(0.95 * 0.05 / runs)


@pytest.mark.parametrize("count", [0.01, 0.25, 1, 3.3, 20, 1000, 1e6])
@pytest.mark.parametrize("confidence", [0.5, 0.95, 0.99])
def test_each_tail_beyond_a_midp_limit_holds_half_of_what_is_left(
    count: float, confidence: float
) -> None:
    """By scipy: half of the probability of the count itself belongs to each tail."""
    low, high = mean_interval(count, confidence, "midp")
    above = (gamma.cdf(low, count) + gamma.cdf(low, count + 1)) / 2
    below = (gamma.sf(high, count) + gamma.sf(high, count + 1)) / 2
    assert [above, below] == pytest.approx([(1 - confidence) / 2] * 2, rel=1e-9)
