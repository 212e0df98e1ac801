"""From tables to everything that a report tells."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from addin import advice, changes, checks
from addin.channels import namer
from addin.choosing import Chosen, choose
from addin.comparing import compared
from addin.exports.text_file import Unreadable
from addin.figures import by, figure, of_parts
from addin.found import finding
from addin.gathering import Gathered, gather
from addin.ledger import Table
from addin.options import Options
from addin.overlap import Outcome
from addin.placing import Placed, left_out, place
from addin.summary import MICRO, Sums
from addin.told_rows import (
    campaigns_of,
    counted,
    day_rows,
    dearest_first,
    months_of,
    organic_rows,
    paid_rows,
)
from workbook_templates.report.findings import Check
from workbook_templates.report.tables import (
    Figure,
    LeftOut,
    Source,
    Span,
    Tables,
)


def answer(tables: Sequence[Table], options: Options) -> Tables:
    """Return what a report on these tables tells; files are named without their folders.

    Raises Unreadable for what cannot be added: different events or currencies.
    """
    tables = _without_folders(tables)
    filled = [table for table in tables if table.row_count]
    gathered = gather(filled, options)
    chosen = choose(gathered.campaigns, options)
    placed = place(gathered.campaigns, chosen, options)
    daily = place(gathered.days, chosen, options)
    if not (placed.paid or placed.organic or placed.costs):
        raise Unreadable("no row of the files counts; cpc inspect tells what each of them holds.")
    span = _span(filled, options)
    name = namer(placed.paid)
    days = day_rows(daily.paid, name)
    change, unfit = compared(days, span, daily.paid, gathered.days)
    single = all(part.day == part.end for part in daily.paid)
    campaigns = campaigns_of(placed.paid, name)
    counting, every_cost = counted(placed.costs), sum(row.cost for row in placed.costs)
    total = of_parts("", placed.paid, counting)
    return Tables(
        currency=chosen.currency,
        event=chosen.event,
        span=span,
        made_on=options.today,
        target=options.target,
        paid=paid_rows(placed.paid, name),
        organic=organic_rows(placed.organic),
        costs=placed.costs,
        days=days,
        total=total,
        blended=_with_organic(total, 0.0, placed.organic),
        loaded=_with_organic(total, every_cost - counting, placed.organic),
        channels=dearest_first(by(placed.paid, name)),
        campaigns=campaigns,
        months=months_of(daily.paid, placed.costs),
        change=change,
        alerts=changes.alerts(days, options.today) if single else (),
        advice=advice.advise(campaigns, options.target),
        left_out=[*_aside(gathered, chosen), *placed.left_out],
        findings=[
            *checks.found(tables, gathered, placed, daily, options),
            *([finding(Check.NOT_COMPARED, "")] if unfit else []),
        ],
        sources=[_source(table, gathered, placed) for table in tables],
    )


def _aside(gathered: Gathered, chosen: Chosen) -> Iterator[LeftOut]:
    """Return what the period and other files leave out, in the currency of the report."""
    for table, reason, parts in gathered.aside:
        yield left_out(table.place, reason, map(chosen.converted, parts))


def _without_folders(tables: Sequence[Table]) -> list[Table]:
    """Return tables with the names of their files, unless two files have the same name."""
    names = {table.file: Path(table.file).name for table in tables}
    if len(set(names.values())) < len(names):
        return list(tables)
    return [
        table._replace(
            file=names[table.file],
            findings=[
                each._replace(source=each.source.replace(table.file, names[table.file], 1))
                for each in table.findings
            ],
        )
        for table in tables
    ]


def _span(tables: Sequence[Table], options: Options) -> Span:
    """Return the days of the report; raises Unreadable where a file does not say its days."""
    spans = []
    for table in tables:
        if table.span is None:
            raise Unreadable(
                f"{table.place}: it does not say which days it covers; give "
                "--from 2026-07-01 --to 2026-07-31, or export it with its dates."
            )
        spans.append(table.span)
    first = options.first or min(span.first for span in spans)
    last = options.last or max(span.last for span in spans)
    return Span(first, last)


def _with_organic(total: Figure, more: float, organic: Sequence[Sums]) -> Figure | None:
    """Return the total with organic conversions and further costs; None where nothing is added."""
    won = sum(part.conversions or 0 for part in organic) / MICRO
    if total.cost + more <= 0 or not (won or more):
        return None
    return figure("", total.cost + more, total.conversions + won, None)


def _source(table: Table, gathered: Gathered, placed: Placed) -> Source:
    """Return what became of the rows of a table; of those, the ones that count are used."""
    outcome = gathered.outcomes.get(table.place, Outcome(table.row_count))
    merged = sum(part.rows for of, parts in gathered.days if of is table for part in parts)
    aside = sum(rows.rows for rows in placed.left_out if rows.source == table.place)
    used = (len(table.costs) or merged) - aside
    return Source(
        table.file,
        table.sheet,
        table.platform.name,
        str(table.platform.traffic),
        table.span,
        table.currency,
        table.row_count,
        used,
        table.total_lines,
        outcome.added,
        outcome.changed,
        outcome.same,
    )
