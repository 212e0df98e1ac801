"""What Windows alone can be asked: its registry, and the short name of a folder."""

from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any


def registered(key: str, name: str) -> str:
    """Return what the registry says of the machine, else of the user; "" where it says nothing."""
    winreg = _winreg()
    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        with suppress(OSError), _opened(root, key) as opened:
            return str(winreg.QueryValueEx(opened, name)[0])
    return ""


def values_of_user(key: str) -> list[Any]:
    """Return the values that a key of the user holds, whatever their names; none without it."""
    winreg = _winreg()
    with suppress(OSError), _opened(winreg.HKEY_CURRENT_USER, key) as opened:
        count = winreg.QueryInfoKey(opened)[1]
        return [winreg.EnumValue(opened, number)[1] for number in range(count)]
    return []


def removed_from_user(*keys: str) -> bool:
    """Remove keys of the user, each before the one that holds it; return whether all were there."""
    winreg = _winreg()
    try:
        for key in keys:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
    except OSError:
        return False
    return True


def short_name(folder: Path) -> Path:
    """Return a folder by its short names (8.3), and as it is where Windows keeps none."""
    ask = _ctypes().WinDLL("kernel32").GetShortPathNameW
    size = ask(str(folder), None, 0)
    if not size:
        return folder
    name = _ctypes().create_unicode_buffer(size)
    ask(str(folder), name, size)
    return Path(name.value)


def _opened(root: Any, key: str) -> Any:
    """Open a key; a 32-bit Python too sees what Office and Defender of 64 bits see."""
    winreg = _winreg()
    return winreg.OpenKey(root, key, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY)


def _winreg() -> Any:
    return import_module("winreg")  # only Windows has it


def _ctypes() -> Any:
    return import_module("ctypes")  # its part for Windows has no types elsewhere
