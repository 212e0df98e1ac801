"""The checks of a table, row by row."""

import re
from collections import Counter
from collections.abc import Iterator

from cpc_functions.book import Book, Line, amount_in, error_in, is_missing, same
from cpc_functions.cells import (
    Cell,
    CellError,
    Rows,
    date_serial,
    is_blank,
    looks_like_number,
    shown,
)
from cpc_functions.currencies import currencies
from cpc_functions.findings import Finding, Found, found
from cpc_functions.headers import AMOUNTS, MONEY, Role, currency_in
from cpc_functions.totals import total_findings, totals

_LAST_DAY = 2958465
_EXACT = 1e15
_DATE_TEXT = re.compile(
    r"\d{8}|\d{1,4}[-./ ]+\d{1,2}[-./ ]+\d{1,4}\b.*|\d{1,2}\.?[ -][^\W\d]{3,}\.?[ -]\d{2,4}"
    r"|[^\W\d]{3,}\.? \d{1,2},? \d{4}"
)
_ORGANIC = re.compile(
    r".*\bseo\b.*|.*/ *organic|organisk .*|søkemotoroptimalisering|search engine optimi[sz]ation"
    r"|(?:organic|organisk|organisch)(?: (?:search|social|social media|video|shopping|traffic|work"
    r"|cost|posts?|content|marketing))?"
    r"|(?:expert |ekspert)?blogg?(?:er|ing)?|social media (?:marketer|manager)"
)
_UNPAID = re.compile(
    r"\b(?:organic|organisk|seo|direct|direkte|referral|henvisning|email|e-mail|e-post|nyhetsbrev"
    r"|newsletter|unpaid|ubetalt)\b"
)
_NO = {"no", "nei", "false", "usann", "0", "not counted", "teller ikke"}


def review(rows: Rows, today: float) -> list[Found]:
    """Return what is wrong with a table, in the order of its rows."""
    book = Book(rows)
    summaries = totals(book)
    summed = {total.line.number for total in summaries}
    lines = [line for line in book.lines if line.number not in summed]
    faults = list(total_findings(book, summaries))
    if not book.amounts:
        faults.append(found(1, Finding.NO_HEADER))
    faults += [found(number, Finding.HEADER_AGAIN) for number in book.repeated]
    faults += _currencies(book, lines)
    faults += _duplicates(book, lines)
    for line in book.lines:
        faults += _cells(book, line)
        if line.number not in summed:
            faults += _dates(book, line, today)
            faults += _relations(book, line)
            faults += _organic(book, line)
    return sorted(faults, key=lambda fault: fault.row)


def _cells(book: Book, line: Line) -> Iterator[Found]:
    for column, cell in enumerate(line.cells):
        title = book.titles[column] or f"Column {column + 1}"
        if code := error_in(cell):
            yield found(line.number, Finding.ERROR_CELL, column=title, code=code)
        elif book.roles[column] not in AMOUNTS or is_blank(cell):
            continue
        elif is_missing(cell):
            yield found(line.number, Finding.PLACEHOLDER, column=title, cell=shown(cell))
        elif isinstance(cell, str):
            numeric = amount_in(cell) or looks_like_number(cell)
            finding = Finding.TEXT_NUMBER if numeric else Finding.NOT_A_NUMBER
            yield found(line.number, finding, column=title, cell=shown(cell))
        elif column not in line.figures:
            yield found(line.number, Finding.NOT_A_NUMBER, column=title, cell=shown(cell))
        elif line.figures[column] < 0 and book.roles[column] is Role.COST:
            yield found(line.number, Finding.NEGATIVE_COST, column=title)
        elif line.figures[column] < 0 and book.roles[column] not in MONEY:
            yield found(line.number, Finding.NEGATIVE_COUNT, column=title)


def _dates(book: Book, line: Line, today: float) -> Iterator[Found]:
    for column in book.columns(Role.DATE):
        cell = line.cells[column]
        title = book.titles[column]
        if isinstance(cell, str):
            if _DATE_TEXT.fullmatch(cell.strip()):
                yield found(line.number, Finding.DATE_AS_TEXT, column=title, cell=shown(cell))
        elif cell is not None and not isinstance(cell, (bool, CellError)):
            serial = date_serial(cell) if hasattr(cell, "toordinal") else cell
            if not 1 <= serial <= _LAST_DAY:
                day = f"the number {serial:.0f}" if abs(serial) < _EXACT else shown(serial)
                yield found(line.number, Finding.DATE_AS_TEXT, column=title, cell=day)
            elif int(serial) > int(today):
                yield found(line.number, Finding.FUTURE_DATE, column=title, cell=_day(serial))


