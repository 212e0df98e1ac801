"""Functions, Language and About."""

import sys
from importlib.metadata import PackageNotFoundError, version

from addin.function_list import function_rows
from addin.function_texts import summary
from addin.hosts.failures import NAME, folder
from addin.ribbon_commands import values
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.way_back import surely

WIDTHS = {"A:A": 24, "B:B": 50, "C:C": 80, "D:D": 50, "E:E": 24, "F:F": 80}


def functions_help(session: Session) -> str:
    """List the functions in a new workbook, which nobody has to save."""
    _ = session.say
    rows = function_rows(_, lambda each: summary(each, session.language))
    book = session.app.books.add()
    try:
        sheet = book.sheets[0]
        values.put(sheet.range((1, 1), (len(rows), len(rows[0]))), rows)
        for columns, width in WIDTHS.items():
            sheet.range(columns).column_width = width
        sheet.range("A1:F1").font.bold = True
    except BaseException:
        surely(book.close)
        raise
    if session.on_mac:
        return _(
            "{count} functions. On a Mac they work in the formulas of our workbooks; cells cannot "
            "call them by name there."
        ).format(count=len(rows) - 1)
    return _("{count} functions are listed in a new workbook.").format(count=len(rows) - 1)


def set_language(session: Session) -> str:
    """Say which language the texts are in now: it is set before any command runs."""
    _ = session.say
    return _("The texts of this add-in are in English now; Recalculate shows them in cells.")


def about(session: Session) -> str:
    """Say what runs here, for a report of a fault."""
    _ = session.say
    return _(
        "CPC add-in {version}: what a conversion costs, and how far to trust it. CPC is the cost "
        "per conversion, never the cost per click.\nPython {python}, xlwings {xlwings}.\nLog: {log}"
    ).format(
        version=_version("cpc-addin"),
        python=sys.version.split()[0],
        xlwings=_version("xlwings"),
        log=folder() / NAME,
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # run from its folder
        return "–"
