"""The functions as UNO declares them: cpc.idl, which LibreOffice reads as it is."""

from collections.abc import Sequence

from addin.hosts.calc.names import INTERFACE, MODULE, argument, is_one_text
from addin.manual import AnyFunction

MORE = "more"
"""The arguments that may come again."""


def idl(catalogue: Sequence[AnyFunction]) -> str:
    """Return the interface: each function takes cells, or ranges of them.

    An argument is `any`, because only so does an error in a single cell come through unchanged,
    and only so may it be left out. An answer is rows, because an `any` cannot hold a table.
    """
    declared = "\n".join(f"    {_declared(function)}" for function in catalogue)
    return f"module {MODULE} {{\n  interface {INTERFACE} {{\n{declared}\n  }};\n}};\n"


def _declared(function: AnyFunction) -> str:
    arguments = [f"[in] any {argument(parameter.name)}" for parameter in function.args]
    if function.repeats:
        arguments.append(f"[in] sequence< any > {MORE}")
    answer = "any" if is_one_text(function) else "sequence< sequence< any > >"
    return f"{answer} {function.name}({', '.join(arguments)});"
