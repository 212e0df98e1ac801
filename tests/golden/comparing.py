"""The answers of a host beside those that are due of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.golden.case import Case, agree
from tests.golden.differences import DIFFERENCES, Host, expected
from tests.golden.record import WITHIN, recorded
from tests.golden.silent import is_silent


def due_of(host: Host, case: Case) -> Any:
    """Return what a host must answer: what is recorded, unless it differs on purpose."""
    if not any(row.host is host for row in DIFFERENCES):
        return recorded()[case.name].gives
    return expected(host, case)


def wrong(host: Host, due: Sequence[Case], answers: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the cases in which a host answers otherwise: what is due of it, and what it gave."""
    found = {}
    for case in due:
        ought, got = due_of(host, case), answers[case.name]
        if not agree(got, ought, WITHIN):
            found[case.name] = {"host": str(host), "expected": ought, "got": got}
    return found


def silent(due: Sequence[Case], answers: Mapping[str, Any]) -> set[str]:
    """Return the names of the cases in which another figure is shown without an error."""
    return {
        case.name
        for case in due
        if is_silent(answers[case.name], recorded()[case.name].gives, WITHIN)
    }
