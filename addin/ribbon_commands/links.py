"""What other sheets and names say of a report, pointed at the report that takes its place.

Excel makes #REF! of every reference to a sheet that is deleted, and nothing brings it back.
"""

import re
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from addin.ribbon_commands.formulas import can_spill, formulas_of, write_formula
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.standing import Marked, marked
from addin.ribbon_commands.way_back import Step
from addin.ribbon_commands.writable import protection

if TYPE_CHECKING:
    from xlwings import Book, Range, Sheet

TAKEN_AWAY = "cpc old {}"
_REFERENCE = re.compile(r"'(cpc old \d+)'!")
_TAKEN = re.compile(r"cpc old \d+")


class _Links(NamedTuple):
    """Where references go: by the title that a sheet has now, the title of the one that stays."""

    session: Session
    steps: list[Step]
    titles: Mapping[str, str]

    def moved(self, text: str, where: str) -> str:
        """Return a formula that points at the new sheets; raises Refused where it cannot."""
        new = _REFERENCE.sub(lambda found: f"'{self.titles.get(found[1], found[1])}'!", text)
        if _TAKEN.search(new):
            raise self.stuck(where)
        return new

    def stuck(self, where: str) -> Refused:
        """Return why a cell or a name keeps the report from being replaced."""
        _ = self.session.say
        return Refused(
            _(
                "{where} refers to the report in a way that cannot follow a new one: put a value "
                "in its place, and try again."
            ).format(where=where)
        )


def follow(
    session: Session, book: "Book", steps: list[Step], taken: Mapping[str, str], new: list[Marked]
) -> None:
    """Point formulas and names at the new sheets, and note the steps back.

    `taken` are the titles that the sheets to be deleted were given, by those they have now. Raises
    Refused for a reference that cannot follow, and for a copy that lives on what is deleted.
    """
    given = {each.given: each.title for each in new}
    links = _Links(session, steps, {now: given[was] for now, was in taken.items() if was in given})
    own = {*taken, *given.values()}
    copies = {each.title for each in marked(book)}
    for sheet in book.sheets:
        title = sheet.name
        if title not in own:
            _follow_in_cells(links, sheet, title, is_copy=title in copies)
    _follow_in_names(links, book)


def _follow_in_cells(links: _Links, sheet: "Sheet", title: str, *, is_copy: bool) -> None:
    _ = links.session.say
    used = sheet.used_range
    spilling = can_spill(used)
    for at, row in enumerate(formulas_of(used, spilling=spilling)):
        for beside, text in enumerate(row):
            if not (text.startswith("=") and _TAKEN.search(text)):
                continue
            if is_copy:
                raise Refused(
                    _(
                        "The sheet {sheet} is a copy that takes its figures from the report: put "
                        "values in the place of its formulas, and try again."
                    ).format(sheet=title)
                )
            _write(links, used[at, beside], title, text, spilling=spilling)


def _write(links: _Links, cell: "Range", title: str, text: str, *, spilling: bool) -> None:
    if reason := protection(cell):
        raise Refused(reason)
    where = f"'{title}'!{cell.address.replace('$', '')}"
    if cell.api.HasArray:
        raise links.stuck(where)
    new = links.moved(text, where)
    links.steps.append(Step(partial(write_formula, cell, text, spilling=spilling)))
    write_formula(cell, new, spilling=spilling)


def _follow_in_names(links: _Links, book: "Book") -> None:
    for name in book.names:
        text = str(name.refers_to)
        if _TAKEN.search(text) and not _TAKEN.search(name.name):  # a sheet's own names go with it
            new = links.moved(text, name.name)
            links.steps.append(Step(partial(setattr, name, "refers_to", text)))
            name.refers_to = new
