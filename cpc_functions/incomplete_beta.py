"""The beta distribution: probabilities and quantiles for any pair of shapes."""

from math import copysign, exp, expm1, fsum, log, log1p, pi, sqrt

from cpc_functions.expansions import (
    NEGLIGIBLE,
    Search,
    check_number,
    check_positive,
    check_probability,
    log_ratio_minus,
    normal_ppf,
    stirling_error,
    transition_order,
    transition_quantile,
    transition_series,
    transition_tails,
)
from cpc_functions.incomplete_gamma import approximate_log_quantile

# Above this size the transition is cheaper than the fraction, as long as eta is below the limit;
# farther out the fraction needs few terms for any size.
_LARGE = 200.0
_NEAR = 0.5
# The series needs more terms than the fraction, but each costs a fifth.
_SERIES_BELOW = 0.3
# To start a search it is enough to know this many powers of the transition.
_START_ORDER = 6


def beta_cdf(x: float, a: float, b: float) -> float:
    """Return the probability of at most ``x``: the incomplete beta ratio ``I(x; a, b)``.

    Any shapes ``a, b > 0``; zero at and below ``x = 0``, one from ``x = 1`` on. The relative error
    stays below 1e-12 in the far tail too, down to 1e-300, for shapes from 0.01. Next to one ``x``
    itself is only given to 1e-16; where that matters use ``beta_sf(1 - x, b, a)``. DLMF 8.17.2.
    """
    beta = Beta(a, b)
    check_number(x)
    if not 0.0 < x < 1.0:
        return 0.0 if x <= 0.0 else 1.0
    return beta.tails(x, 1.0 - x)[0]


def beta_sf(x: float, a: float, b: float) -> float:
    """Return the probability of more than ``x``, as accurate as ``beta_cdf``. DLMF 8.17.4."""
    beta = Beta(a, b)
    check_number(x)
    if not 0.0 < x < 1.0:
        return 1.0 if x <= 0.0 else 0.0
    return beta.tails(x, 1.0 - x)[1]


def beta_ppf(p: float, a: float, b: float) -> float:
    """Return the ``x`` below which lies the probability ``p``.

    Zero for ``p = 0`` and where ``x`` is smaller than any float, one for ``p = 1``. Accurate
    relative to ``x`` for tiny ``p``; for ``p`` next to one give the missing probability to
    ``beta_isf`` instead.
    """
    check_probability(p)
    beta = Beta(a, b)
    return _from_logit(beta.logit_quantile(p, 1.0 - p))[0] if 0.0 < p < 1.0 else p


def beta_isf(q: float, a: float, b: float) -> float:
    """Return the ``x`` above which lies the probability ``q``, accurate when ``q`` is tiny."""
    check_probability(q)
    beta = Beta(a, b)
    return _from_logit(beta.logit_quantile(1.0 - q, q))[0] if 0.0 < q < 1.0 else 1.0 - q


def log_beta(a: float, b: float) -> float:
    """Return the logarithm of the beta function ``B(a, b)`` for ``a, b > 0`` (DLMF 5.12.1).

    The error is some 1e-15 of the result or 1e-15, whichever is larger: three log-gamma functions
    would cancel for large arguments, their Stirling errors do not.
    """
    return Beta(a, b).log_beta()


