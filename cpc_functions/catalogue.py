"""A worksheet function: a Python function that knows its own arguments and examples.

`Function.evaluate` is the one door for hosts: it counts, reads, bounds and broadcasts the cells,
computes, and turns every exception into a value. The function behind it is bare mathematics.
"""

from collections.abc import Callable, Sequence
from functools import update_wrapper
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar

from cpc_functions import door
from cpc_functions.cells import CellError, ErrorCode
from cpc_functions.door import Kind
from cpc_functions.parameter import Arg, Column, Parameter, Sum, Unit, parameters
from cpc_functions.shapes import one_cell

__all__ = ["Arg", "Column", "Example", "Function", "Kind", "Parameter", "Sum", "Unit", "udf"]

P = ParamSpec("P")
R = TypeVar("R")

EACH = Parameter(
    "each",
    Arg("TRUE gives one answer per row, instead of one over the sums.", Unit.LOGICAL),
    form=bool,
    required=False,
    default=False,
)


class Example(NamedTuple):
    """One call with a known answer: documentation and test at once.

    `gives` is what `Function.evaluate` answers, an ErrorCode where that is an error cell.
    `source` says where the answer comes from, `within` how far it may be off, relatively.
    """

    args: tuple[Any, ...]
    gives: Any
    source: str = "by hand"
    within: float = 1e-12


class Function(Generic[P, R]):
    """A worksheet function, and everything that hosts and help pages say of it.

    `name` is the worksheet name, `args` the parameters in order (with `repeats` the last two
    may come again), `columns` the names of the cells of an answer that is one row, `unit` what
    the answer means, `alias_of` the name it stands in for.
    """

    def __init__(
        self,
        compute: Callable[P, R],
        *,
        unit: Unit,
        examples: Sequence[Example],
        columns: Sequence[str] = (),
        each: bool = False,
        aligned: bool = False,
        name: str = "",
        alias_of: str = "",
    ) -> None:
        """Make a function; write `@udf(...)` instead."""
        update_wrapper(self, compute)
        self.compute = compute
        self.name = name or compute.__name__.upper()
        self.alias_of = alias_of
        self.unit = unit
        self.examples = tuple(examples)
        self.columns = tuple(columns)
        self.each = each
        self.aligned = aligned
        self.repeats = bool(compute.__code__.co_flags & 0x04)
        self._own = parameters(compute)
        self.args = (*self._own, EACH) if each else self._own
        self.kind = door.kind_of(self._own)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Compute in plain Python; raises CellError."""
        return self.compute(*args, **kwargs)

    def __repr__(self) -> str:
        """Return the signature as a worksheet writes it."""
        return self.signature

    def evaluate(self, *cells: Any) -> Any:
        """Answer a host: a cell, or rows of cells; errors are values and never raised.

        Each argument is one cell or a range, which is a list of rows. Cells are float, int,
        str, bool, None (blank, or an optional argument left out) or CellError. What leaves is
        float, str, bool or CellError, alone or in rows; never NaN or infinity.
        """
        try:
            return self._answer(cells)
        except CellError as error:
            return error.with_traceback(None)
        except door.OUT_OF_RANGE:
            return CellError(ErrorCode.NUM, door.TOO_LARGE)
        except Exception as fault:  # noqa: BLE001 - a host must get a value whatever happens
            report = CellError(ErrorCode.VALUE, door.FAULT)
            report.__cause__ = fault
            return report

    def _answer(self, cells: Sequence[Any]) -> Any:
        door.count(self.name, self.args, len(cells), repeats=self.repeats)
        if self.kind is Kind.TABLE:
            return door.table(self.compute, self._own, cells, aligned=self.aligned)
        if self.kind is Kind.ELEMENTWISE:
            return door.elementwise(self.compute, self._own, cells, len(self.columns))
        if self.each and len(cells) == len(self.args):
            *cells, each = cells
            for cell in (*cells, each):
                if isinstance(cell, CellError):
                    raise cell
            if EACH.read(one_cell(each, EACH.name)):
                return door.elementwise(self.compute, self._own, cells)
        return door.ratio(self.compute, self._own, cells)

    def alias(self, name: str) -> "Function[P, R]":
        """Return the same function under another worksheet name."""
        return Function(
            self.compute,
            unit=self.unit,
            examples=self.examples,
            columns=self.columns,
            each=self.each,
            aligned=self.aligned,
            name=name,
            alias_of=self.name,
        )

    @property
    def family(self) -> str:
        """Return the name of the module that the function is written in."""
        return self.compute.__module__.rpartition(".")[2]

    @property
    def signature(self) -> str:
        """Return the call as a worksheet writes it: CPC(cost, conversions, [each])."""
        more = ", …" if self.repeats else ""
        return f"{self.name}({', '.join(map(str, self.args))}{more})"

    @property
    def paragraphs(self) -> list[str]:
        """Return the paragraphs of the help text, each on one line."""
        blocks = (self.compute.__doc__ or "").strip().split("\n\n")
        return [" ".join(block.split()) for block in blocks]

    @property
    def summary(self) -> str:
        """Return the one sentence that a function wizard shows."""
        return self.paragraphs[0]


def udf(
    *,
    unit: Unit,
    examples: Sequence[Example],
    columns: Sequence[str] = (),
    each: bool = False,
    aligned: bool = False,
) -> Callable[[Callable[P, R]], Function[P, R]]:
    """Make a worksheet function of a Python function; its name in capitals is the cell's name.

    Parameters are annotated with words from `arguments`: `Cost` is one number, `Sum[Cost]` a
    range that is summed, `Column[Cost]` a range that is read whole. `columns` names the cells
    of an answer that is one row; `each` adds an optional argument that answers row by row
    instead of over the sums; `aligned` says that a table answers with one cell per row read.
    """

    def mark(compute: Callable[P, R]) -> Function[P, R]:
        return Function(
            compute, unit=unit, examples=examples, columns=columns, each=each, aligned=aligned
        )

    return mark
