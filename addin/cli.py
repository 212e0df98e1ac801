"""The command `cpc`: what it is called with. The work is done in a module per command."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from addin.choices import Engine, Format
from workbook_templates.kinds import Kind

ANSWERED, ERROR_CELL, UNREADABLE = 0, 1, 2

HELP = """\
Cost per conversion: total cost over conversions, never cost per click.

\b
cpc fn CPC 1200 48     a worksheet function, here: 25.0
cpc fn --help          how it is called, with ranges and files
cpc new tracker        a workbook to fill in, which calculates in any spreadsheet
cpc report FILES       from exports of ad platforms to a report with findings
cpc inspect FILE       what an ad platform's export says, and what is in doubt
cpc demo               a report on made-up exports, to look around
"""
REPORT_HELP = """\
Make a report on exports of ad platforms and analytics: a workbook, a page or JSON.

\b
cpc report google.csv meta.xlsx ga4.csv -o report.xlsx
cpc report *.csv --format html     one page with charts, for any browser
cpc report *.csv --json            everything, for another program
cpc report old.csv new.csv         where they overlap, the later file counts
cpc report 'ads/*.parquet'         as many rows as there are

Paid conversions are those of the ad platforms, organic ones those of the analytics. What is
in doubt is told in the report; what may be read in two ways is refused, with the option that
decides it. The files are only read; an existing report is left, unless --force is given.

\b
Exit code: 0  made
           2  not made; the reason is on stderr
"""
DEMO_HELP = """\
Make sample exports of three ad platforms and Google Analytics, and the report on them.

Everything is made up; the files have the exact shapes of real exports. They lie in the folder
cpc-demo, or the one that is given with -o.

\b
Exit code: 0  made
           2  not made; the reason is on stderr
"""
INSPECT_HELP = """\
Say what an export of an ad platform is and what it says; the file is not changed.

The platform is recognised by the titles of the columns, whatever the file is called: CSV in
any encoding, XLSX, or a zip of CSVs. Numbers and dates are proved by their column; what may
be read in two ways is refused, with the option that decides it.

\b
cpc inspect own.csv --map "cost=Spend (USD)" --map date=Day --map conversions=Orders

A table that no platform writes, or another column than the platform's own, is read by --map:
what the title is of date, channel, campaign, cost, clicks, conversions, value, and so on;
platform=NAME and traffic=paid or organic say what it is. It is remembered in cpc-columns.toml
in this folder, for the next file with the same titles.

\b
Exit code: 0  read
           2  not read; the reason is on stderr
"""
NEW_HELP = """\
Make a workbook to fill in: tracker, ab-test, bids or budget.

\b
cpc new tracker --sample           a year of made-up data, to look around
cpc new tracker --lang nb -o kpk.xlsx
                                   an empty one, in Norwegian
cpc new tracker --currency EUR --from 2026-07 --months 6

It holds no macros and no add-in function: it calculates in Excel, in LibreOffice, on a Mac
and on the web. An existing file is left as it is, unless --force is given.

\b
Exit code: 0  made
           2  not made; the reason is on stderr
"""
FN_HELP = """\
Call a worksheet function.

\b
cpc fn CPC 1200 48                 25.0
cpc fn CPC "100;300" "2;8"         ranges, one cell per row: 40.0
cpc fn CPC ads.csv:Cost ads.csv:Conversions
                                   columns of a file, by their headers
cpc fn CPC_CHECK ads.csv           a whole file, for what reads a range
cpc fn CPC_CI 50000 20 --json      a row or a table, as JSON
cpc fn CPC                         the function's page, with examples
cpc fn --list                      every function

A cell is a number (1234.56), TRUE, FALSE, "" for blank, an error such as "#N/A", a date
(2026-03-04) where one is expected, and text otherwise. Files are .csv, .tsv or .txt, in
UTF-8, UTF-16 or Windows-1252, parted by comma, semicolon or tab; numbers that are written
otherwise than 1234.56 need --locale.

