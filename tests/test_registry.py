"""What the add-in reads in the registry of Windows, and what it removes from it."""

import sys
from types import ModuleType
from typing import Any, Self

import pytest

from addin.hosts.excel.machine import NOTES, WINDOWS, Machine


class Registry(ModuleType):
    """A `winreg` with the keys of the machine, "m", and of the user, "u"."""

    HKEY_LOCAL_MACHINE, HKEY_CURRENT_USER, KEY_READ, KEY_WOW64_64KEY = "m", "u", 1, 256

    def __init__(self, keys: dict[tuple[str, str], dict[str, Any]]) -> None:
        """Hold keys: root and path to names and values."""
        super().__init__("winreg")
        self.keys = keys

    def OpenKey(self, root: str, key: str, _reserved: int, access: int) -> "Key":  # noqa: N802 - as winreg's
        assert access == self.KEY_READ | self.KEY_WOW64_64KEY
        return Key(self._found((root, key)))

    def QueryValueEx(self, key: "Key", name: str) -> tuple[Any, int]:  # noqa: N802
        if name not in key:
            raise FileNotFoundError(name)
        return key[name], 1

    def QueryInfoKey(self, key: "Key") -> tuple[int, int, int]:  # noqa: N802
        return 0, len(key), 0

    def EnumValue(self, key: "Key", number: int) -> tuple[str, Any, int]:  # noqa: N802
        name, value = list(key.items())[number]
        return name, value, 1

    def DeleteKey(self, root: str, key: str) -> None:  # noqa: N802
        self._found((root, key))
        if any(held.startswith(f"{key}\\") for _, held in self.keys):
            raise PermissionError(key)
        del self.keys[root, key]

    def _found(self, place: tuple[str, str]) -> dict[str, Any]:
        if place not in self.keys:
            raise FileNotFoundError(place[1])
        return self.keys[place]


class Key(dict[str, Any]):
    """An open key, which needs no closing."""

    def __enter__(self) -> Self:
        """Open it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    made = Registry({("m", "A"): {"x": 1}, ("u", "A"): {"x": 2, "y": 3}})
    monkeypatch.setitem(sys.modules, "winreg", made)
    return made


@pytest.mark.parametrize(
    ("key", "name", "said"), [("A", "x", "1"), ("A", "y", "3"), ("A", "z", ""), ("B", "x", "")]
)
@pytest.mark.usefixtures("registry")
def test_the_machine_comes_before_the_user(key: str, name: str, said: str) -> None:
    assert Machine().registered(key, name) == said


@pytest.mark.usefixtures("registry")
def test_the_values_of_a_key_are_those_of_the_user() -> None:
    assert Machine().values_of_user("A") == [2, 3]
    assert Machine().values_of_user("B") == []


def test_what_vba_noted_is_forgotten_once(registry: Registry) -> None:
    registry.keys |= {("u", NOTES): {}, ("u", rf"{NOTES}\Ribbon"): {"L": "nb"}}
    assert Machine(system=WINDOWS).forget()
    assert not Machine(system=WINDOWS).forget()
    assert set(registry.keys) == {("m", "A"), ("u", "A")}
