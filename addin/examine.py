"""The command `cpc inspect`: what a file is, what it says, and what is in doubt."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from addin.doubts import doubts, events, mixed
from addin.exports.date_order import ORDERS
from addin.exports.grid import Grid, read_grids
from addin.exports.mapping import column_map
from addin.exports.platform import Field
from addin.exports.reading import Declared, Reading, read
from addin.exports.recognise import Export
from addin.exports.remembered import FILE_NAME, GIVEN, Maps, recall, remember
from addin.exports.tables import recognise_all
from addin.exports.text_file import Unreadable
from cpc_functions.cells import CellError
from cpc_functions.currencies import currencies
from cpc_functions.locales import style_of
from cpc_functions.poisson import cost_limits
from cpc_functions.texts import rounded

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "": ""}
MONEY = (Field.COST, Field.VALUE)
SUMMED = (
    Field.COST,
    Field.IMPRESSIONS,
    Field.CLICKS,
    Field.SESSIONS,
    Field.CONVERSIONS,
    Field.VALUE,
)


def inspect(
    path: Path,
    declared: Declared,
    options: Sequence[str] = (),
    memory: Path = Path(FILE_NAME),
) -> str:
    """Return what is seen in a file; raises Unreadable for one that holds nothing known.

    `options` are those of --map; what they say is written to the file `memory`, whose own maps
    are used as well.
    """
    check_declared(declared)
    maps = Maps(column_map(options), recall(memory), memory.name)
    tables = recognise_all(read_grids(path), maps)
    seen, refused = [], tables.refused
    for export in tables.exports:
        try:
            told = _told(read(export, declared))
        except Unreadable as reason:
            refused.append(reason)
        else:
            seen.append("\n".join([*told, *_columns(export, maps, memory)]))
    if not seen:
        raise Unreadable("\n".join(map(str, refused)))
    if tables.others:
        refused.append(Unreadable(f"sheets without an export: {', '.join(tables.others)}"))
    return "\n\n".join([*seen, *map(str, refused)])


def _columns(export: Export, maps: Maps, memory: Path) -> Iterator[str]:
    """Return who says what the columns are, where it is the user, and remember it."""
    if export.mapped_by != GIVEN:
        yield from [f"  columns      by {export.mapped_by}"] if export.mapped_by else []
        return
    try:
        remember(memory, export.header.cells, maps.given)
    except Unreadable as reason:
        yield f"  columns      by {GIVEN}; {reason}"
    else:
        yield f"  columns      by {GIVEN}; remembered in {memory.name}"


def check_declared(declared: Declared) -> None:
    """Refuse what the user cannot have meant; raises Unreadable."""
    for order in declared.orders:
        if order not in ORDERS:
            raise Unreadable(f"--dates {order}: write one of {', '.join(ORDERS)}.")
    if declared.currency and currencies(declared.currency) != {declared.currency}:
        raise Unreadable(f"--currency {declared.currency}: write a code such as NOK or EUR.")
    for locale in declared.locales:
        try:
            style_of(locale)
        except CellError as reason:
            raise Unreadable(f"--locale {locale}: {reason.why}") from None


def _told(reading: Reading) -> Iterator[str]:
    export, platform = reading.export, reading.export.platform
    yield f"{_place(export.grid)}: {platform.name}, {platform.traffic} traffic"
    yield f"  file         {_file(export.grid)}"
    yield f"  header       line {export.header.number}"
    yield f"  period       {_period(reading)}"
    yield f"  currency     {_currency(reading)}"
    yield f"  numbers      {_notation(reading)}"
    yield f"  rows         {len(export.rows)}"
    yield f"  total lines  {_totals(reading)}"
    for field in SUMMED:
        if field in reading.numbers:
            yield f"  {field:<12} {_sum(reading, field)}"
    if figure := _figure(reading):
        yield f"  {figure}"
    used = ", ".join(
        f"{field} = {export.header.cells[place]}" for field, place in export.columns.items()
    )
    yield f"  used         {used}"
    yield f"  ignored      {', '.join(export.ignored) or 'nothing'}"
    yield from (f"  doubt        {doubt}" for doubt in doubts(reading))


def _place(grid: Grid) -> str:
    return f"{grid.path}, sheet {grid.sheet}" if grid.sheet else grid.path


def _file(grid: Grid) -> str:
    return f"{grid.encoding}, {DELIMITERS[grid.delimiter]}" if grid.encoding else "workbook"


def _period(reading: Reading) -> str:
    if not reading.period:
        return "not said"
    first, last = reading.period
    return f"{first} to {last}"


def _currency(reading: Reading) -> str:
    return " or ".join(sorted(reading.currencies)) or "not said"


def _notation(reading: Reading) -> str:
    proved = {numbers.locale for numbers in reading.numbers.values() if numbers.locale}
    samples = sorted({style_of(locale).sample for locale in proved})
    return f"written like {' and '.join(samples)}" if samples else "read the same everywhere"


def _totals(reading: Reading) -> str:
    count = len(reading.export.totals)
    if not count:
        return "none"
    agree = "they equal the sums of the rows" if not reading.differences else "see doubts"
    return f"{count} set aside; {agree}"


def _sum(reading: Reading, field: Field) -> str:
    numbers = reading.numbers[field]
    if field in MONEY and mixed(reading):
        return "not summed: more than one currency"
    if field in (Field.CONVERSIONS, Field.VALUE) and len(events(reading)) > 1:
        return "not summed: results of different kinds"
    notes = []
    if numbers.missing:
        notes.append(f"{numbers.missing} cells without a figure")
    if numbers.bucketed:
        notes.append(f'{numbers.bucketed} cells with a limit only, such as "<5"')
    said = f"{reading.total(field):,.2f}".removesuffix(".00")
    return f"{said} ({'; '.join(notes)})" if notes else said


def _figure(reading: Reading) -> str:
    """Return the cost per conversion of all rows with its interval, where one can be told."""
    known = Field.COST in reading.numbers and Field.CONVERSIONS in reading.numbers
    if not known or not reading.export.rows:
        return ""
    cost, conversions = reading.total(Field.COST), reading.total(Field.CONVERSIONS)
    if min(cost, conversions) < 0 or mixed(reading) or len(events(reading)) > 1:
        return ""
    if alone := _alone(reading):
        return f"cost per conversion: not told, {alone} rows have only one of the two"
    low, high = cost_limits(cost, conversions, 0.95)
    if not conversions or isinstance(high, CellError):
        return f"cost per conversion: none yet, at least {rounded(low)}"
    figure = rounded(cost / conversions)
    return f"cost per conversion: {figure} (95 %: {rounded(low)} to {rounded(high)})"


def _alone(reading: Reading) -> int:
    """Return how many rows have a cost and no figure of conversions, or the other way round."""
    pairs = zip(reading.values(Field.COST), reading.values(Field.CONVERSIONS), strict=True)
    return sum((cost is None) != (found is None) and bool(cost or found) for cost, found in pairs)