On a terminal a table is drawn, with six significant digits. Into a pipe or a file it goes
as tab-separated lines with every digit.

\b
Exit code: 0  an answer
           1  an error cell, such as #DIV/0!; its reason is on stderr
           2  the call could not be read
"""

app = typer.Typer(
    name="cpc",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(asked: bool) -> None:  # noqa: FBT001 - the form that Typer calls
    if asked:
        from importlib.metadata import version  # slow, and needed here only

        typer.echo(f"cpc {version('cpc-addin')}")
        raise typer.Exit


@app.callback(help=HELP)
def cpc(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", is_eager=True, callback=_print_version
        ),
    ] = False,
) -> None:
    """Answer what is asked of the command itself."""


@app.command(help=FN_HELP, context_settings={"ignore_unknown_options": True}, add_help_option=False)
def fn(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The function.", show_default=False)
    ] = "",
    cells: Annotated[
        list[str] | None,
        typer.Argument(metavar="CELLS", help="Its arguments.", show_default=False),
    ] = None,
    *,
    locale: Annotated[
        str, typer.Option(help="How files write numbers: nb_NO, de_DE, en_US, …")
    ] = "",
    lang: Annotated[str, typer.Option(help="Language of verdicts and labels: en, nb.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
    as_list: Annotated[bool, typer.Option("--list", help="List the functions.")] = False,
    as_help: Annotated[bool, typer.Option("--help", help="Show this, or NAME's page.")] = False,
) -> None:
    """Call a worksheet function."""
    from addin import fn as command  # `cpc --version` needs no functions
    from addin.csv_file import Unreadable  # the same

    try:
        if as_list:
            command.print_list(as_json=as_json)
        elif not name:
            typer.echo(ctx.get_help())
        elif as_help or not cells:
            command.print_page(name)
        else:
            command.speak(lang)
            answered = command.call(name, cells, locale, as_json=as_json)
            raise typer.Exit(ANSWERED if answered else ERROR_CELL)
    except Unreadable as reason:
        typer.echo(f"cpc: {reason}", err=True)
        raise typer.Exit(UNREADABLE) from None


@app.command(help=NEW_HELP)
def new(
    kind: Annotated[Kind, typer.Argument(help="The workbook.", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file; KIND.xlsx in this folder otherwise."),
    ] = None,
    *,
    lang: Annotated[str, typer.Option(help="Language of the workbook: en, nb.")] = "en",
    currency: Annotated[str, typer.Option(help="Currency of every amount: NOK, EUR, …")] = "NOK",
    first_month: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="YYYY-MM",
            help="The first month.",
            show_default="January of this year",
        ),
    ] = "",
    months: Annotated[int, typer.Option(help="How many months, 1 to 36.")] = 12,
    rows: Annotated[
        int, typer.Option(help="Rows ready to fill in; of made-up data, at most so many.")
    ] = 200,
    sample: Annotated[bool, typer.Option("--sample", help="Fill in made-up data.")] = False,
    protect: Annotated[
        bool, typer.Option("--protect", help="Lock pages that are only read; no password.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Make a workbook to fill in."""
    from addin import new as command  # only this command needs openpyxl

    try:
        edition = command.edition(
            lang, currency, first_month, months, rows, sample=sample, protect=protect
        )
        typer.echo(command.new(kind, edition, output, force=force))
    except command.Refused as reason:
        typer.echo(f"cpc: {reason}", err=True)
        raise typer.Exit(UNREADABLE) from None


