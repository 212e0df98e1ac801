"""What the add-in asks of the computer that it is installed on."""

import os
import platform
import subprocess
import sys
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from addin.exports.text_file import Unreadable

FILE = "cpc.xlam"
WINDOWS, MAC = "Windows", "Darwin"
START_ON_MAC = (
    "Library/Group Containers/UBF8T346G9.Office/User Content.localized/Startup.localized/Excel"
)
SCRIPTS_ON_MAC = "Library/Application Scripts/com.microsoft.Excel"
BLOCKED = ":Zone.Identifier"  # the stream in which Windows notes that a file came from elsewhere
NOTES = r"Software\VB and VBA Program Settings\CpcAddin"  # where VBA's SaveSetting writes
SECONDS = 20


@dataclass(frozen=True)
class Machine:
    """The folders and programs that matter; what Windows alone can tell is asked when needed."""

    system: str = field(default_factory=platform.system)
    home: Path = field(default_factory=Path.home)
    appdata: str = field(default_factory=lambda: os.environ.get("APPDATA", ""))
    executable: Path = Path(sys.executable)
    prefixes: tuple[Path, ...] = (Path(sys.prefix), Path(sys.base_prefix))

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
        """Return where a library of xlwings lies, in the places where the add-in looks."""
        folder = self.interpreter.parent
        places = (folder, folder.parent, *self.prefixes)
        return next((place / name for place in places if (place / name).exists()), None)

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
                command, capture_output=True, text=True, timeout=SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
        return "EXCEL.EXE" in run.stdout or (self.system == MAC and run.returncode == 0)

    def forget(self) -> bool:
        """Remove what the add-in noted in the registry; return whether there was anything."""
        if self.system != WINDOWS:
            return False
        import winreg  # only Windows has it

        try:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, rf"{NOTES}\Ribbon")  # type: ignore[attr-defined]
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, NOTES)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True

    def policy(self, key: str, name: str) -> str:
        """Return what the registry says of the machine or of the user; "" where it says nothing."""
        if self.system != WINDOWS:
            return ""
        import winreg  # only Windows has it

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):  # type: ignore[attr-defined]
            try:
                with winreg.OpenKey(root, key) as opened:  # type: ignore[attr-defined]
                    return str(winreg.QueryValueEx(opened, name)[0])  # type: ignore[attr-defined]
            except OSError:
                continue
        return ""
