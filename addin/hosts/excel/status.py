"""What keeps the add-in from working, in plain words: one line for each thing that is looked at."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from addin.hosts.excel.build import build
from addin.hosts.excel.install import installed
from addin.hosts.excel.machine import MAC, WINDOWS, Machine
from addin.hosts.excel.settings import Settings

SECURITY = r"Software\Policies\Microsoft\Office\16.0\Excel\Security"
CHILDREN = r"Software\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
BLOCK_CHILDREN = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"  # "Block all Office applications from …"
ONLY_SIGNED, NO_MACROS = "3", "4"  # VBAWarnings
AGAIN = "run: cpc addin install"


class Finding(NamedTuple):
    """Whether a thing is in order, what it is, and what to do if it is not."""

    ok: bool
    what: str
    cure: str = ""


def status(machine: Machine) -> list[Finding]:
    """Return what was looked at; the first that is not in order is where to begin."""
    target = machine.target
    settings = installed(target) if target.exists() else None
    if settings is None:
        what = f"no add-in at {target}" if not target.exists() else f"{target} is another file"
        return [Finding(ok=False, what=what, cure=AGAIN)]
    found = [Finding(ok=True, what=f"the add-in is at {target}"), *_python(settings, machine)]
    if machine.system == WINDOWS:
        found += _windows(target, machine)
    if machine.system == MAC:
        script = machine.script(settings.xlwings)
        cure = "run: xlwings runpython install"
        found.append(Finding(script.exists(), f"the script that starts Python: {script}", cure))
    fresh = target.read_bytes() == build(settings)
    found.append(Finding(fresh, "the add-in is of this version of the product", AGAIN))
    if machine.excel_runs():
        what = "Excel is running; it loads the add-in when it starts"
        found.append(Finding(ok=True, what=what))
    return found


def _python(settings: Settings, machine: Machine) -> Iterator[Finding]:
    python = Path(settings.interpreter)
    yield Finding(python.exists(), f"the Python that it starts: {python}", AGAIN)
    same = settings.interpreter == str(machine.interpreter)
    yield Finding(same, f"this Python is {machine.interpreter}", f"if Python was moved, {AGAIN}")
    now = machine.xlwings()
    what = f"xlwings {now} is installed, and the add-in is for {settings.xlwings}"
    yield Finding(now == settings.xlwings, what, AGAIN)
    if machine.system == WINDOWS:
        for bits, name in (("64-bit", settings.dll64), ("32-bit", settings.dll32)):
            cure = "pip install --force-reinstall xlwings"
            yield Finding(machine.library(name) is not None, f"{name} for {bits} Excel", cure)


def _windows(target: Path, machine: Machine) -> Iterator[Finding]:
    yield Finding(
        not machine.is_blocked(target),
        "Windows does not hold the file for one from the internet",
        "in its properties, tick Unblock, or " + AGAIN,
    )
    macros = machine.policy(SECURITY, "VBAWarnings")
    yield Finding(
        macros not in {ONLY_SIGNED, NO_MACROS},
        "no policy keeps unsigned macros from running",
        "ask your administrator to trust the start folder of Excel (XLSTART)",
    )
    yield Finding(
        machine.policy(CHILDREN, BLOCK_CHILDREN) != "1",
        "no policy keeps Office from starting other programs",
        "ask your administrator to except pythonw.exe from the rule "
        '"Block all Office applications from creating child processes"',
    )
