"""What the user says of files that leave it open: of every file, or of one."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from addin.exports.text_file import Unreadable

LOCALE, DATES = "--locale", "--dates"


class Declared(NamedTuple):
    """What the user says; empty where the file is to prove it.

    `by_file` holds what is said of one file only: option, file and value. `shared` are the options
    that are said of several files: they decide what a file leaves open, and give way where it
    proves itself otherwise. Any other option that a file contradicts is an error.
    """

    locale: str = ""
    dates: str = ""
    currency: str = ""
    by_file: tuple[tuple[str, str, str], ...] = ()
    shared: frozenset[str] = frozenset()

    def for_file(self, path: str | PurePath) -> "Declared":
        """Return what is said of a file, which may be named with or without its folder."""
        of_it = {
            option: value
            for option, file, value in self.by_file
            if file in (str(path), PurePath(path).name)
        }
        return Declared(
            of_it.get(LOCALE, self.locale),
            of_it.get(DATES, self.dates),
            self.currency,
            shared=self.shared - of_it.keys(),
        )

    def of_several(self) -> "Declared":
        """Return the same, said of several files at once."""
        return self._replace(shared=frozenset((LOCALE, DATES)))

    @property
    def locales(self) -> list[str]:
        """Every locale that is said, of whichever file."""
        return self._every(LOCALE, self.locale)

    @property
    def orders(self) -> list[str]:
        """Every order of dates that is said, of whichever file."""
        return self._every(DATES, self.dates)

    def refuse_unknown_files(self, paths: Sequence[str | PurePath]) -> None:
        """Refuse what is said of a file that is not there."""
        known = {name for path in paths for name in (str(path), PurePath(path).name)}
        for option, file, value in self.by_file:
            if file not in known:
                raise Unreadable(f"{option} {file}={value}: no file of this name is read.")

    def _every(self, option: str, of_all: str) -> list[str]:
        named = [value for each, _, value in self.by_file if each == option]
        return [*named, of_all] if of_all else named


def declared(locales: Sequence[str], dates: Sequence[str], currency: str = "") -> Declared:
    """Return what options say: --locale de_DE of every file, --locale google.csv=de_DE of one.

    Raises Unreadable for an option that is said twice.
    """
    of_all: dict[str, str] = {}
    by_file: dict[tuple[str, str], str] = {}
    for option, said in ((LOCALE, locales), (DATES, dates)):
        for text in said:
            file, sign, value = text.rpartition("=")
            place = by_file.setdefault((option, file), value) if sign else ""
            if sign and place != value:
                raise Unreadable(f"{option} {text}: {place} is said of it as well.")
            if not sign and of_all.setdefault(option, text) != text:
                raise Unreadable(
                    f"{option} {text}: {of_all[option]} is said as well; say which file it is of, "
                    f"as in {option} google.csv={text}."
                )
    of_one = tuple((option, file, value) for (option, file), value in by_file.items())
    return Declared(of_all.get(LOCALE, ""), of_all.get(DATES, ""), currency, of_one)
