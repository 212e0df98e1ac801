"""The period that an export names above its table, and what it proves of the dates below."""

import re
from collections.abc import Sequence
from datetime import date

from addin.exports.date_order import ORDERS
from addin.exports.dates import read_dates
from addin.exports.doubt import Doubtful
from addin.exports.grid import Cell
from addin.exports.missing import refused
from addin.exports.written_date import written

Period = tuple[date, date]
"""The first and the last day."""

FIRST_DAYS = ("start date", "report start")
LAST_DAYS = ("end date", "report end")
TIMES = ("report time",)

_BETWEEN = re.compile(r"\s+[-–—]\s+|(?<=\d{8})-(?=\d{8})|\s*[~〜～]\s*|\s+to\s+|,")


def read_period(text: str, *, order: str | None = None) -> Period | None:
    """Return the first and the last day that a line names; None when it names no period.

    Raises Doubtful for 2/1/2020,2/7/2020, which is a week in one country and half a year in
    another, and for a period that ends before it begins.
    """
    for parts in _halves(text):
        if all(map(written, parts)):
            read = read_dates(parts, order=order)
            first, last = (day for day in (read.values[0], read.values[-1]) if day)
            if first > last:
                raise refused(0, text, "ends before it begins")
            return first, read.grain.last(last)
    return None


def _halves(text: str) -> list[list[str]]:
    """Return the line as one date, and as two at each sign that may stand between them."""
    cuts = _BETWEEN.finditer(text)
    return [[text], *([text[: cut.start()], text[cut.end() :]] for cut in cuts)]


def stated_day(texts: Sequence[str], words: Sequence[str], order: str = "") -> date | None:
    """Return the day of a line such as "# Start date: 20231001", the last of several.

    `texts` are the lines above a table. Raises Doubtful for a day that may be two.
    """
    for text in reversed(texts):
        word, _, said = text.partition(":")
        if word.strip("# ").casefold() in words and written(said.strip()):
            return read_dates([said.strip()], order=order or None).values[0]
    return None


def stated_period(texts: Sequence[str], order: str = "") -> Period | None:
    """Return the period that the lines above a table state; raises Doubtful if it may be two."""
    first, last = stated_day(texts, FIRST_DAYS, order), stated_day(texts, LAST_DAYS, order)
    if first and last:
        return first, last
    for text in texts:
        word, _, said = text.partition(":")
        named = said if word.strip().casefold() in TIMES else text
        if period := read_period(named.strip("# "), order=order or None):
            return period
    return None


def proved_order(firsts: Sequence[Cell], lasts: Sequence[Cell], texts: Sequence[str]) -> str:
    """Return the only order in which all dates are days of the period that the file states.

    `lasts` are the last days of the rows, where they have a column. "" where both orders fit, or
    neither, or where nothing is stated: then the dates prove nothing.
    """
    fitting = [order for order in ORDERS if _fits(order, firsts, lasts, texts)]
    return fitting[0] if len(fitting) == 1 else ""


def _fits(order: str, firsts: Sequence[Cell], lasts: Sequence[Cell], texts: Sequence[str]) -> bool:
    try:
        begins = read_dates(firsts, order=order).values
        ends = read_dates(lasts, order=order).values if lasts else begins
        period = stated_period(texts, order)
    except Doubtful:
        return False
    days = [day for day in (*begins, *ends) if day]
    if period and not all(period[0] <= day <= period[1] for day in days):
        return False
    rows = zip(begins, ends, strict=True)
    return all(first <= last for first, last in rows if first and last)
