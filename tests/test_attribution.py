"""What attribution promises: exact credit that adds up, and the published small examples.

Where the expected numbers come from:

* ``oracles/o12b``: two published Markov examples, whose paths are given in the articles (they are
  the constants ANALYZECORE and PUZYROV here);
* the definitions, worked out in fractions: the Markov chain solved again for each removed
  channel, the Shapley value over all coalitions.

What is missing: ``oracles/o12a`` and ``oracles/o12c`` hold the credits on PathData, the sample data
of the package ChannelAttribution. That package is under GPL-3 and its raw paths are not part of
this project, so no test here computes those figures; the tables are not read. Whoever has the
paths can hold them against ATTRIBUTION: models first, last, linear, position, markov, shapley.
"""

import random
from fractions import Fraction
from itertools import combinations
from math import factorial, fsum
from typing import Any

import pytest

from cpc_functions.attribution import attribute, attribution
from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.markov import Journey, removal_effects
from tests.oracle_tables import oracle

MODELS = ("first", "last", "linear", "position", "decay", "shapley", "markov")

Paths = dict[tuple[str, ...], tuple[int, int]]
ANALYZECORE: Paths = {
    ("c1", "c2", "c3"): (1, 0),
    ("c1",): (0, 1),
    ("c2", "c3"): (0, 1),
}
PUZYROV: Paths = {
    ("google ads",): (2, 1),
    ("mailing",): (1, 0),
    ("google ads", "mailing"): (1, 0),
}
PUBLISHED = {"analyzecore": ANALYZECORE, "Puzyrov": PUZYROV}


def columns(paths: Paths) -> tuple[list[Any], list[Any], list[Any]]:
    """Return paths, conversions and non-conversions as columns of cells."""
    return (
        [[" > ".join(path)] for path in paths],
        [[won] for won, _ in paths.values()],
        [[lost] for _, lost in paths.values()],
    )


def credit(answer: Any) -> dict[str, float]:
    """Return the conversions by channel, without the Total."""
    assert isinstance(answer, list), answer
    assert answer[0] == ["channel", "conversions", "share"]
    assert answer[-1][0] == "Total"
    return {row[0]: row[1] for row in answer[1:-1]}


def of(path: str, model: str) -> dict[str, float]:
    """Return the credit for one conversion of one path."""
    return credit(attribution.evaluate(path, 1, model))


def code_of(answer: object) -> ErrorCode:
    """Return the error code that a cell shows."""
    assert isinstance(answer, CellError), answer
    assert answer.why
    return answer.code


def drawn(seed: int, *, channels: int = 5, rows: int = 30) -> Paths:
    """Return paths with repeated touches, and whole counts."""
    draw = random.Random(seed)  # noqa: S311 - data, no secret
    names = [f"c{at}" for at in range(channels)]
    return {
        tuple(draw.choices(names, k=draw.randint(1, 7))): (draw.randint(0, 9), draw.randint(0, 9))
        for _ in range(rows)
    }


def oracle_examples() -> list[Any]:
    """Return the examples of the oracle whose paths are published."""
    rows = oracle("o12b_attribution_small")
    return [
        pytest.param(row, PUBLISHED[name], id=f"{name}-{row['channel']}-{row['collapse_repeats']}")
        for row in rows
        for name in PUBLISHED
        if row["example"].startswith(name)
    ]


@pytest.mark.parametrize(("row", "paths"), oracle_examples())
def test_credit(row: dict[str, str], paths: Paths) -> None:
    names, won, lost = columns(paths)
    found = credit(attribution.evaluate(names, won, "markov", lost))
    assert found[row["channel"]] == pytest.approx(float(row["attributed"]), rel=1e-9)


@pytest.mark.parametrize(("row", "paths"), oracle_examples())
def test_removal_effect(row: dict[str, str], paths: Paths) -> None:
    effects = removal_effects([Journey(path, *counts) for path, counts in paths.items()])
    assert effects[row["channel"]] == pytest.approx(float(row["removal_effect"]), rel=1e-9)


def test_every_published_row_was_used() -> None:
    assert len(oracle_examples()) == len(oracle("o12b_attribution_small"))


def test_first_and_last() -> None:
    assert of("a > b > c", "first") == {"a": 1, "b": 0, "c": 0}
    assert of("a > b > c", "last") == {"c": 1, "a": 0, "b": 0}


