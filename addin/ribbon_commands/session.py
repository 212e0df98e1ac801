"""One press of a button: Excel kept still while it works, and as it was before when it ends."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from addin.exports.text_file import Unreadable
from addin.ribbon_commands.ask import Ask, ExcelAsk, MacAsk
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.way_back import Done, Step, kept, surely
from cpc_functions.texts import language
from workbook_templates.language import translator

if TYPE_CHECKING:
    from xlwings import App, Book
    from xlwings.main import Books

CALCULATION = "calculation"  # Excel has none while no workbook is open
STILL = {"screen_updating": False, CALCULATION: "manual", "display_alerts": False}
ON_MAC = sys.platform == "darwin"

_last: list[Done] = []


@dataclass(frozen=True)
class Session:
    """An Excel, who answers questions in it, and the language that it speaks.

    A command adds to `back` before it changes anything; `earlier` is the command before this
    one, where it can be undone.
    """

    app: "App"
    ask: Ask
    language: str
    today: date
    on_mac: bool
    earlier: Done | None = None
    back: list[Step] = field(default_factory=list)

    @property
    def say(self) -> Callable[[str], str]:
        """What turns an English message into the language of Office."""
        return translator(self.language)

    @cached_property
    def books(self) -> "Books":
        """The workbooks that are open."""
        return self.app.books

    @property
    def book(self) -> "Book":
        """The workbook that the person looks at."""
        return self.books.active

    def progress(self, message: str) -> None:
        """Show in the status bar what is being done."""
        self.app.status_bar = f"CPC: {message}"


Act = Callable[[Session], str]


def perform(
    act: Act, app: "App", *, name: str, ask: Ask | None = None, needs_book: bool = True
) -> str:
    """Do what the button `name` is for and return what was done, in the language that is set.

    Raises Refused, with one sentence, for what cannot be done. Whatever happens, Excel's settings
    are as before; a command that fails undoes its own steps, one that is done leaves them for
    Undo in the place of those before it, and one that changes nothing leaves those as they are.
    """
    asks = ask or (MacAsk() if ON_MAC else ExcelAsk(app))
    earlier = _last[-1] if _last else None
    today = datetime.now().astimezone().date()
    session = Session(app, asks, language(), today, on_mac=ON_MAC, earlier=earlier)
    try:
        with _still(app, needs_book=needs_book):
            with undone_on_failure(session.back):
                said = act(session)
            if session.back:
                forget()
                with suppress(Exception):  # it is done, whether or not it can be undone
                    _last.append(kept(name, session.back))
            return said
    except Unreadable as reason:
        raise Refused(str(reason)) from None
    except Refused:
        raise
    except Exception:
        if needs_book and not app.books.count:
            _ = session.say
            raise Refused(_("No workbook is open: open one first, or make a new one.")) from None
        raise


def undo_text(language: str) -> str:
    """Return what Excel's Undo list says of the last command, "" where it cannot be undone."""
    return _last[-1].text(language) if _last else ""


def forget() -> None:
    """Let go of the way back, and with it of every object of Excel."""
    _last.clear()


@contextmanager
def undone_on_failure(back: list[Step]) -> Iterator[None]:
    """Where the work fails, take the steps back that it added, the last one first."""
    before = len(back)
    try:
        yield
    except BaseException:
        while len(back) > before:
            surely(back.pop().take)
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
