"""The one table of what a host does otherwise: on purpose, or because it cannot do as Python does.

A difference says how the host sees the arguments, or what it makes of the answer. What is due of
the host is then the door's answer to what it sees.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from cpc_functions.cells import CellError
from tests.golden.case import Case, Failure, by_the_door, cells_in, each_cell

ERR_504 = Failure("Err:504")
"""An error of LibreOffice Calc in the list of arguments; no other program has it."""

UNSAID = Failure("unsaid")
"""Stands for an answer of which nothing is said."""

ONE_AT_A_TIME = {"SALT", "CPC_VERDICT"}
"""Functions that answer with a text, row by row."""

OF_ROWS = {"DISPERSION", "CPC_CI_DAILY"}
"""Functions whose native formula goes through the rows, of which only the CPC is over the sums."""


class Host(StrEnum):
    """Where a function is called."""

    DOOR = "Python"
    COMMAND = "command line"
    EXCEL = "Excel adapter"
    VBA = "VBA"
    CALC = "LibreOffice Calc"
    NATIVE = "native formula"


class Difference(NamedTuple):
    """What a host does otherwise, and why.

    `sees` turns the arguments of a case into those that reach the function; `gives` turns the
    door's answer to them into the host's.
    """

    host: Host
    what: str
    reason: str
    sees: Callable[[Case], tuple[Any, ...]] | None = None
    gives: Callable[[Case, Any], Any] | None = None


def expected(host: Host, case: Case) -> Any:
    """Return what a host must answer, UNSAID if anything may come."""
    return expected_by([row for row in DIFFERENCES if row.host is host], case)


def expected_by(differences: Sequence[Difference], case: Case) -> Any:
    """Return what a host with these differences must answer."""
    seen = case
    for difference in differences:
        if difference.sees:
            seen = seen._replace(args=difference.sees(seen))
    answer = by_the_door(case.function, seen.args)
    for difference in differences:
        if difference.gives:
            answer = difference.gives(case, answer)
    return answer


def only_figures(answer: Any) -> bool:
    """Return whether an answer holds numbers, texts, and #DIV/0! where there is no figure."""
    return all(not isinstance(c, Failure) or c.code == "#DIV/0!" for c in cells_in(answer))


def _blanks_are_zero(case: Case) -> tuple[Any, ...]:
    return tuple(0.0 if arg is None else arg for arg in case.args)


def _blank_options_are_zero(case: Case) -> tuple[Any, ...]:
    required = [parameter.required for parameter in case.function.args]
    return tuple(
        0.0 if arg is None and place < len(required) and not required[place] else arg
        for place, arg in enumerate(case.args)
    )


def _truths_are_numbers(case: Case) -> tuple[Any, ...]:
    return tuple(each_cell(arg, _number) for arg in case.args)


def _number(cell: Any) -> Any:
    return float(cell) if isinstance(cell, bool) else cell


def _no_truths(_: Case, answer: Any) -> Any:
    return each_cell(answer, _number)


def _no_error_in_a_range(case: Case, answer: Any) -> Any:
    ranges = (arg for arg in case.args if isinstance(arg, list))
    return ERR_504 if any(isinstance(cell, CellError) for cell in cells_in([*ranges])) else answer


def _not_one_more(case: Case, answer: Any) -> Any:
    function = case.function
    return answer if len(case.args) <= len(function.args) or function.repeats else ERR_504


def _one_text(case: Case, answer: Any) -> Any:
    many = isinstance(answer, list) and case.function.name in ONE_AT_A_TIME
    return Failure("#VALUE!") if many else answer


def _no_titles(case: Case, answer: Any) -> Any:
    titled = any(isinstance(cell, str) for cell in cells_in([*case.args]))
    if not titled or case.function.name not in OF_ROWS:
        return answer
    kept = answer[0][0] if isinstance(answer, list) else None
    return each_cell(answer, lambda cell: cell if cell is kept else Failure("#NUM!"))


def _unchecked(_: Case, answer: Any) -> Any:
    return answer if only_figures(answer) else UNSAID


DIFFERENCES = (
    Difference(
        Host.CALC,
        "A blank cell given alone is 0: as an optional argument it is 0, not the default.",
        "Calc hands an add-in 0.0 for it. Blank cells in a range arrive as blanks.",
        sees=_blanks_are_zero,
    ),
    Difference(
        Host.CALC,
        "TRUE and FALSE are taken as the numbers 1 and 0, and not refused.",
        "Calc has no truths, only numbers that a format shows as TRUE and FALSE.",
        sees=_truths_are_numbers,
    ),
    Difference(
        Host.CALC,
        "An answer TRUE or FALSE is 1 or 0.",
        "Calc takes no truth from an add-in: it would show 0 for both.",
        gives=_no_truths,
    ),
    Difference(
        Host.CALC,
        "More than one text at a time is #VALUE!: fill the formula down instead.",
        "Calc does not compare a text that an add-in gives among rows with another text.",
        gives=_one_text,
    ),
    Difference(
        Host.CALC,
        "An error in a range makes the whole answer Err:504, whichever error it is.",
        "Calc does not call an add-in with a range in which an error stands.",
        gives=_no_error_in_a_range,
    ),
    Difference(
        Host.CALC,
        "One argument too many is Err:504 instead of #VALUE!.",
        "Calc counts the arguments itself.",
        gives=_not_one_more,
    ),
    Difference(
        Host.NATIVE,
        "A blank cell as an optional argument is 0, not the default.",
        "A formula reads a blank cell as 0. Leave the argument out to have the default.",
        sees=_blank_options_are_zero,
    ),
    Difference(
        Host.NATIVE,
        "A title selected with its rows makes the dispersion, and what follows from it, #NUM!.",
        "A formula multiplies the rows with one another, and a text is no number.",
        gives=_no_titles,
    ),
    Difference(
        Host.NATIVE,
        "What is due is a figure, a text or #DIV/0!; bad input is computed on, not refused.",
        "A formula that repeats every check could not be read; templates check what is typed.",
        gives=_unchecked,
    ),
)
"""Every intended difference. The command line, Excel and VBA have none."""
