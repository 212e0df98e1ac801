"""What keeps the add-in from working, in plain words: one line for each thing that is looked at."""

from collections.abc import Iterator
from pathlib import Path

from addin.hosts.excel.build import build
from addin.hosts.excel.install import installed
from addin.hosts.excel.machine import MAC, WINDOWS, Machine
from addin.hosts.excel.policies import policies
from addin.hosts.excel.settings import Settings
from addin.hosts.finding import Finding

AGAIN = "run: cpc addin install"
TRIALS = {
    WINDOWS: ("answers =CPC(1200,48)", "from addin.hosts.excel.trial import answer; answer()"),
    MAC: ("runs the buttons", "import addin.hosts.excel.commands"),
}
"""What the Python of the add-in must be able to do, and the code that shows it."""


def status(machine: Machine) -> list[Finding]:
    """Return what was looked at; the first that is not in order is where to begin."""
    target = machine.target
    settings = installed(target) if target.exists() else None
    if settings is None:
        what = f"no add-in at {target}" if not target.exists() else f"{target} is another file"
        return [Finding(ok=False, what=what, cure=AGAIN)]
    found = [Finding(ok=True, what=f"the add-in is at {target}"), *_python(settings, machine)]
    if machine.system == WINDOWS:
        found += [*_libraries(settings), _blocked(target, machine), *policies(machine)]
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
    python, this = Path(settings.interpreter), machine.startable(machine.interpreter)
    yield Finding(python.exists(), f"the Python that it starts: {python}", AGAIN)
    yield Finding(python == this, f"this Python is {this}", f"if Python was moved, {AGAIN}")
    now = machine.xlwings()
    what = f"xlwings {now} is installed, and the add-in is for {settings.xlwings}"
    yield Finding(now == settings.xlwings, what, AGAIN)
    if python.exists():
        yield _trial(python, machine)


def _trial(python: Path, machine: Machine) -> Finding:
    """Start the Python of the add-in for a moment, as Excel would."""
    able, code = TRIALS[machine.system]
    fault = machine.fault(python, code)
    cure = (
        f"started for a moment, it said: {fault}. With that Python, install the product and what "
        f"it needs again, then {AGAIN}"
    )
    return Finding(not fault, f"that Python {able}", cure)


def _libraries(settings: Settings) -> Iterator[Finding]:
    """Look for the libraries where VBA does: by full path, beside Python, one folder above."""
    folder = Path(settings.interpreter).parent
    named = (
        ("64-bit", settings.dll64, settings.path64),
        ("32-bit", settings.dll32, settings.path32),
    )
    for bits, name, path in named:
        there = any(place.is_file() for place in (Path(path), folder / name, folder.parent / name))
        cure = f"pip install --force-reinstall xlwings, then {AGAIN}"
        yield Finding(there, f"{name} for {bits} Excel", cure)


def _blocked(target: Path, machine: Machine) -> Finding:
    return Finding(
        not machine.is_blocked(target),
        "Windows does not hold the file for one from the internet",
        "in its properties, tick Unblock, or " + AGAIN,
    )
