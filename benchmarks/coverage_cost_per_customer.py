"""How often COST_PER_CUSTOMER's interval holds the true cost per customer: a simulation.

Run `python -m benchmarks.coverage_cost_per_customer`; the table is quoted in DECISIONS.md.
Beside it the obvious alternative, which multiplies the limits of two intervals.
"""

import numpy as np

from cpc_functions.poisson import mean_interval
from cpc_functions.proportions import wilson

RUNS = 20_000
CONFIDENCE = 0.95


def coverage(conversions: float, share: float, runs: int = RUNS, seed: int = 1) -> dict[str, float]:
    """Return the coverage of the exact interval and of limits multiplied.

    Conversions are Poisson with the mean given, each becomes a customer with chance `share`; the
    cost is 1, so that the true cost per customer is 1 / (conversions * share).
    """
    random = np.random.default_rng(seed)
    won = random.poisson(conversions, runs)
    customers = random.binomial(won, share)
    truth = conversions * share
    exact = multiplied = counted = 0
    for count, kept in zip(won.tolist(), customers.tolist(), strict=True):
        least, most = mean_interval(float(kept), CONFIDENCE)
        exact += least <= truth <= most
        if count:
            counted += 1
            low, high = mean_interval(float(count), CONFIDENCE)
            share_low, share_high = wilson(kept / count, count, CONFIDENCE)
            multiplied += low * share_low <= truth <= high * share_high
    return {"exact": exact / runs, "limits multiplied": multiplied / counted}


def main() -> None:
    """Print the table."""
    print("conversions  share  exact  limits multiplied")
    for conversions in (5, 20, 100, 1000):
        for share in (0.05, 0.2, 0.8):
            found = coverage(conversions, share)
            exact, multiplied = found["exact"], found["limits multiplied"]
            print(f"{conversions:11} {share:6} {exact:6.3f} {multiplied:18.3f}")


if __name__ == "__main__":
    main()
