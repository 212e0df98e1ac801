"""The command `cpc inspect`: what a file is, what it says, and what is in doubt."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from addin.exports.date_order import ORDERS
from addin.exports.grid import Grid, read_grids
from addin.exports.missing import is_missing
from addin.exports.platform import Field
from addin.exports.reading import Declared, Reading, read, texts_of
from addin.exports.recognise import recognise
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


def inspect(path: Path, declared: Declared) -> str:
    """Return what is seen in a file; raises Unreadable for one that holds nothing known."""
    _check(declared)
    seen, refused = [], []
    for grid in read_grids(path):
        try:
            seen.append("\n".join(_told(read(recognise(grid), declared))))
        except Unreadable as reason:
            refused.append(reason)
    if not seen:
        raise refused[0]
    return "\n\n".join([*seen, *map(str, refused)])


def _check(declared: Declared) -> None:
    """Refuse what the user cannot have meant."""
    if declared.dates not in ("", *ORDERS):
        raise Unreadable(f"--dates {declared.dates}: write one of {', '.join(ORDERS)}.")
    if declared.currency and currencies(declared.currency) != {declared.currency}:
        raise Unreadable(f"--currency {declared.currency}: write a code such as NOK or EUR.")
    try:
        style_of(declared.locale or "en_US")
    except CellError as reason:
        raise Unreadable(f"--locale {declared.locale}: {reason.why}") from None


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
    yield from (f"  doubt        {doubt}" for doubt in _doubts(reading))


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
    if field in MONEY and _mixed(reading):
        return "not summed: more than one currency"
    if field in (Field.CONVERSIONS, Field.VALUE) and len(_events(reading)) > 1:
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
    if min(cost, conversions) < 0 or _mixed(reading) or len(_events(reading)) > 1:
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


def _mixed(reading: Reading) -> bool:
    return Field.CURRENCY in reading.export.columns and len(reading.currencies) > 1


def _events(reading: Reading) -> set[str]:
    """Return the kinds of results that have a figure; "" for one that is not named."""
    if Field.EVENT not in reading.export.columns:
        return set()
    found = zip(reading.export.cells(Field.EVENT), reading.values(Field.CONVERSIONS), strict=False)
    return {"" if is_missing(event) else str(event) for event, count in found if count}


def _doubts(reading: Reading) -> Iterator[str]:
    export = reading.export
    if not export.rows:
        yield "the export holds no rows"
    for title in export.repeated:
        yield f'more than one column is called "{title}"; the first is used'
    for line in export.remarks:
        yield f'line {line.number} is no row and was set aside: "{texts_of(line)[0]}"'
    if export.more:
        yield f"another table begins on line {export.more} and is not read"
    yield from _disagreements(reading)
    if len(reading.currencies) > 1:
        yield "more than one currency is possible; amounts of different ones are never added"
    if len(events := _events(reading)) > 1:
        named = ", ".join(sorted(event or "(not named)" for event in events))
        yield f"results of different kinds, never to be summed: {named}"


def _disagreements(reading: Reading) -> Iterator[str]:
    """Return one sentence for each line of totals that the rows do not make up."""
    for line, differences in groupby(reading.differences, key=lambda found: found.line):
        parts = [
            f"{each.field} {each.total:,.2f} against {each.rows:,.2f} of the rows, "
            f"a difference of {each.total - each.rows:,.2f}"
            for each in differences
        ]
        yield f"line {line} is a total that the rows do not make up: {'; '.join(parts)}"
