"""What names the rows of the ledger: their days, names, event and currency, from an export."""

import re
from collections.abc import Iterable, Mapping, Sequence

from addin.exports.line_kinds import texts_of
from addin.exports.platform import Field, currency_of, plain
from addin.exports.reading import Declared, Reading, read
from addin.exports.recognise import Export
from addin.exports.remembered import GIVEN
from addin.exports.text_file import Unreadable
from addin.options import Options
from workbook_templates.report.tables import Span

SINGLE_DAYS = ("day", "dag", "tag")  # beside them the report's own first and last day may stand
DAYS = ("day", "end", "account", "platform", "channel", "event", "currency")
LEVELS = (Field.CAMPAIGN, Field.AD_GROUP, Field.KEYWORD, Field.AD)
TEXTS = {
    "account": Field.ACCOUNT,
    "channel": Field.CHANNEL,
    "campaign": Field.CAMPAIGN,
    "ad_group": Field.AD_GROUP,
    "keyword": Field.KEYWORD,
    "ad": Field.AD,
    "event": Field.EVENT,
    "currency": Field.CURRENCY,
}
NAMED = ("account", "channel", "campaign", "ad_group", "keyword", "ad")
FIGURES = {
    "cost": Field.COST,
    "impressions": Field.IMPRESSIONS,
    "clicks": Field.CLICKS,
    "sessions": Field.SESSIONS,
    "conversions": Field.CONVERSIONS,
    "value": Field.VALUE,
    "quality": Field.QUALITY,
}


def read_in(export: Export, declared: Declared) -> Reading:
    """Return what an export says; the declared currency is that of amounts that name none."""
    reading = read(export, declared._replace(currency=""))
    said = reading.currencies
    if value_is_foreign(export):
        said = currency_of(export.header.cells[export.columns[Field.COST]])
    if declared.currency and (not said or (len(said) > 1 and declared.currency in said)):
        said = frozenset((declared.currency,))
    return reading._replace(currencies=said)


def names_of(export: Export, fixed: Mapping[str, str]) -> frozenset[str]:
    """Return the keys by which a table names traffic; keywords are told from search terms."""
    names = {name for name in NAMED if TEXTS[name] in export.columns or name in fixed}
    if "keyword" in names:
        names = names - {"keyword"} | {f"keyword:{title_of(export, Field.KEYWORD)}"}
    return frozenset(names)


def value_is_foreign(export: Export) -> bool:
    """Return whether the title of the value names another currency than that of the cost."""
    cost, value = (
        currency_of(export.header.cells[export.columns[field]])
        if field in export.columns
        else frozenset[str]()
        for field in (Field.COST, Field.VALUE)
    )
    return bool(cost and value) and not cost & value


def level_of(fields: Iterable[Field]) -> int:
    """Return how fine the rows of a table are."""
    known = set(fields)
    return max((place for place, field in enumerate(LEVELS, 1) if field in known), default=0)


def single_currency(reading: Reading) -> str:
    """Return the currency of rows that name none; "" where nothing says it."""
    named = Field.CURRENCY in reading.export.columns
    if len(reading.currencies) > 1 and not named:
        possible = " or ".join(sorted(reading.currencies))
        raise Unreadable(
            f"{reading.export.grid.path}: its amounts are in {possible}; say which with --currency."
        )
    return next(iter(reading.currencies), "") if len(reading.currencies) == 1 else ""


def span_of(reading: Reading, options: Options) -> Span | None:
    """Return the days that an export covers; what does not say them covers what is asked for.

    Raises Unreadable where days are asked for, and the export says others that are not understood.
    """
    if reading.period:
        return Span(*reading.period)
    if reading.unplaced and (options.first or options.last):
        raise Unreadable(f"{reading.export.grid.path}: {reading.unplaced}")
    return options.span


def fixed_keys(export: Export, span: Span | None) -> dict[str, str]:
    """Return the keys that are the same in every row; its days, where no column has them."""
    fixed = {"platform": export.platform.name}
    if Field.ACCOUNT not in export.columns and (account := _property(export)):
        fixed["account"] = account
    if span and Field.DATE not in export.columns:
        fixed |= {"day": span.first.isoformat(), "end": span.last.isoformat()}
    return fixed


def _property(export: Export) -> str:
    """Return what analytics name above their table: "# Property: Web shop", else the account."""
    above = [text for line in export.before for text in texts_of(line) if text.startswith("#")]
    for word in ("property", "account"):
        for text in above:
            if found := re.search(rf"\b{word}:\s*(.+)", text, re.IGNORECASE):
                return found[1].strip()
    return ""


def mapped_titles(export: Export) -> Sequence[object]:
    """Return the titles of a table whose columns were said with --map; none for any other."""
    return export.header.cells if export.mapped_by == GIVEN else ()


def title_of(export: Export, field: Field) -> str:
    """Return the title of a field's column as titles are compared; "" without one."""
    return plain(export.header.cells[export.columns[field]]) if field in export.columns else ""
