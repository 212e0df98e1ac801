"""What the gamma, beta and normal distributions share.

Near its mode the logarithm of a gamma or beta density is almost a parabola. A variable ``eta`` that
makes it exactly one turns the distribution into a normal one plus a small correction (Temme 1979,
DLMF 8.12 and 8.18(ii)), whose cost does not grow with the counts: the "transition" below.
"""

from math import copysign, erf, erfc, exp, inf, lgamma, log, log1p, pi, sqrt

EPSILON = 2.0**-52
# Series and fractions end with the first term that cannot change the last digit.
NEGLIGIBLE = 0.1 * EPSILON
_TINY = 5e-324
# No count is exact beyond 15 digits, and the expansions have been checked up to 1e12 only.
_LARGEST = 1e15

# Bernoulli numbers B(2k) / (2k (2k - 1)), k = 1..7: the coefficients of Stirling's series.
STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156)

# Radius of the series in eta: there the logarithm in eta**2 / 2 = m - log(1 + m) has gone around
# zero once and m is zero again, so that eta**2 / 2 = 2 pi i.
_RADIUS = 2.0 * sqrt(pi)


def check_probability(p: float) -> None:
    """Raise ValueError unless ``0 <= p <= 1``."""
    if not 0.0 <= p <= 1.0:
        message = f"A probability lies between 0 and 1; {p} does not."
        raise ValueError(message)


def check_positive(value: float, name: str) -> None:
    """Raise ValueError unless the parameter is positive, OverflowError if it is too large."""
    if not 0.0 < value <= _LARGEST:
        message = f"The {name} must be positive and at most {_LARGEST:g}; {value} is not."
        raise OverflowError(message) if value > _LARGEST else ValueError(message)


def check_number(value: float) -> None:
    """Raise ValueError for NaN; every other value has a probability below and above it."""
    if value != value:  # noqa: PLR0124  (the shortest test for NaN)
        message = "The distribution has no probabilities at a value that is not a number."
        raise ValueError(message)


def log1p_minus(u: float) -> float:
    """Return ``log(1 + u) - u`` for ``u > -1`` without cancellation near zero.

    With ``r = u / (2 + u)`` the logarithm is ``2 artanh(r)`` (DLMF 4.6.4), and its linear part
    ``2 r - u`` is exactly ``-u r``.
    """
    if not -0.4 < u < 0.7:
        return log1p(u) - u if u < inf else -inf
    r = u / (2.0 + u)
    square = r * r
    power = 2.0 * square
    total = 0.0
    divisor = 3.0
    while power > NEGLIGIBLE * abs(u):
        total += power / divisor
        power *= square
        divisor += 2.0
    return r * (total - u)


def log_ratio_minus(ratio: float, excess: float) -> float:
    """Return ``log(ratio) - excess``, where ``excess = ratio - 1`` is known more exactly.

    Far below one the digits are in the ratio, elsewhere in the excess. A ratio that underflows
    belongs to a shape above one, where the probability is zero either way.
    """
    return log(max(ratio, _TINY)) - excess if excess < -0.5 else log1p_minus(excess)


def stirling_error(z: float) -> float:
    """Return ``log gamma(z)`` less Stirling's formula for ``z > 0`` (Loader 2000, DLMF 5.11.1)."""
    if z < 10.0:
        return lgamma(z) - (z - 0.5) * log(z) + z - 0.5 * log(2.0 * pi)
    square = 1.0 / (z * z)
    total = 0.0
    for coefficient in reversed(STIRLING):
        total = total * square + coefficient
    return total / z


def transition_series(order: int, skew: float) -> list[float]:
    """Return the Taylor coefficients of ``h = eta / m`` up to ``eta ** order``.

    ``m`` is the scaled distance from the mean: ``m dm/deta = eta (1 + skew m - c m**2)`` with
    ``c = (1 - skew**2) / 4``. The beta distribution has ``skew = (b - a) / (a + b)`` and
    ``m = (x - mean) / (mean (1 - mean))``; the gamma distribution is the limit ``skew = 1``,
    ``m = (x - mean) / mean``. The logit of x, or for gamma its logarithm, has the derivative ``h``.
    The coefficients follow from comparing powers, first in ``m * m``, then in ``m`` and ``1 / m``.
    """
    c = (1.0 - skew) * (1.0 + skew) / 4.0
    m = [1.0]  # of m / eta
    h = [1.0]
    before, square = 0.0, 1.0  # of (m / eta) ** 2
    for k in range(1, order + 1):
        before, square = square, 2.0 * (skew * m[-1] - c * before) / (k + 2)
        m.append(0.5 * (square - sum([m[i] * m[k - i] for i in range(1, k)])))
        h.append(-sum([m[i] * h[k - i] for i in range(1, k + 1)]))
    return h


def transition_order(eta: float, size: float) -> int:
    """Return how many powers of ``eta`` the transition needs for full double precision."""
    return 2 + int(36.0 / log(_RADIUS / max(abs(eta), 2.5 / sqrt(size))))


