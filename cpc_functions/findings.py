"""What can be wrong with a table: one member for each fault, its sentence and the advice."""

from enum import Enum
from typing import NamedTuple


class Finding(Enum):
    """A fault: how it is said, and what to do about it."""

    def __init__(self, problem: str, advice: str) -> None:
        """Make a fault; `problem` may name the columns in braces."""
        self.problem = problem
        self.advice = advice

    NO_HEADER = (
        "The first row names no cost, conversions, clicks or impressions",
        "Start the range at the row of titles, and name the columns Cost, Conversions, Date …",
    )
    HEADER_AGAIN = (
        "The row of titles stands here again",
        "Delete the row",
    )
    TOTAL_LABEL = (
        "A row of totals, by its label: {label}",
        "Leave it out of the range; with it every sum is counted twice",
    )
    TOTAL_SUM = (
        "A row of totals: it equals the sum of other rows",
        "Leave it out of the range; with it every sum is counted twice",
    )
    AVERAGE_OF_RATIOS = (
        "{column} is the average of the rows' ratios",
        "Divide the sums instead: total cost by total conversions, as CPC does over ranges",
    )
    DUPLICATE = (
        "The same as row {first}",
        "Delete one of the two, unless both were really paid",
    )
    ERROR_CELL = (
        "{column} shows {code}",
        "Repair the formula or the lookup; an error makes every figure over the range an error",
    )
    TEXT_NUMBER = (
        "{column} holds a number stored as text: {cell}",
        "Make it a number with PARSE_NUM, saying its locale",
    )
    NOT_A_NUMBER = (
        "{column} holds what is no number: {cell}",
        "Type the number, or leave the cell blank if there is none",
    )
    PLACEHOLDER = (
        "{column} holds a placeholder: {cell}",
        "Leave the cell blank; as text it makes every figure over the range an error",
    )
    MIXED_CURRENCY = (
        "The currency is {currency} where other amounts are in {usual}",
        "Convert to one currency before adding up",
    )
    FUTURE_DATE = (
        "{column} lies in the future: {cell}",
        "Correct the date; day and month may have changed places",
    )
    DATE_AS_TEXT = (
        "{column} is no date to a spreadsheet: {cell}",
        "Type it as a date, so that periods can be told apart",
    )
    MORE_CONVERSIONS = (
        "More conversions than clicks",
        "See whether columns are swapped, or views or several conversions per click are counted",
    )
    MORE_CLICKS = (
        "More clicks than impressions",
        "See whether the columns are swapped or cover different periods",
    )
    NEGATIVE_COST = (
        "{column} is negative",
        "Net the credit against the spend that it belongs to",
    )
    NEGATIVE_COUNT = (
        "{column} is negative",
        "Correct the count, or net it against the rows that it belongs to",
    )
    NO_COST = (
        "Conversions without cost",
        "Fill in the cost; if nobody was paid for the traffic, keep the row out of the range",
    )
    NO_CONVERSIONS_FIGURE = (
        "Cost without a figure for conversions: the cell is blank",
        "Type 0 if there were none; if they are not known, leave the row out",
    )
    ORGANIC_COST = (
        "Organic work typed as paid cost: {cell}",
        "Leave it out of the cost per conversion (COST_COUNTED does); show it beside it",
    )


class Found(NamedTuple):
    """A fault in a row; rows are counted within the range, the titles being row 1."""

    row: int
    finding: Finding
    problem: str


def found(row: int, finding: Finding, **details: object) -> Found:
    """Return a fault with the details that its sentence names."""
    return Found(row, finding, finding.problem.format(**details))
