"""The cell that a formula means by a column of its own row: [@Cost], Paid[[#This Row],[Cost]]."""

import re
from typing import TYPE_CHECKING

from addin.exports.platform import folded
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.values import block_of

if TYPE_CHECKING:
    from xlwings import Range
    from xlwings.main import Table

_TITLE = r"((?:[^\[\]'#]|'.)+)"
_THIS_ROW = re.compile(
    rf"(?P<table>[^\[\]!]*)\[(?:@\[{_TITLE}\]|@{_TITLE}|\[#This Row\],\s*\[{_TITLE}\])\]",
    re.IGNORECASE,
)
_ESCAPED = re.compile("'(.)")


def located(session: Session, active: "Range", reference: str) -> str:
    """Return a reference that needs no row to be read from: $C$3 for [@Cost].

    Others come back as they are. Raises Refused where no table has the column.
    """
    _ = session.say
    found = _THIS_ROW.fullmatch(reference)
    if not found:
        return reference
    named, *titles = found.groups()
    title = _ESCAPED.sub(r"\1", next(filter(None, titles)))
    table = _table(active, named)
    head = table.header_row_range if table else None
    columns = [] if head is None else [folded(str(each or "")) for each in block_of(head)[0]]
    if head is None or folded(title) not in columns:
        raise Refused(_("{name} is no column of a table around this cell.").format(name=reference))
    place = (active.row, head.column + columns.index(folded(title)))
    return str(active.sheet.range(place).address)


def _table(active: "Range", name: str) -> "Table | None":
    """Return the table of a name on the sheet; without a name, the one around the cell."""
    if not name:
        return active.table
    tables = (table for table in active.sheet.tables if table.name.casefold() == name.casefold())
    return next(tables, None)
