"""What spend curves promise: published fits to 1e-6, and #N/A where the data tell no curve.

Where the expected numbers come from:

* ``oracles/o10a``: NIST StRD Misra1d (certified) and R's Puromycin (``nls``) for the saturation
  curve. Misra1a is another curve, and DanWood has b = 3.86: only a reason to answer #N/A here;
* ``oracles/o10b``: R ``glm`` and ``nls`` on 12 periods. Its rows for least-squares power and Hill
  are curves that the product does not offer;
* scipy's ``least_squares`` and minimised Poisson deviance on data with noise;
* curves evaluated by hand.
"""

import math
import random

import pytest
from scipy import optimize

from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.curves import CURVES, Logarithm, Power, Saturation, fit
from cpc_functions.spend import budget_needed, marginal_cpc, marginal_step, spend_curve
from tests.oracle_tables import oracle


def numbers(name: str, column: str) -> list[float]:
    """Return a column of an oracle table."""
    return [float(row[column]) for row in oracle(name)]


def cells(values: list[float]) -> list[list[float]]:
    """Return values as the cells of a column."""
    return [[value] for value in values]


def code_of(answer: object) -> ErrorCode:
    """Return the error code that a cell shows."""
    assert isinstance(answer, CellError), answer
    assert answer.why
    return answer.code


def certified(start: str, param: str) -> float:
    """Return a parameter of the set whose name starts so, as published or else as R gives it."""
    row = next(
        row
        for row in oracle("o10a_curve_fit_certified")
        if row["set"].startswith(start) and row["param"] == param
    )
    try:
        return float(row["published"])
    except ValueError:
        return float(row["value_R"])


EXAMPLE = "o10b_response_curves_example_data"
PERIODS = numbers(EXAMPLE, "spend")
CONVERSIONS = numbers(EXAMPLE, "conversions")
OFFERED = {"power, Poisson": "power", "log ": "log", "saturation ": "saturation"}
SPENDS = [100.0, 220.0, 350.0, 500.0, 800.0, 1300.0, 1300.0, 2100.0]
EXACT: dict[str, Power | Logarithm | Saturation] = {
    "power": Power(1.9, 0.42),
    "log": Logarithm(50.55, 993.8),
    "saturation": Saturation(158.7, 3675.2),
}


@pytest.mark.parametrize(("start", "curve"), OFFERED.items())
def test_published_example(start: str, curve: str) -> None:
    row = next(
        row for row in oracle("o10b_response_curves_example") if row["curve"].startswith(start)
    )
    fitted = fit(curve, PERIODS, CONVERSIONS)
    assert fitted == pytest.approx((float(row["p1"]), float(row["p2"])), rel=1e-7)
    at = float(row["spend_at"])
    expected = float(row["predicted_conversions"])
    assert fitted.conversions(at) == pytest.approx(expected, rel=1e-7)
    answer = marginal_cpc.evaluate(cells(PERIODS), cells(CONVERSIONS), at, curve)
    assert answer == pytest.approx(float(row["marginal_cpc"]), rel=1e-7)


def test_nist_misra_1d() -> None:
    data = "o10a_misra1_data"
    fitted = fit("saturation", numbers(data, "x"), numbers(data, "y"))
    assert isinstance(fitted, Saturation)
    assert fitted.m == pytest.approx(certified("NIST Misra1d", "b1"), rel=1e-9)
    assert 1 / fitted.k == pytest.approx(certified("NIST Misra1d", "b2"), rel=1e-9)


def test_puromycin() -> None:
    data = "o10a_puromycin_data"
    fitted = fit("saturation", numbers(data, "conc"), numbers(data, "rate"))
    assert isinstance(fitted, Saturation)
    row = {
        r["param"]: float(r["value_R"])
        for r in oracle("o10a_curve_fit_certified")
        if r["set"].startswith("R Puromycin")
    }
    assert fitted == pytest.approx((row["Vm"], row["K"]), rel=1e-6)


@pytest.mark.parametrize("curve", CURVES)
@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e9])
def test_exact_data_give_the_curve_back_in_any_currency(curve: str, scale: float) -> None:
    true = EXACT[curve]
    counts = [true.conversions(x) for x in SPENDS]
    fitted = fit(curve, [scale * x for x in SPENDS], counts)
    for x in SPENDS:
        assert fitted.conversions(scale * x) == pytest.approx(true.conversions(x), rel=1e-9)
        assert fitted.marginal_cpc(scale * x) == pytest.approx(
            scale * true.marginal_cpc(x), rel=1e-8
        )


