"""Build report, New tracker, Check this workbook: what the command `cpc` makes of a workbook."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from addin.hosts.calc.office import tool
from addin.hosts.calc.office.documents import folder_of, progress, saved_copy

if TYPE_CHECKING:
    from addin.hosts.calc.office.commands import Session

WIDTHS = (2500, 6000, 1500, 14000, 14000)
"""Of the columns of findings, in hundredths of a millimetre."""


def build_report(session: "Session") -> str:
    """Report on the workbook in front, and open the report as a new document."""
    _ = session.say
    workbook = session.workbook
    with progress(workbook, _("Building the report")), saved_copy(workbook) as copy:
        made = copy.with_name("report.xlsx")
        tool.run(
            _,
            folder_of(workbook, copy),
            "report",
            str(copy),
            "-o",
            str(made),
            "--lang",
            session.language,
        )
        session.office.open_unsaved(made)
    return _("The report is a new document, which has no file yet: save it where you want it.")


def new_tracker(session: "Session") -> str:
    """Open an empty tracker as a new document."""
    _ = session.say
    with TemporaryDirectory(prefix="cpc-") as folder:
        made = Path(folder) / "tracker.xlsx"
        tool.run(_, Path(folder), "new", "tracker", "-o", str(made), "--lang", session.language)
        session.office.open_unsaved(made)
    return _("The tracker is a new document, which has no file yet: save it where you want it.")


def check_workbook(session: "Session") -> str:
    """Check the tables of the workbook in front, and list what is found on a new sheet."""
    _ = session.say
    workbook = session.workbook
    with progress(workbook, _("checking the tables")), saved_copy(workbook) as copy:
        arguments = ("check", str(copy), "--lang", session.language, "--json")
        printed = tool.run(_, folder_of(workbook, copy), *arguments)
    told = json.loads(printed)
    if not told["findings"]:
        return _("Nothing was found: every check passed.")
    rows = [tuple(told["headings"]), *map(tuple, told["findings"])]
    title = _listed(workbook, f"CPC {_('Checks')}", rows)
    return _("{count} findings are listed on the sheet {sheet}.").format(
        count=len(told["findings"]), sheet=title
    )


def _listed(workbook: Any, title: str, rows: list[tuple[Any, ...]]) -> str:
    """Write rows on a new sheet behind the active one, and return its title."""
    sheets = workbook.Sheets
    number, free = 1, title
    while sheets.hasByName(free):
        number += 1
        free = f"{title} {number}"
    controller = workbook.CurrentController
    active = controller.ActiveSheet.RangeAddress.Sheet
    sheets.insertNewByName(free, active + 1)
    sheet = sheets.getByName(free)
    cells = sheet.getCellRangeByPosition(0, 0, len(rows[0]) - 1, len(rows) - 1)
    cells.setDataArray(tuple(rows))
    cells.IsTextWrapped = True
    sheet.getCellRangeByPosition(0, 0, len(rows[0]) - 1, 0).CharWeight = 150.0
    for place, width in enumerate(WIDTHS):
        sheet.Columns.getByIndex(place).Width = width
    controller.setActiveSheet(sheet)
    return free
