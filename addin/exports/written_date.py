"""One date as an export writes it, with every day that it may mean."""

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from addin.exports.month_names import months, weekdays

FIRST_YEAR, LAST_YEAR = 1990, 2100


class Grain(StrEnum):
    """How long a time one cell of a column of dates means; the date is its first day."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"

    def last(self, first: date) -> date:
        """Return the last day of the time that begins on a day."""
        if self is Grain.WEEK:
            return first + timedelta(days=6)
        if self is Grain.MONTH:
            return (first.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return first


class Written(NamedTuple):
    """What a text may mean: a day by each order of its parts, or by "" where there is but one.

    `mark` stands between the parts of a date whose order the text does not show. No day at all
    means that the text has the shape of a date but is none, as 30 February.
    """

    days: dict[str, date]
    grain: Grain = Grain.DAY
    mark: str = ""
    timed: bool = False


_TIME = re.compile(
    r"(?:,? +|T|\|)(?P<hour>\d{1,2})(?P<rest>:[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?(?: ?(?:Z|UTC|GMT)?(?:[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_POINT_AND_SPACE = re.compile(r"(?<=\d)\. (?=\d)")
_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d\d)|(\d{4})年(\d{1,2})月")
_WEEK = re.compile(r"(\d{4})-?W(\d\d)")
_KANJI = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日(?:[(（][月火水木金土日][)）])?")
_HANGUL = re.compile(r"(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일")
_DAY_NAME_YEAR = re.compile(r"(\d{1,2})\.?[ /-](?:de )?([^\W\d]+)\.?,?[ /-](?:de )?(\d{4})")
_NAME_DAY_YEAR = re.compile(r"([^\W\d]+)\.? (\d{1,2}),? (\d{4})")
_NAME_YEAR = re.compile(r"([^\W\d]+)\.?,? (?:de )?(\d{4})")
_WEEKDAY = re.compile(r"([^\W\d]+(?:-[^\W\d]+)?)\.?,? +(?:den )?(?=.*\d{4})")


@lru_cache(maxsize=10_000)
def written(text: str) -> Written | None:
    """Return what a text means as a date; None when it has not the shape of one."""
    said = _POINT_AND_SPACE.sub(".", " ".join(text.replace("\ufeff", "").split()))
    if whole := _without_time(said):
        return whole
    for found in _TIME.finditer(said):
        if found.end() == len(said) and _is_time(found):
            day = _without_time(said[: found.start()])
            if day and day.grain is Grain.DAY:
                return day._replace(timed=not _is_midnight(found))
    return None


def _is_time(found: re.Match[str]) -> bool:
    """Return whether an hour is one; it stands without minutes only after "|", as in 7 of 24."""
    hour = int(found["hour"])
    alone = found["rest"] is None and not found["half"]
    return (1 <= hour <= 12 if found["half"] else hour <= 23) and (not alone or found[0][0] == "|")


def _is_midnight(found: re.Match[str]) -> bool:
    hour = int(found["hour"])
    first = hour == 12 and found["half"] in {"a", "A"} if found["half"] else hour == 0
    return first and not (found["rest"] or "").strip(":0.,")


def _without_time(said: str) -> Written | None:
    if found := _YEAR_FIRST.fullmatch(said):
        year, mark, month, day = found.groups()
        return Written(_one("" if mark == "-" else "ymd", year, month, day))
    if found := _YEAR_LAST.fullmatch(said):
        one, mark, two, year = found.groups()
        return Written(_one("dmy", year, two, one) | _one("mdy", year, one, two), mark=mark)
    if found := _WEEK.fullmatch(said):
        return Written(_week(*map(int, found.groups())), Grain.WEEK)
    if found := _MONTH.fullmatch(said):
        return Written(_one("", found[1] or found[3], found[2] or found[4], "1"), Grain.MONTH)
    if found := _COMPACT.fullmatch(said) or _KANJI.fullmatch(said) or _HANGUL.fullmatch(said):
        return Written(_one("", *found.groups()))
    return _in_words(said.lower())


def _in_words(said: str) -> Written | None:
    weekday = _WEEKDAY.match(said)
    if weekday and weekday[1] in weekdays() and weekday[1] not in months():
        said = said[weekday.end() :]
    if found := _DAY_NAME_YEAR.fullmatch(said):
        day, name, year = found.groups()
    elif found := _NAME_DAY_YEAR.fullmatch(said):
        name, day, year = found.groups()
    elif found := _NAME_YEAR.fullmatch(said):
        (name, year), day = found.groups(), ""
    else:
        return None
    if name not in months():
        return None
    grain = Grain.DAY if day else Grain.MONTH
    return Written(_one("", year, str(months()[name]), day or "1"), grain)


def _one(order: str, year: str, month: str, day: str) -> dict[str, date]:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return {}
    return {order: found} if FIRST_YEAR <= found.year < LAST_YEAR else {}


def _week(year: int, week: int) -> dict[str, date]:
    try:
        return {"": date.fromisocalendar(year, week, 1)}
    except ValueError:
        return {}
