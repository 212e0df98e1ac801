"""xlwings' names, fonts and lists of ranges, for the double of Excel."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.excel_cells import NO_MODEL
from tests.excel_com_cells import ComName
from tests.excel_state import World


@dataclass(eq=False)
class Names:
    """xlwings.main.Names."""

    _world: World
    _names: dict[str, str]

    def __contains__(self, item: str) -> bool:
        """Return whether there is such a name."""
        self._world.call("Names.__contains__")
        return item in self._names

    def __iter__(self) -> Iterator["Name"]:
        """Yield the names, each with a call."""
        for name in list(self._names):
            self._world.call("Names.__iter__")
            yield Name(self._world, self._names, name)

    def __getitem__(self, item: str) -> "Name":
        """Return a name."""
        self._world.call("Names.__getitem__")
        return Name(self._world, self._names, item)

    def add(self, name: str, refers_to: str) -> "Name":
        self._world.call("Names.add")
        self._names[name] = refers_to
        return Name(self._world, self._names, name)


@dataclass(eq=False)
class Name:
    """xlwings.main.Name."""

    _world: World
    _names: dict[str, str]
    _name: str

    @property
    def api(self) -> Any:
        return NO_MODEL if self._world.on_mac else ComName(self._world)

    @property
    def name(self) -> str:
        self._world.call("Name.name")
        return self._name

    @property
    def refers_to(self) -> str:
        self._world.call("Name.refers_to")
        return f"={self._names[self._name].removeprefix('=')}"

    @refers_to.setter
    def refers_to(self, value: str) -> None:
        self._world.call("Name.refers_to =")
        self._names[self._name] = value.removeprefix("=")

    def delete(self) -> None:
        self._world.call("Name.delete")
        del self._names[self._name]


class Font:
    """xlwings.main.Font."""

    bold = False


class RangeRows(list[Any]):
    """xlwings.main.RangeRows; `hidden` is None where some rows are and some are not."""

    hidden: bool | None = False


class RangeColumns(list[Any]):
    """xlwings.main.RangeColumns."""
