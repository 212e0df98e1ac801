"""Tables of traffic and money: paid and organic, costs beside the ads, rows left out, sources."""

from collections.abc import Callable, Iterable, Sequence
from math import fsum
from typing import TypeVar

from addin.html.costs import around_the_ads, of_organic_work, verdict
from addin.html.grid import Grid, Head
from workbook_templates.report.numerals import NONE
from workbook_templates.report.tables import LeftOut, Source, Tables
from workbook_templates.report.words import Words

Row = TypeVar("Row")
Key = TypeVar("Key", str, tuple[str, str])


def two_groups(words: Words, tables: Tables) -> Grid:
    """Return paid and organic traffic side by side; the cost of organic work is never divided."""
    _ = words.edition.say
    won = _sum(row.conversions for row in tables.organic)
    both = _sum([tables.total.conversions, won])
    beside, around = of_organic_work(tables.costs), around_the_ads(tables.costs)
    organic = _("Organic (its cost is shown, not counted)")
    rows: list[tuple[str, float, float | None, float | None]] = [
        (_("Paid"), tables.total.cost, tables.total.conversions, _values(tables)[0]),
        (organic, beside, won, _values(tables)[1]),
    ]
    if around:
        rows.append((_("Around the ads, or without a rule"), around, None, None))
    return Grid(
        _("Paid and organic side by side"),
        [
            Head(_("Traffic"), "text"),
            Head(_("Cost")),
            Head(_("Conversions")),
            Head(_("Share of conversions")),
            Head(_("Conversion value")),
        ],
        [
            [
                name,
                words.amount(cost),
                words.count(conversions),
                words.share(conversions / both if both and conversions is not None else None),
                words.amount(value),
            ]
            for name, cost, conversions, value in rows
        ],
    )


def _values(tables: Tables) -> tuple[float | None, float | None]:
    return _sum(row.value for row in tables.paid), _sum(row.value for row in tables.organic)


def organic(words: Words, tables: Tables) -> Grid:
    """Return organic traffic by source."""
    _ = words.edition.say
    return Grid(
        _("Organic traffic by source"),
        [
            Head(_("Source"), "text"),
            Head(_("Sessions")),
            Head(_("Conversions")),
            Head(_("Conversion value")),
        ],
        [
            [
                source,
                words.count(_sum(row.sessions for row in rows)),
                words.count(_sum(row.conversions for row in rows)),
                words.amount(_sum(row.value for row in rows)),
            ]
            for source, rows in _grouped(tables.organic, lambda row: row.source)
        ],
    )


def costs(words: Words, tables: Tables) -> Grid:
    """Return the costs beside the ads, and whether they count."""
    _ = words.edition.say
    return Grid(
        _("Costs beside the ads"),
        [
            Head(_("What"), "text"),
            Head(_("Category"), "text"),
            Head(_("Cost")),
            Head(_("Counts?"), "text"),
            Head(_("Reason"), "wide"),
        ],
        [
            [
                what,
                words.category(category),
                words.amount(_sum(row.cost for row in rows)),
                *verdict(words, category),
            ]
            for (what, category), rows in _grouped(
                tables.costs, lambda row: (row.what, row.category)
            )
        ],
    )


def left_out(words: Words, rows: Sequence[LeftOut]) -> Grid:
    """Return which rows are in no figure, and why."""
    _ = words.edition.say
    return Grid(
        _("Rows that are in no figure"),
        [
            Head(_("File"), "text"),
            Head(_("Rows")),
            Head(_("Cost")),
            Head(_("Conversions")),
            Head(_("Reason"), "wide"),
        ],
        [
            [
                row.source,
                words.count(row.rows),
                words.amount(row.cost),
                words.count(row.conversions),
                words.left_out(row),
            ]
            for row in rows
        ],
    )


def sources(words: Words, listed: Sequence[Source]) -> Grid:
    """Return what was read, and what became of its rows."""
    _ = words.edition.say
    texts = (_("File"), _("Sheet"), _("Platform"), _("Traffic"), _("Period"), _("Currency"))
    counts = (_("Rows"), _("Used"), _("Total lines"), _("Added"), _("Changed"), _("Same"))
    return _without_empty(
        _("Sources"),
        [*(Head(text, "text") for text in texts), *(Head(text) for text in counts)],
        [
            [
                row.file,
                row.sheet or NONE,
                row.platform,
                words.traffic(row.traffic),
                words.span(row.span) if row.span else NONE,
                row.currency or NONE,
                *map(words.count, row[6:]),
            ]
            for row in listed
        ],
    )


def _without_empty(caption: str, heads: Sequence[Head], rows: Sequence[Sequence[str]]) -> Grid:
    """Return a table without the columns in which no row tells anything."""
    told = [i for i in range(len(heads)) if any(row[i] not in {NONE, "0"} for row in rows)]
    return Grid(caption, [heads[i] for i in told], [[row[i] for i in told] for row in rows])


def _sum(amounts: Iterable[float | None]) -> float | None:
    """Return the sum of what is known, None where nothing is."""
    known = [amount for amount in amounts if amount is not None]
    return fsum(known) if known else None


def _grouped(rows: Sequence[Row], key: Callable[[Row], Key]) -> list[tuple[Key, list[Row]]]:
    """Return the rows of each key, in the order in which the keys first stand."""
    groups: dict[Key, list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return list(groups.items())
