"""The commands `cpc addin …`: the add-ins of Excel and LibreOffice put in place and taken away."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from addin.exit_codes import ANSWERED, ERROR_CELL
from addin.hosts.finding import Finding
from addin.refusing import refusing

commands = typer.Typer(
    help="The add-in for Excel, and with --calc for LibreOffice: =CPC(...) in cells, and a menu.",
    no_args_is_help=True,
)

Calc = Annotated[bool, typer.Option("--calc", help="Of LibreOffice, instead of Excel.")]


@commands.command()
def install(
    *,
    calc: Calc = False,
    lang: Annotated[
        str, typer.Option(help="Language of Excel's tab: en, nb; Office's if empty.")
    ] = "",
) -> None:
    """Put the add-in into Excel's start folder, or into LibreOffice, made for this Python."""
    if calc:
        from addin.hosts.calc import install as extension  # each only when it is asked for
        from addin.hosts.calc.place import Place

        _tell(lambda: extension.install(Place()))
        return
    from addin.hosts.excel import install as work
    from addin.hosts.excel.machine import Machine

    _tell(lambda: work.install(Machine(), lang))


@commands.command()
def uninstall(*, calc: Calc = False) -> None:
    """Take the add-in and its logs away again."""
    from addin.hosts.failures import folder

    if calc:
        from addin.hosts.calc import install as extension
        from addin.hosts.calc.place import Place

        _tell(lambda: extension.uninstall(Place(), folder()))
        return
    from addin.hosts.excel import install as work
    from addin.hosts.excel.machine import Machine

    _tell(lambda: work.uninstall(Machine(), folder()))


@commands.command()
def status(*, calc: Calc = False) -> None:
    """Say what is in order, and what keeps the add-in from working."""
    if calc:
        from addin.hosts.calc import install as extension
        from addin.hosts.calc.place import Place

        _diagnose(lambda: extension.status(Place()))
        return
    from addin.hosts.excel import status as work
    from addin.hosts.excel.machine import Machine

    _diagnose(lambda: work.status(Machine()))


@commands.command()
def build(
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file; cpc.xlam or cpc.oxt in this folder."),
    ] = None,
    *,
    calc: Calc = False,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Make the add-in file, on any system."""
    if calc:
        from addin.hosts.calc import install as extension

        _tell(lambda: extension.build_file(output or Path(extension.FILE), force=force))
        return
    from addin.hosts.excel import install as work
    from addin.hosts.excel.machine import FILE, Machine

    _tell(lambda: work.build_file(output or Path(FILE), Machine(), force=force))


def _diagnose(work: Callable[[], list[Finding]]) -> None:
    with refusing():
        found = work()
    for each in found:
        typer.echo(f"{'ok ' if each.ok else 'NO '} {each.what}{_cure(each)}")
    raise typer.Exit(ANSWERED if all(each.ok for each in found) else ERROR_CELL)


def _cure(found: Finding) -> str:
    return "" if found.ok or not found.cure else f"\n    {found.cure}"


def _tell(work: Callable[[], Iterator[str]]) -> None:
    with refusing():
        for line in work():
            typer.echo(line)
