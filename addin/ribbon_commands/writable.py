"""What keeps Excel from writing cells or sheets as they are given, said with its cure.

Where rows are filtered away, Excel puts the first value of a block into every cell that shows,
and nothing into the others: the figures would be lost without an error.
"""

from typing import TYPE_CHECKING

from addin.ribbon_commands import session
from addin.ribbon_commands.refusal import Refused
from cpc_functions.texts import language
from workbook_templates.language import translator

if TYPE_CHECKING:
    from xlwings import Book, Range


def refuse_unwritable(cells: "Range") -> None:
    """Raise Refused where Excel would not put each value of a block into its own cell."""
    if reason := obstacle(cells):
        raise Refused(reason)


def obstacle(cells: "Range") -> str:
    """Return what keeps a block of cells from being written and what to do, "" for nothing."""
    _ = translator(language())
    if reason := protection(cells):
        return reason
    # An older xlwings cannot tell on a Mac.
    hidden = getattr(cells.rows, "hidden", False) if session.ON_MAC else cells.api.EntireRow.Hidden
    if hidden is False:
        return ""
    return _(
        "Rows of {cells} on the sheet {sheet} are hidden: clear the filter or unhide the rows, and "
        "try again."
    ).format(cells=_address(cells), sheet=cells.sheet.name)


def protection(cells: "Range") -> str:
    """Return that cells are locked on a protected sheet and what to do, "" where they are not."""
    _ = translator(language())
    if session.ON_MAC or not cells.sheet.api.ProtectContents or cells.api.Locked is False:
        return ""
    return _(
        "The cells {cells} of the sheet {sheet} are protected: choose Review > Unprotect Sheet, "
        "and try again."
    ).format(cells=_address(cells), sheet=cells.sheet.name)


def refuse_fixed_sheets(book: "Book") -> None:
    """Raise Refused for a workbook whose list of sheets is protected."""
    _ = translator(language())
    if not session.ON_MAC and book.api.ProtectStructure:
        raise Refused(
            _(
                "The structure of this workbook is protected, and no sheet can be added: choose "
                "Review > Protect Workbook to take that away, and try again."
            )
        )


def refuse_shared(book: "Book") -> None:
    """Raise Refused for a shared workbook: Excel deletes no sheets of one."""
    _ = translator(language())
    if book.api.MultiUserEditing:
        raise Refused(
            _(
                "This workbook is shared, and Excel deletes no sheet of it: stop sharing it "
                "(Review > Unshare Workbook), and try again."
            )
        )


def refuse_days_of_1904(book: "Book") -> None:
    """Raise Refused for a workbook that counts days from 1904: copied days would be others."""
    _ = translator(language())
    if not session.ON_MAC and book.api.Date1904:
        raise Refused(
            _(
                "This workbook counts days from 1904: clear File > Options > Advanced > Use 1904 "
                "date system, correct its dates, and try again."
            )
        )


def _address(cells: "Range") -> str:
    return str(cells.address).replace("$", "")
