"""Files that speak of the same days: what a later one replaces, and what another one repeats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from addin.exports.text_file import Unreadable
from addin.ledger import Table
from addin.summary import Sums
from addin.views import View, key_without_event
from workbook_templates.report.left_out import Reason


@dataclass
class Outcome:
    """What became of the rows of one table: how many keys were added, changed or the same.

    `before` and `after` are the millionths of cost that its changed keys had and have now; `alone`
    counts campaigns that stand in it and not in another file of the same days, with their cost.
    """

    added: int = 0
    changed: int = 0
    same: int = 0
    before: int = 0
    after: int = 0
    alone: int = 0
    alone_cost: int = 0


@dataclass
class Merged:
    """The rows of some tables, each counted once, and what happened to those of each table."""

    parts: list[list[Sums]]
    outcomes: list[Outcome]
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

    `rows` are the finest sums of each table. Of tables with the same names (campaign, ad group,
    …), a later one replaces the rows of an earlier one that have the same keys. Of tables with
    others, the coarser one counts where both show the same traffic, for a finer export never
    shows all of it; of days and longer times, the days. Raises Unreadable for a row that others
    cover in part.
    """
    merged = Merged([[] for _ in tables], [Outcome() for _ in tables])
    views = [View.of(table, parts) for table, parts in zip(tables, rows, strict=True)]
    order = sorted(range(len(tables)), key=lambda place: views[place].fineness)
    accepted: list[View] = []
    for _, places in groupby(order, key=lambda place: views[place].alike):
        # A file that counts no conversions never replaces one that does.
        at = sorted(places, key=lambda place: (tables[place].converts, place))
        _refuse_nameless([tables[place] for place in at], [rows[place] for place in at])
        kept = _replaced(tables, rows, at, merged)
        _tell_alone(views, at, merged)
        for place in sorted(at, key=lambda place: -views[place].longest):
            fresh, repeated = _parted(kept[place], views[place], accepted)
            merged.parts[place] = fresh
            if repeated:
                merged.left_out.append((tables[place], Reason.FINER_EXPORT, repeated))
            accepted.append(View.of(tables[place], fresh))
    return merged


def _refuse_nameless(tables: Sequence[Table], rows: Sequence[list[Sums]]) -> None:
    """Refuse tables that name no traffic and differ: nobody knows whether one replaces another."""
    if len(tables) == 1 or tables[0].names:
        return
    figures = [[_figures(row) for row in of_table] for of_table in rows]
    if any(each != figures[0] for each in figures):
        raise Unreadable(
            f"{tables[0].place} and {tables[1].place} tell of the same days without naming a "
            "campaign, channel or account, so that one would replace the other; leave one out, "
            "or add such a column."
        )


def _replaced(
    tables: Sequence[Table], rows: Sequence[list[Sums]], at: Sequence[int], merged: Merged
) -> dict[int, list[Sums]]:
    """Return what is left of each table when the later ones have replaced their keys.

    A result that came in late gives a row its event: without one, a key is that of any event.
    """
    gone: dict[int, list[Sums]] = {place: [] for place in at}
    held: dict[tuple[str, ...], list[tuple[int, Sums]]] = {}
    for place in at:
        fresh: dict[tuple[str, ...], list[tuple[int, Sums]]] = {}
        for row in rows[place]:
            key = key_without_event(row)
            before = [
                each
                for each in held.get(key, ())
                if each[1].event == row.event or not each[1].event or not row.event
            ]
            _count(merged.outcomes[place], [each for _, each in before], row)
            for owner, each in before:
                held[key].remove((owner, each))
                gone[owner].append(each)
            fresh.setdefault(key, []).append((place, row))
        for key, entries in fresh.items():
            held.setdefault(key, []).extend(entries)
    merged.left_out += [
        (tables[place], Reason.REPLACED, left) for place, left in gone.items() if left
    ]
    replaced = {place: set(left) for place, left in gone.items()}
    return {place: [row for row in rows[place] if row not in replaced[place]] for place in at}


def _count(outcome: Outcome, before: Sequence[Sums], row: Sums) -> None:
    if not before:
        outcome.added += 1
    elif [_figures(each) for each in before] == [_figures(row)]:
        outcome.same += 1
    else:
        outcome.changed += 1
        outcome.before += sum(each.cost or 0 for each in before)
        outcome.after += row.cost or 0


def _tell_alone(views: Sequence[View], at: Sequence[int], merged: Merged) -> None:
    """Count campaigns that only one of two files has on days that both have."""
    for place in at:
        others = [views[other] for other in at if other != place]
        alone = views[place].alone(others)
        merged.outcomes[place].alone = len(alone)
        merged.outcomes[place].alone_cost = sum(alone.values())


def _parted(
    rows: Iterable[Sums], view: View, accepted: Sequence[View]
) -> tuple[list[Sums], list[Sums]]:
    """Return the rows that no other table shows, and the others."""
    fresh, repeated = list[Sums](), list[Sums]()
    for row in rows:
        covers = [other.covers(row, view) for other in accepted]
        if None in covers:
            raise Unreadable(
                f"{view.place}: its row of {row.campaign or row.channel or row.platform} from "
                f"{row.day} to {row.end} is covered by {accepted[covers.index(None)].place} in "
                "part; leave one of the two out."
            )
        (repeated if any(covers) else fresh).append(row)
    return fresh, repeated


def _overlap(one: Table, two: Table) -> bool:
    if one.platform.name != two.platform.name or one.rows is None or two.rows is None:
        return False
    if one.undated and two.undated:
        raise Unreadable(
            f"{one.place} and {two.place}: neither says which days it covers, so that one may "
            "repeat the other; export them with their dates, or leave one out."
        )
    if one.span is None or two.span is None:
        undated = one if one.span is None else two
        raise Unreadable(
            f"{undated.place}: it does not say which days it covers, while another file of "
            f"{one.platform.name} does; export it with its dates, or leave one out."
        )
    return one.span.first <= two.span.last and two.span.first <= one.span.last


def _figures(row: Sums) -> tuple[int | None, ...]:
    return row.cost, row.impressions, row.clicks, row.sessions, row.conversions, row.value
