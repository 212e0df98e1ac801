"""What a tracker says of itself in Settings, and what a report cannot follow of it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from addin.exports.grid import Grid
from addin.exports.platform import Field, folded
from addin.exports.platforms.tracker import COSTS
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.values import DAY_ZERO
from cpc_functions.cost_rules import counts_by, plain
from cpc_functions.currencies import currencies

if TYPE_CHECKING:
    from collections.abc import Iterator


NAMES = ("Paid", "Organic", "Costs")
MILLION, THOUSAND = 1_000_000, 1_000
USUAL = 950  # thousandths: the confidence of every report
FACTS = '&"/"&'.join(
    [
        *(f"ROW({table}[#Headers])" for table in NAMES),
        *("currency", f"ROUND(N(target)*{MILLION},0)"),
        *("ROUND(N(last_day),0)", f"ROUND(N(wanted_confidence)*{THOUSAND},0)"),
    ]
)
_FACTS = re.compile(r"(\d+)/(\d+)/(\d+)/(.*)/(\d+)/(\d+)/(\d+)")
ANSWERS = {"yes": True, "ja": True, "no": False, "nei": False}


class Facts(NamedTuple):
    """What a tracker says: its currency and target as options, and how sure it wants to be.

    `rows` are the rows that the titles of its tables stand in, none for any other workbook;
    `confidence` counts in thousandths.
    """

    rows: Mapping[str, int]
    own: str = ""
    last_day: date | None = None
    confidence: int = USUAL


def facts(session: Session) -> Facts:
    """Return what a tracker says of itself, by one question to Excel.

    A workbook that is no tracker answers with an error.
    """
    answer = None if session.on_mac else session.app.api.Evaluate(FACTS)
    found = _FACTS.fullmatch(answer) if isinstance(answer, str) else None
    if not found:
        return Facts({})
    *rows, currency, target, last, confidence = found.groups()
    said = f"--currency {currency}" if currencies(currency) == {currency} else ""
    if int(target):
        said += f" --target {int(target) / MILLION!r}"
    return Facts(
        dict(zip(NAMES, map(int, rows), strict=True)),
        said.strip(),
        (DAY_ZERO + timedelta(days=int(last))).date() if int(last) else None,
        int(confidence),
    )


def until(last: date | None, grids: Sequence[Grid]) -> str:
    """Return the option that ends a report on the last day of Settings, if any row is later."""
    days = (cell for grid in grids for line in grid.lines for cell in line.cells[:1])
    later = last and any(isinstance(day, date) and f"{day:%Y-%m-%d}" > f"{last}" for day in days)
    return f" --to {last}" if later else ""


def refuse_other_settings(session: Session, grids: Sequence[Grid], confidence: int) -> None:
    """Raise Refused where a report would say otherwise than the tracker that it stands in."""
    _ = session.say
    if confidence != USUAL:
        raise Refused(
            _(
                "Settings asks for a confidence of {wanted} %, and Build report knows 95 % alone: "
                "write 95 % there, or use the sheet Report of the tracker."
            ).format(wanted=f"{confidence / 10:g}")
        )
    if category := next((other for grid in grids for other in _other_rules(grid)), None):
        raise Refused(
            _(
                "The rules of Settings count {category} otherwise than Build report does: use the "
                "sheet Report of the tracker, which follows your rules, or put the rule back."
            ).format(category=category)
        )


def _other_rules(grid: Grid) -> "Iterator[str]":
    """Yield the categories of costs that the tracker counts otherwise than the default does."""
    titles = [folded(str(title or "")) for title in grid.lines[0].cells]
    categories, answers = set(COSTS.labels[Field.CATEGORY]), {each[-1] for each in COSTS.known_by}
    category = next((at for at, title in enumerate(titles) if title in categories), None)
    answer = next((at for at, title in enumerate(titles) if title in answers), None)
    if category is None or answer is None:
        return
    usual = counts_by(None)
    for line in grid.lines[1:]:
        name = str(line.cells[category] or "")
        counts = ANSWERS.get(str(line.cells[answer] or "").casefold())
        if counts is not None and counts is not usual.get(plain(name)):
            yield name
