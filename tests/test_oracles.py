"""The functions against tables that other software computed (tests/oracles/README.md)."""

import math
from typing import Any

import pytest

from cpc_functions import CATALOGUE, CellError
from cpc_functions.bayes import beta_prior
from tests.oracle_tables import numbers, oracle

FUNCTIONS = {function.name: function for function in CATALOGUE}


def ids(row: dict[str, str]) -> str:
    return row.get("case") or row.get("i") or "-".join(list(row.values())[:2])


def cells_of(word: str) -> Any:
    """Read one argument as o01 writes it: 5, "" (blank), "text", TRUE, {1;2;3}."""
    if word.startswith("{"):
        return [[cells_of(part)] for part in word[1:-1].split(";")]
    if word.startswith('"'):
        return word.strip('"') or None
    if word in ("TRUE", "FALSE"):
        return word == "TRUE"
    return CellError(word) if word.startswith("#") else float(word)


def arguments_of(text: str) -> list[Any]:
    """Split arguments at the semicolons outside braces."""
    parts, depth = [""], 0
    for mark in text:
        depth += {"{": 1, "}": -1}.get(mark, 0)
        if mark == ";" and depth == 0:
            parts.append("")
        else:
            parts[-1] += mark
    return [cells_of(part) for part in parts]


def assert_close(answer: Any, expected: Any, tolerance: float) -> None:
    if isinstance(expected, list):
        assert len(answer) == len(expected)
        for got, wanted in zip(answer, expected, strict=True):
            assert_close(got, wanted, tolerance)
    elif isinstance(expected, CellError):
        assert answer.code is expected.code
    else:
        assert math.isclose(answer, expected, rel_tol=tolerance, abs_tol=1e-300), answer


@pytest.mark.parametrize("row", oracle("o01_core_metrics"), ids=ids)
def test_core_metrics(row: dict[str, str]) -> None:
    answer = FUNCTIONS[row["function"]].evaluate(*arguments_of(row["args"]))
    # The table prints fifteen digits, so that its last one may be half a unit off.
    assert_close(answer, cells_of(row["expected"]), 1e-12)


def limit(text: str) -> Any:
    return CellError("#DIV/0!") if text in ("Inf", "DIV0") else float(text)


@pytest.mark.parametrize(
    ("method", "tolerance"),
    [("exact", 1e-10), ("midp", 1e-7), ("jeffreys", 1e-10), ("score", 1e-10), ("byar", 1e-10)],
)
@pytest.mark.parametrize("row", oracle("o02_cpc_interval"), ids=ids)
def test_intervals(row: dict[str, str], method: str, tolerance: float) -> None:
    given = numbers(row, "cost", "conversions", "conf")
    expected = [limit(row[f"cpc_lo_{method}"]), limit(row[f"cpc_hi_{method}"])]
    assert_close(FUNCTIONS["CPC_CI"].evaluate(*given, method), [expected], tolerance)
    if method == "exact":
        assert_close(FUNCTIONS["CPC_LOW"].evaluate(*given), expected[0], tolerance)
        assert_close(FUNCTIONS["CPC_HIGH"].evaluate(*given), expected[1], tolerance)


@pytest.mark.parametrize("row", oracle("o02b_cpc_interval_fractional"), ids=ids)
def test_intervals_of_fractional_conversions(row: dict[str, str]) -> None:
    given = numbers(row, "cost", "conversions", "conf")
    expected = numbers(row, "cpc_lo", "cpc_hi")
    assert_close(FUNCTIONS["CPC_CI"].evaluate(*given), [expected], 1e-9)


@pytest.mark.parametrize(
    ("count", "exposure", "low", "high", "method", "tolerance"),
    [
        (137, 24.19893, 4.753125, 6.692709, "exact", 1e-6),
        (15, 400, 0.0209884653319583, 0.0618505471787146, "exact", 1e-12),
        (15, 400, 0.0227264749053794, 0.0618771721463559, "score", 1e-12),
        (15, 400, 0.0219234232268444, 0.0602898619930649, "jeffreys", 1e-12),
        (23, 5.25, 2.777148, 6.57358, "exact", 1e-6),
    ],
    ids=["R poisson.test", "DescTools", "DescTools score", "ratesci", "statpsych"],
)
def test_intervals_printed_elsewhere(
    count: float, exposure: float, low: float, high: float, method: str, tolerance: float
) -> None:
    """Rows V01, V03 to V05 and V07 of o03: a rate's limits are those of its inverse, the cost.

    V06, DescTools' Byar, puts x + 1/2 into both limits; o02 and this product put x into the low
    and x + 1 into the high one, as Rothman & Boice do.
    """
    ((cpc_low, cpc_high),) = FUNCTIONS["CPC_CI"].evaluate(exposure, count, 0.95, method)
    assert_close([1 / cpc_high, 1 / cpc_low], [low, high], tolerance)


