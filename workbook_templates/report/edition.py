"""What a report workbook is made for: as an edition of a tracker, but nobody fills it in."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from workbook_templates.edition import Edition
from workbook_templates.formats import Formats
from workbook_templates.report.tables import Span, Tables

NO_CURRENCY = "XXX"  # ISO 4217: no currency


class Plain(Formats):
    """Formats of amounts whose currency no source says: no sign stands beside them."""

    @property
    def money(self) -> str:
        """An amount."""
        return self.amount


@dataclass(frozen=True)
class ReportEdition(Edition):
    """The choices behind a report; its period is as long as the data are."""

    most_months: ClassVar[int] = 1_200

    @cached_property
    def formats(self) -> Formats:
        """The number formats of the workbook."""
        formats = Plain if self.currency == NO_CURRENCY else Formats
        return formats(self.currency, self.language)


def edition_of(edition: Edition, tables: Tables) -> ReportEdition:
    """Return the edition of a report: the language of one, the period and currency of the data.

    Raises ValueError for what is no currency, or a year that no sheet has room for.
    """
    return ReportEdition(
        first_month=tables.span.first,
        language=edition.language,
        currency=tables.currency or NO_CURRENCY,
        months=months_of(tables.span),
        rows=1,
        protect=edition.protect,
    )


def months_of(span: Span) -> int:
    """Return how many calendar months a span touches."""
    years = span.last.year - span.first.year
    return 12 * years + span.last.month - span.first.month + 1
