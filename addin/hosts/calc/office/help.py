"""Help: the functions in a new document, each with its arguments, an example and its limits."""

from typing import TYPE_CHECKING

from addin.hosts.calc.office.words import translator
from addin.manual import AnyFunction, formula, labelled, written
from cpc_functions import CATALOGUE

if TYPE_CHECKING:
    from addin.hosts.calc.office.commands import Session

TEXT = 100  # the number format @, in every language
NEW = "private:factory/scalc"
WIDTHS = (4500, 9000, 14000, 9000, 4500, 14000)
"""Of the columns, in hundredths of a millimetre."""


def functions_help(session: "Session") -> str:
    """List the functions in a new document, which nobody has to save."""
    _ = session.say
    rows = [
        (
            _("Function"),
            _("How it is written"),
            _("What it returns"),
            _("Example"),
            _("Its answer"),
            _("When not to trust it"),
        ),
        *(_line(each, session.language) for each in CATALOGUE if not each.alias_of),
    ]
    document = session.office.desktop.loadComponentFromURL(NEW, "_blank", 0, ())
    sheet = document.Sheets.getByIndex(0)
    cells = sheet.getCellRangeByPosition(0, 0, len(rows[0]) - 1, len(rows) - 1)
    cells.NumberFormat = TEXT  # a formula is shown, not calculated
    cells.setDataArray(tuple(rows))
    cells.IsTextWrapped = True
    sheet.getCellRangeByPosition(0, 0, len(rows[0]) - 1, 0).CharWeight = 150.0
    for place, width in enumerate(WIDTHS):
        sheet.Columns.getByIndex(place).Width = width
    return _("{count} functions are listed in a new workbook.").format(count=len(rows) - 1)


def _line(function: AnyFunction, language: str) -> tuple[str, ...]:
    example = function.examples[0]
    return (
        function.name,
        function.signature,
        translator(language, "functions")(function.summary),
        formula(function, example.args),
        written(function.evaluate(*example.args)),
        labelled(function).get("When not to trust it", ""),
    )
