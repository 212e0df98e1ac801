"""Which channels a conversion is credited to."""

from collections.abc import Callable, Sequence
from math import fsum
from typing import Annotated

from cpc_functions.arguments import Conversions
from cpc_functions.catalogue import Arg, Column, Example, Unit, udf
from cpc_functions.cells import CellError, ErrorCode, Rows, attempt, divide
from cpc_functions.exact_sum import add_up_to
from cpc_functions.markov import Journey, removal_effects

_MOST_CHANNELS = 200
_HEADER = ("channel", "conversions", "share")


def _first(touches: Sequence[str]) -> list[float]:
    return [1.0] + [0.0] * (len(touches) - 1)


def _last(touches: Sequence[str]) -> list[float]:
    return [0.0] * (len(touches) - 1) + [1.0]


def _linear(touches: Sequence[str]) -> list[float]:
    return [1 / len(touches)] * len(touches)


def _position(touches: Sequence[str]) -> list[float]:
    between = len(touches) - 2
    if between < 1:
        return _linear(touches)
    return [0.4, *[0.2 / between] * between, 0.4]


def _decay(touches: Sequence[str]) -> list[float]:
    weights = [2.0**-steps for steps in reversed(range(len(touches)))]
    total = fsum(weights)
    return [weight / total for weight in weights]


def _shapley(touches: Sequence[str]) -> list[float]:
    """Credit the first touch of each channel alike: channels count once, however often met.

    With the conversions of the paths inside a coalition as its worth, the Shapley value is this
    equal split: each path is a unanimity game of its own channels.
    """
    seen: set[str] = set()
    first = [not (touch in seen or seen.add(touch)) for touch in touches]
    return [each / len(seen) for each in first]


_CREDIT: dict[str, Callable[[Sequence[str]], list[float]]] = {
    "first": _first,
    "last": _last,
    "linear": _linear,
    "position": _position,
    "decay": _decay,
    "shapley": _shapley,
}
_MARKOV = "markov"

Paths = Annotated[
    str, Arg('Channels met, in order, one path per row: "Search > Email > Direct".', Unit.TEXT)
]
Model = Annotated[
    str,
    Arg(
        'Who gets the credit; "linear" when left out.', Unit.TEXT, choices=(*_CREDIT, _MARKOV)
    ),
]
NonConversions = Annotated[
    float,
    Arg("How often the path ended without a conversion; used by markov.", Unit.COUNT, at_least=0),
]
Separator = Annotated[str, Arg('What stands between two channels; ">" when left out.', Unit.TEXT)]

_PATHS = [["Search > Email > Direct"], ["Email"], ["Search > Search"]]
