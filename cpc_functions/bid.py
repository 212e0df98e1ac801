"""What to bid for a click."""

from math import fsum
from typing import Annotated

from cpc_functions.arguments import (
    FRACTION_CURE,
    Clicks,
    ConversionRate,
    Conversions,
    Key,
    TargetCPC,
)
from cpc_functions.catalogue import Arg, Column, Example, Unit, udf
from cpc_functions.cells import Cell, CellError, ErrorCode, attempt, divide
from cpc_functions.distributions import beta_isf, beta_ppf

LEAST_ROWS = 5
SCIPY = "scipy beta.ppf"

BIDS = ["name", "clicks", "conversions", "CVR", "shrunk CVR", "low", "high", "max bid"]
KEYWORDS = (("a", 5.0), ("b", 4.0), ("c", 6.0), ("d", 5.0), ("e", 5.0))
ALIKE = (0.03342940578186591, 0.07175524656735434, 2.5150661474682354)
CAREFUL = (0.03342940578186591, 0.07175524656735434, 2.1253927078387833)

Buffer = Annotated[
    float,
    Arg(
        "Share of the bid to keep back.",
        Unit.FRACTION,
        at_least=0,
        at_most=1,
        cure=FRACTION_CURE,
    ),
]
PriorRate = Annotated[
    float,
    Arg("Conversion rate known beforehand.", Unit.FRACTION, above=0, below=1, cure=FRACTION_CURE),
]
PriorClicks = Annotated[float, Arg("How many clicks the known rate is worth.", Unit.COUNT, above=0)]
Sureness = Annotated[
    float,
    Arg(
        "How sure the target must be met: 0.5 is as likely as not, 0.8 is careful.",
        Unit.FRACTION,
        above=0,
        below=1,
        cure="write 0.8 or 80 %, not 80",
    ),
]


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((55, 0.028), 1.54, "calcsimpler example 1"),
        Example((55, 0.028, 0.3), 1.078),
        Example((None, 0.028), 0.0),
        Example((55, 2.8), ErrorCode.NUM),
    ],
)
def max_bid(target_cpc: TargetCPC, cvr: ConversionRate, buffer: Buffer = 0.0) -> float:
    """Return the most that a click may cost: target cost per conversion times conversion rate.

    The buffer keeps a share of it back.

    Errors: #NUM! for a conversion rate or buffer outside 0 to 1, or a negative target.

    When not to trust it: when the rate comes from few clicks; MAX_BID_SAFE allows for it.

    Source: the identity click cost = cost per conversion * conversions per click.
    """
    return target_cpc * cvr * (1 - buffer)


@udf(
    unit=Unit.MONEY,
    examples=[
        Example((50, 3, 100), 1.5811266984077932, SCIPY),
        Example((50, 3, 100, 0.02, 200), 1.1140758910347779, SCIPY),
        Example((50, 3, 100, None, None, 0.8), 0.9584375814509916, SCIPY),
        Example((50, None, 40), 0.2817660142588044, SCIPY),
        Example((50, 30, 10), ErrorCode.NUM),
    ],
)
def max_bid_safe(
    target_cpc: TargetCPC,
    conversions: Conversions,
    clicks: Clicks,
    prior_cvr: PriorRate | None = None,
    prior_clicks: PriorClicks | None = None,
    sureness: Sureness = 0.5,
) -> float:
    """Return the most that a click may cost when the conversion rate is uncertain.

    The rate is the quantile of its beta posterior that it exceeds with the sureness asked for:
    the median at 0.5, less when more sure. Without a known rate the prior is Jeffreys'; a known
    rate counts as so many clicks seen before. A keyword without a conversion gets a small bid,
    not none.

    Errors: #NUM! for more conversions than clicks or a fraction outside 0 to 1; #VALUE! when
    only one of prior_cvr and prior_clicks is given.

    When not to trust it: when one click can bring several conversions.

    Source: beta-binomial conjugacy.
    """
    _check_counts(conversions, clicks, "")
    if (prior_cvr is None) != (prior_clicks is None):
        raise CellError(
            ErrorCode.VALUE, "prior_cvr and prior_clicks: give both, or neither of them."
        )
    a, b = 0.5, 0.5
    if prior_cvr is not None and prior_clicks is not None:
        a, b = prior_cvr * prior_clicks, (1 - prior_cvr) * prior_clicks
    return target_cpc * beta_ppf(1 - sureness, a + conversions, b + (clicks - conversions))


