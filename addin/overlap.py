"""Files that speak of the same days: what a later one replaces, and what a finer one repeats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from addin.exports.text_file import Unreadable
from addin.ledger import Table
from addin.summary import Sums, key_of
from workbook_templates.report.left_out import Reason
from workbook_templates.report.tables import Span

Owner = tuple[str, str, str]
"""Whose traffic a row is: the account, the platform, and the campaign or else the channel."""


@dataclass
class Merged:
    """The rows of some tables, each counted once, and what happened to those of each table.

    `parts` are by table, in the order given; `outcomes` count keys added, changed and the same.
    """

    parts: list[list[Sums]]
    outcomes: list[dict[str, int]]
    left_out: list[tuple[Table, Reason, list[Sums]]] = field(default_factory=list)


def together(tables: Sequence[Table]) -> list[list[Table]]:
    """Return the tables in groups: those of one platform whose days overlap stand together."""
    found: list[list[Table]] = []
    for table in tables:
        near = [group for group in found if any(_overlap(table, other) for other in group)]
        found = [group for group in found if group not in near]
        found.append([*(other for group in near for other in group), table])
    return [sorted(group, key=tables.index) for group in found]


def merge(tables: Sequence[Table], rows: Sequence[list[Sums]]) -> Merged:
    """Return the rows of tables that overlap, each figure once.

    `rows` are the finest sums of each table. A later table replaces the rows of an earlier one
    with the same keys. Of two that are not as fine, the coarser one counts: a finer export never
    shows all of the traffic; of two that are, the one by day. Raises Unreadable for a row that
    others cover in part.
    """
    merged = Merged([[] for _ in tables], [{} for _ in tables])
    covered: dict[Owner, list[Span]] = {}

    def fineness(place: int) -> tuple[int, bool]:
        return tables[place].level, any(row.day != row.end for row in rows[place])

    for _, places in groupby(sorted(range(len(tables)), key=fineness), key=fineness):
        at = list(places)
        kept = _replaced(tables, rows, at, merged)
        for place in at:
            fresh, repeated = _parted(kept[place], covered, tables[place])
            merged.parts[place] = fresh
            if repeated:
                merged.left_out.append((tables[place], Reason.FINER_EXPORT, repeated))
        for place in at:
            if span := tables[place].span:
                for owner in {_owner(row) for row in merged.parts[place]}:
                    covered.setdefault(owner, []).append(span)
    return merged


def _replaced(
    tables: Sequence[Table], rows: Sequence[list[Sums]], at: Sequence[int], merged: Merged
) -> dict[int, list[Sums]]:
    """Return what is left of each table when the later ones have replaced their keys."""
    last: dict[tuple[str, ...], int] = {}
    by_key = {place: {key_of(row): row for row in rows[place]} for place in at}
    for place in at:
        counted = {"added": 0, "changed": 0, "same": 0}
        for key, row in by_key[place].items():
            before = last.get(key)
            same = before is not None and _figures(by_key[before][key]) == _figures(row)
            counted["added" if before is None else "same" if same else "changed"] += 1
            last[key] = place
        merged.outcomes[place] = counted
    for place in at:
        if gone := [row for key, row in by_key[place].items() if last[key] != place]:
            merged.left_out.append((tables[place], Reason.REPLACED, gone))
    return {
        place: [row for key, row in by_key[place].items() if last[key] == place] for place in at
    }


def _parted(
    rows: Iterable[Sums], covered: dict[Owner, list[Span]], table: Table
) -> tuple[list[Sums], list[Sums]]:
    """Return the rows of days that no other table covers, and the others."""
    fresh, repeated = [], []
    for row in rows:
        spans = covered.get(_owner(row), ())
        if any(
            span.first.isoformat() <= row.day and row.end <= span.last.isoformat() for span in spans
        ):
            repeated.append(row)
        elif any(
            row.day <= span.last.isoformat() and span.first.isoformat() <= row.end for span in spans
        ):
            raise Unreadable(
                f"{table.place}: its row of {row.campaign or row.channel} from {row.day} to "
                f"{row.end} is covered by another file in part; leave one of the two out."
            )
        else:
            fresh.append(row)
    return fresh, repeated


def _overlap(one: Table, two: Table) -> bool:
    if one.platform.name != two.platform.name or one.costs or two.costs:
        return False
    if (one.span is None) != (two.span is None):
        undated = one if one.span is None else two
        raise Unreadable(
            f"{undated.place}: it does not say which days it covers, while another file of "
            f"{one.platform.name} does; export it with its dates, or leave one out."
        )
    if one.span is None or two.span is None:
        return True
    return one.span.first <= two.span.last and two.span.first <= one.span.last


def _figures(row: Sums) -> tuple[int | None, ...]:
    return row.cost, row.impressions, row.clicks, row.sessions, row.conversions, row.value


def _owner(row: Sums) -> Owner:
    return row.account, row.platform, row.campaign or row.channel