def transition_tails(eta: float, size: float, series: list[float]) -> tuple[float, float]:
    """Return both tails of the density proportional to ``exp(-size eta**2 / 2) series(eta)``.

    Integrating by parts leaves a normal tail and a polynomial, whose coefficients follow backwards
    (Temme 1987; Gil, Segura and Temme 2012).
    """
    above = here = total = 0.0
    for n in range(len(series) - 1, 0, -1):
        above, here = here, series[n] + (n + 1) * above / size
        total = total * eta + here
    exponent = 0.5 * size * eta * eta
    rest = exp(-exponent) * total / ((1.0 + above / size) * sqrt(2.0 * pi * size))
    if eta < 0.0:
        lower = 0.5 * erfc(sqrt(exponent)) - rest
        return lower, 1.0 - lower
    upper = 0.5 * erfc(sqrt(exponent)) + rest
    return 1.0 - upper, upper


def transition_quantile(z: float, size: float, series: list[float]) -> float:
    """Return the integral of ``series`` from the mean to where the normal quantile is ``z``.

    This is the logarithm (gamma) or logit (beta) of the quantile, less that of the mean, with an
    error of order ``z / size**2``. Asymptotic inversion (Temme 1992): ``log(h(eta)) / (eta size)``
    and the constant part ``2 h3 - h1**3 / 3`` of the next order shift ``eta``.
    """
    eta = z / sqrt(size)
    rise = 0.0
    for coefficient in reversed(series[1:]):
        rise = rise * eta + coefficient
    first = log1p(eta * rise) / eta if eta * rise else rise
    second = 2.0 * series[3] - series[1] ** 3 / 3.0
    eta += (first + second / size) / size
    integral = 0.0
    for power in range(len(series), 0, -1):
        integral = integral * eta + series[power - 1] / power
    return integral * eta


def third_order_step(log_ratio: float, slope: float, score: float, score_slope: float) -> float:
    """Return the step to the zero of ``log_ratio = log(tail / wanted)``, right to its third power.

    ``slope`` is the derivative of ``log_ratio``, that is density / tail with its sign; ``score``
    and ``score_slope`` are the first two derivatives of the logarithm of the density.
    """
    newton = log_ratio / slope
    bend = score - slope
    cubic = bend * (2.0 * bend + slope) - score_slope
    return -newton * (1.0 + newton * (bend / 2.0 + newton * cubic / 6.0))


class Search:
    """The search for the point where the tail of a distribution has the wanted probability.

    In the variables used here the logarithm of a tail is concave: a Newton step from the thin side
    never passes the zero, one from the thick side may go far beyond it and is cut to two units.
    """

    def __init__(self, start: float) -> None:
        """Begin at an approximation; the better it is, the fewer moves are needed."""
        self.at = start
        self.settled = False
        self._low, self._high = -inf, inf

    def move(
        self, tail: float, wanted: float, density: float, score: float, score_slope: float
    ) -> None:
        """Move closer, given at the present point the tail and its derivative ``density``.

        The search has settled when the fourth power of the step is beyond the last digit.
        """
        tail = max(tail, _TINY)
        slope = copysign(max(abs(density), _TINY), density) / tail
        log_ratio = log(tail / wanted)
        newton = log_ratio / slope
        if newton > 0.0:
            self._high = self.at
        else:
            self._low = self.at
        scaled = abs(newton) * (abs(slope) + abs(score) + sqrt(abs(score_slope)))
        if scaled < 0.5:
            self.at += third_order_step(log_ratio, slope, score, score_slope)
            self.settled = abs(newton) * scaled**3 < EPSILON
            return
        self.at -= max(-2.0, min(2.0, newton))
        if not self._low < self.at < self._high:
            self.at = 0.5 * (self._low + self._high)


def normal_ppf(p: float) -> float:
    """Return ``z`` with ``normal_cdf(z) == p`` for ``0 <= p <= 1``, infinite at both ends.

    Accurate relative to ``z`` everywhere, also next to ``p = 0.5`` and down to ``p = 1e-300``.
    One step from the Maclaurin series of the inverse error function (DLMF 7.17.2) or, in the tails,
    from the rational approximation 26.2.23 of Abramowitz and Stegun.
    """
    check_probability(p)
    distance = p - 0.5
    if p in (0.0, 0.5, 1.0):
        return copysign(inf, distance) if distance else 0.0
    if abs(distance) < 0.25:
        w = 2.0 * pi * distance * distance
        z = sqrt(2.0 * pi) * distance * (1.0 + w * (1 / 6 + w * (7 / 120 + w * 127 / 5040)))
        part = 0.5 * erf(z / sqrt(2.0))
        slope = exp(-0.5 * z * z) / (sqrt(2.0 * pi) * part)
        return z + third_order_step(log(part / distance), slope, -z, -1.0)
    tail = min(p, 1.0 - p)
    t = sqrt(-2.0 * log(tail))
    z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (
        1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    )
    part = 0.5 * erfc(z / sqrt(2.0))
    slope = -exp(-0.5 * z * z) / (sqrt(2.0 * pi) * part)
    return copysign(z + third_order_step(log(part / tail), slope, -z, -1.0), distance)
