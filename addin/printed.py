"""How answers are printed: drawn on a terminal, tab-separated into a pipe, or as JSON."""

import re
import sys
from collections.abc import Container, Sequence
from datetime import date
from typing import Any

from addin.manual import AnyFunction, headings, is_date, plain
from cpc_functions.cells import EPOCH, CellError
from cpc_functions.shapes import is_range

DIGITS = 6
NARROW = 6  # letters: the least room of a text that folds
BEYOND_ASCII = re.compile(r"[^ -~]")
# Control characters, signs that turn the writing round or take no room, and halves of letters.
HIDDEN = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def seen(text: str) -> str:
    """Return a text as one line that a terminal may show: what cannot be seen is a blank.

    The name of a campaign could clear the screen, or turn the writing round.
    """
    return BEYOND_ASCII.sub(lambda found: found[0] if found[0].isprintable() else " ", text)


def seen_json(text: str) -> str:
    """Return JSON that says the same without such signs: they are written as backslash, u, code."""
    return HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def print_answer(function: AnyFunction, answer: Any) -> None:
    """Print one cell with every digit, or a table in the way that its reader needs."""
    if not is_range(answer):
        print(_exact(answer, is_day=is_date(function, "")))
        return
    titles = headings(function, answer)
    body = answer[1:] if titles and titles == answer[0] else answer
    days = [is_date(function, title) for title in titles or [""] * len(answer[0])]
    if sys.stdout.isatty():
        _draw(titles, body, days)
    else:
        _print_lines(titles, body, days)


def print_table(titles: Sequence[str], body: Sequence[Sequence[str]]) -> None:
    """Print names and amounts as they are written: drawn, or as tab-separated lines into a pipe.

    The first column names the row; all others hold amounts.
    """
    days = [False] * len(titles)
    if sys.stdout.isatty():
        _draw(titles, body, days, amounts=range(1, len(titles)))
    else:
        _print_lines(titles, body, days)


def print_error(error: CellError) -> None:
    """Print the code where the answer would stand, and the reason where reasons stand."""
    print(error.code.value)
    if error.why:
        print(error.why, file=sys.stderr)


def json_value(answer: Any) -> Any:
    """Return an answer as JSON knows values; an error cell becomes an object."""
    if isinstance(answer, CellError):
        return {"error": answer.code.value, "why": answer.why}
    return [json_value(part) for part in answer] if is_range(answer) else answer


def _draw(
    titles: Sequence[str],
    body: Sequence[Sequence[Any]],
    days: Sequence[bool],
    amounts: Container[int] = (),
) -> None:
    """Draw a table; where the terminal is too narrow for its numbers, print plain lines.

    `amounts` are the places of columns whose numbers are written out as texts.
    """
    from rich import box  # slow, and only a terminal needs it
    from rich.console import Console  # the same
    from rich.table import Table  # the same

    readable = [
        [_readable(cell, is_day=day) for cell, day in zip(row, days, strict=True)] for row in body
    ]
    numbers = [
        place in amounts or not any(isinstance(row[place], str) and row[place] for row in body)
        for place in range(len(days))
    ]
    console = Console(markup=False, emoji=False, highlight=False)
    widths = _widths(titles or [""] * len(days), readable, numbers, console.width)
    if not widths:
        _print_lines(titles, body, days)
        return
    table = Table(
        box=box.SIMPLE_HEAD, show_header=bool(titles), collapse_padding=True, pad_edge=False
    )
    for place, (width, number) in enumerate(zip(widths, numbers, strict=True)):
        table.add_column(
            titles[place] if titles else "",
            justify="right" if number else "left",
            overflow="fold",
            width=width if number else None,
            min_width=None if number else NARROW,
        )
    for row in readable:
        table.add_row(*row)
    console.print(table)


def _widths(
    titles: Sequence[str],
    body: Sequence[Sequence[str]],
    numbers: Sequence[bool],
    room: int,
) -> list[int]:
    """Return the least width of each column, with titles as whole as there is room; [] for none.

    A number that is folded or cut reads as another number: only texts and titles fold.
    """
    for longest in (len, _longest_word, _one_letter):
        widths = [
            max([longest(title), *(len(row[place]) for row in body)])
            if number or longest is len
            else NARROW
            for place, (title, number) in enumerate(zip(titles, numbers, strict=True))
        ]
        if sum(widths) + 2 * len(widths) <= room:
            return widths
    return []


def _longest_word(title: str) -> int:
    return max(map(len, title.split()), default=1)


def _one_letter(_title: str) -> int:
    return 1


def _print_lines(
    titles: Sequence[str], body: Sequence[Sequence[Any]], days: Sequence[bool]
) -> None:
    if titles:
        print("\t".join(titles))
    for row in body:
        print("\t".join(_exact(cell, is_day=day) for cell, day in zip(row, days, strict=True)))


def _exact(cell: Any, *, is_day: bool) -> str:
    if isinstance(cell, float) and not is_day:
        return repr(cell)
    return _readable(cell, is_day=is_day)


def _readable(cell: Any, *, is_day: bool) -> str:
    """Return a cell for the eye: six significant digits, but never fewer than the whole part."""
    if isinstance(cell, str):
        return seen(cell)
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        return plain(cell)
    if is_day:
        return date.fromordinal(int(cell) + EPOCH).isoformat()
    return f"{cell:.0f}" if 10**DIGITS <= abs(cell) < 1e15 else f"{cell:.{DIGITS}g}"
