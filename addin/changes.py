"""What changed from one period to the next and why, and which days stand out."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import fsum

from cpc_functions import cpc_alert, cpc_change
from cpc_functions.cells import EPOCH, Cell, CellError
from workbook_templates.report.tables import Alert, Change, DayRow, Part, Span

LEAST_DAYS = 14  # fewer cannot be halved into two periods worth comparing
WINDOW = 28
QUARTER = 92
YOUNG = 7  # days in which most of the late conversions come in
THREE_SIGMA = 0.0027
MOST_ALERTS = 30


def change(days: Sequence[DayRow], span: Span) -> Change | None:
    """Return what changed between the last two whole months, else between two halves of the days.

    None where the days are too few, or a period has no cost or no conversions.
    """
    periods = _months(days, span) or _halves(days, span)
    if not periods:
        return None
    before, after = periods
    sums = {
        name: (*_sums(days, name, before), *_sums(days, name, after))
        for name in sorted({row.channel for row in days})
    }
    sums = {name: figures for name, figures in sums.items() if any(figures)}
    if not sums:
        return None
    cost0, won0, cost1, won1 = map(fsum, zip(*sums.values(), strict=True))
    if min(cost0, won0, cost1, won1) <= 0 or min(map(min, sums.values())) < 0:
        return None
    told = effects(sums)
    ratio, low, high, p = cpc_change(cost0, won0, cost1, won1)
    parts = [Part(name, *figures, *told[name]) for name, figures in sums.items()]
    return Change(
        before,
        after,
        sorted(parts, key=lambda part: -abs(part.mix + part.efficiency)),
        ratio=_number(ratio),
        low=_number(low),
        high=_number(high),
        p=_number(p) or 0.0,
    )


def effects(
    sums: Mapping[str, tuple[float, float, float, float]],
) -> dict[str, tuple[float, float]]:
    """Return mix and efficiency of each channel; the sum over all is exactly the change.

    `sums` are cost and conversions before, then after; both periods need conversions. A share of
    the conversions is weighed by what the channel costs above or below the average of the two
    totals: a cheap channel that loses share makes the whole dearer. A channel with conversions in
    one period only is new or gone, and all mix; one without any is all efficiency.
    """
    cost0, won0, cost1, won1 = map(fsum, zip(*sums.values(), strict=True))
    average = (cost0 / won0 + cost1 / won1) / 2
    found = {}
    for name, (spent0, got0, spent1, got1) in sums.items():
        share0, share1 = got0 / won0, got1 / won1
        if got0 and got1:
            before, after = spent0 / got0, spent1 / got1
            mix = (share1 - share0) * ((before + after) / 2 - average)
            found[name] = mix, (after - before) * (share0 + share1) / 2
        else:
            whole = spent1 / won1 - spent0 / won0 - (share1 - share0) * average
            found[name] = (whole, 0.0) if got0 or got1 else (0.0, whole)
    return found


def alerts(days: Sequence[DayRow], today: date) -> list[Alert]:
    """Return the days of the last quarter that stand out, of all paid traffic and by channel.

    The newest comes first; those of the week before today are young. The chance of a false alarm
    on a day is shared by all of them.
    """
    newest = max((row.day for row in days), default=date.min)
    days = [row for row in days if (newest - row.day).days < QUARTER + WINDOW]
    channels = sorted({row.channel for row in days})
    asked = ["", *channels] if len(channels) > 1 else [""]
    found: list[Alert] = []
    for channel in asked:
        found += _alerts(days, channel, THREE_SIGMA / len(asked))
    found = [each._replace(young=(today - each.day).days <= YOUNG) for each in found]
    return sorted(found, key=lambda alert: (-alert.day.toordinal(), alert.channel))[:MOST_ALERTS]


def _alerts(days: Sequence[DayRow], channel: str, alpha: float) -> list[Alert]:
    rows: dict[date, list[DayRow]] = {}
    for row in days:
        if channel in {"", row.channel}:
            rows.setdefault(row.day, []).append(row)
    sums = {
        day: (fsum(row.cost for row in of_day), fsum(row.conversions for row in of_day))
        for day, of_day in rows.items()
    }
    order = sorted(sums)
    if not order or any(min(pair) < 0 for pair in sums.values()):
        return []
    told = cpc_alert(
        [day.toordinal() - EPOCH for day in order],
        [sums[day][0] for day in order],
        [sums[day][1] for day in order],
        WINDOW,
        alpha,
    )
    found = []
    for at, (day, word) in enumerate(zip(order, told, strict=True)):
        if isinstance(word, CellError) or not word:
            continue
        history = [sums[each] for each in order[max(0, at - WINDOW) : at]]
        rate = fsum(won for _, won in history) / fsum(cost for cost, _ in history)
        cost, won = sums[day]
        found.append(Alert(day, channel, cost, won, cost * rate, dear=won < cost * rate))
    return found


def _number(cell: Cell) -> float | None:
    """Return the number in a cell of an answer; None for an error."""
    return cell if isinstance(cell, float) else None


def _sums(days: Sequence[DayRow], channel: str, span: Span) -> tuple[float, float]:
    inside = [row for row in days if row.channel == channel and span.first <= row.day <= span.last]
    return fsum(row.cost for row in inside), fsum(row.conversions for row in inside)


def _months(days: Sequence[DayRow], span: Span) -> tuple[Span, Span] | None:
    """Return the last two months in a row that the report covers whole and that have cost."""
    months = sorted({row.day.replace(day=1) for row in days})
    whole = [
        Span(first, last)
        for first in months
        if (last := first.replace(day=monthrange(first.year, first.month)[1])) <= span.last
        and span.first <= first
    ]
    pairs = [pair for pair in pairwise(whole) if pair[0].last + timedelta(days=1) == pair[1].first]
    return pairs[-1] if pairs else None


def _halves(days: Sequence[DayRow], span: Span) -> tuple[Span, Span] | None:
    count = (span.last - span.first).days + 1
    if count < LEAST_DAYS or len({row.day for row in days}) < LEAST_DAYS:
        return None
    half = timedelta(days=count // 2)
    one = timedelta(days=1)
    after = Span(span.last - half + one, span.last)
    return Span(after.first - half, after.first - one), after
