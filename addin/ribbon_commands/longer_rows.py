"""Imported rows that stand for a week or a month, among rows of single days of the same name.

A table of a tracker has one date in a row. What a file says of the end of its rows is lost in
it, so that the money of a week would stand there beside that of its days, and count twice.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from addin.exports.grid import Cell
from addin.gathering import CAMPAIGNS
from addin.ledger import Table
from addin.ribbon_commands.merging import key_of
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.values import Block, serial
from addin.summary import summarise

Ends = Mapping[tuple[Any, ...], date]


def ends_of(tables: Sequence[Table]) -> Ends:
    """Return the last day of each row that is of more days, by its day, channel and campaign.

    A report may call the channel by the platform or by both; rows that nobody was paid for have
    no campaign.
    """
    ends: dict[tuple[Any, ...], date] = {}
    for table in tables:
        if table.rows is None or all(part.end in {"", part.day} for part in table.days):
            continue
        for part in summarise(table.rows, CAMPAIGNS, table.fixed, months=False)[0]:
            day, end = date.fromisoformat(part.day), date.fromisoformat(part.end or part.day)
            for channel in (part.channel, part.platform, f"{part.platform}: {part.channel}"):
                for key in ((day, channel, part.campaign), (day, channel)):
                    ends[key] = max(end, ends.get(key, end))
    return {key: end for key, end in ends.items() if end > key[0]}


def refuse_days_within(
    session: Session,
    name: str,
    rows: Block,
    imported: Sequence[Sequence[Cell]],
    *,
    width: int,
    ends: Ends,
) -> None:
    """Refuse an imported row within whose days the table has another one of the same names."""
    _ = session.say
    long = {key: end for row in imported if (end := ends.get(key := tuple(row[:width])))}
    days: dict[tuple[Cell, ...], list[float]] = {}
    for row in rows if long else ():
        day, *names = key_of(row, width)
        if isinstance(day, float):
            days.setdefault(tuple(names), []).append(day)
    for key, end in long.items():
        first, *names = key_of(key, width)
        others = days.get(tuple(names), [])
        if isinstance(first, float) and any(first < day <= serial(end) for day in others):
            raise Refused(
                _(
                    "{what} of {first} stands for the days to {last}, and the table {name} has "
                    "rows within them: export it by day, or delete those rows first."
                ).format(what=", ".join(map(str, key[1:])), first=key[0], last=end, name=name)
            )
