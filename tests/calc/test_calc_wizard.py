"""What the function wizard of LibreOffice says, asked of LibreOffice itself."""

from collections.abc import Mapping
from typing import Any

import pytest

from addin.function_texts import argument_help, summary
from addin.hosts.calc.wizard import REQUIRED
from cpc_functions import CATALOGUE
from tests.calc.office import Office


def described(office: Office) -> dict[str, Mapping[str, Any]]:
    """Return what the wizard knows of our functions, by the name that it shows."""
    descriptions = office.service("com.sun.star.sheet.FunctionDescriptions")
    names = {function.name for function in CATALOGUE}
    found: dict[str, Mapping[str, Any]] = {}
    for place in range(descriptions.Count):
        values = {value.Name: value.Value for value in descriptions.getByIndex(place)}
        if values["Name"] in names:
            found[values["Name"]] = values
    return found


@pytest.mark.parametrize("language", ["en", "nb"])
def test_it_lists_every_function_with_its_summary_and_its_arguments(
    office: Office, norwegian: Office, language: str
) -> None:
    wizard = described(norwegian if language == "nb" else office)
    assert set(wizard) == {function.name for function in CATALOGUE}
    for function in CATALOGUE:
        entry = wizard[function.name]
        assert entry["Description"] == summary(function, language)
        arguments = entry["Arguments"][: len(function.args)]
        assert [a.Name for a in arguments] == [each.name for each in function.args]
        for shown, each in zip(arguments, function.args, strict=True):
            required = REQUIRED[language] if each.required else ""
            assert shown.Description == required + argument_help(each, language)


def test_arguments_that_may_come_again_are_said_to(office: Office) -> None:
    more = described(office)["CPC_IFS"]["Arguments"][-1]
    assert more.Description == "More of range1, criterion1."
