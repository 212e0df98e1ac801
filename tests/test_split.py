"""What a budget split promises: the optimum, exact totals, exact bounds.

Where the expected numbers come from: ``oracles/o11`` (mpmath, dual bisection, checked by scipy's
SLSQP), and for bounds the KKT conditions, checked on the answer itself.
"""

import random
from collections.abc import Callable
from itertools import groupby
from math import fsum, inf, isfinite
from typing import Any

import pytest

from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.curves import Curve, Logarithm, Power, Saturation
from cpc_functions.split import allocate, budget_split
from tests.oracle_tables import oracle

MAKE: dict[str, Callable[[float, float], Curve]] = {
    "power": Power,
    "log": Logarithm,
    "saturation": Saturation,
}
HEADER = ["channel", "now", "suggested", "expected conversions", "marginal CPC"]
ELASTICITIES = (0.05, 0.3, 0.6, 0.95, 0.999999, 1.0)
SHAPE = (0.3, 0.5, 0.8, 1.0, 1.3, 1.7, 2.0)


def oracle_sets() -> list[Any]:
    """Return the rows of the oracle, set by set."""
    rows = oracle("o11_budget_allocation")
    return [
        pytest.param(list(group), id=name) for name, group in groupby(rows, lambda row: row["set"])
    ]


def curve_of(row: dict[str, str]) -> Curve:
    """Return the curve of a row."""
    return MAKE[row["curve"]](float(row["p1"]), float(row["p2"]))


def bound(cell: str, unbounded: float) -> float:
    """Return a bound; blank is none."""
    return float(cell) if cell else unbounded


def history(curves: dict[str, Curve], around: dict[str, float]) -> tuple[list[Any], ...]:
    """Return periods that lie exactly on the curves, as three columns of cells."""
    rows = [
        (name, around[name] * part, curve.conversions(around[name] * part))
        for name, curve in curves.items()
        for part in SHAPE
    ]
    return tuple([[cell] for cell in column] for column in zip(*rows, strict=True))


def body(answer: Any) -> dict[str, list[Any]]:
    """Return the rows of the table by channel."""
    assert isinstance(answer, list), answer
    assert answer[0] == HEADER
    assert answer[-1][0] == "Total"
    return {row[0]: row[1:] for row in answer[1:]}


def code_of(answer: object) -> ErrorCode:
    """Return the error code that a cell shows."""
    assert isinstance(answer, CellError), answer
    assert answer.why
    return answer.code


@pytest.mark.parametrize("rows", oracle_sets())
def test_allocator(rows: list[dict[str, str]]) -> None:
    total = float(rows[0]["budget"])
    curves = [curve_of(row) for row in rows]
    spends = allocate(
        total,
        curves,
        [bound(row["min_spend"], 0.0) for row in rows],
        [bound(row["max_spend"], inf) for row in rows],
    )
    for row, curve, spend in zip(rows, curves, spends, strict=True):
        assert spend == pytest.approx(float(row["opt_spend"]), rel=1e-8, abs=1e-8)
        assert curve.conversions(spend) == pytest.approx(float(row["conversions"]), rel=1e-8)
        marginal = float(row["marginal_cpc"])
        assert curve.marginal_cpc(spend) == pytest.approx(marginal, rel=1e-8)


@pytest.mark.parametrize("rows", oracle_sets())
def test_function_on_exact_history(rows: list[dict[str, str]]) -> None:
    total = float(rows[0]["budget"])
    curves = {row["channel"]: curve_of(row) for row in rows}
    around = {row["channel"]: float(row["opt_spend"]) or total / 5 for row in rows}
    answer = body(
        budget_split.evaluate(
            total,
            *history(curves, around),
            [[float(row["min_spend"]) if row["min_spend"] else None] for row in rows],
            [[float(row["max_spend"]) if row["max_spend"] else None] for row in rows],
            rows[0]["curve"],
        )
    )
    for row in rows:
        _, suggested, expected, marginal = answer[row["channel"]]
        assert suggested == pytest.approx(float(row["opt_spend"]), rel=1e-6, abs=1e-6)
        assert expected == pytest.approx(float(row["conversions"]), rel=1e-6)
        assert marginal == pytest.approx(float(row["marginal_cpc"]), rel=1e-6)
    last = answer["Total"]
    assert last[1] == total
    assert last[2] == pytest.approx(float(rows[0]["total_conversions"]), rel=1e-6)
    assert last[3] == pytest.approx(float(rows[0]["shadow_marginal_cpc"]), rel=1e-6)


