"""The narrow waist: the same sums to the last digit on every engine, and as plain Python adds."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from addin.choices import Engine
from addin.engines import from_memory
from addin.summary import AMOUNTS, COUNTS, KEYS, MICRO, Sums, added, summarise

ENGINES = (Engine.DUCKDB, Engine.POLARS, Engine.PANDAS)
NUMBERS = (*AMOUNTS, "quality")
Row = Mapping[str, str | int | None]

DAYS = ("2026-01-31", "2026-02-01", "2026-02-28")
AMOUNT = st.none() | st.sampled_from(
    (0, 1, -1, 333_333, 1_500_000, -2_500_000, 10**12 * MICRO, -(10**12) * MICRO)
)
COUNT = st.none() | st.integers(0, 10**9).map(lambda count: count * MICRO)
ROW = st.fixed_dictionaries(
    {
        "day": st.sampled_from(DAYS),
        "account": st.sampled_from(("", "A", " A ", "--", "B")),
        "campaign": st.sampled_from(("", "Brand", "brand", "Kjøp, 測試", "-", "nan", "None")),
        "event": st.sampled_from(("", "sale")),
        **dict.fromkeys(("cost", "conversions", "value"), AMOUNT),
        **dict.fromkeys(("impressions", "clicks", "sessions"), COUNT),
        "quality": st.none() | st.integers(1, 10).map(lambda score: score * MICRO),
    }
)


def summed(
    rows: Sequence[Row], engine: Engine, keys: Sequence[str] = KEYS, *, months: bool = False
) -> list[Sums]:
    texts = {key: [str(row[key]) for row in rows] for key in KEYS if key in rows[0]}
    numbers = {
        name: [None if row[name] is None else int(row[name] or 0) for row in rows]
        for name in NUMBERS
        if name in rows[0]
    }
    fixed = {"platform": "Meta", "currency": "NOK"}
    return summarise(from_memory(engine, texts, numbers), keys, fixed, months=months)[0]


def by_hand(rows: Sequence[Row], keys: Sequence[str], *, months: bool = False) -> list[Sums]:
    """Return the sums as plain Python makes them, row by row."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        named = {**row, "end": row["day"], "platform": "Meta", "currency": "NOK"}
        names = {key: str(named.get(key, "")).strip() if key in keys else "" for key in KEYS}
        for key in ("day", "end"):
            names[key] = names[key][:7] if months else names[key]
        clean = tuple("" if name in {"-", "--"} else name for name in names.values())
        groups.setdefault(clean, []).append(row)
    return sorted(
        Sums._make([*key, *amounts(group), *counts(group)]) for key, group in groups.items()
    )


def amounts(group: Sequence[Row]) -> list[int | None]:
    known = [[int(row[name] or 0) for row in group if row[name] is not None] for name in AMOUNTS]
    return [sum(values) if values else None for values in known]


def counts(group: Sequence[Row]) -> list[int]:
    found = dict.fromkeys(COUNTS, 0)
    for row in group:
        cost, won, clicks = row["cost"], row["conversions"], row["clicks"]
        shown, score = row["impressions"], row["quality"]
        found["rows"] += 1
        if shown is not None and score is not None:
            found["rated"] += int(shown) // MICRO
            found["quality"] += int(score) // 1_000 * (int(shown) // MICRO)
        if cost is not None and int(cost) > 0 and won is None:
            found["unconverted"] += 1
            found["unconverted_cost"] += int(cost)
        if won is not None and int(won) > 0 and not (cost is not None and int(cost) > 0):
            found["unpaid"] += 1
            found["unpaid_conversions"] += int(won)
        if won is not None and clicks is not None and int(won) > int(clicks):
            found["over"] += 1
    return list(found.values())


