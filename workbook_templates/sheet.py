"""A sheet of data: its columns declared, from which headers, formulas and checks follow."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from cpc_functions.catalogue import Unit

Value = str | float | date | None

PLAIN = re.compile(r"[\w ]+")
AMOUNTS = (Unit.MONEY, Unit.COUNT, Unit.WHOLE, Unit.NUMBER)


@dataclass(frozen=True)
class Input:
    """A column that people fill in.

    `key` is its name in formulas, whatever the language of `title`; `choices` names the range
    that lists the accepted words.
    """

    key: str
    title: str
    unit: Unit
    help: str
    width: float = 12
    choices: str = ""


@dataclass(frozen=True)
class Answer:
    """A column that is calculated: `formula` names the other columns of the row in {braces}.

    `words` are the verdicts it can give, best first and worst last; `shown` is a number format
    of its own.
    """

    key: str
    title: str
    unit: Unit
    help: str
    formula: str
    width: float = 12
    words: tuple[str, ...] = ()
    hidden: bool = False
    shown: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet that holds one table and nothing beneath it, so that it can grow.

    `table` is the table's name and the start of the names of its columns: Paid gives paid_cost,
    the whole column of the sheet, so that no row is left out where a table does not grow by
    itself. `rows` are values of the inputs, in order; `printed` of them are printed, 0 for all.
    `read` tells that they were read from sources, and not filled in.
    """

    table: str
    title: str
    lead: str
    columns: Sequence[Input | Answer]
    rows: Sequence[Sequence[Value]] = field(default=())
    printed: int = 0
    read: bool = False

    @property
    def inputs(self) -> list[Input]:
        """The columns to fill in, which stand before the calculated ones."""
        return [column for column in self.columns if isinstance(column, Input)]

    def name(self, key: str) -> str:
        """Return the defined name of a whole column."""
        return f"{self.table.lower()}_{key}"

    def whole(self, key: str) -> str:
        """Return the reference to a column of the table."""
        title = next(column.title for column in self.columns if column.key == key)
        return self._column(title)

    def header(self, key: str) -> str:
        """Return the reference to the header cell of a column."""
        title = next(column.title for column in self.columns if column.key == key)
        return f"{self.table}[[#Headers],[{title}]]"

    def formula(self, answer: Answer) -> str:
        """Return the formula of an answer, in references to the row's own columns."""
        cells = {
            column.key: f"{self.table}[[#This Row],[{column.title}]]" for column in self.columns
        }
        whole = {f"all_{column.key}": self._column(column.title) for column in self.columns}
        return answer.formula.format(**cells, **whole)

    def _column(self, title: str) -> str:
        """Return the reference to a column; signs such as . and - ask for brackets of their own."""
        return f"{self.table}[{title}]" if PLAIN.fullmatch(title) else f"{self.table}[[{title}]]"
