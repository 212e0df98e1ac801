"""What a report tells, before it is laid out: the same for the workbook, the page and JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from workbook_templates.report.findings import Check
from workbook_templates.report.left_out import Reason


class Span(NamedTuple):
    """Days, both included."""

    first: date
    last: date


class PaidRow(NamedTuple):
    """Paid traffic of one day or one month (dated its first day) and one campaign."""

    day: date
    channel: str
    campaign: str
    cost: float | None
    impressions: float | None
    clicks: float | None
    conversions: float | None
    value: float | None
    quality: float | None = None
    note: str = ""


class OrganicRow(NamedTuple):
    """Traffic that nobody was paid for."""

    day: date
    source: str
    sessions: float | None
    conversions: float | None
    value: float | None


class CostRow(NamedTuple):
    """A cost beside the ads."""

    day: date
    what: str
    category: str
    cost: float
    note: str = ""


class DayRow(NamedTuple):
    """Paid traffic of one day and one channel."""

    day: date
    channel: str
    cost: float
    conversions: float


class Figure(NamedTuple):
    """A cost per conversion with its 95 % limits; None where there is none, or no limit.

    `channel` is that of a campaign, "" for any other figure.
    """

    name: str
    cost: float
    conversions: float
    clicks: float | None
    cpc: float | None
    low: float | None
    high: float | None
    channel: str = ""


class Part(NamedTuple):
    """One channel in two periods; mix and efficiency are its parts of the change."""

    channel: str
    cost_before: float
    conversions_before: float
    cost_after: float
    conversions_after: float
    mix: float
    efficiency: float


@dataclass(frozen=True)
class Change:
    """What changed from one period to the next, and why; the parts add up to the change.

    `ratio` is the later cost per conversion over the earlier one minus 1, with its limits; None
    where a period has no conversions. `p` is the exact two-sided p-value.
    """

    before: Span
    after: Span
    parts: Sequence[Part]
    ratio: float | None
    low: float | None
    high: float | None
    p: float


class Alert(NamedTuple):
    """A day whose cost per conversion is no chance against the days before it.

    `expected` is how many conversions its spend brings at the rate of those days; `dear` tells
    whether it brought fewer, and `young` whether its conversions still come in. `channel` is ""
    for all paid traffic.
    """

    day: date
    channel: str
    cost: float
    conversions: float
    expected: float
    dear: bool
    young: bool = False


class Action(StrEnum):
    """What to do with a campaign."""

    CUT = "cut"
    RAISE = "raise"


class Advice(NamedTuple):
    """A campaign to cut or mend, or to raise: its interval lies wholly on one side of `against`.

    `against` is the target, where there is one; otherwise the cost per conversion of all other
    paid traffic, and `p` the p-value of the difference, the number of campaigns allowed for.
    """

    action: Action
    channel: str
    campaign: str
    cost: float
    conversions: float
    low: float
    high: float | None
    against: float
    p: float | None


class Finding(NamedTuple):
    """What a check found, and where; `facts` fill the words of its sentence."""

    check: Check
    source: str
    line: int  # 0 for the whole source
    facts: Mapping[str, str | float | date]


class LeftOut(NamedTuple):
    """Rows that are in no figure, with the reason."""

    source: str
    reason: Reason
    rows: int
    cost: float | None
    conversions: float | None


class Source(NamedTuple):
    """A table that was read, and what became of its rows."""

    file: str
    sheet: str
    platform: str
    traffic: str
    span: Span | None
    currency: str
    rows: int
    used: int
    total_lines: int
    added: int
    changed: int
    same: int


@dataclass(frozen=True)
class Tables:
    """Everything that a report tells. Money is in whole units of `currency` ("" if not said).

    `months` holds figures named 2026-01; it is empty where rows cover more than a month each.
    `days` is empty where rows are coarser than days. `target` is 0 for none.
    """

    currency: str
    event: str
    span: Span
    made_on: date
    target: float
    paid: Sequence[PaidRow]
    organic: Sequence[OrganicRow]
    costs: Sequence[CostRow]
    days: Sequence[DayRow]
    total: Figure
    blended: Figure | None
    loaded: Figure | None
    channels: Sequence[Figure]
    campaigns: Sequence[Figure]
    months: Sequence[Figure]
    change: Change | None = None
    alerts: Sequence[Alert] = field(default=())
    advice: Sequence[Advice] = field(default=())
    left_out: Sequence[LeftOut] = field(default=())
    findings: Sequence[Finding] = field(default=())
    sources: Sequence[Source] = field(default=())
