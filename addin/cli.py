"""The command `cpc`: what it is called with. The work is done in a module per command."""

import gc
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from addin.cli_addin import commands
from addin.cli_exports import check, demo, inspect, report
from addin.exit_codes import ANSWERED, ERROR_CELL, UNREADABLE
from addin.help_texts import CHECK, DEMO, FN, HELP, INSPECT, NEW, REPORT
from workbook_templates.kinds import Kind

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


@app.command(help=FN, context_settings={"ignore_unknown_options": True}, add_help_option=False)
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


@app.command(help=NEW)
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


app.command(help=REPORT)(report)
app.command(help=INSPECT)(inspect)
app.command(help=CHECK)(check)
app.command(help=DEMO)(demo)
app.add_typer(commands, name="addin")


def main() -> None:
    """Run the command; what is piped is UTF-8 unless PYTHONIOENCODING says otherwise."""
    chosen = "PYTHONIOENCODING" in os.environ
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            piped = not stream.isatty() and not chosen
            stream.reconfigure(encoding="utf-8" if piped else None, errors="replace")
    try:
        app()
        sys.stdout.flush()
    except OSError as reason:
        sys.stdout = None
        sys.exit(f"cpc: the answer cannot be written: {reason.strerror}.")


def run() -> None:
    """Run the command and end the process at once.

    Garbage does not matter to a command, and taking down the engines takes a tenth of a second,
    in which DuckDB 2.0 complains on stderr.
    """
    gc.disable()
    code = 0
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, str):
            typer.echo(end.code, err=True)
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    if engines := sys.modules.get("addin.engines"):
        engines.clean_up()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)
