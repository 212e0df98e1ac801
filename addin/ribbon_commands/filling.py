"""Rows into a table of the open workbook, which grows as far as it must."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from addin.exports.header import columns_of
from addin.exports.platform import Platform
from addin.exports.platforms.tracker import COSTS, ORGANIC, PAID
from addin.ribbon_commands.invoices import with_invoices
from addin.ribbon_commands.merging import Merged, merged
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.replacing import confirm
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.values import Block, block_of, exact, put
from addin.ribbon_commands.way_back import Step
from addin.ribbon_commands.writable import refuse_unwritable

if TYPE_CHECKING:
    from xlwings import Range
    from xlwings.main import Table


class Target(NamedTuple):
    """A table to fill: how many of its columns are for input, and how it takes in rows."""

    name: str
    platform: Platform
    width: int
    merge: Callable[..., Merged]


TARGETS = (
    Target("Paid", PAID, 10, partial(merged, width=3)),
    Target("Organic", ORGANIC, 5, partial(merged, width=2)),
    Target("Costs", COSTS, 5, with_invoices),
)


def fill(session: Session, target: Target, table: "Table", rows: Sequence[Any]) -> Merged:
    """Put rows into a table in one step, and note the step back.

    A row of the same key replaces what stands there, which is asked about; a new one goes below
    the last. Raises Refused for what cannot be put in without a loss.
    """
    whole = table.range
    area = _input_of(session, target, table, whole)
    before = exact(session, area)
    _refuse_formulas(session, target, area, before)
    result = target.merge(session, target.name, before, rows)
    more = len(result.rows) - len(before)
    if not (result.added or result.changed):
        return result
    below = _below(session, table, whole, more) if more > 0 else None
    confirm(session, target.name, result.overwritten)
    grown = whole if below is None else whole.resize(len(whole.rows) + more, len(whole.columns))

    def back() -> None:
        put(area, before)
        if below is not None:
            table.resize(whole)
            below.clear_contents()

    session.back.append(Step(back, partial(_contents, grown), area))
    if below is not None:
        table.resize(grown)
    put(area.resize(len(result.rows), target.width), result.rows)
    return result


def _contents(cells: "Range") -> object:
    return cells.formula


def _input_of(session: Session, target: Target, table: "Table", whole: "Range") -> "Range":
    """Return the cells to fill in: the first columns, by the titles that we give them."""
    _ = session.say
    body = table.data_body_range
    places = list(columns_of(target.platform, block_of(whole.rows[0])[0]).values())
    if sorted(places)[: target.width] != list(range(target.width)) or body is None:
        raise Refused(
            _("The table {name} has titles that are not known; see New tracker for those.").format(
                name=target.name
            )
        )
    return body.resize(len(body.rows), target.width)


def _below(session: Session, table: "Table", whole: "Range", more: int) -> "Range":
    """Return the cells that a table grows into; they must be empty."""
    _ = session.say
    height, width = len(whole.rows), len(whole.columns)
    below: Range = whole.sheet.range(
        (whole.row + height, whole.column),
        (whole.row + height + more - 1, whole.column + width - 1),
    )
    if table.show_totals or any(each is not None for row in block_of(below) for each in row):
        raise Refused(
            _("Below the table {name} is no room for {count} rows; clear it first.").format(
                name=table.name, count=more
            )
        )
    refuse_unwritable(below)
    return below


def _refuse_formulas(session: Session, target: Target, area: "Range", values: Block) -> None:
    """Refuse to write over formulas in the columns to fill in: their values would be all left."""
    _ = session.say
    formulas = area.formula
    rows = formulas if isinstance(formulas, tuple | list) else [[formulas]]
    for line, known in zip(rows, values, strict=True):
        for formula, value in zip(line, known, strict=True):
            if str(formula or "").startswith("=") and formula != value:
                raise Refused(
                    _(
                        "The table {name} holds formulas in columns to fill in, such as {formula}; "
                        "put values in their place first."
                    ).format(name=target.name, formula=formula)
                )
