"""Where each row of the ledger belongs: paid, organic, a cost beside the ads, or left out.

Conversions that count as paid are those of the ad platforms; analytics give the organic ones.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from addin.exports.platform import Platform, Traffic
from addin.exports.text_file import Unreadable
from addin.found import finding
from addin.ledger import Table
from addin.options import Options
from addin.summary import MICRO, Sums
from addin.traffic import traffic_of
from cpc_functions.categories import CATEGORIES, UNPAID
from cpc_functions.cost_rules import plain
from cpc_functions.texts import rounded
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


def place(
    rows: Sequence[tuple[Table, list[Sums]]], currency: str, event: str, options: Options
) -> Placed:
    """Return the rows where they belong."""
    placed = Placed()
    for table, parts in rows:
        aside: dict[Reason, list[Sums]] = {}
        several = len({part.event for part in parts if part.event}) > 1
        for part in parts:
            reason = _reason(part, table.platform, event, several=several)
            if reason:
                aside.setdefault(reason, []).append(part)
            elif _traffic(part, table.platform) is Traffic.ORGANIC:
                placed.organic.append(part)
            else:
                placed.paid.append(_converted(part, currency, options.rates))
        _tell(placed, table, aside, currency, event, options)
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


def event_of(rows: Sequence[tuple[Table, list[Sums]]], wanted: str) -> str:
    """Return the event that is counted; raises Unreadable where there are several to choose from.

    "" where no source names one.
    """
    spent: dict[str, int] = {}
    won: dict[str, int] = {}
    for table, parts in rows:
        for part in parts:
            if part.event and table.platform.traffic is Traffic.PAID:
                spent[part.event] = spent.get(part.event, 0) + (part.cost or 0)
                won[part.event] = won.get(part.event, 0) + (part.conversions or 0)
    known = sorted(spent, key=lambda name: -spent[name])
    if wanted:
        if known and wanted not in known:
            raise Unreadable(f"--event {wanted}: the files name {', '.join(known)}.")
        return wanted
    if len(known) > 1:
        told = "\n".join(
            f"  --event {name!r}: {won[name] / MICRO:g} for {rounded(spent[name] / MICRO)}"
            for name in known
        )
        raise Unreadable(
            f"the files hold results of different kinds, which are never added; choose one:\n{told}"
        )
    return known[0] if known else ""


def currency_of(rows: Sequence[tuple[Table, list[Sums]]], options: Options) -> str:
    """Return the currency of the report; raises Unreadable where amounts cannot be added."""
    said: dict[str, Table] = {}
    for table, parts in rows:
        for part in parts:
            if part.cost and table.platform.traffic is Traffic.PAID:
                said.setdefault(part.currency, table)
        if table.costs:
            said.setdefault(table.currency, table)
    wanted = options.declared.currency
    named = sorted(code for code in said if code)
    currency = wanted or (named[0] if named else "")
    if "" in said and named:
        raise Unreadable(
            f"{said[''].place}: it does not say its currency, and {said[named[0]].place} says "
            f"{named[0]}. If they are the same, give --currency {named[0]}."
        )
    if missing := [code for code in named if code != currency and code not in options.rates]:
        raise Unreadable(
            f"the files hold amounts in {' and '.join(named)}, which are never added as they are; "
            f"give --currency {currency} --rate {missing[0]}=… (what 1 {missing[0]} is worth)."
        )
    return currency


def _reason(part: Sums, platform: Platform, event: str, *, several: bool) -> Reason | None:
    """Return why a row is left out; None for a row that counts.

    Of a table with `several` kinds of results, a row that names none could be of any.
    """
    traffic = _traffic(part, platform)
    reasons = {
        Reason.UNASSIGNED: traffic is None,
        Reason.SEEN_BY_ANALYTICS: traffic is Traffic.PAID and platform.traffic is Traffic.BOTH,
        Reason.NO_CONVERSIONS: traffic is Traffic.ORGANIC and part.conversions is None,
    }
    if traffic is Traffic.PAID:
        reasons |= {
            Reason.ORGANIC_WORK: plain(part.channel) in ORGANIC_WORK,
            Reason.OTHER_EVENT: part.event not in {"", event},
            Reason.EVENT_UNCLEAR: several and not part.event,
            Reason.NO_FIGURES: part.cost is None and part.conversions is None,
        }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _traffic(part: Sums, platform: Platform) -> Traffic | None:
    return traffic_of(part.channel) if platform.traffic is Traffic.BOTH else platform.traffic


def _converted(part: Sums, currency: str, rates: Mapping[str, float]) -> Sums:
    if part.currency in {currency, ""}:
        return part
    rate = rates[part.currency]
    cost, value, unpaired = (
        None if amount is None else round(amount * rate)
        for amount in (part.cost, part.value, part.unconverted_cost)
    )
    return part._replace(cost=cost, value=value, unconverted_cost=unpaired or 0)


def _tell(
    placed: Placed,
    table: Table,
    aside: Mapping[Reason, list[Sums]],
    currency: str,
    event: str,
    options: Options,
) -> None:
    placed.left_out += [left_out(table.place, reason, parts) for reason, parts in aside.items()]
    placed.credited += sum(
        part.conversions or 0 for part in aside.get(Reason.SEEN_BY_ANALYTICS, ())
    )
    if others := aside.get(Reason.OTHER_EVENT):
        cost = sum(part.cost or 0 for part in others) / MICRO
        placed.findings.append(finding(Check.OTHER_EVENTS, table.place, cost=cost, event=event))
    for part in aside.get(Reason.ORGANIC_WORK, ()):
        cost = (_converted(part, currency, options.rates).cost or 0) / MICRO
        placed.findings.append(
            finding(Check.ORGANIC_AS_PAID, table.place, cost=cost, channel=part.channel)
        )
        placed.costs.append(
            CostRow(date.fromisoformat(part.day), part.campaign, part.channel, cost, table.place)
        )
    _place_costs(placed, table, options)


def _place_costs(placed: Placed, table: Table, options: Options) -> None:
    """Take the costs of the period from a Costs sheet, and leave out the others."""
    first, last = options.first or date.min, options.last or date.max
    placed.costs += [row for row in table.costs if first <= row.day <= last]
    if others := [row for row in table.costs if not first <= row.day <= last]:
        cost = sum(row.cost for row in others)
        placed.left_out.append(LeftOut(table.place, Reason.OUTSIDE_PERIOD, len(others), cost, None))
