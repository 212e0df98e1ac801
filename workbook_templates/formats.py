"""Number formats by unit, currency and language, from the Unicode CLDR by way of Babel.

They are stored as every Excel reads them; separators and month names follow the reader's system.
A date shows its month by name, so that the 3rd of April is never the 4th of March.
"""

from dataclasses import dataclass
from functools import cached_property

from babel import Locale
from babel.numbers import (
    format_percent,
    get_currency_precision,
    get_currency_symbol,
    is_currency,
)

from cpc_functions.catalogue import Unit

MONTH = "mmm yyyy"
MONTH_SHORT = "mmm yy"
WHOLE = "#,##0"
COUNT = "#,##0.00"  # whole counts are shown as WHOLE by a rule: 77.5 conversions are never 78
RATIO = "0.00"
SCORE = "General"
TEXT = "General"


@dataclass(frozen=True)
class Formats:
    """The number formats of a workbook.

    Raises ValueError for a currency that is no ISO 4217 code.
    """

    currency: str
    language: str

    def __post_init__(self) -> None:
        """Refuse what is no currency: its decimals would be a guess."""
        if not is_currency(self.currency):
            message = f"{self.currency!r} is no currency code; write NOK, EUR, USD, …"
            raise ValueError(message)

    @cached_property
    def digits(self) -> int:
        """How many decimals the currency has."""
        return get_currency_precision(self.currency)

    @property
    def axis(self) -> str:
        """An amount on the axis of a chart."""
        return WHOLE

    @cached_property
    def amount(self) -> str:
        """An amount without its currency, for tables whose heading names it."""
        return "#,##0." + "0" * self.digits if self.digits else "#,##0"

    @cached_property
    def money(self) -> str:
        """An amount with its currency, where the language puts it."""
        locale = Locale.parse(self.language)
        symbol = get_currency_symbol(self.currency, locale=locale)
        pattern = locale.currency_formats["standard"].pattern.partition(";")[0]
        if pattern.startswith("¤"):
            gap = " " if symbol[-1].isalpha() else ""
            return f'"{symbol}{gap}"{self.amount}'
        return f'{self.amount}" {symbol}"'

    @property
    def date(self) -> str:
        """A date with the name of its month, and the point that Norwegian sets after the day."""
        return r"d\. mmm yyyy" if self.language == "nb" else "d mmm yyyy"

    @property
    def share_axis(self) -> str:
        """A share on the axis of a chart."""
        return self.percent.replace("0.0", "0")

    @cached_property
    def percent(self) -> str:
        """A share, with the space before the sign that some languages write."""
        pattern = str(Locale.parse(self.language).percent_formats[None].pattern)
        return "0.0%" if pattern.endswith("0%") else r"0.0\ %"

    @cached_property
    def rate(self) -> str:
        """A conversion rate: 7 of 20,000 clicks are not 0.0 %."""
        return self.percent.replace("0.0", "0.00")

    @cached_property
    def chance(self) -> str:
        """A p or a probability, of which none is ever 0 or 100 %."""
        return f'[<0.0001]"< {self._least}";[>0.9999]"> {self._most}";{self.rate}'

    @cached_property
    def _least(self) -> str:
        return format_percent(0.0001, format=self._two_decimals, locale=self.language)

    @cached_property
    def _most(self) -> str:
        return format_percent(0.9999, format=self._two_decimals, locale=self.language)

    @property
    def _two_decimals(self) -> str:
        return str(Locale.parse(self.language).percent_formats[None].pattern).replace("0", "0.00")

    def of(self, unit: Unit) -> str:
        """Return the format of a unit in a column of data."""
        return {
            Unit.MONEY: self.money,
            Unit.COUNT: COUNT,
            Unit.FRACTION: self.percent,
            Unit.RATIO: RATIO,
            Unit.SCORE: SCORE,
            Unit.WHOLE: WHOLE,
            Unit.DATE: self.date,
        }.get(unit, TEXT)
