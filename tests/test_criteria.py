"""CPC_IFS matches what SUMIFS matches."""

from typing import Any

import pytest

from cpc_functions import CellError, cpc_ifs
from cpc_functions.criteria import matcher


@pytest.mark.parametrize(
    ("criterion", "matched", "passed_over"),
    [
        ("brand", ["brand", "BRAND"], ["brands", "a brand", None, 5]),
        ("brand*", ["brand", "Brand NO"], ["my brand", ""]),
        ("*brand*", ["my brand", "Brand NO"], ["bran"]),
        ("b?nd", ["band", "BOND"], ["bnd", "brand"]),
        ("50~*", ["50*"], ["501"]),
        ("what~?", ["what?"], ["whats"]),
        ("a.b", ["a.b"], ["axb"]),
        ("<>brand", ["generic", None, 5], ["brand"]),
        ("<>b*", ["generic"], ["brand"]),
        ("", [None, ""], ["a", 0]),
        ("=", [None, ""], ["a", 0]),
        ("<>", ["a", 0], [None]),
        (">=100", [100, 250.5], [99.9, "200", None]),
        ("<0", [-1], [0, "-1"]),
        ("<>5", [4, "five", None], [5, "5"]),
        ("5", [5, 5.0, "5"], [50, "five"]),
        (5, [5, 5.0, "5"], [50, True]),
        ("10%", [0.1], [10]),
        (">=2026-01-31", [46053, 46054], [46052, "2026-02-01"]),
        (">b", ["c", "brand"], ["a", 5, None]),
        (True, [True], [1, "TRUE"]),
        ("TRUE", [True, "true"], [1, False]),
        (None, [0], [None, "0x"]),
    ],
)
def test_a_criterion(criterion: Any, matched: list[Any], passed_over: list[Any]) -> None:
    meets = matcher(criterion)
    assert [cell for cell in matched if not meets(cell)] == []
    assert [cell for cell in passed_over if meets(cell)] == []


def test_many_wildcards_do_not_hang() -> None:
    """A backtracking pattern would need more steps than there are atoms."""
    assert not matcher("*a*a*a*a*a*a*a*a*b")("a" * 200)
    assert matcher("*a*a*a*a*a*a*a*a*a")("a" * 200)


@pytest.mark.parametrize("day", [">=31.01.2026", "31/01/2026", "<1.2.26"])
def test_a_day_that_countries_read_differently_is_refused(day: str) -> None:
    answer = cpc_ifs.evaluate([[1]], [[1]], [[46053]], day)
    assert answer.code.value == "#VALUE!"
    assert "write it as 2026-01-31" in answer.why


def test_an_error_in_any_criterion_comes_back() -> None:
    ref = CellError("#REF!", "deleted")
    assert cpc_ifs.evaluate([[1]], [[1]], [["a"]], "a", [["b"]], ref) == ref
    assert cpc_ifs.evaluate([[1]], [[1]], [["a"]], ref) == ref


def test_criteria_narrow_one_another() -> None:
    cost, won = [[100], [600], [200]], [[10], [5], [20]]
    names = [["brand no"], ["generic"], ["brand se"]]
    assert cpc_ifs.evaluate(cost, won, names, "brand*", cost, ">100") == 10.0
    assert cpc_ifs.evaluate(cost, won, names, "brand*", cost).code.value == "#VALUE!"


def test_a_matching_row_without_figures_is_nothing_over_nothing() -> None:
    assert cpc_ifs.evaluate([[None], [5]], [[None], [1]], [["a"], ["b"]], "a").code.value == (
        "#DIV/0!"
    )
