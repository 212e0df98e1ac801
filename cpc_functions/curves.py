"""Response curves: the conversions that a spend brings, fitted to what was seen.

All three rise from zero and flatten, so that each further conversion costs more than the last.
A period without spend says nothing about any of them, because each passes through zero whatever
its parameters: such periods are left out.
"""

from collections.abc import Callable, Sequence
from math import ceil, exp, fsum, inf, log, log1p, sqrt
from typing import NamedTuple, NoReturn, Protocol

from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.roots import falling_root

CURVES = ("power", "log", "saturation")
REACH = 1.5

_FEWEST_SPENDS = 6
_NARROWEST = 1.5
_ROUNDING = 1e-9


class Curve(Protocol):
    """The conversions that a spend is expected to bring."""

    def conversions(self, spend: float) -> float:
        """Return the conversions expected of a spend."""

    def marginal_cpc(self, spend: float) -> float:
        """Return what the next conversion costs at a spend."""

    def spend_at(self, marginal_cpc: float) -> float:
        """Return the spend at which the next conversion costs so much, 0 if it always does."""


class Power(NamedTuple):
    """Conversions a·x^b: one per cent more spend brings b per cent more conversions."""

    a: float
    b: float

    def conversions(self, spend: float) -> float:
        """Return the conversions expected of a spend."""
        return float(self.a * spend**self.b)

    def marginal_cpc(self, spend: float) -> float:
        """Return what the next conversion costs at a spend."""
        return float(spend ** (1 - self.b) / (self.a * self.b))

    def spend_at(self, marginal_cpc: float) -> float:
        """Return the spend at which the next conversion costs so much; a line has no such one."""
        above_first = marginal_cpc * self.a * self.b
        if self.b == 1:
            return inf if above_first >= 1 else 0.0
        if above_first <= 0:
            return 0.0
        exponent = log(above_first) / (1 - self.b)
        return exp(exponent) if exponent < log(1e300) else inf


class Logarithm(NamedTuple):
    """Conversions a·ln(1 + x/b): equal conversions for every doubling of a large spend."""

    a: float
    b: float

    def conversions(self, spend: float) -> float:
        """Return the conversions expected of a spend."""
        return self.a * log1p(spend / self.b)

    def marginal_cpc(self, spend: float) -> float:
        """Return what the next conversion costs at a spend."""
        return (self.b + spend) / self.a

    def spend_at(self, marginal_cpc: float) -> float:
        """Return the spend at which the next conversion costs so much, 0 if it always does."""
        return max(0.0, self.a * marginal_cpc - self.b)


class Saturation(NamedTuple):
    """Conversions m·x/(k + x): never more than m, half of them at the spend k."""

    m: float
    k: float

    def conversions(self, spend: float) -> float:
        """Return the conversions expected of a spend."""
        return self.m * (spend / (self.k + spend))

    def marginal_cpc(self, spend: float) -> float:
        """Return what the next conversion costs at a spend."""
        return (1 + spend / self.k) * (self.k + spend) / self.m

    def spend_at(self, marginal_cpc: float) -> float:
        """Return the spend at which the next conversion costs so much, 0 if it always does."""
        return max(0.0, sqrt(marginal_cpc * self.m) * sqrt(self.k) - self.k)


def fit(curve: str, spend: Sequence[float], conversions: Sequence[float]) -> Curve:
    """Return the named curve fitted to periods of spend and conversions.

    Raises CellError #N/A, with the reason, where the periods cannot tell a curve.
    """
    seen = [(x, y) for x, y in zip(spend, conversions, strict=True) if x > 0]
    distinct = len({x for x, _ in seen})
    if distinct < _FEWEST_SPENDS:
        _refuse(
            f"A curve needs at least {_FEWEST_SPENDS} different spends above 0, found {distinct}: "
            "add periods."
        )
    spends, counts = [x for x, _ in seen], [y for _, y in seen]
    if max(spends) < _NARROWEST * min(spends):
        _refuse(
            f"The largest spend is less than {_NARROWEST:g} times the smallest, too narrow to see "
            "a curve: add periods with more or less spend."
        )
    if not any(counts):
        _refuse("No spend brought a conversion, so there is no curve.")
    return _FITS[curve](spends, counts)


