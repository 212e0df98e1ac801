"""Import exports: rows of the platforms' files go into the tables of the open tracker.

A row of the same key replaces what stands there, in its place; a new one goes below the last. A
table is written in one step, so that texts and figures of a row never come apart.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from addin.answers import answer
from addin.exports.text_file import Unreadable
from addin.gathering import MOST_DAILY_ROWS
from addin.ribbon_commands.filling import TARGETS, fill
from addin.ribbon_commands.longer_rows import refuse_longer
from addin.ribbon_commands.open_tables import tracker_says
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.said import Said
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.telling import settled
from addin.sources import tables_of
from workbook_templates.report.tables import Tables

if TYPE_CHECKING:
    from xlwings import Book
    from xlwings.main import Table


def import_exports(session: Session) -> str:
    """Read files that the person chooses into the open tracker; say what became of the rows."""
    _ = session.say
    book = session.book
    tables = _tables(session, book)
    files = session.ask.files(_("Exports to import"))
    if not files:
        return _("Nothing was imported.")
    told = settled(session, book, lambda said: _read(session, files, said), asks=True)
    results = []
    for target, rows in zip(TARGETS, (told.paid, told.organic, told.costs), strict=True):
        if rows:
            session.progress(_("writing {name}").format(name=target.name))
            table = tables.get(target.name)
            if table is None:
                raise _missing(session, target.name)
            results.append((target.name, fill(session, target, table, rows)))
    return " ".join(
        _("{name}: {added} rows added, {changed} changed, {same} the same.").format(
            name=name, added=result.added, changed=result.changed, same=result.same
        )
        for name, result in results
    )


def _tables(session: Session, book: "Book") -> dict[str, "Table"]:
    names = {target.name for target in TARGETS}
    found = {
        name: table
        for sheet in book.sheets
        for table in sheet.tables
        if (name := table.name) in names
    }
    if not found:
        raise _missing(session, "Paid")
    return found


def _missing(session: Session, name: str) -> Refused:
    _ = session.say
    return Refused(
        _("This workbook has no table {name}; open a tracker, or make one.").format(name=name)
    )


def _read(session: Session, files: Sequence[str], said: Said) -> Tables:
    """Return the rows of files by day.

    Raises Unreadable for more rows than come by day, Refused for rows of more days than one.
    """
    _ = session.say
    options = said._replace(options=f"{tracker_says(session)} {said.options}").asked(session)
    tables = tables_of(files, said.maps(), options, session.progress)
    refuse_longer(session, tables)
    if sum(table.row_count for table in tables) > MOST_DAILY_ROWS:
        raise Unreadable(
            _(
                "The files hold more than {count} rows: export fewer days at a time, or make a "
                "report of the files themselves with cpc report."
            ).format(count=MOST_DAILY_ROWS)
        )
    return answer(tables, options)
