"""What a report is about: one event and one currency, chosen by the files or by the user."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from addin.exports.platform import Traffic
from addin.exports.text_file import Unreadable
from addin.ledger import Table
from addin.options import Options
from addin.summary import MICRO, Sums
from cpc_functions.texts import rounded

Rows = Sequence[tuple[Table, list[Sums]]]


@dataclass(frozen=True)
class Chosen:
    """The events that count as one, "" among none, and the currency with its rates."""

    events: frozenset[str]
    event: str
    currency: str
    rates: Mapping[str, float]

    def converted(self, part: Sums) -> Sums:
        """Return sums in the currency of the report."""
        if part.currency in {self.currency, ""} or part.currency not in self.rates:
            return part
        rate = self.rates[part.currency]
        cost, value, unpaired = (
            None if amount is None else round(amount * rate)
            for amount in (part.cost, part.value, part.unconverted_cost)
        )
        return part._replace(cost=cost, value=value, unconverted_cost=unpaired or 0)


def value_in(amount: float, currency: str, chosen: Chosen) -> float:
    """Return an amount of some currency in that of the report."""
    return amount if currency in {"", chosen.currency} else amount * chosen.rates[currency]


def choose(rows: Rows, options: Options) -> Chosen:
    """Return what is counted; raises Unreadable where there are several to choose from."""
    events = _events(rows, options.events)
    organic = _organic_events(rows)
    counted = frozenset(events) | (organic if len(organic) == 1 else frozenset())
    return Chosen(counted, " + ".join(events), _currency(rows, options), options.rates)


def _events(rows: Rows, wanted: Sequence[str]) -> Sequence[str]:
    spent: dict[str, int] = {}
    won: dict[str, int] = {}
    for table, parts in rows:
        for part in parts:
            if part.event and table.platform.traffic is Traffic.PAID:
                spent[part.event] = spent.get(part.event, 0) + (part.cost or 0)
                won[part.event] = won.get(part.event, 0) + (part.conversions or 0)
    known = sorted(spent, key=lambda name: -spent[name])
    organic = _organic_events(rows)
    if unknown := [event for event in wanted if known and event not in {*known, *organic}]:
        raise Unreadable(f"--event {unknown[0]}: the files name {', '.join(known)}.")
    if len(organic) > 1 and not organic & set(wanted):
        raise Unreadable(
            "the analytics count events of different kinds, which are never added; choose one "
            f"more with --event: {', '.join(sorted(organic))}."
        )
    if len(known) > 1 and not wanted:
        told = "\n".join(
            f"  --event {name!r}: {won[name] / MICRO:g} for {rounded(spent[name] / MICRO)}"
            for name in known
        )
        raise Unreadable(
            "the files hold results of different kinds, which are never added; choose one (or "
            f"more, if they are names of the same thing):\n{told}"
        )
    return wanted or known


def _organic_events(rows: Rows) -> set[str]:
    """Return the events that sources of organic conversions name."""
    return {
        part.event
        for table, parts in rows
        if table.platform.traffic is not Traffic.PAID
        for part in parts
        if part.event and part.conversions
    }


def _currency(rows: Rows, options: Options) -> str:
    said: dict[str, Table] = {}
    for table, parts in rows:
        for part in parts:
            if (part.cost or part.value) and table.platform.traffic is Traffic.PAID:
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
