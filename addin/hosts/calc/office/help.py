"""Help: the functions in a new document, each with its arguments, an example and its limits."""

from typing import TYPE_CHECKING

from addin.function_list import function_rows
from addin.hosts.calc.office.documents import laid_out
from addin.hosts.calc.office.words import translator

if TYPE_CHECKING:
    from addin.hosts.calc.office.commands import Session

NEW = "private:factory/scalc"
WIDTHS = (4500, 9000, 14000, 9000, 4500, 14000)
"""Of the columns, in hundredths of a millimetre."""


def functions_help(session: "Session") -> str:
    """List the functions in a new document, which nobody has to save."""
    _ = session.say
    say = translator(session.language, "functions")
    rows = function_rows(_, lambda each: say(each.summary))
    document = session.office.desktop.loadComponentFromURL(NEW, "_blank", 0, ())
    laid_out(document.Sheets.getByIndex(0), rows, WIDTHS)
    document.setModified(False)
    return _("{count} functions are listed in a new workbook.").format(count=len(rows) - 1)
