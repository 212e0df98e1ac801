"""The tables of the page, as text that is ready to be shown."""

from collections.abc import Sequence
from typing import NamedTuple


class Head(NamedTuple):
    """The heading of a column; numbers stand to the right, wide texts have room to wrap."""

    text: str
    kind: str = "number"  # number, text or wide; "number minor" is left out on a phone


class Grid(NamedTuple):
    """A table. The first cell of a row names the row; `total` is its last line, or empty."""

    caption: str
    heads: Sequence[Head]
    rows: Sequence[Sequence[str]]
    total: Sequence[str] = ()
