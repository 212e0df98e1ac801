"""Rows of totals: what they are called, how they add up, and ratios that were averaged."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from math import fsum
from typing import NamedTuple

from cpc_functions.book import Book, Line, is_missing
from cpc_functions.cells import shown
from cpc_functions.findings import Finding, Found, found
from cpc_functions.headers import MONEY, Role

_TOTAL_WORDS = (
    "total totalt totals totale totaal totales totali totaux totalen totalsum totalsumma sum "
    "summe summa suma somme soma sammenlagt gesamt gesamtsumme insgesamt gesamtergebnis итого "
    "всего разом загалом razem ogółem łącznie celkem součet spolu összesen toplam σύνολο yhteensä "
    "samtals kokku kopā ukupno skupaj общо 合計 総計 小計 总计 合计 總計 小计 합계 총계 소계 รวม "
    "jumlah कुल "
    "الإجمالي المجموع subtotal subtotalt delsum delsummer deltotal deelsom zwischensumme sluttsum "
    "hovedsum totalsummen summen kopsumma toplamı tổng 전체 average gjennomsnitt snitt durchschnitt"
)
_TOTAL = frozenset(_TOTAL_WORDS.split())
_PHRASES = ("i alt", "totalt sett", "iš viso", "tổng cộng", "tổng số", "סה״כ", 'סה"כ', "סך הכל")
_SCOPE_WORDS = (
    "grand sub overall account accounts campaign campaigns all rows row konto kontoen kampanjer "
    "kampanje alle for the of general report filtered manager perioden måneden året geral generale "
    "général general conta campanhas kampagnen rader rad kostnader konverteringer cost costs spend "
    "period month year week uke genel summarum hesap"
)
_SCOPE = frozenset(_SCOPE_WORDS.split())
# Names of everything, which no single campaign has; with another word behind them they are names.
_EVERYTHING = frozenset(
    (
        *("all campaigns", "all accounts", "all ads", "all ad groups", "alle kampanjer"),
        *("alle kampagnen", "alle kampagner", "alle campagnes", "alla kampanjer", "alle kontoer"),
        *("alle konten", "toutes les campagnes", "todas as campanhas", "todas las campañas"),
        *("tutte le campagne", "すべてのキャンペーン", "모든 캠페인", "все кампании"),
    )
)
_BEGINNINGS = tuple(f"{phrase} " for phrase in _PHRASES)
TELLING = _TOTAL.union(*(re.findall(r"\w+", name) for name in (*_PHRASES, *_EVERYTHING)))
_WORD = re.compile(r"\w+")
_ALL = 1e-6
_COPIES = (1, 2, 3)
_FEW = 2


class Total(NamedTuple):
    """A row of totals, the rows that it stands for, and how it was recognised."""

    line: Line
    of: list[Line]
    label: str


def totals(book: Book) -> list[Total]:
    """Return the rows of totals: by their label, and by arithmetic where there is none."""
    labels = {line.number: label for line in book.lines if (label := _label(line))}
    data = [line for line in book.lines if line.number not in labels]
    sums = _equal_to_the_others(book, data)
    data = [line for line in data if line.number not in sums]
    sums |= _equal_to_the_rows_above(book, data, set(labels) | sums)
    data = [line for line in data if line.number not in sums]
    return [
        Total(line, data, labels.get(line.number, ""))
        for line in book.lines
        if line.number in labels or line.number in sums
    ]


def total_findings(book: Book, rows: Sequence[Total]) -> Iterator[Found]:
    """Yield the rows of totals, and the averages of ratios that stand in them."""
    for total in rows:
        if total.label:
            yield found(total.line.number, Finding.TOTAL_LABEL, label=shown(total.label))
        else:
            yield found(total.line.number, Finding.TOTAL_SUM)
        for column in book.columns(Role.RATIO):
            if _is_average(book, total, column):
                title = book.titles[column]
                yield found(total.line.number, Finding.AVERAGE_OF_RATIOS, column=title)


def _label(line: Line) -> str:
    for cell in line.cells:
        if isinstance(cell, str) and says_total(cell):
            return cell
    return ""


def says_total(label: str) -> bool:
    """Return whether a label means a total: "Total: Campaigns" does, "Total Wine" is a name."""
    text = " ".join(label.lower().split())
    lead = re.split(r"\s*[:(=]|\s[-–—]\s", text, maxsplit=1)[0]
    if lead in _EVERYTHING or lead in _PHRASES or text.startswith(_BEGINNINGS):
        return True
    words = set(_WORD.findall(lead))
    names = {word for word in words if not word.isdigit()} - _TOTAL - _SCOPE
    return bool(words & _TOTAL) and not names


def may_say_total(text: str) -> bool:
    """Return whether a word stands in a text without which no label means a total."""
    return not TELLING.isdisjoint(_WORD.findall(text.lower()))


def _equal_to_the_others(book: Book, data: list[Line]) -> set[int]:
    """Return rows that equal the sum of the others; a total may be printed up to three times."""
    sums = _sums(book, data)
    days = book.columns(Role.DATE)
    for copies in _COPIES:
        parts = {column: value / (copies + 1) for column, value in sums.items()}
        equal = [line for line in data if _equals(line, parts, len(data) - copies)]
        own_day = any(_has_own_day(line, data, days) for line in equal)
        if len(equal) == copies and not own_day:
            return {line.number for line in equal}
    return set()


def _equal_to_the_rows_above(book: Book, data: list[Line], ends: set[int]) -> set[int]:
    """Return subtotals: rows that add up those above and leave blank what those name."""
    keys = book.columns(Role.KEY, Role.CATEGORY, Role.DATE)
    subtotals: set[int] = set()
    above: list[Line] = []
    sums: dict[int, float] = {}
    for line in data:
        if above and any(above[-1].number < end < line.number for end in ends):
            above, sums = [], {}
        named = [key for key in keys if above and not is_missing(above[-1].cells[key])]
        unnamed = any(is_missing(line.cells[key]) for key in named)
        if unnamed and _equals(line, sums, len(above)):
            subtotals.add(line.number)
            above, sums = [], {}
            continue
        above.append(line)
        for column in book.amounts:
            sums[column] = sums.get(column, 0.0) + line.figures.get(column, 0.0)
    return subtotals


def _equals(line: Line, sums: dict[int, float], others: int) -> bool:
    """Return whether every amount of a row is the sum; one column needs more rows to prove it."""
    given = {column: line.figures[column] for column in sums if column in line.figures}
    telling = sum(value != 0 for value in given.values())
    return (
        telling > 0
        and others >= (_FEW if telling > 1 else _FEW + 1)
        and all(abs(v - sums[c]) <= _ALL * max(1.0, abs(sums[c])) for c, v in given.items())
    )


def _has_own_day(line: Line, data: list[Line], days: list[int]) -> bool:
    own = [line.cells[day] for day in days if not is_missing(line.cells[day])]
    return bool(own) and all(
        [other.cells[day] for day in days] != own for other in data if other is not line
    )


def _sums(book: Book, lines: Sequence[Line]) -> dict[int, float]:
    return {
        column: fsum(line.figures.get(column, 0.0) for line in lines) for column in book.amounts
    }


def _is_average(book: Book, total: Total, column: int) -> bool:
    """Return whether a ratio is the mean of the rows', to its own digits, and no ratio of sums."""
    value = total.line.figures.get(column)
    ratios = [line.figures[column] for line in total.of if column in line.figures]
    if value is None or len(set(ratios)) < _FEW:
        return False
    decimals = len(repr(value).partition(".")[2].rstrip("0")) if "e" not in repr(value) else 9
    within = max(0.5001 * 10.0**-decimals, 1e-9 * abs(value))
    return abs(fsum(ratios) / len(ratios) - value) <= within and not any(
        abs(ratio - value) <= within for ratio in _ratios_of_sums(book, total.of)
    )


def _ratios_of_sums(book: Book, lines: Sequence[Line]) -> Iterator[float]:
    """Yield every ratio that could stand in a total: plain, in percent and per thousand."""
    sums = {column: value for column, value in _sums(book, lines).items() if value}
    for top, base in permutations(sums, 2):
        ratio = sums[top] / sums[base]
        yield ratio
        if book.roles[top] in MONEY and book.roles[base] is Role.IMPRESSIONS:
            yield 1000 * ratio
        elif (book.roles[top] in MONEY) == (book.roles[base] in MONEY):
            yield 100 * ratio
