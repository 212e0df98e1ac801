"""Where a monotone function crosses zero."""

from collections.abc import Callable
from math import sqrt


def root(function: Callable[[float], float], low: float, high: float) -> float:
    """Return x with function(x) = 0 between `low` and `high`, whose values differ in sign.

    Few evaluations, for smooth functions; right to the last few bits.

    Source: Ridders 1979.
    """
    at_low, at_high = function(low), function(high)
    guess = low
    for _ in range(100):
        middle = (low + high) / 2
        at_middle = function(middle)
        scale = sqrt(at_middle * at_middle - at_low * at_high)
        if scale == 0:
            return middle
        toward = at_middle if at_low > at_high else -at_middle
        last, guess = guess, middle + (middle - low) * toward / scale
        at_guess = function(guess)
        if at_guess == 0 or abs(guess - last) <= 4e-16 * abs(guess):
            break
        if (at_middle > 0) != (at_guess > 0):
            low, at_low = middle, at_middle
            high, at_high = guess, at_guess
        elif (at_low > 0) != (at_guess > 0):
            high, at_high = guess, at_guess
        else:
            low, at_low = guess, at_guess
    return guess


def falling_root(falling: Callable[[float], float], low: float, high: float) -> float:
    """Return the first float at which a falling function is no longer above zero."""
    while low < (middle := low + (high - low) / 2) < high:
        if falling(middle) > 0:
            low = middle
        else:
            high = middle
    return high
