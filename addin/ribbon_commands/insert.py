"""Insert CPC: =CPC(cost, conversions) and its interval beside a table, row by row."""

import re
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from addin.exports.platform import folded
from addin.ribbon_commands.formulas import can_spill, formulas_of, write_formulas
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.selection import area_of
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.values import block_of
from addin.ribbon_commands.way_back import Step
from addin.ribbon_commands.writable import refuse_unwritable
from cpc_functions.headers import Role, role_of

if TYPE_CHECKING:
    from xlwings import Range
    from xlwings.main import Table

PLAIN = re.compile(r"[^\W_]\w*")
ESCAPED = re.compile(r"(['\[\]#@])")


def insert_cpc(session: Session) -> str:
    """Add columns beside the selected table, by the titles of its own."""
    _ = session.say
    area = area_of(session)
    table = area.table
    whole = table.range if table else area
    head = whole.rows[0]
    titles = [str(title if title is not None else "") for title in block_of(head)[0]]
    if len(whole.rows) < 2:
        raise Refused(_("Select a table with a row of titles and rows below it."))
    cost, conversions = _columns(session, titles)
    if table:
        _into_table(session, table, titles, cost, conversions)
    else:
        _beside(session, whole, titles, cost, conversions)
    return _("The cost per conversion and its interval stand beside the table.")


def _columns(session: Session, titles: Sequence[str]) -> tuple[int, int]:
    """Return where cost and conversions stand, asking where the titles do not tell."""
    _ = session.say
    found = [
        [at for at, title in enumerate(titles) if role_of(title) is role]
        for role in (Role.COST, Role.CONVERSIONS)
    ]
    places = []
    for word, candidates in zip((_("cost"), _("conversions")), found, strict=True):
        if len(candidates) == 1:
            places.append(candidates[0])
            continue
        question = _("Which column holds the {field}? Write its title: {titles}").format(
            field=word, titles=", ".join(filter(None, titles))
        )
        suggestion = titles[candidates[0]] if candidates else ""
        answer = session.ask.text(question, suggestion)
        named = [at for at, title in enumerate(titles) if folded(title) == folded(answer)]
        if not answer or len(named) != 1:
            raise Refused(_("No column of the table is meant; nothing was inserted."))
        places.append(named[0])
    return places[0], places[1]


def _into_table(
    session: Session, table: "Table", titles: Sequence[str], cost: int, conversions: int
) -> None:
    """Widen a table by our columns; their formulas name its columns."""
    _ = session.say
    whole = table.range
    beside = _room(session, whole)
    row = _formulas(_this_row(titles[cost]), _this_row(titles[conversions]))
    body = table.data_body_range
    if body is None:
        raise Refused(_("Select a table with a row of titles and rows below it."))
    first, last = body.row, body.row + len(body.rows) - 1
    spilling = can_spill(beside)

    def back() -> None:
        table.resize(whole)
        beside.clear_contents()

    session.back.append(Step(back, partial(formulas_of, beside, spilling=spilling), beside))
    table.resize(whole.resize(None, len(titles) + len(row)))
    rows = [row] * (last - first + 1)
    _write(beside, _free(session, titles), rows, first, spilling=spilling)


def _beside(
    session: Session, area: "Range", titles: Sequence[str], cost: int, conversions: int
) -> None:
    """Write our columns beside cells that are no table; their formulas name the cells."""
    beside = _room(session, area)
    first, count = area.row + 1, len(area.rows) - 1
    letters = [get_column_letter(area.column + place) for place in (cost, conversions)]
    rows = [
        _formulas(*(f"{letter}{row}" for letter in letters)) for row in range(first, first + count)
    ]
    spilling = can_spill(beside)
    state = partial(formulas_of, beside, spilling=spilling)
    session.back.append(Step(beside.clear_contents, state, beside))
    _write(beside, _free(session, titles), rows, first, spilling=spilling)


def _formulas(cost: str, conversions: str) -> list[str]:
    """Return the formulas of one row; a pair of limits would not fit into a cell of a table."""
    limits = f"CPC_CI({cost},{conversions})"
    return [f"=CPC({cost},{conversions})", f"=INDEX({limits},1,1)", f"=INDEX({limits},1,2)"]


def _write(
    beside: "Range", titles: Sequence[str], rows: list[list[str]], first: int, *, spilling: bool
) -> None:
    """Write titles, and the formulas below them in one step."""
    sheet, row, column = beside.sheet, beside.row, beside.column
    last = column + len(titles) - 1
    sheet.range((row, column), (row, last)).raw_value = [[*titles]]
    cells = sheet.range((first, column), (first + len(rows) - 1, last))
    write_formulas(cells, rows, spilling=spilling)


def _room(session: Session, area: "Range") -> "Range":
    """Return the cells beside a range that our columns go into; they must be empty."""
    _ = session.say
    row, column = area.row, area.column + len(area.columns)
    beside = area.sheet.range(
        (row, column), (row + len(area.rows) - 1, column + len(_titles(session)) - 1)
    )
    if any(value is not None for line in block_of(beside) for value in line):
        raise Refused(_("The columns beside the table are not empty; make room for three first."))
    refuse_unwritable(beside)
    return beside


def _titles(session: Session) -> list[str]:
    _ = session.say
    return ["CPC", f"CPC {_('from')}", f"CPC {_('to')}"]


def _free(session: Session, titles: Sequence[str]) -> list[str]:
    """Return titles that no column of the table has."""
    taken = {folded(title) for title in titles}
    number = 1
    while True:
        more = "" if number == 1 else f" {number}"
        free = [f"{title}{more}" for title in _titles(session)]
        if taken.isdisjoint(map(folded, free)):
            return free
        number += 1


def _this_row(title: str) -> str:
    """Return the cell of a column in the same row; signs with a meaning get an apostrophe."""
    escaped = ESCAPED.sub(r"'\1", title)
    return f"[@{escaped}]" if PLAIN.fullmatch(title) else f"[@[{escaped}]]"
