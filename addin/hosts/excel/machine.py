"""What the add-in asks of the computer that it is installed on."""

import os
import platform
import subprocess
import sys
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from locale import getencoding
from pathlib import Path
from sysconfig import get_path, get_preferred_scheme
from tempfile import TemporaryFile
from typing import Any

from addin.exports.text_file import Unreadable
from addin.hosts.excel import windows

FILE = "cpc.xlam"
WINDOWS, MAC = "Windows", "Darwin"
START_ON_MAC = (
    "Library/Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized/Excel"
)
SCRIPTS_ON_MAC = "Library/Application Scripts/com.microsoft.Excel"
BLOCKED = ":Zone.Identifier"  # the stream in which Windows notes that a file came from elsewhere
NOTES = r"Software\VB and VBA Program Settings\CpcAddin"  # where VBA's SaveSetting writes
SECONDS = 20
START_SECONDS = 60  # a virus scanner reads every file of a Python that starts for the first time


def _prefixes() -> tuple[Path, ...]:
    """Return where pip puts the libraries of xlwings: for this Python, its base, or the user."""
    of_user = get_path("data", get_preferred_scheme("user"))
    return (Path(sys.prefix), Path(sys.base_prefix), Path(of_user))


@dataclass(frozen=True)
class Machine:
    """The folders and programs that matter; what Windows alone can tell is asked when needed."""

    system: str = field(default_factory=platform.system)
    home: Path = field(default_factory=Path.home)
    appdata: str = field(default_factory=lambda: os.environ.get("APPDATA", ""))
    executable: Path = Path(sys.executable)
    prefixes: tuple[Path, ...] = field(default_factory=_prefixes)
    code_page: str = "mbcs"  # Python's name for the ANSI code page that Windows has

    @property
    def target(self) -> Path:
        """The file in the folder of the user from which Excel loads add-ins as it starts.

        Raises Unreadable where there is no Excel.
        """
        if self.system == WINDOWS and self.appdata:
            return Path(self.appdata) / "Microsoft" / "Excel" / "XLSTART" / FILE
        if self.system == MAC:
            return self.home / START_ON_MAC / FILE
        raise Unreadable(
            "Excel runs on Windows and Mac; here `cpc addin build -o cpc.xlam` makes the file."
        )

    @property
    def interpreter(self) -> Path:
        """The Python that answers cells: without a window of its own on Windows."""
        if self.system != WINDOWS:
            return self.executable
        return self.executable.with_name("pythonw.exe")

    def xlwings(self) -> str:
        """Return the version of xlwings that is installed; raises Unreadable without it."""
        try:
            return version("xlwings")
        except PackageNotFoundError:
            raise Unreadable("xlwings is not installed: pip install xlwings") from None

    def library(self, name: str) -> Path | None:
        """Return where a library of xlwings lies, None where pip put none."""
        folder = self.interpreter.parent
        places = (folder, folder.parent, *self.prefixes)
        return next((place / name for place in places if (place / name).exists()), None)

    def startable(self, program: Path) -> Path:
        """Return a program by a path that VBA can hand on: it knows Windows' ANSI letters alone.

        Where a folder has others, its short name stands. Raises Unreadable where it has none.
        """
        if self.system != WINDOWS or self._in_code_page(program):
            return program
        short = self.short_name(program.parent) / program.name
        if not self._in_code_page(short):
            raise Unreadable(
                f"{program}: Excel cannot start Python from a folder whose name has letters that "
                "are not of this Windows' language: install Python, and the add-in with it, in "
                "another folder, such as C:\\Python."
            )
        return short

    def short_name(self, folder: Path) -> Path:
        """Return a folder of Windows by its short names, where it has any."""
        return windows.short_name(folder)

    def fault(self, python: Path, code: str) -> str:
        """Run code as Excel starts Python; return "" when it ended well, else why not."""
        command = [str(python), "-B", "-P", "-c", code]
        nowhere = subprocess.DEVNULL
        with TemporaryFile() as said:  # a pipe would wait for what Python starts in turn
            try:
                number = subprocess.run(  # noqa: S603 - the Python of the add-in, and code of ours
                    command,
                    check=False,
                    stdin=nowhere,
                    stdout=nowhere,
                    stderr=said,
                    timeout=START_SECONDS,
                ).returncode
            except subprocess.TimeoutExpired:
                return f"no answer within {START_SECONDS} seconds"
            except OSError as reason:
                return reason.strerror or str(reason)
            said.seek(0)
            lines = said.read().decode(getencoding(), "replace").split("\n")
        told = [line.strip() for line in lines if line.strip()] or [f"it ended with {number}"]
        return told[-1] if number else ""

    def script(self, xlwings: str) -> Path:
        """Return the script by which Excel on a Mac may start Python."""
        return self.home / SCRIPTS_ON_MAC / f"xlwings-{xlwings}.applescript"

    def is_blocked(self, path: Path) -> bool:
        """Return whether Windows holds a file for one from the internet."""
        return self.system == WINDOWS and Path(f"{path}{BLOCKED}").exists()

    def excel_runs(self) -> bool:
        """Return whether Excel runs now; False where that cannot be asked."""
        command = (
            ["tasklist", "/FI", "IMAGENAME eq EXCEL.EXE", "/NH"]
            if self.system == WINDOWS
            else ["pgrep", "-x", "Microsoft Excel"]
        )
        try:
            run = subprocess.run(  # noqa: S603 - a program of the system, and no text of others
                command, capture_output=True, timeout=SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        # As bytes: a sentence in between is of the console's own code page.
        return b"EXCEL.EXE" in run.stdout or (self.system == MAC and run.returncode == 0)

    def forget(self) -> bool:
        """Remove what the add-in noted in the registry; return whether there was anything."""
        return self.system == WINDOWS and windows.removed_from_user(rf"{NOTES}\Ribbon", NOTES)

    def registered(self, key: str, name: str) -> str:
        """Return what the registry says of the machine, else of the user; "" where nothing."""
        return windows.registered(key, name)

    def values_of_user(self, key: str) -> list[Any]:
        """Return the values that a key of the user in the registry holds."""
        return windows.values_of_user(key)

    def _in_code_page(self, path: Path) -> bool:
        try:
            str(path).encode(self.code_page)
        except UnicodeEncodeError:
            return False
        return True
