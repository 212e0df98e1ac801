"""What the add-in asks of the computer and the LibreOffice that it is installed in."""

import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from addin.exports.text_file import Unreadable

WINDOWS, MAC = "Windows", "Darwin"
ON_MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/unopkg")
ON_WINDOWS = Path("LibreOffice") / "program" / "unopkg.com"
BESIDE = ("pythonloader.py", "../Resources/pythonloader.py")
"""What LibreOffice runs Python with, beside its programs; on a Mac among its resources."""

ABSENT = (
    "LibreOffice was not found. Install it from libreoffice.org, or on Debian and Ubuntu with: "
    "apt install libreoffice-calc python3-uno. Elsewhere, `cpc addin build --calc -o cpc.oxt` "
    "makes the file, and Tools > Extensions in LibreOffice takes it."
)
AS_ROOT = "This is the user root: run it as the user who works in LibreOffice."
SECONDS = 120


@dataclass(frozen=True)
class Place:
    """The programs that matter; what the system alone can tell is asked when it is needed."""

    system: str = field(default_factory=platform.system)
    folders: tuple[str, ...] = field(
        default_factory=lambda: tuple(
            filter(None, map(os.environ.get, ("ProgramFiles", "ProgramFiles(x86)")))
        )
    )
    python: Path = Path(sys.executable)
    is_root: bool = field(default_factory=lambda: getattr(os, "geteuid", lambda: 1)() == 0)

    @property
    def unopkg(self) -> Path:
        """The program that installs extensions for this user; raises Unreadable without it."""
        found = shutil.which("unopkg")
        places = [Path(found)] if found else []
        if self.system == MAC:
            places.append(ON_MAC)
        if self.system == WINDOWS:
            places += [Path(folder) / ON_WINDOWS for folder in self.folders]
        there = next((place for place in places if place.exists()), None)
        if there is None:
            raise Unreadable(ABSENT)
        return there

    @property
    def office(self) -> Path:
        """LibreOffice itself, which lies beside that program."""
        return self.unopkg.with_name("soffice.com" if self.system == WINDOWS else "soffice")

    @property
    def has_python(self) -> bool:
        """Whether LibreOffice can run Python: on Debian and Ubuntu that is a package of its own."""
        program = self.unopkg.resolve().parent
        folders = [program, Path("/usr/lib/libreoffice/program")]
        return any((folder / name).exists() for folder in folders for name in BESIDE)

    @property
    def tool(self) -> list[str]:
        """How LibreOffice starts the command `cpc` of this Python."""
        return [str(self.python), "-P", "-m", "addin"]

    def package(self, *arguments: str) -> str:
        """Run unopkg and return what it printed; raises Unreadable with what it says against it."""
        program = str(self.unopkg)
        if self.is_root:
            raise Unreadable(AS_ROOT)
        try:
            run = subprocess.run(  # noqa: S603 - a program of LibreOffice, and no text of others
                [program, *arguments],
                capture_output=True,
                check=False,
                encoding="utf-8",
                errors="replace",
                timeout=SECONDS,
            )
        except OSError as fault:
            raise Unreadable(f"{program} could not be started: {fault.strerror}.") from None
        except subprocess.TimeoutExpired:
            raise Unreadable(
                f"{program} did not answer within {SECONDS} seconds. Close LibreOffice, and "
                "try again."
            ) from None
        if run.returncode:
            said = [line.strip() for line in (run.stderr or run.stdout).splitlines()]
            told = " ".join(line for line in said if line) or "it gave no reason"
            raise Unreadable(f"LibreOffice did not do it: {told} Close it if it is open.")
        return run.stdout

    def office_runs(self) -> bool:
        """Return whether this user's LibreOffice runs; False where that cannot be asked."""
        command = (
            ["tasklist", "/FI", "IMAGENAME eq soffice.bin", "/NH"]
            if self.system == WINDOWS
            else ["pgrep", "-u", str(os.getuid()), "soffice"]
        )
        try:
            run = subprocess.run(  # noqa: S603 - a program of the system, and no text of others
                command, capture_output=True, timeout=SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        # As bytes: a sentence in between is of the console's own code page.
        return b"soffice.bin" in run.stdout if self.system == WINDOWS else run.returncode == 0
