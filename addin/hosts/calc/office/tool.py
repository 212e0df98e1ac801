"""The command `cpc`, which does what takes more than LibreOffice's own Python has."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from addin.hosts.calc.office.refusal import Refused

MADE_FOR = Path(__file__).parents[4] / "tool.json"
SECONDS = 600
REFUSED = 2  # the exit code of a sentence that is meant for a person
COMMAND = "cpc.exe" if sys.platform == "win32" else "cpc"
NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0
OF_THE_OFFICE = ("PYTHONHOME", "PYTHONPATH")
"""LibreOffice sets these for its own Python; another one would not start with them."""

Say = Callable[[str], str]


def run(say: Say, folder: Path, *arguments: str) -> str:
    """Run `cpc` with arguments in a folder and return what it prints.

    In the folder of a workbook it reads which columns are what, if that was once said there.
    Raises Refused with what it says against it, or with how it is installed.
    """
    _ = say
    environment = {k: v for k, v in os.environ.items() if k not in OF_THE_OFFICE}
    try:
        done = subprocess.run(  # noqa: S603 - our own command, and no shell
            [*_command(say), *arguments],
            capture_output=True,
            check=False,
            creationflags=NO_WINDOW,
            cwd=folder,
            encoding="utf-8",
            errors="replace",
            env={**environment, "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            timeout=SECONDS,
        )
    except OSError as fault:
        raise Refused(
            _("The command cpc could not be started: {fault}.").format(fault=fault.strerror)
        ) from None
    except subprocess.TimeoutExpired:
        raise Refused(_("The command cpc took longer than ten minutes and was stopped.")) from None
    if done.returncode:
        lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        if done.returncode == REFUSED and lines:
            raise Refused(" ".join(lines).removeprefix("cpc: "))
        raise Refused(
            _("The command cpc failed ({fault}). Install it anew: cpc addin install --calc").format(
                fault=lines[-1] if lines else done.returncode
            )
        )
    return done.stdout


def _command(say: Say) -> list[str]:
    """Return how the command is started: as the add-in was told, else as the system finds it."""
    _ = say
    known: list[str] = json.loads(MADE_FOR.read_text(encoding="utf-8"))
    if known and Path(known[0]).exists():
        return known
    found = next((path for path in _on_the_path() if path.is_file()), None)
    if found is None:
        raise Refused(
            _(
                "This needs the command cpc, which was not found. Install it with: pip install "
                "cpc-addin; then: cpc addin install --calc"
            )
        )
    return [str(found)]


def _on_the_path() -> Iterator[Path]:
    """Yield where the command may lie; never a current folder, where a workbook may lie as well."""
    for folder in map(Path, os.get_exec_path()):
        if folder.is_absolute():
            yield folder / COMMAND
