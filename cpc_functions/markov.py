"""Attribution by removal effect in a first-order Markov chain, exactly."""

from collections.abc import Sequence
from itertools import pairwise
from math import fsum
from typing import NamedTuple

Matrix = list[list[float]]


class Journey(NamedTuple):
    """The channels met in order, and how often that ended with a conversion and without."""

    touches: tuple[str, ...]
    conversions: float
    non_conversions: float


def removal_effects(journeys: Sequence[Journey]) -> dict[str, float]:
    """Return by channel the share of the chance to convert that is lost without the channel.

    Without a channel, whoever would have met it is lost. So the loss is the chance to meet it,
    times the chance to convert from there: one inverse of the chain gives both for all channels,
    where the definition solves one chain per channel and simulation approximates it. Steps from
    a channel to itself change neither and are left out, which keeps the diagonal, a plain sum of
    ways out, free of cancellation.
    """
    effects = dict.fromkeys((touch for each in journeys for touch in each.touches), 0.0)
    journeys = [each for each in journeys if each.conversions + each.non_conversions > 0]
    channels = list(dict.fromkeys(touch for each in journeys for touch in each.touches))
    index = {channel: at for at, channel in enumerate(channels)}
    steps: Matrix = [[0.0] * len(channels) for _ in channels]
    starts, wins, ends = ([0.0] * len(channels) for _ in range(3))
    for touches, conversions, non_conversions in journeys:
        met = [index[touch] for touch in touches]
        times = conversions + non_conversions
        starts[met[0]] += times
        ends[met[-1]] += times
        wins[met[-1]] += conversions
        for origin, target in pairwise(met):
            if origin != target:
                steps[origin][target] -= times
    for at, row in enumerate(steps):
        row[at] = fsum([ends[at], *(-each for each in row)])
    inverse = _inverse(steps)
    met_first = [fsum(map(_times, starts, column)) for column in zip(*inverse, strict=True)]
    converting = [fsum(map(_times, row, wins)) for row in inverse]
    chance = fsum(map(_times, starts, converting))
    for channel, at in index.items():
        if chance:
            effects[channel] = met_first[at] * converting[at] / inverse[at][at] / chance
    return effects


def _inverse(matrix: Matrix) -> Matrix:
    """Return the inverse by Gauss and Jordan, in place of a copy.

    The matrix is an M-matrix, diagonally dominant by rows: elimination needs no pivoting.
    """
    rows = [list(row) for row in matrix]
    for pivot, pivot_row in enumerate(rows):
        scale = 1 / pivot_row[pivot]
        pivot_row[pivot] = 1.0
        pivot_row[:] = [scale * cell for cell in pivot_row]
        for at, row in enumerate(rows):
            factor = row[pivot]
            if at != pivot and factor:
                row[pivot] = 0.0
                row[:] = [a - factor * b for a, b in zip(row, pivot_row, strict=True)]
    return rows


def _times(left: float, right: float) -> float:
    return left * right
