"""What is selected in Excel: one block of cells, as far as the sheet is used."""

from typing import TYPE_CHECKING

from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session

if TYPE_CHECKING:
    from xlwings import Range


def area_of(session: Session) -> "Range":
    """Return the selected range as far as it is used; of one cell, its table or what is around."""
    area = selection_of(session)
    if area.size > 1:
        return within_used(area) or area[0, 0]
    table = area.table
    return table.range if table else area.current_region


def selection_of(session: Session) -> "Range":
    """Return the selected cells; raises Refused for several blocks and for what is no cells."""
    _ = session.say
    area = session.app.selection
    if area is None:
        raise Refused(_("Select cells first: what is selected is no range of cells."))
    if "," in area.address:
        raise Refused(_("Several blocks of cells are selected; select one of them at a time."))
    return area


def within_used(area: "Range") -> "Range | None":
    """Return the part of a range that the sheet uses: a whole column has a million cells."""
    used = area.sheet.used_range
    edges = [(*_corner(each), *each.shape) for each in (area, used)]
    top, left = (max(edge[at] for edge in edges) for at in (0, 1))
    bottom, right = (min(edge[at] + edge[at + 2] for edge in edges) - 1 for at in (0, 1))
    if top > bottom or left > right:
        return None
    return area.sheet.range((top, left), (bottom, right))


def _corner(area: "Range") -> tuple[int, int]:
    return area.row, area.column