@pytest.mark.parametrize("seed", range(5))
def test_power_is_the_maximum_likelihood_of_scipy(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - data, no secret
    spends = [draw.uniform(50, 900) for _ in range(40)]
    counts = [0.5 * x**0.7 * draw.uniform(0.5, 1.5) for x in spends]

    def deviance(parameters: tuple[float, float]) -> float:
        log_a, b = parameters
        means = [log_a + b * math.log(x / 300) for x in spends]
        return math.fsum(math.exp(m) - y * m for m, y in zip(means, counts, strict=True))

    found = optimize.minimize(deviance, (3.0, 0.5), tol=1e-12)
    fitted = fit("power", spends, counts)
    assert isinstance(fitted, Power)
    assert fitted.b == pytest.approx(found.x[1], rel=1e-5)
    assert fitted.a * 300**fitted.b == pytest.approx(math.exp(found.x[0]), rel=1e-5)


@pytest.mark.parametrize("curve", ["log", "saturation"])
@pytest.mark.parametrize("seed", range(5))
def test_least_squares_finds_what_scipy_finds_from_the_truth(curve: str, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - data, no secret
    spends = [draw.uniform(200, 9000) for _ in range(40)]
    make = type(EXACT[curve])
    counts = [EXACT[curve].conversions(x) * draw.uniform(0.9, 1.1) for x in spends]
    found = optimize.least_squares(
        lambda p: [make(*p).conversions(x) - y for x, y in zip(spends, counts, strict=True)],
        list(EXACT[curve]),
        xtol=1e-15,
        ftol=1e-15,
        gtol=1e-15,
        x_scale=list(EXACT[curve]),
    )
    assert fit(curve, spends, counts) == pytest.approx(tuple(found.x), rel=1e-5)


@pytest.mark.parametrize("curve", CURVES)
def test_the_spend_for_a_marginal_cpc_is_its_inverse(curve: str) -> None:
    for x in SPENDS:
        dear = EXACT[curve].marginal_cpc(x)
        assert EXACT[curve].spend_at(dear) == pytest.approx(x, rel=1e-12)
    assert EXACT[curve].spend_at(0.0) == 0


def test_a_straight_line_spends_all_or_nothing() -> None:
    line = Power(0.04, 1.0)
    assert line.spend_at(24.9) == 0
    assert line.spend_at(25.1) == math.inf


@pytest.mark.parametrize("curve", CURVES)
def test_a_period_without_spend_changes_nothing(curve: str) -> None:
    with_zero = fit(curve, [0.0, *PERIODS], [3.0, *CONVERSIONS])
    assert with_zero == fit(curve, PERIODS, CONVERSIONS)


SIX = [100.0, 200.0, 300.0, 400.0, 500.0, 600.0]


@pytest.mark.parametrize("curve", CURVES)
@pytest.mark.parametrize(
    ("spends", "counts"),
    [
        pytest.param([1.0, 2.0, 3.0, 4.0, 5.0, 5.0, 5.0], [9.0] * 7, id="five spends"),
        pytest.param([0.0, 1.0, 2.0, 3.0, 4.0, 5.0], [1.0] * 6, id="five spends above 0"),
        pytest.param(
            [100.0, 110.0, 120.0, 130.0, 140.0, 149.9],
            [10.0, 11.0, 11.5, 12.0, 12.4, 12.7],
            id="narrow",
        ),
        pytest.param(SIX, [0.0] * 6, id="no conversions"),
        pytest.param(SIX, [50.0] * 6, id="flat"),
        pytest.param(SIX, [6.0, 5.0, 4.0, 3.0, 2.0, 1.0], id="falling"),
        pytest.param(SIX, [(x / 100) ** 1.3 for x in SIX], id="rising ever faster"),
        pytest.param(SIX, [0.0, 0.0, 0.0, 0.0, 0.0, 7.0], id="only at the top"),
    ],
)
def test_not_available(curve: str, spends: list[float], counts: list[float]) -> None:
    at = spends[-1]
    answer = marginal_cpc.evaluate(cells(spends), cells(counts), at, curve)
    assert code_of(answer) is ErrorCode.NA
    assert code_of(spend_curve.evaluate(cells(spends), cells(counts), curve)) is ErrorCode.NA


def test_danwood_rises_too_fast_and_is_too_narrow() -> None:
    data = "o10a_danwood_data"
    answer = marginal_cpc.evaluate(cells(numbers(data, "x")), cells(numbers(data, "y")), 1.5)
    assert code_of(answer) is ErrorCode.NA


def test_the_guards_let_their_own_limits_pass() -> None:
    spends = [100.0, 110.0, 120.0, 130.0, 140.0, 150.0]
    counts = [math.sqrt(x) for x in spends]
    answer = marginal_cpc.evaluate(cells(spends), cells(counts), 225)
    assert answer == pytest.approx(30, rel=1e-8)
    beyond = marginal_cpc.evaluate(cells(spends), cells(counts), 225.01)
    assert code_of(beyond) is ErrorCode.NA


def test_a_straight_line_is_a_power_but_levels_off_in_no_curve() -> None:
    counts = [x / 25 for x in SIX]
    assert marginal_cpc.evaluate(cells(SIX), cells(counts), 300) == pytest.approx(25, rel=1e-8)
    for curve in ("log", "saturation"):
        answer = marginal_cpc.evaluate(cells(SIX), cells(counts), 300, curve)
        assert code_of(answer) is ErrorCode.NA


def test_other_errors() -> None:
    spends, counts = cells(PERIODS), cells(CONVERSIONS)
    assert code_of(marginal_cpc.evaluate(spends, counts, 0)) is ErrorCode.NUM
    assert code_of(marginal_cpc.evaluate(spends, counts, 3000, "hill")) is ErrorCode.VALUE
    assert code_of(marginal_cpc.evaluate(spends, counts[1:], 3000)) is ErrorCode.VALUE
    assert code_of(spend_curve.evaluate(spends, counts, "log", 1)) is ErrorCode.NUM
    assert code_of(spend_curve.evaluate(spends, counts, "log", 2.5)) is ErrorCode.NUM
    negative = [[-1.0], *counts[1:]]
    assert code_of(marginal_cpc.evaluate(spends, negative, 3000)) is ErrorCode.NUM


@pytest.mark.parametrize("curve", CURVES)
def test_each_row_is_the_curve(curve: str) -> None:
    header, *rows = spend_curve.evaluate(cells(PERIODS), cells(CONVERSIONS), curve, 8)
    assert header == ["spend", "expected conversions", "average CPC", "marginal CPC"]
    assert [row[0] for row in rows] == [500 + 1000 * at for at in range(8)]
    fitted = fit(curve, PERIODS, CONVERSIONS)
    for spend, expected, average, marginal in rows:
        assert expected == fitted.conversions(spend)
        assert average == spend / expected
        assert marginal == marginal_cpc.evaluate(cells(PERIODS), cells(CONVERSIONS), spend, curve)
        assert marginal > average


def test_twenty_rows_and_the_power_curve_when_left_out() -> None:
    answer = spend_curve.evaluate(cells(PERIODS), cells(CONVERSIONS))
    assert len(answer) == 1 + 20
    assert answer == spend_curve.evaluate(cells(PERIODS), cells(CONVERSIONS), "power", 20)


def test_it_starts_at_the_smallest_spend_above_zero() -> None:
    answer = spend_curve.evaluate(cells([0.0, *PERIODS]), cells([0.0, *CONVERSIONS]))
    assert answer == spend_curve.evaluate(cells(PERIODS), cells(CONVERSIONS))


def test_budget_needed() -> None:
    assert budget_needed.evaluate(40, 75) == 3000
    assert budget_needed.evaluate(None, 75) == 0
    assert code_of(budget_needed.evaluate(-1, 75)) is ErrorCode.NUM
    assert code_of(budget_needed.evaluate("forty", 75)) is ErrorCode.VALUE


def test_marginal_step() -> None:
    assert marginal_step.evaluate(1000, 20, 1500, 26) == pytest.approx(500 / 6, rel=1e-15)
    assert code_of(marginal_step.evaluate(1000, 20, 1500, 20)) is ErrorCode.DIV0
    assert code_of(marginal_step.evaluate(1000, 20, 1500, 19)) is ErrorCode.NUM


def test_a_step_that_saved_money_has_a_negative_cost() -> None:
    assert marginal_step.evaluate(1000, 20, 900, 25) == -20


def test_marginal_step_row_by_row() -> None:
    answer = marginal_step.evaluate(
        [[0], [100], [200]], [[0], [5], [5]], [[100], [200], [300]], [[5], [5], [4]]
    )
    assert answer[0] == [20]
    assert code_of(answer[1][0]) is ErrorCode.DIV0
    assert code_of(answer[2][0]) is ErrorCode.NUM
