"""Explain this cell: formula, inputs, what was counted, interval and warnings.

A message and no comment in the cell: looking at a figure does not change the workbook.
"""

from typing import TYPE_CHECKING, Any

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

from addin.explaining import explained, function_called, named_inputs
from addin.function_texts import summary
from addin.manual import AnyFunction
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.this_row import located
from addin.ribbon_commands.values import argument, cell, rows_of

if TYPE_CHECKING:
    from xlwings import Range

LONGEST = 255  # signs that Worksheet.Evaluate takes

Argument = list[Token]


def explain_cell(session: Session) -> str:
    """Return what the figure in the active cell is made of."""
    _ = session.say
    if session.on_mac:
        raise Refused(
            _(
                "Excel for Mac does not tell what the arguments of a formula are worth; Functions "
                "says what each of them means, and Excel for Windows explains the cell."
            )
        )
    selection = session.app.selection
    if selection is None:
        raise Refused(_("Select cells first: what is selected is no range of cells."))
    active = selection[0, 0]
    formula = str(active.formula or "")
    function, arguments = _call(session, formula)
    written = ["".join(token.value for token in tokens) for tokens in arguments]
    values = [_value(session, active, tokens) for tokens in arguments]
    inputs = named_inputs(function, written, values)
    answer = argument(rows_of(active.api.Value2)[0][0])
    told = summary(function, session.language)
    lines = explained(session.say, function, formula, answer, inputs, summary=told)
    return "\n".join(lines)


def _call(session: Session, formula: str) -> tuple[AnyFunction, list[Argument]]:
    """Return the function that a formula calls and the pieces of its arguments."""
    _ = session.say
    none = Refused(_("The formula of this cell does not begin with one of our functions."))
    tokens = [token for token in Tokenizer(formula).items if token.type != Token.WSPACE]
    tokens = tokens[1:] if tokens and tokens[0].value == "@" else tokens
    if not tokens or tokens[0].type != Token.FUNC or tokens[0].subtype != Token.OPEN:
        raise none
    function = function_called(tokens[0].value.removesuffix("("))
    if function is None:
        raise none
    depth = 1
    arguments: list[Argument] = [[]]
    for token in tokens[1:]:
        depth += {Token.OPEN: 1, Token.CLOSE: -1}.get(token.subtype, 0)
        if not depth:
            break
        if depth == 1 and token.type == Token.SEP:
            arguments.append([])
        else:
            arguments[-1].append(token)
    else:
        raise none
    if tokens[-1].subtype != Token.CLOSE or token is not tokens[-1]:
        raise none
    return function, arguments


def _value(session: Session, active: "Range", tokens: Argument) -> Any:
    """Return what an argument is worth, as the functions take it."""
    _ = session.say
    text = "".join(
        located(session, active, token.value) if token.subtype == Token.RANGE else token.value
        for token in tokens
    )
    if not text:
        return None
    if len(text) > LONGEST:
        raise Refused(
            _(
                "Excel works out an argument of at most {most} characters, and {start}… is "
                "longer: put it in a cell of its own."
            ).format(most=LONGEST, start=text[:30])
        )
    found = active.sheet.api.Evaluate(text)
    if hasattr(found, "Worksheet"):  # a range, which may be a million cells
        area = session.app.api.Intersect(found, found.Worksheet.UsedRange)
        found = None if area is None else area.Value2
    if isinstance(found, tuple | list):
        return [[argument(value) for value in row] for row in rows_of(found)]
    return argument(cell(found))
