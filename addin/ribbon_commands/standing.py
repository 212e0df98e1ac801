"""The sheets of a report that stands in a workbook, told from copies that are kept.

Each sheet bears a hidden name with the run that made it and the title that it was given. Copies
and renamed sheets bear the name as well: they are the person's, and no command touches them.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from addin.ribbon_commands.portable import MARK, PREFIX
from workbook_templates.language import LANGUAGES, translator

if TYPE_CHECKING:
    from xlwings import Book, Sheet

FRONTS = tuple(f"{PREFIX}{translator(each)('Report')}" for each in LANGUAGES)
_MARK = re.compile(r'="(\w+) (.+)"')


class Marked(NamedTuple):
    """A sheet with our mark: its title, the run that made it, the title that it was given."""

    sheet: "Sheet"
    title: str
    run: str
    given: str

    @property
    def in_place(self) -> bool:
        """Whether the title is as it was given; Excel adds (2) to one that is taken."""
        return re.fullmatch(rf"{re.escape(self.given)}( \(\d+\))?", self.title) is not None


def marked(book: "Book") -> list[Marked]:
    """Return the sheets that bear our mark, in their order."""
    found = []
    for sheet in book.sheets:
        names = sheet.names
        if MARK in names and (mark := _MARK.fullmatch(str(names[MARK].refers_to))):
            found.append(Marked(sheet, sheet.name, mark[1], mark[2]))
    return found


def of_run(book: "Book", run: str = "") -> list[Marked]:
    """Return the sheets of a run, "" for the run whose front stands where a report does.

    Of sheets that were given the same title, the one whose title is nearest to it is the sheet,
    and the others are copies of it. Empty where no front stands.
    """
    sheets = [each for each in marked(book) if each.in_place]
    nearest = sorted(sheets, key=lambda each: (len(each.title), each.title))
    if not run:
        run = next((each.run for each in nearest if each.given in FRONTS), "")
    chosen: dict[str, Marked] = {}
    for each in nearest:
        if each.run == run:
            chosen.setdefault(each.given, each)
    return [each for each in sheets if chosen.get(each.given) is each]


def remove(book: "Book", run: str) -> None:
    """Delete the sheets of a run, which has only begun."""
    for each in marked(book):
        if each.run == run:
            each.sheet.delete()
