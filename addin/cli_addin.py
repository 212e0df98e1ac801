"""The commands `cpc addin …`: the add-in of Excel put in place, looked at, taken away."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from addin.exit_codes import ANSWERED, ERROR_CELL, UNREADABLE

commands = typer.Typer(
    help="The add-in for Excel: =CPC(...) in cells, and the tab CPC.", no_args_is_help=True
)


@commands.command()
def install(
    *,
    lang: Annotated[str, typer.Option(help="Language of the tab: en, nb; Office's if empty.")] = "",
) -> None:
    """Put the add-in into Excel's start folder, made for this Python."""
    from addin.hosts.excel import install as work  # only this command builds it
    from addin.hosts.excel.machine import Machine

    _tell(lambda: work.install(Machine(), lang))


@commands.command()
def uninstall() -> None:
    """Take the add-in and its logs away again."""
    from addin.hosts.excel import install as work  # as above
    from addin.hosts.excel.failures import folder
    from addin.hosts.excel.machine import Machine

    _tell(lambda: work.uninstall(Machine(), folder()))


@commands.command()
def status() -> None:
    """Say what is in order, and what keeps the add-in from working."""
    from addin.exports.text_file import Unreadable
    from addin.hosts.excel import status as work
    from addin.hosts.excel.machine import Machine

    try:
        found = work.status(Machine())
    except Unreadable as reason:
        typer.echo(f"cpc: {reason}", err=True)
        raise typer.Exit(UNREADABLE) from None
    for each in found:
        typer.echo(f"{'ok ' if each.ok else 'NO '} {each.what}{_cure(each.ok, each.cure)}")
    raise typer.Exit(ANSWERED if all(each.ok for each in found) else ERROR_CELL)


@commands.command()
def build(
    output: Annotated[Path, typer.Option("--output", "-o", help="The file.")] = Path("cpc.xlam"),
    *,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Make the add-in file, on any system."""
    from addin.hosts.excel import install as work
    from addin.hosts.excel.machine import Machine

    _tell(lambda: work.build_file(output, Machine(), force=force))


def _cure(ok: bool, cure: str) -> str:  # noqa: FBT001 - of a line that is in order
    return "" if ok or not cure else f"\n    {cure}"


def _tell(work: Callable[[], Iterator[str]]) -> None:
    from addin.exports.text_file import Unreadable

    try:
        for line in work():
            typer.echo(line)
    except Unreadable as reason:
        typer.echo(f"cpc: {reason}", err=True)
        raise typer.Exit(UNREADABLE) from None
