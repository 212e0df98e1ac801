"""Parts that add up to their total, to the last bit."""

from collections.abc import Iterable, Sequence
from math import fsum, inf


def add_up_to(
    total: float,
    parts: Sequence[float],
    bearers: Iterable[int],
    low: Sequence[float] | None = None,
    high: Sequence[float] | None = None,
) -> list[float]:
    """Return the parts with the rounding residue on one of them, so that fsum gives the total.

    The first of the bearers that can be what the others leave, within its bounds, becomes that.
    """
    exact = list(parts)
    for bearer in bearers:
        kept = exact[bearer]
        exact[bearer] = fsum([total, *(-part for at, part in enumerate(exact) if at != bearer)])
        least = low[bearer] if low else 0.0
        most = high[bearer] if high else inf
        if least <= exact[bearer] <= most and fsum(exact) == total:
            return exact
        exact[bearer] = kept
    return exact