def random_case(seed: int) -> tuple[float, list[Curve], list[float], list[float]]:
    """Return a feasible split of random curves with random bounds."""
    draw = random.Random(seed)  # noqa: S311 - data, no secret
    curves = [
        MAKE[kind](
            draw.uniform(0.1, 5) if kind == "power" else draw.uniform(1, 500),
            draw.choice(ELASTICITIES) if kind == "power" else draw.uniform(10, 9000),
        )
        for kind in draw.choices(list(MAKE), k=draw.randint(1, 8))
    ]
    least = [draw.choice([0.0, draw.uniform(0, 900)]) for _ in curves]
    most = [draw.choice([inf, low + draw.uniform(0, 3000)]) for low in least]
    low, high = fsum(least), min(fsum(most), fsum(least) + 20000)
    return draw.uniform(low, high) + 0.1 * (low == high), curves, least, most


@pytest.mark.parametrize("seed", range(60))
def test_within_bounds_and_no_transfer_pays(seed: int) -> None:
    total, curves, least, most = random_case(seed)
    spends = allocate(total, curves, least, most)
    assert fsum(spends) == pytest.approx(total, rel=1e-12)
    for spend, low, high in zip(spends, least, most, strict=True):
        assert low <= spend <= high
    givers = [
        c.marginal_cpc(x) for c, x, low in zip(curves, spends, least, strict=True) if x > low + 1e-6
    ]
    takers = [
        c.marginal_cpc(x + 1e-6)
        for c, x, high in zip(curves, spends, most, strict=True)
        if x < high - 1e-6
    ]
    dearest, cheapest = max(givers, default=0.0), min(takers, default=inf)
    assert dearest <= cheapest * (1 + 1e-6)


def test_equal_lines_share() -> None:
    lines = [Power(0.04, 1.0), Power(0.04, 1.0), Power(0.02, 1.0)]
    assert allocate(100.0, lines, [0.0] * 3, [inf] * 3) == pytest.approx([50, 50, 0])


ROOT = Power(1.0, 0.5)
TWICE = Power(2.0, 0.5)
PAIR: dict[str, Curve] = {"Search": ROOT, "Video": TWICE}
PERIODS = history(PAIR, {"Search": 1500.0, "Video": 2500.0})


def test_video_gets_four_times_as_much() -> None:
    answer = body(budget_split.evaluate(5000, *PERIODS))
    assert answer["Search"][1] == pytest.approx(1000, rel=1e-8)
    assert answer["Video"][1] == pytest.approx(4000, rel=1e-8)


def test_sorted_by_present_spend_then_name() -> None:
    curves: dict[str, Curve] = {"b": ROOT, "c": ROOT, "a": ROOT, "d": ROOT}
    around = {"b": 100.0, "c": 300.0, "a": 100.0, "d": 200.0}
    answer = body(budget_split.evaluate(700, *history(curves, around)))
    assert list(answer) == ["c", "d", "a", "b", "Total"]


def test_now_is_the_mean_per_period_of_the_channel() -> None:
    names, spends, counts = PERIODS
    answer = body(
        budget_split.evaluate(5000, [*names, ["Video"]], [*spends, [0.0]], [*counts, [0.0]])
    )
    video = [spend for (name,), (spend,) in zip(names, spends, strict=True) if name == "Video"]
    assert answer["Video"][0] == pytest.approx(fsum(video) / (len(video) + 1), rel=1e-15)


