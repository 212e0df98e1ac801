"""CalcAddIns.xcu: what the function wizard says of each function, in English and Norwegian."""

from collections.abc import Sequence
from typing import Any

from addin.function_texts import argument_help, repeated_help, summary
from addin.hosts.calc.configuration import Localised, component_data
from addin.hosts.calc.interface import MORE
from addin.hosts.calc.names import NAMESPACE, argument
from addin.manual import AnyFunction
from workbook_templates.language import LANGUAGES

CATEGORY = "Add-In"
"""One of the categories that LibreOffice has; an extension cannot add its own."""


def wizard(catalogue: Sequence[AnyFunction]) -> bytes:
    """Return the file.

    CompatibilityName is how newer versions of LibreOffice write a call into an .xlsx file: as
    Excel does.
    """
    functions = {function.name: _function(function) for function in catalogue}
    return component_data("CalcAddIns", {"AddInInfo": {NAMESPACE: {"AddInFunctions": functions}}})


def _function(function: AnyFunction) -> dict[str, Any]:
    arguments = {
        argument(parameter.name): {
            "DisplayName": Localised(dict.fromkeys(LANGUAGES, str(parameter))),
            "Description": Localised({code: argument_help(parameter, code) for code in LANGUAGES}),
        }
        for parameter in function.args
    }
    if function.repeats:
        arguments[MORE] = {
            "DisplayName": Localised(dict.fromkeys(LANGUAGES, MORE)),
            "Description": Localised({code: repeated_help(function, code) for code in LANGUAGES}),
        }
    return {
        "DisplayName": Localised(dict.fromkeys(LANGUAGES, function.name)),
        "Description": Localised({code: summary(function, code) for code in LANGUAGES}),
        "Category": CATEGORY,
        "CompatibilityName": Localised({"en-US": function.name}),
        "Parameters": arguments,
    }
