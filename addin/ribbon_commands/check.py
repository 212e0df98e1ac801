"""Check this workbook: the checks of the report, on a sheet of their own.

A sheet and no message: findings name lines and cures, and people work through them.
"""

from typing import TYPE_CHECKING

from addin.checking import finding_rows
from addin.ribbon_commands.open_tables import found_in
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.telling import told
from addin.ribbon_commands.values import put
from addin.ribbon_commands.way_back import Step
from addin.ribbon_commands.writable import refuse_fixed_sheets

if TYPE_CHECKING:
    from xlwings import Book

WIDTHS = {"A:A": 12, "B:B": 32, "C:C": 8, "D:E": 70}


def check_workbook(session: Session) -> str:
    """Check the open tables; what is found is listed on a new sheet."""
    _ = session.say
    session.progress(_("checking the tables"))
    book = session.book
    found = found_in(session, book)
    tables = told(session, book, found, asks=True)
    if not tables.findings:
        return _("Nothing was found: every check passed.")
    rows = finding_rows(tables, session.language)
    refuse_fixed_sheets(book)
    active = book.sheets.active
    session.back.append(Step(active.activate))
    title = _free_title(session, book)
    sheet = book.sheets.add(title, after=active)
    session.back.append(Step(sheet.delete, lambda: sheet.used_range.formula))
    put(sheet.range((1, 1), (len(rows), len(rows[0]))), rows)
    for columns, width in WIDTHS.items():
        sheet.range(columns).column_width = width
    sheet.range("D:E").wrap_text = True
    sheet.range("A1:E1").font.bold = True
    return _("{count} findings are listed on the sheet {sheet}.").format(
        count=len(tables.findings), sheet=title
    )


def _free_title(session: Session, book: "Book") -> str:
    """Return a title that no sheet has: Excel does not tell capitals apart."""
    _ = session.say
    title = f"CPC {_('Checks')}"
    taken = {sheet.name.casefold() for sheet in book.sheets}
    number = 1
    while (free := title if number == 1 else f"{title} {number}").casefold() in taken:
        number += 1
    return free
