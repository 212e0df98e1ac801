"""What xlwings would import for itself, kept out of the process that answers cells."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from typing import Any

HEAVY = ("matplotlib", "numpy", "pandas", "PIL", "plotly", "polars")
"""Libraries that xlwings imports where they are installed, for conversions not used here."""

OTHER_LICENCE = "xlwings.pro"
"""The part of xlwings under a licence of its own; it would look for a key."""


class Hidden(MetaPathFinder):
    """Answers for modules that are not to be found.

    An exception that a finder raises ends the import: "The import system", 5.3.4 of Python's
    language reference.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        """Make a finder for these modules, by their full names."""
        self.names = names

    def find_spec(self, fullname: str, path: object = None, target: Any = None) -> None:
        """Raise ModuleNotFoundError for a hidden module; leave others to the next finder."""
        del path, target
        if fullname in self.names:
            raise ModuleNotFoundError(f"{fullname} is hidden for now", name=fullname)


@contextmanager
def hidden(*names: str) -> Iterator[None]:
    """Hide modules while the block runs; those loaded before stay, and all are found after."""
    finder = Hidden(names)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
