"""Two beta posteriors compared: which rate is higher, and what a wrong choice would cost."""

from itertools import pairwise
from math import exp, fsum, log, sqrt
from typing import NamedTuple

from cpc_functions.incomplete_beta import Beta

# Gauss-Legendre quadrature with 16 points (DLMF 3.5(v)): the positive nodes and their weights.
NODES = (
    (0.09501250983763744, 0.18945061045506850),
    (0.28160355077925891, 0.18260341504492359),
    (0.45801677765722739, 0.16915651939500254),
    (0.61787624440264375, 0.14959598881657673),
    (0.75540440835500303, 0.12462897125553387),
    (0.86563120238783174, 0.09515851168249278),
    (0.94457502307323258, 0.06225352393864789),
    (0.98940093499164993, 0.02715245941175409),
)
# Where panels end, in standard deviations from the summit of a posterior. The logit of a rate has
# exponential tails when its count is small: at 64 nothing is left of them.
_CUTS = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)


class Comparison(NamedTuple):
    """The probability that B is better, and the rate that choosing A or B loses on average."""

    chance_b_better: float
    loss_a: float
    loss_b: float


def compare(a: Beta, b: Beta) -> Comparison:
    """Compare two posteriors of a rate.

    Only the figures of the less likely event are integrals. The others follow from them and from
    the difference of the means, so that small ones keep their digits.
    """
    lead = (b.a * a.b - a.a * b.b) / a.total / b.total
    if lead < 0:
        chance, loss = _upset(a, b)
        return Comparison(chance, loss, loss - lead)
    chance, loss = _upset(b, a)
    return Comparison(1.0 - chance, loss + lead, loss)


def _upset(ahead: Beta, behind: Beta) -> tuple[float, float]:
    """Return the probability that `behind` is the higher one, and by how much on average.

    With F and S for the probabilities below and above a rate, the second is the integral of
    F(ahead) S(behind) over all rates. In the logit of the rate all functions are smooth.
    """
    chances: list[float] = []
    losses: list[float] = []
    cuts = sorted({*_cuts(ahead), *_cuts(behind)})
    for low, high in pairwise(cuts):
        middle, half = 0.5 * (low + high), 0.5 * (high - low)
        for node, weight in NODES:
            for logit in (middle - half * node, middle + half * node):
                x, y = 1.0 / (1.0 + exp(-logit)), 1.0 / (1.0 + exp(logit))
                below = ahead.tails(x, y)[0]
                _, above, density = behind.tails(x, y)
                chances.append(half * weight * below * density)
                losses.append(half * weight * below * above * x * y)
    return fsum(chances), fsum(losses)


def _cuts(beta: Beta) -> list[float]:
    summit = log(beta.a / beta.b)
    deviation = sqrt(1.0 / beta.a + 1.0 / beta.b)
    offsets = [cut * deviation for cut in _CUTS]
    return [*(summit - offset for offset in offsets), summit, *(summit + o for o in offsets)]
