"""What one add-in file knows of the machine that it was built for."""

import re
from dataclasses import dataclass

VERSION = re.compile(r"\d+(\.\d+)*\w*")
OF_WINDOWS = re.compile(r"[A-Za-z]:\\|\\\\")
LANGUAGES = ("", "en", "nb")

UNSAFE = ('"', "'", "$", "`", "|", "\r", "\n")
"""Signs that would end a quoted path, in Python or in the shell of a Mac."""

UNSAFE_ON_WINDOWS = ('"', "$(", "\r", "\n")
"""No shell there: a quote ends the path, and xlwings fills in what stands in $( )."""


@dataclass(frozen=True)
class Settings:
    """The settings that the add-in keeps on its own sheet.

    `interpreter` is the full path of pythonw.exe (of python3 on a Mac), `xlwings` the version
    installed there, `pythonpath` folders to import from besides, parted by semicolons and
    normally "", `language` "en", "nb" or "" for the language of Office. `path64` and `path32` are
    the full paths of the libraries of xlwings, "" where they are not known. Raises ValueError for
    what could not be started.
    """

    interpreter: str
    xlwings: str
    pythonpath: str = ""
    language: str = ""
    path64: str = ""
    path32: str = ""

    def __post_init__(self) -> None:
        """Refuse what would break out of the command line that starts Python."""
        if not self.interpreter:
            raise ValueError("The interpreter is needed: the full path of pythonw.exe.")
        windows = OF_WINDOWS.match(self.interpreter)
        _check(self.interpreter, UNSAFE_ON_WINDOWS if windows else UNSAFE)
        _check(self.pythonpath, UNSAFE)
        if not VERSION.fullmatch(self.xlwings):
            raise ValueError(f"{self.xlwings!r} is no version of xlwings, as 0.37.8 is.")
        if self.language not in LANGUAGES:
            raise ValueError(f"{self.language!r}: the languages of the ribbon are en and nb.")

    @property
    def dll64(self) -> str:
        """Return the name of the library of xlwings that 64-bit Excel loads."""
        return f"xlwings64-{self.xlwings}.dll"

    @property
    def dll32(self) -> str:
        """Return the name of the library of xlwings that 32-bit Excel loads."""
        return f"xlwings32-{self.xlwings}.dll"

    def rows(self) -> list[tuple[str, str]]:
        """Return the rows of the sheet: key and value."""
        return [
            ("INTERPRETER", self.interpreter),
            ("XLWINGS", self.xlwings),
            ("DLL64", self.path64 or self.dll64),
            ("DLL32", self.path32 or self.dll32),
            ("PYTHONPATH", self.pythonpath),
            ("LANGUAGE", self.language),
        ]


def _check(path: str, unsafe: tuple[str, ...]) -> None:
    if path.endswith("\\") or any(sign in path for sign in unsafe):
        raise ValueError(
            f"{path}: the add-in cannot start Python from a path that ends in \\ or holds one of "
            f"{' '.join(unsafe).strip()}; install it in another folder."
        )