def test_linear_counts_each_touch() -> None:
    assert of("a > b > a > c", "linear") == pytest.approx({"a": 0.5, "b": 0.25, "c": 0.25})


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a", {"a": 1.0}),
        ("a > b", {"a": 0.5, "b": 0.5}),
        ("a > b > c", {"a": 0.4, "c": 0.4, "b": 0.2}),
        ("a > b > c > d", {"a": 0.4, "d": 0.4, "b": 0.1, "c": 0.1}),
        ("a > b > a", {"a": 0.8, "b": 0.2}),
    ],
)
def test_position(path: str, expected: dict[str, float]) -> None:
    assert of(path, "position") == pytest.approx(expected)


def test_decay_halves_with_each_step_back() -> None:
    assert of("a > b > c", "decay") == pytest.approx({"a": 1 / 7, "b": 2 / 7, "c": 4 / 7})


def test_decay_of_a_very_long_path() -> None:
    found = of(" > ".join(["a"] * 3000 + ["b"]), "decay")
    assert found == pytest.approx({"a": 0.5, "b": 0.5})


def test_shapley_counts_each_channel_once() -> None:
    assert of("a > b > a > a", "shapley") == {"a": 0.5, "b": 0.5}


def removal_by_definition(paths: Paths) -> dict[str, Fraction]:
    """Return removal effects from the chain solved again without each channel, in fractions."""
    steps: dict[str, dict[str, int]] = {}
    for path, (won, lost) in paths.items():
        for origin, target in zip(("start", *path), path, strict=False):
            row = steps.setdefault(origin, {})
            row[target] = row.get(target, 0) + won + lost
        row = steps.setdefault(path[-1], {})
        row["won"] = row.get("won", 0) + won
        row["lost"] = row.get("lost", 0) + lost

    def chance(removed: str) -> Fraction:
        totals = {state: sum(ways.values()) for state, ways in steps.items()}
        states = [state for state in steps if state != removed and totals[state]]
        rows: list[list[Fraction]] = []
        for state in states:
            share = {to: Fraction(times, totals[state]) for to, times in steps[state].items()}
            row = [int(state == other) - share.get(other, Fraction(0)) for other in states]
            rows.append([*row, share.get("won", Fraction(0))])
        for at in range(len(rows)):
            pivot = next(row for row in range(at, len(rows)) if rows[row][at])
            rows[at], rows[pivot] = rows[pivot], rows[at]
            rows[at] = [cell / rows[at][at] for cell in rows[at]]
            for other in range(len(rows)):
                if other != at and rows[other][at]:
                    factor = rows[other][at]
                    rows[other] = [
                        a - factor * b for a, b in zip(rows[other], rows[at], strict=True)
                    ]
        return rows[states.index("start")][-1]

    every = chance("")
    return {state: 1 - chance(state) / every for state in steps if state != "start"}


@pytest.mark.parametrize("seed", range(12))
def test_removal_effects_are_those_of_the_definition(seed: int) -> None:
    paths = drawn(seed)
    effects = removal_effects([Journey(path, *counts) for path, counts in paths.items()])
    exact = removal_by_definition(paths)
    assert effects == pytest.approx({c: float(e) for c, e in exact.items()}, rel=1e-12)
    names, won, lost = columns(paths)
    found = credit(attribution.evaluate(names, won, "markov", lost))
    total = sum(counts[0] for counts in paths.values())
    for channel, effect in exact.items():
        expected = float(total * effect / sum(exact.values()))
        assert found[channel] == pytest.approx(expected, rel=1e-12)


def test_without_non_conversions_only_converting_paths_are_seen() -> None:
    names, won, _ = columns(ANALYZECORE)
    found = credit(attribution.evaluate(names, won, "markov"))
    assert found == pytest.approx({"c1": 1 / 3, "c2": 1 / 3, "c3": 1 / 3})


def test_repeating_a_touch_changes_nothing() -> None:
    once = attribution.evaluate(
        [["a > b > c"], ["b > c"], ["c > a"]], [[5], [3], [2]], "markov", [[1], [7], [4]]
    )
    often = attribution.evaluate(
        [["a > a > b > c"], ["b > c > c > c"], ["c > a > a"]],
        [[5], [3], [2]],
        "markov",
        [[1], [7], [4]],
    )
    assert credit(once) == pytest.approx(credit(often), rel=1e-14)


def test_a_channel_that_no_one_met_gets_nothing() -> None:
    answer = attribution.evaluate([["a > b"], ["z"]], [[4], [0]], "markov", [[1], [0]])
    assert credit(answer) == {"a": 2, "b": 2, "z": 0}


