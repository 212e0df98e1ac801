"""xlwings' names, fonts and lists of ranges, for the double of Excel."""

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
    def refers_to(self) -> str:
        self._world.call("Name.refers_to")
        return self._names[self._name]

    def delete(self) -> None:
        self._world.call("Name.delete")
        del self._names[self._name]


class Font:
    """xlwings.main.Font."""

    bold = False


class RangeRows(list[Any]):
    """xlwings.main.RangeRows."""


class RangeColumns(list[Any]):
    """xlwings.main.RangeColumns."""
