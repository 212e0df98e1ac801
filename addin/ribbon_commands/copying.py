"""Reports as workbooks beside the open one: copied from there, or left for the person to save."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from addin.ribbon_commands.formulas import formulas_of
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.standing import of_run
from addin.ribbon_commands.way_back import surely
from addin.ribbon_commands.writable import refuse_fixed_sheets

if TYPE_CHECKING:
    from xlwings import Book, Sheet

EXCEL_LINKS = 1


class ElsewhereError(Exception):
    """Excel copies no report into this workbook, or its copy points into the file it came from."""


def copy_in(
    session: Session, book: "Book", content: bytes, *, before: Any = None, after: Any = None
) -> None:
    """Copy the sheets of a report into a workbook in one step, before or after a sheet.

    Raises ElsewhereError where Excel does not do it, or left a link to the temporary file.
    """
    with _opened(session, content) as (report, file):
        try:
            report.api.Sheets.Copy(Before=before, After=after)
        except Exception as fault:
            refuse_fixed_sheets(book)
            raise ElsewhereError from fault
    links = book.api.LinkSources(EXCEL_LINKS) or ()
    if any(file in str(link) for link in links):
        raise ElsewhereError


def file_of(session: Session, book: "Book", sheets: Sequence["Sheet"]) -> bytes:
    """Return sheets as the file of a workbook of their own."""
    with TemporaryDirectory(prefix="cpc-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / f"report-{token_hex(4)}.xlsx"
        book.api.Sheets([sheet.name for sheet in sheets]).Copy()  # the copy is in front
        try:
            session.books.active.save(str(path))
        finally:
            surely(partial(_close_in_front, session, book))
        return path.read_bytes()


def is_untouched(session: Session, book: "Book", content: bytes, run: str) -> bool:
    """Return whether the report of a run still holds what it held when it was copied."""
    standing = of_run(book, run)
    with _opened(session, content) as (report, _file):
        made = {sheet.name: _held(sheet) for sheet in report.sheets}
    now = {}
    for each in standing:
        text = _held(each.sheet)
        for other in standing:
            text = text.replace(f"'{other.title}'!", f"'{other.given}'!")
        now[each.given] = text
    return now == made


def open_unsaved(session: Session, content: bytes, name: str) -> None:
    """Open the bytes of a workbook as a new one: Excel asks for a name when it is saved."""
    with TemporaryDirectory(prefix="cpc-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / f"{name}.xlsx"
        path.write_bytes(content)
        if session.on_mac:
            session.books.open(str(path))
        else:
            session.books.api.Add(str(path))


@contextmanager
def _opened(session: Session, content: bytes) -> Iterator[tuple["Book", str]]:
    """Open the bytes of a report for a while, as a file of a name of its own."""
    with TemporaryDirectory(prefix="cpc-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / f"report-{token_hex(4)}.xlsx"
        path.write_bytes(content)
        report = session.books.open(str(path), update_links=False, read_only=True, add_to_mru=False)
        try:
            yield report, path.name
        finally:
            surely(report.close)


def _held(sheet: "Sheet") -> str:
    """Return all that the cells of a sheet hold, and where."""
    used = sheet.used_range
    rows = formulas_of(used, spilling=False)
    return "\n".join([str(used.address), *("\t".join(row) for row in rows)])


def _close_in_front(session: Session, book: "Book") -> None:
    """Close the workbook in front, unless it is the one that the person works on."""
    front = session.books.active
    if front.name != book.name:
        front.close()
