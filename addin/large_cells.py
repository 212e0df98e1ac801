"""The columns of a large file as expressions: the value of each cell, and whether it is none.

A cell is read in one notation, that which a sample of the file proved. What is written otherwise
is bad: it is never passed over.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import narwhals as nw
from narwhals.dtypes import DType

from addin.exports.text_file import Unreadable
from cpc_functions.locales import style_of

MISSING = ("", "-", "--", " --", "–", "—")
SPACES = "   "
ISO = r"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?$"
FORMATS = ("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d", "%d-%m-%Y", "%m-%d-%Y", "%Y%m%d")
UNMARKED = r"^-?\d{1,15}$"


class Cells(NamedTuple):
    """A column: the value of its cells, and whether a cell is neither a value nor missing."""

    value: nw.Expr
    bad: nw.Expr | None


def number_cells(name: str, dtype: DType, locale: str, whole: int) -> Cells:
    """Return a column of numbers in millionths; `whole` is how many of them make a unit.

    `locale` says how texts write numbers; "" allows none but whole numbers without marks.
    """
    column = nw.col(name)
    if dtype.is_integer():
        return Cells(column.cast(nw.Int64) * whole, None)
    if dtype != nw.String:
        number = column.cast(nw.Float64)
        known = nw.when(number.is_finite()).then(number) if dtype.is_float() else number
        return Cells((known * whole).round().cast(nw.Int64), None)
    pattern, groups, decimal = _notation(locale)
    usual, text = column.str.contains(pattern), column
    if groups:
        text = text.str.replace_all(rf"[{groups}]", "")
    if decimal != ".":
        text = text.str.replace_all(decimal, ".", literal=True)
    value = nw.when(usual).then(text).cast(nw.Float64) * whole
    return Cells(value.round().cast(nw.Int64), ~usual & ~column.is_in(MISSING))


def _notation(locale: str) -> tuple[str, str, str]:
    """Return the pattern of numbers, the marks between thousands and the decimal mark."""
    if not locale:
        return UNMARKED, "", "."
    style = style_of(locale)
    decimal = style.decimals[0]
    groups = SPACES if style.groups[0] == " " else style.groups[0]
    digits = rf"\d{{1,15}}|[1-9]\d{{0,2}}([{groups}]\d{{3}}){{1,4}}"
    return rf"^-?({digits})([{decimal}]\d{{1,20}})?$", groups, decimal


def text_cells(name: str, dtype: DType) -> Cells:
    """Return a column of names."""
    return Cells(nw.col(name) if dtype == nw.String else nw.col(name).cast(nw.String), None)


def day_cells(name: str, dtype: DType, seen: Sequence[Any], read: Sequence[date | None]) -> Cells:
    """Return a column of days as 2026-01-31; `seen` are cells of it, and `read` their days.

    Raises Unreadable for texts in a form that is read in smaller files only.
    """
    column = nw.col(name)
    if dtype.is_temporal():
        day = column if dtype == nw.Date else column.cast(nw.Date)
        return Cells(day.cast(nw.String), column.is_null())
    known = {str(cell).strip(): day for cell, day in zip(seen, read, strict=True)}
    if all(_as(said[:10], "%Y-%m-%d") == day for said, day in known.items()):
        if all(len(said) == len("2026-01-31") for said in known):
            return Cells(column, column.is_null())
        return Cells(column.str.slice(0, 10), ~column.fill_null("").str.contains(ISO))
    for form in FORMATS:
        if all(_as(said, form) == day for said, day in known.items()):
            shape = r"^\d{1,4}[-./]?\d{1,2}[-./]?\d{1,4}$"
            fits = column.fill_null("").str.contains(shape)
            return Cells(nw.when(fits).then(column).str.to_date(form).cast(nw.String), ~fits)
    raise Unreadable(
        f"dates such as {seen[0]} are read in files of up to 32 MB only; export fewer days, or "
        "with dates such as 2026-01-31."
    )


def _as(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None
