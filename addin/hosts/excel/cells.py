"""The functions of the catalogue as xlwings answers them in cells, each under its name."""

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import Any

from xlwings import arg, func, ret

from addin.hosts.excel.wire import MISSING, read, written
from cpc_functions import CATALOGUE, CellError, ErrorCode, Function
from cpc_functions.door import FAULT

__all__ = ["MISSING", "in_cells"]


def in_cells(function: Function[..., Any]) -> Callable[..., Any]:
    """Return the xlwings function of a catalogue entry.

    It takes and gives what COM carries (`wire`), and never raises: a fault is #VALUE! in the
    cell, and in the log once for each function.
    """

    def answer(*sent: Any) -> Any:
        try:
            given = function.evaluate(*map(read, sent))
            if given.__class__ is CellError and given.why == FAULT:
                _log(given.__cause__, function.name)
            return written(given)
        except Exception as fault:  # noqa: BLE001 - Excel would show the text of an exception
            _log(fault, function.name)
            return written(CellError(ErrorCode.VALUE))

    answer.__name__ = function.name
    answer.__doc__ = function.summary
    answer.__signature__ = _signature(function)  # type: ignore[attr-defined]
    for parameter in function.args:
        answer = arg(parameter.name, convert="raw")(answer)
    if function.repeats:
        answer = arg(_rest(function), convert="raw")(answer)
    in_cell: Callable[..., Any] = func(ret(convert="raw")(answer))
    return in_cell


def _signature(function: Function[..., Any]) -> Signature:
    """Return the arguments as xlwings looks for them; None is one left out."""
    named = [
        Parameter(
            parameter.name,
            Parameter.POSITIONAL_OR_KEYWORD,
            default=Parameter.empty if parameter.required else None,
        )
        for parameter in function.args
    ]
    rest = [Parameter(_rest(function), Parameter.VAR_POSITIONAL)] if function.repeats else []
    return Signature([*named, *rest])


def _rest(function: Function[..., Any]) -> str:
    """Return the name of the arguments that may come again."""
    code = function.compute.__code__
    return code.co_varnames[code.co_argcount]


def _log(fault: BaseException | None, name: str) -> None:
    from addin.hosts.failures import record_once

    record_once(fault, name)


globals().update({function.name: in_cells(function) for function in CATALOGUE})
