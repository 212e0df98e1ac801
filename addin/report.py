"""The command `cpc report`: from exports to a workbook, a page or JSON."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import inf
from pathlib import Path

from addin.answers import answer
from addin.choices import Engine, Format
from addin.examine import check_declared
from addin.exports.declared import declared
from addin.exports.mapping import column_map
from addin.exports.remembered import FILE_NAME, Maps, recall, remember
from addin.exports.text_file import Unreadable
from addin.exports.written_date import Grain, written
from addin.headline import print_headline
from addin.options import Options
from addin.printed import seen, seen_json
from addin.progress import shown_progress
from addin.sources import groups, tables_of
from cpc_functions.currencies import currencies
from workbook_templates.edition import FIRST_YEAR, LAST_YEAR, Edition
from workbook_templates.language import LANGUAGES
from workbook_templates.report.tables import Tables
from workbook_templates.writing.package import write_file

RATE = re.compile(r"([A-Za-z]{3})=(\d+(?:\.\d+)?)")

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Asked:
    """What the command was called with, each as it was said."""

    files: Sequence[str]
    output: Path | None  # None for no file
    form: Format = Format.XLSX
    as_json: bool = False
    language: str = "en"
    events: Sequence[str] = ()
    target: float = 0.0
    first: str = ""
    last: str = ""
    currency: str = ""
    rates: Sequence[str] = ()
    columns: Sequence[str] = ()
    locales: Sequence[str] = ()
    dates: Sequence[str] = ()
    engine: Engine = Engine.DUCKDB
    force: bool = False

    def options(self, today: date) -> Options:
        """Return the choices behind the report; raises Unreadable for what is none."""
        said = declared(self.locales, self.dates, self.currency)
        check_declared(said)
        if self.language not in LANGUAGES:
            raise Unreadable(f"--lang {self.language}: write one of {', '.join(LANGUAGES)}.")
        if not 0 <= self.target < inf:
            raise Unreadable(f"--target {self.target}: write an amount such as 250.")
        first, last = day_of("--from", self.first), day_of("--to", self.last)
        if first and last and first > last:
            raise Unreadable(f"--from {first} lies after --to {last}.")
        return Options(
            today=today,
            declared=said if len(self.files) == 1 else said.of_several(),
            events=self.events,
            target=self.target,
            rates=rates_of(self.rates, self.currency),
            first=first,
            last=last,
            engine=self.engine,
        )


def report(asked: Asked) -> None:
    """Read the files, write the report, and print what it says.

    Raises Unreadable, with the file, the place and the cure, before anything is written.
    """
    options = asked.options(datetime.now().astimezone().date())
    if asked.output:
        check_output(asked.output, asked.form, asked.files, force=asked.force)
    with shown_progress(len(asked.files) + 2) as progress:
        tables = read(asked.files, asked.columns, Path(FILE_NAME), options, progress)
        if asked.output:
            progress(f"writing {asked.output}")
            write(tables, asked.output, asked.form, asked.language, force=asked.force)
    if asked.as_json:
        from addin.as_json import as_json  # few ask for it

        print(seen_json(as_json(tables)), end="")
        return
    print_headline(tables)
    print(seen(f"Report: {asked.output}"))


def demo(folder: Path, language: str, *, force: bool) -> None:
    """Make sample exports in a folder, and the report on them; say where it lies.

    Raises Unreadable for files that exist, unless they may be replaced.
    """
    from addin.demo import make_exports  # only this command makes any

    yesterday = datetime.now().astimezone().date() - timedelta(days=1)
    try:
        files = make_exports(folder, yesterday, replace=force)
    except FileExistsError as taken:
        raise Unreadable(
            f"{taken} exists and was left as it is; give another folder with -o, or --force."
        ) from None
    except OSError as reason:
        raise Unreadable(f"{folder} cannot be written: {reason.strerror}.") from None
    names = [str(path) for path in files]
    print(f"Made-up exports: {', '.join(names)}")
    asked = Asked(names, folder / "report.xlsx", language=language, currency="NOK", force=force)
    report(asked)
    print(f"Open {asked.output}. The same report, made by yourself:")
    spoken = [] if language == "en" else ["--lang", language]
    words = ["cpc", "report", *names, "--currency", "NOK", *spoken, "-o", "same-report.xlsx"]
    print(seen(" ".join(f'"{word}"' if " " in word else word for word in words)))


def read(
    files: Sequence[str], said: Sequence[str], memory: Path, options: Options, progress: Progress
) -> Tables:
    """Return what the report on files tells; `said` are --map options, kept in `memory`.

    Raises Unreadable, with the file, the place and the cure, for what cannot be read or added.
    """
    maps = Maps(column_map(said), recall(memory), memory.name)
    tables = tables_of(files, maps, options, progress)
    for table in tables:
        if table.mapped:
            remember(memory, table.mapped, maps.given)
    progress("sums and checks")
    told = answer(tables, options)
    if told.span.first.year < FIRST_YEAR or told.span.last.year > LAST_YEAR:
        raise Unreadable(
            f"the days are of {told.span.first} to {told.span.last}, and a report holds the years "
            f"{FIRST_YEAR} to {LAST_YEAR}; correct the dates, or choose with --from and --to."
        )
    return told


def write(tables: Tables, path: Path, form: Format, language: str, *, force: bool) -> None:
    """Write the report beside its target and move it there.

    Raises Unreadable for a file that exists, unless it may be replaced, and for one that cannot
    be written.
    """
    try:
        write_file(_content(tables, form, language), path, replace=force)
    except FileExistsError:
        raise _taken(path) from None
    except PermissionError as reason:
        raise Unreadable(
            f"{path} cannot be written: {reason.strerror}. Is it open in another program?"
        ) from None
    except OSError as reason:
        raise Unreadable(f"{path} cannot be written: {reason.strerror or reason}.") from None
    except ValueError as reason:
        raise Unreadable(f"{path} cannot be written: {reason}.") from None


def check_output(path: Path, form: Format, inputs: Sequence[str], *, force: bool) -> None:
    """Raise Unreadable where a report cannot be written to a path, before any file is read."""
    if path.suffix.lower() != f".{form}":
        raise Unreadable(f"{path}: the name of this report ends in .{form}.")
    try:
        is_there, is_folder = path.exists(), path.is_dir()
    except OSError as reason:
        raise Unreadable(f"{path} cannot be written: {reason.strerror}.") from None
    if is_folder:
        raise Unreadable(f"{path} is a folder; name a file in it with -o.")
    read_files = [each for paths in groups(inputs) for each in paths if each.exists()]
    if is_there and any(path.samefile(each) for each in read_files):
        raise Unreadable(f"{path} is one of the files that are read; give another name with -o.")
    if (is_there or path.is_symlink()) and not force:
        raise _taken(path)
    if not path.absolute().parent.is_dir():
        raise Unreadable(f"{path}: its folder does not exist; make it first.")


def rates_of(said: Sequence[str], currency: str) -> Mapping[str, float]:
    """Return what one unit of each currency is worth, as --rate EUR=11.5 says it."""
    rates = {}
    for option in said:
        found = RATE.fullmatch(option.strip())
        code = found[1].upper() if found else ""
        if not found or currencies(code) != {code} or float(found[2]) <= 0:
            raise Unreadable(f"--rate {option}: write a currency and a number, as in EUR=11.5.")
        if not currency:
            raise Unreadable(f"--rate {option}: say with --currency what it is worth that in.")
        rates[code] = float(found[2])
    return rates


def day_of(option: str, said: str) -> date | None:
    """Return a day as --from or --to says it, with points the day first; None for nothing said.

    Raises Unreadable for what is no day, or may be another one as well.
    """
    if not said:
        return None
    found = written(said)
    days = found.days if found and found.grain is Grain.DAY and not found.timed else {}
    if found and found.mark == ".":
        days = {order: day for order, day in days.items() if order == "dmy"}
    if len({*days.values()}) != 1:
        raise Unreadable(f"{option} {said}: write a day such as 2026-01-31 or 31.01.2026.")
    return next(iter(days.values()))


def _content(tables: Tables, form: Format, language: str) -> bytes:
    if form is Format.HTML:
        from addin.html_page import page  # only a page needs its templates

        return page(tables, language).encode()
    from workbook_templates.report.workbook import make_report  # only a workbook needs openpyxl

    return make_report(Edition(tables.span.first, language=language), tables)


def _taken(path: Path) -> Unreadable:
    return Unreadable(
        f"{path} exists and was left as it is; give another name with -o, or --force to replace it."
    )
