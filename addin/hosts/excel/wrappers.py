"""The catalogue as VBA: CpcFunctions.bas, a function each, and CpcHelpTexts.bas for the wizard."""

from collections.abc import Sequence

from addin.function_texts import argument_help, repeated_help
from addin.hosts.excel.vba_text import LONGEST_HELP, RESERVED, Block, module, quoted
from addin.manual import AnyFunction
from cpc_functions import CATALOGUE
from cpc_functions.parameter import Parameter

CATEGORY = "Cost per conversion"
REMAKE = "Made from cpc_functions.CATALOGUE. Remake with: python -m addin.hosts.excel.generate"

TAKEN = RESERVED | {function.name.lower() for function in CATALOGUE}
"""Names that a parameter must not have. One called `cpc` would have the editor of VBA write
`cpc` for the function CPC everywhere: it knows one spelling of a word."""


def in_vba(catalogue: Sequence[AnyFunction]) -> list[AnyFunction]:
    """Return the functions that VBA can name: all but reserved words, which have an alias."""
    return [function for function in catalogue if function.name.lower() not in RESERVED]


def functions_module(catalogue: Sequence[AnyFunction]) -> str:
    """Return CpcFunctions.bas."""
    blocks = [_wrapper(function) for function in in_vba(catalogue)]
    return module("CpcFunctions", REMAKE, blocks, hidden=False)


def help_module(catalogue: Sequence[AnyFunction]) -> str:
    """Return CpcHelpTexts.bas: CpcDescribe tells Excel of category and arguments.

    One procedure a family, because VBA limits the size of one.
    """
    families: dict[str, list[str]] = {}
    for function in in_vba(catalogue):
        families.setdefault(function.family, []).extend(_described(function))
    procedures = {f"Describe_{family}": lines for family, lines in families.items()}
    return module(
        "CpcHelpTexts",
        REMAKE,
        [
            Block("Public Sub CpcDescribe()", list(procedures)),
            *[Block(f"Private Sub {name}()", lines) for name, lines in procedures.items()],
            Block(
                "Private Sub Describe(ByVal functionName As String, ByVal summary As String, "
                "ByVal arguments As Variant)",
                [
                    "Dim host As Object ' late: the options of Excel for Mac may be fewer",
                    "Set host = Application",
                    "host.MacroOptions _",
                    '    Macro:="\'" & ThisWorkbook.Name & "\'!" & functionName, _',
                    f"    Description:=summary, Category:={quoted(CATEGORY)}, _",
                    "    ArgumentDescriptions:=arguments",
                ],
            ),
        ],
    )


def _wrapper(function: AnyFunction) -> Block:
    names = [_named(parameter) for parameter in function.args]
    declared = [_declared(parameter) for parameter in function.args]
    missing = [
        f"If IsMissing({name}) Then {name} = CpcMissing()"
        for name, parameter in zip(names, function.args, strict=True)
        if not parameter.required
    ]
    given = f"Array({', '.join(names)})"
    before = []
    if function.repeats:
        declared.append("ParamArray more() As Variant")
        before = ["Dim rest As Variant", "rest = more"]
        given = f"CpcJoined({given}, rest)"
    return Block(
        f"Public Function {function.name}({', '.join(declared)}) As Variant",
        [
            f"Attribute {function.name}.VB_Description = {quoted(_short(function.summary))}",
            f'Attribute {function.name}.VB_ProcData.VB_Invoke_Func = " \\n14"',
            *before,
            *missing,
            f"{function.name} = CpcCall({quoted(function.name)}, {given})",
        ],
    )


def _named(parameter: Parameter) -> str:
    """Return the name of a parameter in VBA: one that is taken gets a line under it."""
    return f"{parameter.name}_" if parameter.name.lower() in TAKEN else parameter.name


def _declared(parameter: Parameter) -> str:
    optional = "" if parameter.required else "Optional "
    return f"{optional}ByVal {_named(parameter)} As Variant"


def _described(function: AnyFunction) -> list[str]:
    helps = [quoted(_short(argument_help(parameter, "en"))) for parameter in function.args]
    if function.repeats:
        helps.append(quoted(_short(repeated_help(function, "en"))))
    *first, last = [f"    {text}" for text in helps]
    return [
        f"Describe {quoted(function.name)}, {quoted(_short(function.summary))}, Array( _",
        *[f"{text}, _" for text in first],
        f"{last})",
    ]


def _short(text: str) -> str:
    """Return a text that MacroOptions takes; raises ValueError for one that is too long."""
    if len(text) > LONGEST_HELP:
        raise ValueError(f"Excel shows no help of more than {LONGEST_HELP} characters: {text}")
    return text
