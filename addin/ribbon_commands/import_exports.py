"""Import exports: rows of the platforms' files go into the tables of the open tracker.

A row of the same key replaces what stands there, in its place; a new one goes below the last. A
table is written in one step, so that texts and figures of a row never come apart.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from addin.answers import answer
from addin.exports.grid import Cell
from addin.exports.header import columns_of
from addin.exports.platform import Platform
from addin.exports.platforms.tracker import COSTS, ORGANIC, PAID
from addin.exports.text_file import Unreadable
from addin.gathering import MOST_DAILY_ROWS
from addin.ribbon_commands.merging import Merged, merged
from addin.ribbon_commands.open_tables import tracker_says
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.said import Said
from addin.ribbon_commands.session import Session, undone_on_failure
from addin.ribbon_commands.telling import settled
from addin.ribbon_commands.values import Block, block_of, written
from addin.sources import tables_of
from workbook_templates.report.tables import Tables

if TYPE_CHECKING:
    from xlwings import Book, Range
    from xlwings.main import Table

Undo = list[Callable[[], object]]


class Target(NamedTuple):
    """A table to fill: how many of its columns are for input, and how many make the key."""

    name: str
    platform: Platform
    width: int
    key: int


TARGETS = (
    Target("Paid", PAID, 10, 3),
    Target("Organic", ORGANIC, 5, 2),
    Target("Costs", COSTS, 5, 3),
)


def import_exports(session: Session) -> str:
    """Read files that the person chooses into the open tracker; say what became of the rows."""
    _ = session.say
    book = session.book
    tables = _tables(session, book)
    files = session.ask.files(_("Exports to import"))
    if not files:
        return _("Nothing was imported.")
    with undone_on_failure() as back:
        told = settled(session, book, lambda said: _read(session, files, said), back, asks=True)
        results = []
        for target, rows in zip(TARGETS, (told.paid, told.organic, told.costs), strict=True):
            if rows:
                session.progress(_("writing {name}").format(name=target.name))
                table = tables.get(target.name)
                if table is None:
                    raise Refused(
                        _("This workbook has no table {name}; open a tracker, or make one.").format(
                            name=target.name
                        )
                    )
                results.append((target.name, _fill(session, target, table, rows, back)))
    return " ".join(
        _("{name}: {added} rows added, {changed} changed, {same} the same.").format(
            name=name, added=result.added, changed=result.changed, same=result.same
        )
        for name, result in results
    )


def _tables(session: Session, book: "Book") -> dict[str, "Table"]:
    _ = session.say
    names = {target.name for target in TARGETS}
    found = {
        name: table
        for sheet in book.sheets
        for table in sheet.tables
        if (name := table.name) in names
    }
    if not found:
        raise Refused(
            _("This workbook has no table {name}; open a tracker, or make one.").format(name="Paid")
        )
    return found


def _read(session: Session, files: Sequence[str], said: Said) -> Tables:
    """Return the rows of files by day; raises Unreadable for more than come by day."""
    _ = session.say
    options = said._replace(options=f"{tracker_says(session)} {said.options}").asked(session.today)
    tables = tables_of(files, said.maps(), options, session.progress)
    if sum(table.row_count for table in tables) > MOST_DAILY_ROWS:
        raise Unreadable(
            _(
                "The files hold more than {count} rows: export fewer days at a time, or make a "
                "report of the files themselves with cpc report."
            ).format(count=MOST_DAILY_ROWS)
        )
    return answer(tables, options)


def _fill(
    session: Session, target: Target, table: "Table", rows: Sequence[Sequence[Cell]], back: Undo
) -> Merged:
    """Put rows into a table, and note the steps back."""
    _ = session.say
    whole, body = table.range, table.data_body_range
    titles = block_of(whole.rows[0])[0]
    places = list(columns_of(target.platform, titles).values())
    if sorted(places)[: target.width] != list(range(target.width)) or body is None:
        raise Refused(
            _("The table {name} has titles that are not known; see New tracker for those.").format(
                name=target.name
            )
        )
    sheet, row, column = body.sheet, body.row, body.column
    area = sheet.range((row, column), (row + len(body.rows) - 1, column + target.width - 1))
    before = block_of(area)
    _refuse_formulas(session, target, area, before)
    result = merged(session, target.name, before, rows, target.key)
    more = len(result.rows) - len(before)
    if more > 0:
        _grow(session, table, whole, more, back)
    if result.added or result.changed:
        grown = area.resize(len(result.rows), target.width)
        blank: Block = [[None] * target.width for _line in range(more)]
        back.append(_writer(grown, [*before, *blank]))
        grown.raw_value = written(result.rows)
    return result


def _grow(session: Session, table: "Table", whole: "Range", more: int, back: Undo) -> None:
    """Lengthen a table into cells that must be empty; on the way back they are emptied."""
    _ = session.say
    height, width = len(whole.rows), len(whole.columns)
    below = whole.sheet.range(
        (whole.row + height, whole.column),
        (whole.row + height + more - 1, whole.column + width - 1),
    )
    if table.show_totals or any(each is not None for row in block_of(below) for each in row):
        raise Refused(
            _("Below the table {name} is no room for {count} rows; clear it first.").format(
                name=table.name, count=more
            )
        )
    back.append(below.clear_contents)
    back.append(lambda: table.resize(whole))
    table.resize(whole.resize(height + more, width))


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


def _writer(area: "Range", rows: Block) -> Callable[[], None]:
    def write() -> None:
        area.raw_value = written(rows)

    return write
