"""What a person said of a workbook's tables, kept in hidden names of that workbook."""

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from addin.exports.mapping import column_map
from addin.exports.remembered import Maps
from addin.options import Options
from addin.report import Asked
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.session import Session
from addin.ribbon_commands.way_back import Step

if TYPE_CHECKING:
    from xlwings import Book

COLUMNS, OPTIONS = "cpc_columns", "cpc_options"
LONGEST = 250  # signs of a text in a formula; Excel takes 255
_OPTION = re.compile(r'--([a-z]+)[= ]+("[^"]*"|\S+)')
_WORDS = {"event", "target", "from", "to", "currency", "rate", "locale", "dates"}


class Said(NamedTuple):
    """Columns as cost=Spend; date=Day, and options as --currency NOK."""

    columns: str = ""
    options: str = ""

    def maps(self) -> Maps:
        """Return the map of columns; raises Unreadable for what is none."""
        parts = [part.strip() for part in self.columns.split(";") if part.strip()]
        return Maps(column_map(parts), (), "")

    def asked(self, session: Session) -> Options:
        """Return the choices behind a report; raises Unreadable for what is none."""
        _ = session.say
        said = [(word, value.strip('"')) for word, value in _OPTION.findall(self.options)]
        found = dict(said)

        def every(option: str) -> list[str]:
            return [value for word, value in said if word == option]

        if unknown := sorted(set(found) - _WORDS):
            raise Refused(_("{option}: there is no such option.").format(option=f"--{unknown[0]}"))
        try:
            target = float(found.get("target", "0"))
        except ValueError:
            raise Refused(
                _("{option}: write an amount such as 250.").format(
                    option=f"--target {found['target']}"
                )
            ) from None
        return Asked(
            files=(),
            output=None,
            events=every("event"),
            target=target,
            first=found.get("from", ""),
            last=found.get("to", ""),
            currency=found.get("currency", "").upper(),
            rates=every("rate"),
            locales=every("locale"),
            dates=every("dates"),
        ).options(session.today)


def recall(book: "Book") -> Said:
    """Return what was said of a workbook before."""
    return Said(_kept(book, COLUMNS), _kept(book, OPTIONS))


def keep(session: Session, book: "Book", said: Said) -> None:
    """Keep what was said, unless it is too long for a name; it is then asked again."""
    for name, text in ((COLUMNS, said.columns), (OPTIONS, said.options)):
        before = _kept(book, name)
        if text != before and len(text) <= LONGEST:
            session.back.append(
                Step(partial(_write, session, book, name, before), partial(_kept, book, name))
            )
            _write(session, book, name, text)


def _write(session: Session, book: "Book", name: str, text: str) -> None:
    """Keep a text in a name, "" for none. On a Mac the name can be seen."""
    names = book.names
    if name in names:
        names[name].delete()
    if text:
        quoted = text.replace('"', '""')
        added = names.add(name, f'="{quoted}"')
        if not session.on_mac:
            added.api.Visible = False


def _kept(book: "Book", name: str) -> str:
    names = book.names
    if name not in names:
        return ""
    return str(names[name].refers_to).removeprefix('="').removesuffix('"').replace('""', '"')
