"""Build report, New tracker, Check this workbook: what the command `cpc` makes of a workbook."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from addin.hosts.calc.office import tool
from addin.hosts.calc.office.documents import folder_of, laid_out, one_step, progress, saved_copy
from addin.hosts.calc.office.open_sheets import check_open
from addin.hosts.calc.office.refusal import Refused

if TYPE_CHECKING:
    from addin.hosts.calc.office.commands import Session

PROPOSED = re.compile(r'--map "([^"]+)"')
OPEN = re.compile(r"=TITLE$")  # a column that the command has no proposal for
WIDTHS = (2500, 6000, 1500, 14000, 14000)
"""Of the columns of findings, in hundredths of a millimetre."""


def build_report(session: "Session") -> str:
    """Report on the workbook in front, and open the report as a new document."""
    _ = session.say
    workbook = session.workbook
    with progress(workbook, _("Building the report")), saved_copy(workbook) as copy:
        made = copy.with_name(f"{copy.stem} report.xlsx")
        _told(session, copy, ("report", str(copy), "-o", str(made), "--lang", session.language))
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
    check_open(session)
    with progress(workbook, _("checking the tables")), saved_copy(workbook) as copy:
        arguments = ("check", str(copy), "--lang", session.language, "--json")
        printed = _told(session, copy, arguments)
    told = json.loads(printed)
    if not told["findings"]:
        return _("Nothing was found: every check passed.")
    rows = [told["headings"], *told["findings"]]
    title = f"CPC {_('Checks')}"
    with one_step(workbook, _("Check this workbook")):
        sheet = _listed(workbook, title, rows)
    workbook.CurrentController.setActiveSheet(sheet)
    return _("{count} findings are listed on the sheet {sheet}.").format(
        count=len(told["findings"]), sheet=title
    )


def _told(session: "Session", copy: Path, arguments: Sequence[str]) -> str:
    """Return what the command tells of the workbook in front, of which this is a copy.

    Where it does not know the columns and proposes them, the person is asked whether they are
    right; for a workbook that lies in a folder the answer is kept there, as the command keeps it.
    """
    _ = session.say
    folder = folder_of(session.workbook, copy)
    try:
        return tool.run(_, folder, *arguments)
    except Refused as refusal:
        reason = str(refusal).replace(str(copy), session.workbook.Title)
    columns = PROPOSED.findall(reason)
    question = _("{reason}\n\nRead the columns so? {columns}")
    question = question.format(reason=reason, columns=", ".join(columns))
    if not columns or any(map(OPEN.search, columns)) or not session.agrees(question):
        raise Refused(reason)
    return tool.run(_, folder, *arguments, *(word for each in columns for word in ("--map", each)))


def _listed(workbook: Any, title: str, rows: list[list[Any]]) -> Any:
    """Write rows on a new sheet behind the active one, in place of that of an earlier check."""
    sheets = workbook.Sheets
    if sheets.hasByName(title):
        sheets.removeByName(title)
    active = workbook.CurrentController.ActiveSheet.RangeAddress.Sheet
    sheets.insertNewByName(title, active + 1)
    sheet = sheets.getByName(title)
    laid_out(sheet, rows, WIDTHS)
    return sheet