@pytest.mark.parametrize("seed", range(6))
def test_brute_force(seed: int) -> None:
    paths = drawn(seed)
    players = sorted({touch for path in paths for touch in path})

    def worth(coalition: set[str]) -> int:
        return sum(won for path, (won, _) in paths.items() if set(path) <= coalition)

    names, won, _ = columns(paths)
    found = credit(attribution.evaluate(names, won, "shapley"))
    for player in players:
        others = [other for other in players if other != player]
        value = Fraction(0)
        for size in range(len(others) + 1):
            weight = Fraction(
                factorial(size) * factorial(len(others) - size), factorial(len(players))
            )
            for coalition in combinations(others, size):
                value += weight * (worth({*coalition, player}) - worth(set(coalition)))
        assert found[player] == pytest.approx(float(value), rel=1e-12)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("seed", range(10))
def test_credits_and_shares_add_up_exactly(model: str, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - data, no secret
    names, won, lost = columns(drawn(seed, channels=12, rows=80))
    counts = [[won_ * draw.uniform(0.5, 1.5)] for (won_,) in won]
    answer = attribution.evaluate(names, counts, model, lost)
    *rows, last = answer[1:]
    assert fsum(row[1] for row in rows) == last[1] == fsum(count for (count,) in counts)
    assert fsum(row[2] for row in rows) == last[2] == 1
    assert all(row[1] >= 0 for row in rows)


@pytest.mark.parametrize("model", MODELS)
def test_sorted_by_conversions_then_name(model: str) -> None:
    answer = attribution.evaluate([["d > c"], ["b > a"], ["e"]], [[1], [1], [9]], model)
    rows = [(-round(row[1], 9), row[0]) for row in answer[1:-1]]
    assert rows == sorted(rows)
    assert rows[0][1] == "e"


def test_equal_paths_in_two_rows_are_one() -> None:
    twice = attribution.evaluate([["a > b"], ["b"], ["a > b"]], [[1], [2], [3]])
    assert twice == attribution.evaluate([["a>b"], ["b"]], [[4], [2]])


def test_linear_when_left_out() -> None:
    names, won, lost = columns(drawn(1))
    assert attribution.evaluate(names, won) == attribution.evaluate(names, won, "Linear", lost, ">")


def test_another_separator() -> None:
    answer = attribution.evaluate([["a -> b > c"]], [[2]], "linear", None, "->")
    assert credit(answer) == {"a": 1, "b > c": 1}


def test_headers_and_blank_rows_are_left_out() -> None:
    answer = attribution.evaluate([["Path"], ["a"], [None]], [["Conv."], [2], [None]])
    assert credit(answer) == {"a": 2}


@pytest.mark.parametrize("model", MODELS)
def test_nothing_converted(model: str) -> None:
    answer = attribution.evaluate([["a > b"]], [[0]], model, [[5]])
    assert credit(answer) == {"a": 0, "b": 0}
    assert {code_of(row[2]) for row in answer[1:]} == {ErrorCode.DIV0}


def test_the_alias_says_the_same() -> None:
    assert attribute.name == "ATTRIBUTE"
    assert attribute.alias_of == "ATTRIBUTION"
    assert attribute.evaluate("a > b", 1) == attribution.evaluate("a > b", 1)


@pytest.mark.parametrize("path", ["", "  ", None, ">", "a > > b", "a >"])
def test_an_empty_path_or_touch_names_its_row(path: str | None) -> None:
    answer = attribution.evaluate([["a"], ["b"], [path]], [[1], [1], [1]])
    assert code_of(answer) is ErrorCode.VALUE
    assert "row 3" in answer.why


def test_channels_beyond_two_hundred() -> None:
    names = [[f"c{at}"] for at in range(201)]
    counts = [[1]] * 201
    assert len(credit(attribution.evaluate(names[:200], counts[:200]))) == 200
    assert code_of(attribution.evaluate(names, counts)) is ErrorCode.NUM


def test_arguments() -> None:
    assert code_of(attribution.evaluate([["a"]], [[-1]])) is ErrorCode.NUM
    assert code_of(attribution.evaluate([["a"]], [[1]], "u-shape")) is ErrorCode.VALUE
    assert code_of(attribution.evaluate([["a"], ["b"]], [[1]])) is ErrorCode.VALUE
    unpaired = attribution.evaluate([["a"], ["b"]], [[1], [1]], "markov", [[1]])
    assert code_of(unpaired) is ErrorCode.VALUE
