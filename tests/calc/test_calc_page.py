"""docs/calc.md warns of every figure that Calc gives otherwise without a word."""

import re
from pathlib import Path

from tests.golden.cases import cases
from tests.golden.differences import DIFFERENCES, Host
from tests.golden.silent import named

PAGE = (Path(__file__).parents[2] / "docs" / "calc.md").read_text(encoding="utf-8")
WARNING = re.sub(r"\s+", " ", PAGE.partition("without a word")[2].partition("##")[0])


def test_every_argument_whose_blank_cell_changes_a_figure_is_named() -> None:
    blanks = [name.split("/") for name in named(Host.CALC) if "/blank/" in name]
    assert len(blanks) > 10
    for function, _, argument in blanks:
        listed = re.search(rf"`{function}` ([\w, ]+)", WARNING)
        assert listed, function
        assert argument in listed[1].split(", ")


def test_every_difference_of_the_table_is_on_the_page() -> None:
    rows = PAGE.partition("| --- | --- |")[2].partition("\n\n")[0].strip().splitlines()
    known = sum(row.host is Host.CALC for row in DIFFERENCES)
    assert known == 6
    assert len(rows) >= known - 1  # TRUE in and TRUE out stand in one row


def test_the_number_of_calls_is_that_of_the_golden_set() -> None:
    count = sum(1 for _ in cases())
    assert f"{count - 1:,} calls" in PAGE  # a range without cells is not written
