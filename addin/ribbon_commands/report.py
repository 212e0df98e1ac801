"""Build report and Update report: the report of `cpc report`, as sheets of the open workbook.

The report is written to a temporary file, opened beside the workbook, and its sheets are copied
in one step; nothing of the workbook itself is rewritten. A report that is there already is
replaced: it is deleted only when the new one stands.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from addin.ribbon_commands.open_tables import found_in
from addin.ribbon_commands.portable import MARK, PREFIX, portable
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session, surely, undone_on_failure
from addin.ribbon_commands.telling import told
from workbook_templates.edition import Edition
from workbook_templates.report.workbook import make_report

if TYPE_CHECKING:
    from xlwings import Book, Sheet

ON_MAC = sys.platform == "darwin"
EXCEL_LINKS = 1
TAKEN_AWAY = "cpc old {}"


class _LinkedError(Exception):
    """A copy of the report points into the file that it came from."""


def build_report(session: Session) -> str:
    """Add the report to the open workbook, asking what its tables do not say."""
    return _report(session, asks=True)


def update_report(session: Session) -> str:
    """Replace the report in the open workbook, asking nothing."""
    return _report(session, asks=False)


def _report(session: Session, *, asks: bool) -> str:
    _ = session.say
    session.progress(_("reading the tables"))
    book = session.book
    earlier = _earlier(session, book) if not asks or _has_front(session) else []
    if not asks and not earlier:
        raise Refused(_("There is no report to update in this workbook; use Build report."))
    found = found_in(session, book)
    with undone_on_failure() as back:
        tables = told(session, book, found, back, asks=asks)
        session.progress(_("writing the report"))
        content = make_report(Edition(tables.span.first, language=session.language), tables)
        if ON_MAC:
            return _beside(session, content)
        try:
            _put(session, book, content, earlier)
        except _LinkedError:
            return _beside(session, content)
    return _("The report is on the sheet {sheet}: {rows} rows of paid traffic.").format(
        sheet=f"{PREFIX}{_('Report')}", rows=len(tables.paid)
    )


def _put(session: Session, book: "Book", content: bytes, earlier: Sequence["Sheet"]) -> None:
    """Copy the report into a workbook; an earlier one makes room, and goes when all is well."""
    active = book.api.ActiveSheet
    with undone_on_failure() as back:
        back.append(active.Activate)
        kept = []
        for number, sheet in enumerate(earlier, 1):
            kept.append(TAKEN_AWAY.format(number))
            back.append(_renamer(sheet, sheet.name))
            sheet.name = kept[-1]
        back.append(lambda: _remove(book, kept))
        if earlier:
            _copy(session, book, content, before=earlier[0].api)
        else:
            _copy(session, book, content, after=active)
        if kept:
            book.api.Sheets(kept).Delete()


def _has_front(session: Session) -> bool:
    """Return whether the front of an earlier report may be there: one question to Excel."""
    if ON_MAC:
        return False
    _ = session.say
    return session.app.api.Evaluate(f"ISREF('{PREFIX}{_('Report')}'!A1)") is True


def _earlier(session: Session, book: "Book") -> list["Sheet"]:
    """Return the sheets of an earlier report, which bear our mark; no others are touched."""
    _ = session.say
    if ON_MAC:
        raise Refused(_("On a Mac a report stands in a workbook of its own; use Build report."))
    return [sheet for sheet in book.sheets if MARK in sheet.names]


def _copy(
    session: Session, book: "Book", content: bytes, *, before: Any = None, after: Any = None
) -> None:
    """Copy the sheets of the report into a workbook in one step, before or after a sheet.

    Raises _LinkedError where Excel left a link to the temporary file in the copy.
    """
    books = session.app.books
    with TemporaryDirectory(prefix="cpc-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / f"report-{token_hex(4)}.xlsx"
        path.write_bytes(portable(content))
        report = books.open(str(path), update_links=False, read_only=True, add_to_mru=False)
        try:
            report.api.Sheets.Copy(Before=before, After=after)
        finally:
            surely(report.close)
    links = book.api.LinkSources(EXCEL_LINKS) or ()
    if any(path.name in str(link) for link in links):
        raise _LinkedError


def _beside(session: Session, content: bytes) -> str:
    """Open the report as a new workbook that has not been saved."""
    _ = session.say
    open_unsaved(session, content, "report")
    return _("The report stands in a new workbook; save it under a name of your own.")


def open_unsaved(session: Session, content: bytes, name: str) -> None:
    """Open the bytes of a workbook as a new one: Excel asks for a name when it is saved."""
    with TemporaryDirectory(prefix="cpc-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / f"{name}.xlsx"
        path.write_bytes(content)
        if ON_MAC:
            session.app.books.open(str(path))
        else:
            session.app.books.api.Add(str(path))


def _remove(book: "Book", kept: list[str]) -> None:
    """Delete the sheets that bear our mark, except those of the titles that are kept."""
    for sheet in list(book.sheets):
        if MARK in sheet.names and sheet.name not in kept:
            sheet.delete()


def _renamer(sheet: "Sheet", title: str) -> Callable[[], Any]:
    return lambda: setattr(sheet, "name", title)
