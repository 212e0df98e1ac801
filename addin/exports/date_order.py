"""Whether the day or the month comes first in a column of dates, proved by the dates.

3/4/2026 is in March in Boston and in April in London. A day above 12 decides for the whole
column; where there is none, the user does. Points need no proof: in the Unicode CLDR no locale
writes the month first with them, and every locale that begins with the year goes on with the
month. Dashes are no proof, whatever the CLDR says: Americans write 03-04-2026.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from addin.exports.doubt import Doubtful
from addin.exports.grid import Cell
from addin.exports.missing import quoted, refused
from addin.exports.written_date import Written

Place = tuple[int, Written]
"""A date that stands in a column, with its index there."""

ORDERS = ("dmy", "mdy")
DECIDES = "--dates dmy or --dates mdy"
UNDECIDED = "and no day above 12 decides"
_PART = re.compile(r"\d+")


def prove_order(cells: Sequence[Cell], known: Sequence[Place]) -> str:
    """Return the only order in which all dates are days; "" where none has to be known."""
    unclear = [place for place in known if place[1].mark in {"/", "-"}]
    if not unclear:
        return "dmy" if any(day.mark for _, day in known) else ""
    _refuse_two_hands(cells, known, unclear)
    orders = set(ORDERS)
    for index, day in unclear:
        orders &= day.days.keys()
        if not orders:
            raise _swapped(cells, unclear, index, day)
    if len(orders) == 1:
        return orders.pop()
    for index, day in unclear:
        one, two = (day.days[order].isoformat() for order in ORDERS)
        if one != two:
            why = f"is {one} or {two}, {UNDECIDED}"
            raise refused(index, cells[index], why, DECIDES)
    return ""


def _swapped(cells: Sequence[Cell], unclear: Sequence[Place], index: int, day: Written) -> Doubtful:
    other = next(at for at, its in unclear if not its.days.keys() & day.days.keys())
    return refused(
        index,
        cells[index],
        f"and {quoted(cells, other)} cannot be dates in one order: an office of another country "
        "has swapped day and month in part of the column",
    )


def _refuse_two_hands(
    cells: Sequence[Cell], known: Sequence[Place], unclear: Sequence[Place]
) -> None:
    """Keep a day above 12 from speaking for dates that something else wrote.

    An office of another country turns 03/04/2026 into a date of its own and leaves 13/04/2026 as
    it stands; saved again, the two differ in form: a real date, another mark, no zero in front.
    """
    first_of = dict[str, int]()
    for index, day in known:
        first_of.setdefault(day.mark, index)
    for one, two in [*pairwise(first_of.values()), *_uneven(cells, unclear)]:
        first, second = sorted((one, two))
        raise refused(
            second,
            cells[second],
            f"and {quoted(cells, first)} are not written by the same hand: day and month may be "
            "swapped in part of the column",
            DECIDES,
        )


def _uneven(cells: Sequence[Cell], unclear: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """Return the places of two dates of which one has a zero before its first or second part."""
    first_of = dict[tuple[int, bool], int]()
    for index, _ in unclear:
        for place, part in enumerate(_PART.findall(str(cells[index]))[:2]):
            if part[0] == "0" or len(part) == 1:
                first_of.setdefault((place, part[0] == "0"), index)
    for place in (0, 1):
        if (place, True) in first_of and (place, False) in first_of:
            yield first_of[place, True], first_of[place, False]
