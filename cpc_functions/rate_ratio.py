"""Two costs per conversion compared: the exact test of two Poisson rates with cost as exposure.

Given how many conversions both arms had together, the number of arm A is binomial, and its chance
depends on nothing but the two costs and the ratio of the two costs per conversion. Test, interval
and probability all are tails of the beta distribution. Conversions may be fractions: a count
divided by its dispersion, or a share that attribution gave.
"""

from math import exp, inf
from typing import NamedTuple

from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.incomplete_beta import Beta

# exp(700) is near the largest float: an odds beyond it is unbounded for a cell.
_LARGEST_LOGIT = 700.0


class PaidArm(NamedTuple):
    """What one arm of an experiment cost and brought."""

    cost: float
    conversions: float


def ratio(a: PaidArm, b: PaidArm) -> float:
    """Return the cost per conversion of B over that of A; #DIV/0! when B has no conversions."""
    if b.conversions == 0:
        raise CellError(
            ErrorCode.DIV0, "B has no conversions yet: the ratio is unbounded; let it run on."
        )
    return b.cost / a.cost * (a.conversions / b.conversions)


def central_p(a: PaidArm, b: PaidArm) -> float:
    """Return twice the smaller tail of the conditional binomial distribution, 1 at most."""
    share_a, share_b = _cost_shares(a, b)
    at_most = at_least = 1.0
    if b.conversions > 0:
        at_most = Beta(a.conversions + 1.0, b.conversions).tails(share_a, share_b)[1]
    if a.conversions > 0:
        at_least = Beta(a.conversions, b.conversions + 1.0).tails(share_a, share_b)[0]
    return min(1.0, 2.0 * min(at_most, at_least))


def limits(a: PaidArm, b: PaidArm, confidence: float) -> tuple[float, float]:
    """Return the limits of the ratio that belong to `central_p`; the high one may be infinite.

    They are Clopper and Pearson's limits for the share of A, turned to odds.
    """
    tail, rest = (1.0 - confidence) / 2.0, (1.0 + confidence) / 2.0
    low, high = 0.0, inf
    if a.conversions > 0:
        low = _odds(Beta(a.conversions, b.conversions + 1.0).logit_quantile(tail, rest))
    if b.conversions > 0:
        high = _odds(Beta(a.conversions + 1.0, b.conversions).logit_quantile(rest, tail))
    relative_cost = b.cost / a.cost
    return low * relative_cost, high * relative_cost


def chance_b_cheaper(a: PaidArm, b: PaidArm, prior: PaidArm) -> float:
    """Return the posterior probability that B has the lower cost per conversion.

    Each arm begins with a gamma prior that knows as much as `prior` had brought and cost.
    """
    share_a, share_b = _cost_shares(
        a._replace(cost=a.cost + prior.cost), b._replace(cost=b.cost + prior.cost)
    )
    more_b = Beta(b.conversions + prior.conversions, a.conversions + prior.conversions)
    return more_b.tails(share_b, share_a)[1]


def _cost_shares(a: PaidArm, b: PaidArm) -> tuple[float, float]:
    """Return both shares of the cost, each exact also when it is tiny."""
    return 1.0 / (1.0 + b.cost / a.cost), 1.0 / (1.0 + a.cost / b.cost)


def _odds(logit: float) -> float:
    return exp(logit) if logit < _LARGEST_LOGIT else inf
