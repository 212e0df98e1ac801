"""Reports at their edges: nothing to tell, too much, texts that look like formulas."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import fsum
from typing import Any

from addin.changes import effects
from tests.report_tables import figure, tables
from workbook_templates.report.contents import MOST_CAMPAIGNS, MOST_CHANNELS
from workbook_templates.report.findings import Check
from workbook_templates.report.left_out import Reason
from workbook_templates.report.tables import (
    Action,
    Advice,
    Alert,
    Change,
    CostRow,
    DayRow,
    Finding,
    LeftOut,
    OrganicRow,
    PaidRow,
    Part,
    Source,
    Span,
    Tables,
)

YEAR = date(2026, 1, 1)
SIGNS = ('=HYPERLINK("http://a.example")', "+1+1", "-2+3", "@SUM(1)", "=1+1\x07", "#N/A")


def row(day: date, channel: str, campaign: str, cost: float | None, won: float | None) -> PaidRow:
    return PaidRow(day, channel, campaign, cost, 1000, 100, won, None)


def report_of(rows: Sequence[PaidRow], **changes: Any) -> Tables:
    """Return a report of some rows alone, by day, with what is not given left out."""
    days = [DayRow(r.day, r.channel, r.cost or 0, r.conversions or 0) for r in rows]
    found = {
        key: [
            figure(name, *sums(r for r in rows if of(r) == name))
            for name in dict.fromkeys(map(of, rows))
        ]
        for key, of in (("channels", channel_of), ("months", month_of), ("campaigns", name_of))
    }
    own: dict[str, Any] = {
        "span": Span(min(r.day for r in rows), max(r.day for r in rows)),
        "paid": rows,
        "days": days,
        "total": figure("paid", *sums(rows)),
        **found,
        **dict.fromkeys(("organic", "costs", "alerts", "advice", "left_out", "findings"), ()),
        **dict.fromkeys(("blended", "loaded", "change")),
        "sources": (),
        "target": 0.0,
    }
    return replace(tables(), **{**own, **changes})


def sums(rows: Any) -> tuple[float, float]:
    pairs = [(r.cost or 0, r.conversions or 0) for r in rows]
    return fsum(cost for cost, _ in pairs), fsum(won for _, won in pairs)


def channel_of(paid: PaidRow) -> str:
    return paid.channel


def month_of(paid: PaidRow) -> str:
    return f"{paid.day:%Y-%m}"


def name_of(paid: PaidRow) -> str:
    return paid.campaign


def crowd() -> Tables:
    """Return more channels and campaigns than are listed, over ten years, by month."""
    months = [date(2016 + place // 12, place % 12 + 1, 1) for place in range(120)]
    rows = [row(day, "Channel 00", "Always on", 100.0, 3) for day in months]
    rows += [
        row(months[-1], f"Channel {place:02}", "Always on", 100.0 + place, place)
        for place in range(1, MOST_CHANNELS + 1)
    ]
    rows += [
        row(months[0], "Channel 00", f"Campaign {place}", 0.5, 1) for place in range(MOST_CAMPAIGNS)
    ]
    return report_of(rows, span=Span(months[0], date(2025, 12, 31)), days=())


def unruly() -> Tables:
    """Return a report all of whose texts start as formulas do, or look alike to a search."""
    names = [*SIGNS, "Brand", "brand", "Brand*", "Bran?", "", "x" * 300]
    rows = [
        row(YEAR, "=Channel", name, 100.0 + place, 2 + place) for place, name in enumerate(names)
    ]
    facts: dict[str, str | float | date] = {"count": 2, "day": YEAR}
    span = Span(YEAR, YEAR)
    return report_of(
        rows,
        event="=Event",
        organic=[OrganicRow(YEAR, "=Source", 10, 1, None)],
        costs=[CostRow(YEAR, "=What", "=Category", 50.0, "=Note")],
        advice=[
            Advice(Action.CUT, "=Channel", name, *sums(r for r in rows if r.campaign == name),
                   1.0, None, 10.0, 0.01)
            for name in names
        ],
        alerts=[Alert(YEAR, "=Channel", 1.0, 1.0, expected=3.0, dear=True)],
        change=Change(
            span, span, [Part("=Channel", 1, 1, 1, 1, 0, 0), Part("=Other", 1, 1, 1, 1, 0, 0)],
            0.0, -0.1, 0.1, 1.0,
        ),
        left_out=[LeftOut("=file.csv", Reason.TOTAL_LINE, 1, 1.0, 1.0)],
        findings=[Finding(Check.FUTURE_DATES, "=file.csv", 7, facts)],
        sources=[
            Source("=file.csv", "=Sheet", "=Platform", "=traffic", span, "=NOK", 1, 1, 0, 1, 0, 0)
        ],
    )  # fmt: skip


def new_and_gone() -> Tables:
    """Return a report whose channels are new, gone, without a conversion, or there all along."""
    before, after = Span(YEAR, YEAR), Span(YEAR.replace(day=2), YEAR.replace(day=2))
    sums = {
        "Gone": (90.0, 3.0, 0.0, 0.0),
        "Meta": (400.0, 10.0, 500.0, 9.0),
        "New": (0.0, 0.0, 60.0, 4.0),
        "Never": (20.0, 0.0, 35.0, 0.0),
    }
    rows = [
        row(span.first, name, "Only", *pair)
        for span, place in ((before, 0), (after, 2))
        for name, figures in sums.items()
        for pair in [figures[place : place + 2]]
        if any(pair)
    ]
    told = effects(sums)
    parts = [Part(name, *figures, *told[name]) for name, figures in sums.items()]
    return report_of(rows, change=Change(before, after, parts, 0.1, -0.5, 1.4, 0.8))


def edges() -> dict[str, Tables]:
    """Return reports by what is special about them."""
    day = [row(YEAR, "Meta", "Only", 120.0, 3), row(YEAR, "Meta", "Other", 80.0, 0)]
    march, may = date(2026, 3, 1), date(2026, 5, 31)
    quiet = dict.fromkeys(("alerts", "advice", "left_out", "findings"), ())
    return {
        "quiet": tables(change=None, **quiet),
        "paid_only": tables(organic=(), costs=(), blended=None, loaded=None),
        "day": report_of(day),
        "one_row": report_of(day[:1], currency="", event=""),
        "coarse": report_of(day, days=(), months=(), span=Span(march, may), paid=[
            row(march, "Meta", "Only", 120.0, 3)
        ]),
        "organic_only": report_of(
            day, paid=(), days=(), months=(), channels=(), campaigns=(), total=figure("paid", 0, 0),
            organic=[OrganicRow(YEAR, "Blog", 10, 1, None)],
        ),
        "half": report_of([row(YEAR, "Meta", "No count", 70.0, None),
                           row(YEAR, "TikTok", "No cost", None, 4)]),
        "centuries": report_of(
            [row(date(2000, 1, 1), "Meta", "Old", 10.0, 1), row(YEAR, "Meta", "New", 30.0, 1)]
        ),
        "crowd": crowd(),
        "unruly": unruly(),
    }  # fmt: skip
