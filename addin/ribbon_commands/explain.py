"""Explain this cell: formula, inputs, what was counted, interval and warnings.

A message and no comment in the cell: looking at a figure does not change the workbook.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

from addin.exports.platform import folded
from addin.manual import AnyFunction, plain
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.values import argument, block_of, cell, rows_of
from cpc_functions import CATALOGUE
from cpc_functions.cells import CellError, is_blank
from cpc_functions.shapes import is_range, uncounted

if TYPE_CHECKING:
    from xlwings import Range

BY_NAME = {function.name: function for function in CATALOGUE}
MOST_WARNINGS = 5
THIS_ROW = "[@"


class Input(NamedTuple):
    """An argument: its name, as it stands in the formula, and what was read there."""

    name: str
    written: str
    value: Any


def explain_cell(session: Session) -> str:
    """Return what the figure in the active cell is made of."""
    _ = session.say
    selection = session.app.selection
    if selection is None:
        raise Refused(_("Select cells first: what is selected is no range of cells."))
    active = selection[0, 0]
    formula = str(active.formula or "")
    function, written = _call(session, formula)
    names = [parameter.name for parameter in function.args]
    names += names[-2:] * len(written)  # where the last two may come again
    inputs = [
        Input(name, text, _value(session, active, text))
        for name, text in zip(names, written, strict=False)
    ]
    value = block_of(active)[0][0]
    lines = [f"{formula} → {plain(argument(value))}", function.summary]
    lines += [f"{each.name}: {each.written} {_told(session, each.value)}" for each in inputs]
    lines += _left_out(session, inputs)
    lines += _why(function, inputs)
    lines += _pair(session, inputs)
    return "\n".join(lines)


def _call(session: Session, formula: str) -> tuple[AnyFunction, list[str]]:
    """Return the function that a formula calls and its arguments as they are written."""
    _ = session.say
    none = Refused(_("The formula of this cell does not begin with one of our functions."))
    tokens = [token for token in Tokenizer(formula).items if token.type != Token.WSPACE]
    tokens = tokens[1:] if tokens and tokens[0].value == "@" else tokens
    if not tokens or tokens[0].type != Token.FUNC or tokens[0].subtype != Token.OPEN:
        raise none
    name = tokens[0].value.removesuffix("(").rpartition("!")[2].lstrip("@").upper()
    if name not in BY_NAME:
        raise none
    depth, arguments = 1, [""]
    for token in tokens[1:]:
        depth += {Token.OPEN: 1, Token.CLOSE: -1}.get(token.subtype, 0)
        if not depth:
            break
        if depth == 1 and token.type == Token.SEP:
            arguments.append("")
        else:
            arguments[-1] += token.value
    else:
        raise none
    if tokens[-1].subtype != Token.CLOSE or token is not tokens[-1]:
        raise none
    return BY_NAME[name], arguments


def _value(session: Session, active: "Range", text: str) -> Any:
    """Return what an argument is worth, as the functions take it."""
    if not text:
        return None
    if text.startswith(THIS_ROW):
        return argument(_of_this_row(session, active, text))
    found = active.sheet.api.Evaluate(text)
    if hasattr(found, "Worksheet"):  # a range; its Value may be a million cells
        area = session.app.api.Intersect(found, found.Worksheet.UsedRange)
        found = None if area is None else area.Value
    if isinstance(found, tuple | list):
        return [[argument(value) for value in row] for row in rows_of(found)]
    return argument(cell(found))


def _of_this_row(session: Session, active: "Range", text: str) -> Any:
    """Return the cell that [@Cost] means: that of the column in the row of the formula."""
    _ = session.say
    title = text.removeprefix(THIS_ROW).strip("[]").replace("'", "")
    table = active.table
    head = table.header_row_range if table else None
    titles = block_of(head)[0] if head else []
    places = [
        at for at, each in enumerate(titles) if folded(each).replace("'", "") == folded(title)
    ]
    if head is None or not places:
        raise Refused(_("{name} is no column of a table around this cell.").format(name=text))
    return block_of(active.sheet.range((active.row, head.column + places[0])))[0][0]


def _told(session: Session, value: Any) -> str:
    """Return what stands in an argument: a cell as it is, a range in counts."""
    _ = session.say
    if not is_range(value):
        return f"= {plain(value)}" if value is not None else _("(blank)")
    cells = [each for row in value for each in row]
    counts = {
        _("numbers"): sum(isinstance(each, float) and not isinstance(each, bool) for each in cells),
        _("blank"): sum(map(is_blank, cells)),
        _("text"): sum(isinstance(each, str) and each != "" for each in cells),
        _("errors"): sum(isinstance(each, CellError) for each in cells),
    }
    told = ", ".join(f"{word} {count}" for word, count in counts.items() if count)
    return _("{count} cells: {told}").format(count=len(cells), told=told)


def _left_out(session: Session, inputs: Sequence[Input]) -> list[str]:
    """Return how many rows of the ranges were counted: blank pairs and headers are not."""
    _ = session.say
    columns = _columns(inputs)
    if not columns or len({len(column) for column in columns}) > 1:
        return []
    skipped = uncounted(columns)
    blank = sum(all(is_blank(column[row]) for column in columns) for row in skipped)
    return [
        _("Rows counted: {counted}. Left out: {blank} blank, {titles} of titles.").format(
            counted=len(columns[0]) - len(skipped), blank=blank, titles=len(skipped) - blank
        )
    ]


def _why(function: AnyFunction, inputs: Sequence[Input]) -> list[str]:
    """Return why the answer is an error, where it is one."""
    answer = function.evaluate(*(each.value for each in inputs))
    return [str(answer)] if isinstance(answer, CellError) else []


def _pair(session: Session, inputs: Sequence[Input]) -> list[str]:
    """Return the interval and the warnings of a cost and its conversions."""
    _ = session.say
    by_name = {each.name: each.value for each in inputs}
    if not {"cost", "conversions"} <= set(by_name):
        return []
    cost, conversions = by_name["cost"], by_name["conversions"]
    lines = []
    sums = BY_NAME["CPC_CI"].evaluate(_sum(cost), _sum(conversions))
    if is_range(sums):
        low, high = (plain(limit) for limit in sums[0])
        lines.append(_("The interval (95 %) is {low} to {high}.").format(low=low, high=high))
    columns = _columns([each for each in inputs if each.name in {"cost", "conversions"}])
    if len(columns) == 2 and len(columns[0]) == len(columns[1]):
        checked = BY_NAME["CPC_CHECK"].evaluate(
            [["Cost", "Conversions"], *zip(*columns, strict=True)]
        )
        found = [row for row in checked[1:] if not is_blank(row[0])] if is_range(checked) else []
        lines += [f"{plain(row[0] - 1)}: {row[1]}. {row[2]}." for row in found[:MOST_WARNINGS]]
    return lines


def _columns(inputs: Sequence[Input]) -> list[list[Any]]:
    """Return the cells of the arguments that are ranges, each in one column."""
    return [
        [value for row in each.value for value in row] for each in inputs if is_range(each.value)
    ]


def _sum(value: Any) -> float | None:
    """Return the sum of the numbers in an argument."""
    cells = [each for row in value for each in row] if is_range(value) else [value]
    numbers = [each for each in cells if isinstance(each, float) and not isinstance(each, bool)]
    return float(sum(numbers)) if numbers else None
