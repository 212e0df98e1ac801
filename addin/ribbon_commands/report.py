"""Build report and Update report: the report of `cpc report`, as sheets of the open workbook.

The report is written to a temporary file, opened beside the workbook, and its sheets are copied
in one step; nothing of the workbook itself is rewritten.
"""

from functools import partial
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from addin.ribbon_commands.copying import (
    ElsewhereError,
    copy_in,
    file_of,
    is_untouched,
    open_unsaved,
)
from addin.ribbon_commands.open_tables import found_in
from addin.ribbon_commands.portable import PREFIX, portable
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.replacing_report import replace
from addin.ribbon_commands.session import Session, undone_on_failure
from addin.ribbon_commands.standing import FRONTS, Marked, of_run, remove
from addin.ribbon_commands.telling import told
from addin.ribbon_commands.tracker_facts import refuse_other_settings
from addin.ribbon_commands.way_back import Step, surely
from addin.ribbon_commands.writable import refuse_days_of_1904
from workbook_templates.edition import Edition
from workbook_templates.report.workbook import make_report

if TYPE_CHECKING:
    from xlwings import Book


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
    refuse_days_of_1904(book)
    earlier = of_run(book) if _has_front(session) else []
    if not asks and not earlier:
        raise Refused(_nothing_to_update(session))
    found = found_in(session, book)
    refuse_other_settings(session, found.grids, found.confidence)
    tables = told(session, book, found, asks=asks)
    session.progress(_("writing the report"))
    content = make_report(Edition(tables.span.first, language=session.language), tables)
    if session.on_mac:
        return _beside(session, content)
    run = token_hex(4)
    try:
        _put(session, book, portable(content, _, run), run, earlier)
    except ElsewhereError:
        return _beside(session, content)
    return _("The report is on the sheet {sheet}: {rows} rows of paid traffic.").format(
        sheet=f"{PREFIX}{_('Report')}", rows=len(tables.paid)
    )


def _nothing_to_update(session: Session) -> str:
    _ = session.say
    if session.on_mac:
        return _("On a Mac a report stands in a workbook of its own; use Build report.")
    return _("There is no report to update in this workbook; use Build report.")


def _put(session: Session, book: "Book", content: bytes, run: str, earlier: list[Marked]) -> None:
    """Copy the report into a workbook; on the way back an earlier one stands there again.

    Undo leaves a report that was edited since.
    """
    active = book.api.ActiveSheet
    with undone_on_failure(session.back):
        session.back.append(Step(partial(_show, active)))
        old = b""
        if earlier:
            old = file_of(session, book, [each.sheet for each in earlier])
            replace(session, book, content, earlier)
        else:
            session.back.append(Step(partial(remove, book, run)))
            copy_in(session, book, content, after=active)
            session.back.pop()

    def back() -> bool:
        untouched = is_untouched(session, book, content, run)
        if untouched:
            replace(session, book, old, of_run(book, run))
        return untouched

    session.back.append(Step(back))


def _show(sheet: Any) -> None:
    """Show a sheet, if it is there still."""
    surely(sheet.Activate)


def _has_front(session: Session) -> bool:
    """Return whether the front of an earlier report may be there, in any language.

    One question to Excel; INDIRECT, because a sheet that is not there makes no other formula.
    """
    if session.on_mac:
        return False
    fronts = ",".join(f"ISREF(INDIRECT(\"'{title}'!A1\"))" for title in FRONTS)
    return session.app.api.Evaluate(f"OR({fronts})") is True


def _beside(session: Session, content: bytes) -> str:
    """Open the report as a new workbook that has not been saved."""
    _ = session.say
    open_unsaved(session, content, "report")
    return _("The report stands in a new workbook; save it under a name of your own.")
