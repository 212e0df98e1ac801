"""What SUMIFS matches: the criteria language of spreadsheets."""

import re
from collections.abc import Callable
from operator import eq, ge, gt, le, lt, ne
from typing import TypeGuard

from cpc_functions.cells import Cell, CellError, ErrorCode, date_serial, is_blank

Matches = Callable[[Cell], bool]

_COMPARISONS = {">=": ge, "<=": le, "<>": ne, ">": gt, "<": lt, "=": eq}
_OPERATOR = re.compile(r"(>=|<=|<>|>|<|=)?(.*)", re.DOTALL)
_MARK = re.compile(r"~[*?~]|.", re.DOTALL)
_RUN, _ONE = "**", "??"  # two characters long, so that no character of a cell is one
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?(\s*%)?", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOCAL_DAY = re.compile(r"\d{1,2}[./]\d{1,2}[./](\d{4}|\d{2})")


def matcher(criterion: Cell) -> Matches:
    """Return the test that a criterion is: "brand*", ">=100", "<>", ">=2026-01-31", 5.

    As in SUMIFS: case does not count, * and ? are wildcards and ~ takes their meaning away, a
    number matches the number and the text that says it, "=" matches blank cells and "<>" those
    that are not. Dates are written the ISO way, which reads the same in every country.
    """
    if isinstance(criterion, CellError):
        raise criterion
    if not isinstance(criterion, str):
        sought = 0.0 if criterion is None else criterion
        return lambda cell: _equal(cell, sought)
    operator, operand = _split(criterion)
    if operand == "" and operator in ("=", "<>", ""):
        wants_blank = operator != "<>"
        return lambda cell: is_blank(cell) is wants_blank
    value = _value(operand)
    if operator in ("", "=", "<>"):
        same = _wild(operand) if value is None else _number_or_its_text(value, operand)
        return (lambda cell: not same(cell)) if operator == "<>" else same
    compare = _COMPARISONS[operator]
    if value is None:
        word = operand.casefold()
        return lambda cell: isinstance(cell, str) and cell != "" and compare(cell.casefold(), word)
    return lambda cell: _is_number(cell) and compare(cell, value)


def _split(criterion: str) -> tuple[str, str]:
    found = _OPERATOR.fullmatch(criterion)
    return (found[1] or "", found[2]) if found else ("", criterion)


def _value(operand: str) -> float | None:
    word = operand.strip()
    if _LOCAL_DAY.fullmatch(word):
        raise CellError(
            ErrorCode.VALUE,
            f"criterion: '{word}' is another day in other countries; write it as 2026-01-31.",
        )
    if _NUMBER.fullmatch(word):
        return float(word.rstrip("% ")) / (100 if word.endswith("%") else 1)
    if _DAY.fullmatch(word):
        from datetime import date

        try:
            return date_serial(date.fromisoformat(word))
        except ValueError:
            return None
    return None


def _is_number(cell: Cell) -> TypeGuard[float]:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def _equal(cell: Cell, sought: Cell) -> bool:
    if isinstance(sought, bool) or isinstance(cell, (bool, CellError)):
        return cell.__class__ is sought.__class__ and cell == sought
    return cell == sought or (isinstance(cell, str) and _value(cell) == sought)


def _number_or_its_text(value: float, operand: str) -> Matches:
    return lambda cell: (
        cell == value
        if _is_number(cell)
        else isinstance(cell, str) and (cell == operand or _value(cell) == value)
    )


def _wild(operand: str) -> Matches:
    pattern = [
        token
        for mark in _MARK.findall(operand.casefold())
        for token in ({"*": [_RUN], "?": [_ONE]}.get(mark) or mark[-1])
    ]
    truth = {"true": True, "false": False}.get(operand.casefold())
    return lambda cell: (
        _fits(cell, pattern) if isinstance(cell, str) else isinstance(cell, bool) and cell is truth
    )


def _fits(cell: str, pattern: list[str]) -> bool:
    """Return whether a text fits a pattern with wildcards.

    Only the last run is ever lengthened, which takes a few passes at worst; a regular expression
    with many runs can take longer than anyone lives.
    """
    text, at, place, run, begun = cell.casefold(), 0, 0, -1, 0
    while at < len(text):
        token = pattern[place] if place < len(pattern) else ""
        if token == _RUN:
            run, begun = place, at
            place += 1
        elif token in (_ONE, text[at]):
            at, place = at + 1, place + 1
        elif run >= 0:
            begun += 1
            at, place = begun, run + 1
        else:
            return False
    return all(token == _RUN for token in pattern[place:])
