"""Which channels a conversion is credited to."""

from collections.abc import Callable, Sequence
from math import fsum
from typing import Annotated

from cpc_functions.arguments import Conversions
from cpc_functions.catalogue import Arg, Column, Example, Unit, udf
from cpc_functions.cells import CellError, ErrorCode, Rows
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
    first = {touch: at for at, touch in reversed(list(enumerate(touches)))}
    return [(first[touch] == at) / len(first) for at, touch in enumerate(touches)]


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
    Arg('Who gets the credit; "linear" when left out.', Unit.TEXT, choices=(*_CREDIT, _MARKOV)),
]
NonConversions = Annotated[
    float,
    Arg("How often the path ended without a conversion; used by markov.", Unit.COUNT, at_least=0),
]
Separator = Annotated[str, Arg('What stands between two channels; ">" when left out.', Unit.TEXT)]

_PATHS = [["Search > Email > Direct"], ["Email"], ["Search > Search > Email"]]
_COUNTS = [[10], [4], [6]]


@udf(
    unit=Unit.COUNT,
    examples=[
        Example(
            (_PATHS, _COUNTS),
            [
                [*_HEADER],
                ["Email", 28 / 3, 28 / 60],
                ["Search", 22 / 3, 22 / 60],
                ["Direct", 10 / 3, 10 / 60],
                ["Total", 20.0, 1.0],
            ],
        ),
        Example(
            ([["Path"], *_PATHS, [None]], [["Conv."], *_COUNTS, [None]], "first"),
            [
                [*_HEADER],
                ["Search", 16.0, 0.8],
                ["Email", 4.0, 0.2],
                ["Direct", 0.0, 0.0],
                ["Total", 20.0, 1.0],
            ],
        ),
        Example(
            (_PATHS, _COUNTS, "position"),
            [
                [*_HEADER],
                ["Email", 8.4, 0.42],
                ["Search", 7.6, 0.38],
                ["Direct", 4.0, 0.2],
                ["Total", 20.0, 1.0],
            ],
        ),
        Example(
            (
                [["google ads"], ["mailing"], ["google ads>mailing"]],
                [[2], [1], [1]],
                "markov",
                [[1], [0], [0]],
            ),
            [[*_HEADER], ["google ads", 2.4, 0.6], ["mailing", 1.6, 0.4], ["Total", 4.0, 1.0]],
            "Puzyrov 2019, Markov chain attribution: removal effects 0.75 and 0.5",
        ),
        Example(
            (["Search / Email"], [3], None, None, "/"),
            [[*_HEADER], ["Email", 1.5, 0.5], ["Search", 1.5, 0.5], ["Total", 3.0, 1.0]],
        ),
        Example(
            ([["Search"]], [[0]]),
            [[*_HEADER], ["Search", 0.0, ErrorCode.DIV0], ["Total", 0.0, ErrorCode.DIV0]],
        ),
        Example(([["Search"], [None]], [[3], [1]]), ErrorCode.VALUE),
    ],
)
def attribution(
    paths: Column[Paths],
    conversions: Column[Conversions],
    model: Model = "linear",
    non_conversions: Column[NonConversions] | None = None,
    separator: Separator = ">",
) -> Rows:
    """Return a table of the conversions and the share that each channel is credited with.

    first and last credit one touch, linear every touch alike, position 40 % to the first and the
    last and 20 % to those between, decay half as much for each step further from the last touch.
    shapley credits every channel of a path alike, however often it was met, which is the Shapley
    value when a coalition is worth the conversions of the paths inside it. markov credits in
    proportion to the conversions that would be lost without the channel, solved exactly and not
    simulated; non_conversions makes it see paths that came to nothing.

    The credits add up to the conversions exactly.

    Errors: #VALUE! for a path without a touch, or with an unnamed one, naming the row; #NUM! for
    more than 200 channels; #DIV/0! in the shares when nothing converted.

    When not to trust it: as proof of what a channel causes. Paths leave out what was not
    tracked, and models disagree because they answer different questions.

    Source: Anderl et al. 2016 (markov), Zhao, Mahboobi & Bagheri 2018 (shapley).
    """
    journeys = _journeys(paths, conversions, non_conversions or [0.0] * len(paths), separator)
    channels = list(dict.fromkeys(touch for each in journeys for touch in each.touches))
    if len(channels) > _MOST_CHANNELS:
        raise CellError(
            ErrorCode.NUM,
            f"paths: {len(channels)} channels, more than {_MOST_CHANNELS}; group small ones, and "
            "check the separator.",
        )
    total = fsum(conversions)
    credited = _by_removal(journeys, total) if model == _MARKOV else _by_touch(journeys, model)
    ranked = sorted(channels, key=lambda channel: (-float(f"{credited[channel]:.12g}"), channel))
    return _table(ranked, [credited[channel] for channel in ranked], total)


attribute = attribution.alias("ATTRIBUTE")


def _journeys(
    paths: list[str], conversions: list[float], non_conversions: list[float], separator: str
) -> list[Journey]:
    """Return each different path once, with its sums."""
    sums: dict[str, tuple[list[float], list[float]]] = {}
    touches: dict[str, tuple[str, ...]] = {}
    for row, (path, won, lost) in enumerate(zip(paths, conversions, non_conversions, strict=True)):
        if path not in touches:
            touches[path] = tuple(touch.strip() for touch in path.split(separator))
            if not all(touches[path]):
                raise CellError(
                    ErrorCode.VALUE,
                    f"paths, row {row + 1} of the data: "
                    + ("a touch has no name." if path.strip() else "the path is empty."),
                )
        wins, losses = sums.setdefault(path, ([], []))
        wins.append(won)
        losses.append(lost)
    return [
        Journey(touches[path], fsum(wins), fsum(losses)) for path, (wins, losses) in sums.items()
    ]


def _by_touch(journeys: list[Journey], model: str) -> dict[str, float]:
    parts: dict[str, list[float]] = {}
    for touches, conversions, _ in journeys:
        for touch, credit in zip(touches, _CREDIT[model](touches), strict=True):
            parts.setdefault(touch, []).append(conversions * credit)
    return {channel: fsum(credited) for channel, credited in parts.items()}


def _by_removal(journeys: list[Journey], total: float) -> dict[str, float]:
    effects = removal_effects(journeys)
    of_all = fsum(effects.values()) or 1.0
    return {channel: total * (effect / of_all) for channel, effect in effects.items()}


def _table(channels: list[str], credited: list[float], total: float) -> Rows:
    """Return the table, its credits and its shares adding up to the last bit."""
    largest_first = range(len(channels))
    exact = add_up_to(total, credited, largest_first)
    table: Rows = [[*_HEADER]]
    if total == 0:
        none = CellError(ErrorCode.DIV0, "There are no conversions to share.")
        table += [[channel, 0.0, none] for channel in channels]
        return [*table, ["Total", 0.0, none]]
    shares = add_up_to(1.0, [part / total for part in exact], largest_first)
    table += [list(row) for row in zip(channels, exact, shares, strict=True)]
    return [*table, ["Total", total, 1.0]]
