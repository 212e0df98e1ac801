"""Numbers written as text, read strictly: a number is never guessed.

With a locale its marks decide. Without one only a number that reads the same everywhere is
taken: 1,234.56 is, but 1,234 is a thousand in London and one and a bit in Oslo.
"""

import re
from math import isinf
from typing import NamedTuple

from cpc_functions.cells import CellError, ErrorCode, shown
from cpc_functions.currencies import currencies
from cpc_functions.locales import Style, style_of


class Amount(NamedTuple):
    """A number, and the currencies that the text beside it may mean: none when it names none."""

    value: float
    currencies: frozenset[str]


_ZEROS = "٠۰০०๐"
_DIGIT = {chr(ord(zero) + n): str(n) for zero in _ZEROS for n in range(10)}
_DIGITS = "0-9" + "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in _ZEROS)
_ALIKE = {
    **dict.fromkeys(map(ord, "\t\n\r\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006"), " "),
    **dict.fromkeys(map(ord, "\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'"),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"), ""),
    ord("٪"): "%",
}
_AT_EDGES = " \ufeff\u200b\u2060"
_FIRST_TO_LAST = re.compile(f"([^{_DIGITS}]*)([{_DIGITS}](?:.*[{_DIGITS}])?)([^{_DIGITS}]*)")
_CORE = re.compile(rf"([{_DIGITS} '.,٫٬]+)(?:[eE]([+-]?[0-9]{{1,4}}))?")
_BARE_MARK_BEFORE = re.compile(r"(?:^|[^\w.,٫])([.,٫])$")
_MARK_AFTER = re.compile(r"([.,٫])(?:--?|—)?")
_AFFIX = re.compile(r"[-+()%]|[^\s\-+()%]+")
_DOLLAR_OF = re.compile(r"\$ (?=[A-Z]{2}\b)")
_ARABIC = Style("٫", "٬")
_SHORT_WORDS = "k m mn mio mill mrd b bn t lakh crore tusen 万 億"
_SHORT = frozenset(_SHORT_WORDS.split())
_GROUP = 3


def parse_number(text: str, locale: str | None = None) -> float:
    """Return the number that a text says; raises CellError with the reason and the cure."""
    return parse_amount(text, locale).value


def parse_amount(text: str, locale: str | None = None) -> Amount:
    """Return the number that a text says, and its currency; raises CellError."""
    style = None if locale is None else style_of(locale)
    found = _FIRST_TO_LAST.fullmatch(text.translate(_ALIKE).strip(_AT_EDGES))
    if not found:
        raise _no_number(text)
    before, core, after = found.groups()
    if mark := _BARE_MARK_BEFORE.search(before):
        before, core = before[:-1], mark[1] + core
    if mark := _MARK_AFTER.match(after):
        core, after = core + mark[1], after[mark.end() :]
    negative, percent, named = _affixes(text, before, after)
    parts = _CORE.fullmatch(core)
    if not parts:
        raise _refusal(text, "is not one number")
    mantissa, exponent = _western(text, parts[1], style), int(parts[2] or 0)
    whole, fraction = _parts(text, mantissa, style, locale, scientific=parts[2] is not None)
    value = float(f"{whole or 0}.{fraction}e{exponent - 2 * percent}")
    if isinf(value) or (value == 0 and (whole + fraction).strip("0")):
        raise CellError(ErrorCode.NUM, f"text: {shown(text)} is beyond what a cell can hold.")
    return Amount(-value if negative else value, named)


def _affixes(text: str, before: str, after: str) -> tuple[bool, bool, frozenset[str]]:
    """Read what stands around the digits: sign, accounting brackets, percent and currency."""
    left, right = _AFFIX.findall(before), _AFFIX.findall(_DOLLAR_OF.sub("$", after))
    around = left + right
    words = [word for word in around if word not in "-+()%"]
    meant = [currencies(word) for word in words]
    named = frozenset.intersection(*meant) if meant else frozenset()
    if not all(meant):
        raise _unknown_word(
            text, next(word for word, codes in zip(words, meant, strict=True) if not codes)
        )
    if meant and not named:
        raise _refusal(text, "names two currencies")
    signs = around.count("-") + around.count("+") + around.count("(")
    if (
        signs > 1
        or "+" in right
        or "(" in right
        or ")" in left
        or left.count("(") != right.count(")")
        or around.count("%") + bool(words) > 1
    ):
        raise _refusal(text, "has signs that contradict one another")
    return "-" in around or "(" in left, "%" in around, named


def _western(text: str, mantissa: str, style: Style | None) -> str:
    """Return the digits as 0-9; other digits only where the locale has them, and never mixed."""
    scripts = {ord(digit) - int(_DIGIT.get(digit, digit)) for digit in mantissa if digit.isdigit()}
    zeros = {chr(zero) for zero in scripts}
    if len(zeros) > 1 or (style and not zeros <= {"0", style.zero}):
        raise _refusal(text, "has digits that the locale does not use")
    return "".join(_DIGIT.get(character, character) for character in mantissa)


def _parts(
    text: str, mantissa: str, style: Style | None, locale: str | None, *, scientific: bool
) -> tuple[str, str]:
    """Return the digits before and after the decimal mark, with groups taken out and checked."""
    if set(mantissa) & set("٫٬") and (style is None or style.zero in {"٠", "۰"}):
        style = _ARABIC
    if style is None:
        style = _evident(text, mantissa, scientific=scientific)
    decimal = next((mark for mark in style.decimals if mark in mantissa), "")
    whole, _, fraction = mantissa.partition(decimal) if decimal else (mantissa, "", "")
    marks = {character for character in whole if not character.isdigit()}
    grouped = len(marks) == 1 and not scientific and _is_grouped(whole, marks.copy().pop(), style)
    if grouped and marks <= set(style.proved):
        grouped = bool(decimal) or whole.count(marks.copy().pop()) > 1
    well_formed = fraction.isdigit() if not whole else (not fraction or fraction.isdigit())
    if not well_formed or (marks and not grouped):
        as_in = f"does not follow {locale}, which writes {style.sample}" if locale else ""
        raise _refusal(text, as_in or "is not one number: its groups of digits are uneven")
    return "".join(filter(str.isdigit, whole)), fraction


def _is_grouped(whole: str, mark: str, style: Style) -> bool:
    first, *middle, last = whole.split(mark)
    sizes = {len(group) for group in middle}
    return (
        mark in style.groups + style.proved
        and len(last) == _GROUP
        and not first.startswith("0")
        and (
            (1 <= len(first) <= _GROUP and sizes <= {_GROUP})
            or (style.lakh and 1 <= len(first) < _GROUP and sizes <= {_GROUP - 1})
        )
    )


def _evident(text: str, mantissa: str, *, scientific: bool) -> Style:
    """Return the only way in which a number can be meant; raises #VALUE! where there are two."""
    point, comma = mantissa.rfind("."), mantissa.rfind(",")
    if point < 0 and comma < 0:
        return Style(".", " '")
    mark, other = (".", ",") if point > comma else (",", ".")
    if mantissa.count(mark) > 1 and other not in mantissa:
        return Style(other, mark, lakh=mark == ",")
    whole, _, fraction = mantissa.rpartition(mark)
    could_be_group = whole.isdigit() and len(whole) <= _GROUP and not whole.startswith("0")
    if could_be_group and len(fraction) == _GROUP and not scientific:
        group, decimal = ("en_US", "nb_NO") if mark == "," else ("de_DE", "en_US")
        raise _refusal(
            text,
            f"is {whole}{fraction} in {group} and {whole}.{fraction} in {decimal}",
            f'say which as the second argument, locale: "{group}" or "{decimal}"',
        )
    return Style(mark, f"{other} '", lakh=mark == ".")


def _refusal(text: str, why: str, cure: str = "correct the cell") -> CellError:
    return CellError(ErrorCode.VALUE, f"text: {shown(text)} {why}; {cure}.")


def _unknown_word(text: str, word: str) -> CellError:
    if word[0] in "<>≤≥":
        return CellError(
            ErrorCode.NA, f"text: {shown(text)} is a limit: the platform keeps the figure back."
        )
    if word.lower().rstrip(".") in _SHORT:
        return _refusal(text, "is shortened", "write the number in full")
    return _refusal(text, f"is no number: '{word[:20]}' is no currency", "correct the cell")


def _no_number(text: str) -> CellError:
    if any(map(str.isdigit, text)):
        return _refusal(text, "has digits of another script", "write it with the digits 0 to 9")
    return _refusal(text, "is no number", "leave the cell blank where there is none")
