"""Cost per conversion by key and by period."""

from collections.abc import Hashable, Iterable
from math import fsum
from typing import Annotated, TypeVar

from cpc_functions.arguments import (
    Confidence,
    Conversions,
    Cost,
    Day,
    Key,
)
from cpc_functions.catalogue import Arg, Column, Example, Unit, udf
from cpc_functions.cells import EPOCH, Cell, ErrorCode, attempt, divide
from cpc_functions.poisson import cost_limits
from cpc_functions.texts import say

K = TypeVar("K", bound=Hashable)
Pair = tuple[float, float]

LeastConversions = Annotated[
    float,
    Arg('Keys with fewer conversions are put together as "(other)".', Unit.COUNT, at_least=0),
]
PERIODS = ("day", "week", "month", "quarter", "year")
Period = Annotated[str, Arg("Length of a period.", Unit.TEXT, choices=PERIODS)]
Weekday = Annotated[
    float, Arg("First day of the week: 1 is Monday, 7 Sunday.", Unit.WHOLE, at_least=1, at_most=7)
]

ADS = ([["brand"], ["generic"], ["brand"]], [[100], [600], [200]], [[10], [5], [20]])
BY_KEY = [
    "key",
    "cost",
    "conversions",
    "CPC",
    "low",
    "high",
    "share of cost",
    "share of conversions",
]
BY_PERIOD = ["period start", "cost", "conversions", "CPC", "low", "high"]
DAYS = ([[46037], [46038], [46054]], [[100], [200], [90]], [[4], [6], [3]])
SCIPY = "scipy gamma quantiles; sums by hand"


@udf(
    unit=Unit.MONEY,
    examples=[
        Example(
            ADS,
            [
                BY_KEY,
                ["generic", 600.0, 5.0, 120.0, 51.4202, 369.57, 2 / 3, 1 / 7],
                ["brand", 300.0, 30.0, 10.0, 7.0049, 14.8215, 1 / 3, 6 / 7],
                ["Total", 900.0, 35.0, 900 / 35, 18.4895, 36.918, 1.0, 1.0],
            ],
            SCIPY,
            1e-4,
        ),
        Example(
            (*ADS, 0.9, 10),
            [
                BY_KEY,
                ["brand", 300.0, 30.0, 10.0, 7.3727, 13.8928, 1 / 3, 6 / 7],
                ["(other)", 600.0, 5.0, 120.0, 57.0720, 304.545, 2 / 3, 1 / 7],
                ["Total", 900.0, 35.0, 900 / 35, 19.3948, 34.7898, 1.0, 1.0],
            ],
            SCIPY,
            1e-4,
        ),
        Example(
            ([["a"], [None]], [[5], [5]], [[0], [None]]),
            [
                BY_KEY,
                ["(blank)", 5.0, 0.0, ErrorCode.DIV0, 1.3554, ErrorCode.DIV0, 0.5, ErrorCode.DIV0],
                ["a", 5.0, 0.0, ErrorCode.DIV0, 1.3554, ErrorCode.DIV0, 0.5, ErrorCode.DIV0],
                ["Total", 10.0, 0.0, ErrorCode.DIV0, 2.7109, ErrorCode.DIV0, 1.0, ErrorCode.DIV0],
            ],
            "5 / -ln(0.025)",
            1e-4,
        ),
        Example((ADS[0], ADS[1], [[1], ["n/a"], [2]]), ErrorCode.VALUE),
    ],
)
def cpc_by(
    keys: Column[Key],
    cost: Column[Cost],
    conversions: Column[Conversions],
    confidence: Confidence = 0.95,
    min_conversions: LeastConversions = 0.0,
) -> list[list[Cell]]:
    """Return a table by key: cost, conversions, cost per conversion, interval and shares.

    Sorted by cost, the largest first, ties by name; then "(other)" and the total. Cost and
    conversions add up to the total, whose cost per conversion is the ratio of those sums.

    Errors: #DIV/0! in the cells of a key without conversions, and only there; #VALUE! for ranges
    of different sizes or text among the numbers; #NUM! for a negative cost or count.

    When not to trust it: picking the best of many keys flatters it; look at the intervals. A
    total row among the rows is counted as one more key; CPC_CHECK finds it.

    Source: Garwood 1936 for the interval.
    """
    sums = _sums((key.strip() or say("(blank)") for key in keys), cost, conversions)
    total = fsum(cost), fsum(conversions)
    kept = {key: pair for key, pair in sums.items() if pair[1] >= min_conversions}
    ranked = sorted(kept.items(), key=lambda item: (-item[1][0], item[0]))
    if len(kept) < len(sums):
        few = [pair for key, pair in sums.items() if key not in kept]
        ranked.append((say("(other)"), (fsum(c for c, _ in few), fsum(x for _, x in few))))
    return [
        list(BY_KEY),
        *(
            [
                key,
                *_figures(pair, confidence),
                attempt(divide, pair[0], total[0], "costs"),
                attempt(divide, pair[1], total[1], "conversions"),
            ]
            for key, pair in (*ranked, (say("Total"), total))
        ),
    ]


