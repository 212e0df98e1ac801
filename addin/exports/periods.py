"""The period that an export names above its table."""

import re
from datetime import date

from addin.exports.dates import read_dates
from addin.exports.missing import refused
from addin.exports.written_date import written

_BETWEEN = re.compile(r"\s+[-–—]\s+|\s*[~〜～]\s*|\s+to\s+|,")


def read_period(text: str, *, order: str | None = None) -> tuple[date, date] | None:
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
