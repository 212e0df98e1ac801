"""One press of a button: Excel kept still while it works, and as it was before when it ends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from addin.exports.text_file import Unreadable
from addin.ribbon_commands.ask import Ask, ExcelAsk
from addin.ribbon_commands.refusal import Refused
from cpc_functions.texts import language
from workbook_templates.language import translator

if TYPE_CHECKING:
    from xlwings import App, Book

CALCULATION = "calculation"  # Excel has none while no workbook is open
STILL = {"screen_updating": False, CALCULATION: "manual", "display_alerts": False}


@dataclass(frozen=True)
class Session:
    """An Excel, who answers questions in it, and the language that it speaks."""

    app: "App"
    ask: Ask
    language: str
    today: date

    @property
    def say(self) -> Callable[[str], str]:
        """What turns an English message into the language of Office."""
        return translator(self.language)

    @property
    def book(self) -> "Book":
        """The workbook that the person looks at."""
        return self.app.books.active

    def progress(self, message: str) -> None:
        """Show in the status bar what is being done."""
        self.app.status_bar = f"CPC: {message}"


Act = Callable[[Session], str]


def perform(act: Act, app: "App", *, ask: Ask | None = None, needs_book: bool = True) -> str:
    """Do what a button is for and return what was done, in the language that is set.

    Raises Refused, with one sentence, for what cannot be done. Whatever happens, Excel's settings
    are as before; a command that fails undoes its own steps.
    """
    session = Session(app, ask or ExcelAsk(app), language(), datetime.now(UTC).date())
    try:
        with _still(app, needs_book=needs_book):
            return act(session)
    except Unreadable as reason:
        raise Refused(str(reason)) from None
    except Refused:
        raise
    except Exception:
        if needs_book and not app.books.count:
            _ = session.say
            raise Refused(_("No workbook is open: open one first, or make a new one.")) from None
        raise


@contextmanager
def _still(app: "App", *, needs_book: bool) -> Iterator[None]:
    """Keep the screen, the calculation and the alerts still, and put them back.

    The status bar is given back to Excel with False, as Microsoft documents it: a text that an
    earlier macro left there would otherwise stay for ever.
    """
    before: dict[str, object] = {}
    try:
        for name, value in STILL.items():
            if needs_book or name != CALCULATION:
                before[name] = getattr(app, name)
                setattr(app, name, value)
        yield
    finally:
        for name, value in before.items():
            surely(_setter(app, name, value))
        surely(_setter(app, "status_bar", value=False))


def _setter(app: "App", name: str, value: object) -> Callable[[], None]:
    return lambda: setattr(app, name, value)


def surely(step: Callable[[], object]) -> None:
    """Take a step that puts things back; Excel may be busy once, so that it is tried twice."""
    for _attempt in range(2):
        with suppress(Exception):
            step()
            return


@contextmanager
def undone_on_failure() -> Iterator[list[Callable[[], object]]]:
    """Yield a list of steps back; where the work fails, they are taken, the last one first."""
    back: list[Callable[[], object]] = []
    try:
        yield back
    except BaseException:
        for step in reversed(back):
            surely(step)
        raise
