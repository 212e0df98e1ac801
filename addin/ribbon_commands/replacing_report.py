"""A report taken out of a workbook, and another put in its place: all of it, or nothing."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from addin.ribbon_commands.copying import copy_in
from addin.ribbon_commands.links import TAKEN_AWAY, follow
from addin.ribbon_commands.session import Session, undone_on_failure
from addin.ribbon_commands.standing import Marked, marked
from addin.ribbon_commands.way_back import Step
from addin.ribbon_commands.writable import refuse_fixed_sheets, refuse_shared

if TYPE_CHECKING:
    from xlwings import Book, Sheet


def replace(session: Session, book: "Book", content: bytes, earlier: Sequence[Marked]) -> None:
    """Put a report, b"" for none, into the place of an earlier one, which goes when all is well.

    Raises Refused where something refers to the earlier one that cannot refer to the new one, and
    where Excel deletes no sheets.
    """
    refuse_fixed_sheets(book)
    refuse_shared(book)
    steps: list[Step] = []
    taken = {TAKEN_AWAY.format(number): each for number, each in enumerate(earlier, 1)}
    with undone_on_failure(steps):
        for title, each in taken.items():
            steps.append(Step(_renamer(each.sheet, each.title)))
            each.sheet.name = title
        others = {sheet.name for sheet in book.sheets}
        if content:
            steps.append(Step(partial(_delete_added, book, others)))
            copy_in(session, book, content, before=earlier[0].sheet.api)
        given = {title: each.given for title, each in taken.items()}
        follow(session, book, steps, given, _added(book, others))
        book.api.Sheets([*taken]).Delete()


def _added(book: "Book", others: set[str]) -> list[Marked]:
    return [each for each in marked(book) if each.title not in others]


def _delete_added(book: "Book", others: set[str]) -> None:
    for each in _added(book, others):
        each.sheet.delete()


def _renamer(sheet: "Sheet", title: str) -> Callable[[], Any]:
    return lambda: setattr(sheet, "name", title)
