"""CalcAddIns.xcu: what the function wizard says of each function, in English and Norwegian."""

from collections.abc import Sequence
from typing import Any

from addin.function_texts import argument_help, repeated_help, summary
from addin.hosts.calc.configuration import Localised, component_data
from addin.hosts.calc.interface import MORE
from addin.hosts.calc.names import NAMESPACE, argument
from addin.manual import AnyFunction
from cpc_functions.parameter import Parameter
from workbook_templates.language import LANGUAGES

REQUIRED = {"en": "Required. ", "nb": "Må fylles ut. "}
"""Said in the help, because LibreOffice writes "(optional)" behind every argument of an add-in."""

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
    arguments = {argument(each.name): _argument(each) for each in function.args}
    if function.repeats:
        arguments[MORE] = {
            "DisplayName": _everywhere(MORE),
            "Description": Localised({code: repeated_help(function, code) for code in LANGUAGES}),
        }
    return {
        "DisplayName": _everywhere(function.name),
        "Description": Localised({code: summary(function, code) for code in LANGUAGES}),
        "Category": CATEGORY,
        "CompatibilityName": Localised({"en-US": function.name}),
        "Parameters": arguments,
    }


def _argument(parameter: Parameter) -> dict[str, Localised]:
    helps = {
        code: (REQUIRED[code] if parameter.required else "") + argument_help(parameter, code)
        for code in LANGUAGES
    }
    return {"DisplayName": _everywhere(parameter.name), "Description": Localised(helps)}


def _everywhere(name: str) -> Localised:
    """Return a name that is typed, and so the same in every language."""
    return Localised(dict.fromkeys(LANGUAGES, name))
