"""How large an experiment must be to see a difference that is there."""

from math import ceil, log, sqrt
from typing import Annotated

from cpc_functions.arguments import Alpha, CPCValue, Power
from cpc_functions.catalogue import Arg, Example, Unit, udf
from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.distributions import normal_ppf

BaselineRate = Annotated[
    float,
    Arg(
        "Conversions per click as they are now.",
        Unit.FRACTION,
        above=0,
        below=1,
        cure="write 0.03 or 3 %, not 3",
    ),
]
Uplift = Annotated[
    float,
    Arg(
        "Relative change to detect: 0.1 is from 3 % to 3.3 %; may be negative.",
        Unit.FRACTION,
        cure="write 0.1 or 10 %, not 10",
    ),
]
CostRatio = Annotated[
    float,
    Arg(
        "Cost per conversion of B over that of A to detect; 0.8 is 20 % cheaper.",
        Unit.RATIO,
        above=0,
        cure="write 0.8 for 20 % cheaper, not -0.2",
    ),
]

POWER_PROP_TEST = "R power.prop.test, o07a"


@udf(
    unit=Unit.WHOLE,
    examples=[
        Example((0.05, 0.2), 8158.0, POWER_PROP_TEST),
        Example((0.05, 0.2, 0.9), 10921.0, POWER_PROP_TEST),
        Example((0.05, 0.2, 0.8, 0.01), 12139.0, "statistics.NormalDist in Fleiss's formula"),
        Example((0.05, None), ErrorCode.NUM),
        Example((0.5, 1.2), ErrorCode.NUM),
        Example((5, 0.2), ErrorCode.NUM),
    ],
)
def ab_size(
    baseline_cvr: BaselineRate, uplift: Uplift, power: Power = 0.8, alpha: Alpha = 0.05
) -> float:
    """Return the clicks that each arm needs to see a relative change of the conversion rate.

    The uplift is relative: 0.2 on a rate of 5 % is 6 %. Calculators differ: this one is equal to
    R's power.prop.test, which is Fleiss's formula; Evan Miller's differs by a few percent.

    Errors: #NUM! for a baseline outside 0 to 1, an uplift of 0 or one that leads to a rate
    outside 0 to 1, a power or alpha outside 0 to 1, or a power that needs no test.

    When not to trust it: for a handful of conversions per arm, or when the test is stopped early
    because it looks good.

    Source: Fleiss, Levin & Paik 2003; R power.prop.test.
    """
    raised = baseline_cvr * (1.0 + uplift)
    if not 0 < raised < 1:
        raise CellError(
            ErrorCode.NUM,
            f"uplift: {uplift:g} on a rate of {baseline_cvr:g} gives {raised:g}, which is not a "
            "rate between 0 and 1; write 0.1 or 10 %, not 10.",
        )
    if raised == baseline_cvr:
        raise CellError(
            ErrorCode.NUM,
            "uplift: no sample shows a change of 0; write the smallest change that matters.",
        )
    z_alpha, z_power = _z_scores(power, alpha)
    mean = 0.5 * (baseline_cvr + raised)
    equal = sqrt(2.0 * mean * (1.0 - mean))
    unequal = sqrt(baseline_cvr * (1.0 - baseline_cvr) + raised * (1.0 - raised))
    root = (z_alpha * equal + z_power * unequal) / (raised - baseline_cvr)
    return float(ceil(root * root))


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((50, 0.8), 14186.704, "o07b", 1e-6),
        Example((50, 0.8, 0.9), 18991.971371832, "statistics.NormalDist", 1e-9),
        Example((50, 0.8, 0.8, 0.1), 11174.856981454, "statistics.NormalDist", 1e-9),
        Example((None, 0.8), 0.0),
        Example((50, None), ErrorCode.NUM),
        Example((50, 1), ErrorCode.NUM),
    ],
)
def ab_budget(cpc: CPCValue, ratio: CostRatio, power: Power = 0.8, alpha: Alpha = 0.05) -> float:
    """Return the spend that each arm needs to tell two costs per conversion apart.

    The first argument is what a conversion costs in arm A, the second the cost per conversion of
    B over it. Cheap conversions come faster and need less money to be counted.

    Errors: #NUM! for a ratio of 0 or below, a ratio of 1, or a power or alpha outside 0 to 1.

    When not to trust it: planned at 0.80, the exact test of AB_CPC reaches 0.79; with days that
    vary more than Poisson multiply the budget by DISPERSION.

    Source: normal approximation to the logarithm of the ratio of two Poisson rates.
    """
    if ratio == 1:
        raise CellError(
            ErrorCode.NUM,
            "ratio: no budget tells equal costs apart; write 0.8 for 20 % cheaper.",
        )
    root = sum(_z_scores(power, alpha)) / log(ratio)
    return cpc * (1.0 + ratio) * root * root


def _z_scores(power: float, alpha: float) -> tuple[float, float]:
    """Return the normal quantiles of both error rates; a test by chance alone needs no sample."""
    if power <= 0.5 * alpha:
        raise CellError(
            ErrorCode.NUM,
            f"power: must be above half of alpha, not {power:g}; write 0.8 or 80 %.",
        )
    return -normal_ppf(0.5 * alpha), normal_ppf(power)
