"""Whether the dates of an export are days, or the first days of weeks or months."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from addin.exports.dates import Dates
from addin.exports.doubt import Doubtful
from addin.exports.header import place_of
from addin.exports.periods import Period, stated_period
from addin.exports.platform import Field
from addin.exports.recognise import Export
from addin.exports.text_file import Unreadable
from addin.exports.written_date import Grain
from cpc_functions.headers import words_of

WEEKS = {
    *("week", "weekly", "uke", "woche", "semaine", "semana", "vecka", "uge", "settimana"),
    *("viikko", "週"),
}
MONTHS = {
    *("month", "monthly", "måned", "måneden", "månad", "monat", "mois", "mês", "mes", "maand"),
    *("mese", "kuukausi", "月"),
}
LONGER = {
    *("quarter", "quarterly", "kvartal", "quartal", "trimestre", "trimester"),
    *("year", "yearly", "år", "jahr", "année", "año", "ano"),
}
DAYS = {"day", "daily", "hourly", "dag", "tag", "dia", "día", "jour", "giorno", "päivä", "日"}
AGGREGATION = "report aggregation"
A_WEEK = timedelta(days=7)


def with_grain(export: Export, dates: Dates, texts: Sequence[str]) -> Dates:
    """Return dates with the length of time that their title, or a line above, gives to each.

    Raises Unreadable where that cannot be, and where days seem to be weeks or months.
    """
    if dates.grain is not Grain.DAY or Field.END in export.columns:
        return dates
    title = str(export.header.cells[export.columns[Field.DATE]])
    days = sorted({day for day in dates.values if day})
    words = {*words_of(title), *_aggregation(texts)}
    if words & MONTHS:
        _refuse(export, [day for day in days if day.day != 1], "no first day of a month")
        return dates._replace(grain=Grain.MONTH)
    if words & WEEKS:
        early = [second for first, second in pairwise(days) if second - first < A_WEEK]
        _refuse(export, early, "less than a week after the one before it")
        return dates._replace(grain=Grain.WEEK)
    if words & LONGER:
        _refuse(export, days, "the first day of a quarter or a year, which are not read")
    if not words & DAYS:
        _refuse_coarse(export, days, texts)
    return dates


def _aggregation(texts: Sequence[str]) -> list[str]:
    """Return what Microsoft says of the length of time, as in "Report Aggregation: Weekly"."""
    return [
        word
        for text in texts
        if text.casefold().startswith(AGGREGATION)
        for word in words_of(text.partition(":")[2])
    ]


def _refuse(export: Export, days: Sequence[date], what: str) -> None:
    if days:
        title = export.header.cells[export.columns[Field.DATE]]
        raise Unreadable(
            f"{place_of(export.grid)}, column {title}: {days[0]} is {what}; export by day, week "
            "or month."
        )


def _refuse_coarse(export: Export, days: Sequence[date], texts: Sequence[str]) -> None:
    """Refuse days whole weeks or months apart where the stated period lasts as much longer."""
    period = _period(texts)
    if not period or not days or days[0] == days[-1]:
        return
    gaps = [second - first for first, second in pairwise(days)]
    coarse = {
        Grain.WEEK: not any(gap % A_WEEK for gap in gaps),
        Grain.MONTH: all(day.day == 1 for day in days),
    }
    for grain, fits in coarse.items():
        if fits and grain.last(days[-1]) <= period[1]:
            title = export.header.cells[export.columns[Field.DATE]]
            raise Unreadable(
                f"{place_of(export.grid)}, column {title}: its dates may be days or {grain}s, as "
                f"the file goes on to {period[1]}; call the column Day or {str(grain).title()} "
                "and name it with --map date=…"
            )


def _period(texts: Sequence[str]) -> Period | None:
    try:
        return stated_period(texts)
    except Doubtful:
        return None
