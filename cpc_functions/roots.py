"""Where a monotone function crosses zero."""

from collections.abc import Callable


def root(function: Callable[[float], float], low: float, high: float) -> float:
    """Return x with function(x) = 0 between `low` and `high`, whose values differ in sign.

    Regula falsi with the Illinois change (Dowell & Jarratt 1971), and bisection whenever that
    does not halve the bracket; accurate to the last few bits.
    """
    at_low, at_high = function(low), function(high)
    for _ in range(200):
        if at_low == 0 or at_high == 0 or abs(high - low) <= 4e-16 * max(abs(low), abs(high)):
            break
        width = high - low
        for middle in (high - at_high * width / (at_high - at_low), None):
            point = (low + high) / 2 if middle is None else middle
            value = function(point)
            if (value > 0) == (at_high > 0):
                high, at_high, at_low = point, value, at_low / 2 if middle is not None else at_low
            else:
                low, at_low, at_high = point, value, at_high / 2 if middle is not None else at_high
            if abs(high - low) <= abs(width) / 2:
                break
    return low if abs(at_low) < abs(at_high) else high