class Beta:
    """One beta distribution. Its points are pairs ``x, y = 1 - x``, exact in the smaller one."""

    def __init__(self, a: float, b: float) -> None:
        """Compute what all tails of the distribution share."""
        check_positive(a, "first shape")
        check_positive(b, "second shape")
        self.a, self.b, self.total = a, b, a + b
        self.size = a / self.total * b
        self.skew = (b - a) / self.total
        self.log_scale = stirling_error(self.total) - stirling_error(a) - stirling_error(b)
        self._series: list[float] = []

    def log_beta(self) -> float:
        """Return the logarithm of the beta function, from the density at the mean."""
        few, many = sorted((self.a, self.b))
        at_mean = few * log(few / self.total) - many * log1p(few / many)
        return at_mean + 0.5 * log(2.0 * pi / self.size) - self.log_scale

    def tails(self, x: float, y: float) -> tuple[float, float, float]:
        """Return the lower tail, the upper tail and ``x y`` times the density.

        Below the mean the lower tail is computed, above it the upper one; the other is the
        complement and never much smaller. The density comes from deviances (Loader 2000), since
        the exponents of ``x**a * y**b / B(a, b)`` cancel.
        """
        a, b = self.a, self.b
        excess = _excess(x, y, a, b)
        deviance = a * log_ratio_minus(x * (self.total / a), excess / a)
        deviance += b * log_ratio_minus(y * (self.total / b), -excess / b)
        density = sqrt(self.size / (2.0 * pi)) * exp(deviance + self.log_scale)
        eta = copysign(sqrt(-2.0 * deviance / self.size), excess)
        if self.size > _LARGE and abs(eta) < _NEAR:
            series = self._transition(transition_order(eta, self.size))
            lower, upper = transition_tails(eta, self.size, series)
        elif x * (self.total + 2.0) <= a + 1.0:
            lower = density * _lower(x, y, a, b, excess)
            upper = 1.0 - lower
        else:
            upper = density * _lower(y, x, b, a, -excess)
            lower = 1.0 - upper
        return lower, upper, density

    def logit_quantile(self, p: float, q: float) -> float:
        """Return ``log(x / y)`` where ``p`` lies below ``x`` and ``q = 1 - p`` above it."""
        search = Search(self._approximate_logit(p, q))
        # So close to an end the power law of the start is exact.
        while not search.settled and abs(search.at) < 600.0:
            x, y = _from_logit(search.at)
            lower, upper, density = self.tails(x, y)
            score = self.a * y - self.b * x
            if p < q:
                search.move(lower, p, density, score, -self.total * x * y)
            else:
                search.move(upper, q, -density, score, -self.total * x * y)
        return search.at

    def _approximate_logit(self, p: float, q: float) -> float:
        """Start from the power law at either end, the transition or the gamma distribution."""
        a, b, log_beta = self.a, self.b, self.log_beta()
        left = (log(p) + log(a) + log_beta) / a
        if left + log1p(b / (a + 1.0)) < -2.0:
            r = exp(left)
            return left + r + r * (b - 1.0) / (a + 1.0)
        right = (log(q) + log(b) + log_beta) / b
        if right + log1p(a / (b + 1.0)) < -2.0:
            r = exp(right)
            return -(right + r + r * (a - 1.0) / (b + 1.0))
        z = normal_ppf(p) if p < q else -normal_ppf(q)
        if z * z < 2.0 * self.size:
            order = _START_ORDER
            if self.size > _LARGE:
                order = transition_order(z / sqrt(self.size), self.size)
            return log(a / b) + transition_quantile(z, self.size, self._transition(order))
        return _near_gamma(p, q, a, b) if a <= b else -_near_gamma(q, p, b, a)

    def _transition(self, order: int) -> list[float]:
        if len(self._series) <= order:
            self._series = transition_series(order, self.skew)
        return self._series[: order + 1]


def _near_gamma(p: float, q: float, a: float, b: float) -> float:
    """Return the approximate logit of the quantile for ``a <= b``.

    ``-log(y)`` has nearly a gamma distribution of shape ``a`` and rate ``b + (a - 1) / 2`` (Wise
    1950); the rate is kept positive for the smallest shapes.
    """
    log_w = approximate_log_quantile(p, q, a) - log(max(b + 0.5 * (a - 1.0), 0.5 * b))
    w = exp(log_w)
    return w + log(-expm1(-w)) if w > NEGLIGIBLE else log_w


def _from_logit(t: float) -> tuple[float, float]:
    odds = exp(-abs(t))
    small, large = odds / (1.0 + odds), 1.0 / (1.0 + odds)
    return (small, large) if t < 0.0 else (large, small)


def _excess(x: float, y: float, a: float, b: float) -> float:
    """Return ``x (a + b) - a``, rounded only once.

    For large shapes the tail depends on the last digits of this difference. Its terms are therefore
    split until every product is exact (Dekker 1971), including what the sum of the shapes loses.
    """
    total = a + b
    lost = (b - (total - a)) + (a - (total - (total - a)))
    small, shape = (x, a) if x <= y else (y, b)
    high, low = _halves(total)
    top, rest = _halves(small)
    excess = fsum((top * high, top * low, rest * high, rest * low, small * lost, -shape))
    return excess if x <= y else -excess


def _halves(value: float) -> tuple[float, float]:
    shifted = value * (2.0**27 + 1.0)
    high = shifted - (shifted - value)
    return high, value - high


def _lower(x: float, y: float, a: float, b: float, excess: float) -> float:
    """Return lower tail / density for ``x`` up to about the mean."""
    return _series(x, a, b) if x < _SERIES_BELOW else _fraction(x, y, a, b, excess)


def _series(x: float, a: float, b: float) -> float:
    """Return lower tail / density from the series of positive terms DLMF 8.17.8."""
    term = total = 1.0 / a
    both = a + b
    while term > NEGLIGIBLE * total:
        a += 1.0
        term *= x * both / a
        both += 1.0
        total += term
    return total


def _fraction(x: float, y: float, a: float, b: float, excess: float) -> float:
    """Return lower tail / density from the even part of the continued fraction DLMF 8.17.22.

    Numerators and denominators as in DiDonato and Morris (1992); Euler's equivalent
    series adds the differences of the convergents.
    """
    denominator = a / (a + 1.0) * (1.0 - excess)
    term = total = 1.0 / denominator
    ratio = n = 0.0
    while abs(term) > NEGLIGIBLE * total:
        n += 1.0
        s = a + 2.0 * n
        w = n * (b - n) * x / (s - 1.0)
        numerator = (a + n - 1.0) * (a + b + n - 1.0) * x * w / (s - 1.0)
        following = n + w + (a + n) / (s + 1.0) * (1.0 - excess + n * (1.0 + y))
        part = numerator / (denominator * following) * (1.0 + ratio)
        ratio = -part / (1.0 + part)
        term *= ratio
        total += term
        denominator = following
    return total
