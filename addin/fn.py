"""What `cpc fn` does: find the function, read its cells, print the answer or the help."""

import json
from collections.abc import Sequence
from difflib import get_close_matches
from textwrap import fill
from typing import Any

from addin.cells_from_text import cells_of
from addin.csv_file import Unreadable
from addin.manual import (
    AnyFunction,
    accepted,
    aliases,
    families,
    formula,
    labelled,
    left_out,
    reasons,
    typed_call,
    written,
)
from addin.printed import json_value, print_answer, print_error
from cpc_functions import CATALOGUE, use_language
from cpc_functions.cells import CellError
from cpc_functions.parameter import Parameter

WIDTH = 88


def call(name: str, words: Sequence[str], locale: str, *, as_json: bool) -> bool:
    """Print a function's answer; return whether it is one, rather than an error."""
    function = named(name)
    if mistyped := next((word for word in words if word.startswith("--")), ""):
        raise Unreadable(f"no option {mistyped}; `cpc fn --help` shows them.")
    cells = [
        cells_of(word, _parameter(function, place), locale) for place, word in enumerate(words)
    ]
    answer = function.evaluate(*cells)
    failed = isinstance(answer, CellError)
    if as_json:
        print(json.dumps(json_value(answer), ensure_ascii=False))
    elif failed:
        print_error(answer)
    else:
        print_answer(function, answer)
    return not failed


def speak(language: str) -> None:
    """Set the language of the texts that stand in cells."""
    try:
        use_language(language)
    except ValueError as reason:
        raise Unreadable(f"--lang: {reason}.") from None


def named(name: str) -> AnyFunction:
    """Return the function of a name, in capitals or not; else raise with the nearest names."""
    by_name = {function.name: function for function in CATALOGUE}
    sought = name.upper().removeprefix("=")
    if sought not in by_name:
        near = get_close_matches(sought, by_name, n=3, cutoff=0.5)
        meant = f" Did you mean {' or '.join(near)}?" if near else ""
        raise Unreadable(f"no function '{name}'.{meant} `cpc fn --list` shows them all.")
    return by_name[sought]


def print_list(*, as_json: bool) -> None:
    """Print the catalogue by family, or as JSON."""
    if as_json:
        print(json.dumps([_described(function) for function in CATALOGUE], ensure_ascii=False))
        return
    blocks = []
    for family in families(CATALOGUE):
        lines = [family.title]
        for function in family.functions:
            also = aliases(function, CATALOGUE)
            lines += [f"  {function.signature}", f"      {function.summary}"]
            lines += [f"      Also {', '.join(also)}."] if also else []
        blocks.append("\n".join(lines))
    print("\n\n".join(blocks))


def print_page(name: str) -> None:
    """Print all that is known of a function."""
    function = named(name)
    blocks = [function.signature, *map(_filled, [function.summary, *reasons(function)])]
    if function.alias_of:
        blocks.append(f"Another name of {function.alias_of}.")
    if also := aliases(function, CATALOGUE):
        blocks.append(f"Also {', '.join(also)}.")
    blocks += ["Arguments\n" + "\n".join(map(_argument, function.args)), function.kind.value]
    if function.columns:
        blocks.append(f"The answer is a row: {', '.join(function.columns)}.")
    blocks.append(_examples(function))
    blocks += [_filled(f"{label}: {text}") for label, text in labelled(function).items()]
    print("\n\n".join(blocks))


def _parameter(function: AnyFunction, place: int) -> Parameter:
    """Return the parameter that a cell goes to; with `repeats` the last two come again."""
    beyond = place - len(function.args)
    if beyond < 0:
        return function.args[place]
    return function.args[-2:][beyond % 2] if function.repeats else function.args[-1]


def _described(function: AnyFunction) -> dict[str, Any]:
    return {
        "name": function.name,
        "family": function.family,
        "alias_of": function.alias_of,
        "signature": function.signature,
        "summary": function.summary,
        "unit": function.unit.name.lower(),
        "columns": list(function.columns),
        "args": [
            {
                "name": parameter.name,
                "meaning": parameter.arg.meaning,
                "unit": parameter.arg.unit.name.lower(),
                "bounds": parameter.arg.bounds(),
                "required": parameter.required,
                "default": parameter.default,
            }
            for parameter in function.args
        ],
    }


def _argument(parameter: Parameter) -> str:
    default = left_out(parameter)
    accepts = accepted(parameter) + (f"; {default} when left out" if default else "")
    return f"  {parameter}  {parameter.arg.meaning}\n      {accepts}."


def _examples(function: AnyFunction) -> str:
    """Return the examples with their answers, errors with the reason, and one to type."""
    lines = []
    for example in function.examples:
        answer = function.evaluate(*example.args)
        why = f"  {answer.why}" if isinstance(answer, CellError) else ""
        lines.append(f"  {formula(function, example.args)}\n      {written(answer)}{why}")
    typed = next(filter(None, (typed_call(function, e.args) for e in function.examples)), "")
    return "\n".join(["Examples", *lines, *([f"  On the command line: {typed}"] if typed else [])])


def _filled(block: str) -> str:
    return fill(block, WIDTH)
