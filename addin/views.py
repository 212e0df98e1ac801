"""One table's view of the traffic: by which names it tells it, and what of another it shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from addin.ledger import Table
from addin.summary import Sums

Names = tuple[str, ...]


@dataclass(frozen=True)
class View:
    """The rows of a table and the names that it has for them.

    `names` are keys of the ledger, with the title of the column where one key may mean two things
    (keywords and search terms). `long` tells whether rows are of more than one day.
    """

    place: str
    names: frozenset[str]
    level: int
    rows: Sequence[Sums]
    _projected: dict[Names, dict[Names, list[Sums]]] = field(default_factory=dict, compare=False)
    _told: dict[Names, set[Names]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, table: Table, rows: Iterable[Sums]) -> "View":
        """Return the view of a table on some of its rows."""
        return cls(table.place, table.names, table.level, list(rows))

    @cached_property
    def long(self) -> bool:
        """Whether rows are of more than one day."""
        return any(row.day != row.end for row in self.rows)

    @property
    def longest(self) -> int:
        """The days of its longest row."""
        spans = {(row.day, row.end) for row in self.rows if row.day}
        return max(
            ((date.fromisoformat(end) - date.fromisoformat(day)).days for day, end in spans),
            default=0,
        )

    @property
    def alike(self) -> tuple[Names, bool]:
        """What tables have in common that replace each other's rows."""
        return tuple(sorted(self.names)), self.long

    @property
    def fineness(self) -> tuple[int, int, bool, int, Names]:
        """The order in which views count: coarse before fine, days before longer times.

        Of two that are as fine, that with more cost comes first: it shows more of the traffic.
        """
        cost = sum(row.cost or 0 for row in self.rows)
        return self.level, len(self.names), self.long, -cost, tuple(sorted(self.names))

    @cached_property
    def days(self) -> dict[str, set[str]]:
        """The days on which each account has any row; all of a day's traffic is told there."""
        found: dict[str, set[str]] = {}
        for row in self.rows:
            found.setdefault(row.account, set()).add(row.day)
        return found

    def covers(self, row: Sums, its: "View") -> bool | None:
        """Return whether this view shows the traffic of a row of another; None if in part."""
        common = tuple(sorted(self.names & its.names))
        if its.alike == self.alike and not self.long:
            return False  # their keys have been compared
        same = self._by(common).get(_projection(row, common), [])
        if not same:
            return False
        if self.long:
            return _within(row, same)
        if row.day == row.end:
            return (row.day, *_projection(row, common)) in self._told_on(common)
        days = self._days_of(row, common)
        inside = {day for day in days if row.day <= day <= row.end}
        if not inside:
            return False
        return True if min(days) <= row.day and row.end <= max(days) else None

    def alone(self, others: Sequence["View"]) -> dict[Names, int]:
        """Return what stands here and in no other view of the same days, with its cost."""
        common = tuple(sorted(self.names))
        found: dict[Names, int] = {}
        for other in others:
            shared = {day for days in other.days.values() for day in days}
            known = other._by(common)  # noqa: SLF001 - of the same class
            for row in self.rows:
                name = _projection(row, common)
                if row.day in shared and name not in known:
                    found[name] = found.get(name, 0) + (row.cost or 0)
        return found

    def _by(self, common: Names) -> dict[Names, list[Sums]]:
        if common not in self._projected:
            groups: dict[Names, list[Sums]] = {}
            for row in self.rows:
                groups.setdefault(_projection(row, common), []).append(row)
            self._projected[common] = groups
        return self._projected[common]

    def _told_on(self, common: Names) -> set[Names]:
        """Return on which day which of the names has a row."""
        if common not in self._told:
            told = ((row.day, *_projection(row, common)) for row in self.rows)
            self._told[common] = set(told)
        return self._told[common]

    def _days_of(self, row: Sums, common: Names) -> set[str]:
        if "account" in common:
            return self.days.get(row.account, set())
        return {day for days in self.days.values() for day in days}


def key_without_event(row: Sums) -> tuple[str, ...]:
    """Return the key of a row, whatever it counts."""
    names = (row.account, row.channel, row.campaign, row.ad_group, row.keyword, row.ad)
    return (row.day, row.end, *names, row.currency)


def _projection(row: Sums, common: Names) -> Names:
    return tuple(str(getattr(row, name.partition(":")[0])) for name in common)


def _within(row: Sums, others: Sequence[Sums]) -> bool | None:
    """Return whether one of the rows covers the days of a row, or only a part of them."""
    touching = [each for each in others if each.day <= row.end and row.day <= each.end]
    if not touching:
        return False
    return True if any(e.day <= row.day and row.end <= e.end for e in touching) else None
