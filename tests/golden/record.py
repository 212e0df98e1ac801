"""The recorded answers: golden.jsonl, and `python -m tests.golden.record`, which makes it."""

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tests.golden.case import Case, agree, as_json, by_the_door, line, read
from tests.golden.cases import cases

FILE = Path(__file__).with_name("golden.jsonl")
WITHIN = 1e-12
"""How far a number may be off, relatively, and still be the one that was recorded."""

ACCEPT = "--accept"


class Recorded(NamedTuple):
    """A call, and the answer that was recorded of it."""

    case: Case
    gives: Any


@cache
def recorded(file: Path = FILE) -> Mapping[str, Recorded]:
    """Return what the file holds by the names of the cases, in its order."""
    found = (Recorded(*read(written)) for written in file.read_text("utf-8").splitlines())
    return {each.case.name: each for each in found}


def main(words: Sequence[str], file: Path = FILE) -> int:
    """Write the file anew, and say what is new, gone or changed.

    A call or an answer that changed is written with --accept only; without, nothing is written
    and the exit code is 1. An answer that is the same within the error keeps its digits.
    """
    before = recorded(file) if file.exists() else {}
    lines, changed = [], []
    for case in cases():
        gives = by_the_door(case.function, case.args)
        old = before.get(case.name)
        if old is None:
            _say(f"new      {case.name}")
        elif as_json(old.case.args) == as_json(case.args) and agree(gives, old.gives, WITHIN):
            gives = old.gives
        else:
            changed.append(f"changed  {line(*old)}\n    now  {line(case, gives)}")
        lines.append(line(case, gives))
    for gone in before.keys() - {case.name for case in cases()}:
        _say(f"gone     {gone}")
    _say(*changed)
    if changed and ACCEPT not in words:
        _say(f"{len(changed)} changed: nothing is written. If that is right, add {ACCEPT}.")
        return 1
    file.write_text("".join(f"{each}\n" for each in lines), "utf-8")
    recorded.cache_clear()
    return 0


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"{each}\n" for each in lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
