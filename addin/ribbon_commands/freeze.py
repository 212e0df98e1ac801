"""Freeze to values: what our functions answered stays, and the formulas go."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from addin.exports.grid import Cell
from addin.ribbon_commands.formulas import can_spill, formulas_of, write_formulas
from addin.ribbon_commands.frozen_parts import Kind, Part, parts_of
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.selection import selection_of, within_used
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.values import Block, alike, exact, put
from addin.ribbon_commands.way_back import Step


def freeze_to_values(session: Session) -> str:
    """Put the values of our functions in the place of their formulas, and say how many.

    Of one selected cell, the whole sheet is meant. A formula that only uses one of our functions
    is frozen as well: without the add-in it would be an error. An answer that fills several cells
    is written into all of them, also beyond the selection: it would vanish otherwise.
    """
    _ = session.say
    if session.on_mac:
        raise Refused(
            _(
                "Excel for Mac does not tell which answers fill several cells; copy the cells and "
                "use Edit > Paste Special > Values."
            )
        )
    selection = selection_of(session)
    block = selection.sheet.used_range if selection.size == 1 else within_used(selection)
    parts: list[Part] = []
    if block is not None:
        spilling = can_spill(block)
        formulas = formulas_of(block, spilling=spilling)
        parts += parts_of(session, block, formulas, spilling=spilling)
    for part in parts:
        values = exact(session, part.cells)
        session.back.append(Step(_thaw(session, part, values, spilling=spilling), cells=part.cells))
        put(part.cells, values)
    if not parts:
        return _("No cell here holds one of our functions.")
    return _("{count} cells now hold values in the place of formulas.").format(
        count=sum(part.held for part in parts)
    )


def _thaw(session: Session, part: Part, values: Block, *, spilling: bool) -> Callable[[], bool]:
    """Return what puts formulas back, where the values stand that took their place."""

    def thaw() -> bool:
        now, texts = exact(session, part.cells), formulas_of(part.cells, spilling=spilling)
        holds = [all(map(_holds, *row)) for row in zip(values, now, texts, strict=True)]
        if part.kind is Kind.EACH:
            for first, last in _stretches(holds):
                cells = part.cells[first : last + 1, 0]
                rows = [[formula] for formula in part.formulas[first : last + 1]]
                write_formulas(cells, rows, spilling=spilling)
        elif all(holds):
            _put_back(part)
        return all(holds)

    return thaw


def _put_back(part: Part) -> None:
    """Write a formula that fills several cells; a spilling one needs them blank."""
    if part.kind is Kind.ARRAY:
        part.cells.formula_array = part.formulas[0]
    else:
        part.cells.clear_contents()
        write_formulas(part.cells[0, 0], [part.formulas], spilling=True)


def _holds(frozen: Cell, now: Cell, text: str) -> bool:
    """Return whether a cell still holds what was frozen; a text may look like a formula."""
    return alike(frozen, now) and (text == now or not text.startswith("="))


def _stretches(holds: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where the rows that hold begin and end."""
    for held, group in groupby(enumerate(holds), key=lambda each: each[1]):
        if held:
            rows = [at for at, _held in group]
            yield rows[0], rows[-1]