@app.command(help=INSPECT_HELP)
def inspect(
    file: Annotated[Path, typer.Argument(help="The export.", show_default=False)],
    *,
    locale: Annotated[str, typer.Option(help="How it writes numbers: nb_NO, en_US, …")] = "",
    dates: Annotated[str, typer.Option(help="How it writes dates: dmy, mdy.")] = "",
    currency: Annotated[str, typer.Option(help="The currency of its amounts: NOK, …")] = "",
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="FIELD=TITLE", help="Which column is what.", show_default=False
        ),
    ] = None,
) -> None:
    """Say what an export is."""
    from addin import examine  # only this command reads exports
    from addin.exports.reading import Declared
    from addin.exports.text_file import Unreadable

    try:
        declared = Declared(locale, dates, currency.upper())
        typer.echo(examine.inspect(file, declared, columns or ()))
    except Unreadable as reason:
        typer.echo(f"cpc: {reason}", err=True)
        raise typer.Exit(UNREADABLE) from None


@app.command(help=REPORT_HELP)
def report(
    files: Annotated[list[str], typer.Argument(help="The exports.", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file; report.xlsx in this folder otherwise."),
    ] = None,
    *,
    form: Annotated[Format, typer.Option("--format", help="A workbook or a page.")] = Format.XLSX,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; make no file.")] = False,
    lang: Annotated[str, typer.Option(help="Language of the report: en, nb.")] = "en",
    event: Annotated[str, typer.Option(help="The conversion that is counted.")] = "",
    target: Annotated[float, typer.Option(help="What a conversion should cost at most.")] = 0.0,
    first: Annotated[str, typer.Option("--from", metavar="DAY", help="The first day.")] = "",
    last: Annotated[str, typer.Option("--to", metavar="DAY", help="The last day.")] = "",
    currency: Annotated[
        str, typer.Option(help="Of the report, and of amounts that name none: NOK, …")
    ] = "",
    rate: Annotated[
        list[str] | None,
        typer.Option(metavar="EUR=11.5", help="What 1 EUR is worth in it.", show_default=False),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="FIELD=TITLE", help="Which column is what.", show_default=False
        ),
    ] = None,
    locale: Annotated[str, typer.Option(help="How files write numbers: nb_NO, en_US, …")] = "",
    dates: Annotated[str, typer.Option(help="How files write dates: dmy, mdy.")] = "",
    engine: Annotated[Engine, typer.Option(help="Who groups and sums.")] = Engine.DUCKDB,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Make a report on exports."""
    from addin import report as command  # only this command needs the engines
    from addin.exports.text_file import Unreadable

    asked = command.Asked(
        files=files,
        output=None if as_json and not output else output or Path(f"report.{form}"),
        form=form,
        as_json=as_json,
        language=lang,
        event=event,
        target=target,
        first=first,
        last=last,
        currency=currency.upper(),
        rates=rate or (),
        columns=columns or (),
        locale=locale,
        dates=dates,
        engine=engine,
        force=force,
    )
    try:
        command.report(asked)
    except Unreadable as reason:
        typer.echo(f"cpc: {reason}", err=True)
        raise typer.Exit(UNREADABLE) from None


@app.command(help=DEMO_HELP)
def demo(
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder that is made.")] = Path(
        "cpc-demo"
    ),
    *,
    lang: Annotated[str, typer.Option(help="Language of the report: en, nb.")] = "en",
    force: Annotated[bool, typer.Option("--force", help="Replace existing files.")] = False,
) -> None:
    """Make sample exports and the report on them."""
    from addin import report as command  # as above
    from addin.exports.text_file import Unreadable

    try:
        command.demo(output, lang, force=force)
    except Unreadable as reason:
        typer.echo(f"cpc: {reason}", err=True)
        raise typer.Exit(UNREADABLE) from None


def main() -> None:
    """Run the command; what is piped is UTF-8 unless PYTHONIOENCODING says otherwise."""
    chosen = "PYTHONIOENCODING" in os.environ
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            piped = not stream.isatty() and not chosen
            stream.reconfigure(encoding="utf-8" if piped else None, errors="replace")
    code = 0
    try:
        app()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError as reason:
        sys.stdout = None
        sys.exit(f"cpc: the answer cannot be written: {reason.strerror}.")
    # Taking down the engines costs a tenth of a second, and DuckDB 2.0 complains as it goes.
    os._exit(code)
