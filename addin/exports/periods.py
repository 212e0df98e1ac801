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
OF_THE_FILE = ("date generated", "last completed available day", "last completed available hour")
ALL_TIME = frozenset(
    (
        *("all time", "lifetime", "maximum", "hele perioden", "hele tiden", "all tid"),
        *("hela tiden", "hela perioden", "altid", "gesamter zeitraum", "gesamte zeit"),
        *("gesamte laufzeit", "todo o período", "todo período", "desde sempre", "todo el período"),
        *("todo el tiempo", "desde siempre", "toute la période", "toutes les dates"),
        *("depuis le début", "hele periode", "alle tijd", "altijd", "gehele periode"),
        *("tutto il periodo", "dall'inizio", "全期間", "すべての期間", "전체 기간", "전체기간"),
        *("все время", "всё время", "за все время", "за всё время", "весь период", "所有时间"),
        *("全部时间", "所有時間", "cały czas", "cały okres", "tüm zamanlar", "koko ajalta"),
    )
)

_BETWEEN = re.compile(r"\s+-\s+|\s*[–—]\s*|(?<=\d{8})-(?=\d{8})|\s*[~〜～]\s*|\s+to\s+|,")
_SPEAKS_OF_DAYS = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d{6}(?!\d)"
    r"|(?<!\d)\d{1,2}([./-])\d{1,2}\1\d\d(?!\d)"
)


def read_period(text: str, *, order: str | None = None) -> Period | None:
    """Return the first and the last day that a line names; None when it names no period.

    Raises Doubtful for 2/1/2020,2/7/2020, which is a week in one country and half a year in
    another, and for a period that ends before it begins.
    """
    for halves in _halves(text):
        parts = _with_year(halves)
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


def _with_year(parts: list[str]) -> list[str]:
    """Return the two dates of "Jul 1 - Jul 31, 2025" with the year that stands behind both."""
    first, last = parts[0], written(parts[-1])
    if len(parts) == 1 or written(first) or not last:
        return parts
    years = {day.year for day in last.days.values()}
    dated = [f"{first.strip()}{link}{year}" for year in years for link in (", ", " ", " de ")]
    return [next(filter(written, dated), first), parts[-1]]


def stated_day(texts: Sequence[str], words: Sequence[str], order: str = "") -> date | None:
    """Return the day of a line such as "# Start date: 20231001", the last of several.

    `texts` are the lines above a table. Raises Doubtful for a day that may be two.
    """
    for text in reversed(texts):
        word, _, said = text.partition(":")
        day = said.strip(" ,")
        if word.strip("# ").casefold() in words and written(day):
            return read_dates([day], order=order or None).values[0]
    return None


def stated_period(texts: Sequence[str], order: str = "") -> Period | None:
    """Return the period that the lines above a table state; raises Doubtful if it may be two.

    One day is a period only where no other day is named.
    """
    first, last = stated_day(texts, FIRST_DAYS, order), stated_day(texts, LAST_DAYS, order)
    if first and last:
        return first, last
    days = set[Period]()
    for text in texts:
        word, _, said = text.partition(":")
        named = said if word.strip().casefold() in TIMES else text
        if period := read_period(named.strip("# "), order=order or None):
            if period[0] < period[1]:
                return period
            days.add(period)
    return days.pop() if len(days) == 1 else None


def all_time(texts: Sequence[str]) -> str:
    """Return the line that says that a table is of all time; "" where none does."""
    said = (text.rpartition(":")[2].strip("# ").casefold() for text in texts)
    return next((text for text, of in zip(texts, said, strict=True) if of in ALL_TIME), "")


def unread_days(texts: Sequence[str]) -> str:
    """Return a line that seems to speak of days; "" where none does."""
    return next(
        (
            text
            for text in texts
            if text.partition(":")[0].strip("# ").casefold() not in OF_THE_FILE
            and _SPEAKS_OF_DAYS.search(text)
        ),
        "",
    )


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
