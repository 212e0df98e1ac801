"""The columns of a large file as expressions: the value of each cell, and whether it is none.

A cell is read in one notation, that which a sample of the file proved. What is written otherwise
is bad: it is never passed over.
"""

from enum import Enum, auto
from typing import NamedTuple

import narwhals as nw
from narwhals.dtypes import DType

from addin.exports.text_file import Unreadable
from cpc_functions.locales import style_of

MISSING = ("", "-", "--", " --", "–", "—")
ALIKE = {" ": " \u00a0\u202f", "'": "'\u2019"}
MOST = 2**63  # millionths: a whole number of the engines holds fewer
INTEGER = "[0-9]{1,9}"
DIGITS = {1: 15, 1_000_000: 12}  # before the decimal mark, so that millionths fit


class Cells(NamedTuple):
    """A column in two steps: what is `read` of the file, and the `value` of what was read.

    `bad` tells of a cell that is neither a value nor missing; it sees the file's column as well.
    `size` is how large a number is, whatever its sign.
    """

    read: nw.Expr
    value: nw.Expr
    bad: nw.Expr | None = None
    size: nw.Expr | None = None


class Look(Enum):
    """How texts are looked at: most files have plain numbers only, which is seen in half the time.

    PLAIN allows an empty cell, and numbers such as 1234.56 that are whole millionths in floats of
    64 bits: none has a half to round. EVERY also allows marks between thousands, dashes, and more
    digits. PROVED is for a file that a PLAIN look has passed: it is not looked at again.
    """

    PLAIN = auto()
    EVERY = auto()
    PROVED = auto()


def number_cells(name: str, dtype: DType, key: str, locale: str, whole: int, look: Look) -> Cells:
    """Return a column of numbers in millionths; `whole` is how many of them make a unit.

    `locale` says how texts write numbers; "" allows none but whole numbers without marks. Raises
    Unreadable for a column that cannot hold numbers.
    """
    column, read = nw.col(name), nw.col(key)
    missing = column.is_null()
    if dtype == nw.String:
        scaled = _number(column, _marks(locale), whole, look) * whole
        if look is not Look.EVERY:
            bad = read.is_null() & ~missing
            return Cells(scaled, read.round().cast(nw.Int64), bad, read.abs())
        missing = column.is_in(MISSING)
    elif dtype.is_integer():
        most = (MOST - 1) // whole
        whole_number = nw.when(column.is_between(-most, most)).then(column).cast(nw.Int64)
        size = read.abs().cast(nw.Float64) * whole
        return Cells(whole_number, read * whole, read.is_null() & ~missing, size)
    elif dtype.is_float() or dtype.is_decimal():
        number = column.cast(nw.Float64) * whole
        scaled = nw.when(number.abs() < float(MOST)).then(number)
        missing |= number.is_nan()
    else:
        raise Unreadable(f"it is of type {dtype}, which is no number")
    bad = read.is_null() & ~missing.fill_null(value=True)
    return Cells(scaled, _rounded(read), bad, read.abs())


def text_cells(name: str, dtype: DType, key: str) -> Cells:
    """Return a column of names."""
    column = nw.col(name)
    return Cells(column if dtype == nw.String else column.cast(nw.String), nw.col(key))


def _number(column: nw.Expr, marks: tuple[str, str], whole: int, look: Look) -> nw.Expr:
    """Return the numbers of texts; None for a text that is none."""
    decimal, groups = marks
    text = column
    if look is Look.PLAIN:
        plain = rf"[0-9]{{1,9}}(?:[{decimal}][0-9]{{1,6}})?" if decimal and whole > 1 else INTEGER
        text = nw.when(column.str.contains(f"^-?{plain}$")).then(column)
    if look is Look.EVERY:
        digits = DIGITS[whole]
        fraction = rf"(?:[{decimal}][0-9]{{1,20}})?$" if decimal else "$"
        unmarked = column.str.contains(rf"^-?[0-9]{{1,{digits}}}{fraction}")
        text = nw.when(unmarked).then(column)
        if groups:
            thousands = rf"(?:[{groups}][0-9]{{3}}){{1,{digits // 3 - 1}}}"
            marked = column.str.contains(rf"^-?[1-9][0-9]{{0,2}}{thousands}{fraction}")
            bare = column.str.replace_all(rf"[{groups}]", "")
            text = nw.when(~unmarked & marked).then(bare).otherwise(text)
    if decimal not in {"", "."}:
        text = text.str.replace_all(decimal, ".", literal=True)
    return text.cast(nw.Float64)


def _marks(locale: str) -> tuple[str, str]:
    """Return the decimal mark and the marks between thousands; none without a locale."""
    if not locale:
        return "", ""
    style = style_of(locale)
    return style.decimals[0], ALIKE.get(style.groups[0], style.groups[0])


def _rounded(number: nw.Expr) -> nw.Expr:
    """Return whole numbers, a half to the even one as Python does; each engine has its own way."""
    floor = number.floor()
    rest, odd = number - floor, (floor / 2).floor() * 2 != floor
    up = (rest > 0.5) | ((rest == 0.5) & odd)
    return floor.cast(nw.Int64) + up.cast(nw.Int64)
