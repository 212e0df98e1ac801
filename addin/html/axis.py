"""The scale of a chart: round numbers from end to end, and where each amount lies on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Axis:
    """A scale from `low` to `high` with a tick at each multiple of `step`."""

    low: float
    high: float
    step: float

    def at(self, x: float) -> float:
        """Return where an amount lies, in percent of the scale; beyond an end, at that end."""
        share = (x - self.low) / (self.high - self.low)
        return round(100 * min(max(share, 0.0), 1.0), 3)

    def ticks(self) -> list[float]:
        """Return the amounts that are written beside the scale."""
        return [
            self.low + n * self.step for n in range(round((self.high - self.low) / self.step) + 1)
        ]


def axis(amounts: Iterable[float], *, from_zero: bool = True, about: int = 5) -> Axis:
    """Return the scale that has room for all amounts, with about so many steps."""
    held = [*amounts, *([0.0] if from_zero else [])] or [0.0]
    low, high = min(held), max(held)
    if low == high:
        high = low + (abs(low) or 1.0)
    rough = (high - low) / about
    power = 10.0 ** floor(log10(rough))
    step = next(size * power for size in STEPS if size * power >= rough * 0.999)
    return Axis(floor(low / step) * step, ceil(high / step) * step, step)
