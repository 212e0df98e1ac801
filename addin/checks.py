"""What the checks find in the sums; what they find in rows stands in row_checks.py."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from addin.brand import is_brand
from addin.exports.platform import Traffic
from addin.figures import by, of_parts
from addin.found import finding
from addin.gathering import Gathered
from addin.ledger import Table
from addin.options import Options
from addin.placing import Placed
from addin.summary import MICRO, Sums
from cpc_functions.categories import CATEGORIES
from cpc_functions.cost_rules import plain
from workbook_templates.report.findings import Check, Severity
from workbook_templates.report.tables import Finding

MEDIA = (
    *("paid search", "shopping ads", "display ads", "paid social", "paid video"),
    *("native ads", "marketplace ads"),
)
ADS = {
    plain(name)
    for category in CATEGORIES
    if category.name in MEDIA
    for name in (category.name, *category.also)
}
SLACK = 3  # days without traffic at an end of an export are no other days
CONVERSION_WINDOW = 30  # days: the longest that is common after a click
YOUNG_SHARE = 0.02  # of the cost: less than this moves no figure


def found(
    tables: Sequence[Table], gathered: Gathered, placed: Placed, daily: Placed, options: Options
) -> list[Finding]:
    """Return the findings, the gravest first."""
    findings = [
        *(each for table in tables for each in table.findings),
        *gathered.findings,
        *placed.findings,
        *_halves(gathered),
        *_rates(placed.paid),
        *_currencies(gathered, options),
        *_events(gathered, options),
        *_future(gathered, options),
        *_young(daily.paid, options),
        *_brand(placed.paid),
        *_claims(placed),
        *_invoices(placed),
        *_other_days(tables, placed),
    ]
    gravest = list(Severity)
    return sorted(findings, key=lambda each: gravest.index(each.check.severity))


def _halves(gathered: Gathered) -> Iterator[Finding]:
    """Tell of cost without conversions and the other way round, and of more wins than clicks."""
    for table, parts in gathered.campaigns:
        if not table.converts:
            continue
        if count := sum(part.unconverted for part in parts):
            cost = sum(part.unconverted_cost for part in parts) / MICRO
            yield finding(Check.COST_WITHOUT_CONVERSIONS, table.place, count=count, cost=cost)
        if table.has_cost and (count := sum(part.unpaid for part in parts)):
            won = sum(part.unpaid_conversions for part in parts) / MICRO
            yield finding(Check.CONVERSIONS_WITHOUT_COST, table.place, count=count, conversions=won)
        if count := sum(part.over for part in parts):
            yield finding(Check.CONVERSIONS_OVER_CLICKS, table.place, count=count)


def _rates(paid: Sequence[Sums]) -> Iterator[Finding]:
    for name, parts in by(paid, lambda part: part.campaign or part.channel).items():
        whole = of_parts(name, parts)
        if whole.clicks and whole.conversions > whole.clicks:
            yield finding(
                Check.RATE_OVER_ONE,
                parts[0].platform,
                name=name or parts[0].platform,
                rate=whole.conversions / whole.clicks,
            )


def _currencies(gathered: Gathered, options: Options) -> Iterator[Finding]:
    paid = [table for table, parts in gathered.campaigns if any(part.cost for part in parts)]
    if len(paid) > 1 and not any(table.currency for table in paid):
        yield finding(Check.CURRENCY_NOT_SAID, "", count=len(paid))
    for table, parts in gathered.campaigns:
        for code, of_code in by(parts, lambda part: part.currency).items():
            cost = sum(part.cost or 0 for part in of_code) / MICRO
            if code in options.rates and code != options.declared.currency and cost:
                yield finding(
                    Check.MIXED_CURRENCIES,
                    table.place,
                    cost=cost,
                    currency=code,
                    rate=options.rates[code],
                )


def _events(gathered: Gathered, options: Options) -> Iterator[Finding]:
    """Tell which sources do not name the event that others name."""
    paid = [
        (table, {part.event for part in parts if part.conversions})
        for table, parts in gathered.campaigns
        if table.converts and table.has_cost
    ]
    named = sorted({event for _, events in paid for event in events if event})
    event = " + ".join(options.events or named[:1])
    for table, events in paid:
        if event and "" in events:
            yield finding(Check.EVENT_NOT_SAID, table.place, event=event)


def _future(gathered: Gathered, options: Options) -> Iterator[Finding]:
    today = options.today.isoformat()
    for table, parts in gathered.days:
        late = [part for part in parts if part.day > today]
        if late:
            last = date.fromisoformat(max(part.day for part in late))
            yield finding(
                Check.FUTURE_DATES, table.place, count=sum(part.rows for part in late), day=last
            )


def _young(paid: Sequence[Sums], options: Options) -> Iterator[Finding]:
    since = (options.today - timedelta(days=CONVERSION_WINDOW)).isoformat()
    cost = sum(part.cost or 0 for part in paid)
    young = sum(part.cost or 0 for part in paid if part.day > since)
    if cost and young / cost >= YOUNG_SHARE:
        yield finding(Check.YOUNG_DAYS, "", share=young / cost, days=CONVERSION_WINDOW)


def _brand(paid: Sequence[Sums]) -> Iterator[Finding]:
    """Tell of brand campaigns among others of the same platform, with both figures."""
    for platform, parts in by(paid, lambda part: part.platform).items():
        brand = [part for part in parts if is_brand(part.campaign)]
        others = [part for part in parts if not is_brand(part.campaign)]
        one, two = of_parts("", brand), of_parts("", others)
        if one.cpc is not None and two.cpc is not None:
            yield finding(Check.BRAND_MIXED, platform, brand=one.cpc, others=two.cpc)


def _claims(placed: Placed) -> Iterator[Finding]:
    claimed = sum(part.conversions or 0 for part in placed.paid)
    if placed.credited and claimed:
        yield finding(
            Check.PLATFORMS_CLAIM_MORE,
            "",
            claimed=claimed / MICRO,
            credited=placed.credited / MICRO,
        )


def _invoices(placed: Placed) -> Iterator[Finding]:
    """Tell of costs of ads beside the exports of the platforms, which hold them already."""
    for category in sorted({plain(row.category) for row in placed.costs} & ADS):
        if placed.paid:
            cost = sum(row.cost for row in placed.costs if plain(row.category) == category)
            yield finding(Check.INVOICE_BESIDE, "", cost=cost, category=category)


def _other_days(tables: Sequence[Table], placed: Placed) -> Iterator[Finding]:
    """Tell where organic conversions are of other days than the paid ones."""
    spans = {
        paid: [
            table.span
            for table in tables
            if table.span and table.rows and (table.platform.traffic is Traffic.PAID) is paid
        ]
        for paid in (True, False)
    }
    if not (spans[True] and spans[False] and placed.organic and placed.paid):
        return
    (first, last), (begins, ends) = (
        (min(span.first for span in each), max(span.last for span in each))
        for each in (spans[True], spans[False])
    )
    if abs((first - begins).days) > SLACK or abs((last - ends).days) > SLACK:
        yield finding(Check.OTHER_DAYS, "", first=begins, last=ends)