@pytest.mark.parametrize("engine", ENGINES)
@given(rows=st.lists(ROW, min_size=1, max_size=8))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_engine_adds_as_plain_python_does(engine: Engine, rows: list[Row]) -> None:
    finest = summed(rows, engine)
    assert finest == by_hand(rows, KEYS)
    fewer = ("day", "end", "campaign", "currency")
    assert summed(rows, engine, fewer) == by_hand(rows, fewer) == added(finest, fewer)
    by_month = summed(rows, engine, fewer, months=True)
    assert by_month == by_hand(rows, fewer, months=True) == added(finest, fewer, months=True)


def row(day: str = "2026-01-31", **figures: int | None) -> Row:
    return {"day": day, "campaign": "Brand", **dict.fromkeys(NUMBERS), **figures}


@pytest.mark.parametrize("engine", ENGINES)
class TestFixedRows:
    def test_no_figure_is_none_and_a_zero_is_a_zero(self, engine: Engine) -> None:
        (sums,) = summed([row(), row(cost=0)], engine)
        assert (sums.cost, sums.conversions, sums.clicks, sums.rows) == (0, None, None, 2)

    def test_amounts_near_the_largest_keep_every_digit(self, engine: Engine) -> None:
        """A float of 64 bits would lose the last digits: 2**53 is about 9.007e15."""
        amount = 10**12 * MICRO + 1
        (sums,) = summed([row(cost=amount) for _ in range(8)], engine)
        assert sums.cost == 8 * 10**18 + 8

    def test_negative_amounts_are_taken_off(self, engine: Engine) -> None:
        (sums,) = summed([row(cost=5_000_000), row(cost=-7_500_001)], engine)
        assert sums.cost == -2_500_001

    def test_fractions_of_conversions_are_not_rounded(self, engine: Engine) -> None:
        """A third in millionths, from a model that shares a conversion between three clicks."""
        (sums,) = summed([row(conversions=333_333) for _ in range(3)], engine)
        assert sums.conversions == 999_999

    def test_sums_do_not_depend_on_the_order_of_rows(self, engine: Engine) -> None:
        rows = [row(cost=number * 37, value=-number) for number in range(1_000)]
        assert summed(rows, engine) == summed(rows[::-1], engine)

    def test_quality_is_weighted_by_impressions(self, engine: Engine) -> None:
        rows = [
            row(quality=8 * MICRO, impressions=300 * MICRO),
            row(quality=3 * MICRO, impressions=100 * MICRO),
            row(impressions=5_000 * MICRO),
        ]
        (sums,) = summed(rows, engine)
        assert (sums.rated, sums.quality) == (400, 2_700 * 1_000)

    def test_months_are_cut_from_days(self, engine: Engine) -> None:
        rows = [row("2026-01-31", cost=1), row("2026-02-01", cost=2), row("2026-02-28", cost=4)]
        months = summed(rows, engine, ("day", "end"), months=True)
        assert [(sums.day, sums.end, sums.cost) for sums in months] == [
            ("2026-01", "2026-01", 1),
            ("2026-02", "2026-02", 6),
        ]

    def test_names_that_differ_in_spaces_are_one(self, engine: Engine) -> None:
        rows = [{**row(cost=1), "campaign": name} for name in ("Brand", " Brand", "--", "")]
        found = summed(rows, engine)
        assert [(sums.campaign, sums.cost) for sums in found] == [("", 2), ("Brand", 2)]

    def test_without_keys_there_is_one_sum(self, engine: Engine) -> None:
        (sums,) = summed([row(cost=1), row("2026-02-01", cost=2)], engine, ())
        assert (sums.day, sums.campaign, sums.cost, sums.rows) == ("", "", 3, 2)

    def test_fixed_keys_stand_in_every_sum(self, engine: Engine) -> None:
        (sums,) = summed([row(cost=1)], engine)
        assert (sums.platform, sums.currency, sums.end) == ("Meta", "NOK", "2026-01-31")

    def test_more_columns_are_summed_over_all_rows(self, engine: Engine) -> None:
        held = from_memory(engine, {"day": ["a", "b", "c"]}, {"cost": [1, None, 3], "x": [5, 6, 7]})
        assert summarise(held, ("day",), {}, months=False, also=("x",))[1] == [18]
