"""The extension in this user's LibreOffice: put there, taken away, and built anywhere."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from addin.exports.text_file import Unreadable
from addin.hosts.calc.extension import build, version_built
from addin.hosts.calc.names import IDENTIFIER
from addin.hosts.calc.place import Place
from addin.hosts.calc.trial import fault
from addin.hosts.finding import Finding
from workbook_templates.writing.package import write_file

FILE = "cpc.oxt"
ENTRY = re.compile(rf"^Identifier: {re.escape(IDENTIFIER)}\s+Version: (\S+)", re.MULTILINE)
NO_PYTHON = (
    "This LibreOffice cannot run Python; on Debian and Ubuntu install it with: "
    "apt install python3-uno"
)


def build_file(path: Path, *, force: bool) -> Iterator[str]:
    """Write the extension to a path and tell it; raises Unreadable for a file that exists.

    It is for any computer: there, it looks for the command `cpc` on the path.
    """
    if path.suffix.lower() != ".oxt":
        raise Unreadable(f"{path}: the name of an extension ends in .oxt.")
    try:
        write_file(build(), path, replace=force)
    except FileExistsError:
        raise Unreadable(
            f"{path} exists and was left as it is; give --force to replace it."
        ) from None
    except OSError as reason:
        raise Unreadable(f"{path} cannot be written: {reason.strerror or reason}.") from None
    yield f"Made {path}. In LibreOffice: Tools > Extensions > Add."


def install(place: Place) -> Iterator[str]:
    """Put the extension into this user's LibreOffice, and tell what was done and what is next.

    Done twice, it is as done once. Raises Unreadable where it cannot be.
    """
    if not place.has_python:
        raise Unreadable(NO_PYTHON)
    with TemporaryDirectory(prefix="cpc-") as folder:
        made = Path(folder) / FILE
        made.write_bytes(build(place.tool))
        place.package("add", "--force", "--suppress-license", str(made))
    yield "Installed: the functions and the menu CPC, in LibreOffice Calc of this user."
    if place.office_runs():
        yield "LibreOffice is open: close all its windows and open it again."
    yield "Check: type =CPC(1200;48) into a cell, with commas in an English LibreOffice. It is 25."


def uninstall(place: Place, logs: Path) -> Iterator[str]:
    """Take the extension out of this user's LibreOffice, and the logs away, and tell it."""
    there = installed(place) is not None
    shutil.rmtree(logs, ignore_errors=True)
    if not there:
        yield "There was nothing to take away from LibreOffice."
        return
    place.package("remove", IDENTIFIER)
    yield "Taken away from LibreOffice."
    if place.office_runs():
        yield "LibreOffice is open: close all its windows and open it again."


def status(place: Place) -> list[Finding]:
    """Return what is in order and what is not; raises Unreadable without LibreOffice."""
    program = place.unopkg
    version = installed(place)
    there = Finding(
        version is not None,
        f"The extension is {'' if version else 'not '}installed in LibreOffice ({program}).",
        "Run: cpc addin install --calc",
    )
    python = Finding(place.has_python, "LibreOffice can run Python.", NO_PYTHON)
    if version is None:
        return [there, python]
    same = Finding(
        version == version_built(),
        f"Its version is {version}, that of this command is {version_built()}.",
        "Run again: cpc addin install --calc",
    )
    return [there, same, python, *_trial(place)]


def _trial(place: Place) -> Iterator[Finding]:
    """Let LibreOffice calculate one cell; it must not be open, or the open one would."""
    if place.office_runs():
        yield Finding(
            ok=True,
            what="LibreOffice is open: close it and run this again to see whether it answers.",
        )
        return
    wrong = fault(place.office)
    yield Finding(
        not wrong,
        f"LibreOffice answers =CPC(1200;48){': ' + wrong if wrong else ' with 25'}.",
        "Run: cpc addin install --calc. If that changes nothing, its Python is older than 3.10: "
        "install a newer LibreOffice.",
    )


def installed(place: Place) -> str | None:
    """Return the version that LibreOffice has, None where it has none."""
    found = ENTRY.search(place.package("list"))
    return found[1] if found else None
