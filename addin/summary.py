"""The narrow waist: filter, key, group and sum, on whichever engine holds the rows.

Money and counts are whole millionths, so that every engine gives the same sums to the last
digit. Ratios, shares and intervals are made of the small result, by `cpc_functions`.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, cast

import narwhals as nw

from addin.engines import Frame, rows_of
from addin.exports.missing import is_missing

MICRO = 1_000_000
DATED = ("day", "end")
NAMES = ("channel", "campaign", "ad_group", "keyword", "ad")
KEYS = ("day", "end", "account", "platform", *NAMES, "event", "currency")
AMOUNTS = ("cost", "impressions", "clicks", "sessions", "conversions", "value")
MONTH = len("2026-01")


class Sums(NamedTuple):
    """The sums of the rows with the same keys: "" for a key that was not asked for.

    `day` and `end` are days as 2026-01-31, or months as 2026-01. Amounts are in millionths, None
    where no row has a figure. `rated` is the whole impressions of rows with a quality score, and
    `quality` the thousandths of their scores times those impressions. The last five tell of rows
    with half a pair: `unconverted` have cost and no figure of conversions, `unpaid` conversions
    and no cost, `over` more conversions than clicks.
    """

    day: str
    end: str
    account: str
    platform: str
    channel: str
    campaign: str
    ad_group: str
    keyword: str
    ad: str
    event: str
    currency: str
    cost: int | None
    impressions: int | None
    clicks: int | None
    sessions: int | None
    conversions: int | None
    value: int | None
    quality: int
    rated: int
    rows: int
    unconverted: int
    unconverted_cost: int
    unpaid: int
    unpaid_conversions: int
    over: int


COUNTS = Sums._fields[len(KEYS) + len(AMOUNTS) :]


def summarise(
    rows: Frame,
    keys: Sequence[str],
    fixed: Mapping[str, str],
    *,
    months: bool,
    also: Sequence[str] = (),
) -> tuple[list[Sums], list[int]]:
    """Return the sums of ledger rows by some of the keys, in order of key, and further sums.

    `rows` has the keys and amounts that its source has; `fixed` are keys that are the same in
    every row. Without an `end`, a row is of one day. Days are cut to months if asked. `also`
    names more columns, of which the sum over all rows is returned.
    """
    have = rows.collect_schema().names()
    asked = [key for key in KEYS if key in keys and key in have]
    cut = [nw.col(key).str.slice(0, MONTH).alias(key) for key in DATED if key in asked]
    parts, sums = _parts(rows.with_columns(*cut) if months and cut else rows, have)
    names = [*sums, *also]
    aggregates = [nw.col(name).sum() for name in names]
    if asked:
        found = rows_of(parts.group_by(*asked).agg(*aggregates).select(*asked, *names))
    else:
        found = rows_of(parts.select(*aggregates))
    answer = _sums(asked, sums, found, fixed, keys, months=months)
    if len({key_of(part) for part in answer}) < len(answer):
        answer = added(answer, keys)
    end = len(asked) + len(sums)
    return sorted(answer), [
        sum(int(row[end + at] or 0) for row in found) for at in range(len(also))
    ]


def _parts(rows: Frame, have: Sequence[str]) -> tuple[Frame, list[str]]:
    """Return rows with what is to be summed, and its names: only what the source can have."""
    amounts = [name for name in AMOUNTS if name in have]
    columns = [_one(~nw.col(name).is_null(), f"{name}_known") for name in amounts]
    columns.append(nw.lit(1).cast(nw.Int64).alias("rows"))
    cost, conversions, clicks = nw.col("cost"), nw.col("conversions"), nw.col("clicks")
    spent, won = (cost > 0).fill_null(value=False), (conversions > 0).fill_null(value=False)
    if {"cost", "conversions"} <= set(have):
        half, free = spent & conversions.is_null(), won & ~spent
        columns += [
            *(_one(half, "unconverted"), _one(free, "unpaid")),
            nw.when(half).then(cost).otherwise(0).alias("unconverted_cost"),
            nw.when(free).then(conversions).otherwise(0).alias("unpaid_conversions"),
        ]
    if {"clicks", "conversions"} <= set(have):
        columns.append(_one((conversions > clicks).fill_null(value=False), "over"))
    if {"quality", "impressions"} <= set(have):
        rated = ~nw.col("quality").is_null() & ~nw.col("impressions").is_null()
        shown = nw.col("impressions") // MICRO  # a millionth times a millionth overflows
        points = nw.col("quality") // 1_000 * shown  # and in millionths even these do
        columns += [
            nw.when(rated).then(points).otherwise(0).alias("quality"),
            nw.when(rated).then(shown).otherwise(0).alias("rated"),
        ]
    parts = rows.with_columns(*columns)
    made = parts.collect_schema().names()
    counts = [name for name in COUNTS if name in made and ("rated" in made or name != "quality")]
    return parts, [*amounts, *(f"{name}_known" for name in amounts), *counts]


def key_of(part: Sums) -> tuple[str, ...]:
    """Return the keys of sums."""
    return cast("tuple[str, ...]", part[: len(KEYS)])


def first_day(part: Sums) -> date:
    """Return the first day of sums of a day or of a month."""
    return date.fromisoformat(part.day if len(part.day) > MONTH else f"{part.day}-01")


def added(parts: Iterable[Sums], keys: Sequence[str], *, months: bool = False) -> list[Sums]:
    """Return the sums of sums by fewer keys; what `summarise` does, on the small result."""
    groups: dict[tuple[str, ...], list[Sums]] = {}
    for part in parts:
        whole = tuple(
            (value[:MONTH] if months and key in DATED else value) if key in keys else ""
            for key, value in zip(KEYS, key_of(part), strict=True)
        )
        groups.setdefault(whole, []).append(part)
    return sorted(Sums._make([*key, *_totals(group)]) for key, group in groups.items())


def _totals(group: Sequence[Sums]) -> Iterable[int | None]:
    columns = list(zip(*group, strict=True))
    for column in columns[len(KEYS) : -len(COUNTS)]:
        known = [value for value in column if value is not None]
        yield sum(known) if known else None
    yield from map(sum, columns[-len(COUNTS) :])


def _one(condition: nw.Expr, name: str) -> nw.Expr:
    return condition.cast(nw.Int64).alias(name)


def _sums(
    asked: Sequence[str],
    sums: Sequence[str],
    rows: Sequence[Sequence[Any]],
    fixed: Mapping[str, str],
    keys: Sequence[str],
    *,
    months: bool,
) -> list[Sums]:
    """Return rows of the engine as sums, column by column; a key that is missing is ""."""
    if not rows:
        return []
    columns = dict(zip([*asked, *sums], zip(*rows, strict=True), strict=False))
    blank, none, zero = [""] * len(rows), [None] * len(rows), [0] * len(rows)
    named: dict[str, Sequence[str]] = {}
    for key in KEYS:
        if key in asked:
            clean = {cell: _name(cell) for cell in set(columns[key])}
            named[key] = [clean[cell] for cell in columns[key]]
        elif key in keys and key in fixed:
            cut = MONTH if months and key in DATED else None
            named[key] = [fixed[key][:cut]] * len(rows)
        else:
            named[key] = named["day"] if key == "end" and key in keys else blank
    amounts = (
        [int(value) if count else None for value, count in _known(columns, name)]
        if name in columns
        else none
        for name in AMOUNTS
    )
    counts = (map(int, columns[name]) if name in columns else zero for name in COUNTS)
    return [*map(Sums._make, zip(*named.values(), *amounts, *counts, strict=True))]


def _known(columns: Mapping[str, Sequence[Any]], name: str) -> Iterable[tuple[Any, Any]]:
    return zip(columns[name], columns[f"{name}_known"], strict=True)


def _name(cell: str | None) -> str:
    return "" if is_missing(cell) else str(cell).strip()
