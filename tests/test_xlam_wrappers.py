"""The functions as VBA declares them, and what VBA can hold at all."""

import re

import pytest

from addin.hosts.excel.vba_text import RESERVED, Block, module, quoted
from addin.hosts.excel.wrappers import functions_module, in_vba
from cpc_functions import CATALOGUE


def test_every_function_has_a_wrapper_but_the_one_that_vba_reserves() -> None:
    text = functions_module(CATALOGUE)
    left_out = {f.name for f in CATALOGUE if f"Public Function {f.name}(" not in text}
    assert left_out == {"ATTRIBUTE"}
    assert "ATTRIBUTION" in {function.name for function in in_vba(CATALOGUE)}


def test_a_wrapper_reads_as_the_signature_does() -> None:
    assert (
        "Public Function CPC_LOW(ByVal cost As Variant, ByVal conversions As Variant, "
        "Optional ByVal confidence As Variant) As Variant\n"
        'Attribute CPC_LOW.VB_Description = "Return the lower limit of the cost per conversion."'
    ) in functions_module(CATALOGUE)


def test_arguments_that_repeat_are_a_paramarray() -> None:
    assert "ByVal criterion1 As Variant, ParamArray more() As Variant)" in functions_module(
        CATALOGUE
    )


def test_a_reserved_word_as_an_argument_gets_a_line_under_it() -> None:
    assert "each" in RESERVED
    assert "Optional ByVal each_ As Variant" in functions_module(CATALOGUE)


def test_an_argument_called_as_a_function_gets_a_line_under_it() -> None:
    """The editor of VBA would write `cvr` for the function CVR everywhere."""
    text = functions_module(CATALOGUE)
    assert "CPC_FROM_CLICKS(ByVal click_cost As Variant, ByVal cvr_ As Variant)" in text
    arguments = {name.lower() for name in re.findall(r"ByVal (\w+) As", text)}
    assert arguments.isdisjoint(function.name.lower() for function in CATALOGUE)


def test_a_line_that_vba_cannot_read_is_refused() -> None:
    with pytest.raises(ValueError, match="no line this long"):
        module("CpcTexts", "", [Block("Public Sub A()", ["x" * 1024])])


def test_a_sign_that_vba_lacks_is_refused_or_replaced() -> None:
    assert quoted("A − B") == '"A - B"'
    with pytest.raises(UnicodeEncodeError):
        quoted("例")
