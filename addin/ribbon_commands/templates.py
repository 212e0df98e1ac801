"""New tracker, New A/B test, New bids, New budget: empty workbooks that nobody has saved yet."""

from functools import partial

from addin.ribbon_commands.copying import open_unsaved
from addin.ribbon_commands.session import Act, Session
from workbook_templates.edition import Edition
from workbook_templates.kinds import Kind, about, make


def _new(kind: Kind, session: Session) -> str:
    """Make an empty workbook of a kind and open it as a new one."""
    _ = session.say
    session.progress(_("making the workbook"))
    edition = Edition(session.today.replace(month=1, day=1), language=session.language)
    open_unsaved(session, make(kind, edition), str(kind))
    title, question = about(kind, edition)
    return f"{title}: {question}"


new_tracker: Act = partial(_new, Kind.TRACKER)
new_ab_test: Act = partial(_new, Kind.AB_TEST)
new_bids: Act = partial(_new, Kind.BIDS)
new_budget: Act = partial(_new, Kind.BUDGET)
