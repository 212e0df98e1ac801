"""The days of an export's rows and its period, each proved by the file or refused."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from addin.exports.date_order import ORDERS, UNDECIDED
from addin.exports.dates import Dates, read_dates
from addin.exports.declared import DATES, Declared
from addin.exports.doubt import Doubtful
from addin.exports.header import place_of
from addin.exports.line_kinds import texts_of
from addin.exports.periods import (
    FIRST_DAYS,
    Period,
    all_time,
    proved_order,
    stated_day,
    stated_period,
    unread_days,
)
from addin.exports.platform import Field
from addin.exports.recognise import Export
from addin.exports.refusals import unreadable
from addin.exports.row_grain import with_grain
from addin.exports.text_file import Unreadable
from addin.exports.written_date import written

COUNTED_DAYS = "nth day"
Read = TypeVar("Read")


class Days(NamedTuple):
    """The days of rows and of a whole table.

    `ends` are the last days of the rows where a column has them. `unplaced` says why a table
    without a period is of no other days either. `decided`: --dates was needed.
    """

    dates: Dates | None = None
    ends: list[date | None] | None = None
    period: Period | None = None
    unplaced: str = ""
    decided: bool = False


def days_of(export: Export, said: Declared) -> Days:
    """Return the days of an export: of its rows, else what the lines above the header say."""
    texts = _above(export)
    if Field.DATE not in export.columns:
        return _stated(export, texts, said)
    dates, decided = _dates(export, texts, said)
    known = dates.order if dates.order in ORDERS else ""
    ends, ends_decided = _ends(export, known, said)
    days = [day for day in dates.values if day]
    if not days:
        return _stated(export, texts, said)._replace(dates=dates, ends=ends)
    last = max([dates.grain.last(max(days)), *(day for day in ends or () if day)])
    return Days(dates, ends, (min(days), last), "", decided or ends_decided)


def _dates(export: Export, texts: Sequence[str], said: Declared) -> tuple[Dates, bool]:
    """Return the dates of the rows; where both orders are days, the stated period may decide."""
    title = str(export.header.cells[export.columns[Field.DATE]]).casefold()
    cells = export.cells(Field.DATE)
    start = _counted_from(texts) if title == COUNTED_DAYS else None

    def read(order: str) -> Dates:
        try:
            return read_dates(cells, order=order or None, start=start)
        except Doubtful as doubt:
            lasts = export.cells(Field.END) if Field.END in export.columns else []
            if UNDECIDED not in doubt.reason or not (proved := proved_order(cells, lasts, texts)):
                raise
            return read_dates(cells, order=proved)

    try:
        dates, decided = _decided(export, read, said, lambda dates: dates.values)
    except Doubtful as doubt:
        raise unreadable(export, Field.DATE, export.rows, doubt) from None
    return with_grain(export, dates, texts), decided


def _ends(export: Export, known: str, said: Declared) -> tuple[list[date | None] | None, bool]:
    if Field.END not in export.columns:
        return None, False
    cells = export.cells(Field.END)

    def read(order: str) -> list[date | None]:
        return read_dates(cells, order=order or known or None).values

    try:
        return _decided(export, read, said, lambda days: days)
    except Doubtful as doubt:
        raise unreadable(export, Field.END, export.rows, doubt) from None


def _stated(export: Export, texts: Sequence[str], said: Declared) -> Days:
    """Return the period that stands above the table, or why days that are asked for are no cure.

    Raises Unreadable for a line that speaks of days in a form that is not known.
    """

    def read(order: str) -> Period | None:
        return stated_period(texts, order)

    try:
        period, decided = _decided(export, read, said, lambda period: period)
    except Doubtful as doubt:
        return Days(unplaced=f"above its titles, {doubt}" if export.rows else "")
    if period or not export.rows:
        return Days(period=period, decided=decided)
    if line := all_time(texts):
        return Days(
            unplaced=f"above its titles, '{line}' says that its figures are of no shorter time; "
            "export it for the days that are asked for, or with a column of days."
        )
    if line := unread_days(texts):
        raise Unreadable(
            f"{place_of(export.grid)}: '{line}' stands above the titles and cannot be read as the "
            "days of the table; export it in English or with a column of days, or delete the line "
            "if it names no days."
        )
    return Days()


def _decided(
    export: Export, read: Callable[[str], Read], said: Declared, days: Callable[[Read], object]
) -> tuple[Read, bool]:
    """Return what the file proves, else what --dates makes of it; and whether that decided.

    Raises Unreadable where the file proves the other order than is said of it alone.
    """
    try:
        own = read("")
    except Doubtful as doubt:
        if not (said.dates and doubt.option):
            raise
        return read(said.dates), True
    if said.dates and DATES not in said.shared and days(read(said.dates)) != days(own):
        raise Unreadable(
            f"{export.grid.path}: {DATES} {said.dates} is not how the file writes its days; leave "
            "the option out."
        )
    return own, False


def _counted_from(texts: Sequence[str]) -> date | None:
    try:
        return stated_day(texts, FIRST_DAYS)
    except Doubtful:
        return None


def _above(export: Export) -> list[str]:
    """Return what is said above the header, line by line where a comma cut it, and cell by cell.

    A day among other cells may be that on which the file was made: it is no text of its own.
    """
    texts = []
    for line in export.before:
        cells = texts_of(line)
        whole = [", ".join(cells)] if len(cells) > 1 else []
        texts += [*whole, *(cell for cell in cells if not (whole and written(cell)))]
    return texts
