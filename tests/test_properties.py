"""Relations that hold whatever the figures are."""

from math import fsum, isclose

from hypothesis import given, settings
from hypothesis import strategies as st

import cpc_functions as f
from cpc_functions import CellError

settings.register_profile("steady", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("steady")

money = st.floats(0.01, 1e7)
count = st.one_of(st.integers(1, 100_000).map(float), st.floats(0.1, 1e5))
confidence = st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99, 0.9999])
rows = st.lists(st.tuples(money, count), min_size=1, max_size=30)
paired = st.lists(st.tuples(money, count, money, count), min_size=1, max_size=12)


def columns(table: list[tuple[float, ...]]) -> list[list[list[float]]]:
    return [[[row[place]] for row in table] for place in range(len(table[0]))]


@given(money, count)
def test_double_the_cost_doubles_the_cost_per_conversion(cost: float, won: float) -> None:
    assert isclose(f.cpc.evaluate(2 * cost, won), 2 * f.cpc.evaluate(cost, won), rel_tol=1e-15)


@given(rows)
def test_the_total_lies_between_the_cheapest_and_the_dearest_row(
    table: list[tuple[float, ...]],
) -> None:
    cost, won = columns(table)
    each = [f.cpc.evaluate(*row) for row in table]
    slack = 1e-12
    assert min(each) * (1 - slack) <= f.cpc.evaluate(cost, won) <= max(each) * (1 + slack)


@given(money, count, confidence)
def test_the_interval_holds_the_figure(cost: float, won: float, level: float) -> None:
    for method in ("exact", "midp", "jeffreys", "score", "byar"):
        ((low, high),) = f.cpc_ci.evaluate(cost, won, level, method)
        # Jeffreys' interval is one of a posterior: at low levels and counts it may miss.
        if method in ("exact", "score") or (level >= 0.9 and won >= 1):
            assert low <= cost / won
            assert isinstance(high, CellError) or cost / won <= high


@given(money, count)
def test_more_confidence_is_a_wider_interval(cost: float, won: float) -> None:
    limits = [f.cpc_ci.evaluate(cost, won, level)[0] for level in (0.5, 0.8, 0.95, 0.999)]
    lows, highs = zip(*limits, strict=True)
    assert list(lows) == sorted(lows, reverse=True)
    assert list(highs) == sorted(highs)


@given(money, count, money, confidence)
def test_the_verdict_is_told_exactly_when_the_interval_leaves_out_the_target(
    cost: float, won: float, target: float, level: float
) -> None:
    ((low, high),) = f.cpc_ci.evaluate(cost, won, level)
    verdict = f.cpc_verdict.evaluate(cost, won, target, level)
    assert (verdict == "above target") == (low > target)
    assert (verdict == "below target") == (high < target)
    assert verdict.startswith(("above target", "below target", "cannot tell"))


@given(st.floats(1, 1000), st.floats(1, 300), st.floats(0.5, 2.0))
def test_the_conversions_that_a_verdict_asks_for_are_enough_and_no_fewer_are(
    cpc: float, won: float, off: float
) -> None:
    target = cpc * off
    verdict = f.cpc_verdict.evaluate(cpc * won, won, target)
    more = [int(word) for word in verdict.split() if word.isdigit()]
    if not verdict.startswith("cannot tell: about"):
        return
    for extra, told in ((more[0], True), (more[0] - 1, False)):
        later = f.cpc_verdict.evaluate(cpc * (won + extra), won + extra, target)
        assert (not later.startswith("cannot tell")) is told


@given(money)
def test_the_stop_line_is_where_the_lower_limit_reaches_the_target(target: float) -> None:
    """One-sided 95 % is the lower limit at two-sided 90 %."""
    spend = f.stop_after.evaluate(target)
    assert isclose(f.cpc_low.evaluate(spend, 0, 0.9), target, rel_tol=1e-12)


