"""Native formulas: a worksheet function of the catalogue, written out for any spreadsheet."""

import re
from math import isfinite
from string import Formatter

from cpc_functions import CATALOGUE, Function
from cpc_functions.parameter import Parameter
from cpc_functions.texts import say
from workbook_templates.expression import is_column, operand
from workbook_templates.twins import ABRIDGED, NO_TWIN, OPEN, TWINS

_FUNCTIONS = {function.name: function for function in CATALOGUE}
_TEXT = re.compile(r'"([^"]*)"')
_LONE = re.compile(r"(?<![\w.])\((\{\w+\})\)")
_CRITERION = "{{range{0}}},{{criterion{0}}}"


def native(name: str, /, *, cell: int = 0, **arguments: str | float) -> str:
    """Return a function as a formula without "=", equal to the function to the last digits.

    Arguments are expressions under their names in the catalogue: "D5", "Paid[Cost]", 0.9, a
    defined name. A range is summed where the function sums it; a defined name is taken for one
    cell. `cell` picks one of several: low is 0 and high is 1 of CPC_CI, and COST_PER_CUSTOMER
    goes through its figures row by row. Words are in the language that is set.

    Raises KeyError for a function without a formula, TypeError for an argument it does not take
    or lacks, IndexError for a cell that it does not have, ValueError for what is no expression.
    """
    function = _function(name)
    key = function.alias_of or name
    if key in NO_TWIN:
        raise KeyError(f"{name} has no native formula: {NO_TWIN[key]}.")
    twin = TWINS[key]
    cells = (twin,) if isinstance(twin, str) else twin
    if not 0 <= cell < len(cells):
        raise IndexError(f"{name}: cell must be 0 to {len(cells) - 1}, not {cell}.")
    return _written(function, cells[cell], arguments, allowed=_named("".join(cells)))


def abridged(name: str, /, **arguments: str | float) -> str:
    """Return what a cell can hold of a function without a native twin.

    CPC_VERDICT: above target, below target or cannot tell, without how many conversions that
    takes. SALT: the grade alone. AB_SEQ: the p of one look at the totals so far (ranges are
    summed); what counts is the smallest of the looks so far, at a split that was kept.
    """
    if name not in ABRIDGED:
        raise KeyError(f"{name} is not abridged; {', '.join(ABRIDGED)} are. Use native.")
    template = ABRIDGED[name]
    return _written(_function(name), template, arguments, allowed=_named(template))


def _function(name: str) -> "Function[..., object]":
    if name not in _FUNCTIONS:
        raise KeyError(f"{name} is no function of the catalogue; write it as a worksheet does.")
    return _FUNCTIONS[name]


def _named(template: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(template) if field}


def _written(
    function: "Function[..., object]",
    template: str,
    arguments: dict[str, str | float],
    allowed: set[str],
) -> str:
    """Return a template with its arguments; those left out have the catalogue's default."""
    parameters = {parameter.name: parameter for parameter in function.args}
    if function.repeats:
        template, more = _repeated(template, arguments)
        allowed |= more
    for unknown in arguments.keys() - allowed:
        known = parameters.get(unknown)
        why = "is no argument" if known is None else "takes its default only"
        raise TypeError(
            f"{function.name}: {unknown} {'plays no part' if known and known.required else why} "
            "in the formula; leave it out. "
            f"Arguments are {', '.join(sorted(allowed))}."
        )
    template = _TEXT.sub(lambda found: _quoted(say(found[1])), template)
    values: dict[str, str] = {}
    for name in sorted(allowed):
        parameter = parameters.get(name)
        if name in arguments:
            values[name] = _argument(function.name, name, parameter, arguments[name])
            continue
        if parameter is None or parameter.required:
            raise TypeError(f"{function.name}: {name} is missing; give {name}=… an expression.")
        if name in OPEN and arguments.keys() & OPEN.keys():
            raise TypeError(f"{function.name}: give {' and '.join(OPEN)} both, or neither.")
        values[name] = _number(OPEN.get(name, parameter.default))
        template = _without_neutral(template, name, values[name])
    return _LONE.sub(r"\1", template).format_map(values)


def _repeated(template: str, arguments: dict[str, str | float]) -> tuple[str, set[str]]:
    """Return a template with as many pairs of range and criterion as are given."""
    last = max((int(name[5:]) for name in arguments if re.fullmatch(r"range\d+", name)), default=1)
    pairs = ",".join(_CRITERION.format(place) for place in range(1, last + 1))
    return template.replace(_CRITERION.format(1), pairs), _named(pairs)


def _argument(function: str, name: str, parameter: Parameter | None, value: str | float) -> str:
    where = f"{function}: {name}"
    if not isinstance(value, str):
        if not isfinite(value):
            raise ValueError(f"{where} must be a number that a cell can hold, not {value}.")
        return _number(value) if value >= 0 else f"({_number(value)})"
    expression = operand(value, where)
    if parameter is None or parameter.form is not float or parameter.column:
        return expression
    if is_column(value):
        if not parameter.summed:
            raise ValueError(f"{where} is one number, not the range {value}; give one cell.")
        return f"SUM({expression})"
    return expression


def _number(value: float) -> str:
    """Return a number as a formula has it: 1 rather than 1.0."""
    return repr(float(value)).removesuffix(".0").upper()


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _without_neutral(template: str, name: str, default: str) -> str:
    """Leave out a default that changes nothing: a reader need not wonder at "D5/1"."""
    for operator in {"0": "+-", "1": "*/"}.get(default, ""):
        template = template.replace(f"{operator}{{{name}}}", "")
    return template.replace("*(1)", "")