def within_reach(spend: float, largest: float) -> None:
    """Raise #N/A for a spend so far beyond the largest one seen that no curve can be trusted."""
    if spend > REACH * largest:
        _refuse(
            f"A spend of {spend:g} is more than {REACH:g} times the largest one seen, "
            f"{largest:g}: the curve is not known there."
        )


def _fit_power(spend: Sequence[float], conversions: Sequence[float]) -> Power:
    """Fit by Poisson regression with log link: likelihood, maximised over a in closed form.

    What is left is one equation in b whose left side always falls, so that bisection cannot
    miss its only root, and the ends of the bracket are the guards on b.
    """
    largest = max(spend)
    logs = [log(x / largest) for x in spend]
    total = fsum(conversions)
    seen = fsum(y * each for y, each in zip(conversions, logs, strict=True)) / total

    def score(b: float) -> float:
        weights = [exp(b * each) for each in logs]
        return seen - fsum(w * each for w, each in zip(weights, logs, strict=True)) / fsum(weights)

    flattest, steepest = _ROUNDING, 1 + _ROUNDING
    if score(flattest) <= 0:
        _refuse_flat()
    if score(steepest) > 0:
        _refuse(
            "Conversions rise faster than spend (b above 1), so that each would cost less than "
            "the last: something other than spend is at work."
        )
    b = min(1.0, falling_root(score, flattest, steepest))
    return Power(total / fsum(exp(b * each) for each in logs) / largest**b, b)


def _fit_log(spend: Sequence[float], conversions: Sequence[float]) -> Logarithm:
    return Logarithm(
        *_least_squares(spend, conversions, log1p, lambda u: u / (1 + u), flattest=1e-12)
    )


def _fit_saturation(spend: Sequence[float], conversions: Sequence[float]) -> Saturation:
    return Saturation(
        *_least_squares(
            spend,
            conversions,
            lambda u: u / (1 + u),
            lambda u: u / (1 + u) / (1 + u),
            flattest=1e-4,
        )
    )


def _least_squares(
    spend: Sequence[float],
    conversions: Sequence[float],
    shape: Callable[[float], float],
    slope: Callable[[float], float],
    *,
    flattest: float,
) -> tuple[float, float]:
    """Fit scale · shape(x / bend), where slope(u) is u · shape'(u).

    The best scale is known for every bend, so that only the bend is searched: a grid over every
    size it can have finds the best neighbourhood without a starting value, bisection the bend.
    At the ends of the grid the curve is a constant or a straight line as far as floats can tell.
    """

    def scale_and_gain(bend: float) -> tuple[float, float]:
        shapes = [shape(x / bend) for x in spend]
        match = fsum(y * f for y, f in zip(conversions, shapes, strict=True))
        scale = match / fsum(f * f for f in shapes)
        return scale, scale * match

    def improvement(bend: float) -> float:
        scale = scale_and_gain(bend)[0]
        return fsum(
            (scale * shape(x / bend) - y) * slope(x / bend)
            for x, y in zip(spend, conversions, strict=True)
        )

    first, last = log(flattest * min(spend)), log(_STRAIGHTEST * max(spend))
    steps = ceil((last - first) / _GRID_STEP)
    grid = [exp(first + (last - first) * step / steps) for step in range(steps + 1)]
    gains = [scale_and_gain(bend)[1] for bend in grid]
    best = gains.index(max(gains))
    if best == 0:
        _refuse_flat()
    if best == steps:
        _refuse(
            'Conversions do not level off within the spends seen: use the curve "power", or add '
            "periods with more spend."
        )
    bend = falling_root(improvement, grid[best - 1], grid[best + 1])
    return scale_and_gain(bend)[0], bend


_STRAIGHTEST = 1e4
_GRID_STEP = 0.5
_FITS: dict[str, Callable[[Sequence[float], Sequence[float]], Curve]] = {
    "power": _fit_power,
    "log": _fit_log,
    "saturation": _fit_saturation,
}


def _refuse_flat() -> NoReturn:
    _refuse("Conversions do not rise with spend, so there is no curve to read a cost from.")


def _refuse(why: str) -> NoReturn:
    raise CellError(ErrorCode.NA, why)
