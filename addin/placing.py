"""Where each row of the ledger belongs: paid, organic, a cost beside the ads, or left out.

Conversions that count as paid are those of the ad platforms; analytics give the organic ones.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from addin.choosing import Chosen, value_in
from addin.exports.platform import Platform, Traffic
from addin.found import finding
from addin.ledger import Table
from addin.options import Options
from addin.summary import MICRO, Sums, first_day
from addin.traffic import traffic_of
from cpc_functions.categories import CATEGORIES, UNPAID
from cpc_functions.cost_rules import plain
from workbook_templates.report.findings import Check
from workbook_templates.report.left_out import Reason
from workbook_templates.report.tables import CostRow, Finding, LeftOut

ORGANIC_WORK = {
    plain(name)
    for category in CATEGORIES
    if category.verdict is UNPAID
    for name in (category.name, *category.also)
}


@dataclass
class Placed:
    """The rows of every table by where they belong, in one currency and for one event."""

    paid: list[Sums] = field(default_factory=list)
    organic: list[Sums] = field(default_factory=list)
    costs: list[CostRow] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    credited: int = 0  # millionths of conversions that analytics credit to paid traffic


def place(rows: Sequence[tuple[Table, list[Sums]]], chosen: Chosen, options: Options) -> Placed:
    """Return the rows where they belong."""
    placed = Placed()
    events: dict[str, set[str]] = {}
    for table, parts in rows:
        known = events.setdefault(table.platform.name, set())
        known.update(part.event for part in parts if part.event)
    for table, parts in rows:
        aside: dict[Reason, list[Sums]] = {}
        several = len(events[table.platform.name] - chosen.events) > 0
        for original in parts:
            part = chosen.converted(original)
            if reason := _reason(part, table.platform, chosen, several=several):
                aside.setdefault(reason, []).append(part)
            elif _traffic(part, table.platform) is Traffic.ORGANIC:
                placed.organic.append(part)
            else:
                placed.paid.append(part)
        _tell(placed, table, aside, chosen)
        _place_costs(placed, table, chosen, options)
    return placed


def left_out(place_of: str, reason: Reason, parts: Iterable[Sums]) -> LeftOut:
    """Return rows that are left out, with their sums."""
    parts = list(parts)
    costs = [part.cost for part in parts if part.cost is not None]
    won = [part.conversions for part in parts if part.conversions is not None]
    return LeftOut(
        place_of,
        reason,
        sum(part.rows for part in parts),
        sum(costs) / MICRO if costs else None,
        sum(won) / MICRO if won else None,
    )


def _reason(part: Sums, platform: Platform, chosen: Chosen, *, several: bool) -> Reason | None:
    """Return why a row is left out; None for a row that counts.

    Where a platform has `several` kinds of results, a row that names none could be of any.
    """
    traffic = _traffic(part, platform)
    reasons = {
        Reason.UNASSIGNED: traffic is None,
        Reason.SEEN_BY_ANALYTICS: traffic is Traffic.PAID and platform.traffic is Traffic.BOTH,
        Reason.NO_CONVERSIONS: traffic is Traffic.ORGANIC and part.conversions is None,
        Reason.OTHER_EVENT: part.event not in {"", *chosen.events},
    }
    if traffic is Traffic.PAID:
        reasons |= {
            Reason.ORGANIC_WORK: plain(part.channel) in ORGANIC_WORK,
            Reason.EVENT_UNCLEAR: several and not part.event,
            Reason.NO_FIGURES: part.cost is None and part.conversions is None,
        }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _traffic(part: Sums, platform: Platform) -> Traffic | None:
    return traffic_of(part.channel) if platform.traffic is Traffic.BOTH else platform.traffic


def _tell(placed: Placed, table: Table, aside: Mapping[Reason, list[Sums]], chosen: Chosen) -> None:
    placed.left_out += [left_out(table.place, reason, parts) for reason, parts in aside.items()]
    placed.credited += sum(
        part.conversions or 0 for part in aside.get(Reason.SEEN_BY_ANALYTICS, ())
    )
    if others := aside.get(Reason.OTHER_EVENT):
        cost = sum(part.cost or 0 for part in others) / MICRO
        placed.findings.append(
            finding(Check.OTHER_EVENTS, table.place, cost=cost, event=chosen.event)
        )
    organic = [part for part in placed.organic if part.cost] if table.has_cost else []
    for part in [*aside.get(Reason.ORGANIC_WORK, ()), *organic]:
        cost, category = (part.cost or 0) / MICRO, part.channel or "organic"
        placed.findings.append(
            finding(Check.ORGANIC_AS_PAID, table.place, cost=cost, channel=category)
        )
        placed.costs.append(CostRow(first_day(part), part.campaign, category, cost, table.place))


def _place_costs(placed: Placed, table: Table, chosen: Chosen, options: Options) -> None:
    """Take the costs of the period from a Costs sheet; leave out others, and what stood before."""
    first, last = options.first or date.min, options.last or date.max
    known = set(placed.costs)
    costs = [row._replace(cost=value_in(row.cost, table.currency, chosen)) for row in table.costs]
    within = [row for row in costs if first <= row.day <= last]
    outside = [row for row in costs if not first <= row.day <= last]
    again = [row for row in within if row in known]
    placed.costs += [row for row in within if row not in known]
    for reason, rows in ((Reason.OUTSIDE_PERIOD, outside), (Reason.REPEATED_COST, again)):
        if rows:
            cost = sum(row.cost for row in rows)
            placed.left_out.append(LeftOut(table.place, reason, len(rows), cost, None))
    if again:
        placed.findings.append(finding(Check.REPEATED, table.place, same=len(again)))
