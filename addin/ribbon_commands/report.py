"""Build report and Update report: the report of `cpc report`, as sheets of the open workbook.

The report is written to a temporary file, opened beside the workbook, and its sheets are copied
in one step; nothing of the workbook itself is rewritten. A report that is there already is
replaced: it is deleted only when the new one stands.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from addin.ribbon_commands.open_tables import found_in
from addin.ribbon_commands.portable import MARK, PREFIX, portable
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session, undone_on_failure
from addin.ribbon_commands.telling import told
from addin.ribbon_commands.way_back import Step, surely
from workbook_templates.edition import Edition
from workbook_templates.language import LANGUAGES, translator
from workbook_templates.report.workbook import make_report

if TYPE_CHECKING:
    from xlwings import Book, Sheet

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
    tables = told(session, book, found, asks=asks)
    session.progress(_("writing the report"))
    content = make_report(Edition(tables.span.first, language=session.language), tables)
    if session.on_mac:
        return _beside(session, content)
    try:
        _put(session, book, portable(content, _), earlier)
    except _LinkedError:
        return _beside(session, content)
    return _("The report is on the sheet {sheet}: {rows} rows of paid traffic.").format(
        sheet=f"{PREFIX}{_('Report')}", rows=len(tables.paid)
    )


def _put(session: Session, book: "Book", content: bytes, earlier: Sequence["Sheet"]) -> None:
    """Copy the report into a workbook; on the way back an earlier one stands there again."""
    active = book.api.ActiveSheet
    with undone_on_failure(session.back):
        session.back.append(Step(partial(_show, active)))
        if not earlier:
            session.back.append(Step(partial(_remove, book, ())))
            _copy(session, book, content, after=active)
            return
        old = _file_of(session, book, earlier)
        _replace(session, book, content, earlier)
        session.back.append(Step(lambda: _replace(session, book, old, _marked(book))))


def _replace(session: Session, book: "Book", content: bytes, earlier: Sequence["Sheet"]) -> None:
    """Copy a report into the place of an earlier one, which goes when all is well."""
    steps: list[Step] = []
    kept = [TAKEN_AWAY.format(number) for number in range(1, len(earlier) + 1)]
    with undone_on_failure(steps):
        for sheet, title in zip(earlier, kept, strict=True):
            steps.append(Step(_renamer(sheet, sheet.name)))
            sheet.name = title
        steps.append(Step(partial(_remove, book, kept)))
        _copy(session, book, content, before=earlier[0].api)
        book.api.Sheets(kept).Delete()


def _file_of(session: Session, book: "Book", sheets: Sequence["Sheet"]) -> bytes:
    """Return sheets as the file of a workbook of their own."""
    with TemporaryDirectory(prefix="cpc-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / f"report-{token_hex(4)}.xlsx"
        book.api.Sheets([sheet.name for sheet in sheets]).Copy()  # the copy is in front
        try:
            session.app.books.active.save(str(path))
        finally:
            surely(partial(_close_in_front, session, book))
        return path.read_bytes()


def _close_in_front(session: Session, book: "Book") -> None:
    """Close the workbook in front, unless it is the one that the person works on."""
    front = session.app.books.active
    if front.name != book.name:
        front.close()


def _show(sheet: Any) -> None:
    """Show a sheet, if it is there still."""
    surely(sheet.Activate)


def _has_front(session: Session) -> bool:
    """Return whether the front of an earlier report may be there, in any language.

    One question to Excel; INDIRECT, because a sheet that is not there makes no other formula.
    """
    if session.on_mac:
        return False
    titles = [f"{PREFIX}{translator(each)('Report')}" for each in LANGUAGES]
    fronts = ",".join(f"ISREF(INDIRECT(\"'{title}'!A1\"))" for title in titles)
    return session.app.api.Evaluate(f"OR({fronts})") is True


def _earlier(session: Session, book: "Book") -> list["Sheet"]:
    """Return the sheets of an earlier report."""
    _ = session.say
    if session.on_mac:
        raise Refused(_("On a Mac a report stands in a workbook of its own; use Build report."))
    return _marked(book)


def _marked(book: "Book") -> list["Sheet"]:
    """Return the sheets that bear our mark; no others are touched."""
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
        path.write_bytes(content)
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
        if session.on_mac:
            session.app.books.open(str(path))
        else:
            session.app.books.api.Add(str(path))


def _remove(book: "Book", kept: Sequence[str]) -> None:
    """Delete the sheets that bear our mark, except those of the titles that are kept."""
    for sheet in _marked(book):
        if sheet.name not in kept:
            sheet.delete()


def _renamer(sheet: "Sheet", title: str) -> Callable[[], Any]:
    return lambda: setattr(sheet, "name", title)