@given(money, count, money, count)
def test_swapping_the_arms_gives_the_reciprocal(c0: float, x0: float, c1: float, x1: float) -> None:
    ((ratio, low, high, p, chance, _),) = f.ab_cpc.evaluate(c0, x0, c1, x1)
    ((swapped, *limits, p_swapped, other, _),) = f.ab_cpc.evaluate(c1, x1, c0, x0)
    assert isclose(ratio * swapped, 1, rel_tol=1e-12)
    assert isclose(low * limits[1], 1, rel_tol=1e-9)
    assert isclose(high * limits[0], 1, rel_tol=1e-9)
    assert isclose(p, p_swapped, rel_tol=1e-9, abs_tol=1e-290)
    assert isclose(chance + other, 1, rel_tol=1e-12)


@given(money, count, money, count)
def test_a_change_is_the_ratio_less_one(c0: float, x0: float, c1: float, x1: float) -> None:
    ((*ratios, p, _, _),) = f.ab_cpc.evaluate(c0, x0, c1, x1)
    assert f.cpc_change.evaluate(c0, x0, c1, x1) == [[*(r - 1 for r in ratios), p]]


@given(paired)
def test_mix_and_efficiency_add_up_to_the_change(table: list[tuple[float, ...]]) -> None:
    names = [[f"s{place}"] for place in range(len(table))]
    c0, x0, c1, x1 = columns(table)
    answer = f.cpc_why.evaluate(names, c0, x0, c1, x1)
    before, after = f.cpc.evaluate(c0, x0), f.cpc.evaluate(c1, x1)
    parts = fsum(cell for row in answer[1:-1] for cell in row[1:])
    scale = max(abs(cell) for row in answer[1:] for cell in row[1:]) + before + after
    assert abs(parts - (after - before)) <= 1e-12 * scale
    assert abs(sum(answer[-1][1:]) - (after - before)) <= 1e-12 * scale


@given(rows, st.lists(st.sampled_from("abc"), min_size=30, max_size=30))
def test_groups_add_up_to_the_total(table: list[tuple[float, ...]], keys: list[str]) -> None:
    cost, won = columns(table)
    _, *groups, total = f.cpc_by.evaluate([[k] for k in keys[: len(table)]], cost, won)
    for column, whole in ((1, fsum(c[0] for c in cost)), (2, fsum(x[0] for x in won))):
        assert isclose(fsum(row[column] for row in groups), whole, rel_tol=1e-12)
        assert total[column] == whole
    assert isclose(fsum(row[6] for row in groups), 1, rel_tol=1e-12)
    assert [row[1] for row in groups] == sorted((row[1] for row in groups), reverse=True)
    assert isclose(total[3], f.cpc.evaluate(cost, won), rel_tol=1e-15)


@given(rows)
def test_criteria_that_all_rows_meet_change_nothing(table: list[tuple[float, ...]]) -> None:
    cost, won = columns(table)
    assert f.cpc_ifs.evaluate(cost, won, cost, ">0", won, ">0") == f.cpc.evaluate(cost, won)


@given(money, count, st.floats(0, 1), confidence)
def test_the_cost_of_a_customer_is_that_of_a_conversion_over_the_share(
    cost: float, won: float, share: float, level: float
) -> None:
    table = f.cost_per_customer.evaluate(cost, won, won * share, level)
    if won * share == 0:
        assert isinstance(table[3][1], CellError)
    else:
        assert isclose(table[3][1], table[1][1] / table[2][1], rel_tol=1e-9)
        assert table[3][2] <= table[3][1] * (1 + 1e-12)


@given(count, st.integers(0, 100_000))
def test_the_careful_bid_falls_as_sureness_rises(won: float, more: int) -> None:
    bids = [
        f.max_bid_safe.evaluate(50, won, won + more, None, None, sureness)
        for sureness in (0.2, 0.5, 0.8, 0.95)
    ]
    assert bids == sorted(bids, reverse=True)


@given(st.integers(1, 500), st.floats(0.5, 500))
def test_probability_of_being_below_target_rises_with_the_target(won: int, target: float) -> None:
    chances = [f.cpc_prob.evaluate(1000, won, target * step) for step in (1, 1.5, 3)]
    assert chances == sorted(chances)
    assert all(0 <= chance <= 1 for chance in chances)
