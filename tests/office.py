"""LibreOffice without a window: it calculates workbooks."""

import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

XLSX = "xlsx:Calc MS Excel 2007 XML"
PATIENCE = 300
INSTALL = (
    "LibreOffice is needed to calculate the workbooks, and soffice is not on the path: "
    "apt-get install libreoffice-calc (macOS: brew install --cask libreoffice)."
)


def recalculated(*paths: Path, into: Path) -> list[Path]:
    """Return workbooks as LibreOffice saves them once it has calculated every formula."""
    return _converted(paths, into)


def soffice() -> str:
    """Return the program; without it the test fails, because a skip would look like a pass."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.fail(INSTALL)
    return found


@cache
def _profile() -> "TemporaryDirectory[str]":
    """Return settings of our own: made once per session, because the first start is the slow one.

    The folder goes when the process ends. Someone's open LibreOffice is left in peace.
    """
    return TemporaryDirectory(prefix="office-", ignore_cleanup_errors=True)


def _converted(paths: tuple[Path, ...], into: Path) -> list[Path]:
    into.mkdir(parents=True, exist_ok=True)
    made = [into / f"{path.stem}.xlsx" for path in paths]
    if len(set(made) - set(paths)) < len(paths):
        raise ValueError("give workbooks of different names, and another folder than theirs")
    for path in made:
        path.unlink(missing_ok=True)
    command = [
        soffice(),
        f"-env:UserInstallation={Path(_profile().name).as_uri()}",
        "--headless",
        "--convert-to",
        XLSX,
        "--outdir",
        str(into),
        *map(str, paths),
    ]
    run = subprocess.run(  # noqa: S603 - the program on the path, and files of our own
        command, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    missing = [path.name for path in made if not path.exists()]
    assert not missing, f"LibreOffice did not write {missing}: {run.stdout}{run.stderr}"
    return made
