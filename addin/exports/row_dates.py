"""The days of an export's rows and its period, each proved by the file or refused."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from addin.exports.date_order import ORDERS, UNDECIDED
from addin.exports.dates import Dates, read_dates
from addin.exports.doubt import Doubtful
from addin.exports.line_kinds import texts_of
from addin.exports.periods import FIRST_DAYS, Period, proved_order, stated_day, stated_period
from addin.exports.platform import Field
from addin.exports.recognise import Export
from addin.exports.refusals import unreadable

COUNTED_DAYS = "nth day"


def dates_of(export: Export, order: str) -> Dates:
    """Return the dates of the rows; where both orders are days, the stated period may decide."""
    title = str(export.header.cells[export.columns[Field.DATE]]).casefold()
    texts = _above(export)
    start = _declared_day(texts, FIRST_DAYS) if title == COUNTED_DAYS else None
    cells = export.cells(Field.DATE)
    try:
        try:
            return read_dates(cells, order=order or None, start=start)
        except Doubtful as doubt:
            lasts = export.cells(Field.END) if Field.END in export.columns else []
            if UNDECIDED not in doubt.reason or not (proved := proved_order(cells, lasts, texts)):
                raise
            return read_dates(cells, order=proved)
    except Doubtful as doubt:
        raise unreadable(export, Field.DATE, export.rows, doubt) from None


def period_of(export: Export, dates: Dates | None, order: str) -> Period | None:
    """Return the days of the rows, else what the lines above the header say."""
    days = [day for day in dates.values if day] if dates else []
    if days and dates:
        last = dates.grain.last(max(days))
        if Field.END in export.columns:
            ends = _ends(export, order or (dates.order if dates.order in ORDERS else ""))
            last = max([last, *ends])
        return min(days), last
    with suppress(Doubtful):
        return stated_period(_above(export), order)
    return None


def _ends(export: Export, order: str) -> list[date]:
    try:
        read_ends = read_dates(export.cells(Field.END), order=order or None)
    except Doubtful as doubt:
        raise unreadable(export, Field.END, export.rows, doubt) from None
    return [day for day in read_ends.values if day]


def _declared_day(texts: Sequence[str], words: Sequence[str]) -> date | None:
    with suppress(Doubtful):
        return stated_day(texts, words)
    return None


def _above(export: Export) -> list[str]:
    """Return what is said above the header, cell by cell, and line by line where a comma cut it."""
    texts = []
    for line in export.before:
        cells = texts_of(line)
        texts += [*cells, ", ".join(cells)] if len(cells) > 1 else cells
    return texts
