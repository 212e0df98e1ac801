"""A page that people read or set: blocks one below the other, on twelve equal columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.chart._chart import ChartBase

from cpc_functions.catalogue import Unit
from workbook_templates.sheet import Value

WIDTH = 12


class Data(str):
    """A text that comes from data: it stays text, whatever it starts with."""

    __slots__ = ()


@dataclass(frozen=True)
class Heading:
    """A line that opens a part of the page."""

    text: str


@dataclass(frozen=True)
class Text:
    """A paragraph; `lines` is its height where its length does not tell (a formula)."""

    text: str
    lines: int = 0
    quiet: bool = False
    strong: bool = False


@dataclass(frozen=True)
class Link:
    """A line that leads to another sheet, with what is to be found or done there."""

    sheet: str
    text: str


@dataclass(frozen=True)
class Field:
    """A named cell with its label and help: to be filled in, or an answer when it has a formula.

    `low` and `high` bound what is accepted, both included; `shown` is a number format of its own.
    """

    name: str
    label: str
    unit: Unit
    help: str
    value: Value = None
    formula: str = ""
    choices: str = ""
    low: float | None = None
    high: float | None = None
    shown: str = ""


@dataclass(frozen=True)
class Card:
    """A figure to be read from afar: name, value, interval and what it is made of."""

    title: str
    unit: Unit
    formula: str
    interval: str
    note: str
    shown: str = ""


@dataclass(frozen=True)
class Cards:
    """Figures side by side."""

    cards: Sequence[Card]


@dataclass(frozen=True)
class Column:
    """A column of a grid; `formula` names cells of the row in {braces}, {key.above} the row before.

    `filled` marks a column for input; `words` are verdicts, best first and worst last; `shown`
    is a number format of its own.
    """

    key: str
    title: str
    unit: Unit
    span: int = 1
    formula: str = ""
    filled: bool = False
    choices: str = ""
    words: tuple[str, ...] = ()
    shown: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a grid: values or formulas by column, over what the columns say themselves."""

    cells: Mapping[str, Value]
    total: bool = False


@dataclass(frozen=True)
class Grid:
    """A table of fixed size; the range of each column is named, `name` then `_` then its key.

    Without a name, as where it stands a second time, its columns have none either.

    A total in the last row is outside of the named ranges, so that they can be summed. A
    `long` grid repeats its header on every printed page.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    wrap: int = 1
    long: bool = False


@dataclass(frozen=True)
class Charts:
    """Charts side by side, drawn from the places of named ranges."""

    draw: Sequence[Callable[[Mapping[str, str]], ChartBase]]
    lines: int = 16


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new printed page."""


Block = Heading | Text | Link | Field | Cards | Grid | Charts | PageBreak


@dataclass(frozen=True)
class Page:
    """A sheet of blocks."""

    title: str
    lead: str
    blocks: Sequence[Block]
    landscape: bool = False
