"""The workbooks that can be made: the table of contents."""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbook_templates.edition import Edition
    from workbook_templates.page import Page
    from workbook_templates.sheet import Sheet


class Kind(StrEnum):
    """A kind of workbook, as it is asked for."""

    TRACKER = "tracker"
    AB_TEST = "ab-test"
    BIDS = "bids"
    BUDGET = "budget"


def make(kind: Kind, edition: "Edition") -> bytes:
    """Return a workbook as the bytes of an .xlsx file."""
    from workbook_templates.writing.workbook import (
        written,  # a command that makes none needs no openpyxl
    )

    sheets = edition.speak(_declaration(kind), edition)
    return written(edition, sheets, *about(kind, edition))


def about(kind: Kind, edition: "Edition") -> tuple[str, str]:
    """Return the title of a kind of workbook and the question that it answers."""
    _ = edition.say
    return {
        Kind.TRACKER: (
            _("Cost per conversion tracker"),
            _("What does a conversion cost, by channel and by month?"),
        ),
        Kind.AB_TEST: (
            _("A/B test of the cost per conversion"),
            _("Is B really cheaper than A?"),
        ),
        Kind.BIDS: (
            _("Bids from the cost per conversion"),
            _("What may a click on each keyword cost at most?"),
        ),
        Kind.BUDGET: (
            _("Budget by marginal cost per conversion"),
            _("Where does the next unit of money do most?"),
        ),
    }[kind]


def _declaration(kind: Kind) -> "Callable[[Edition], Sequence[Page | Sheet]]":
    if kind is Kind.TRACKER:
        from workbook_templates.tracker import tracker as declared
    elif kind is Kind.AB_TEST:
        from workbook_templates.ab_test import ab_test as declared
    elif kind is Kind.BIDS:
        from workbook_templates.bids import bids as declared
    else:
        from workbook_templates.budget import budget as declared
    return declared