@udf(
    unit=Unit.MONEY,
    examples=[
        Example(
            ([["a"], ["b"], ["c"], ["d"], ["e"]], [[100]] * 5, [[5], [4], [6], [5], [5]], 50),
            [BIDS, *([name, 100.0, won, won / 100, 0.05, *ALIKE] for name, won in KEYWORDS)],
            "scipy beta.ppf(q, 25.5, 475.5): the keywords differ less than chance",
        ),
        Example(
            ([["a"], ["b"], ["c"], ["d"], ["e"]], [[100]] * 5, [[5], [4], [6], [5], [5]], 50, 0.8),
            [
                BIDS,
                *([name, 100.0, won, won / 100, 0.05, *CAREFUL] for name, won in KEYWORDS),
            ],
            "scipy, as above",
        ),
        Example(
            ([["a"], ["b"], ["c"], ["d"], ["e"]], [[100]] * 4 + [[None]], [[5]] * 4 + [[None]], 50),
            ErrorCode.NA,
        ),
        Example(
            ([["a"], ["b"], ["c"], ["d"], ["e"]], [[10]] * 5, [[20], [1], [1], [1], [1]], 50),
            ErrorCode.NUM,
        ),
    ],
)
def bid_table(
    names: Column[Key],
    clicks: Column[Clicks],
    conversions: Column[Conversions],
    target_cpc: TargetCPC,
    sureness: Sureness = 0.5,
) -> list[list[Cell]]:
    """Return a bid for each keyword, its conversion rate steadied by all the others.

    A beta prior is learned from the whole account, and each keyword's rate is drawn towards it,
    the more the fewer clicks it has: half of all keywords have no conversion yet, and a bid of 0
    for them would be as wrong as one from a single lucky click. Low and high hold the true rate
    with 95 %. Rows stay in their order.

    Errors: #N/A with fewer than 5 keywords that were clicked; #DIV/0! in the raw rate of one that
    was not; #NUM! for more conversions than clicks. When keywords do not differ more than chance
    explains, all get the rate of the account.

    When not to trust it: when brand and generic keywords stand in one table; bid them apart.

    Source: empirical Bayes, beta-binomial maximum likelihood (Bayesian Data Analysis, 5.1).
    """
    from cpc_functions.bayes import beta_prior

    rows = list(zip(names, conversions, clicks, strict=True))
    for name, won, seen in rows:
        _check_counts(won, seen, f" of '{name}'")
    if sum(seen > 0 for seen in clicks) < LEAST_ROWS:
        raise CellError(
            ErrorCode.NA, f"{LEAST_ROWS} keywords with clicks are needed to learn from them all."
        )
    prior = beta_prior(zip(conversions, clicks, strict=True))
    total, seen_all = fsum(conversions), fsum(clicks)
    table: list[list[Cell]] = [list(BIDS)]
    for name, won, seen in rows:
        if prior is None:
            # No difference beyond chance: what is known of one keyword is what is known of all.
            a, b = total + 0.5, seen_all - total + 0.5
            shrunk = total / seen_all
        else:
            a, b = prior[0] + won, prior[1] + (seen - won)
            shrunk = a / (a + b)
        table.append(
            [
                name,
                seen,
                won,
                attempt(divide, won, seen, "clicks"),
                shrunk,
                beta_ppf(0.025, a, b),
                beta_isf(0.025, a, b),
                target_cpc * beta_ppf(1 - sureness, a, b),
            ]
        )
    return table


def _check_counts(conversions: float, clicks: float, where: str) -> None:
    if conversions > clicks:
        raise CellError(
            ErrorCode.NUM,
            f"conversions{where}: {conversions:g} is more than the {clicks:g} clicks.",
        )
