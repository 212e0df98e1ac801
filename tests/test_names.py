"""Worksheet names: legal in every host, taken by none (tests/reserved/README.md)."""

import csv
import importlib
import pkgutil
import re
from pathlib import Path
from typing import Any

import pytest

import cpc_functions
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


def test_every_function_can_be_imported_by_its_name() -> None:
    exported = {name for name in cpc_functions.__all__ if hasattr(cpc_functions, name)}
    assert {
        name
        for name in exported
        if isinstance(getattr(cpc_functions, name), Function) and name != "Function"
    } == {function.name.lower() for function in CATALOGUE}
