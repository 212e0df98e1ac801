"""Numbers and days as a sentence shows them, in the edition's language."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from math import floor, log10

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_precision, get_currency_symbol

from workbook_templates.edition import Edition
from workbook_templates.report.tables import Span

NONE = "–"
MINUS = "−"
SPACE = "\N{NO-BREAK SPACE}"
TINY = 5e-7  # half a millionth: less is what sums of floats leave over


def month_of(day: date) -> Span:
    """Return the month in which a day lies."""
    length = monthrange(day.year, day.month)[1]
    return Span(day.replace(day=1), day.replace(day=length))


@dataclass(frozen=True)
class Numerals:
    """Shows numbers in the language of an edition; None is a dash.

    `currency` is the code that amounts carry, "" for none; without it, that of the edition.
    """

    edition: Edition
    currency: str | None = None

    @property
    def code(self) -> str:
        """The currency code of every amount, or ""."""
        return self.edition.currency if self.currency is None else self.currency

    def money(self, x: float | None, like: float | None = None) -> str:
        """Return an amount with its currency, as in the cells of a workbook: 1 200,00 kr.

        It has the decimals of its currency; an amount below 1 has more where it needs them, so
        that none is rounded to 0. With `like` it has as many as that amount.
        """
        if x is None or not self.code:
            return self.amount(x, like)
        amount = self.amount(x, like)
        bare = amount.removeprefix(MINUS)
        symbol = get_currency_symbol(self.code, locale=self._locale)
        gap = SPACE if symbol[-1].isalpha() or not self._symbol_first else ""
        shown = f"{symbol}{gap}{bare}" if self._symbol_first else f"{bare}{gap}{symbol}"
        return amount[: -len(bare)] + shown

    def amount(self, x: float | None, like: float | None = None) -> str:
        """Return an amount without its currency, for a table that names it once."""
        if x is None:
            return NONE
        digits = self._digits(x if like is None else like)
        return self._number(self.rounded(x, like), f"#,##0.{'0' * digits}" if digits else "#,##0")

    def signed(self, x: float, like: float) -> str:
        """Return a difference of amounts with its sign, as exact as one of them: +NOK 4.20."""
        return f"+{self.money(x, like)}" if self.rounded(x, like) > 0 else self.money(x, like)

    def signed_amount(self, x: float, like: float) -> str:
        """Return a difference of amounts with its sign, without its currency: +4.20."""
        return f"+{self.amount(x, like)}" if self.rounded(x, like) > 0 else self.amount(x, like)

    def rounded(self, x: float, like: float | None = None) -> Decimal:
        """Return an amount with the decimals that it is shown with."""
        last = Decimal(1).scaleb(-self._digits(x if like is None else like))
        return Decimal(str(x)).quantize(last, ROUND_HALF_UP) + 0  # + 0: no minus before a 0

    def count(self, x: float | None) -> str:
        """Return a count: whole without decimals, a fraction with two at most."""
        return self._number(x, "#,##0.##")

    def expected(self, x: float) -> str:
        """Return an expected count with one decimal, a small one with two: nobody counted it."""
        return self._number(x, "#,##0.#" if x >= 1 else "#,##0.##")

    def ratio(self, x: float | None) -> str:
        """Return a ratio, such as a rate of exchange, with all the decimals that it is given."""
        return self._number(x, "#,##0.######")

    def share(self, x: float | None) -> str:
        """Return a share in percent; one near 0 or 1 is never rounded onto it."""
        if x is None:
            return NONE
        if 0 < x < 0.001:
            return f"< {self._percent(0.001)}"
        if 0.999 < x < 1:
            return f"> {self._percent(0.999)}"
        return self._percent(x)

    def share_of(self, part: float, whole: float) -> str:
        """Return the share of a part in percent; of nothing there is none."""
        return self.share(part / whole if whole else None)

    def change(self, x: float | None) -> str:
        """Return a relative change with its sign: +8 % or −8 %."""
        if x is None:
            return NONE
        sign = "+" if x >= 0.0005 else MINUS if x <= -0.0005 else ""
        return f"{sign}{self._percent(abs(x))}"

    def chance(self, p: float) -> str:
        """Return a p-value, never as 0: p = 0.003."""
        if p < 0.0001:
            return f"p < {self._number(0.0001, '0.####')}"
        return f"p = {self._number(p, '0.####' if p < 0.1 else '0.##')}"

    def day(self, d: date) -> str:
        """Return a day with the name of its month: 4 Mar 2026."""
        return format_date(d, "d. MMM y" if self._language == "nb" else "d MMM y", self._language)

    def month(self, d: date) -> str:
        """Return a month by its name: March 2026."""
        return format_date(d, "MMMM y", self._language)

    def span(self, s: Span) -> str:
        """Return the first and the last day; the month where they are one, or the only day."""
        _ = self.edition.say
        if s == month_of(s.first):
            return self.month(s.first)
        if s.first == s.last:
            return self.day(s.first)
        return _("{low} to {high}").format(low=self.day(s.first), high=self.day(s.last))

    def limits(self, low: float | None, high: float | None) -> str:
        """Return the limits of an amount; where only one is known, that one."""
        return self._between(low, high, self.money)

    def changes(self, low: float | None, high: float | None) -> str:
        """Return the limits of a relative change."""
        return self._between(low, high, self.change)

    def _between(self, low: float | None, high: float | None, shown: Callable[[float], str]) -> str:
        """Return both limits, or the only one there is."""
        _ = self.edition.say
        if low is None:
            return NONE if high is None else _("{high} or less").format(high=shown(high))
        if high is None:
            return _("{low} or more").format(low=shown(low))
        return _("{low} to {high}").format(low=shown(low), high=shown(high))

    def _number(self, x: float | Decimal | None, pattern: str) -> str:
        """Return a number by a pattern of the Unicode CLDR, with the sign of the trade."""
        if x is None:
            return NONE
        return format_decimal(x, pattern, locale=self._language).replace("-", MINUS)

    def _percent(self, x: float) -> str:
        """Return a share in percent, with a decimal below 10 % and above 90 %."""
        decimals = "#,##0.#" if x < 0.1 or 0.9 < x < 1 else "#,##0"
        shown = self._number(100 * x, decimals)
        return f"{shown}{SPACE}%" if self._spaced else f"{shown}%"

    @property
    def _language(self) -> str:
        return self.edition.language

    def _digits(self, like: float) -> int:
        """Return how many decimals an amount of that size has."""
        least = get_currency_precision(self.code) if self.code else 2
        if not TINY <= abs(like) < 1:
            return least
        return max(least, 1 - floor(log10(abs(like))))

    @property
    def _symbol_first(self) -> bool:
        """Whether the language puts the currency before the amount."""
        return str(self._locale.currency_formats["standard"].pattern).startswith("¤")

    @property
    def _spaced(self) -> bool:
        """Whether the language sets a space before the sign of percent."""
        return not str(self._locale.percent_formats[None].pattern).endswith("0%")

    @property
    def _locale(self) -> Locale:
        return Locale.parse(self._language)
