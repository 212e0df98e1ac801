"""A write that is killed leaves the old file or the new one, never a part of it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from workbook_templates.writing.package import LEFT_BEHIND, write_file

ROOT = Path(__file__).parents[1]
PART = re.compile(r"\.cpc-[0-9a-f]{12}\.part")

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is killed as POSIX has it")


@needs_fork
def test_a_write_that_is_killed_before_any_step_leaves_a_whole_file(tmp_path: Path) -> None:
    run = subprocess.run(  # noqa: S603 - this Python, and a module of the tests
        [sys.executable, "-m", "tests.killed", str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    killed = json.loads(run.stdout)
    for replaced, first in (("True", "old"), ("False", "none")):
        states = [each["file"] for each in killed[replaced]]
        moved = states.index("new")
        assert states == [first] * moved + ["new"] * (len(states) - moved)
        assert moved > 8  # a kill before each line up to the move
        others = [each["others"] for each in killed[replaced]]
        assert all(len(names) <= 1 and all(map(PART.fullmatch, names)) for names in others)
        assert any(others)
        assert others[-1] == []


def test_what_a_killed_write_left_is_removed_by_a_later_one(tmp_path: Path) -> None:
    part, fresh = tmp_path / ".cpc-0123456789ab.part", tmp_path / ".cpc-ba9876543210.part"
    foreign = tmp_path / ".cpc-notes.part"
    for path in (part, fresh, foreign):
        path.write_bytes(b"")
    for path in (part, foreign):
        then = path.stat().st_mtime - LEFT_BEHIND - 60
        os.utime(path, (then, then))
    write_file(b"new", tmp_path / "report.xlsx", replace=False)
    assert not part.exists()
    assert fresh.exists()  # another program may be writing it
    assert foreign.exists()
