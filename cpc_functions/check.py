"""Is the data sound: numbers typed as text, and what is wrong with a table."""

from typing import Annotated

from cpc_functions.arguments import Cells
from cpc_functions.catalogue import Arg, Example, Unit, udf
from cpc_functions.cells import Cell, CellError, ErrorCode, date_serial, is_blank, number

TextNumber = Annotated[Cell, Arg("A number that is written as text.", Unit.TEXT)]
Locale = Annotated[
    str, Arg('How the text writes numbers: "nb_NO", "en_US", "de"; needed if in doubt.', Unit.TEXT)
]
Today = Annotated[
    float,
    Arg("The day to call future dates by; the computer's when left out.", Unit.DATE, at_least=61),
]


@udf(
    unit=Unit.NUMBER,
    examples=[
        Example(("kr 1 234,50", "nb_NO"), 1234.5),
        Example(("1.234,56",), 1234.56),
        Example(("(12,3 %)", "nb"), -0.123),
        Example(([["1,234"], [7]], "en-US"), [[1234.0], [7.0]]),
        Example(("1,234",), ErrorCode.VALUE),
        Example((None,), ErrorCode.VALUE),
    ],
)
def parse_num(text: TextNumber, locale: Locale | None = None) -> float:
    """Return the number that a text says, read as the locale writes numbers.

    Strict, because a wrong guess moves the decimal mark by three places without a word: with a
    locale its marks decide, without one only what reads the same everywhere is taken. Signs,
    accounting brackets, currencies, percent (a fraction comes out) and spaces of every kind are
    understood; a number comes back as it is.

    Errors: #VALUE! for what is no number, or two numbers depending on the locale, and for a blank
    cell, since a missing figure is not zero; #N/A for a limit such as < 10 %; #NUM! for what no
    cell can hold.

    Source: number formats of the Unicode CLDR; stricter than Babel's strict parser.
    """
    if isinstance(text, str) and not text.startswith("#"):
        from cpc_functions.numerals import parse_number

        return parse_number(text, locale)
    if is_blank(text):
        raise CellError(ErrorCode.VALUE, "text: a blank cell is no number.")
    return number(text, "text")


@udf(
    unit=Unit.TEXT,
    examples=[
        Example(
            ([["Campaign", "Cost", "Conversions"], ["Brand", 900, 30], ["Total", 900, 30]],),
            [
                ["row", "problem", "what to do"],
                [
                    3.0,
                    "A row of totals, by its label: the text 'Total'",
                    "Leave it out of the range; with it every sum is counted twice",
                ],
            ],
        ),
        Example(
            ([["Date", "Cost", "Conversions"], [46000, 900, 30]], 46001),
            [["row", "problem", "what to do"], ["", "nothing found", ""]],
        ),
        Example(
            ([["Date", "Cost", "Conversions"], [46000, 900, None]], 46001),
            [
                ["row", "problem", "what to do"],
                [
                    2.0,
                    "Cost without a figure for conversions: the cell is blank",
                    "Type 0 if there were none; if they are not known, leave the row out",
                ],
            ],
        ),
        Example(([],), ErrorCode.VALUE),
    ],
)
def cpc_check(data_range: Cells, today: Today | None = None) -> list[list[Cell]]:
    """Return what is wrong with a table: the row, the problem and what to do about it.

    The first row holds the titles, in English or Norwegian, and is row 1. Looks for totals among
    the data (by label and by arithmetic), duplicates, numbers and dates stored as text, mixed
    currencies, future dates, impossible counts, cost without conversions figure and the reverse,
    error cells, averaged ratios, and organic work typed as paid cost.

    Errors: none for what stands in the table; #VALUE! for an empty range.

    When not to trust it: it cannot see what is missing; "nothing found" is no proof.

    Source: faults that were met in real exports.
    """
    from cpc_functions.review import review

    faults = review(data_range or [[None]], _today() if today is None else today)
    table: list[list[Cell]] = [[fault.row, fault.problem, fault.finding.advice] for fault in faults]
    return [["row", "problem", "what to do"], *(table or [["", "nothing found", ""]])]


def _today() -> float:
    from datetime import date

    return date_serial(date.today())  # noqa: DTZ011 - the day of the person at the computer
