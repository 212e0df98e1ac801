"""The way back of a command: taken when it fails, or when the person presses Undo."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from addin.hosts.excel.ribbon_texts import BUTTONS

if TYPE_CHECKING:
    from xlwings import Range


class Step(NamedTuple):
    """A step back, which may be taken twice.

    `take` returns False where it left something that was edited since. With a `state`, Undo
    takes the step only while that is what it was when the command ended; it asks first whether
    the `cells` can be written.
    """

    take: Callable[[], object]
    state: Callable[[], object] | None = None
    cells: "Range | None" = None


class Done(NamedTuple):
    """A command that is done, its steps back in the order of its work, and their states."""

    command: str
    steps: tuple[tuple[Step, str], ...]

    def text(self, language: str) -> str:
        """Return what the command is called in a list of things to undo."""
        return f"{getattr(BUTTONS[self.command].label, language)} (CPC)"

    def undo(self) -> bool:
        """Take the steps, the last one first; return whether nothing had to be left."""
        taken = [_taken(step, state) for step, state in reversed(self.steps)]
        return all(taken)


def kept(command: str, steps: Sequence[Step]) -> Done:
    """Return a command that is done, with the states that its steps depend on."""
    return Done(command, tuple((step, _state(step)) for step in steps))


def surely(step: Callable[[], object]) -> bool:
    """Take a step that puts things back; Excel may be busy once, so that it is tried twice.

    Returns whether it was taken: False where it fails again, and where it says so itself.
    """
    for _attempt in range(2):
        with suppress(Exception):
            return step() is not False
    return False


def _taken(step: Step, state: str) -> bool:
    """Take a step if its state is the same; what is gone, as a closed workbook, is left."""
    with suppress(Exception):
        return _state(step) == state and surely(step.take)
    return False


def _state(step: Step) -> str:
    """Return a state in few signs: the formulas of a whole table may be many."""
    return sha256(repr(step.state()).encode()).hexdigest() if step.state else ""
