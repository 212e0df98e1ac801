"""From the tables of an open workbook to what a report tells, asking what cannot be known."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from addin.answers import answer
from addin.exports.grid import Grid
from addin.exports.header import HEADER_WITHIN, Unrecognised, likely_header, titles_of
from addin.exports.recognise import recognise
from addin.exports.tables import recognise_all
from addin.exports.text_file import Unreadable
from addin.ribbon_commands.open_tables import Found, refuse_others
from addin.ribbon_commands.said import Said, keep, recall
from addin.ribbon_commands.session import Session
from addin.sources import tables_of_grids
from cpc_functions.headers import Role, role_of
from workbook_templates.edition import Edition
from workbook_templates.report.edition import edition_of
from workbook_templates.report.tables import Tables

if TYPE_CHECKING:
    from xlwings import Book

Read = TypeVar("Read")
MOST_QUESTIONS = 4
SUGGESTED = {
    Role.DATE: "date",
    Role.COST: "cost",
    Role.CONVERSIONS: "conversions",
    Role.CLICKS: "clicks",
}


def told(session: Session, book: "Book", found: Found, *, asks: bool) -> Tables:
    """Return what the report on the tables of a workbook tells.

    What the pipeline cannot know is taken from what was said of the workbook before; if that
    does not do, it is asked and remembered. Raises Unreadable where it may not be asked.
    """
    grids, own, _confidence = found
    return settled(
        session,
        book,
        lambda said: _answer(session, grids, said._replace(options=f"{own} {said.options}")),
        asks=asks,
        suggests=lambda: suggestion(grids[0]),
    )


def settled(
    session: Session,
    book: "Book",
    attempt: Callable[[Said], Read],
    *,
    asks: bool,
    suggests: Callable[[], str] | None = None,
) -> Read:
    """Return what an attempt makes of what is said: nothing, what is remembered, what is asked.

    What did is remembered. Raises Unreadable where nothing that is said will do.
    """
    try:
        return attempt(Said())
    except Unreadable:
        said = recall(book)
    for _question in range(MOST_QUESTIONS):
        try:
            found = attempt(said)
        except Unreadable as reason:
            more = _asked(session, said, reason, suggests) if asks else None
            if not more:
                raise
            said = more
        else:
            keep(session, book, said)
            return found
    _ = session.say
    raise Unreadable(_("The tables cannot be read with these answers."))


def _answer(session: Session, grids: Sequence[Grid], said: Said) -> Tables:
    _ = session.say
    options, maps = said.asked(session), said.maps()
    if len(grids) == 1:
        recognise(grids[0], maps)  # Unrecognised, which is asked about
    else:
        exports = recognise_all(grids, maps).exports
        refuse_others(session, grids, [export.grid.sheet for export in exports])
    tables = answer(tables_of_grids(grids, maps, options), options)
    try:
        edition_of(Edition(tables.span.first), tables)
    except ValueError as reason:  # years that no sheet has room for, or a currency that is none
        raise Unreadable(
            _("A report has no room for these years, or for this currency: {reason}.").format(
                reason=reason
            )
        ) from None
    return tables


def _asked(
    session: Session, said: Said, reason: Unreadable, suggests: Callable[[], str] | None
) -> Said | None:
    """Return what the person adds; None where there is nothing to ask, or no answer."""
    _ = session.say
    if suggests and isinstance(reason, Unrecognised):
        question = _(
            "Which column is what? Correct the titles after the signs =, parted by semicolons. "
            "Fields: date, cost, conversions, clicks, campaign, channel."
        )
        columns = session.ask.text(question, said.columns or suggests())
        return said._replace(columns=columns) if columns else None
    if "--" not in str(reason) or "--map" in str(reason):
        return None
    options = session.ask.text(
        _("{reason}\nAnswer with the option that is named.").format(reason=reason), said.options
    )
    return said._replace(options=options) if options and options != said.options else None


def suggestion(grid: Grid) -> str:
    """Return a map for a person to correct: what the titles look like, and nothing sure."""
    found: dict[str, str] = {}
    for title in titles_of(likely_header(grid.lines[:HEADER_WITHIN])):
        if word := SUGGESTED.get(role_of(title)):
            found.setdefault(word, title)
    for word in ("cost", "conversions"):
        found.setdefault(word, "?")
    return "; ".join(f"{word}={title}" for word, title in found.items())