@pytest.mark.parametrize("seed", range(40))
def test_suggestions_add_up_to_the_last_bit(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - data, no secret
    names = [f"c{at}" for at in range(draw.randint(2, 9))]
    kind = draw.choice(["power", "log", "saturation"])
    curves: dict[str, Curve] = {
        name: MAKE[kind](draw.uniform(1, 90), 0.4 if kind == "power" else draw.uniform(99, 900))
        for name in names
    }
    around = {name: draw.uniform(50, 5000) for name in names}
    total = draw.uniform(10, 20000)
    low = draw.uniform(0, total / len(names))
    high = draw.uniform(total / len(names), total)
    answer = body(budget_split.evaluate(total, *history(curves, around), low, high, kind))
    suggested = [row[1] for name, row in answer.items() if name != "Total"]
    assert fsum(suggested) == total == answer["Total"][1]
    assert all(low <= each <= high for each in suggested)


def test_beyond_what_was_seen_the_suggestion_stands_without_an_outlook() -> None:
    answer = body(budget_split.evaluate(10000, *PERIODS))
    assert answer["Video"][1] == pytest.approx(8000, rel=1e-8)
    assert list(map(code_of, answer["Video"][2:])) == [ErrorCode.NA] * 2
    assert all(map(isfinite, answer["Search"]))
    assert list(map(code_of, answer["Total"][2:])) == [ErrorCode.NA] * 2


def test_a_channel_without_a_curve_keeps_its_present_spend() -> None:
    names, spends, counts = PERIODS
    more = (
        [*names, ["Radio"], ["Radio"]],
        [*spends, [300.0], [500.0]],
        [*counts, [3.0], [4.0]],
    )
    answer = body(budget_split.evaluate(5400, *more))
    assert answer["Radio"][:2] == [400, 400]
    assert list(map(code_of, answer["Radio"][2:])) == [ErrorCode.NA] * 2
    assert answer["Video"][1] == pytest.approx(4000, rel=1e-8)
    clipped = body(budget_split.evaluate(5250, *more, None, [[None], [None], [250]]))
    assert clipped["Radio"][:2] == [400, 250]
    assert clipped["Video"][1] == pytest.approx(4000, rel=1e-8)


def test_a_curve_of_another_kind() -> None:
    curves: dict[str, Curve] = {"x": Logarithm(50.0, 1000.0), "y": Logarithm(50.0, 2000.0)}
    periods = history(curves, {"x": 1500.0, "y": 1500.0})
    answer = body(budget_split.evaluate(3000, *periods, None, None, "log"))
    assert answer["x"][1] == pytest.approx(2000, rel=1e-8)


def test_one_for_all() -> None:
    answer = body(budget_split.evaluate(5000, *PERIODS, 1600, 3600))
    assert [answer["Search"][1], answer["Video"][1]] == pytest.approx([1600, 3400])
    assert answer["Search"][1] == 1600


def test_one_per_channel_as_a_column_or_a_row() -> None:
    column = body(budget_split.evaluate(5000, *PERIODS, None, [[900], [9000]]))
    row = body(budget_split.evaluate(5000, *PERIODS, None, [[900, 9000]]))
    assert column == row
    assert column["Search"][1] == 900
    assert column["Video"][1] == 4100


def test_a_blank_bounds_nothing_and_shifts_nothing() -> None:
    answer = body(budget_split.evaluate(5000, *PERIODS, None, [[None], [3000]]))
    assert answer["Video"][1] == 3000
    assert answer["Search"][1] == 2000


def test_when_all_are_full_no_marginal_cpc_is_known() -> None:
    answer = body(budget_split.evaluate(5000, *PERIODS, None, [[1500], [3500]]))
    assert answer["Total"][1] == 5000
    assert code_of(answer["Total"][3]) is ErrorCode.NA


@pytest.mark.parametrize(
    ("least", "most"),
    [(2600, None), (None, 2400), ([[900], [None]], [[800], [None]]), (-1, None)],
)
def test_infeasible(least: Any, most: Any) -> None:
    answer = budget_split.evaluate(5000, *PERIODS, least, most)
    assert code_of(answer) is ErrorCode.NUM


def test_unreadable() -> None:
    wrong = budget_split.evaluate(5000, *PERIODS, [[1], [2], [3]])
    assert code_of(wrong) is ErrorCode.VALUE
    assert code_of(budget_split.evaluate(5000, *PERIODS, "low")) is ErrorCode.VALUE
    error = CellError(ErrorCode.REF, "gone")
    assert budget_split.evaluate(5000, *PERIODS, [[1], [error]]) == error


def test_no_channel_with_a_curve() -> None:
    names, spends, counts = PERIODS
    answer = budget_split.evaluate(5000, names[:5], spends[:5], counts[:5])
    assert code_of(answer) is ErrorCode.NA


@pytest.mark.parametrize("total", [0, -5, None])
def test_no_budget(total: float | None) -> None:
    assert code_of(budget_split.evaluate(total, *PERIODS)) is ErrorCode.NUM


def test_less_than_a_channel_without_a_curve_spends() -> None:
    names, spends, counts = PERIODS
    answer = budget_split.evaluate(300, [*names, ["Radio"]], [*spends, [400.0]], [*counts, [3.0]])
    assert code_of(answer) is ErrorCode.NUM
