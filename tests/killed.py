"""Writes that are killed before each of their steps, and what each leaves: as JSON."""

import json
import os
import signal
import sys
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

from workbook_templates.writing import package

OLD, NEW = b"old", b"new" * 100_000


def killed_at(step: int, path: Path, *, replace: bool) -> bool:
    """Write a file in a child that is killed before a step; return whether it was."""
    child = os.fork()
    if not child:
        left = step

        def trace(frame: FrameType, event: str, _: object) -> Any:
            nonlocal left
            if frame.f_code.co_filename != package.__file__:
                return None
            if event == "line":
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return trace

        sys.settrace(trace)
        package.write_file(NEW, path, replace=replace)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def after_each_step(folder: Path, *, replace: bool) -> list[dict[str, Any]]:
    """Return what a folder holds after each kill: the file, and what else."""
    found = []
    for step in count():
        path = folder / f"{replace}-{step}" / "report.xlsx"
        path.parent.mkdir()
        if replace:
            path.write_bytes(OLD)
        killed = killed_at(step, path, replace=replace)
        content = path.read_bytes() if path.exists() else None
        names = {OLD: "old", NEW: "new", None: "none"}
        others = [each.name for each in path.parent.iterdir() if each != path]
        found.append({"file": names.get(content, "broken"), "others": others})
        if not killed:
            return found
    raise AssertionError("every write has an end")


if __name__ == "__main__":
    place = Path(sys.argv[1])
    print(json.dumps({str(each): after_each_step(place, replace=each) for each in (True, False)}))  # noqa: T201
