"""A report as one self-contained web page: no scripts, nothing fetched, fit for paper and phone."""

from collections.abc import Sequence
from datetime import date
from math import fsum
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, PackageLoader, StrictUndefined

from addin.html import figure_grids, money_grids
from addin.html.intervals import Intervals, intervals
from addin.html.waterfall import Waterfall, waterfall
from workbook_templates import theme
from workbook_templates.edition import Edition
from workbook_templates.report.findings import Severity
from workbook_templates.report.tables import Figure, Tables
from workbook_templates.report.words import Words

MOST_CAMPAIGNS = 50


def page(tables: Tables, language: str) -> str:
    """Return the report as HTML in a language, "en" or "nb".

    Every text of an export is escaped: it is shown as it stands and never run. Raises ValueError
    for an unknown language.
    """
    edition = Edition(tables.span.first, language=language)
    words = Words(edition, tables.currency)
    environment = Environment(
        loader=PackageLoader("addin", "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(_=edition.say, words=words, theme=theme)
    return environment.get_template("page.html").render(
        tables=tables, **_charts(words, tables), **_grids(words, tables)
    )


def _charts(words: Words, tables: Tables) -> dict[str, Any]:
    """Return the charts of the page, and the names of the months below theirs."""
    months = [_month(f) for f in tables.months]
    return {
        "months_chart": _intervals(words, tables, tables.months, [*map(words.month, months)]),
        "month_names": [format_date(month, "MMM", words.edition.language) for month in months],
        "years": [month.year for month in months],
        "channels_chart": _intervals(
            words, tables, tables.channels, [figure_grids.named(words, f) for f in tables.channels]
        ),
        "waterfall": _waterfall(words, tables),
    }


def _month(f: Figure) -> date:
    """Return the first day of the month that a figure is named after."""
    return date.fromisoformat(f"{f.name}-01")


def _intervals(
    words: Words, tables: Tables, figures: Sequence[Figure], names: Sequence[str]
) -> Intervals:
    """Return the chart of figures with their limits and the target."""
    labelled = [
        (f, figure_grids.label(words, f, name)) for f, name in zip(figures, names, strict=True)
    ]
    return intervals(labelled, tables.target, words.ratio)


def _waterfall(words: Words, tables: Tables) -> Waterfall | None:
    """Return the steps from one period to the next, where they can be compared."""
    change = tables.change
    if change is None or change.ratio is None:
        return None
    return waterfall(words, change.parts, (words.span(change.before), words.span(change.after)))


def _grids(words: Words, tables: Tables) -> dict[str, Any]:
    """Return the tables of the page, and its findings, the worst first."""
    _ = words.edition.say
    shown = [
        f._replace(name=" · ".join(filter(None, (f.channel, f.name))))
        for f in tables.campaigns[:MOST_CAMPAIGNS]
    ]
    extra = tables.total.cost - fsum(f.cost for f in tables.channels)
    return {
        "media_alone": bool(words.rounded(extra, tables.total.cost)),
        "findings": sorted(tables.findings, key=lambda f: [*Severity].index(f.check.severity)),
        "channels": figure_grids.figures(
            words, (_("By channel"), _("Channel")), tables.channels, tables.total, extra
        ),
        "months": figure_grids.figures(
            words,
            (_("By month"), _("Month")),
            [f._replace(name=words.month(_month(f))) for f in tables.months],
            tables.total,
            extra,
        ),
        "campaigns": figure_grids.figures(
            words, (_("By campaign"), _("Campaign")), shown, tables.total, extra
        ),
        "more_campaigns": len(tables.campaigns) - len(shown),
        "parts_grid": figure_grids.parts(words, tables.change) if tables.change else None,
        "two_groups": money_grids.two_groups(words, tables),
        "organic": money_grids.organic(words, tables),
        "costs": money_grids.costs(words, tables),
        "left_out": money_grids.left_out(words, tables.left_out),
        "sources": money_grids.sources(words, tables.sources),
    }