def test_prior_printed_elsewhere() -> None:
    """Row V25 of o03 and o09: the rats of Bayesian Data Analysis, section 5.1."""
    rows = [tuple(numbers(row, "y", "n")) for row in oracle("o09a_eb_rats")]
    prior = beta_prior((y, n) for y, n in rows)
    expected = next(r for r in oracle("o09_eb_hyperparameters") if r["set"] == "rats")
    assert prior is not None
    assert_close(list(prior), numbers(expected, "a", "b"), 1e-5)


@pytest.mark.parametrize("table", ["o09a_eb_rats", "o09b_eb_keywords_cvr"])
def test_bids_of_a_whole_account(table: str) -> None:
    rows = oracle(table)
    answer = FUNCTIONS["BID_TABLE"].evaluate(
        [[row["i"]] for row in rows],
        [numbers(row, "n") for row in rows],
        [numbers(row, "y") for row in rows],
        50,
    )
    for got, row in zip(answer[1:], rows, strict=True):
        assert got[0] == row["i"]
        assert_close(got[3], float(row["raw"]), 1e-9)
        assert_close(got[4:7], numbers(row, "shrunk", "lo95", "hi95"), 1e-6)


def test_bids_when_keywords_do_not_differ() -> None:
    """o09e: the likelihood rises without end; all get the rate of the account, 109 / 3079."""
    rows = oracle("o09e_eb_degenerate_guard")
    answer = FUNCTIONS["BID_TABLE"].evaluate(
        [[row["i"]] for row in rows],
        [numbers(row, "clicks") for row in rows],
        [numbers(row, "conversions") for row in rows],
        50,
    )
    won, clicks = (sum(float(row[key]) for row in rows) for key in ("conversions", "clicks"))
    assert all(got[4] == won / clicks for got in answer[1:])


def test_days_against_what_their_cost_should_have_brought() -> None:
    """o13: CPC_ALERT flags day 30 (p .00045) and not day 29 (p .049)."""
    rows = oracle("o13_anomaly_daily")
    given = {row["day"]: row for row in rows}
    complete = [given[day] for day in (str(day) for day in range(1, 31)) if day in given]
    answer = FUNCTIONS["CPC_ALERT"].evaluate(
        [[46000 + float(row["day"])] for row in complete],
        [numbers(row, "cost") for row in complete],
        [numbers(row, "conv") for row in complete],
    )
    flags = {row["day"]: flag for row, (flag,) in zip(complete, answer, strict=True)}
    assert (flags["28"], flags["29"], flags["30"]) == ("", "", "HIGH")


@pytest.mark.parametrize("name", sorted({row["set"] for row in oracle("o17_mix_decomposition")}))
def test_mix_and_efficiency(name: str) -> None:
    rows = [row for row in oracle("o17_mix_decomposition") if row["set"] == name]
    parts = [row for row in rows if row["segment"] != "TOTAL"]
    columns = ("cost0", "conv0", "cost1", "conv1")
    answer = FUNCTIONS["CPC_WHY"].evaluate(
        [[row["segment"]] for row in parts], *([numbers(r, c) for r in parts] for c in columns)
    )
    found = {row[0]: row[1:] for row in answer[1:]}
    for row in rows:
        name_shown = "Total" if row["segment"] == "TOTAL" else row["segment"]
        assert_close(found[name_shown], numbers(row, "mix_effect", "efficiency_effect"), 1e-12)


@pytest.mark.parametrize("row", oracle("o18_cpc_ci_daily"), ids=lambda r: f"{r['set']}-{r['conf']}")
def test_daily_intervals(row: dict[str, str]) -> None:
    days = [r for r in oracle("o18_daily_data") if r["set"] == row["set"]]
    cost, conversions = ([numbers(day, key) for day in days] for key in ("cost", "conversions"))
    answer = FUNCTIONS["CPC_CI_DAILY"].evaluate(cost, conversions, float(row["conf"]))
    expected = [*(limit(row[key]) for key in ("cpc", "low", "high")), float(row["phi_used"])]
    assert_close(answer, [expected], 1e-8)
    assert_close(FUNCTIONS["DISPERSION"].evaluate(cost, conversions), float(row["phi_used"]), 1e-8)
