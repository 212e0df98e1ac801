"""What is known of the channels that a budget is divided between."""

from math import fsum, inf
from typing import NamedTuple

from cpc_functions.cells import CellError, ErrorCode, Rows, is_blank, number
from cpc_functions.curves import Curve, fit


class Channel(NamedTuple):
    """What is known of a channel: its periods, its curve or why it has none, its bounds."""

    name: str
    spend: list[float]
    curve: Curve | CellError
    least: float
    most: float

    @property
    def now(self) -> float:
        """Return the present spend of one period."""
        return fsum(self.spend) / len(self.spend)

    @property
    def bounds(self) -> tuple[float, float]:
        """Return the bounds of the suggestion; without a curve the present spend is both."""
        if isinstance(self.curve, CellError):
            kept = min(max(self.now, self.least), self.most)
            return kept, kept
        return self.least, self.most


def read_channels(
    names: list[str],
    spend: list[float],
    conversions: list[float],
    least: Rows | None,
    most: Rows | None,
    curve: str,
) -> list[Channel]:
    """Return the channels in order of first appearance, each with its curve."""
    periods: dict[str, tuple[list[float], list[float]]] = {}
    for name, cost, count in zip(names, spend, conversions, strict=True):
        costs, counts = periods.setdefault(name.strip() or "(blank)", ([], []))
        costs.append(cost)
        counts.append(count)
    lows = _bounds(least, len(periods), "min", 0.0)
    highs = _bounds(most, len(periods), "max", inf)
    channels: list[Channel] = []
    for (name, (costs, counts)), low, high in zip(periods.items(), lows, highs, strict=True):
        if low > high:
            raise CellError(
                ErrorCode.NUM, f"{name}: its min, {low:g}, is more than its max, {high:g}."
            )
        channels.append(Channel(name, costs, _curve(curve, costs, counts), low, high))
    return channels


def _curve(name: str, spend: list[float], conversions: list[float]) -> Curve | CellError:
    try:
        return fit(name, spend, conversions)
    except CellError as unknown:
        return unknown.with_traceback(None)


def _bounds(cells: Rows | None, channels: int, name: str, unbounded: float) -> list[float]:
    """Return one bound per channel.

    Read here and not as a column, because a column leaves blank cells out, which would give the
    bound of one channel to the next.
    """
    flat = [cell for row in cells or [[None]] for cell in row]
    if len(flat) not in {1, channels}:
        raise CellError(
            ErrorCode.VALUE,
            f"{name}: give one number, or {channels}, one per channel in order of first "
            f"appearance; found {len(flat)}.",
        )
    bounds = [unbounded if is_blank(cell) else number(cell, name) for cell in flat]
    if min(bounds) < 0:
        raise CellError(ErrorCode.NUM, f"{name}: must be at least 0, not {min(bounds):g}.")
    return bounds if len(bounds) == channels else bounds * channels
