"""The golden set on the command line."""

from pathlib import Path

from tests.golden import command_line
from tests.golden.cases import cases
from tests.golden.comparing import wrong
from tests.golden.differences import Host


def test_the_command_line_gives_every_recorded_answer(tmp_path: Path) -> None:
    due = [case for case in cases() if not command_line.not_due(case)]
    assert not wrong(Host.COMMAND, due, command_line.answers(due, tmp_path))


def test_what_cannot_be_typed_is_of_three_kinds() -> None:
    assert {command_line.not_due(case) for case in cases()} == {
        "",
        command_line.PLANE,
        command_line.EMPTY,
        command_line.BLANK_END,
        command_line.NUMERAL,
    }
