"""Worksheet names: legal in every host, taken by none (tests/reserved/README.md)."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest

from cpc_functions import CATALOGUE, Function

every_function = pytest.mark.parametrize("function", CATALOGUE, ids=lambda f: f.name)

with (Path(__file__).parent / "reserved" / "names.csv").open(encoding="utf-8", newline="") as file:
    RESERVED = {row["name"]: set(row["where"].split(";")) for row in csv.DictReader(file)}


@every_function
def test_name_is_the_python_name_in_capitals(function: Function[..., Any]) -> None:
    if not function.alias_of:
        assert function.name == function.compute.__name__.upper()


@every_function
def test_name_is_legal_everywhere(function: Function[..., Any]) -> None:
    """Letters and underscores, so that it is no cell address and VBA and Office.js take it."""
    assert re.fullmatch(r"[A-Z][A-Z_]{2,31}", function.name)


@every_function
def test_name_is_taken_by_no_spreadsheet(function: Function[..., Any]) -> None:
    where = RESERVED.get(function.name, set())
    assert where <= {"vba-reserved"}


@every_function
def test_name_that_vba_reserves_stands_in_for_one_that_it_does_not(
    function: Function[..., Any],
) -> None:
    if function.name in RESERVED:
        assert function.alias_of
        assert function.alias_of not in RESERVED


def test_names_are_unique() -> None:
    names = [function.name for function in CATALOGUE]
    assert len(names) == len(set(names))


def test_every_function_that_is_written_is_listed() -> None:
    """A module's own Functions, found by importing the whole package."""
    import importlib
    import pkgutil

    import cpc_functions

    written = {
        value.name
        for module in pkgutil.iter_modules(cpc_functions.__path__)
        for value in vars(importlib.import_module(f"cpc_functions.{module.name}")).values()
        if isinstance(value, Function)
    }
    assert written == {function.name for function in CATALOGUE}


def test_reserved_names_are_recognised() -> None:
    """The list would be no test if these were missing from it."""
    assert {"ACOS", "RATE", "TREND", "RUN", "GROUPBY", "SUMMER", "ATTRIBUTE"} <= set(RESERVED)
