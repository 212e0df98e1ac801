"""What a command asks before it changes a workbook."""

from typing import TYPE_CHECKING, Any

from addin.hosts.calc.office.refusal import Refused

if TYPE_CHECKING:
    from addin.hosts.calc.office.commands import Session


def check_open(session: "Session", sheet: Any = None) -> None:
    """Raise Refused where the workbook, or a sheet of it, must not be changed."""
    _ = session.say
    workbook = session.workbook
    if workbook.isReadonly():
        raise Refused(
            _("This workbook is open for reading only: save it under another name first.")
        )
    if sheet is None and workbook.isProtected():
        raise Refused(_("The sheets of this workbook are protected: unprotect them first."))
    if sheet is not None and sheet.isProtected():
        told = _("The sheet {sheet} is protected: unprotect it first.")
        raise Refused(told.format(sheet=sheet.Name))