@udf(
    unit=Unit.MONEY,
    examples=[
        Example(
            DAYS,
            [
                BY_PERIOD,
                [46023.0, 300.0, 10.0, 30.0, 16.3129, 62.5597],
                [46054.0, 90.0, 3.0, 30.0, 10.2656, 145.474],
            ],
            SCIPY,
            1e-4,
        ),
        Example(
            (*DAYS, "week", 7),
            [
                BY_PERIOD,
                [46033.0, 300.0, 10.0, 30.0, 16.3129, 62.5597],
                [46054.0, 90.0, 3.0, 30.0, 10.2656, 145.474],
            ],
            "scipy; 11 January and 1 February 2026 are Sundays",
            1e-4,
        ),
        Example(
            ([[46037]], [[100]], [[None]], "year"),
            [
                BY_PERIOD,
                [46023.0, 100.0, 0.0, ErrorCode.DIV0, 27.1085, ErrorCode.DIV0],
            ],
            "100 / -ln(0.025)",
            1e-4,
        ),
        Example(([["soon"], [46038]], [[100], [50]], [[4], [2]]), ErrorCode.VALUE),
        Example((*DAYS, "fortnight"), ErrorCode.VALUE),
    ],
)
def cpc_by_period(
    dates: Column[Day],
    cost: Column[Cost],
    conversions: Column[Conversions],
    period: Period = "month",
    first_weekday: Weekday = 1.0,
) -> list[list[Cell]]:
    """Return a table by day, week, month, quarter or year, with 95 % intervals.

    Periods without rows do not appear. Weeks begin on Monday as in ISO 8601 unless another first
    weekday is given. The period start is a date: format the column as one.

    Errors: #VALUE! for a date that is text, an unknown period or ranges of different sizes;
    #DIV/0! in the cells of a period without conversions; #NUM! for a negative cost or count, or
    a date before March 1900, where spreadsheet programs disagree on the calendar.

    When not to trust it: the newest days, as long as late conversions still come in.

    Source: ISO 8601; Garwood 1936 for the interval.
    """
    starts = {day: float(_period_start(int(day), period, int(first_weekday))) for day in set(dates)}
    sums = _sums((starts[day] for day in dates), cost, conversions)
    return [
        list(BY_PERIOD),
        *([start, *_figures(pair, 0.95)] for start, pair in sorted(sums.items())),
    ]


def _sums(keys: Iterable[K], cost: list[float], conversions: list[float]) -> dict[K, Pair]:
    """Return the sums of cost and conversions for each key."""
    groups: dict[K, tuple[list[float], list[float]]] = {}
    for key, spent, count in zip(keys, cost, conversions, strict=True):
        group = groups.get(key)
        if group is None:
            group = groups[key] = ([], [])
        group[0].append(spent)
        group[1].append(count)
    return {key: (fsum(money), fsum(counts)) for key, (money, counts) in groups.items()}


def _figures(pair: Pair, confidence: float) -> list[Cell]:
    cost, conversions = pair
    figure = attempt(divide, cost, conversions, "conversions")
    return [cost, conversions, figure, *cost_limits(cost, conversions, confidence)]


def _period_start(day: int, period: str, first_weekday: int) -> int:
    """Return the serial number of the first day of the period that a day lies in."""
    from datetime import date

    if period == "day":
        return day
    if period == "week":
        # Serial number 2 was a Monday, by the calendar that holds from March 1900 on.
        return day - (day - 1 - first_weekday) % 7
    months = {"month": 1, "quarter": 3, "year": 12}[period]
    start = date.fromordinal(day + EPOCH)
    month = start.month - (start.month - 1) % months
    return date(start.year, month, 1).toordinal() - EPOCH
