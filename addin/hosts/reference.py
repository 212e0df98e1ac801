"""The reference page: docs/functions.md out of the catalogue. `python -m addin.hosts.reference`."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from addin.manual import (
    AnyFunction,
    aliases,
    families,
    formula,
    headings,
    labelled,
    left_out,
    plain,
    reasons,
    written,
)
from cpc_functions import CATALOGUE
from cpc_functions.cells import CellError
from cpc_functions.parameter import Parameter
from cpc_functions.shapes import is_range

PAGE = Path(__file__).parents[2] / "docs" / "functions.md"
_MARKUP = re.compile(r"[*<|`\\]")

INTRODUCTION = """\
<!-- Generated from cpc_functions.CATALOGUE; remake with: python -m addin.hosts.reference -->

# The functions

CPC is the cost per conversion: what generating paid traffic cost, over the conversions that it
brought. It is never the cost per click, which is `COST_PER_CLICK`.

## The rules that all functions keep

- **Ratios of sums.** Ranges are summed first and divided once; the mean of the rows' ratios is
  never taken. Where a function has `[each]`, TRUE gives one answer per row.
- **Zero conversions is `#DIV/0!`, never 0.** Spend without result must not hide in an average.
- **A blank cell is 0**, a blank optional argument is its default. Rows that are wholly blank are
  left out, and so are rows in which every number is text: headers.
- **A number stored as text is `#VALUE!`**: 1.234 is a thousand in Berlin and one and a bit in
  London. `PARSE_NUM` reads it, when told the locale.
- **An error in an argument comes back unchanged**; in an answer by rows it stays in its row.
- **Ranges of one table have the same shape**, else `#VALUE!`.
- **Fractions, not percent:** 0.05 and 5 % are the same cell, 5 is not.
- **Conversions may be fractions**, as attribution models report them.
- Nothing is volatile and nothing random: the same cells give the same answer. `CPC_CHECK` alone
  reads the day, unless it is given one.

Formulas are written with commas between arguments; your spreadsheet may want semicolons. In
examples `{100;300}` is a range of two rows and `""` a blank cell in it; dates in ranges are
serial numbers, as cells hold them. Optional arguments stand in brackets.
"""


def render(catalogue: Sequence[AnyFunction]) -> str:
    """Return the page: the common rules, the contents, and every function."""
    groups = families(catalogue)
    contents = ["## Contents", ""]
    pages = []
    for family in groups:
        links = ", ".join(f"[{f.name}](#{f.name.lower()})" for f in family.functions)
        contents.append(f"- {family.title}: {links}")
        pages.append(f"## {family.title}")
        pages += [_page(function, catalogue) for function in family.functions]
    return "\n\n".join([INTRODUCTION.strip(), "\n".join(contents), *pages]) + "\n"


def _page(function: AnyFunction, catalogue: Sequence[AnyFunction]) -> str:
    blocks = [f"### {function.name}", f"`{function.signature}`", _prose(function.summary)]
    if also := aliases(function, catalogue):
        blocks.append(f"Also written {', '.join(f'`{name}`' for name in also)}.")
    blocks += map(_prose, reasons(function))
    blocks.append(_arguments(function.args))
    blocks.append(function.kind.value)
    if function.columns:
        blocks.append(f"The answer is a row: {', '.join(function.columns)}.")
    blocks += [_example(function, example.args) for example in function.examples]
    blocks += [f"**{label}:** {_prose(text)}" for label, text in labelled(function).items()]
    return "\n\n".join(blocks)


def _arguments(args: Sequence[Parameter]) -> str:
    rows = [[str(p), p.arg.meaning, p.arg.unit.value, p.arg.bounds(), left_out(p)] for p in args]
    return _table(["Argument", "Meaning", "Unit", "Bounds", "When left out"], rows)


def _example(function: AnyFunction, args: Sequence[Any]) -> str:
    """Return a formula and its answer; a table stands below it."""
    answer = function.evaluate(*args)
    call = f"`{formula(function, args)}` →"
    if isinstance(answer, CellError):
        return f"{call} `{plain(answer)}` {_prose(answer.why)}".rstrip()
    titles = headings(function, answer) if is_range(answer) else []
    if not titles:
        return f"{call} `{written(answer)}`"
    body = answer[1:] if titles == answer[0] else answer
    return f"{call}\n\n{_table(titles, [list(map(plain, row)) for row in body])}"


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [list(map(_prose, titles)), ["---"] * len(titles), *[map(_prose, row) for row in rows]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _prose(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return _MARKUP.sub(r"\\\g<0>", text.replace("\n", " "))


if __name__ == "__main__":
    PAGE.write_text(render(CATALOGUE), encoding="utf-8", newline="\n")
