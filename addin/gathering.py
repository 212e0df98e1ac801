"""From tables to sums: each row counted once, by campaign and by day, within the period."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import narwhals as nw

from addin.engines import Frame
from addin.exports.platform import Traffic
from addin.exports.text_file import Unreadable
from addin.families import refuse_twice
from addin.found import finding
from addin.ledger import Table
from addin.ledger_keys import DAYS
from addin.options import Options
from addin.overlap import Outcome, merge, together
from addin.summary import KEYS, MICRO, Sums, added, summarise
from workbook_templates.report.findings import Check
from workbook_templates.report.left_out import Reason
from workbook_templates.report.tables import Finding

CAMPAIGNS = (*DAYS, "campaign")
LAST = "9999-12-31"
MOST_DAILY_ROWS = 5_000  # more rows than these go into the workbook by month

Rows = list[tuple[Table, list[Sums]]]


@dataclass
class Gathered:
    """The sums of each table by campaign (and day or month) and by day."""

    campaigns: Rows = field(default_factory=list)
    days: Rows = field(default_factory=list)
    by_month: bool = False
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    aside: list[tuple[Table, Reason, list[Sums]]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def gather(tables: Sequence[Table], options: Options) -> Gathered:
    """Return the sums of tables, those that overlap made one."""
    gathered = Gathered(by_month=sum(table.row_count for table in tables) > MOST_DAILY_ROWS)
    refuse_twice(tables)
    for group in together(tables):
        _refuse_two_views(group)
        if len(group) > 1:
            _gather_merged(gathered, group, options)
        else:
            _gather_alone(gathered, group[0], options)
    order = {table.place: place for place, table in enumerate(tables)}
    for rows in (gathered.campaigns, gathered.days):
        rows.sort(key=lambda entry: order[entry[0].place])
    return gathered


def _gather_alone(gathered: Gathered, table: Table, options: Options) -> None:
    if table.rows is None:
        gathered.campaigns.append((table, []))
        return
    rows = _within(table, table.rows, options)
    parts, _ = summarise(rows, CAMPAIGNS, table.fixed, months=gathered.by_month)
    gathered.campaigns.append((table, parts))
    days = _leave_out_others(gathered, table, options)
    gathered.days.append((table, days))
    added_rows = sum(part.rows for part in days)
    gathered.outcomes[table.place] = Outcome(added_rows)


def _gather_merged(gathered: Gathered, group: Sequence[Table], options: Options) -> None:
    finest = [
        summarise(_within(table, table.rows, options), KEYS, table.fixed, months=False)[0]
        for table in group
        if table.rows is not None
    ]
    merged = merge(group, finest)
    for table, parts, outcome in zip(group, merged.parts, merged.outcomes, strict=True):
        gathered.campaigns.append((table, added(parts, CAMPAIGNS, months=gathered.by_month)))
        gathered.days.append((table, added(parts, DAYS)))
        gathered.outcomes[table.place] = outcome
        gathered.findings += _told(table, outcome)
        _leave_out_others(gathered, table, options)
    gathered.aside += merged.left_out
    _tell_coverage(gathered, merged.left_out, merged.parts)


def _told(table: Table, outcome: Outcome) -> Iterator[Finding]:
    """Tell what a file replaced, and what only one of two files has."""
    before, after = outcome.before / MICRO, outcome.after / MICRO
    if outcome.changed:
        yield finding(
            Check.REPLACED, table.place, changed=outcome.changed, before=before, after=after
        )
    elif outcome.same:
        yield finding(Check.REPEATED, table.place, same=outcome.same)
    if outcome.alone:
        cost = outcome.alone_cost / MICRO
        yield finding(Check.ONLY_IN_ONE, table.place, count=outcome.alone, cost=cost)


def _leave_out_others(gathered: Gathered, table: Table, options: Options) -> list[Sums]:
    """Return the sums of the days within the period; the others are left out."""
    first = options.first.isoformat() if options.first else ""
    last = options.last.isoformat() if options.last else LAST
    within = [part for part in table.days if part.day >= first and part.end <= last]
    others = [part for part in table.days if part.day < first or part.end > last]
    if others:
        gathered.aside.append((table, Reason.OUTSIDE_PERIOD, others))
    return within


def _tell_coverage(
    gathered: Gathered,
    aside: Sequence[tuple[Table, Reason, list[Sums]]],
    parts: Sequence[list[Sums]],
) -> None:
    """Say which share of the cost a finer export shows of what the coarser one holds."""
    for table, reason, repeated in aside:
        if reason is not Reason.FINER_EXPORT:
            continue
        owners = {(part.account, part.campaign, part.day) for part in repeated}
        whole = sum(
            part.cost or 0
            for rows in parts
            for part in rows
            if (part.account, part.campaign, part.day) in owners
        )
        shown = sum(part.cost or 0 for part in repeated)
        if whole > shown:
            gathered.findings.append(
                finding(Check.NOT_COVERED, table.place, share=shown / whole, field="cost")
            )


def _refuse_two_views(group: Sequence[Table]) -> None:
    """Refuse the same visits seen in two ways: by channel group and by source, for instance."""
    views = {(table.view, table.level) for table in group}
    if len(views) > 1 and group[0].platform.traffic is Traffic.BOTH:
        raise Unreadable(
            f"{group[0].place} and {group[-1].place} show the same visits in two ways; "
            "leave one of them out."
        )


def _within(table: Table, rows: Frame, options: Options) -> Frame:
    """Return the rows that lie within the period as a whole."""
    first = options.first.isoformat() if options.first else ""
    last = options.last.isoformat() if options.last else LAST
    if "day" in table.fixed:
        inside = first <= table.fixed["day"] and table.fixed["end"] <= last
        return rows if inside else rows.head(0)
    end = "end" if "end" in rows.collect_schema().names() else "day"
    if options.first:
        rows = rows.filter(nw.col("day") >= first)
    return rows.filter(nw.col(end) <= last) if options.last else rows
