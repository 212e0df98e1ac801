"""The cells to freeze, in as few parts as their answers allow.

Cells below one another are one part. An answer that fills several cells, spilled or as an array
formula (Ctrl+Shift+Enter), is a part of its own: Excel changes it as a whole or not at all.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session
from cpc_functions import CATALOGUE

if TYPE_CHECKING:
    from xlwings import Range

TEXTS = re.compile(r'"(?:[^"]|"")*"')
CALL = re.compile(r"(?<![\w.])(" + "|".join(f.name for f in CATALOGUE) + r")\(", re.IGNORECASE)
LONGEST_ARRAY = 255  # signs that Range.FormulaArray takes


class Kind(Enum):
    """What the formulas of a part fill."""

    EACH = auto()  # a cell each
    SPILL = auto()
    ARRAY = auto()


class Part(NamedTuple):
    """Cells of one column with a formula each, or all the cells of one formula."""

    cells: "Range"
    formulas: list[str]
    kind: Kind

    @property
    def held(self) -> int:
        """The number of cells that hold a formula."""
        return int(self.cells.size) if self.kind is Kind.ARRAY else len(self.formulas)


class Run(NamedTuple):
    """Cells below one another in a column, counted from 0 within the block that was read."""

    column: int
    first: int
    last: int


def uses_ours(formula: str) -> bool:
    """Return whether a formula calls one of our functions, outside of its texts."""
    return formula.startswith("=") and CALL.search(TEXTS.sub("", formula)) is not None


def runs(formulas: Sequence[Sequence[str]]) -> Iterator[Run]:
    """Yield the cells of our functions, those below one another together."""
    for column in range(len(formulas[0])):
        first = None
        for at in range(len(formulas) + 1):
            ours = at < len(formulas) and uses_ours(formulas[at][column])
            if ours and first is None:
                first = at
            elif not ours and first is not None:
                yield Run(column, first, at - 1)
                first = None


def parts_of(
    session: Session, block: "Range", formulas: Sequence[Sequence[str]], *, spilling: bool
) -> Iterator[Part]:
    """Yield the parts to freeze of a block with these formulas.

    One question tells of a block whether an answer in it fills several cells. Where one does,
    the cells are halved until it is found: the others are not asked one by one.
    """
    row, column, sheet = block.row, block.column, block.sheet
    simple = _fills_more(block, spilling=spilling) is False
    done: set[tuple[int, int]] = set()
    for whole in runs(formulas):
        for run, more in [(whole, False)] if simple else _halved(block, whole, spilling=spilling):
            texts = [line[run.column] for line in formulas[run.first : run.last + 1]]
            top, left = row + run.first, column + run.column
            if not more:
                cells = sheet.range((top, left), (row + run.last, left))
                yield Part(cells, texts, Kind.EACH)
            elif (top, left) not in done:
                part = _filled(session, sheet.range((top, left)), texts, spilling=spilling)
                done |= _places(part.cells)
                yield part


def _halved(block: "Range", run: Run, *, spilling: bool) -> Iterator[tuple[Run, bool]]:
    """Yield pieces of a run, and whether each is one cell whose answer fills several."""
    cells = block.sheet.range(
        (block.row + run.first, block.column + run.column),
        (block.row + run.last, block.column + run.column),
    )
    more = _fills_more(cells, spilling=spilling)
    if more is None:
        middle = (run.first + run.last) // 2
        for half in (run._replace(last=middle), run._replace(first=middle + 1)):
            yield from _halved(block, half, spilling=spilling)
    elif more:
        yield from ((Run(run.column, at, at), True) for at in range(run.first, run.last + 1))
    else:
        yield run, False


def _fills_more(cells: "Range", *, spilling: bool) -> bool | None:
    """Return whether all cells are of answers that fill several, None where only some are."""
    api = cells.api
    told = {api.HasArray, api.HasSpill if spilling else False}
    return False if told == {False} else True if True in told else None


def _filled(session: Session, cell: "Range", formula: list[str], *, spilling: bool) -> Part:
    """Return the part that a cell is of, whose formula fills several cells."""
    _ = session.say
    api = cell.api
    if spilling and api.HasSpill:
        return Part(_range(cell, api.SpillParent.SpillingToRange), formula, Kind.SPILL)
    if len(formula[0]) > LONGEST_ARRAY:
        raise Refused(
            _(
                "The array formula in {cell} is too long to be put back by Undo; copy its cells "
                "and use Paste Special > Values."
            ).format(cell=cell.address.replace("$", ""))
        )
    return Part(_range(cell, api.CurrentArray), formula, Kind.ARRAY)


def _range(beside: "Range", api: Any) -> "Range":
    """Return a range of Excel's own object model as one of xlwings, on the same sheet."""
    first, last = api.Row, api.Column
    size = (api.Rows.Count, api.Columns.Count)
    return beside.sheet.range((first, last), (first + size[0] - 1, last + size[1] - 1))


def _places(cells: "Range") -> set[tuple[int, int]]:
    top, left, (height, width) = cells.row, cells.column, cells.shape
    return {(top + at, left + beside) for at in range(height) for beside in range(width)}