def _relations(book: Book, line: Line) -> Iterator[Found]:
    cost, conversions, clicks, impressions = (
        line.figures.get(book.main[role])
        for role in (Role.COST, Role.CONVERSIONS, Role.CLICKS, Role.IMPRESSIONS)
    )
    if conversions is not None and clicks is not None and conversions > clicks:
        yield found(line.number, Finding.MORE_CONVERSIONS)
    if clicks is not None and impressions is not None and clicks > impressions:
        yield found(line.number, Finding.MORE_CLICKS)
    has_cost, has_conversions = book.main[Role.COST] >= 0, book.main[Role.CONVERSIONS] >= 0
    lacking = has_cost and not cost and _is_read(line, book.main[Role.COST])
    if conversions and lacking and not any(map(_is_unpaid, line.cells)):
        yield found(line.number, Finding.NO_COST)
    if has_conversions and cost and is_missing(line.cells[book.main[Role.CONVERSIONS]]):
        yield found(line.number, Finding.NO_CONVERSIONS_FIGURE)


def _is_read(line: Line, column: int) -> bool:
    return column in line.figures or is_missing(line.cells[column])


def _is_unpaid(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(_UNPAID.search(cell.lower()))


def _organic(book: Book, line: Line) -> Iterator[Found]:
    left_out = any(same(line.cells[c]) in _NO for c in book.columns(Role.COUNTS))
    costs = [line.figures.get(column, 0.0) for column in book.columns(Role.COST)]
    if left_out or not any(costs):
        return
    for column in book.columns(Role.CATEGORY):
        cell = line.cells[column]
        if isinstance(cell, str) and _ORGANIC.fullmatch(same(cell)):
            yield found(line.number, Finding.ORGANIC_COST, cell=shown(cell))
            return


def _duplicates(book: Book, lines: list[Line]) -> Iterator[Found]:
    """Yield rows that repeat another cell for cell; rows of zeros change no sum."""
    seen: dict[tuple[object, ...], int] = {}
    for line in lines:
        if not any(line.figures.values()) and book.amounts:
            continue
        content = tuple(line.figures.get(c, same(cell)) for c, cell in enumerate(line.cells))
        first = seen.setdefault(content, line.number)
        if first != line.number:
            yield found(line.number, Finding.DUPLICATE, first=first)


def _currencies(book: Book, lines: list[Line]) -> Iterator[Found]:
    """Yield amounts in another currency than most; "kr" agrees with NOK, SEK and DKK alike."""
    money = book.columns(*MONEY)
    titled = [codes for c in money if (codes := currency_in(book.titles[c]))]
    cost = currency_in(book.titles[book.main[Role.COST]]) if book.columns(Role.COST) else None
    for column in book.columns(Role.REVENUE):
        codes = currency_in(book.titles[column])
        if cost and codes and not cost & codes:
            yield _mixed(1, codes, cost)
    named = {line.number: _named(book, line, money) for line in lines}
    counted = Counter(codes for said in named.values() for codes in said)
    from_column = bool(book.columns(Role.CURRENCY))
    usual = next((codes for codes, _ in counted.most_common(1)), None)
    if titled and not from_column:
        usual = titled[0]
    for number, said in named.items():
        other = next((codes for codes in said if usual and not codes & usual), None)
        if usual and other:
            yield _mixed(number, other, usual)


def _named(book: Book, line: Line, money: list[int]) -> list[frozenset[str]]:
    said = []
    for column in book.columns(Role.CURRENCY)[:1]:
        word = line.cells[column]
        if isinstance(word, str) and not is_missing(word) and not error_in(word):
            word = word.strip()
            said.append(currencies(word) or currencies(word.upper()) or frozenset((same(word),)))
    for column in money:
        cell = line.cells[column]
        amount = amount_in(cell) if isinstance(cell, str) else None
        if amount and amount.currencies:
            said.append(amount.currencies)
    return said


def _mixed(row: int, other: frozenset[str], usual: frozenset[str]) -> Found:
    words = {"currency": _listed(other), "usual": _listed(usual)}
    return found(row, Finding.MIXED_CURRENCY, **words)


def _listed(codes: frozenset[str]) -> str:
    some = sorted(codes)
    return " or ".join(some) if len(some) <= len("NOK") else f"a currency such as {some[0]}"


def _day(serial: float) -> str:
    from datetime import date, timedelta

    return str(date(1899, 12, 30) + timedelta(days=int(serial)))
