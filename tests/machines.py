"""Computers made of folders, whose Excel, registry and xlwings are said by a test."""

from dataclasses import dataclass, field
from pathlib import Path

from addin.hosts.excel.machine import WINDOWS, Machine
from addin.hosts.excel.status import status


@dataclass(frozen=True)
class Made(Machine):
    """A computer with a Norwegian Windows, as long as `system` says no other."""

    code_page: str = "cp1252"
    running: bool = False
    blocked: bool = False
    noted: bool = False
    version: str = "0.37.8"
    says: str = ""
    registry: dict[tuple[str, str], str] = field(default_factory=dict)
    disabled: tuple[bytes, ...] = ()
    short_names: dict[Path, Path] = field(default_factory=dict)

    def xlwings(self) -> str:
        return self.version

    def excel_runs(self) -> bool:
        return self.running

    def is_blocked(self, path: Path) -> bool:
        return self.blocked and path == self.target

    def forget(self) -> bool:
        return self.noted

    def fault(self, python: Path, code: str) -> str:
        assert python == self.startable(self.interpreter)
        assert "addin.hosts.excel" in code
        return self.says

    def short_name(self, folder: Path) -> Path:
        return self.short_names.get(folder, folder)

    def registered(self, key: str, name: str) -> str:
        return self.registry.get((key, name), "")

    def values_of_user(self, key: str) -> list[bytes]:
        assert key.endswith(r"Excel\Resiliency\DisabledItems")
        return list(self.disabled)


def windows_in(folder: Path) -> Made:
    """Return a Windows with Python in a virtual environment `venv`, which holds xlwings."""
    python = folder / "venv" / "Scripts"
    python.mkdir(parents=True)
    for name in ("python.exe", "pythonw.exe"):
        (python / name).touch()
    put_libraries(folder / "venv")
    return Made(
        system=WINDOWS,
        home=folder / "home",
        appdata=str(folder / "AppData"),
        executable=python / "python.exe",
        prefixes=(folder / "venv",),
    )


def put_libraries(folder: Path, version: str = "0.37.8") -> None:
    """Put the libraries of xlwings into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for bits in (64, 32):
        (folder / f"xlwings{bits}-{version}.dll").touch()


def wrong(machine: Machine) -> list[tuple[str, str]]:
    """Return what status finds not in order, and its cure."""
    return [(each.what, each.cure) for each in status(machine) if not each.ok]
